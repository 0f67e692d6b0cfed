// SPDX-License-Identifier: Apache-2.0
#include "models/staging/grouporder.h"

#include <algorithm>

namespace {

/// Tarjan's algorithm, without recursion: chains may be as long as there are changes.
class Groups
{
public:
    explicit Groups(const std::vector<std::vector<int>> &edges)
        : m_edges(edges)
        , m_marks(edges.size(), 0)
        , m_lows(edges.size(), 0)
        , m_groups(edges.size(), -1)
    {
    }
    std::vector<int> take()
    {
        for (size_t i = 0; i < m_edges.size(); ++i) {
            if (m_marks[i] == 0)
                walk(int(i));
        }
        return std::move(m_groups);
    }

private:
    struct Frame
    {
        int node;
        size_t next;
    };
    void enter(int node)
    {
        m_marks[size_t(node)] = m_lows[size_t(node)] = ++m_last;
        m_open.push_back(node);
        m_frames.push_back({node, 0});
    }
    void walk(int start)
    {
        enter(start);
        while (!m_frames.empty()) {
            auto &[node, next] = m_frames.back();
            if (next < m_edges[size_t(node)].size()) {
                const int other = m_edges[size_t(node)][next++];
                if (m_marks[size_t(other)] == 0)
                    enter(other);
                else if (m_groups[size_t(other)] < 0)
                    lower(node, m_marks[size_t(other)]);
                continue;
            }
            leave(node);
        }
    }
    void leave(int node)
    {
        if (m_lows[size_t(node)] == m_marks[size_t(node)]) {
            int member = -1;
            do {
                member = m_open.back();
                m_open.pop_back();
                m_groups[size_t(member)] = m_count;
            } while (member != node);
            ++m_count;
        }
        m_frames.pop_back();
        if (!m_frames.empty())
            lower(m_frames.back().node, m_lows[size_t(node)]);
    }
    void lower(int node, int to) { m_lows[size_t(node)] = std::min(m_lows[size_t(node)], to); }

    const std::vector<std::vector<int>> &m_edges;
    std::vector<int> m_marks;
    std::vector<int> m_lows;
    std::vector<int> m_groups;
    std::vector<int> m_open;
    std::vector<Frame> m_frames;
    int m_last = 0;
    int m_count = 0;
};

}  // namespace

std::vector<int> groupsInOrder(const std::vector<std::vector<int>> &edges)
{
    return Groups(edges).take();
}
