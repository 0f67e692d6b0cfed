// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/topology.h"

#include <QSet>

/// The tenants' vertical lanes, from left to right: Environment first, then by place.
///
/// A lane is known by its number; numbers change when lanes come, go or move. The topology must
/// outlive the lanes.
class Lanes final
{
public:
    explicit Lanes(const Topology &topology);

    /// After tenants came, went or moved.
    void rebuild();
    int count() const { return int(m_tenants.size()); }
    TenantId tenant(int lane) const { return m_tenants[size_t(lane)]; }
    /// From left to right.
    const std::vector<TenantId> &tenants() const { return m_tenants; }
    /// -1 for a tenant that is not there.
    int of(TenantId tenant) const
    {
        return tenant.value() < m_numbers.size() ? m_numbers[tenant.value()] : -1;
    }

    /// Narrow, without cards.
    bool isFolded(int lane) const { return m_isFolded[size_t(lane)] != 0; }
    void setFolded(TenantId tenant, bool isFolded);
    /// Environment is folded as long as nothing stands in it and nobody asked otherwise.
    bool mindEnvironment();

    double left(int lane) const { return m_lefts[size_t(lane)]; }
    double width(int lane) const { return left(lane + 1) - left(lane); }
    double centre(int lane) const { return (left(lane) + left(lane + 1)) / 2; }
    /// Where the first lane begins.
    double begin() const { return m_lefts.front(); }
    /// Where the last one ends.
    double end() const { return m_lefts.back(); }
    void setBegin(double x);
    /// The lane at x; the outermost ones reach to infinity. -1 if there is none.
    int nearest(double x) const;
    /// -1 left and right of all lanes.
    int at(double x) const;

    /// What orders lanes: tenants that nobody moved stand in the order they were made in.
    static qint64 place(const Topology &topology, TenantId tenant);
    /// Distance between places of neighbours, so that others fit between.
    static constexpr qint64 placeStep = 1 << 20;

private:
    void measure(double begin);
    bool shouldFold(TenantId tenant) const;

    const Topology &m_topology;
    std::vector<TenantId> m_tenants;
    std::vector<int> m_numbers;  // By tenant.
    std::vector<quint8> m_isFolded;
    std::vector<double> m_lefts;  // One more than there are lanes.
    QSet<TenantId> m_folded;
    std::optional<bool> m_environment;  // Folded or not because somebody said so.
};

/// The moves that bring a lane to stand before another one (none: at the end). Usually one; all
/// tenants if there is no room left between two. Environment stays first.
QHash<ObjectId, std::optional<qint64>> placesForLane(
    const Lanes &lanes, const Topology &topology, TenantId moved, std::optional<TenantId> before);
/// The moves that bring lanes into this order.
QHash<ObjectId, std::optional<qint64>> placesForOrder(
    const Topology &topology, const std::vector<TenantId> &order);
