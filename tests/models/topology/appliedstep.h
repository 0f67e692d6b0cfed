// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/apply.h"

/// Applies the step and checks on the way that every reference resolves at any time, and that undo
/// gives the topology back.
inline Topology applied(const Topology &topology, const Step &step)
{
    auto after = topology;
    for (const auto &edit : step.edits) {
        if (const auto *removal = std::get_if<RemoveObject>(&edit)) {
            const auto object = objectId(*removal->record);
            if (after.record(object) != *removal->record || after.referenceCount(object) != 0)
                qFatal("%s is removed while it is referred to, or is another",
                    qPrintable(after.name(object)));
        }
        ::apply(after, edit);
    }
    auto before = after;
    ::apply(before, inverse(step));
    if (!(before == topology))
        qFatal("Undo does not give back what was there.");
    return after;
}
