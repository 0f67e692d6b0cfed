// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/objects.h"

/// Calls visit(ObjectId) for every reference that an object holds, in no promised order; one object
/// may come twice.
template <class Visit>
void forEachReference(const Record &record, Visit visit)
{
    if (const auto *tenant = std::get_if<Tenant>(&record)) {
        if (tenant->parent)
            visit(ObjectId(*tenant->parent));
    } else if (const auto *object = std::get_if<Switch>(&record)) {
        visit(ObjectId(object->tenant));
        if (object->office)
            visit(ObjectId(*object->office));
    } else if (const auto *application = std::get_if<Application>(&record)) {
        for (const auto id : application->tenants)
            visit(ObjectId(id));
        for (const auto &connection : application->connections)
            visit(ObjectId(connection.target));
        for (const auto id : application->switches)
            visit(ObjectId(id));
        if (application->host)
            visit(ObjectId(*application->host));
        if (application->backup)
            visit(ObjectId(*application->backup));
    }
}
