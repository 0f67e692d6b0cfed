// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/result.h"
#include "models/topology/topology.h"

// Why an edit can't be made.

/// NotFound: the object is not there.
tl::unexpected<Error> notFound(ObjectId object);
/// InvalidInput, with this reason.
tl::unexpected<Error> refused(QString message);
/// What domain.md forbids for this object and field; empty if nothing.
QString objection(const Topology &topology, ObjectId object, Field field, const Value &value);
