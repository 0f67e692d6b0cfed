// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/plan/planner.h"

#include <QStringList>

/// The plan and the differences as the contract's sentences say them, one after the other, without
/// any thought of speed: every question goes over all objects again. Shares nothing with the code
/// that it judges but the topology.
struct PlanOracle
{
    QStringList plan;
    QStringList differences;
    QString summary;

    PlanOracle(const Topology &baseline, const Topology &working, Matching matching);
};

/// The same lines, of what the code says.
QStringList comparable(const RestartPlan &plan);
/// Sorted, since nothing is promised about the order of equal names.
QStringList comparable(const QList<ObjectDifference> &differences);
QString comparable(const PlanSummary &summary);
