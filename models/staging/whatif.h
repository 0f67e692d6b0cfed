// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/result.h"
#include "models/plan/planner.h"

struct RaisedRelease
{
    ApplicationId application;
    QString release;  ///< As it would be; any text that a release may be.
};

enum class Raised : quint8 {
    Along,   ///< Together with what is pending: a change of the plan's own.
    Before,  ///< In production already, before anything pending is deployed.
};

/// A row of the plan as it is and as it would be; none: the server needs nothing.
struct WhatIfRow
{
    std::optional<PlannedInstance> now;
    std::optional<PlannedInstance> then;
};

struct WhatIf
{
    QList<WhatIfRow> rows;  ///< Those that differ: first those of the plan that would be, in its
                            ///< order, then those that would be gone.
    PlanSummary now;
    PlanSummary then;
};

/// The plan if servers had other releases, beside the present one. Works on copies; nothing stays.
/// Error: NotFound for a server that the working copy hasn't. One that the baseline hasn't can be
/// raised along only, and is then raised along.
[[nodiscard]] Result<WhatIf> whatIf(const Topology &baseline, const Topology &working,
    const QList<RaisedRelease> &releases, Raised raised);
