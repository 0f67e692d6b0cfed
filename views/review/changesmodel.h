// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/plan/changegroups.h"
#include "views/common/groupedmodel.h"

/// A heading of the review: a tenant, a server, or what is nobody's.
struct ChangeHeading
{
    std::optional<ObjectId> subject;
    QString name;
};

/// One change with its texts.
struct ChangeRow
{
    Change change;
    bool isOfRestart = false;
    std::optional<Action> action;  ///< What its application's row in the plan asks for.
    QString subject;
    QString difference;
    bool operator==(const ChangeRow &) const = default;
};

/// Changes as a tree: by tenant or by server, headings by name, what is nobody's last. In a group
/// what causes a restart comes first. New changes alter the rows that differ, so that selection and
/// scroll position stay.
class ChangesModel final : public GroupedModel<ChangeHeading, ChangeRow>
{
    Q_OBJECT

public:
    enum Column { SubjectColumn, DifferenceColumn, ActionColumn, ColumnCount };
    enum class Grouping { ByTenant, ByServer };

    using GroupedModel::GroupedModel;

    /// From one state to another, whose planner is given; nothing of them is kept.
    void show(const Topology &from, const Topology &to, const Planner &planner, Grouping grouping);
    /// Each change once.
    int changeCount() const { return m_changeCount; }

    bool hasRestart(const QModelIndex &heading) const;
    /// The first row of an object that is changed; else its heading; invalid if there is neither.
    QModelIndex find(ObjectId object) const;
    /// Those of the rows, and of all rows below the headings: each once, sorted.
    QList<Change> changesAt(const QModelIndexList &indexes) const;

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    using Wanted = Groups;
    bool isAlike(const Wanted &wanted) const;
    void follow(Wanted wanted);
    void changeGroup(Group &group, Group &wanted);
    QVariant headingData(const QModelIndex &index, int role) const;

    Grouping m_grouping = Grouping::ByTenant;
    int m_changeCount = 0;
};
