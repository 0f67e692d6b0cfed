// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/topology.h"

#include <map>
#include <tuple>

class StepBuilder;

/// A topology with some of its records as they are to be. Knows those that something touched, and
/// makes the step of them. The topology must outlive it.
class RecordOverlay final
{
public:
    explicit RecordOverlay(const Topology &current)
        : m_current(current)
    {
    }

    /// By id; without value: it goes, or does not come. Records may be written and added while
    /// somebody walks over them.
    template <class T>
    using Records = std::map<typename T::IdType, std::optional<T>>;
    template <class T>
    Records<T> &records()
    {
        return std::get<Records<T>>(m_records);
    }
    template <class T>
    const Records<T> &records() const
    {
        return std::get<Records<T>>(m_records);
    }

    /// As it is to be; null for an object that is not to be there.
    template <class T>
    const T *find(typename T::IdType id) const
    {
        const auto found = records<T>().find(id);
        if (found == records<T>().end())
            return m_current.table<T>().find(id);
        return found->second ? &*found->second : nullptr;
    }
    bool contains(ObjectId object) const;

    /// For writing, of an object that was there or comes; null for one that goes.
    template <class T>
    T *touch(typename T::IdType id)
    {
        const auto [at, isNew] = records<T>().try_emplace(id);
        if (isNew)
            at->second = m_current.table<T>().at(id);
        return at->second ? &*at->second : nullptr;
    }
    /// Those that refer to the object in the current topology.
    void touchHolders(ObjectId object);

    /// What turns the current records into these. References must be in order. Without title.
    Step toStep() const;

private:
    template <class T>
    void touchAll(const QList<typename T::IdType> &ids);
    template <class T>
    void emitAdded(StepBuilder &builder) const;
    template <class T>
    void emitChanged(StepBuilder &builder) const;
    template <class T>
    void emitRemoved(StepBuilder &builder) const;

    const Topology &m_current;
    std::tuple<Records<Tenant>, Records<SwitchingOffice>, Records<Switch>, Records<Host>,
        Records<Application>>
        m_records;
};

/// Calls visit with a T of the kind.
template <class Visit>
decltype(auto) visitKind(Kind kind, Visit visit)
{
    switch (kind) {
    case Kind::Tenant:
        return visit.template operator()<Tenant>();
    case Kind::SwitchingOffice:
        return visit.template operator()<SwitchingOffice>();
    case Kind::Switch:
        return visit.template operator()<Switch>();
    case Kind::Host:
        return visit.template operator()<Host>();
    case Kind::Application:
        break;
    }
    return visit.template operator()<Application>();
}
