// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/rules/waivers.h"

/// Waivers as people read them: what each accepts, why, until when, and whether it still counts;
/// those that no longer do first. "states" are waiverStates() of the topology.
QString waiversText(const Topology &topology, const QList<WaiverState> &states);
/// The same for programs: {"format":"switchyard-waivers","version":1,"waivers":[{"rule":…,
/// "object":{"kind":…,"name":…},"tenants":[…],"related":[{"kind":…,"name":…}],"reason":…,
/// "owner":…,"expiry":"2026-12-31"|null,"state":"in-force"|"expired"|"stale","about":…}]}, in the
/// topology's order. Objects that no longer exist have the name "".
QByteArray waiversJson(const Topology &topology, const QList<WaiverState> &states);
