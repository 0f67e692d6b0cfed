// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/plan/planner.h"
#include "views/common/groupedmodel.h"

/// A heading of the plan: a wave, or what has none.
struct PlanHeading
{
    enum class Kind : quint8 { Wave, Stop, Immediate, NotStated };

    Kind kind = Kind::Wave;
    int wave = 0;
    auto operator<=>(const PlanHeading &) const = default;
};

/// A restart plan as a tree: waves, then what stops, what takes effect at once, what isn't stated.
/// A new plan changes the rows that differ, so that selection and scroll position stay. Within a
/// wave, SMS and Social Messaging Servers come first.
class RestartsModel final : public GroupedModel<PlanHeading, PlannedInstance>
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

    const RestartPlan &plan() const { return m_plan; }
    void setPlan(RestartPlan plan);
    /// Where the application's row stands: one of the working copy, so not a stop. Invalid if it
    /// needs nothing.
    QModelIndex find(ApplicationId application) const;

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void reset();
    void changeGroup(Group &group, const QList<PlannedInstance> &wanted);
    QString headingText(const PlanHeading &heading) const;
    QString columnText(const PlannedInstance &instance, int column) const;

    RestartPlan m_plan;
};

/// An SMS Server or Social Messaging Server to restart: what the guide itself names, and nobody
/// must miss.
bool isMessagingRestart(const PlannedInstance &instance);
/// Who is interrupted, bystanders marked: "Globex (bystander), Acme"; empty for nobody.
QString interruptedText(const PlannedInstance &instance);
/// "3 restarts · 1 not stated · 4 tenants interrupted"; what is nought is left out. Empty if
/// nothing differs.
QString planHeadline(const RestartPlan &plan);
