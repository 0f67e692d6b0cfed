// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/staging/stagesearch.h"
#include "models/staging/staging.h"

/// Which of the limits are in the way, for limits that no split was found for: those without which
/// there is one, or, if one alone won't do, those of them that together will. "unfit" is a new
/// error that the search met.
QList<Obstacle> findObstacles(const Topology &working, const Topology &baseline,
    const std::vector<ChangeUnit> &units, const DeploymentLimits &limits, StageSearch &search,
    const std::optional<StageFinding> &unfit, const IsCancelled &isCancelled);
