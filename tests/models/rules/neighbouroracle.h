// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/topology.h"

/// What the rules of the neighbouring pages of the documentation find, worked out the slow and
/// plain way: the lines of ruleoracle.h, unsorted.
QStringList neighbourFindings(const Topology &topology);
