// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/plan/planner.h"

/// The plan in waves, for a terminal; the topology is the working copy.
QString planText(const Topology &working, const RestartPlan &plan);
/// "3 restarts · 1 not stated · 3 tenants interrupted"
QString planSummaryText(const PlanSummary &summary);
