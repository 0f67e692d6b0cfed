// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/topology.h"

#include <vector>

/// Puts changes of whole records into edits, each of which is valid where it stands: every
/// reference resolves at any time, and nothing refers to what is removed.
///
/// First comes what is to be added: kind by kind in Kind's order, within a kind by id, then
/// finishAdding(). Then the changes, then what is to be removed, applications first and tenants
/// last. The topology must outlive the builder.
class StepBuilder final
{
public:
    explicit StepBuilder(const Topology &before)
        : m_before(before)
    {
    }

    QList<Edit> edits;  ///< So far.

    /// The id must be free.
    void add(Tenant tenant);
    void add(SwitchingOffice office);
    void add(Switch object);
    void add(Host host);
    void add(Application application);
    void finishAdding();

    /// Of one id. A placeholder becomes defined, or the other way round.
    template <class T>
    void change(const T &before, const T &after);

    /// By this time only what is removed with them may refer to them.
    void remove(const std::vector<ApplicationId> &applications);
    void remove(const std::vector<SwitchId> &switches);
    void remove(const std::vector<SwitchingOfficeId> &offices);
    void remove(const std::vector<HostId> &hosts);
    void remove(const std::vector<TenantId> &tenants);

private:
    template <class T, class Id>
    void defer(const T &object, Field field, std::optional<Id> &reference);
    template <class T>
    void removeAll(const std::vector<typename T::IdType> &ids);
    void changeMembers(const Application &before, const Application &after);

    const Topology &m_before;
    QList<Edit> m_deferred;
};
