// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/common/rowchanges.h"

#include <QAbstractItemModel>

#include <memory>
#include <vector>

/// A tree of two levels: groups that have a heading, and rows below them. Groups without rows don't
/// stand.
///
/// Gives the plumbing; what a heading and a row are, and what they show, is for the model that
/// derives from it. A group stays at its address for as long as it stands.
template <class Heading, class Row>
class GroupedModel : public QAbstractItemModel
{
public:
    using QAbstractItemModel::QAbstractItemModel;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override
    {
        if (!hasIndex(row, column, parent))
            return {};
        return createIndex(
            row, column, parent.isValid() ? m_groups[size_t(parent.row())].get() : nullptr);
    }
    QModelIndex parent(const QModelIndex &child) const override
    {
        const auto *group = static_cast<const Group *>(child.constInternalPointer());
        return group ? createIndex(group->position, 0, nullptr) : QModelIndex();
    }
    int rowCount(const QModelIndex &parent = {}) const override
    {
        if (!parent.isValid())
            return int(m_groups.size());
        return isHeading(parent) && parent.column() == 0
            ? int(m_groups[size_t(parent.row())]->rows.size())
            : 0;
    }

    /// Only for valid indexes of this model.
    bool isHeading(const QModelIndex &index) const { return !index.constInternalPointer(); }
    const Heading &heading(const QModelIndex &index) const { return groupOf(index).heading; }
    /// Null for headings and for what is no index.
    const Row *row(const QModelIndex &index) const
    {
        return index.isValid() && !isHeading(index) ? &groupOf(index).rows[size_t(index.row())]
                                                    : nullptr;
    }

protected:
    struct Group
    {
        Heading heading;
        int position = 0;  ///< Among the groups.
        std::vector<Row> rows;
    };
    using Groups = std::vector<std::unique_ptr<Group>>;

    const Groups &groups() const { return m_groups; }
    const Group &groupOf(const QModelIndex &index) const
    {
        const auto *group = static_cast<const Group *>(index.constInternalPointer());
        return group ? *group : *m_groups[size_t(index.row())];
    }
    QModelIndex indexOf(const Group &group) const
    {
        return createIndex(group.position, 0, nullptr);
    }
    QModelIndex indexOf(const Group &group, int row, int column = 0) const
    {
        return createIndex(row, column, const_cast<Group *>(&group));
    }

    Group &insertGroup(int position, Heading heading, std::vector<Row> rows = {})
    {
        beginInsertRows({}, position, position);
        auto group = std::make_unique<Group>(Group {std::move(heading), position, std::move(rows)});
        auto &inserted = **m_groups.insert(m_groups.begin() + position, std::move(group));
        renumber(position);
        endInsertRows();
        return inserted;
    }
    void insertRow(Group &group, int position, Row row)
    {
        beginInsertRows(indexOf(group), position, position);
        group.rows.insert(group.rows.begin() + position, std::move(row));
        endInsertRows();
    }
    void removeGroup(Group &group)
    {
        const int at = group.position;
        beginRemoveRows({}, at, at);
        const auto gone = std::move(m_groups[size_t(at)]);
        m_groups.erase(m_groups.begin() + at);
        renumber(at);
        endRemoveRows();
    }
    /// Gives the group the wanted rows by way of their keys (rowchanges.h); make(key) makes a row
    /// that comes. Rows that stay are left as they are.
    template <class Key, class Make>
    void followRows(Group &group, QList<Key> present, const QList<Key> &wanted, Make make)
    {
        changeRows(
            present, wanted,
            [&](const RowChange &change) {
                const auto at = indexOf(group);
                if (change.kind == RowChange::Kind::Remove)
                    beginRemoveRows(at, change.first, change.last);
                else if (change.kind == RowChange::Kind::Insert)
                    beginInsertRows(at, change.first, change.last);
                else
                    beginMoveRows(at, change.first, change.last, at, change.to);
            },
            [&](const RowChange &change) {
                const auto first = group.rows.begin() + change.first;
                if (change.kind == RowChange::Kind::Remove) {
                    group.rows.erase(first, group.rows.begin() + change.last + 1);
                    endRemoveRows();
                } else if (change.kind == RowChange::Kind::Insert) {
                    std::vector<Row> rows;
                    for (int row = change.first; row <= change.last; ++row)
                        rows.push_back(make(present.at(row)));
                    group.rows.insert(first, rows.begin(), rows.end());
                    endInsertRows();
                } else {
                    if (change.to > change.first)
                        std::rotate(first, first + 1, group.rows.begin() + change.to);
                    else
                        std::rotate(group.rows.begin() + change.to, first, first + 1);
                    endMoveRows();
                }
            });
    }
    /// A row that leaves its group empty takes it along.
    void removeRow(Group &group, int position)
    {
        if (group.rows.size() == 1) {
            removeGroup(group);
            return;
        }
        beginRemoveRows(indexOf(group), position, position);
        group.rows.erase(group.rows.begin() + position);
        endRemoveRows();
    }
    /// Only between beginResetModel() and endResetModel().
    void setGroups(Groups groups)
    {
        m_groups = std::move(groups);
        renumber(0);
    }

private:
    void renumber(int from)
    {
        for (size_t i = size_t(from); i < m_groups.size(); ++i)
            m_groups[i]->position = int(i);
    }

    Groups m_groups;
};
