// SPDX-License-Identifier: Apache-2.0
#include "views/restarts/restartsmodel.h"

#include "views/common/objecttext.h"
#include "views/common/rowchanges.h"

#include <QMap>

using namespace Qt::StringLiterals;

namespace {

/// Above this many rows, going row by row takes longer than making all anew.
constexpr qsizetype batchSize = 1000;

PlanHeading headingOf(const PlannedInstance &instance)
{
    if (instance.wave)
        return {PlanHeading::Kind::Wave, *instance.wave};
    switch (instance.action) {
    case Action::Stop:
        return {PlanHeading::Kind::Stop};
    case Action::Immediate:
        return {PlanHeading::Kind::Immediate};
    default:
        return {PlanHeading::Kind::NotStated};
    }
}

/// Names a row for as long as its instance is in the plan; ids of stops are those of the baseline.
quint64 keyOf(const PlannedInstance &instance)
{
    return (quint64(instance.action == Action::Stop) << 32) | instance.application.value();
}

std::pair<PlanHeading, bool> rank(const PlannedInstance &instance)
{
    return {headingOf(instance), !isMessagingRestart(instance)};
}

bool looksAlike(const PlannedInstance &a, const PlannedInstance &b)
{
    return a.name == b.name && a.type == b.type && a.action == b.action
        && a.interruption == b.interruption && a.tenantsInterrupted == b.tenantsInterrupted
        && a.bystanders == b.bystanders && a.reasons == b.reasons && a.isBackup == b.isBackup
        && a.after == b.after;
}

}  // namespace

bool isMessagingRestart(const PlannedInstance &instance)
{
    return instance.action == Action::Restart
        && (instance.type == "istransportserver"_L1 || instance.type == "socialms"_L1);
}

void RestartsModel::setPlan(RestartPlan plan)
{
    const auto before = m_plan.instances.size();
    m_plan = std::move(plan);
    // Within a wave the servers that the guide itself names come first; otherwise the plan's own
    // order stands.
    std::stable_sort(m_plan.instances.begin(), m_plan.instances.end(),
        [](const PlannedInstance &a, const PlannedInstance &b) { return rank(a) < rank(b); });
    if (std::max(before, m_plan.instances.size()) > batchSize
        && before != m_plan.instances.size()) {
        reset();
        return;
    }
    QMap<PlanHeading, QList<PlannedInstance>> wanted;
    for (const auto &instance : std::as_const(m_plan.instances))
        wanted[headingOf(instance)].append(instance);

    // Groups that empty go first; what moves between groups is a removal and an insertion.
    for (size_t i = groups().size(); i > 0; --i) {
        auto &group = *groups()[i - 1];
        if (!wanted.contains(group.heading)) {
            removeGroup(group);
            continue;
        }
        changeGroup(group, wanted.take(group.heading));
    }
    for (auto it = wanted.cbegin(); it != wanted.cend(); ++it) {
        const auto place = std::lower_bound(groups().cbegin(), groups().cend(), it.key(),
            [](const auto &group, const PlanHeading &heading) { return group->heading < heading; });
        insertGroup(int(place - groups().cbegin()), it.key(), {it->cbegin(), it->cend()});
    }
}

void RestartsModel::reset()
{
    beginResetModel();
    Groups made;
    for (const auto &instance : std::as_const(m_plan.instances)) {
        const auto heading = headingOf(instance);
        auto place = std::lower_bound(made.begin(), made.end(), heading,
            [](const auto &group, const PlanHeading &wanted) { return group->heading < wanted; });
        if (place == made.end() || (*place)->heading != heading)
            place = made.insert(place, std::make_unique<Group>(Group {heading, 0, {}}));
        (*place)->rows.push_back(instance);
    }
    setGroups(std::move(made));
    endResetModel();
}

void RestartsModel::changeGroup(Group &group, const QList<PlannedInstance> &wanted)
{
    QList<quint64> present;
    for (const auto &instance : group.rows)
        present.append(keyOf(instance));
    QList<quint64> keys;
    QHash<quint64, const PlannedInstance *> instances;
    for (const auto &instance : wanted) {
        keys.append(keyOf(instance));
        instances.insert(keyOf(instance), &instance);
    }
    followRows(group, present, keys, [&](quint64 key) { return *instances.value(key); });
    for (int row = 0; row < int(group.rows.size()); ++row) {
        auto &shown = group.rows[size_t(row)];
        const auto &instance = wanted.at(row);
        const bool isSame = looksAlike(shown, instance);
        shown = instance;
        if (!isSame)
            Q_EMIT dataChanged(indexOf(group, row), indexOf(group, row, ColumnCount - 1));
    }
}

QModelIndex RestartsModel::find(ApplicationId application) const
{
    for (const auto &group : groups()) {
        for (size_t row = 0; row < group->rows.size(); ++row) {
            if (group->rows[row].application == application
                && group->rows[row].action != Action::Stop)
                return indexOf(*group, int(row));
        }
    }
    return {};
}

int RestartsModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant RestartsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !checkIndex(index))
        return {};
    const auto *instance = row(index);
    if (!instance) {
        if (index.column() != InstanceColumn || role != Qt::DisplayRole)
            return {};
        return tr("%1 (%2)").arg(headingText(heading(index))).arg(rowCount(index));
    }
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole) {
        const auto text = columnText(*instance, index.column());
        return role == Qt::DisplayRole ? text : toolTipText(text);
    }
    return {};
}

QVariant RestartsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case InstanceColumn:
        return tr("Application");
    case ActionColumn:
        return tr("Action");
    case ReasonColumn:
        return tr("Reason");
    case InterruptsColumn:
        return tr("Interrupts");
    case InterruptionColumn:
        return tr("Interruption");
    case AfterColumn:
        return tr("After");
    }
    return {};
}

QString RestartsModel::headingText(const PlanHeading &heading) const
{
    switch (heading.kind) {
    case PlanHeading::Kind::Wave:
        return tr("Wave %1").arg(heading.wave);
    case PlanHeading::Kind::Stop:
        return tr("To stop");
    case PlanHeading::Kind::Immediate:
        return tr("At once, without a restart");
    case PlanHeading::Kind::NotStated:
        return tr("Not stated");
    }
    return {};
}

QString RestartsModel::columnText(const PlannedInstance &instance, int column) const
{
    switch (column) {
    case InstanceColumn:
        return nameText(instance.name);
    case ActionColumn:
        return actionLabel(instance.action);
    case ReasonColumn: {
        QStringList reasons;
        for (const auto &reason : instance.reasons)
            reasons.append(reasonText(reason));
        return plainText(reasons.join(u" · "));
    }
    case InterruptsColumn:
        if (instance.action != Action::Restart)
            return {};
        return instance.tenantsInterrupted.isEmpty() ? tr("nobody") : interruptedText(instance);
    case InterruptionColumn:
        if (!instance.interruption)
            return {};
        switch (*instance.interruption) {
        case Interruption::Outage:
            return tr("outage");
        case Interruption::Switchover:
            return tr("switchover");
        case Interruption::None:
            return instance.isBackup ? tr("none, backup") : tr("none");
        }
        break;
    case AfterColumn: {
        QStringList names;
        for (const auto &name : instance.after)
            names.append(nameText(name));
        return names.join(u", ");
    }
    }
    return {};
}

QString interruptedText(const PlannedInstance &instance)
{
    QStringList texts;
    for (const auto &tenant : instance.tenantsInterrupted) {
        texts.append(instance.bystanders.contains(tenant)
                ? RestartsModel::tr("%1 (bystander)").arg(nameText(tenant))
                : nameText(tenant));
    }
    return texts.join(u", ");
}

QString planHeadline(const RestartPlan &plan)
{
    const auto &summary = plan.summary;
    QStringList parts;
    const auto add = [&](int count, const QString &one, const QString &several) {
        if (count > 0)
            parts.append(count == 1 ? one : several.arg(count));
    };
    add(summary.restarts, RestartsModel::tr("1 restart"), RestartsModel::tr("%1 restarts"));
    add(summary.starts, RestartsModel::tr("1 start"), RestartsModel::tr("%1 starts"));
    add(summary.stops, RestartsModel::tr("1 stop"), RestartsModel::tr("%1 stops"));
    add(summary.immediate, RestartsModel::tr("1 immediate"), RestartsModel::tr("%1 immediate"));
    add(summary.notStated, RestartsModel::tr("1 not stated"), RestartsModel::tr("%1 not stated"));
    add(summary.tenantsInterrupted, RestartsModel::tr("1 tenant interrupted"),
        RestartsModel::tr("%1 tenants interrupted"));
    return parts.join(u" · ");
}
