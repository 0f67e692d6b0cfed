// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/topology.h"

// What people read in the place of a field's value.

/// One line; references by name, lists shortened, secrets hidden. Empty for no value.
QString fieldText(const Topology &topology, Field field, const Value &value);
/// The field of an object that exists.
QString fieldText(const Topology &topology, ObjectId object, Field field);
Value fieldValue(const Topology &topology, ObjectId object, Field field);

QString stateText(ObjectState state);
QString redundancyText(Redundancy redundancy);
QString componentText(Component component);
/// "Acme / MM", for a switch is named together with its tenant.
QString switchText(const Topology &topology, SwitchId id);
/// "UCS_1, port default".
QString connectionText(const Topology &topology, const Connection &connection);
/// "default 4420".
QString portText(const Port &port);
/// "E-mail Server · emailserver (64)".
QString typeText(const ApplicationType &type);
