// SPDX-License-Identifier: Apache-2.0
#include "views/restarts/restartrow.h"

#include "models/base/text.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

void TickedRestarts::add(const Document &document, ApplicationId application, qint64 revision)
{
    m_ticked.insert(application, {revision, document.planner().reasons(application)});
}

std::optional<qint64> TickedRestarts::revision(
    const Document &document, ApplicationId application) const
{
    const auto at = m_ticked.constFind(application);
    if (at == m_ticked.cend() || document.planner().reasons(application) != at->reasons)
        return {};
    return at->revision;
}

bool isMessagingRestart(const PlannedInstance &instance)
{
    return instance.action == Action::Restart
        && (instance.type == "istransportserver"_L1 || instance.type == "socialms"_L1);
}

namespace {

QString hostOf(const Topology &topology, ApplicationId application)
{
    const auto host = topology.application(application).host;
    return host ? topology.host(*host).name : QString();
}

/// A restart that the plan knows nothing of.
PlannedInstance unplanned(const Topology &topology, ApplicationId id)
{
    const auto &application = topology.application(id);
    PlannedInstance instance;
    instance.name = application.name;
    instance.type = application.type.token();
    instance.application = id;
    instance.isBackup = topology.isBackup(id);
    return instance;
}

}  // namespace

QList<RestartRow> restartRows(
    const Document &document, const RestartPlan &plan, const TickedRestarts &ticked)
{
    const auto &topology = document.topology();
    const auto mark = [&](RestartRow &row) {
        row.pending = topology.pendingRestart(row.instance.application);
        row.isDone = !row.pending && ticked.revision(document, row.instance.application);
    };
    QList<RestartRow> rows;
    rows.reserve(plan.instances.size());
    QSet<ApplicationId> planned;
    for (const auto &instance : plan.instances) {
        RestartRow row {instance, true, {}, false, {}};
        const bool isStop = instance.action == Action::Stop;
        row.host = hostOf(isStop ? document.baseline() : topology, instance.application);
        if (!isStop) {
            mark(row);
            planned.insert(instance.application);
        }
        rows.append(row);
    }
    const auto rank = [](const RestartRow &row) {
        return std::pair(row.instance.wave.value_or(INT_MAX), !isMessagingRestart(row.instance));
    };
    std::stable_sort(rows.begin(), rows.end(),
        [&](const RestartRow &a, const RestartRow &b) { return rank(a) < rank(b); });

    QList<RestartRow> others;
    auto applications = topology.pendingRestarts().keys();
    applications.append(ticked.applications());
    for (const auto application : std::as_const(applications)) {
        if (planned.contains(application) || !topology.applications().contains(application))
            continue;
        planned.insert(application);
        RestartRow row {
            unplanned(topology, application), false, {}, false, hostOf(topology, application)};
        mark(row);
        if (row.canBeTicked())
            others.append(row);
    }
    std::sort(others.begin(), others.end(), [](const RestartRow &a, const RestartRow &b) {
        return textLess(a.instance.name, b.instance.name);
    });
    return rows + others;
}

QList<PlanHeading> headingsOf(const RestartRow &row, PlanGrouping grouping)
{
    using Kind = PlanHeading::Kind;
    const auto &instance = row.instance;
    if (grouping == PlanGrouping::Host)
        return {row.host.isEmpty() ? PlanHeading {Kind::NoHost, 0, {}}
                                   : PlanHeading {Kind::Host, 0, row.host}};
    if (!row.isPlanned)
        return {{Kind::Pending, 0, {}}};
    if (grouping == PlanGrouping::Tenant && instance.action != Action::NotStated) {
        if (instance.tenantsInterrupted.isEmpty())
            return {{Kind::Nobody, 0, {}}};
        QList<PlanHeading> headings;
        for (const auto &tenant : instance.tenantsInterrupted)
            headings.append({Kind::Tenant, 0, tenant});
        return headings;
    }
    if (instance.wave)
        return {{Kind::Wave, *instance.wave, {}}};
    switch (instance.action) {
    case Action::Stop:
        return {{Kind::Stop, 0, {}}};
    case Action::Immediate:
        return {{Kind::Immediate, 0, {}}};
    default:
        return {{Kind::NotStated, 0, {}}};
    }
}

quint64 keyOf(const RestartRow &row)
{
    return (quint64(row.instance.action == Action::Stop) << 32) | row.instance.application.value();
}

bool looksAlike(const RestartRow &a, const RestartRow &b)
{
    const auto &one = a.instance;
    const auto &other = b.instance;
    return a.isPlanned == b.isPlanned && a.pending == b.pending && a.isDone == b.isDone
        && a.host == b.host && one.name == other.name && one.type == other.type
        && one.action == other.action && one.wave == other.wave
        && one.interruption == other.interruption
        && one.tenantsInterrupted == other.tenantsInterrupted && one.bystanders == other.bystanders
        && one.reasons == other.reasons && one.isBackup == other.isBackup
        && one.answers == other.answers && one.after == other.after;
}
