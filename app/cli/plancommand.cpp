// SPDX-License-Identifier: Apache-2.0
#include "app/cli/plancommand.h"

#include "app/cli/input.h"
#include "app/cli/outputfile.h"
#include "models/exchange/planjson.h"
#include "models/exchange/plantext.h"

namespace {

/// Two topologies, and how their objects are matched.
struct Comparison
{
    Topology baseline;
    Topology working;
    Matching matching = Matching::ByName;
};

tl::expected<Comparison, ExitCode> ofDocument(const QString &path, Streams &streams)
{
    auto content = readDocument(path, streams);
    if (!content)
        return tl::unexpected(content.error());
    return Comparison {std::move(content->baseline), std::move(content->topology), Matching::ById};
}

tl::expected<Comparison, ExitCode> ofFiles(const PlanOptions &options, Streams &streams)
{
    auto base = readTopology(options.base, streams);
    if (!base)
        return tl::unexpected(base.error());
    auto work = readTopology(options.work, streams);
    if (!work)
        return tl::unexpected(work.error());
    return Comparison {std::move(*base), std::move(*work), Matching::ByName};
}

bool isAtLeast(const PlanSummary &summary, PlanOptions::FailOn threshold)
{
    switch (threshold) {
    case PlanOptions::FailOn::Restart:
        return summary.restarts > 0;
    case PlanOptions::FailOn::NotStated:
        // A restart that nobody rules out is the lesser of the two.
        return summary.restarts > 0 || summary.notStated > 0;
    case PlanOptions::FailOn::Never:
        break;
    }
    return false;
}

}  // namespace

ExitCode run(const PlanOptions &options, Streams &streams)
{
    const auto compared =
        options.work.isEmpty() ? ofDocument(options.base, streams) : ofFiles(options, streams);
    if (!compared)
        return compared.error();
    const auto plan = Planner(compared->baseline, compared->working, compared->matching).plan();
    const auto content = options.format == ResultFormat::Json
        ? planJson(plan)
        : planText(compared->working, plan).toUtf8();
    if (const auto written = writeResult(streams, options.output, content);
        written != ExitCode::Done)
        return written;
    return isAtLeast(plan.summary, options.failOn) ? ExitCode::Findings : ExitCode::Done;
}
