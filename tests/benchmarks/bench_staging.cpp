// SPDX-License-Identifier: Apache-2.0
#include "models/plan/takeover.h"
#include "models/staging/staging.h"
#include "tests/benchmarks/sizes.h"
#include "tests/benchmarks/world.h"

#include <random>

// From pending changes to deployments; one application in a hundred has one.

namespace {

void compareById(benchmark::State &state)
{
    const auto &world = World::of(int(state.range(0)));
    qsizetype changes = 0;
    for (auto _ : state)
        changes = changesBetween(world.baseline(), world.working()).size();
    state.counters["changes"] = double(changes);
}
BENCHMARK(compareById)->Apply(sizes);

/// One change taken back.
void revertOne(benchmark::State &state)
{
    const auto &world = World::of(int(state.range(0)));
    const auto changes = changesBetween(world.working(), world.baseline());
    for (auto _ : state)
        benchmark::DoNotOptimize(
            takeOver(world.working(), world.baseline(), {changes.constFirst()}));
}
BENCHMARK(revertOne)->Apply(sizes);

/// Pairs of tenants that are to be kept apart, a tenth as many as there are tenants.
void splitPending(benchmark::State &state)
{
    const auto tenants = quint32(state.range(0));
    const auto &world = World::of(int(tenants));
    std::mt19937 random(7);
    const auto any = [&] { return TenantId(quint32(random()) % tenants + 1); };
    DeploymentLimits limits;
    for (quint32 i = 0; i < tenants / 10; ++i)
        limits.apart.append({any(), any()});
    Staging staging;
    for (auto _ : state)
        staging = splitIntoDeployments(world.baseline(), world.working(), limits);
    state.counters["restarts"] = staging.restarts;
    state.counters["deployments"] = double(staging.deployments.size());
    state.counters["proven"] = staging.isProven;
}
BENCHMARK(splitPending)->Apply(sizes);

}  // namespace
