// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/result.h"
#include "models/plan/changes.h"

/// A reference that could not be as it was meant to be, because its object is not there.
struct LostReference
{
    ObjectId holder;
    Field field;
    ObjectId target;
    std::optional<ObjectId> instead;  ///< What is referred to in its place, if anything.

    auto operator<=>(const LostReference &) const = default;
};

/// The edits that make a topology take another's side in some of their changes.
struct TakeOver
{
    Step step;  ///< Without title. Valid in order; its inverse restores. Ids are kept.
    /// References left out or cleared: of what is taken to what is not there, and of what stays to
    /// what goes. Sorted.
    QList<LostReference> lost;
    /// Switches that go though nobody asked for it: with their tenant or their office. Sorted.
    QList<ObjectId> alsoRemoved;
    /// Those of the selected changes that can't be made: switches without tenant or office. Sorted.
    QList<Change> notTaken;
};

/// Takes "other's" side in the selected changes, and in nothing else. The changes are some of
/// changesBetween(current, other); both are states of one document.
///
/// To revert changes of a working copy, "other" is the baseline; to restore a revision, all changes
/// are selected, and the outcome equals "other" but for waivers and places. An object that comes
/// takes over the references to a placeholder of its name, as in edits.h; placeholders come with
/// the references to them and go with the last one. Costs what the selection can reach.
///
/// Error: NotFound for what is no change between the two.
[[nodiscard]] Result<TakeOver> takeOver(
    const Topology &current, const Topology &other, const QList<Change> &selected);
