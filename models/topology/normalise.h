// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/fields.h"

// Brings lists into the order that objects.h promises. Of repeated entries the first one counts; of
// a repeated option the last one. An empty text in a Value becomes no value.

/// The order of an application's connections.
bool connectionLess(const Connection &a, const Connection &b);

void normalise(QList<TenantId> &tenants);
void normalise(QList<SwitchId> &switches);
void normalise(QList<Connection> &connections);
void normalise(QList<Port> &ports);
void normalise(Options &options);
void normalise(Extra &extra);
void normalise(Record &record);
void normalise(Value &value);
/// Given keys replace those that are there.
Extra mergedExtra(const Extra &before, const Extra &given);
