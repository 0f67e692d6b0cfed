// SPDX-License-Identifier: Apache-2.0
#include "views/restarts/restartsmodel.h"

#include "views/common/objecttext.h"
#include "views/common/plannedrow.h"

#include <QMap>

#include <numeric>

using namespace Qt::StringLiterals;

namespace {

/// Above this many rows, going row by row takes longer than making all anew.
constexpr qsizetype batchSize = 1000;

qsizetype countOf(const QMap<PlanHeading, QList<RestartRow>> &groups)
{
    return std::accumulate(groups.cbegin(), groups.cend(), qsizetype(0),
        [](qsizetype sum, const QList<RestartRow> &rows) { return sum + rows.size(); });
}

}  // namespace

Mark markOf(const RestartRow &row)
{
    return row.pending ? Mark::Pending : markOf(row.instance.action);
}

void RestartsModel::setRows(const QList<RestartRow> &rows, PlanGrouping grouping)
{
    Wanted wanted;
    for (const auto &row : rows) {
        for (const auto &heading : headingsOf(row, grouping))
            wanted[heading].append(row);
    }
    qsizetype before = 0;
    for (const auto &group : groups())
        before += qsizetype(group->rows.size());
    const auto after = countOf(wanted);
    if (grouping != m_grouping || (std::max(before, after) > batchSize && before != after)) {
        m_grouping = grouping;
        reset(wanted);
        return;
    }
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

void RestartsModel::reset(const Wanted &wanted)
{
    beginResetModel();
    Groups made;
    for (auto it = wanted.cbegin(); it != wanted.cend(); ++it)
        made.push_back(std::make_unique<Group>(Group {it.key(), 0, {it->cbegin(), it->cend()}}));
    setGroups(std::move(made));
    endResetModel();
}

void RestartsModel::changeGroup(Group &group, const QList<RestartRow> &wanted)
{
    QList<quint64> present;
    for (const auto &row : group.rows)
        present.append(keyOf(row));
    QList<quint64> keys;
    QHash<quint64, const RestartRow *> rows;
    for (const auto &row : wanted) {
        keys.append(keyOf(row));
        rows.insert(keyOf(row), &row);
    }
    followRows(group, present, keys, [&](quint64 key) { return *rows.value(key); });
    bool wereTicks = false;
    for (int row = 0; row < int(group.rows.size()); ++row) {
        auto &shown = group.rows[size_t(row)];
        const auto &made = wanted.at(row);
        const bool isSame = looksAlike(shown, made);
        wereTicks |= shown.pending != made.pending || shown.isDone != made.isDone;
        shown = made;
        if (!isSame)
            Q_EMIT dataChanged(indexOf(group, row), indexOf(group, row, ColumnCount - 1));
    }
    if (wereTicks || present.size() != keys.size())
        Q_EMIT dataChanged(indexOf(group), indexOf(group));
}

QModelIndex RestartsModel::find(ApplicationId application) const
{
    for (const auto &group : groups()) {
        for (size_t row = 0; row < group->rows.size(); ++row) {
            const auto &instance = group->rows[row].instance;
            if (instance.application == application && instance.action != Action::Stop)
                return indexOf(*group, int(row));
        }
    }
    return {};
}

QModelIndex RestartsModel::find(const PlanHeading &heading) const
{
    for (const auto &group : groups()) {
        if (group->heading == heading)
            return indexOf(*group);
    }
    return {};
}

QList<ApplicationId> RestartsModel::tickable(const QModelIndex &index) const
{
    QList<ApplicationId> applications;
    const auto add = [&](const RestartRow &row) {
        if (row.canBeTicked())
            applications.append(row.instance.application);
    };
    if (const auto *alone = row(index)) {
        add(*alone);
    } else if (index.isValid()) {
        for (const auto &each : groupOf(index).rows)
            add(each);
    }
    return applications;
}

int RestartsModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant RestartsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !checkIndex(index))
        return {};
    if (role == Qt::CheckStateRole)
        return index.column() == InstanceColumn ? checkState(index) : QVariant();
    const auto *line = row(index);
    if (!line) {
        if (index.column() != InstanceColumn || role != Qt::DisplayRole)
            return {};
        return tr("%1 (%2)").arg(headingText(heading(index))).arg(rowCount(index));
    }
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole) {
        const auto text = columnText(*line, index.column());
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

/// Done if all is done that could be ticked.
QVariant RestartsModel::checkState(const QModelIndex &index) const
{
    int pending = 0;
    int done = 0;
    const auto count = [&](const RestartRow &row) {
        pending += row.pending.has_value();
        done += row.isDone;
    };
    if (const auto *alone = row(index)) {
        count(*alone);
    } else {
        for (const auto &each : groupOf(index).rows)
            count(each);
    }
    if (pending + done == 0)
        return {};
    if (pending > 0 && done > 0)
        return int(Qt::PartiallyChecked);
    return int(pending == 0 ? Qt::Checked : Qt::Unchecked);
}

bool RestartsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !(flags(index) & Qt::ItemIsUserCheckable))
        return false;
    Q_EMIT tickRequested(index, value.toInt() == Qt::Checked);
    return true;
}

Qt::ItemFlags RestartsModel::flags(const QModelIndex &index) const
{
    auto flags = GroupedModel::flags(index);
    if (m_canTick && index.isValid() && index.column() == InstanceColumn
        && !checkState(index).isNull())
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

QString RestartsModel::columnText(const RestartRow &row, int column) const
{
    const auto &instance = row.instance;
    switch (column) {
    case InstanceColumn:
        return nameText(instance.name);
    case ActionColumn:
        if (row.isDone)
            return tr("✓ Done");
        return row.pending ? markLabel(Mark::Pending) : actionLabel(instance.action);
    case ReasonColumn: {
        if (!row.isPlanned)
            return row.pending ? pendingSentence(*row.pending) : tr("Restart confirmed.");
        QStringList reasons;
        for (const auto &reason : instance.reasons)
            reasons.append(reasonText(reason));
        return plainText(reasons.join(u" · "));
    }
    case InterruptsColumn:
        if (instance.action != Action::Restart || !row.isPlanned)
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
        // Where the headings don't say it.
        if (m_grouping != PlanGrouping::Wave && instance.wave)
            names.prepend(tr("wave %1").arg(*instance.wave));
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
    QStringList parts {planTotals(plan.summary)};
    if (const auto pending = plan.pending.size(); pending > 0)
        parts.append(pending == 1 ? RestartsModel::tr("1 pending")
                                  : RestartsModel::tr("%1 pending").arg(pending));
    parts.removeAll(QString());
    return parts.join(u" · ");
}
