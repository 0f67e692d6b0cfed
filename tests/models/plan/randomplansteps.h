// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/randomsteps.h"

/// RandomSteps, and among a few applications those that plans are about and that would rarely meet:
/// circles and chains of backups, several primaries of one, standby, connections, releases,
/// references to placeholders that come and go.
class RandomPlanSteps final
{
public:
    explicit RandomPlanSteps(quint32 seed)
        : m_steps(seed)
        , m_random(seed + 1)
    {
    }

    Step next(const Topology &topology);

private:
    int below(int bound) { return int(m_random() % quint32(bound)); }
    ApplicationId any(const Topology &topology, int among);
    Step comeAndGo(const Topology &topology);

    RandomSteps m_steps;
    std::mt19937 m_random;
};

/// The same topology as another file would hold it: other ids, other DBIDs, objects in another
/// order, save that those of one name stay in theirs.
Topology renumbered(const Topology &topology, quint32 seed);
