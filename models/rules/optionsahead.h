// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/topology.h"

#include <algorithm>
#include <span>

/// Calls visit(id) for each of the applications, for a look at its options.
///
/// Names of option sections are four steps away from an application, and each step waits for the
/// memory: it is taken for several applications at once.
template <class Visit>
void forEachWithOptions(
    const Topology &topology, std::span<const ApplicationId> applications, Visit visit)
{
    constexpr size_t together = 16;
    const auto optionsOf = [&](ApplicationId id) -> const Options & {
        return topology.application(id).options;
    };
    while (!applications.empty()) {
        const auto some = applications.first(std::min(together, applications.size()));
        applications = applications.subspan(some.size());
        for (const auto id : some) {
            __builtin_prefetch(&topology.application(id));
            __builtin_prefetch(&topology.application(id).tenants);
            __builtin_prefetch(&optionsOf(id));
        }
        for (const auto id : some) {
            __builtin_prefetch(topology.application(id).tenants.constData());
            __builtin_prefetch(optionsOf(id).constData());
        }
        for (const auto id : some) {
            for (const auto &section : optionsOf(id)) {
                __builtin_prefetch(section.name.constData());
                __builtin_prefetch(section.options.constData());
            }
        }
        for (const auto id : some)
            visit(id);
    }
}
