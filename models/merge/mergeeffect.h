// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/plan/planner.h"
#include "models/rules/finding.h"

/// What only shows when both sides are together.
struct MergeEffect
{
    /// Of the merged topology: those that neither side has, waived ones aside; sorted. Double
    /// bookings (a port, an address, a name) are among them.
    QList<Finding> findings;
    /// Restarts from base to the merged topology that neither side alone asks for; in the order of
    /// the plan.
    QList<PlannedInstance> restarts;

    bool isEmpty() const { return findings.isEmpty() && restarts.isEmpty(); }
};

/// Findings and applications are compared by names. "today" is for waivers.
MergeEffect mergeEffect(const Topology &base, const Topology &ours, const Topology &theirs,
    const Topology &merged, QDate today = {});
