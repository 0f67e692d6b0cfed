// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/topology.h"

/// "37 rules on 71 objects": what was looked at, for when nothing was found.
QString checkedText(const Topology &topology);
