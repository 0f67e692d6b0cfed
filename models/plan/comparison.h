// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/plan/planner.h"

/// All that people want to know first about two topologies.
struct Comparison
{
    QList<ObjectDifference> differences;
    PlanSummary plan;         ///< Of what the way from the first to the second asks for.
    bool isSettings = false;  ///< The document's settings differ, which are no object.
};

Comparison compare(const Topology &from, const Topology &to, Matching matching);
