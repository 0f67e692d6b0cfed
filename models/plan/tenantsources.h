// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/topology.h"

#include <vector>

/// Whose list of tenants is in effect for each application of a topology.
///
/// That of a backup is its primary's: an application that names it, of several the first by name,
/// and so on from there. Members of a circle of backups keep their own lists, whoever else names
/// them. The topology must outlive this.
class TenantSources final
{
public:
    explicit TenantSources(const Topology &topology);

    /// The application must exist.
    ApplicationId source(ApplicationId application) const
    {
        return ApplicationId(m_sources[application.value()]);
    }
    /// The effective list.
    const QList<TenantId> &tenants(ApplicationId application) const
    {
        return m_topology.application(source(application)).tenants;
    }

    /// After backup servers or names changed: looks anew for these, which must be all that the
    /// changes can reach. Those that no longer exist are passed over.
    void update(const std::vector<ApplicationId> &applications);

private:
    // What stands in m_sources while it is brought up to date.
    static constexpr quint32 unknown = 0xFFFFFFFF;
    static constexpr quint32 onTheWay = 0xFFFFFFFE;
    static constexpr quint32 noCircle = 0xFFFFFFFD;
    void findCircle(ApplicationId application);
    std::optional<ApplicationId> primaryOf(ApplicationId application) const;
    void resolve(ApplicationId application);

    const Topology &m_topology;
    std::vector<quint32> m_sources;  // By id.
    std::vector<quint32> m_path;
};
