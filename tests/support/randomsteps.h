// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/result.h"
#include "models/topology/topology.h"

#include <random>

/// A stream of random steps of every kind that edits.h makes, over a small world of names, so that
/// objects meet: names are shared, placeholders come and go, backups form circles. The same seed
/// gives the same stream.
class RandomSteps final
{
public:
    explicit RandomSteps(quint32 seed);

    /// A step for this topology; empty where the edit that was drawn would change nothing or is
    /// refused.
    Step next(const Topology &topology);

private:
    template <class T>
    std::optional<typename T::IdType> any(const Topology &topology);
    std::optional<ObjectId> anyObject(const Topology &topology);
    int below(int bound);
    bool oneIn(int n) { return below(n) == 0; }
    template <class T>
    T oneOf(std::initializer_list<T> choices);
    QString name(QLatin1String prefix);
    Record newRecord(const Topology &topology);
    Options options();
    Result<Step> setAnyField(const Topology &topology);
    Result<Step> referToPlaceholder(const Topology &topology);
    Result<Step> answerOrWithdraw(const Topology &topology);

    std::mt19937 m_random;
};

/// The topology as files know it: without places in the picture, site answers and pending restarts.
Topology asInFiles(Topology topology);
/// What so many random steps make of nothing but Environment, as files know it.
Topology randomTopology(quint32 seed, int steps);
