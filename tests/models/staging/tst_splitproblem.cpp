// SPDX-License-Identifier: Apache-2.0
#include "models/staging/splitproblem.h"

#include <QTest>

#include <algorithm>
#include <random>
#include <rapidcheck.h>

namespace {

/// Draws small problems of every kind.
class RandomProblems
{
public:
    explicit RandomProblems(quint32 seed)
        : m_random(seed)
    {
    }

    SplitProblem next(int mostItems)
    {
        SplitProblem problem;
        problem.tenantCount = 1 + below(6);
        const int count = 1 + below(mostItems);
        for (int i = 0; i < count; ++i) {
            SplitProblem::Item item;
            item.tenants = some(problem.tenantCount, 3);
            for (int need = 0; need < i; ++need) {
                if (below(6) == 0)
                    item.needs.push_back(need);
            }
            problem.items.push_back(item);
        }
        for (int i = below(3); i > 0; --i)
            problem.apart.push_back(some(problem.tenantCount, 2));
        problem.rounds = 1 + below(3);
        if (below(3) == 0) {
            for (int round = 0; round < problem.rounds; ++round)
                problem.allowed.push_back(
                    below(3) == 0 ? std::nullopt : std::optional(some(problem.tenantCount, 2)));
        }
        if (below(3) == 0)
            markFirst(problem);
        return problem;
    }
    /// Whether an outcome is fit: by its number, drawn once for all.
    std::vector<bool> nextFitness(int items)
    {
        std::vector<bool> fit(size_t(1) << items, true);
        const int badness = below(4);
        for (size_t i = 1; i + 1 < fit.size(); ++i)
            fit[i] = below(4) >= badness;
        return fit;
    }

private:
    int below(int bound) { return int(m_random() % quint32(bound)); }
    std::vector<int> some(int bound, int oneIn)
    {
        std::vector<int> result;
        for (int i = 0; i < bound; ++i) {
            if (below(oneIn) == 0)
                result.push_back(i);
        }
        return result;
    }
    void markFirst(SplitProblem &problem)
    {
        auto &items = problem.items;
        items[size_t(below(int(items.size())))].isFirst = true;
        for (size_t i = items.size(); i-- > 0;) {
            for (const int need : items[i].needs)
                items[size_t(need)].isFirst = items[size_t(need)].isFirst || items[i].isFirst;
        }
        problem.isFirstAlone = below(2) == 0;
    }

    std::mt19937 m_random;
};

using Cost = std::pair<int, int>;

Cost costOf(const SplitProblem &problem, std::vector<int> rounds)
{
    const int interruptions = interruptionsOf(problem, rounds);
    std::sort(rounds.begin(), rounds.end());
    return {interruptions, int(std::unique(rounds.begin(), rounds.end()) - rounds.begin())};
}

size_t numberOf(const std::vector<bool> &done)
{
    size_t number = 0;
    for (size_t i = 0; i < done.size(); ++i)
        number |= size_t(done[i]) << i;
    return number;
}

bool areStagesFit(
    const SplitProblem &problem, const std::vector<int> &rounds, const std::vector<bool> &fit)
{
    for (int round = 0; round < problem.rounds; ++round) {
        std::vector<bool> done;
        for (const int at : rounds)
            done.push_back(at <= round);
        if (!fit[numberOf(done)])
            return false;
    }
    return true;
}

/// Every assignment of items to rounds is looked at.
std::optional<Cost> bruteForce(const SplitProblem &problem, const std::vector<bool> &fit)
{
    std::optional<Cost> best;
    std::vector<int> rounds(problem.items.size(), 0);
    for (;;) {
        if (isValid(problem, rounds) && areStagesFit(problem, rounds, fit)) {
            const auto cost = costOf(problem, rounds);
            if (!best || cost < *best)
                best = cost;
        }
        size_t at = 0;
        while (at < rounds.size() && ++rounds[at] == problem.rounds)
            rounds[at++] = 0;
        if (at == rounds.size())
            return best;
    }
}

}  // namespace

class SplitProblemTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void exactIsBruteForce()
    {
        QVERIFY(rc::check("the exact split is the best of all", [](quint32 seed) {
            RandomProblems random(seed);
            for (int i = 0; i < 10; ++i) {
                const auto problem = random.next(6);
                const auto fit = random.nextFitness(int(problem.items.size()));
                const auto expected = bruteForce(problem, fit);
                const auto result =
                    exactSplit(problem, [&](const auto &done) { return fit[numberOf(done)]; }, {});
                RC_ASSERT(result.search == Search::Done);
                RC_ASSERT(result.split.has_value() == expected.has_value());
                if (!expected)
                    continue;
                RC_ASSERT(isValid(problem, result.split->rounds));
                RC_ASSERT(areStagesFit(problem, result.split->rounds, fit));
                RC_ASSERT(costOf(problem, result.split->rounds) == *expected);
                RC_ASSERT(Cost(result.split->interruptions, result.split->usedRounds) == *expected);
            }
        }));
    }

    void goodIsValidAndTheBoundHolds()
    {
        QVERIFY(rc::check(
            "a good split keeps to the limits, and no split beats the bound", [](quint32 seed) {
                RandomProblems random(seed);
                for (int i = 0; i < 10; ++i) {
                    const auto problem = random.next(6);
                    const std::vector<bool> fit(size_t(1) << problem.items.size(), true);
                    const auto best = bruteForce(problem, fit);
                    const auto least = leastInterruptions(problem, {});
                    const auto good = goodSplit(problem, {});
                    RC_ASSERT(!best || (least && *least <= best->first));
                    RC_ASSERT(!good || isValid(problem, good->rounds));
                    RC_ASSERT(!good || *least <= good->interruptions);
                    RC_ASSERT(!good || costOf(problem, good->rounds) >= *best);
                }
            }));
    }

    void goodIsOftenTheBest()
    {
        // No promise, but a heuristic that got much worse would show here.
        RandomProblems random(1);
        int solvable = 0;
        int found = 0;
        int best = 0;
        for (int i = 0; i < 400; ++i) {
            const auto problem = random.next(6);
            const std::vector<bool> fit(size_t(1) << problem.items.size(), true);
            const auto expected = bruteForce(problem, fit);
            const auto good = goodSplit(problem, {});
            solvable += expected.has_value();
            found += good.has_value();
            best += good && costOf(problem, good->rounds) == *expected;
        }
        QVERIFY(found * 100 >= solvable * 97);
        QVERIFY(best * 100 >= solvable * 93);
    }

    void cancelled()
    {
        RandomProblems random(1);
        const auto problem = random.next(6);
        const auto result = exactSplit(
            problem, [](const auto &) { return true; }, [] { return true; });
        QCOMPARE(result.search, Search::GaveUp);
        QVERIFY(!result.split);
    }
};

QTEST_APPLESS_MAIN(SplitProblemTest)
#include "tst_splitproblem.moc"
