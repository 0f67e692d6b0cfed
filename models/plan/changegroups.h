// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/plan/changes.h"
#include "models/plan/planner.h"

/// A change as a review shows it.
struct ReviewedChange
{
    Change change;
    /// Its application's row in the plan is a restart. Such a change is never to be folded away.
    bool isOfRestart = false;
    bool operator==(const ReviewedChange &) const = default;
};

/// The changes under one heading: of the tenant or server "subject"; without one, those that are
/// nobody's.
struct ChangeGroup
{
    std::optional<ObjectId> subject;
    QList<ReviewedChange> changes;  ///< In the order given.
    bool operator==(const ChangeGroup &) const = default;
};

// Both take changes from a baseline to a working copy, and the planner of the two. Groups come by
// id, and the one without subject last; those that would be empty don't come.

/// A change of an application's tenants stands under each tenant that it adds or removes; one of a
/// tenant or a switch under that tenant; another one of an application under the tenant that it
/// serves if that is one alone. What several share, and hosts and offices, are nobody's.
QList<ChangeGroup> changesByTenant(const Topology &baseline, const Topology &working,
    const Planner &planner, const QList<Change> &changes);

/// A change of an application stands under it, any other is nobody's.
QList<ChangeGroup> changesByServer(const Planner &planner, const QList<Change> &changes);
