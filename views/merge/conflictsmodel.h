// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/merge/conflict.h"

#include <QAbstractTableModel>
#include <QSet>

/// Conflicts side by side: a line each, with the choice that people make. Keeps the choices while
/// conflicts come and go.
class ConflictsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { ObjectColumn, WhatColumn, BaseColumn, OursColumn, TheirsColumn, ColumnCount };
    enum Role { IsChosenRole = Qt::UserRole };  ///< Of the two sides' columns.

    using QAbstractTableModel::QAbstractTableModel;

    void setConflicts(const QList<Conflict> &conflicts);
    const QList<Conflict> &conflicts() const { return m_conflicts; }
    const MergeChoices &choices() const { return m_choices; }
    /// Conflicts that nobody has decided, one by one or all at once.
    int undecided() const;

    /// The row must exist.
    void choose(int row, MergeSide side);
    void chooseAll(MergeSide side);
    MergeSide choice(int row) const { return m_choices.at(m_conflicts.at(row).place); }
    /// None for columns that stand for no side.
    static std::optional<MergeSide> sideOf(int column);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void choicesChanged();

private:
    void tellChoices(int first, int last);

    QList<Conflict> m_conflicts;
    MergeChoices m_choices;
    bool m_isAllDecided = false;
};
