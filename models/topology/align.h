// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/topology.h"

/// The topology with the ids that its objects have in "reference": matched by kind and name,
/// switches by tenant, office and name, applications by name and type; of several alike the first
/// with the first. A placeholder also matches whatever bears its name. Objects without a match get
/// ids above all of the reference's. Waivers, places, site answers and
/// pending restarts stay behind: files have none.
///
/// This is how a file becomes a document's baseline: inside a document, the same id is the same
/// object.
Topology alignedTo(const Topology &reference, const Topology &topology);
