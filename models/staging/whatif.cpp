// SPDX-License-Identifier: Apache-2.0
#include "models/staging/whatif.h"

#include "models/topology/apply.h"
#include "models/topology/edits.h"

#include <QHash>

namespace {

Result<Topology> withRelease(Topology topology, ApplicationId application, const QString &release)
{
    const auto value = release.isEmpty() ? Value() : Value(release);
    const auto step = setField(topology, application, Field::Release, value);
    if (!step)
        return tl::unexpected(step.error());
    apply(topology, *step);
    return topology;
}

/// Stops bear the baseline's ids.
std::pair<ApplicationId, bool> keyOf(const PlannedInstance &instance)
{
    return {instance.application, instance.action == Action::Stop};
}

/// Whether those who carry the plan out would do or notice the same.
bool isSame(const PlannedInstance &a, const PlannedInstance &b)
{
    return a.action == b.action && a.wave == b.wave && a.interruption == b.interruption
        && a.tenantsInterrupted == b.tenantsInterrupted && a.after == b.after;
}

QList<WhatIfRow> difference(const RestartPlan &now, const RestartPlan &then)
{
    QHash<std::pair<ApplicationId, bool>, const PlannedInstance *> others;
    for (const auto &instance : then.instances)
        others.insert(keyOf(instance), &instance);
    QList<WhatIfRow> rows;
    for (const auto &instance : now.instances) {
        const auto *other = others.take(keyOf(instance));
        if (!other)
            rows.append({instance, {}});
        else if (!isSame(instance, *other))
            rows.append({instance, *other});
    }
    for (const auto &instance : then.instances) {
        if (others.contains(keyOf(instance)))
            rows.append({{}, instance});
    }
    return rows;
}

}  // namespace

Result<WhatIf> whatIfRelease(const Topology &baseline, const Topology &working,
    ApplicationId application, const QString &release, Upgrade upgrade)
{
    const auto raised = withRelease(working, application, release);
    if (!raised)
        return tl::unexpected(raised.error());
    auto production = baseline;
    if (upgrade == Upgrade::Before && baseline.contains(application)) {
        auto raisedThere = withRelease(baseline, application, release);
        if (!raisedThere)
            return tl::unexpected(raisedThere.error());
        production = std::move(*raisedThere);
    }
    WhatIf result;
    result.now = Planner(baseline, working, Matching::ById).plan();
    result.then = Planner(production, *raised, Matching::ById).plan();
    result.differing = difference(result.now, result.then);
    return result;
}
