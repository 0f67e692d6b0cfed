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
