// SPDX-License-Identifier: Apache-2.0
#include "views/review/changesmodel.h"

#include "models/base/text.h"
#include "views/common/icons.h"
#include "views/common/mark.h"
#include "views/common/objecttext.h"
#include "views/review/changetexts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

/// Above this many rows in a group, going row by row takes longer than making all anew.
constexpr size_t batchSize = 500;

bool comesBefore(const ChangeHeading &a, const ChangeHeading &b)
{
    if (a.subject.has_value() != b.subject.has_value())
        return a.subject.has_value();
    const auto order = compareText(a.name, b.name);
    return order != 0 ? order < 0 : a.subject < b.subject;
}

/// Rows of the same objects and fields in the same order, one by one.
template <class Rows>
bool haveSameChanges(const Rows &a, const Rows &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
        [](const ChangeRow &one, const ChangeRow &other) { return one.change == other.change; });
}

}  // namespace

void ChangesModel::show(
    const Topology &from, const Topology &to, const Planner &planner, Grouping grouping)
{
    const auto changes = changesBetween(from, to);
    ChangeTexts texts(from, to);
    QHash<Change, ChangeRow> rows;
    rows.reserve(changes.size());
    for (const auto &change : changes) {
        const bool isOfServer =
            change.subject == Change::Subject::Object && change.object.kind == Kind::Application;
        const auto *planned = isOfServer ? planner.row(change.object.application()) : nullptr;
        rows.insert(change,
            {change, false, planned ? std::optional(planned->action) : std::nullopt,
                texts.subject(change), texts.difference(change)});
    }
    Wanted wanted;
    for (const auto &group : grouping == Grouping::ByTenant
            ? changesByTenant(from, to, planner, changes)
            : changesByServer(planner, changes)) {
        const auto name = group.subject ? texts.subject(Change::added(*group.subject)) : QString();
        auto made = std::make_unique<Group>(Group {{group.subject, name}, 0, {}});
        made->rows.reserve(size_t(group.changes.size()));
        for (const auto &reviewed : group.changes) {
            auto row = rows.value(reviewed.change);
            row.isOfRestart = reviewed.isOfRestart;
            made->rows.push_back(std::move(row));
        }
        std::stable_sort(made->rows.begin(), made->rows.end(),
            [](const ChangeRow &a, const ChangeRow &b) { return a.isOfRestart > b.isOfRestart; });
        wanted.push_back(std::move(made));
    }
    std::sort(wanted.begin(), wanted.end(),
        [](const auto &a, const auto &b) { return comesBefore(a->heading, b->heading); });
    m_changeCount = int(changes.size());
    const bool isOtherTree = std::exchange(m_grouping, grouping) != grouping;
    if (isOtherTree || !isAlike(wanted)) {
        beginResetModel();
        setGroups(std::move(wanted));
        endResetModel();
        return;
    }
    follow(std::move(wanted));
}

/// Whether it can be reached row by row: the groups that stay keep their order, and none changes as
/// a whole.
bool ChangesModel::isAlike(const Wanted &wanted) const
{
    QHash<ObjectId, const Group *> subjects;
    const Group *nobodys = nullptr;
    for (const auto &group : wanted) {
        if (group->heading.subject)
            subjects.insert(*group->heading.subject, group.get());
        else
            nobodys = group.get();
    }
    const Group *last = nullptr;
    for (const auto &group : groups()) {
        const auto &subject = group->heading.subject;
        const auto *same = subject ? subjects.value(*subject) : nobodys;
        if (!same)
            continue;
        if (last && comesBefore(same->heading, last->heading))
            return false;
        if (std::max(same->rows.size(), group->rows.size()) > batchSize
            && !haveSameChanges(same->rows, group->rows))
            return false;
        last = same;
    }
    return std::max(groups().size(), wanted.size()) <= batchSize
        || groups().size() == wanted.size();
}

void ChangesModel::follow(Wanted wanted)
{
    const auto find = [&](const Group &group) {
        return std::find_if(wanted.begin(), wanted.end(),
            [&](const auto &other) { return other->heading.subject == group.heading.subject; });
    };
    for (size_t i = groups().size(); i > 0; --i) {
        if (find(*groups()[i - 1]) == wanted.end())
            removeGroup(*groups()[i - 1]);
    }
    for (size_t i = 0; i < wanted.size(); ++i) {
        auto &group = *wanted[i];
        if (i < groups().size() && groups()[i]->heading.subject == group.heading.subject)
            changeGroup(*groups()[i], group);
        else
            insertGroup(int(i), std::move(group.heading), std::move(group.rows));
    }
}

void ChangesModel::changeGroup(Group &group, Group &wanted)
{
    const bool isOtherHeading =
        group.heading.name != wanted.heading.name || group.rows.size() != wanted.rows.size();
    group.heading.name = wanted.heading.name;
    QList<Change> present;
    for (const auto &row : group.rows)
        present.append(row.change);
    QList<Change> keys;
    QHash<Change, const ChangeRow *> rows;
    for (const auto &row : wanted.rows) {
        keys.append(row.change);
        rows.insert(row.change, &row);
    }
    followRows(group, present, keys, [&](const Change &key) { return *rows.value(key); });
    for (size_t row = 0; row < group.rows.size(); ++row) {
        if (group.rows[row] == wanted.rows[row])
            continue;
        group.rows[row] = std::move(wanted.rows[row]);
        Q_EMIT dataChanged(indexOf(group, int(row)), indexOf(group, int(row), ColumnCount - 1));
    }
    if (isOtherHeading)
        Q_EMIT dataChanged(indexOf(group), indexOf(group));
}

bool ChangesModel::hasRestart(const QModelIndex &heading) const
{
    // They come first.
    const auto &rows = groupOf(heading).rows;
    return !rows.empty() && rows.front().isOfRestart;
}

QModelIndex ChangesModel::find(ObjectId object) const
{
    QModelIndex heading;
    for (const auto &group : groups()) {
        if (group->heading.subject == object)
            heading = indexOf(*group);
        for (size_t row = 0; row < group->rows.size(); ++row) {
            const auto &change = group->rows[row].change;
            if (change.subject == Change::Subject::Object && change.object == object)
                return indexOf(*group, int(row));
        }
    }
    return heading;
}

QList<Change> ChangesModel::changesAt(const QModelIndexList &indexes) const
{
    QList<Change> changes;
    for (const auto &index : indexes) {
        if (const auto *one = row(index)) {
            changes.append(one->change);
            continue;
        }
        for (const auto &each : groupOf(index).rows)
            changes.append(each.change);
    }
    std::sort(changes.begin(), changes.end());
    changes.erase(std::unique(changes.begin(), changes.end()), changes.end());
    return changes;
}

// --- What is shown ---

int ChangesModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant ChangesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !checkIndex(index))
        return {};
    const auto *shown = row(index);
    if (!shown)
        return headingData(index, role);
    switch (index.column()) {
    case SubjectColumn:
        if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
            return role == Qt::DisplayRole ? shown->subject : toolTipText(shown->subject);
        if (role == Qt::DecorationRole && shown->change.subject == Change::Subject::Object)
            return kindIcon(shown->change.object.kind);
        break;
    case DifferenceColumn:
        if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
            return role == Qt::DisplayRole ? shown->difference : toolTipText(shown->difference);
        break;
    case ActionColumn:
        if (shown->action && (role == Qt::DisplayRole || role == Qt::AccessibleTextRole))
            return actionLabel(*shown->action);
        break;
    }
    return {};
}

QVariant ChangesModel::headingData(const QModelIndex &index, int role) const
{
    if (index.column() != SubjectColumn)
        return {};
    const auto &subject = heading(index).subject;
    if (role == Qt::DecorationRole && subject)
        return kindIcon(subject->kind);
    if (role != Qt::DisplayRole)
        return {};
    const auto name = subject              ? heading(index).name
        : m_grouping == Grouping::ByTenant ? tr("Shared, and of no tenant")
                                           : tr("Of no server");
    return tr("%1 (%2)").arg(name).arg(rowCount(index));
}

QVariant ChangesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case SubjectColumn:
        return tr("Object");
    case DifferenceColumn:
        return tr("Difference");
    case ActionColumn:
        return tr("Asks for");
    }
    return {};
}
