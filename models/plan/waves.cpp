// SPDX-License-Identifier: Apache-2.0
#include "models/plan/waves.h"

#include <algorithm>
#include <numeric>

namespace {

constexpr quint32 none = 0xFFFFFFFF;

/// The applications as nodes, and the units that backup links make of them.
class Units
{
public:
    Units(const Topology &topology, const std::vector<ApplicationId> &applications)
        : m_nodes(topology.applications().idBound(), none)
        , m_parents(applications.size())
        , m_targets(applications.size())
    {
        for (quint32 node = 0; node < applications.size(); ++node)
            m_nodes[applications[node].value()] = node;
        std::iota(m_parents.begin(), m_parents.end(), 0u);
        for (quint32 node = 0; node < applications.size(); ++node) {
            const auto &backup = topology.application(applications[node]).backup;
            if (backup && m_nodes[backup->value()] != none)
                m_parents[find(node)] = find(m_nodes[backup->value()]);
        }
        for (quint32 node = 0; node < applications.size(); ++node) {
            const auto unit = find(node);
            for (const auto &connection : topology.application(applications[node]).connections) {
                const auto target = m_nodes[connection.target.value()];
                if (target != none && find(target) != unit)
                    m_targets[unit].push_back(find(target));
            }
        }
    }

    /// One node that stands for all of its unit.
    quint32 find(quint32 node)
    {
        while (m_parents[node] != node)
            node = m_parents[node] = m_parents[m_parents[node]];
        return node;
    }
    /// The units that a unit connects to, others than itself.
    const std::vector<quint32> &targets(quint32 unit) const { return m_targets[unit]; }

private:
    std::vector<quint32> m_nodes;  // By application id.
    std::vector<quint32> m_parents;
    std::vector<std::vector<quint32>> m_targets;
};

/// Tarjan's strongly connected components, with a stack of our own: a chain may be as long as the
/// document. A circle is complete only when all that it reaches is, so its wave is known at that
/// moment.
class CircleWalk
{
public:
    CircleWalk(const Units &units, quint32 count)
        : m_units(units)
        , m_order(count, none)
        , m_low(count)
        , m_waves(count, 0)
    {
    }

    void visit(quint32 unit)
    {
        if (m_order[unit] != none)
            return;
        enter(unit);
        while (!m_calls.empty()) {
            auto &[current, next] = m_calls.back();
            const auto &targets = m_units.targets(current);
            if (next < targets.size()) {
                const auto target = targets[next++];
                if (m_order[target] == none)
                    enter(target);
                else if (m_waves[target] == 0)  // Still open: part of a circle with this one.
                    m_low[current] = std::min(m_low[current], m_order[target]);
                continue;
            }
            const auto done = current;
            m_calls.pop_back();
            if (!m_calls.empty())
                m_low[m_calls.back().first] = std::min(m_low[m_calls.back().first], m_low[done]);
            if (m_low[done] == m_order[done])
                close(done);
        }
    }
    int wave(quint32 unit) const { return m_waves[unit]; }

private:
    void enter(quint32 unit)
    {
        m_order[unit] = m_low[unit] = m_count++;
        m_open.push_back(unit);
        m_calls.emplace_back(unit, 0);
    }
    void close(quint32 first)
    {
        const auto from = std::find(m_open.rbegin(), m_open.rend(), first).base() - 1;
        int wave = 1;
        for (auto unit = from; unit != m_open.end(); ++unit) {
            for (const auto target : m_units.targets(*unit))
                wave = std::max(wave, m_waves[target] + 1);  // 0 for members of this circle.
        }
        for (auto unit = from; unit != m_open.end(); ++unit)
            m_waves[*unit] = wave;
        m_open.erase(from, m_open.end());
    }

    const Units &m_units;
    std::vector<quint32> m_order;
    std::vector<quint32> m_low;
    std::vector<int> m_waves;  // 0 until the circle is complete.
    std::vector<quint32> m_open;
    std::vector<std::pair<quint32, size_t>> m_calls;
    quint32 m_count = 0;
};

}  // namespace

std::vector<int> wavesOf(const Topology &topology, const std::vector<ApplicationId> &applications)
{
    Units units(topology, applications);
    CircleWalk walk(units, quint32(applications.size()));
    std::vector<int> waves;
    waves.reserve(applications.size());
    for (quint32 node = 0; node < applications.size(); ++node) {
        const auto unit = units.find(node);
        walk.visit(unit);
        waves.push_back(walk.wave(unit));
    }
    return waves;
}
