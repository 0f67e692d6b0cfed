// SPDX-License-Identifier: Apache-2.0
#include "app/cli/plancommand.h"

#include "app/cli/input.h"
#include "app/cli/outputfile.h"
#include "app/cli/reportinput.h"
#include "models/base/text.h"
#include "models/document/document.h"
#include "models/document/revisions.h"
#include "models/exchange/planjson.h"
#include "models/exchange/plantext.h"
#include "models/report/htmlwriter.h"
#include "models/report/markdownwriter.h"
#include "models/report/runbookoutline.h"
#include "models/topology/edits.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

struct PlanCommandTexts
{
    Q_DECLARE_TR_FUNCTIONS(PlanCommand)
};

/// Two topologies, and how their objects are matched.
struct Comparison
{
    Topology baseline;
    Topology working;
    Matching matching = Matching::ByName;
    std::optional<RevisionInfo> revision = {};  ///< That the working copy is.
};

tl::expected<Comparison, ExitCode> ofDocument(const PlanOptions &options, Streams &streams)
{
    const auto store = openStore(options.base, streams);
    if (!store)
        return tl::unexpected(store.error());
    auto content = (*store)->load();
    if (content && options.since != 0) {
        const auto revision = findRevision(**store, options.since);
        auto then = revision ? topologyOf(**store, *revision, content->topology, content->head.step)
                             : tl::unexpected(revision.error());
        if (!then)
            return tl::unexpected(report(streams, options.base, then.error(), During::Reading));
        content->baseline = *std::move(then);
    }
    if (!content)
        return tl::unexpected(report(streams, options.base, content.error(), During::Reading));
    auto revision = revisionAt(**store, content->head.step);
    if (!revision)
        return tl::unexpected(report(streams, options.base, revision.error(), During::Reading));
    return Comparison {std::move(content->baseline), std::move(content->topology), Matching::ById,
        *std::move(revision)};
}

/// "No restart of chat_1 is pending. These are: Chat_1, SMS_1"
QString notPending(const Topology &topology, const QString &name)
{
    QStringList names;
    for (const auto id : topology.pendingRestarts().keys()) {
        if (topology.contains(id))
            names.append(topology.application(id).name);
    }
    const auto text = PlanCommandTexts::tr("No restart of %1 is pending.").arg(visibleText(name));
    return names.isEmpty()
        ? text
        : PlanCommandTexts::tr("%1 These are: %2").arg(text, visibleText(names.join(u", "_s)));
}

/// Those who bear one of the names; NotFound where nobody of a name waits.
Result<QList<ApplicationId>> pendingOf(const Topology &topology, QStringList names)
{
    names.removeDuplicates();
    QList<ApplicationId> applications;
    for (const auto &name : names) {
        const auto before = applications.size();
        for (const auto id : topology.bearers(Kind::Application, name)) {
            if (topology.pendingRestart(ApplicationId(id)))
                applications.append(ApplicationId(id));
        }
        if (applications.size() == before)
            return failure(Error::Code::NotFound, notPending(topology, name));
    }
    return applications;
}

/// All of them or none.
ExitCode confirm(const PlanOptions &options, Streams &streams)
{
    // What opening it has to tell is told when the plan is read.
    const auto document = Document::open(options.base, options.author);
    if (!document)
        return report(streams, options.base, document.error(), During::Reading);
    const auto applied = (*document)->apply([&](const Topology &topology) -> Result<Step> {
        const auto applications = pendingOf(topology, options.done);
        return applications ? confirmRestarts(topology, *applications)
                            : tl::unexpected(applications.error());
    });
    if (!applied)
        return report(streams, options.base, applied.error(),
            applied.error().code == Error::Code::NotFound ? During::Reading : During::Writing);
    return ExitCode::Done;
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

Outline runbook(const PlanOptions &options, const Comparison &compared, const RestartPlan &plan)
{
    const auto subject = options.work.isEmpty()
        ? shownFile(options.base)
        : u"%1 → %2"_s.arg(shownFile(options.base), shownFile(options.work));
    auto letterhead = letterheadFor(subject, compared.revision);
    letterhead.since = int(options.since);
    const auto wayBack = Planner(compared.working, compared.baseline, compared.matching).plan();
    const auto byHand = manualSteps(compared.baseline, compared.working, compared.matching);
    return runbookOutline(
        runbookOf(plan, wayBack, compared.baseline, compared.working, byHand), letterhead);
}

Result<QByteArray> contentOf(const PlanOptions &options, const Comparison &compared,
    const RestartPlan &plan, const Draw &draw)
{
    switch (options.format) {
    case PlanOptions::Format::Json:
        return planJson(plan);
    case PlanOptions::Format::Markdown:
        return markdownOf(runbook(options, compared, plan));
    case PlanOptions::Format::Html:
        return htmlOf(runbook(options, compared, plan));
    case PlanOptions::Format::Pdf:
        return draw(runbook(options, compared, plan));
    case PlanOptions::Format::Text:
        break;
    }
    return planText(compared.working, plan).toUtf8();
}

}  // namespace

ExitCode run(const PlanOptions &options, Streams &streams)
{
    return options.format == PlanOptions::Format::Pdf ? planDrawn(options, streams)
                                                      : writePlan(options, {}, streams);
}

ExitCode writePlan(const PlanOptions &options, const Draw &draw, Streams &streams)
{
    if (!options.done.isEmpty()) {
        if (const auto confirmed = confirm(options, streams); confirmed != ExitCode::Done)
            return confirmed;
    }
    const auto compared =
        options.work.isEmpty() ? ofDocument(options, streams) : ofFiles(options, streams);
    if (!compared)
        return compared.error();
    const auto plan = Planner(compared->baseline, compared->working, compared->matching).plan();
    const auto content = contentOf(options, *compared, plan, draw);
    if (!content)
        return report(streams, options.output, content.error(), During::Writing);
    if (const auto written = writeResult(streams, options.output, *content);
        written != ExitCode::Done)
        return written;
    return isAtLeast(plan.summary, options.failOn) ? ExitCode::Findings : ExitCode::Done;
}
