// SPDX-License-Identifier: Apache-2.0
#include "views/canvas/lanes.h"

#include "views/canvas/metrics.h"

#include <algorithm>

Lanes::Lanes(const Topology &topology)
    : m_topology(topology)
{
    rebuild();
}

void Lanes::rebuild()
{
    std::vector<std::pair<qint64, TenantId>> order;
    order.reserve(size_t(m_topology.tenants().size()));
    for (const auto &tenant : m_topology.tenants())
        order.emplace_back(place(m_topology, tenant.id), tenant.id);
    if (!std::is_sorted(order.begin(), order.end()))
        std::sort(order.begin(), order.end());

    m_tenants.clear();
    m_numbers.assign(m_topology.tenants().idBound(), -1);
    for (const auto &[unused, tenant] : order) {
        m_numbers[tenant.value()] = int(m_tenants.size());
        m_tenants.push_back(tenant);
    }
    measure(m_lefts.empty() ? 0 : begin());
}

qint64 Lanes::place(const Topology &topology, TenantId tenant)
{
    if (tenant == Topology::environment)
        return std::numeric_limits<qint64>::min();
    return topology.place(tenant).value_or(qint64(tenant.value()) * placeStep);
}

bool Lanes::shouldFold(TenantId tenant) const
{
    if (tenant != Topology::environment)
        return m_folded.contains(tenant);
    if (m_environment)
        return *m_environment;
    // Servers whose tenants don't matter stand elsewhere.
    const auto &servers = m_topology.applicationsOf(tenant);
    return m_topology.switchesOf(tenant).isEmpty()
        && std::none_of(servers.begin(), servers.end(),
            [this](ApplicationId id) { return m_topology.facts(id).sharing != Sharing::None; });
}

void Lanes::measure(double begin)
{
    m_isFolded.resize(m_tenants.size());
    m_lefts.resize(m_tenants.size() + 1);
    m_lefts[0] = begin;
    for (size_t lane = 0; lane < m_tenants.size(); ++lane) {
        m_isFolded[lane] = shouldFold(m_tenants[lane]);
        m_lefts[lane + 1] =
            m_lefts[lane] + (m_isFolded[lane] ? Metrics::foldedLaneWidth : Metrics::laneWidth);
    }
}

void Lanes::setFolded(TenantId tenant, bool isFolded)
{
    if (tenant == Topology::environment)
        m_environment = isFolded;
    else if (isFolded)
        m_folded.insert(tenant);
    else
        m_folded.remove(tenant);
    measure(begin());
}

bool Lanes::mindEnvironment()
{
    const int lane = of(Topology::environment);
    if (lane < 0 || isFolded(lane) == shouldFold(Topology::environment))
        return false;
    measure(begin());
    return true;
}

void Lanes::setBegin(double x)
{
    if (x != begin())
        measure(x);
}

int Lanes::nearest(double x) const
{
    const auto next = std::upper_bound(m_lefts.begin(), m_lefts.end(), x) - m_lefts.begin();
    return std::clamp(int(next) - 1, count() > 0 ? 0 : -1, count() - 1);
}

int Lanes::at(double x) const
{
    return x >= begin() && x < end() ? nearest(x) : -1;
}

QHash<ObjectId, std::optional<qint64>> placesForOrder(
    const Topology &topology, const std::vector<TenantId> &order)
{
    QHash<ObjectId, std::optional<qint64>> places;
    // Rising places as they are may stay; what makes everybody stand anew is not wanted.
    qint64 last = 0;
    for (const auto tenant : order) {
        if (tenant == Topology::environment)
            continue;
        last += Lanes::placeStep;
        if (Lanes::place(topology, tenant) != last)
            places.insert(tenant, last);
    }
    return places;
}

QHash<ObjectId, std::optional<qint64>> placesForLane(
    const Lanes &lanes, const Topology &topology, TenantId moved, std::optional<TenantId> before)
{
    if (before == Topology::environment)
        before = lanes.count() > 1 ? std::optional(lanes.tenant(1)) : std::nullopt;
    const int lane = lanes.of(moved);
    const int wanted = before ? lanes.of(*before) : lanes.count();
    if (moved == Topology::environment || wanted == lane || wanted == lane + 1)
        return {};  // It stands there already.
    std::vector<TenantId> order;
    for (const auto tenant : lanes.tenants()) {
        if (tenant != moved && tenant != Topology::environment)
            order.push_back(tenant);
    }
    const auto at = before ? std::find(order.begin(), order.end(), *before) : order.end();
    const qint64 least = at == order.begin() ? 0 : Lanes::place(topology, *std::prev(at));
    constexpr auto largest = std::numeric_limits<qint64>::max();
    const qint64 most = at != order.end()        ? Lanes::place(topology, *at)
        : least < largest - 2 * Lanes::placeStep ? least + 2 * Lanes::placeStep
                                                 : largest;
    // Their distance may be more than a signed number holds.
    if (const auto room = quint64(most) - quint64(least); most > least && room >= 2)
        return {{moved, least + qint64(room / 2)}};
    order.insert(at, moved);
    return placesForOrder(topology, order);
}
