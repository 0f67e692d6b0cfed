// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/merge/conflict.h"

#include <tuple>
#include <vector>

/// One object in three versions, each with its identity for its id and keys for references.
template <class T>
struct Versions
{
    std::optional<T> base;
    std::optional<T> ours;
    std::optional<T> theirs;
    std::optional<T> merged;  ///< What becomes of it; none: it is removed.

    const std::optional<T> &of(MergeSide side) const
    {
        return side == MergeSide::Ours ? ours : theirs;
    }
};

/// All objects of a merge, by kind and identity. The kinds stand in an order in which each refers
/// to itself and those before it only.
class VersionTables final
{
public:
    template <class T>
    std::vector<Versions<T>> &of()
    {
        return std::get<std::vector<Versions<T>>>(m_tables);
    }
    template <class T>
    const std::vector<Versions<T>> &of() const
    {
        return std::get<std::vector<Versions<T>>>(m_tables);
    }
    /// Calls visit(versions of all objects of a kind) for each kind.
    template <class Visit>
    void forEachTable(Visit visit)
    {
        std::apply([&](auto &...tables) { (visit(tables), ...); }, m_tables);
    }

private:
    std::tuple<std::vector<Versions<Tenant>>, std::vector<Versions<SwitchingOffice>>,
        std::vector<Versions<Host>>, std::vector<Versions<Switch>>,
        std::vector<Versions<Application>>>
        m_tables;
};
