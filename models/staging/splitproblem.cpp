// SPDX-License-Identifier: Apache-2.0
#include "models/staging/splitproblem.h"

#include "models/staging/grouporder.h"

#include <algorithm>
#include <set>

namespace {

std::set<int> tenantsOf(const SplitProblem &problem, const std::vector<int> &rounds, int round)
{
    std::set<int> tenants;
    for (size_t i = 0; i < rounds.size(); ++i) {
        if (rounds[i] == round)
            tenants.insert(problem.items[i].tenants.begin(), problem.items[i].tenants.end());
    }
    return tenants;
}

/// Only the largest sets of tenants: what interrupts some of them can go with those, at no cost.
std::vector<std::vector<int>> largestSets(const SplitProblem &problem)
{
    std::vector<std::vector<int>> sets;
    for (const auto &item : problem.items) {
        if (!item.tenants.empty())
            sets.push_back(item.tenants);
    }
    std::sort(sets.begin(), sets.end(), [](const auto &a, const auto &b) {
        return a.size() != b.size() ? a.size() > b.size() : a < b;
    });
    sets.erase(std::unique(sets.begin(), sets.end()), sets.end());
    constexpr size_t mostCompared = 500;  // The rest just counts as large.
    std::vector<std::vector<int>> largest;
    for (auto &set : sets) {
        const bool isIn = sets.size() <= mostCompared
            && std::any_of(largest.begin(), largest.end(), [&](const auto &other) {
                   return std::includes(other.begin(), other.end(), set.begin(), set.end());
               });
        if (!isIn)
            largest.push_back(set);
    }
    return largest;
}

}  // namespace

int interruptionsOf(const SplitProblem &problem, const std::vector<int> &rounds)
{
    int interruptions = 0;
    for (int round = 0; round < problem.rounds; ++round)
        interruptions += int(tenantsOf(problem, rounds, round).size());
    return interruptions;
}

bool isValid(const SplitProblem &problem, const std::vector<int> &rounds)
{
    for (size_t i = 0; i < rounds.size(); ++i) {
        const auto &item = problem.items[i];
        const bool isInTime = rounds[i] >= 0 && rounds[i] < problem.rounds
            && (!item.isFirst || rounds[i] == 0)
            && (item.isFirst || !problem.isFirstAlone || rounds[i] > 0);
        if (!isInTime || std::any_of(item.needs.begin(), item.needs.end(), [&](int need) {
                return rounds[size_t(need)] > rounds[i];
            }))
            return false;
    }
    for (int round = 0; round < problem.rounds; ++round) {
        const auto tenants = tenantsOf(problem, rounds, round);
        if (!problem.allowed.empty() && problem.allowed[size_t(round)]) {
            const auto &allowed = *problem.allowed[size_t(round)];
            if (!std::includes(allowed.begin(), allowed.end(), tenants.begin(), tenants.end()))
                return false;
        }
        for (const auto &apart : problem.apart) {
            if (std::count_if(apart.begin(), apart.end(),
                    [&](int tenant) { return tenants.contains(tenant); })
                > 1)
                return false;
        }
    }
    return true;
}

std::optional<int> leastInterruptions(const SplitProblem &problem, const IsCancelled &isCancelled)
{
    const auto sets = largestSets(problem);

    // Sets that share no tenant, and no tenant that is to be kept apart from one of the other's,
    // don't meet: each such family for itself.
    std::vector<std::vector<int>> links(sets.size() + size_t(problem.tenantCount));
    const auto link = [&](size_t a, size_t b) {
        links[a].push_back(int(b));
        links[b].push_back(int(a));
    };
    for (size_t set = 0; set < sets.size(); ++set) {
        for (const int tenant : sets[set])
            link(set, sets.size() + size_t(tenant));
    }
    for (const auto &apart : problem.apart) {
        for (size_t i = 1; i < apart.size(); ++i)
            link(sets.size() + size_t(apart[0]), sets.size() + size_t(apart[i]));
    }
    const auto families = groupsInOrder(links);

    std::vector<SplitProblem> parts(links.size());
    for (size_t set = 0; set < sets.size(); ++set)
        parts[size_t(families[set])].items.push_back({sets[set], {}, false});
    int least = 0;
    for (auto &part : parts) {
        std::set<int> tenants;
        for (const auto &item : part.items)
            tenants.insert(item.tenants.begin(), item.tenants.end());
        if (part.items.empty())
            continue;
        if (part.items.size() > size_t(exactItems)) {
            least += int(tenants.size());
            continue;
        }
        part.tenantCount = problem.tenantCount;
        part.apart = problem.apart;
        part.allowed = problem.allowed;
        part.rounds = problem.allowed.empty() ? std::min(problem.rounds, int(part.items.size()))
                                              : problem.rounds;
        const auto result = exactSplit(
            part, [](const std::vector<bool> &) { return true; }, isCancelled);
        if (!result.split && result.search == Search::Done)
            return std::nullopt;
        least += result.split ? result.split->interruptions : int(tenants.size());
    }
    return least;
}
