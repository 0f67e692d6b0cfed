// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/plantext.h"

#include "models/base/text.h"

#include <QCoreApplication>

#include <algorithm>

namespace {

struct PlanTexts
{
    Q_DECLARE_TR_FUNCTIONS(PlanText)
};

constexpr qsizetype mostNames = 12;

QString listed(const QStringList &names)
{
    if (names.size() <= mostNames)
        return names.join(QLatin1String(", "));
    return PlanTexts::tr("%1 and %2 more")
        .arg(names.first(mostNames).join(QLatin1String(", ")),
            QString::number(names.size() - mostNames));
}

QString interruptionText(const PlannedInstance &instance)
{
    if (!instance.interruption)
        return {};
    if (instance.tenantsInterrupted.isEmpty())
        return instance.isBackup ? PlanTexts::tr("backup, interrupts nobody")
                                 : PlanTexts::tr("interrupts nobody");
    QStringList names;
    for (const auto &name : instance.tenantsInterrupted)
        names.append(
            instance.bystanders.contains(name) ? PlanTexts::tr("%1 (bystander)").arg(name) : name);
    const auto how = *instance.interruption == Interruption::Switchover
        ? PlanTexts::tr("switchover")
        : PlanTexts::tr("outage");
    return PlanTexts::tr("%1, interrupts %2").arg(how, listed(names));
}

/// Why, whom it interrupts, and after whom it comes.
QString details(const Topology &working, const PlannedInstance &instance)
{
    QStringList parts;
    for (const auto &reason : instance.reasons)
        parts.append(reasonText(reason));
    if (instance.action == Action::Immediate)
        parts.append(
            PlanTexts::tr("release %1").arg(working.application(instance.application).release));
    if (!instance.answers.isEmpty())
        parts.append(PlanTexts::tr("by your site's answer"));
    parts.append(interruptionText(instance));
    if (!instance.after.isEmpty())
        parts.append(PlanTexts::tr("after %1").arg(listed(instance.after)));
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

}  // namespace

QString planText(const Topology &working, const RestartPlan &plan)
{
    if (plan.instances.isEmpty() && plan.pending.isEmpty())
        return PlanTexts::tr("Nothing to do: no application differs from the baseline.") + u'\n';

    const auto waveText = [](const PlannedInstance &instance) {
        return instance.wave ? PlanTexts::tr("Wave %1").arg(*instance.wave) : QString();
    };
    qsizetype waveWidth = 0;
    qsizetype nameWidth = 0;
    qsizetype labelWidth = 0;
    for (const auto &instance : plan.instances) {
        waveWidth = std::max(waveWidth, waveText(instance).size());
        nameWidth = std::max(nameWidth, visibleText(instance.name).size());
        labelWidth = std::max(labelWidth, actionLabel(instance.action).size());
    }
    QString text;
    QString lastWave;
    for (const auto &instance : plan.instances) {
        const auto wave = waveText(instance);
        text += (wave == lastWave ? QString() : wave).leftJustified(waveWidth) + QLatin1String("  ")
            + visibleText(instance.name).leftJustified(nameWidth) + QLatin1String("  ")
            + actionLabel(instance.action).leftJustified(labelWidth) + QLatin1String("  ")
            + visibleText(details(working, instance));
        while (text.endsWith(u' '))
            text.chop(1);
        text += u'\n';
        lastWave = wave;
    }
    if (!plan.pending.isEmpty())
        text += PlanTexts::tr("↻! Pending: %1").arg(visibleText(listed(plan.pending))) + u'\n';
    if (plan.instances.isEmpty())
        return text + PlanTexts::tr("Nothing else to do: no application differs from the baseline.")
            + u'\n';
    return text + planSummaryText(plan.summary) + u'\n';
}

QString planSummaryText(const PlanSummary &summary)
{
    const auto totals = planTotals(summary);
    return totals.isEmpty() ? PlanTexts::tr("Nothing to do") : totals;
}
