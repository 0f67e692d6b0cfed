// SPDX-License-Identifier: Apache-2.0
#include "models/plan/planner.h"
#include "models/plan/reasontext.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

struct Texts
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
    return Texts::tr("eServices Multitenancy and Load Balancing Guide 8.1.4, Configuration: %1")
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
    return instance.name.isEmpty() ? Texts::tr("(no name)") : instance.name;
}

QString actionLabel(Action action)
{
    switch (action) {
    case Action::Restart:
        return Texts::tr("↻ Restart");
    case Action::NotStated:
        return Texts::tr("? Not stated");
    case Action::Immediate:
        return Texts::tr("⚡ Immediate");
    case Action::Start:
        return Texts::tr("+ Start");
    case Action::Stop:
        return Texts::tr("– Stop");
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
            return Texts::tr("Restart %1: the site's answer says that a change of %2 needs it.")
                .arg(name, answeredFields(instance, SiteAnswer::Effect::Restart));
        if (isForChannels(instance))
            return Texts::tr("Restart %1: its channel options change.").arg(name);
        return Texts::tr("Restart %1: its tenant list changes (%2).")
            .arg(name, membersText(*findReason(instance.reasons, Field::Tenants)));
    case Action::Immediate:
        if (!instance.answers.isEmpty())
            return Texts::tr("%1 takes a change of %2 over by itself, the site's answer says.")
                .arg(name, answeredFields(instance, SiteAnswer::Effect::Immediate));
        return Texts::tr("%1 (%2) applies tenant changes immediately (8.1.2 and later).")
            .arg(name, release);
    case Action::NotStated:
        return Texts::tr(
            "The guide does not say whether %1 needs a restart. Plan for one, or record your site's answer.")
            .arg(name);
    case Action::Start:
        return Texts::tr("Start %1 (new).").arg(name);
    case Action::Stop:
        return Texts::tr("Stop %1 (gone).").arg(name);
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
    add(summary.restarts, Texts::tr("1 restart"), Texts::tr("%1 restarts"));
    add(summary.starts, Texts::tr("1 start"), Texts::tr("%1 starts"));
    add(summary.stops, Texts::tr("1 stop"), Texts::tr("%1 stops"));
    add(summary.immediate, Texts::tr("1 immediate"), Texts::tr("%1 immediate"));
    add(summary.notStated, Texts::tr("1 not stated"), Texts::tr("%1 not stated"));
    add(summary.tenantsInterrupted, Texts::tr("1 tenant interrupted"),
        Texts::tr("%1 tenants interrupted"));
    return parts.join(u" · "_s);
}

QString actionSource(const PlannedInstance &instance)
{
    if (!instance.answers.isEmpty()) {
        QStringList answers;
        for (const auto &answer : instance.answers)
            answers.append(
                Texts::tr("Site's answer, %1, %2: %3")
                    .arg(answer.author, answer.date.toString(Qt::ISODate), answer.evidence));
        return answers.join(u"; "_s);
    }
    switch (instance.action) {
    case Action::Restart:
        return isForChannels(instance) ? Texts::tr(
                   "Social Messaging Solution, channel-anyname: options that are read at the start")
                                       : guide(Texts::tr("restarts after tenant changes"));
    case Action::Immediate:
        return guide(Texts::tr("Interaction Server 8.1.2 and later"));
    case Action::NotStated:
        return guide(Texts::tr("restarts after tenant changes (this change is not named there)"));
    case Action::Start:
    case Action::Stop:
        break;
    }
    return {};
}
