// SPDX-License-Identifier: Apache-2.0
#include "models/staging/splitproblem.h"

#include <QtGlobal>

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

namespace {

using Mask = quint32;

/// Looks at sets of items as bits: what has been done after each round, and what one round adds.
class Exact
{
public:
    Exact(const SplitProblem &problem, const IsFit &isFit, const IsCancelled &isCancelled)
        : m_problem(problem)
        , m_isFit(isFit)
        , m_isCancelled(isCancelled)
        , m_count(int(problem.items.size()))
        , m_all(Mask((quint64(1) << problem.items.size()) - 1))
    {
        describeSets();
    }

    SplitResult run()
    {
        // Whether an outcome is fit costs far more than a search: the best split is checked, and
        // what it gets wrong is forbidden from then on.
        for (double work = 0; work < mostWork; work += workOfOnePath()) {
            if (m_isCancelled && m_isCancelled())
                return {std::nullopt, Search::GaveUp};
            const auto path = bestPath();
            if (path.empty())
                return {};
            const auto unfit = std::find_if(path.begin(), path.end(),
                [this](Mask done) { return done != m_all && !isFit(done); });
            if (unfit == path.end())
                return {splitOf(path), Search::Done};
            m_isForbidden[*unfit] = true;
        }
        return {std::nullopt, Search::GaveUp};
    }

private:
    // About a second.
    static constexpr double mostWork = 3e8;
    double workOfOnePath() const { return m_problem.rounds * std::pow(3.0, m_count) + 1; }

    struct Cost
    {
        int interruptions = std::numeric_limits<int>::max();
        int rounds = 0;
        auto operator<=>(const Cost &) const = default;
        bool isReached() const { return interruptions != std::numeric_limits<int>::max(); }
    };
    struct Best
    {
        Cost cost;
        Mask before = 0;
    };

    bool isFit(Mask done)
    {
        if (m_knownFit.contains(done))
            return true;
        std::vector<bool> items;
        items.resize(size_t(m_count));
        for (int i = 0; i < m_count; ++i)
            items[size_t(i)] = (done >> i) & 1;
        if (!m_isFit(items))
            return false;
        m_knownFit.insert(done);
        return true;
    }

    void describeSets()
    {
        const auto sets = size_t(m_all) + 1;
        m_isForbidden.resize(sets);
        m_tenants.resize(sets);
        m_isApart.resize(sets);
        m_needs.resize(size_t(m_count));
        for (int i = 0; i < m_count; ++i) {
            const auto &item = m_problem.items[size_t(i)];
            for (const int need : item.needs)
                m_needs[size_t(i)] |= Mask(1) << need;
            if (item.isFirst)
                m_first |= Mask(1) << i;
        }
        std::vector<char> seen(size_t(m_problem.tenantCount));
        for (Mask set = 0; set <= m_all; ++set) {
            std::vector<int> tenants;
            for (int i = 0; i < m_count; ++i) {
                if ((set >> i) & 1) {
                    for (const int tenant : m_problem.items[size_t(i)].tenants) {
                        if (!std::exchange(seen[size_t(tenant)], 1))
                            tenants.push_back(tenant);
                    }
                }
            }
            m_tenants[set] = int(tenants.size());
            m_isApart[set] = std::all_of(
                m_problem.apart.begin(), m_problem.apart.end(), [&](const std::vector<int> &apart) {
                    return std::count_if(apart.begin(), apart.end(), [&](int tenant) {
                        return seen[size_t(tenant)] != 0;
                    }) <= 1;
                });
            for (const int tenant : tenants)
                seen[size_t(tenant)] = 0;
        }
        m_allowedItems.assign(size_t(m_problem.rounds), m_all);
        for (size_t round = 0; round < m_problem.allowed.size(); ++round) {
            const auto &allowed = m_problem.allowed[round];
            for (int i = 0; allowed && i < m_count; ++i) {
                const auto &tenants = m_problem.items[size_t(i)].tenants;
                if (!std::includes(
                        allowed->begin(), allowed->end(), tenants.begin(), tenants.end()))
                    m_allowedItems[round] &= ~(Mask(1) << i);
            }
        }
    }

    bool isClosed(Mask done) const
    {
        for (int i = 0; i < m_count; ++i) {
            if (((done >> i) & 1) && (m_needs[size_t(i)] & ~done))
                return false;
        }
        return true;
    }
    bool mayBe(int round, Mask added) const
    {
        if (!m_isApart[added] || (added & ~m_allowedItems[size_t(round)]))
            return false;
        if (round > 0 || m_first == 0)
            return true;
        return m_problem.isFirstAlone ? added == m_first : (added & m_first) == m_first;
    }

    /// What is done after each round, of the best split of all that isn't forbidden; empty if there
    /// is none.
    std::vector<Mask> bestPath() const
    {
        const auto sets = size_t(m_all) + 1;
        const auto rounds = size_t(m_problem.rounds);
        std::vector<char> isOpen(sets);
        for (Mask done = 0; done <= m_all; ++done)
            isOpen[done] = isClosed(done) && !m_isForbidden[done];
        std::vector<std::vector<Best>> best(rounds + 1, std::vector<Best>(sets));
        best[0][0].cost = {0, 0};
        for (size_t round = 0; round < rounds; ++round) {
            for (Mask done = 0; done <= m_all; ++done) {
                const auto cost = best[round][done].cost;
                if (!cost.isReached())
                    continue;
                const auto reach = [&](Mask next, Cost with) {
                    auto &known = best[round + 1][next];
                    if (with < known.cost)
                        known = {with, done};
                };
                if (round > 0 || m_first == 0)
                    reach(done, cost);
                const Mask left = m_all & ~done;
                for (Mask added = left; added != 0; added = (added - 1) & left) {
                    if (isOpen[done | added] && mayBe(int(round), added))
                        reach(
                            done | added, {cost.interruptions + m_tenants[added], cost.rounds + 1});
                }
            }
        }
        if (!best[rounds][m_all].cost.isReached())
            return {};
        std::vector<Mask> path(rounds);
        Mask done = m_all;
        for (size_t round = rounds; round > 0; --round) {
            path[round - 1] = done;
            done = best[round][done].before;
        }
        return path;
    }

    Split splitOf(const std::vector<Mask> &path) const
    {
        Split split;
        split.rounds.resize(size_t(m_count));
        Mask done = 0;
        for (size_t round = 0; round < path.size(); ++round) {
            const Mask added = path[round] & ~done;
            done = path[round];
            split.interruptions += m_tenants[added];
            split.usedRounds += added != 0;
            for (int i = 0; i < m_count; ++i) {
                if ((added >> i) & 1)
                    split.rounds[size_t(i)] = int(round);
            }
        }
        return split;
    }

    const SplitProblem &m_problem;
    const IsFit &m_isFit;
    const IsCancelled &m_isCancelled;
    const int m_count;
    const Mask m_all;
    Mask m_first = 0;
    std::vector<Mask> m_needs;         // By item.
    std::vector<Mask> m_allowedItems;  // By round.
    std::vector<int> m_tenants;        // By set: how many it interrupts.
    std::vector<char> m_isApart;       // By set: whether it keeps tenants apart.
    std::vector<char> m_isForbidden;   // By set.
    std::set<Mask> m_knownFit;
};

}  // namespace

SplitResult exactSplit(
    const SplitProblem &problem, const IsFit &isFit, const IsCancelled &isCancelled)
{
    Q_ASSERT(problem.items.size() <= size_t(exactItems));
    return Exact(problem, isFit, isCancelled).run();
}
