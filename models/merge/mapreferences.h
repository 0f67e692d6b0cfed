// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/normalise.h"
#include "models/topology/references.h"

/// Replaces every reference that the object holds by what "map" (overloaded for each kind of id)
/// gives for it, and brings its lists into order.
template <class T, class Map>
void mapReferences(T &object, Map map)
{
    if constexpr (std::is_same_v<T, Tenant>) {
        if (object.parent)
            object.parent = map(*object.parent);
    } else if constexpr (std::is_same_v<T, Switch>) {
        object.tenant = map(object.tenant);
        if (object.office)
            object.office = map(*object.office);
    } else if constexpr (std::is_same_v<T, Application>) {
        for (auto &id : object.tenants)
            id = map(id);
        for (auto &connection : object.connections)
            connection.target = map(connection.target);
        for (auto &id : object.switches)
            id = map(id);
        if (object.host)
            object.host = map(*object.host);
        if (object.backup)
            object.backup = map(*object.backup);
        normalise(object.tenants);
        normalise(object.connections);
        normalise(object.switches);
    }
}

/// Takes the reference away; a switch keeps its tenant and its office, which it can't be without.
template <class T>
void dropReference(T &object, ObjectId reference)
{
    if constexpr (std::is_same_v<T, Tenant>) {
        if (object.parent && ObjectId(*object.parent) == reference)
            object.parent.reset();
    } else if constexpr (std::is_same_v<T, Application>) {
        object.tenants.removeIf([&](TenantId id) { return ObjectId(id) == reference; });
        object.connections.removeIf(
            [&](const Connection &c) { return ObjectId(c.target) == reference; });
        object.switches.removeIf([&](SwitchId id) { return ObjectId(id) == reference; });
        if (object.host && ObjectId(*object.host) == reference)
            object.host.reset();
        if (object.backup && ObjectId(*object.backup) == reference)
            object.backup.reset();
    }
}
