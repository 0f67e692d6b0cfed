// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/objects.h"

/// Calls visit(ObjectId) for every reference that an object holds, in no promised order; one object
/// may come twice.
template <class T, class Visit>
void forEachReference(const T &object, Visit visit)
{
    if constexpr (std::is_same_v<T, Tenant>) {
        if (object.parent)
            visit(ObjectId(*object.parent));
    } else if constexpr (std::is_same_v<T, Switch>) {
        visit(ObjectId(object.tenant));
        if (object.office)
            visit(ObjectId(*object.office));
    } else if constexpr (std::is_same_v<T, Application>) {
        for (const auto id : object.tenants)
            visit(ObjectId(id));
        for (const auto &connection : object.connections)
            visit(ObjectId(connection.target));
        for (const auto id : object.switches)
            visit(ObjectId(id));
        if (object.host)
            visit(ObjectId(*object.host));
        if (object.backup)
            visit(ObjectId(*object.backup));
    }
}

template <class Visit>
void forEachReference(const Record &record, Visit visit)
{
    std::visit([&](const auto &object) { forEachReference(object, visit); }, record);
}
