// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/plantext.h"
#include "models/report/reportsections.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

struct PlanSectionTexts
{
    Q_DECLARE_TR_FUNCTIONS(PlanSection)
};

constexpr qsizetype mostOthers = 400;  // Beside the restarts, of which all are there.

}  // namespace

Parts planParts(const RestartPlan &plan)
{
    Parts parts {Outline::Heading {PlanSectionTexts::tr("Restart plan")},
        Outline::Paragraph {planSummaryText(plan.summary),
            plan.summary.restarts > 0 ? Outline::Tone::Restart : Outline::Tone::Plain}};
    if (!plan.pending.isEmpty())
        parts.append(Outline::Facts {
            {{PlanSectionTexts::tr("↻! Pending"), listed(plan.pending, plan.pending.size())}}});
    if (plan.instances.isEmpty())
        return parts;
    Outline::Table table {{PlanSectionTexts::tr("Step"), PlanSectionTexts::tr("Wave"),
                              PlanSectionTexts::tr("Why"), PlanSectionTexts::tr("Interrupts")},
        {6, 2, 8, 7}, {}};
    const bool hasOrder = std::any_of(plan.instances.begin(), plan.instances.end(),
        [](const PlannedInstance &instance) { return !instance.after.isEmpty(); });
    if (hasOrder) {
        table.head.append(PlanSectionTexts::tr("After"));
        table.widths.append(4);
    }
    qsizetype others = 0;
    for (const auto &instance : plan.instances) {
        if (instance.action != Action::Restart && ++others > mostOthers)
            continue;
        QStringList texts;
        for (const auto &reason : instance.reasons)
            texts.append(reasonText(reason));
        QStringList row {stepTitle(instance.action, shownName(instance)),
            instance.wave ? QString::number(*instance.wave) : QString(), texts.join(u"; "_s),
            interruptionText(instance.interruption, instance.isBackup, instance.tenantsInterrupted,
                instance.bystanders)};
        if (hasOrder)
            row.append(listed(instance.after, 6));
        table.rows.append(row);
    }
    parts.append(table);
    appendMore(parts, others - mostOthers);
    return parts;
}
