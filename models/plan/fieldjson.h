// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/topology.h"

// Values as compact JSON text in the form of the topology format: references are the names that the
// topology has for them.

/// "null" where there is no value.
QString valueJson(const Topology &topology, const Value &value);
/// Without fields that are empty or missing.
QString connectionJson(const Topology &topology, const Connection &connection);
QString switchJson(const Topology &topology, SwitchId id);
/// Sorted by id, then number, then the rest.
QString portsJson(const QList<Port> &ports);
QString optionsJson(const Options &options);

/// A kept value that says nothing: null and the empty text are as good as no key.
bool isNothing(const ExtraField &field);
/// Whether the same keys have the same values.
bool isSameExtra(const Extra &before, const Extra &after);
bool isSamePorts(const QList<Port> &before, const QList<Port> &after);
