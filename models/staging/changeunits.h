// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/plan/changes.h"
#include "models/plan/planner.h"

#include <vector>

/// Changes that are deployed together: those of one object; of servers that back each other up
/// (directly or in a row), those of all of them.
///
/// So a server's effective list of tenants changes in one deployment alone, and nothing restarts
/// more often than if all were deployed at once.
struct ChangeUnit
{
    QList<Change> changes;
    QList<ObjectId> objects;        ///< That the changes touch, and servers that change with them.
    QList<ApplicationId> restarts;  ///< Sorted.
    QList<TenantId> interrupted;    ///< By these; sorted.
    /// Units without which this one can't be: what it refers to comes with them, or what refers to
    /// what goes here is gone with them. They are deployed before it or with it. Sorted.
    std::vector<int> needs;
};

/// All changes between a baseline and a working copy, as units; "planner" is that of the two. Units
/// that need each other are one. Costs what the changes can reach.
std::vector<ChangeUnit> changeUnits(const Topology &baseline, const Topology &working,
    const Planner &planner, const QList<Change> &changes);
