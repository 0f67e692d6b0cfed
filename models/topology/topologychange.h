// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/topology.h"

#include <tuple>
#include <vector>

/// What is to be added to a topology, changed and removed in it, collected in any order.
///
/// The step that it makes is in an order in which every reference resolves at any time. Costs what
/// changes, not what there is.
class TopologyChange final
{
public:
    /// The topology must outlive the change.
    explicit TopologyChange(const Topology &before);

    const Topology &before() const { return m_before; }

    /// A new id; its record is to be given by set().
    template <class T>
    typename T::IdType allot()
    {
        auto &objects = changes<T>();
        T record;
        record.id = typename T::IdType(objects.firstAdded + quint32(objects.added.size()));
        objects.added.push_back(std::move(record));
        return objects.added.back().id;
    }
    /// The record of an id that was allotted, or the new record of an object that is there (equal
    /// to the old one or not). Must be in order (normalise). References may be to whatever was
    /// allotted or is there.
    template <class T>
    void set(T record)
    {
        auto &objects = changes<T>();
        if (const auto id = record.id.value(); id >= objects.firstAdded)
            objects.added[id - objects.firstAdded] = std::move(record);
        else
            objects.changed.push_back(std::move(record));
    }
    /// Nothing may refer to it once all is done, but what is removed too.
    template <class T>
    void remove(typename T::IdType id)
    {
        changes<T>().removed.push_back(id);
    }

    Settings settings;  ///< As they are to be, like extra.
    Extra extra;

    /// Without title.
    Step toStep() const;
    /// The topology as it is to be; only for a change of Topology().
    Result<Topology> toTopology();

private:
    template <class T>
    struct Changes
    {
        quint32 firstAdded = 0;
        std::vector<T> added;  // By id, from firstAdded on.
        std::vector<T> changed;
        std::vector<typename T::IdType> removed;
    };
    template <class T>
    Changes<T> &changes()
    {
        return std::get<Changes<T>>(m_changes);
    }
    template <class T>
    const Changes<T> &changes() const
    {
        return std::get<Changes<T>>(m_changes);
    }
    template <class T>
    void takeOver(Table<T> &table);

    const Topology &m_before;
    std::tuple<Changes<Tenant>, Changes<SwitchingOffice>, Changes<Switch>, Changes<Host>,
        Changes<Application>>
        m_changes;
};
