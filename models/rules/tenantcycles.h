// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/topology.h"

/// Which tenants are on a cycle of parents. Every walk goes up the chain of parents and never twice
/// over one tenant, so that a hundred thousand tenants in one chain or cycle cost no more than as
/// many alone.
class TenantCycles final
{
public:
    bool contains(TenantId tenant) const
    {
        return tenant.value() < m_onCycle.size() && m_onCycle[tenant.value()];
    }

    /// Notes that a tenant had this parent and now may have another, or is new or gone.
    void note(TenantId tenant, std::optional<TenantId> before);
    /// Once the topology is the one after: works off what was noted. Gives the tenants that came
    /// onto a cycle or left one.
    QList<TenantId> settle(const Topology &topology);
    /// Everything, at first.
    void build(const Topology &topology);

private:
    using Round = quint32;
    void walk(const Topology &topology, TenantId start, Round first);

    struct Noted
    {
        TenantId tenant;
        std::optional<TenantId> before;
    };
    std::vector<Noted> m_noted;
    std::vector<quint8> m_onCycle;
    std::vector<Round> m_rounds;  // The walk that came by last, by tenant.
    Round m_round = 0;
    QList<TenantId> m_found;  // On a cycle, by the walks of one settle().
};
