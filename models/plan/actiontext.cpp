// SPDX-License-Identifier: Apache-2.0
#include "models/plan/planner.h"
#include "models/plan/reasontext.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

struct PlanTexts
{
    Q_DECLARE_TR_FUNCTIONS(Plan)
};

constexpr const char *actionTokens[] = {"restart", "not-stated", "immediate", "start", "stop"};
constexpr const char *interruptionTokens[] = {"none", "switchover", "outage"};

/// The only restart that has nothing to do with tenants.
bool isForChannels(const PlannedInstance &instance)
{
    return !findReason(instance.reasons, Field::Tenants);
}

/// The fields that the site answered in this way.
QString answeredFields(const PlannedInstance &instance, SiteAnswer::Effect effect)
{
    QStringList fields;
    for (const auto &answer : instance.answers) {
        if (answer.effect == effect)
            fields.append(answer.field);
    }
    return fields.join(u", "_s);
}

QString guide(const QString &topic)
{
    return PlanTexts::tr("eServices Multitenancy and Load Balancing Guide 8.1.4, Configuration: %1")
        .arg(topic);
}

}  // namespace

QLatin1String actionToken(Action action)
{
    return QLatin1String(actionTokens[size_t(action)]);
}

QLatin1String interruptionToken(Interruption interruption)
{
    return QLatin1String(interruptionTokens[size_t(interruption)]);
}

QString shownName(const PlannedInstance &instance)
{
    return instance.name.isEmpty() ? PlanTexts::tr("(no name)") : instance.name;
}

QString actionLabel(Action action)
{
    switch (action) {
    case Action::Restart:
        return PlanTexts::tr("↻ Restart");
    case Action::NotStated:
        return PlanTexts::tr("? Not stated");
    case Action::Immediate:
        return PlanTexts::tr("⚡ Immediate");
    case Action::Start:
        return PlanTexts::tr("+ Start");
    case Action::Stop:
        return PlanTexts::tr("– Stop");
    }
    Q_UNREACHABLE();
    return {};
}

QString actionSentence(const PlannedInstance &instance, const QString &release)
{
    const auto name = shownName(instance);
    switch (instance.action) {
    case Action::Restart:
        if (!instance.answers.isEmpty())
            return PlanTexts::tr("Restart %1: the site's answer says that a change of %2 needs it.")
                .arg(name, answeredFields(instance, SiteAnswer::Effect::Restart));
        if (isForChannels(instance))
            return PlanTexts::tr("Restart %1: its channel options change.").arg(name);
        return PlanTexts::tr("Restart %1: its tenant list changes (%2).")
            .arg(name, membersText(*findReason(instance.reasons, Field::Tenants)));
    case Action::Immediate:
        if (!instance.answers.isEmpty())
            return PlanTexts::tr("%1 takes a change of %2 over by itself, the site's answer says.")
                .arg(name, answeredFields(instance, SiteAnswer::Effect::Immediate));
        return PlanTexts::tr("%1 (%2) applies tenant changes immediately (8.1.2 and later).")
            .arg(name, release);
    case Action::NotStated:
        return PlanTexts::tr(
            "The guide does not say whether %1 needs a restart. Plan for one, or record your site's answer.")
            .arg(name);
    case Action::Start:
        return PlanTexts::tr("Start %1 (new).").arg(name);
    case Action::Stop:
        return PlanTexts::tr("Stop %1 (gone).").arg(name);
    }
    Q_UNREACHABLE();
    return {};
}

QString planTotals(const PlanSummary &summary)
{
    QStringList parts;
    const auto add = [&parts](int number, const QString &one, const QString &several) {
        if (number > 0)
            parts.append(number == 1 ? one : several.arg(number));
    };
    add(summary.restarts, PlanTexts::tr("1 restart"), PlanTexts::tr("%1 restarts"));
    add(summary.starts, PlanTexts::tr("1 start"), PlanTexts::tr("%1 starts"));
    add(summary.stops, PlanTexts::tr("1 stop"), PlanTexts::tr("%1 stops"));
    add(summary.immediate, PlanTexts::tr("1 immediate"), PlanTexts::tr("%1 immediate"));
    add(summary.notStated, PlanTexts::tr("1 not stated"), PlanTexts::tr("%1 not stated"));
    add(summary.tenantsInterrupted, PlanTexts::tr("1 tenant interrupted"),
        PlanTexts::tr("%1 tenants interrupted"));
    return parts.join(u" · "_s);
}

QString actionSource(const PlannedInstance &instance)
{
    if (!instance.answers.isEmpty()) {
        QStringList answers;
        for (const auto &answer : instance.answers)
            answers.append(
                PlanTexts::tr("Site's answer, %1, %2: %3")
                    .arg(answer.author, answer.date.toString(Qt::ISODate), answer.evidence));
        return answers.join(u"; "_s);
    }
    switch (instance.action) {
    case Action::Restart:
        return isForChannels(instance) ? PlanTexts::tr(
                   "Social Messaging Solution, channel-anyname: options that are read at the start")
                                       : guide(PlanTexts::tr("restarts after tenant changes"));
    case Action::Immediate:
        return guide(PlanTexts::tr("Interaction Server 8.1.2 and later"));
    case Action::NotStated:
        return guide(
            PlanTexts::tr("restarts after tenant changes (this change is not named there)"));
    case Action::Start:
    case Action::Stop:
        break;
    }
    return {};
}
