// SPDX-License-Identifier: Apache-2.0
#include "app/cli/onboardcommand.h"

#include "app/cli/input.h"
#include "app/cli/report.h"
#include "models/base/text.h"
#include "models/document/document.h"
#include "models/exchange/plantext.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

struct OnboardCommandTexts
{
    Q_DECLARE_TR_FUNCTIONS(OnboardCommand)
};

Result<QSet<Medium>> mediaFrom(const QString &tokens)
{
    QSet<Medium> media;
    for (const auto &token : tokens.split(u',')) {
        const auto medium = mediumFromToken(token.trimmed());
        if (!medium) {
            QStringList known;
            for (const auto each : allMedia())
                known.append(mediumToken(each));
            return failure(Error::Code::InvalidInput,
                OnboardCommandTexts::tr("There is no medium \"%1\"; media are %2.")
                    .arg(token.trimmed(), known.join(u", "_s)));
        }
        media.insert(*medium);
    }
    return media;
}

/// A proposal as lines for a terminal, each with a word before it that says what it is.
QStringList linesOf(const Proposal &proposal, const QString &tenant)
{
    QStringList lines;
    if (proposal.isNewTenant)
        lines.append(OnboardCommandTexts::tr("New:     tenant %1").arg(tenant));
    if (!proposal.newSwitch.isEmpty())
        lines.append(OnboardCommandTexts::tr("New:     switch %1").arg(proposal.newSwitch));
    for (const auto &instance : proposal.newInstances)
        lines.append(OnboardCommandTexts::tr("New:     %1 (%2), like %3")
                         .arg(instance.name, instance.type.displayName(), instance.model));
    for (const auto &assignment : proposal.assignments)
        lines.append((assignment.isBackup ? OnboardCommandTexts::tr("Assigns: %1 (%2), the backup")
                                          : OnboardCommandTexts::tr("Assigns: %1 (%2)"))
                         .arg(assignment.application, assignment.type.displayName()));
    if (!proposal.serving.isEmpty())
        lines.append(OnboardCommandTexts::tr("Stays:   %1").arg(listedNames(proposal.serving)));
    lines.append(consequencesText(proposal.consequences));
    lines.append(
        OnboardCommandTexts::tr("Plan then: %1").arg(planSummaryText(proposal.consequences.plan)));
    return lines;
}

void show(const Proposal &proposal, const QString &tenant, Streams &streams)
{
    streams.out.line(u"%1 (%2)"_s.arg(proposalTitle(proposal.kind), proposalToken(proposal.kind)));
    for (const auto &line : linesOf(proposal, tenant))
        streams.out.line(u"  "_s + visibleText(line));
    streams.out.line({});
}

ExitCode apply(
    Document &document, const Proposal &proposal, const OnboardOptions &options, Streams &streams)
{
    // Worked out on this state: where another process was faster it is refused.
    const auto state = document.head().step;
    const auto applied = document.apply([&](const Topology &) -> Result<Step> {
        if (document.head().step != state)
            return failure(Error::Code::Conflict,
                OnboardCommandTexts::tr("The document was changed meanwhile. Try again."));
        return proposal.step;
    });
    if (!applied)
        return report(streams, options.document, applied.error(), During::Writing);
    streams.out.line(OnboardCommandTexts::tr("Done: %1").arg(visibleText(proposal.step.title)));
    return ExitCode::Done;
}

}  // namespace

ExitCode run(const OnboardOptions &options, Streams &streams)
{
    const auto media = mediaFrom(options.media);
    if (!media) {
        streams.err.line(visibleText(media.error().message));
        return ExitCode::Usage;
    }
    const bool isApplied = options.choice && !options.isDryRun;
    const auto document = openDocument(options.document, options.author, streams,
        isApplied ? Store::Access::ReadWrite : Store::Access::ReadOnly);
    if (!document)
        return document.error();

    const auto found =
        proposals((*document)->topology(), (*document)->baseline(), {options.tenant, *media});
    if (!found) {
        streams.err.line(visibleText(found.error().message));
        return ExitCode::Usage;
    }
    for (const auto &reason : found->refused)
        streams.out.line(visibleText(reason));
    if (found->legal.isEmpty() && found->refused.isEmpty()) {
        streams.out.line(
            OnboardCommandTexts::tr("Nothing to do: %1 has a server of every type that it needs.")
                .arg(visibleText(options.tenant)));
        return ExitCode::Done;
    }
    if (!isApplied) {
        for (const auto &proposal : found->legal)
            show(proposal, options.tenant, streams);
        return found->legal.isEmpty() ? ExitCode::Findings : ExitCode::Done;
    }
    const auto chosen = std::find_if(found->legal.begin(), found->legal.end(),
        [&](const Proposal &proposal) { return proposal.kind == *options.choice; });
    if (chosen == found->legal.end())
        return ExitCode::Findings;
    show(*chosen, options.tenant, streams);
    return apply(**document, *chosen, options, streams);
}
