// SPDX-License-Identifier: Apache-2.0
#include "models/plan/comparison.h"

Comparison compare(const Topology &from, const Topology &to, Matching matching)
{
    return {differences(from, to, matching), Planner(from, to, matching).summary(),
        from.settings() != to.settings()};
}
