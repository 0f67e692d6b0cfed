// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/result.h"
#include "models/topology/topology.h"

/// Whether a placeholder will do.
enum class Defined { Required, OrReferred };

/// The first bearer of a name. NotFound, with the name that comes nearest, if there is none.
[[nodiscard]] Result<ObjectId> findObject(
    const Topology &topology, Kind kind, const QString &name, Defined defined);
/// The first switch of that name that the tenant has.
[[nodiscard]] Result<SwitchId> findSwitch(
    const Topology &topology, const QString &tenant, const QString &name, Defined defined);

/// The one of the names that differs from the text in the fewest letters; empty if none is near.
QString nearestName(const QString &text, const QStringList &names);
