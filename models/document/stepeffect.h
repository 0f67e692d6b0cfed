// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/plan/planner.h"
#include "models/rules/finding.h"

/// All that a step does: to objects, to findings, and to the restart plan.
struct StepEffect
{
    /// A finding, and what it says: those that go may speak of what is gone then.
    struct Said
    {
        Finding finding;
        QString message;
    };
    /// A row of the plan that comes, goes, or becomes another one.
    struct RowChange
    {
        QString application;
        std::optional<PlanRow> before;
        std::optional<PlanRow> after;
        QStringList interrupted;  ///< Tenants of the row after, by name.
        QStringList bystanders;   ///< Those of them for whom nothing changes.
    };

    QList<ObjectDifference> changes;
    QList<Said> solved;
    QList<Said> created;
    QList<RowChange> rows;  ///< By name.
    PlanSummary planBefore;
    PlanSummary planAfter;
};
