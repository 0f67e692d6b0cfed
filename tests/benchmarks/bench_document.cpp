// SPDX-License-Identifier: Apache-2.0
#include "models/document/document.h"
#include "models/exchange/inputs.h"
#include "models/exchange/topologyjsonwriter.h"
#include "models/topology/draft.h"
#include "models/topology/edits.h"
#include "tests/benchmarks/bareloop.h"
#include "tests/benchmarks/percentiles.h"
#include "tests/benchmarks/sizes.h"
#include "tests/benchmarks/world.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>

#include <random>

// What happens with files: opening, durable edits, import and export.

namespace {

void must(bool ok, const char *what)
{
    if (!ok)
        qFatal("%s", what);
}

/// Opening is what is timed, not closing.
template <class T>
void forget(benchmark::State &state, T opened)
{
    state.PauseTiming();
    {
        const T closed(std::move(opened));
    }
    state.ResumeTiming();
}

void bareReadLoop(benchmark::State &state)
{
    const auto path = World::of(int(state.range(0))).document();
    for (auto _ : state)
        benchmark::DoNotOptimize(readEveryColumn(path, Mutexes::AsByDefault));
}
BENCHMARK(bareReadLoop)->Apply(sizes);

void bareReadLoopNoMutex(benchmark::State &state)
{
    const auto path = World::of(int(state.range(0))).document();
    for (auto _ : state)
        benchmark::DoNotOptimize(readEveryColumn(path, Mutexes::None));
}
BENCHMARK(bareReadLoopNoMutex)->Apply(sizes);

/// The file read, both topologies with their indexes in memory.
void openTopologies(benchmark::State &state)
{
    const auto path = World::of(int(state.range(0))).document();
    for (auto _ : state) {
        auto store = Store::open(path, Store::Access::ReadOnly);
        must(store.has_value(), "can't open");
        auto content = (*store)->load();
        must(content.has_value(), "can't load");
        forget(state, std::move(content));
    }
}
BENCHMARK(openTopologies)->Apply(sizes);

/// The same with findings and plan: what a window waits for.
void openDocument(benchmark::State &state)
{
    const auto path = World::of(int(state.range(0))).document();
    for (auto _ : state) {
        auto document = Document::open(path);
        must(document.has_value(), "can't open");
        forget(state, std::move(document));
    }
}
BENCHMARK(openDocument)->Apply(sizes);

/// The largest memory of a process that opens the document with findings and plan, and ends.
void peakMemory(benchmark::State &state)
{
    const auto path = World::of(int(state.range(0))).document();
    for (auto _ : state) {
        QProcess process;
        process.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--open"), path});
        must(process.waitForFinished(-1) && process.exitCode() == 0, "can't measure");
        state.counters["MB"] = process.readAllStandardOutput().trimmed().toDouble() / 1024;
    }
}
BENCHMARK(peakMemory)->Apply(sizes)->Iterations(1);

void bareCommit(benchmark::State &state)
{
    BareCommits bare(World::of(10).folder());
    Percentiles percentiles(state);
    for (auto _ : state)
        percentiles.time([&] { bare.commit(); });
}
BENCHMARK(bareCommit)->UseManualTime()->Unit(benchmark::kMillisecond)->Iterations(300);

void assignDurably(benchmark::State &state)
{
    auto &world = World::of(int(state.range(0)));
    const auto path = world.folder() + QLatin1String("/edited.switchyard");
    QFile::remove(path);
    auto document =
        Document::create(path, QStringLiteral("bench"), world.working(), world.baseline());
    must(document.has_value(), "can't create");
    std::mt19937 random(7);
    Percentiles percentiles(state);
    for (auto _ : state) {
        const auto &topology = (*document)->topology();
        const ApplicationId application(
            quint32(random() % quint32(topology.applications().size())));
        const TenantId tenant(quint32(random() % quint32(world.tenants())) + 1);
        percentiles.time([&] {
            const bool has = topology.application(application).tenants.contains(tenant);
            const auto done = (*document)->apply([&](const Topology &t) {
                return has ? unassignTenant(t, application, tenant)
                           : assignTenant(t, application, tenant);
            });
            must(done.has_value(), "can't assign");
        });
    }
}
BENCHMARK(assignDurably)->Apply(sizes)->UseManualTime()->Iterations(300);

void importTopologyFile(benchmark::State &state)
{
    const auto &file = World::of(int(state.range(0))).file();
    for (auto _ : state) {
        const auto read = readInput(file, InputFormat::Topology);
        must(!read.isMalformed(), "can't read");
        must(topologyFromDrafts(read.draft).has_value(), "can't build");
    }
    state.SetBytesProcessed(state.iterations() * file.size());
}
BENCHMARK(importTopologyFile)->Apply(sizes);

void exportTopologyFile(benchmark::State &state)
{
    const auto &world = World::of(int(state.range(0)));
    for (auto _ : state)
        benchmark::DoNotOptimize(writeTopology(world.working()));
}
BENCHMARK(exportTopologyFile)->Apply(sizes);

}  // namespace
