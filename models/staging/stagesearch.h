// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/staging/changeunits.h"
#include "models/staging/limits.h"
#include "models/staging/splitproblem.h"
#include "models/staging/stagecheck.h"

/// Finds which unit of changes goes into which deployment. All that it is given must outlive it.
class StageSearch final
{
public:
    StageSearch(const std::vector<ChangeUnit> &units, StageCheck &check, IsCancelled isCancelled);

    enum class Findings : quint8 { Count, DontCount };
    struct Solution
    {
        std::vector<int> deployments;       ///< By unit; empty if none was found.
        bool isProven = false;              ///< That it is the best, or that there is none.
        std::optional<StageFinding> unfit;  ///< A new error that stood in the way, if one did.
    };
    /// Also when it was cancelled: then what it says doesn't count.
    Solution solve(const DeploymentLimits &limits, Findings findings);

    /// The changes of those units that were done by the end of a deployment.
    QList<Change> changesUpTo(const std::vector<int> &deployments, int last) const;

private:
    using Needs = std::vector<std::vector<int>>;

    SplitProblem problemOf(
        const DeploymentLimits &limits, const Needs &needs, std::vector<int> &itemOfUnit) const;
    void setLimits(SplitProblem &problem, const DeploymentLimits &limits) const;
    std::vector<int> toNumbers(const QList<TenantId> &tenants) const;
    std::vector<bool> firstUnits(const DeploymentLimits &limits, const Needs &needs) const;
    std::optional<Solution> solveExactly(const DeploymentLimits &limits, Findings findings);
    Solution solveWell(const DeploymentLimits &limits, Findings findings);

    /// Asks for a stage, as long as there is work left to be done. Looks at the units that were
    /// done by the end of that deployment.
    QList<StageFinding> newErrors(const std::vector<int> &deployments, int last);
    bool isExhausted() const { return m_workLeft <= 0 || (m_isCancelled && m_isCancelled()); }

    /// The new errors that a deployment brings about.
    struct Fault
    {
        int deployment;
        QList<StageFinding> errors;
    };
    QList<Fault> faultsOf(const std::vector<int> &deployments);
    bool learn(const std::vector<int> &deployments, const Fault &fault, Needs &needs);
    bool learn(const std::vector<int> &deployments, int deployment, const StageFinding &error,
        Needs &needs);
    bool touches(const ChangeUnit &unit, const Finding &error) const;
    bool isCured(const StageFinding &error, std::vector<int> deployments, std::vector<int> units,
        int deployment, const Needs &needs);
    std::vector<int> curesOf(const StageFinding &error, const std::vector<int> &deployments,
        int deployment, const std::vector<int> &later, const Needs &needs);

    const std::vector<ChangeUnit> &m_units;
    StageCheck &m_check;
    const IsCancelled m_isCancelled;
    // Changes that may still be tried out to learn from what they do; a few microseconds each. For
    // all solutions together: more of them are asked for where there is none.
    int m_workLeft = 500'000;
    QHash<TenantId, int> m_numbers;  // Of the tenants that anything interrupts.
};
