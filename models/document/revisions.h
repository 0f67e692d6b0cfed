// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/store/store.h"

/// NotFound if there is no revision of this number.
Result<RevisionInfo> findRevision(Store &store, int number);

/// The latest revision, if it is of the state at this step: what stands is what it keeps.
Result<std::optional<RevisionInfo>> revisionAt(Store &store, qint64 step);

/// What a revision holds, waivers, answers and all else as they were then: the steps made since are
/// taken back from "now", the topology at the step "head". Objects have the ids that they have now.
Result<Topology> topologyOf(
    Store &store, const RevisionInfo &revision, const Topology &now, qint64 head);

/// A state of a document that is open: all that is needed to find what a revision holds in another
/// thread, through a reader of its own.
struct DocumentState
{
    QString path;
    Topology topology;
    qint64 head = 0;  ///< The step that the topology is the state of.
};
/// What the revision holds; without one, the state itself.
Result<Topology> topologyOf(
    const DocumentState &state, const std::optional<RevisionInfo> &revision);
