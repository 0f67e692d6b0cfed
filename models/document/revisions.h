// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/store/store.h"

/// NotFound if there is no revision of this number.
Result<RevisionInfo> findRevision(Store &store, int number);

/// What a revision holds, waivers, answers and all else as they were then: the steps made since are
/// taken back from "now", the topology at the step "head". Objects have the ids that they have now.
Result<Topology> topologyOf(
    Store &store, const RevisionInfo &revision, const Topology &now, qint64 head);
