// SPDX-License-Identifier: Apache-2.0
#include "models/rules/tenantcycles.h"

#include <algorithm>

namespace {

std::optional<TenantId> parentOf(const Topology &topology, TenantId tenant)
{
    const auto *found = topology.tenants().find(tenant);
    return found ? found->parent : std::nullopt;
}

}  // namespace

void TenantCycles::note(TenantId tenant, std::optional<TenantId> before)
{
    m_noted.push_back({tenant, before});
}

void TenantCycles::build(const Topology &topology)
{
    const auto bound = topology.tenants().idBound();
    m_onCycle.assign(bound, 0);
    m_rounds.assign(bound, 0);
    for (const auto &tenant : topology.tenants()) {
        if (tenant.parent)
            walk(topology, tenant.id, 1);
    }
    for (const auto tenant : m_found)
        m_onCycle[tenant.value()] = 1;
    m_found.clear();
}

void TenantCycles::walk(const Topology &topology, TenantId start, Round first)
{
    const Round own = ++m_round;
    std::optional<TenantId> at = start;
    while (at && m_rounds[at->value()] < first) {
        m_rounds[at->value()] = own;
        at = parentOf(topology, *at);
    }
    // Back on our own way: from here once round. On another walk's way: that walk has seen to it.
    if (!at || m_rounds[at->value()] != own)
        return;
    const auto end = *at;
    auto member = end;
    do {
        m_found.append(member);
        member = *parentOf(topology, member);
    } while (member != end);
}

QList<TenantId> TenantCycles::settle(const Topology &topology)
{
    if (m_noted.empty())
        return {};
    const auto bound = std::max(size_t(topology.tenants().idBound()), m_onCycle.size());
    m_onCycle.resize(bound);
    m_rounds.resize(bound);
    if (m_round > ~Round(0) / 2) {
        m_round = 0;
        std::fill(m_rounds.begin(), m_rounds.end(), 0);
    }

    // A cycle that broke did so at a noted tenant; its other members lie above that tenant's former
    // parent.
    QList<TenantId> before;
    const auto leave = [&](TenantId tenant) {
        if (tenant.value() >= bound || !m_onCycle[tenant.value()])
            return false;
        m_onCycle[tenant.value()] = 0;
        before.append(tenant);
        return true;
    };
    for (const auto &noted : m_noted) {
        leave(noted.tenant);
        for (auto at = noted.before; at && leave(*at);)
            at = parentOf(topology, *at);
    }

    // A cycle that closed did so at a noted tenant too; those that still hold are found again.
    const Round first = m_round + 1;
    for (const auto &noted : m_noted) {
        if (noted.tenant.value() < bound)
            walk(topology, noted.tenant, first);
    }
    for (const auto tenant : before)
        walk(topology, tenant, first);
    m_noted.clear();

    QList<TenantId> after = std::exchange(m_found, {});
    after.removeIf(
        [this](TenantId tenant) { return m_onCycle[tenant.value()] != 0; });  // Was, and is.
    for (const auto tenant : after)
        m_onCycle[tenant.value()] = 1;
    std::sort(before.begin(), before.end());
    std::sort(after.begin(), after.end());
    QList<TenantId> changed;
    std::set_symmetric_difference(
        before.begin(), before.end(), after.begin(), after.end(), std::back_inserter(changed));
    return changed;
}
