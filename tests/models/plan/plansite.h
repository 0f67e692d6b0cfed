// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/models/plan/planlines.h"
#include "tests/support/topologybuilder.h"

#include <functional>

using Build = std::function<void(TopologyBuilder &)>;

/// A site of the tenants Acme, Globex and Initech, and of what is built on it.
inline Topology built(const Build &build)
{
    TopologyBuilder b;
    b.tenant(QStringLiteral("Acme"));
    b.tenant(QStringLiteral("Globex"));
    b.tenant(QStringLiteral("Initech"));
    build(b);
    return b.build();
}

inline QStringList planned(
    const Topology &before, const Topology &after, Matching matching = Matching::ByName)
{
    return linesOf(Planner(before, after, matching).plan());
}
