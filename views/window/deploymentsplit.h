// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/result.h"
#include "models/plan/difference.h"
#include "models/staging/staging.h"

/// A split of what is pending, with all that is needed to show it and to carry it out, whatever
/// becomes of the document meanwhile.
struct DeploymentSplit
{
    Topology baseline;
    Topology working;
    Staging staging;
    QList<QList<ObjectDifference>> changes;  ///< By deployment.

    /// Of the stage that the first "count" deployments make.
    Topology stage(int count) const { return stageAfter(baseline, working, staging, count); }
};

/// In any thread. "isCancelled" is asked now and then.
DeploymentSplit splitDeployments(const Topology &baseline, const Topology &working,
    const DeploymentLimits &limits, QDate today, const std::function<bool()> &isCancelled);

/// Takes back what comes after the first "count" deployments; for a topology that is still the
/// split's working copy.
Result<Step> keepOnly(const Topology &topology, const DeploymentSplit &split, int count);

/// "3 deployments · 4 restarts · 5 interruptions"
QString splitHeadline(const DeploymentSplit &split);
/// Against all at once; and whether there could be a better one.
QString splitVerdict(const DeploymentSplit &split);
/// "Deployment 1: 2 restarts, interrupts Acme, Globex"
QString deploymentText(const DeploymentSplit &split, int index);
/// All of it, for the clipboard.
QString splitText(const DeploymentSplit &split);
