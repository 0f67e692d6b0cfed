// SPDX-License-Identifier: Apache-2.0
#include "models/staging/staging.h"

#include "models/base/text.h"
#include "models/staging/obstacles.h"
#include "models/staging/stagesearch.h"

#include <algorithm>
#include <set>

namespace {

/// Describes what was found, stage by stage.
class StagingWriter
{
public:
    StagingWriter(const Topology &baseline, const Topology &working, StageCheck &check,
        const StageSearch &search, const DeploymentLimits &limits)
        : m_baseline(baseline)
        , m_working(working)
        , m_check(check)
        , m_search(search)
        , m_limits(limits)
    {
    }

    void write(const StageSearch::Solution &solution, Staging &staging)
    {
        const std::set<int> used(solution.deployments.begin(), solution.deployments.end());
        QList<Change> before;
        Topology stageBefore = stageOf(m_baseline, m_working, {});
        for (const int round : used) {
            const auto until = m_search.changesUpTo(solution.deployments, round);
            auto stage = stageOf(m_baseline, m_working, until);
            Deployment deployment;
            deployment.window =
                m_limits.windows.isEmpty() ? int(staging.deployments.size()) : round;
            deployment.changes = added(before, until);
            deployment.plan = Planner(stageBefore, stage, Matching::ById).plan();
            deployment.interrupted = interrupted(deployment.plan);
            deployment.findings = m_check.added(until);
            staging.restarts += deployment.plan.summary.restarts;
            staging.interruptions += deployment.plan.summary.tenantsInterrupted;
            staging.deployments.append(std::move(deployment));
            before = until;
            stageBefore = std::move(stage);
        }
    }

private:
    static QList<Change> added(const QList<Change> &before, QList<Change> until)
    {
        const QSet<Change> known(before.begin(), before.end());
        until.removeIf([&](const Change &change) { return known.contains(change); });
        std::sort(until.begin(), until.end());
        return until;
    }
    static QStringList interrupted(const RestartPlan &plan)
    {
        QStringList names;
        for (const auto &instance : plan.instances)
            names += instance.tenantsInterrupted;
        std::sort(names.begin(), names.end(), textLess);
        names.erase(std::unique(names.begin(), names.end()), names.end());
        return names;
    }

    const Topology &m_baseline;
    const Topology &m_working;
    StageCheck &m_check;
    const StageSearch &m_search;
    const DeploymentLimits &m_limits;
};

}  // namespace

Staging splitIntoDeployments(const Topology &baseline, const Topology &working,
    const DeploymentLimits &limits, QDate today, const std::function<bool()> &isCancelled)
{
    Staging staging;
    const auto changes = changesBetween(baseline, working);
    if (changes.isEmpty()) {
        staging.isProven = true;
        return staging;
    }
    const Planner planner(baseline, working, Matching::ById);
    const auto units = changeUnits(baseline, working, planner, changes);
    StageCheck check(baseline, working, today);
    StageSearch search(units, check, isCancelled);
    const auto solution = search.solve(limits, StageSearch::Findings::Count);
    staging.atOnce = planner.summary();
    staging.isProven = solution.isProven;
    if (!solution.deployments.empty()) {
        StagingWriter(baseline, working, check, search, limits).write(solution, staging);
    } else {
        staging.obstacles =
            findObstacles(working, baseline, units, limits, search, solution.unfit, isCancelled);
    }
    if (isCancelled && isCancelled()) {
        staging = {};
        staging.isCancelled = true;
    }
    return staging;
}

Topology stageAfter(
    const Topology &baseline, const Topology &working, const Staging &staging, int count)
{
    QList<Change> changes;
    for (int i = 0; i < count; ++i)
        changes += staging.deployments[i].changes;
    return stageOf(baseline, working, changes);
}
