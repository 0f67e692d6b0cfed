// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/topology.h"
#include "tests/support/randomsteps.h"

#include <random>

/// Small topologies in which everything that a rule speaks of happens: undefined names of every
/// kind, shared and blank names, odd releases, options that name tenants, cycles, chains. The same
/// seed gives the same ones.
class RandomWorld final
{
public:
    explicit RandomWorld(quint32 seed);

    Topology topology();
    /// A step made of one to five edits of people, one after the other; empty if nothing came of
    /// it.
    Step step(const Topology &topology);

private:
    int below(int bound) { return int(m_random() % quint32(bound)); }
    bool oneIn(int n) { return below(n) == 0; }
    QString oneOf(const char *words);
    Step single(const Topology &topology);
    template <class T>
    Step alike(const Topology &topology, std::initializer_list<Field> fields);
    template <class T>
    std::optional<typename T::IdType> any(const Topology &topology);

    std::mt19937 m_random;
    RandomSteps m_steps;
};
