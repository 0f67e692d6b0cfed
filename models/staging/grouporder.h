// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

/// A graph in which "edges[i]" are the nodes that i needs. Gives each node the number of its group:
/// nodes that need each other, directly or in a circle, are of one group, and a group comes after
/// those that it needs.
std::vector<int> groupsInOrder(const std::vector<std::vector<int>> &edges);
