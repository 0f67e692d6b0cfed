// SPDX-License-Identifier: Apache-2.0
#include "models/plan/planner.h"
#include "models/rules/validator.h"
#include "models/topology/apply.h"
#include "models/topology/edits.h"
#include "tests/benchmarks/percentiles.h"
#include "tests/benchmarks/sizes.h"
#include "tests/benchmarks/world.h"

#include <random>

// What happens in memory: the check of everything, one assignment, the plan.

namespace {

void checkEverything(benchmark::State &state)
{
    const auto &world = World::of(int(state.range(0)));
    int findings = 0;
    for (auto _ : state) {
        const Validator validator(world.working());
        findings = validator.summary().total();
    }
    state.counters["findings"] = findings;
}
BENCHMARK(checkEverything)->Apply(sizes);

void planFromScratch(benchmark::State &state)
{
    const auto &world = World::of(int(state.range(0)));
    int rows = 0;
    for (auto _ : state) {
        const Planner planner(world.baseline(), world.working(), Matching::ById);
        rows = int(planner.plan().instances.size());
    }
    state.counters["rows"] = rows;
}
BENCHMARK(planFromScratch)->Apply(sizes);

/// Memory, findings and plan after a tenant was assigned to, or taken from, an application: what an
/// edit costs besides its write to disk. Applications and tenants are drawn at random, so nothing
/// is in a cache by chance.
void assignInMemory(benchmark::State &state)
{
    const auto &world = World::of(int(state.range(0)));
    Topology topology = world.working();
    const Topology baseline = world.baseline();
    Validator validator(topology);
    Planner planner(baseline, topology, Matching::ById);
    std::mt19937 random(7);
    Percentiles percentiles(state);
    for (auto _ : state) {
        const ApplicationId application(
            quint32(random() % quint32(topology.applications().size())));
        const TenantId tenant(quint32(random() % quint32(world.tenants())) + 1);
        percentiles.time([&] {
            const auto &tenants = topology.application(application).tenants;
            const auto step = std::binary_search(tenants.begin(), tenants.end(), tenant)
                ? unassignTenant(topology, application, tenant)
                : assignTenant(topology, application, tenant);
            apply(topology, *step);
            benchmark::DoNotOptimize(validator.update(step->edits));
            benchmark::DoNotOptimize(planner.update(step->edits));
        });
    }
}
BENCHMARK(assignInMemory)->Apply(sizes)->UseManualTime()->Iterations(20000);

}  // namespace
