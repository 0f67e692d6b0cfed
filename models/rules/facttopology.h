// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/rules/facts.h"

/// One fact for all that is said of one field of one object: lists become one list. Keeps the order
/// in which objects and fields first come.
QList<Fact> merged(const QList<Fact> &facts);

/// The topology in which these facts are so, and nothing else is. Ids are given anew, without gaps
/// and in the same order, so that it is small whatever the facts were taken from.
class FactTopology final
{
public:
    /// Names of objects that no fact names are unlike all others, and sort behind them.
    explicit FactTopology(const QList<Fact> &facts);

    const Topology &topology() const { return m_topology; }

    /// The finding in terms of this topology; nothing if it is about an object that isn't there.
    std::optional<Finding> translated(const Finding &finding) const;

private:
    std::optional<ObjectId> find(ObjectId object) const;
    void take(const Fact &fact, std::vector<Record> &records) const;
    Value translated(const Value &value) const;
    template <class Id>
    Id idOf(Id id) const;

    std::vector<ObjectId> m_objects;            // Those that the facts name, sorted.
    std::array<size_t, kindCount> m_begins {};  // Where a kind's begin.
    Topology m_topology;
};
