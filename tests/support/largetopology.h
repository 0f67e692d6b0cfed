// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/topology.h"

/// A deterministic topology of any size, as benchmarks and tests of large documents use it: for
/// each tenant 12 applications, 30 assignments, 37 connections, 2 hosts, 12 ports, a multimedia
/// switch and 60 options; one application in a hundred is in error (an E-mail Server with two
/// tenants).
struct LargeTopology
{
    /// The working copy.
    static Topology working(int tenants);
    /// What it came from: one application in a hundred is another (a tenant less, or another
    /// release).
    static Topology baseline(const Topology &working);
};
