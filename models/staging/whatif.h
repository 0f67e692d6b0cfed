// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/result.h"
#include "models/plan/planner.h"

/// When a release that is thought of would be installed.
enum class Upgrade : quint8 {
    Before,  ///< Runs in production already when what is pending is deployed.
    With,    ///< Is one of the changes that are pending.
};

/// A row of the plan beside what it would be.
struct WhatIfRow
{
    std::optional<PlannedInstance> now;
    std::optional<PlannedInstance> then;
    /// The one that stands.
    const PlannedInstance &either() const { return now ? *now : *then; }
};

/// A plan that nobody has to carry out.
struct WhatIf
{
    RestartPlan now;
    RestartPlan then;
    QList<WhatIfRow> differing;  ///< In the order of the present plan, then that of the other one.
};

/// The restart plan as it would be if the application of the working copy had another release.
/// Nothing is changed: both topologies stay as they are. Costs two plans from scratch.
///
/// Error: as of setField().
[[nodiscard]] Result<WhatIf> whatIfRelease(const Topology &baseline, const Topology &working,
    ApplicationId application, const QString &release, Upgrade upgrade);
