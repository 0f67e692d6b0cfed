// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/rules/fix.h"

#include <functional>

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

/// "today" says which waivers still count. Goes through the findings that are wanted, in the
/// contract's order. Of each the fix at this place (0: the first) is taken, the last one if there
/// are fewer; what would make an error that wasn't there is skipped. Findings that an earlier fix
/// has taken away need none.
FixAll fixAll(const Topology &topology, QDate today,
    const std::function<bool(const Finding &)> &isWanted, qsizetype choice = 0);
