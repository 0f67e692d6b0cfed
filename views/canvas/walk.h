// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/canvas/scene.h"

/// Where the keyboard is: at a server or switch, at one of the lanes' ports; without an object at a
/// lane's head.
struct Place
{
    std::optional<ObjectId> object;
    int lane = -1;  ///< -1: the side lane.
    bool operator==(const Place &) const = default;
};

enum class Way : quint8 { Left, Right, Up, Down, First, Last };

/// One step with an arrow key. Up and down go to what stands in the lane; left and right go along
/// the lanes, staying at the server, whose ports are in all of them, or at the heads, which are
/// above all. Stays where there is no further way.
Place walked(const Scene &scene, const Place &from, Way way);
/// The servers and switches that stand in the lane or pass its port, from top to bottom; of the
/// side lane in columns.
std::vector<ObjectId> column(const Scene &scene, int lane);
