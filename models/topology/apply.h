// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/topology.h"

/// Applies a checked edit; the indexes follow. Costs what the edit touches. Only Document calls
/// this on the topology that people see; others work on copies. (Call it as ::apply: for a variant
/// the compiler also looks at std::apply.)
void apply(Topology &topology, const Edit &edit);

/// Applies all edits of a step, in order.
void apply(Topology &topology, const Step &step);
