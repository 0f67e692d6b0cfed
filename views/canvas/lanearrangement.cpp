// SPDX-License-Identifier: Apache-2.0
#include "views/canvas/lanearrangement.h"

#include "views/canvas/lanes.h"

#include <algorithm>
#include <numeric>
#include <span>

namespace {

/// Lists of numbers, one behind the other.
class Lists final
{
public:
    void append(int number) { m_numbers.push_back(number); }
    void endList() { m_ends.push_back(int(m_numbers.size())); }

    int count() const { return int(m_ends.size()); }
    std::span<const int> operator[](int list) const
    {
        const int begin = list == 0 ? 0 : m_ends[size_t(list) - 1];
        return {m_numbers.data() + begin, size_t(m_ends[size_t(list)] - begin)};
    }
    /// For each number below the bound the lists that it is in.
    Lists turned(int bound) const
    {
        std::vector<std::vector<int>> found(static_cast<size_t>(bound));
        for (int list = 0; list < count(); ++list) {
            for (const int number : (*this)[list])
                found[size_t(number)].push_back(list);
        }
        Lists turned;
        for (const auto &lists : found) {
            turned.m_numbers.insert(turned.m_numbers.end(), lists.begin(), lists.end());
            turned.endList();
        }
        return turned;
    }

private:
    std::vector<int> m_numbers;
    std::vector<int> m_ends;
};

/// The lanes that each bus has ports in, where lanes stand in the order given.
Lists busesOf(const Topology &topology, const std::vector<TenantId> &order)
{
    std::vector<int> lanes(topology.tenants().idBound(), 0);
    for (size_t lane = 0; lane < order.size(); ++lane)
        lanes[order[lane].value()] = int(lane);
    Lists buses;
    for (const auto &application : topology.applications()) {
        const auto &facts = topology.facts(application.id);
        if (facts.sharing == Sharing::None || (facts.traits & Topology::Facts::SeveralTenants) == 0)
            continue;
        for (const auto tenant : application.tenants)
            buses.append(lanes[tenant.value()]);
        buses.endList();
    }
    return buses;
}

/// Lanes from left to right, each known by the number it has now.
using Order = std::vector<int>;

/// Looks for a short order: places lanes and buses by turns in the middle of each other. Such
/// sweeps find whatever order is near; so they begin with the lanes as they are, and with those
/// next to each other that share servers.
class Arrangement final
{
public:
    /// Buses have ports in lanes. The first lane stays first.
    Arrangement(const Lists &buses, int lanes);

    /// The lanes as they are if nothing shorter is found.
    Order shortest();

private:
    /// The lanes that buses bind to this one, the nearest first.
    Order together(int from, std::vector<bool> &isLaneSeen, std::vector<bool> &isTieSeen) const;
    Order swept(const Order &order) const;
    void sweep(Order order);
    /// Swaps neighbours as long as that shortens buses.
    void refine(Order &order) const;
    qint64 length(const Order &order) const;

    const Lists &m_buses;
    Lists m_busesOfLanes;
    Lists m_ties;  // The buses that tell who belongs together.
    Lists m_tiesOfLanes;
    Order m_shortest;
};

std::vector<int> placesIn(const Order &order)
{
    std::vector<int> places(order.size());
    for (size_t place = 0; place < order.size(); ++place)
        places[size_t(order[place])] = int(place);
    return places;
}

Arrangement::Arrangement(const Lists &buses, int lanes)
    : m_buses(buses)
    , m_busesOfLanes(buses.turned(lanes))
    , m_shortest(size_t(lanes))
{
    for (int bus = 0; bus < buses.count(); ++bus) {
        // Who serves nearly all tells nothing.
        if (5 * int(buses[bus].size()) > 4 * lanes)
            continue;
        for (const int lane : buses[bus])
            m_ties.append(lane);
        m_ties.endList();
    }
    m_tiesOfLanes = m_ties.turned(lanes);
    std::iota(m_shortest.begin(), m_shortest.end(), 0);
}

Order Arrangement::together(
    int from, std::vector<bool> &isLaneSeen, std::vector<bool> &isTieSeen) const
{
    Order found {from};
    isLaneSeen[size_t(from)] = true;
    for (size_t next = 0; next < found.size(); ++next) {
        for (const int tie : m_tiesOfLanes[found[next]]) {
            if (isTieSeen[size_t(tie)])
                continue;
            isTieSeen[size_t(tie)] = true;
            for (const int lane : m_ties[tie]) {
                if (!isLaneSeen[size_t(lane)])
                    found.push_back(lane);
                isLaneSeen[size_t(lane)] = true;
            }
        }
    }
    return found;
}

Order Arrangement::shortest()
{
    const size_t lanes = m_shortest.size();
    Order grouped;
    Order adjoining;
    std::vector<bool> isLaneSeen(lanes);
    std::vector<bool> isTieSeen(size_t(m_ties.count()));
    auto isLaneSeenAgain = isLaneSeen;
    auto isTieSeenAgain = isTieSeen;
    for (int lane = 0; lane < int(lanes); ++lane) {
        if (isLaneSeen[size_t(lane)])
            continue;
        auto group = together(lane, isLaneSeen, isTieSeen);
        // Whoever is far from one lane is at an end of the group.
        const int end = lane == 0 ? lane : group.back();
        const auto fromEnd = together(end, isLaneSeenAgain, isTieSeenAgain);
        adjoining.insert(adjoining.end(), fromEnd.begin(), fromEnd.end());
        std::sort(group.begin(), group.end());
        grouped.insert(grouped.end(), group.begin(), group.end());
    }
    sweep(std::move(grouped));
    sweep(std::move(adjoining));
    return std::move(m_shortest);
}

Order Arrangement::swept(const Order &order) const
{
    const auto places = placesIn(order);
    std::vector<double> middles(size_t(m_ties.count()));
    for (int tie = 0; tie < m_ties.count(); ++tie) {
        qint64 sum = 0;
        for (const int lane : m_ties[tie])
            sum += places[size_t(lane)];
        middles[size_t(tie)] = double(sum) / double(m_ties[tie].size());
    }
    std::vector<std::pair<double, int>> wanted;
    wanted.reserve(order.size());
    for (const int lane : order) {
        const auto ties = m_tiesOfLanes[lane];
        double sum = 0;
        for (const int tie : ties)
            sum += middles[size_t(tie)];
        wanted.emplace_back(
            ties.empty() ? double(places[size_t(lane)]) : sum / double(ties.size()), lane);
    }
    wanted.front().first = -1;
    std::stable_sort(wanted.begin(), wanted.end(),
        [](const auto &a, const auto &b) { return a.first < b.first; });
    Order found;
    found.reserve(order.size());
    for (const auto &[unused, lane] : wanted)
        found.push_back(lane);
    return found;
}

void Arrangement::sweep(Order order)
{
    constexpr int sweeps = 12;
    Order best = order;
    qint64 least = length(best);
    for (int i = 0; i < sweeps; ++i) {
        order = swept(order);
        if (const auto found = length(order); found < least) {
            least = found;
            best = order;
        }
    }
    refine(best);
    if (length(best) < length(m_shortest))
        m_shortest = std::move(best);
}

void Arrangement::refine(Order &order) const
{
    struct Span
    {
        int first;
        int last;
    };
    std::vector<Span> spans;
    const auto places = placesIn(order);
    for (int bus = 0; bus < m_buses.count(); ++bus) {
        Span span {int(order.size()), -1};
        for (const int lane : m_buses[bus])
            span = {std::min(span.first, places[size_t(lane)]),
                std::max(span.last, places[size_t(lane)])};
        spans.push_back(span);
    }
    constexpr int mostPasses = 24;
    std::vector<int> ofLeft;
    std::vector<int> ofRight;
    bool isBetter = true;
    for (int pass = 0; pass < mostPasses && isBetter; ++pass) {
        isBetter = false;
        for (int place = 1; place + 1 < int(order.size()); ++place) {
            // Only buses that serve one of the two grow or shrink, by a lane.
            const auto left = m_busesOfLanes[order[size_t(place)]];
            const auto right = m_busesOfLanes[order[size_t(place) + 1]];
            ofLeft.clear();
            ofRight.clear();
            std::set_difference(
                left.begin(), left.end(), right.begin(), right.end(), std::back_inserter(ofLeft));
            std::set_difference(
                right.begin(), right.end(), left.begin(), left.end(), std::back_inserter(ofRight));
            int growth = 0;
            for (const int bus : ofLeft)
                growth += (spans[size_t(bus)].last == place) - (spans[size_t(bus)].first == place);
            for (const int bus : ofRight)
                growth += (spans[size_t(bus)].first == place + 1)
                    - (spans[size_t(bus)].last == place + 1);
            if (growth >= 0)
                continue;
            isBetter = true;
            std::swap(order[size_t(place)], order[size_t(place) + 1]);
            for (const int bus : ofLeft) {
                auto &span = spans[size_t(bus)];
                span = {span.first + (span.first == place), span.last + (span.last == place)};
            }
            for (const int bus : ofRight) {
                auto &span = spans[size_t(bus)];
                span = {
                    span.first - (span.first == place + 1), span.last - (span.last == place + 1)};
            }
        }
    }
}

qint64 Arrangement::length(const Order &order) const
{
    const auto places = placesIn(order);
    qint64 length = 0;
    for (int bus = 0; bus < m_buses.count(); ++bus) {
        const auto lanes = m_buses[bus];
        int first = places[size_t(lanes.front())];
        int last = first;
        for (const int lane : lanes) {
            first = std::min(first, places[size_t(lane)]);
            last = std::max(last, places[size_t(lane)]);
        }
        length += last - first;
    }
    return length;
}

}  // namespace

LaneOrderCost laneOrderCost(const Topology &topology, const std::vector<TenantId> &order)
{
    const auto buses = busesOf(topology, order);
    LaneOrderCost cost;
    for (int bus = 0; bus < buses.count(); ++bus) {
        const auto [first, last] = std::minmax_element(buses[bus].begin(), buses[bus].end());
        cost.length += *last - *first;
        cost.gaps += *last - *first + 1 - int(buses[bus].size());
    }
    return cost;
}

std::vector<TenantId> arrangedLanes(const Topology &topology)
{
    const Lanes lanes(topology);
    const auto buses = busesOf(topology, lanes.tenants());
    std::vector<TenantId> arranged;
    for (const int lane : Arrangement(buses, lanes.count()).shortest())
        arranged.push_back(lanes.tenant(lane));
    return arranged;
}
