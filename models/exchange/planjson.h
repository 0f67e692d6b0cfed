// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/plan/planner.h"

/// contract/cli.md: `plan --format json`.
QByteArray planJson(const RestartPlan &plan);
