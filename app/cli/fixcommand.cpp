// SPDX-License-Identifier: Apache-2.0
#include "app/cli/fixcommand.h"

#include "app/cli/input.h"
#include "app/cli/report.h"
#include "models/base/text.h"
#include "models/document/document.h"
#include "models/document/fixall.h"
#include "models/document/stepcost.h"
#include "models/exchange/difftext.h"
#include "models/exchange/plantext.h"
#include "models/rules/waivers.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

struct FixCommandTexts
{
    Q_DECLARE_TR_FUNCTIONS(FixCommand)
};

/// What is to be done, and to be said of it.
struct Repair
{
    Step step;
    QStringList lines;
    int skipped = 0;
};

/// One finding: its fixes, the chosen one marked.
Result<Repair> repairOne(Document &document, const Finding &finding, int choice)
{
    const auto fixes = pricedFixes(document, finding);
    Repair repair;
    repair.lines.append(message(document.topology(), finding));
    if (fixes.isEmpty()) {
        repair.lines.append(FixCommandTexts::tr("There is no fix for it."));
        repair.skipped = 1;
        return repair;
    }
    const auto chosen = choice == 0 ? 0 : choice - 1;
    if (chosen >= fixes.size())
        return failure(Error::Code::InvalidInput,
            fixes.size() == 1
                ? FixCommandTexts::tr("This finding has only one fix.")
                : FixCommandTexts::tr("This finding has only %1 fixes.").arg(fixes.size()));
    for (qsizetype i = 0; i < fixes.size(); ++i) {
        const auto cost = costText(fixes.at(i).cost);
        repair.lines.append(u"%1 %2. %3%4"_s.arg(i == chosen ? u">"_s : u" "_s)
                                .arg(i + 1)
                                .arg(fixes.at(i).fix.step.title,
                                    cost.isEmpty() ? QString() : u" ("_s + cost + u')'));
    }
    repair.step = fixes.at(chosen).fix.step;
    return repair;
}

Repair repairAll(const Document &document, const FindingChoice &choice, int fix)
{
    const auto &topology = document.topology();
    auto all = fixAll(topology, document.baseline(), document.today(),
        [&](const Finding &finding) {
            return !finding.isWaived && isMeant(choice, topology, waiverKey(finding));
        },
        {fix == 0 ? 0 : fix - 1, {}});
    Repair repair;
    for (const auto &skipped : all.skipped)
        repair.lines.append(
            u"%1 %2"_s.arg(FixCommandTexts::tr("Skipped: %1").arg(skipped.finding), skipped.why));
    repair.skipped = int(all.skipped.size());
    repair.step = std::move(all.step);
    if (!repair.step.isEmpty())
        repair.step.title = all.fixed == 1 ? FixCommandTexts::tr("Fix 1 finding")
                                           : FixCommandTexts::tr("Fix %1 findings").arg(all.fixed);
    return repair;
}

QList<Finding> meant(const Document &document, const FindingChoice &choice)
{
    QList<Finding> findings;
    for (const auto id : document.validator().findings()) {
        const auto &finding = document.validator().finding(id);
        if (!finding.isWaived && isMeant(choice, document.topology(), waiverKey(finding)))
            findings.append(finding);
    }
    return findings;
}

void tell(const StepEffect &effect, Streams &streams)
{
    streams.out.write(diffText(effect.changes));
    for (const auto &said : effect.solved)
        streams.out.line(FixCommandTexts::tr("Solves:  %1").arg(visibleText(said.message)));
    for (const auto &said : effect.created)
        streams.out.line(FixCommandTexts::tr("Creates: %1").arg(visibleText(said.message)));
    for (const auto &row : effect.rows) {
        const auto label = [](const std::optional<PlanRow> &state) {
            return state ? actionLabel(state->action) : u"-"_s;
        };
        streams.out.line(
            FixCommandTexts::tr("Plan:    %1: %2 → %3")
                .arg(visibleText(row.application), label(row.before), label(row.after)));
    }
    streams.out.line(FixCommandTexts::tr("Plan then: %1").arg(planSummaryText(effect.planAfter)));
}

}  // namespace

ExitCode run(const FixOptions &options, Streams &streams)
{
    if (const auto wrong = misuse(options.choice); !wrong.isEmpty()) {
        streams.err.line(wrong);
        return ExitCode::Usage;
    }
    const auto access = options.isDryRun ? Store::Access::ReadOnly : Store::Access::ReadWrite;
    const auto document = openDocument(options.document, options.author, streams, access);
    if (!document)
        return document.error();

    const auto findings = meant(**document, options.choice);
    if (findings.isEmpty()) {
        streams.out.line(FixCommandTexts::tr("Nothing to fix."));
        return ExitCode::Done;
    }
    const auto repair = findings.size() == 1
        ? repairOne(**document, findings.constFirst(), options.fix)
        : Result<Repair>(repairAll(**document, options.choice, options.fix));
    if (!repair) {
        streams.err.line(repair.error().message);
        return ExitCode::Usage;
    }
    for (const auto &line : repair->lines)
        streams.out.line(visibleText(line));
    if (!repair->step.isEmpty()) {
        tell((*document)->effectOf(repair->step), streams);
        if (!options.isDryRun) {
            // The step was worked out on this state: where another process was faster it is
            // refused.
            const auto state = (*document)->head().step;
            const auto applied = (*document)->apply([&](const Topology &) -> Result<Step> {
                if ((*document)->head().step != state)
                    return failure(Error::Code::Conflict,
                        FixCommandTexts::tr("The document was changed meanwhile. Try again."));
                return repair->step;
            });
            if (!applied)
                return report(streams, options.document, applied.error(), During::Writing);
            streams.out.line(FixCommandTexts::tr("Done: %1").arg(visibleText(repair->step.title)));
        }
    }
    return repair->skipped > 0 ? ExitCode::Findings : ExitCode::Done;
}
