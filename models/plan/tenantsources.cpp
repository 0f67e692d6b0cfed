// SPDX-License-Identifier: Apache-2.0
#include "models/plan/tenantsources.h"

#include "models/base/text.h"

#include <algorithm>
#include <numeric>

TenantSources::TenantSources(const Topology &topology)
    : m_topology(topology)
    , m_sources(topology.applications().idBound())
{
    std::iota(m_sources.begin(), m_sources.end(), 0u);
    std::vector<ApplicationId> backups;
    for (quint32 i = 0; i < m_sources.size(); ++i) {
        if (topology.isBackup(ApplicationId(i)))
            backups.emplace_back(i);
    }
    update(backups);
}

void TenantSources::update(const std::vector<ApplicationId> &applications)
{
    while (m_sources.size() < m_topology.applications().idBound())
        m_sources.push_back(quint32(m_sources.size()));
    for (const auto id : applications) {
        if (m_topology.contains(id))
            m_sources[id.value()] = unknown;
    }
    for (const auto id : applications) {
        if (m_topology.contains(id))
            findCircle(id);
    }
    for (const auto id : applications) {
        if (m_topology.contains(id))
            resolve(id);
    }
}

void TenantSources::findCircle(ApplicationId application)
{
    // Goes from backup to backup. A way that meets itself has found a circle, whose members are
    // their own sources.
    m_path.clear();
    quint32 current = application.value();
    while (m_sources[current] == unknown) {
        m_sources[current] = onTheWay;
        m_path.push_back(current);
        const auto &backup = m_topology.application(ApplicationId(current)).backup;
        if (backup && backup->value() != current)
            current = backup->value();
    }
    const bool isCircle =
        m_path.size() > 1 && m_sources[current] == onTheWay && current != m_path.back();
    const auto circle = isCircle ? std::find(m_path.begin(), m_path.end(), current) : m_path.end();
    std::for_each(m_path.begin(), circle, [this](quint32 id) { m_sources[id] = noCircle; });
    std::for_each(circle, m_path.end(), [this](quint32 id) { m_sources[id] = id; });
}

std::optional<ApplicationId> TenantSources::primaryOf(ApplicationId application) const
{
    std::optional<ApplicationId> first;
    for (const auto id : m_topology.primariesOf(application)) {
        // Of equal names the first in the document, which is the order of this list.
        if (id != application
            && (!first
                || textLess(m_topology.application(id).name, m_topology.application(*first).name)))
            first = id;
    }
    return first;
}

void TenantSources::resolve(ApplicationId application)
{
    // Walks up to a source that is known, without recursion: a chain may be as long as the
    // document. What lies on the way has that source, too. No way up leads into a circle: whom a
    // member names is a member.
    m_path.clear();
    quint32 current = application.value();
    while (m_sources[current] == noCircle) {
        m_path.push_back(current);
        const auto primary = primaryOf(ApplicationId(current));
        if (!primary)
            m_sources[current] = current;
        else
            current = primary->value();
    }
    for (const quint32 member : m_path)
        m_sources[member] = m_sources[current];
}
