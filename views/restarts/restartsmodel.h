// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/common/groupedmodel.h"
#include "views/common/mark.h"
#include "views/restarts/restartrow.h"

/// A restart plan as a tree: waves, then what stops, what takes effect at once, what isn't stated;
/// or what each tenant notices; or what happens on each host. What is pending has a box to tick.
///
/// New rows change those that differ, so that selection and scroll position stay.
class RestartsModel final : public GroupedModel<PlanHeading, RestartRow>
{
    Q_OBJECT

public:
    enum Column {
        InstanceColumn,
        ActionColumn,
        ReasonColumn,
        InterruptsColumn,
        InterruptionColumn,
        AfterColumn,
        ColumnCount
    };

    using GroupedModel::GroupedModel;

    /// restartRows() in this grouping.
    void setRows(const QList<RestartRow> &rows, PlanGrouping grouping);
    PlanGrouping grouping() const { return m_grouping; }
    /// Where the application's row stands, the first if there are several: one of the working copy,
    /// so not a stop. Invalid if it needs nothing.
    QModelIndex find(ApplicationId application) const;
    QModelIndex find(const PlanHeading &heading) const;
    /// Of the row, or of the rows below the heading, those that can be ticked.
    QList<ApplicationId> tickable(const QModelIndex &index) const;
    /// Without it boxes are shown and not to be ticked.
    void setTicking(bool canTick) { m_canTick = canTick; }

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    /// A box: only asks, by tickRequested().
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void tickRequested(const QModelIndex &index, bool isDone);

private:
    using Wanted = QMap<PlanHeading, QList<RestartRow>>;
    void reset(const Wanted &wanted);
    void changeGroup(Group &group, const QList<RestartRow> &wanted);
    QString columnText(const RestartRow &row, int column) const;
    QVariant checkState(const QModelIndex &index) const;

    PlanGrouping m_grouping = PlanGrouping::Wave;
    bool m_canTick = true;
};

/// Pending, or what its action asks for.
Mark markOf(const RestartRow &row);
/// Who is interrupted, bystanders marked: "Globex (bystander), Acme"; empty for nobody.
QString interruptedText(const PlannedInstance &instance);
/// "3 restarts · 1 not stated · 4 tenants interrupted · 2 pending"; what is nought is left out.
/// Empty if there is nothing to do.
QString planHeadline(const RestartPlan &plan);
