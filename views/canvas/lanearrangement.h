// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/topology.h"

/// How much an order of lanes makes the buses run past tenants that they don't serve.
struct LaneOrderCost
{
    qint64 gaps = 0;    ///< Lanes that buses pass without a port.
    qint64 length = 0;  ///< Steps from lane to lane that all buses take together.

    auto operator<=>(const LaneOrderCost &) const = default;
};

/// Of all tenants, each once, from left to right.
LaneOrderCost laneOrderCost(const Topology &topology, const std::vector<TenantId> &order);

/// The order of lanes in which tenants that share servers stand together: Environment first, then
/// each group of tenants that shares any, by its leftmost lane of now. Never costs more than the
/// order of now, which stays where nothing better is found. Tells the same each time.
std::vector<TenantId> arrangedLanes(const Topology &topology);
