// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/topology.h"

#include <vector>

/// The wave of each of these applications, in their order: contract/restart.md, The plan.
///
/// Those that back each other up are one unit, and so are those that reach each other over
/// connections. A unit comes one wave after the last of the units that it connects to; the first
/// wave is 1. Only these applications, and the connections among them, count. Costs as much as they
/// have connections.
std::vector<int> wavesOf(const Topology &topology, const std::vector<ApplicationId> &applications);
