// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/rules/fix.h"

#include <functional>
#include <optional>

/// One step that takes away several findings, each by one of its fixes, one after the other.
struct FixAll
{
    struct Skipped
    {
        QString finding;  ///< What it says.
        QString why;      ///< "There is no fix for it.", or the error that the fix would make.
    };

    Step step;  ///< Without title.
    int fixed = 0;
    QList<Skipped> skipped;
};

/// Which fix of each finding is meant.
struct FixChoice
{
    /// From 0; the last one if a finding has fewer.
    int place = 0;
    /// Counted among those of this way (Fix::way). Otherwise among all, as pricedFixes() does: the
    /// cheapest first, at what it costs when its turn comes.
    std::optional<int> way;
};

/// Goes through the findings that are wanted, in the contract's order. "today" says which waivers
/// still count. What would make an error that wasn't there is skipped. Findings that an earlier fix
/// has taken away need none.
FixAll fixAll(const Topology &working, const Topology &baseline, QDate today,
    const std::function<bool(const Finding &)> &isWanted, FixChoice choice = {});
