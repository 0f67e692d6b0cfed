// SPDX-License-Identifier: Apache-2.0
#include "models/staging/stagesearch.h"

#include "models/staging/grouporder.h"

#include <algorithm>
#include <set>

StageSearch::StageSearch(
    const std::vector<ChangeUnit> &units, StageCheck &check, IsCancelled isCancelled)
    : m_units(units)
    , m_check(check)
    , m_isCancelled(std::move(isCancelled))
{
    for (const auto &unit : units) {
        for (const auto tenant : unit.interrupted) {
            if (!m_numbers.contains(tenant))
                m_numbers.insert(tenant, int(m_numbers.size()));
        }
    }
}

QList<Change> StageSearch::changesUpTo(const std::vector<int> &deployments, int last) const
{
    QList<Change> changes;
    for (size_t i = 0; i < m_units.size(); ++i) {
        if (deployments[i] <= last)
            changes += m_units[i].changes;
    }
    return changes;
}

// --- The problem without its names ---

std::vector<int> StageSearch::toNumbers(const QList<TenantId> &tenants) const
{
    std::vector<int> numbers;
    for (const auto tenant : tenants) {
        if (const auto number = m_numbers.constFind(tenant); number != m_numbers.constEnd())
            numbers.push_back(*number);
    }
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    return numbers;
}

/// Those of the servers to be split off, and what they need.
std::vector<bool> StageSearch::firstUnits(const DeploymentLimits &limits, const Needs &needs) const
{
    std::vector<bool> isFirst(m_units.size());
    std::vector<int> open;
    for (size_t i = 0; i < m_units.size(); ++i) {
        const auto &objects = m_units[i].objects;
        if (std::any_of(limits.splitOff.begin(), limits.splitOff.end(),
                [&](ApplicationId server) { return objects.contains(ObjectId(server)); })) {
            isFirst[i] = true;
            open.push_back(int(i));
        }
    }
    while (!open.empty()) {
        const int unit = open.back();
        open.pop_back();
        for (const int need : needs[size_t(unit)]) {
            if (!isFirst[size_t(need)]) {
                isFirst[size_t(need)] = true;
                open.push_back(need);
            }
        }
    }
    return isFirst;
}

void StageSearch::setLimits(SplitProblem &problem, const DeploymentLimits &limits) const
{
    problem.tenantCount = int(m_numbers.size());
    for (const auto &tenants : limits.apart) {
        if (auto numbers = toNumbers(tenants); numbers.size() > 1)
            problem.apart.push_back(std::move(numbers));
    }
    if (limits.windows.isEmpty()) {
        // One for each item that interrupts somebody, one before and one after: more are of no use.
        // Where that would be a very large table, fewer.
        constexpr int mostCells = 20'000'000;
        const auto interrupting = std::count_if(problem.items.begin(), problem.items.end(),
            [](const auto &item) { return !item.tenants.empty(); });
        problem.rounds = std::min(int(interrupting) + 2,
            std::min(int(problem.items.size()) + 1, mostCells / std::max(problem.tenantCount, 1)));
        return;
    }
    problem.rounds = int(limits.windows.size());
    for (const auto &window : limits.windows)
        problem.allowed.push_back(
            window.mayInterrupt ? std::optional(toNumbers(*window.mayInterrupt)) : std::nullopt);
}

/// Units that need each other are one item.
SplitProblem StageSearch::problemOf(
    const DeploymentLimits &limits, const Needs &needs, std::vector<int> &itemOfUnit) const
{
    itemOfUnit = groupsInOrder(needs);
    const auto isFirst = firstUnits(limits, needs);
    SplitProblem problem;
    for (size_t i = 0; i < m_units.size(); ++i) {
        const auto at = size_t(itemOfUnit[i]);
        problem.items.resize(std::max(problem.items.size(), at + 1));
        auto &item = problem.items[at];
        const auto tenants = toNumbers(m_units[i].interrupted);
        item.tenants.insert(item.tenants.end(), tenants.begin(), tenants.end());
        for (const int need : needs[i]) {
            if (itemOfUnit[size_t(need)] != int(at))
                item.needs.push_back(itemOfUnit[size_t(need)]);
        }
        item.isFirst = item.isFirst || isFirst[i];
        problem.isFirstAlone =
            problem.isFirstAlone || (isFirst[i] && limits.splitOffWay == SplitOff::OnTheirOwn);
    }
    for (auto &item : problem.items) {
        for (auto *list : {&item.tenants, &item.needs}) {
            std::sort(list->begin(), list->end());
            list->erase(std::unique(list->begin(), list->end()), list->end());
        }
    }
    setLimits(problem, limits);
    return problem;
}

// --- Solving it ---

StageSearch::Solution StageSearch::solve(const DeploymentLimits &limits, Findings findings)
{
    if (m_units.size() <= size_t(exactItems)) {
        if (auto solution = solveExactly(limits, findings))
            return *solution;
    }
    return solveWell(limits, findings);
}

std::optional<StageSearch::Solution> StageSearch::solveExactly(
    const DeploymentLimits &limits, Findings findings)
{
    Needs needs;
    for (const auto &unit : m_units)
        needs.push_back(unit.needs);
    std::vector<int> itemOfUnit;
    const auto problem = problemOf(limits, needs, itemOfUnit);
    Solution solution;
    const auto isFit = [&](const std::vector<bool> &done) {
        if (findings == Findings::DontCount)
            return true;
        std::vector<int> deployments;
        for (const int item : itemOfUnit)
            deployments.push_back(done[size_t(item)] ? 0 : 1);
        const auto errors = newErrors(deployments, 0);
        if (!errors.isEmpty())
            solution.unfit = errors.constFirst();
        return errors.isEmpty();
    };
    const auto result = exactSplit(problem, isFit, m_isCancelled);
    if (result.search == Search::GaveUp)
        return std::nullopt;
    solution.isProven = true;
    if (result.split) {
        for (const int item : itemOfUnit)
            solution.deployments.push_back(result.split->rounds[size_t(item)]);
    }
    return solution;
}

StageSearch::Solution StageSearch::solveWell(const DeploymentLimits &limits, Findings findings)
{
    Needs needs;
    for (const auto &unit : m_units)
        needs.push_back(unit.needs);
    Solution solution;
    std::vector<int> itemOfUnit;
    const auto least = leastInterruptions(problemOf(limits, needs, itemOfUnit), m_isCancelled);
    if (!least)
        return {{}, true, {}};

    // Each new error teaches which changes have to come before others; then all is split anew.
    constexpr int mostLessons = 100;
    for (int lesson = 0; lesson < mostLessons && !isExhausted(); ++lesson) {
        const auto problem = problemOf(limits, needs, itemOfUnit);
        const auto split = goodSplit(problem, m_isCancelled);
        if (!split)
            return solution;
        std::vector<int> deployments;
        for (const int item : itemOfUnit)
            deployments.push_back(split->rounds[size_t(item)]);
        const auto faults = findings == Findings::Count ? faultsOf(deployments) : QList<Fault>();
        if (faults.isEmpty()) {
            if (isExhausted() && findings == Findings::Count)
                return solution;  // Not all stages were looked at.
            solution.deployments = std::move(deployments);
            solution.isProven = split->interruptions == *least;
            return solution;
        }
        solution.unfit = faults.constFirst().errors.constFirst();
        bool isLearnt = false;
        for (const auto &fault : faults)
            isLearnt = learn(deployments, fault, needs) || isLearnt;
        if (!isLearnt)
            return solution;
    }
    return solution;
}

// --- New errors on the way ---

QList<StageFinding> StageSearch::newErrors(const std::vector<int> &deployments, int last)
{
    const auto changes = changesUpTo(deployments, last);
    m_workLeft -= int(changes.size()) + 1;
    return m_check.newErrors(changes);
}

QList<StageSearch::Fault> StageSearch::faultsOf(const std::vector<int> &deployments)
{
    const std::set<int> used(deployments.begin(), deployments.end());
    QList<Fault> faults;
    QList<StageFinding> before;
    for (const int last : used) {
        if (last == *used.rbegin() || isExhausted())
            break;
        const auto errors = newErrors(deployments, last);
        auto fresh = errors;
        fresh.removeIf([&](const StageFinding &error) { return before.contains(error); });
        if (!fresh.isEmpty())
            faults.append({last, std::move(fresh)});
        before = errors;
    }
    return faults;
}

bool StageSearch::touches(const ChangeUnit &unit, const Finding &error) const
{
    return std::any_of(unit.objects.begin(), unit.objects.end(), [&](ObjectId object) {
        return object == error.object
            || (object.kind == Kind::Tenant && error.tenants.contains(object.tenant()))
            || error.related.contains(Subject::of(object));
    });
}

/// Whether the error is gone if the units, and what they need, came with this deployment.
bool StageSearch::isCured(const StageFinding &error, std::vector<int> deployments,
    std::vector<int> units, int deployment, const Needs &needs)
{
    while (!units.empty()) {
        const int next = units.back();
        units.pop_back();
        if (deployments[size_t(next)] <= deployment)
            continue;
        deployments[size_t(next)] = deployment;
        units.insert(units.end(), needs[size_t(next)].begin(), needs[size_t(next)].end());
    }
    return !newErrors(deployments, deployment).contains(error);
}

/// Few of the later units, the likely ones first, that cure the error together; all if that isn't
/// found out.
std::vector<int> StageSearch::curesOf(const StageFinding &error,
    const std::vector<int> &deployments, int deployment, const std::vector<int> &later,
    const Needs &needs)
{
    constexpr size_t mostCures = 4;
    std::vector<int> cures;
    while (cures.size() < mostCures) {
        // As many from the front as it takes; the last of these is one that it takes.
        size_t low = 0;
        size_t high = later.size();
        while (low < high && !isExhausted()) {
            const auto middle = low + (high - low) / 2;
            auto tried = cures;
            tried.insert(tried.end(), later.begin(), later.begin() + std::ptrdiff_t(middle));
            if (isCured(error, deployments, std::move(tried), deployment, needs))
                high = middle;
            else
                low = middle + 1;
        }
        if (isExhausted())
            break;
        if (high == 0)
            return cures;
        cures.push_back(later[high - 1]);
    }
    return later;
}

/// Makes those that bring an error about need one that cures it; false if nothing can be learnt.
bool StageSearch::learn(const std::vector<int> &deployments, const Fault &fault, Needs &needs)
{
    constexpr qsizetype mostAtOnce = 50;
    bool isLearnt = false;
    for (const auto &error : fault.errors.first(std::min(fault.errors.size(), mostAtOnce)))
        isLearnt = learn(deployments, fault.deployment, error, needs) || isLearnt;
    return isLearnt;
}

bool StageSearch::learn(
    const std::vector<int> &deployments, int deployment, const StageFinding &error, Needs &needs)
{
    std::vector<int> causes;
    std::vector<int> deployed;
    std::vector<int> likely;
    std::vector<int> later;
    for (size_t i = 0; i < m_units.size(); ++i) {
        const bool isTouched = touches(m_units[i], error.finding);
        if (deployments[i] == deployment) {
            deployed.push_back(int(i));
            if (isTouched)
                causes.push_back(int(i));
        } else if (deployments[i] > deployment) {
            later.push_back(int(i));
            if (isTouched)
                likely.push_back(int(i));
        }
    }
    if (causes.empty())
        causes = std::move(deployed);
    // One that is likely is not worth a look: if it is no cure, the next error will tell.
    likely.insert(likely.end(), later.begin(), later.end());
    const auto cures = likely.size() == later.size() + 1
        ? std::vector<int> {likely.front()}
        : curesOf(error, deployments, deployment, likely, needs);
    for (const int cause : causes) {
        auto &list = needs[size_t(cause)];
        list.insert(list.end(), cures.begin(), cures.end());
    }
    return !cures.empty();
}
