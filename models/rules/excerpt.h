// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/rules/facts.h"

/// How far the reasons of a finding are looked for.
enum class Surroundings {
    Named,       ///< What the finding names: its object, tenants and related objects.
    Neighbours,  ///< And what these refer to, who names them as a backup, who bears their name …
    Everything,
};

/// All facts about these objects and what they are to each other, each list in facts of its own for
/// each member; members that the finding names stay together. Those of the finding's object come
/// last.
QList<Fact> factsWithin(
    const Topology &topology, const Finding &finding, Surroundings surroundings);
