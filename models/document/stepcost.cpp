// SPDX-License-Identifier: Apache-2.0
#include "models/document/stepcost.h"

#include "models/document/document.h"

#include <algorithm>

QString costText(const StepCost &cost)
{
    const auto counted = [](int number, const QString &one, const QString &several) {
        return number == 1 ? one : several.arg(number);
    };
    QStringList parts;
    if (cost.errors > 0)
        parts.append(
            counted(cost.errors, Document::tr("1 new error"), Document::tr("%1 new errors")));
    if (cost.restarts > 0)
        parts.append(
            counted(cost.restarts, Document::tr("1 restart"), Document::tr("%1 restarts")));
    if (cost.restarts < 0)
        parts.append(counted(
            -cost.restarts, Document::tr("1 restart less"), Document::tr("%1 restarts less")));
    if (cost.interruptions > 0)
        parts.append(counted(cost.interruptions, Document::tr("interrupts 1 tenant"),
            Document::tr("interrupts %1 tenants")));
    return parts.join(QLatin1String(", "));
}

StepCost costOf(const QList<Finding> &created, const PlanSummary &before, const PlanSummary &after)
{
    const auto findings = summaryOf(created);
    return {findings.errors, after.restarts - before.restarts,
        after.tenantsInterrupted - before.tenantsInterrupted, findings.warnings, findings.advice};
}

StepCost costOf(Document &document, const Step &step)
{
    const auto before = document.planner().summary();
    const auto preview = document.preview(step);
    return costOf(preview.findingsAdded, before, preview.planAfter);
}

void sortByCost(QList<PricedFix> &fixes)
{
    std::stable_sort(fixes.begin(), fixes.end(),
        [](const PricedFix &a, const PricedFix &b) { return a.cost < b.cost; });
}

QList<PricedFix> pricedFixes(Document &document, const Finding &finding)
{
    QList<PricedFix> priced;
    for (auto &fix : fixesFor(document.topology(), finding)) {
        const auto cost = costOf(document, fix.step);
        priced.append({std::move(fix), cost});
    }
    sortByCost(priced);
    return priced;
}
