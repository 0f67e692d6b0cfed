// SPDX-License-Identifier: Apache-2.0
#include "views/merge/conflictsmodel.h"

#include "views/common/objecttext.h"
#include "views/common/rowchanges.h"

void ConflictsModel::setConflicts(const QList<Conflict> &conflicts)
{
    QList<ConflictPlace> present;
    for (const auto &conflict : std::as_const(m_conflicts))
        present.append(conflict.place);
    QList<ConflictPlace> wanted;
    for (const auto &conflict : conflicts)
        wanted.append(conflict.place);
    const auto begin = [this](const RowChange &change) {
        if (change.kind == RowChange::Kind::Remove)
            beginRemoveRows({}, change.first, change.last);
        else if (change.kind == RowChange::Kind::Insert)
            beginInsertRows({}, change.first, change.last);
        else
            beginMoveRows({}, change.first, change.last, {}, change.to);
    };
    changeRows(present, wanted, begin, [&](const RowChange &change) {
        if (change.kind == RowChange::Kind::Remove) {
            m_conflicts.remove(change.first, change.last - change.first + 1);
            endRemoveRows();
        } else if (change.kind == RowChange::Kind::Insert) {
            for (int row = change.first; row <= change.last; ++row)
                m_conflicts.insert(row, conflicts.at(row));
            endInsertRows();
        } else {
            m_conflicts.move(change.first, change.to > change.first ? change.to - 1 : change.to);
            endMoveRows();
        }
    });
    m_conflicts = conflicts;
    if (!m_conflicts.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int ConflictsModel::undecided() const
{
    if (m_isAllDecided)
        return 0;
    return int(std::count_if(m_conflicts.cbegin(), m_conflicts.cend(),
        [this](const Conflict &conflict) { return !m_choices.each.contains(conflict.place); }));
}

void ConflictsModel::choose(int row, MergeSide side)
{
    const auto &place = m_conflicts.at(row).place;
    const auto before = m_choices.each.constFind(place);
    if (before != m_choices.each.cend() && *before == side)
        return;
    m_choices.each.insert(place, side);
    tellChoices(row, row);
}

void ConflictsModel::chooseAll(MergeSide side)
{
    m_choices = {side, {}};
    m_isAllDecided = true;
    if (!m_conflicts.isEmpty())
        tellChoices(0, rowCount() - 1);
}

void ConflictsModel::tellChoices(int first, int last)
{
    Q_EMIT dataChanged(index(first, 0), index(last, ColumnCount - 1));
    Q_EMIT choicesChanged();
}

std::optional<MergeSide> ConflictsModel::sideOf(int column)
{
    if (column == OursColumn)
        return MergeSide::Ours;
    return column == TheirsColumn ? std::optional(MergeSide::Theirs) : std::nullopt;
}

int ConflictsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_conflicts.size());
}

int ConflictsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ConflictsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &conflict = m_conflicts.at(index.row());
    const auto side = sideOf(index.column());
    if (role == IsChosenRole)
        return side == choice(index.row());
    const auto text = [&] {
        if (index.column() == ObjectColumn) {
            // It begins a sentence elsewhere, and a cell here.
            auto object = plainText(conflictObjectText(conflict.place));
            return object.replace(0, 1, object.at(0).toUpper());
        }
        return plainText(index.column() == WhatColumn ? conflictWhatText(conflict.place)
                                                      : conflictValueText(conflict, side));
    };
    if (role == Qt::DisplayRole)
        return text();
    if (role == Qt::AccessibleTextRole && side)
        return side == choice(index.row()) ? tr("%1, chosen").arg(text()) : text();
    return {};
}

QVariant ConflictsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case ObjectColumn:
        return tr("Object");
    case WhatColumn:
        return tr("What");
    case BaseColumn:
        return tr("Base");
    case OursColumn:
        return tr("Ours: this document");
    case TheirsColumn:
        return tr("Theirs");
    }
    return {};
}
