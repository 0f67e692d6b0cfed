// SPDX-License-Identifier: Apache-2.0
#include "models/staging/splitproblem.h"

#include <algorithm>
#include <numeric>
#include <random>

namespace {

/// How often each round interrupts each tenant, while items come and go.
class Load
{
public:
    explicit Load(const SplitProblem &problem)
        : m_problem(problem)
        , m_sets(size_t(problem.tenantCount))
        , m_counts(size_t(problem.rounds), std::vector<int>(size_t(problem.tenantCount)))
        , m_membersOfSet(size_t(problem.rounds), std::vector<int>(problem.apart.size()))
        , m_items(size_t(problem.rounds))
    {
        for (size_t set = 0; set < problem.apart.size(); ++set) {
            for (const int tenant : problem.apart[set])
                m_sets[size_t(tenant)].push_back(int(set));
        }
    }

    void put(const SplitProblem::Item &item, int round) { change(item, round, 1); }
    void take(const SplitProblem::Item &item, int round) { change(item, round, -1); }

    /// How many tenants more the round would interrupt.
    int addedBy(const SplitProblem::Item &item, int round) const
    {
        const auto &counts = m_counts[size_t(round)];
        return int(std::count_if(item.tenants.begin(), item.tenants.end(),
            [&](int tenant) { return counts[size_t(tenant)] == 0; }));
    }
    bool isEmpty(int round) const { return m_items[size_t(round)] == 0; }
    bool admits(const SplitProblem::Item &item, int round)
    {
        if (!m_problem.allowed.empty()) {
            const auto &allowed = m_problem.allowed[size_t(round)];
            if (allowed
                && !std::includes(
                    allowed->begin(), allowed->end(), item.tenants.begin(), item.tenants.end()))
                return false;
        }
        put(item, round);
        bool isApart = true;
        for (const int tenant : item.tenants) {
            for (const int set : m_sets[size_t(tenant)])
                isApart = isApart && m_membersOfSet[size_t(round)][size_t(set)] <= 1;
        }
        take(item, round);
        return isApart;
    }

private:
    void change(const SplitProblem::Item &item, int round, int by)
    {
        m_items[size_t(round)] += by;
        auto &counts = m_counts[size_t(round)];
        for (const int tenant : item.tenants) {
            auto &count = counts[size_t(tenant)];
            const bool was = count > 0;
            count += by;
            if (was == (count > 0))
                continue;
            for (const int set : m_sets[size_t(tenant)])
                m_membersOfSet[size_t(round)][size_t(set)] += by;
        }
    }

    const SplitProblem &m_problem;
    std::vector<std::vector<int>> m_sets;          // By tenant.
    std::vector<std::vector<int>> m_counts;        // By round and tenant.
    std::vector<std::vector<int>> m_membersOfSet;  // By round and set: tenants interrupted.
    std::vector<int> m_items;                      // By round.
};

/// Puts item after item where it adds least, then moves single ones while that helps.
class Greedy
{
public:
    Greedy(const SplitProblem &problem, const std::vector<int> &order)
        : m_problem(problem)
        , m_order(order)
        , m_load(problem)
        , m_rounds(problem.items.size(), -1)
        , m_neededBy(problem.items.size())
    {
        for (size_t i = 0; i < problem.items.size(); ++i) {
            for (const int need : problem.items[i].needs)
                m_neededBy[size_t(need)].push_back(int(i));
        }
    }

    bool fill()
    {
        return std::all_of(m_order.begin(), m_order.end(), [this](int item) {
            const auto round = bestRound(item, earliest(item), m_problem.rounds - 1);
            if (round)
                put(item, *round);
            return round.has_value();
        });
    }

    void improve(const IsCancelled &isCancelled)
    {
        constexpr int passes = 20;
        bool isBetter = true;
        for (int pass = 0; isBetter && pass < passes; ++pass) {
            isBetter = false;
            for (const int item : m_order) {
                if (isCancelled && isCancelled())
                    return;
                isBetter = improve(item) || isBetter;
            }
        }
    }

    const std::vector<int> &rounds() const { return m_rounds; }

private:
    const SplitProblem::Item &itemAt(int item) const { return m_problem.items[size_t(item)]; }
    void put(int item, int round)
    {
        m_load.put(itemAt(item), round);
        m_rounds[size_t(item)] = round;
    }
    int earliest(int item) const
    {
        int round = m_problem.isFirstAlone && !itemAt(item).isFirst ? 1 : 0;
        for (const int need : itemAt(item).needs)
            round = std::max(round, m_rounds[size_t(need)]);
        return round;
    }
    int latest(int item) const
    {
        int round = m_problem.rounds - 1;
        for (const int other : m_neededBy[size_t(item)])
            round = std::min(round, m_rounds[size_t(other)]);
        return round;
    }

    /// What interrupts nobody goes as early as it can: others may need it.
    std::optional<int> bestRound(int item, int from, int to)
    {
        if (itemAt(item).isFirst)
            to = std::min(to, 0);
        std::optional<int> best;
        int bestCost = 0;
        for (int round = from; round <= to; ++round) {
            if (!m_load.admits(itemAt(item), round))
                continue;
            // A round more is the lesser evil.
            const int cost = 2 * m_load.addedBy(itemAt(item), round) + int(m_load.isEmpty(round));
            if (!best || cost < bestCost) {
                best = round;
                bestCost = cost;
            }
            if (itemAt(item).tenants.empty())
                break;
        }
        return best;
    }
    bool improve(int item)
    {
        if (itemAt(item).tenants.empty() || itemAt(item).isFirst)
            return false;
        const int before = m_rounds[size_t(item)];
        m_load.take(itemAt(item), before);
        const int costBefore =
            2 * m_load.addedBy(itemAt(item), before) + int(m_load.isEmpty(before));
        const auto round = bestRound(item, earliest(item), latest(item));
        const int cost = round
            ? 2 * m_load.addedBy(itemAt(item), *round) + int(m_load.isEmpty(*round))
            : costBefore;
        const bool isBetter = cost < costBefore;
        put(item, isBetter ? *round : before);
        return isBetter;
    }

    const SplitProblem &m_problem;
    const std::vector<int> &m_order;
    Load m_load;
    std::vector<int> m_rounds;
    std::vector<std::vector<int>> m_neededBy;
};

/// An order in which each item comes after those it needs; of those that could come, the one of the
/// highest rank.
std::vector<int> orderBy(const SplitProblem &problem, const std::vector<double> &ranks)
{
    const auto count = problem.items.size();
    std::vector<int> missing(count);
    std::vector<std::vector<int>> neededBy(count);
    for (size_t i = 0; i < count; ++i) {
        missing[i] = int(problem.items[i].needs.size());
        for (const int need : problem.items[i].needs)
            neededBy[size_t(need)].push_back(int(i));
    }
    const auto less = [&](int a, int b) {
        return ranks[size_t(a)] != ranks[size_t(b)] ? ranks[size_t(a)] < ranks[size_t(b)] : a > b;
    };
    std::vector<int> ready;
    const auto push = [&](int item) {
        ready.push_back(item);
        std::push_heap(ready.begin(), ready.end(), less);
    };
    for (size_t i = 0; i < count; ++i) {
        if (missing[i] == 0)
            push(int(i));
    }
    std::vector<int> order;
    while (!ready.empty()) {
        std::pop_heap(ready.begin(), ready.end(), less);
        order.push_back(ready.back());
        ready.pop_back();
        for (const int other : neededBy[size_t(order.back())]) {
            if (--missing[size_t(other)] == 0)
                push(other);
        }
    }
    return order;
}

}  // namespace

std::optional<Split> goodSplit(const SplitProblem &problem, const IsCancelled &isCancelled)
{
    // The largest first is the usual advice; other orders, the same in every run, are tried as far
    // as the work stays small.
    constexpr double mostWork = 2e6;
    std::mt19937 random(1);
    std::vector<double> ranks;
    double work = double(problem.items.size());
    for (const auto &item : problem.items) {
        // What must be first finds room there as long as nothing else is in.
        ranks.push_back(double(item.tenants.size()) + (item.isFirst ? 1e9 : 0.0));
        work += double(problem.rounds) * double(item.tenants.size());
    }
    const int tries = int(std::clamp(mostWork / work, 1.0, 30.0));

    std::optional<Split> best;
    for (int attempt = 0; attempt < tries && !(isCancelled && isCancelled()); ++attempt) {
        auto shaken = ranks;
        if (attempt > 0) {
            for (auto &rank : shaken)
                rank += double(random() % 1000) * attempt / 1000.0;
        }
        const auto order = orderBy(problem, shaken);
        Greedy greedy(problem, order);
        if (!greedy.fill())
            continue;
        greedy.improve(isCancelled);
        Split split {greedy.rounds(), interruptionsOf(problem, greedy.rounds()), 0};
        auto used = split.rounds;
        std::sort(used.begin(), used.end());
        split.usedRounds = int(std::unique(used.begin(), used.end()) - used.begin());
        if (!best
            || std::pair(split.interruptions, split.usedRounds)
                < std::pair(best->interruptions, best->usedRounds))
            best = std::move(split);
    }
    return best;
}
