// SPDX-License-Identifier: Apache-2.0
#include "models/staging/whatif.h"

#include "models/topology/apply.h"
#include "models/topology/edits.h"

#include <QHash>

namespace {

/// A plan's rows by their server. A stop is of another than a row of the same number: it speaks of
/// the baseline's.
class RowsByServer
{
public:
    explicit RowsByServer(const RestartPlan &plan)
    {
        for (const auto &instance : plan.instances)
            m_rows.insert(key(instance), &instance);
    }
    std::optional<PlannedInstance> find(const PlannedInstance &like) const
    {
        const auto *found = m_rows.value(key(like));
        return found ? std::optional(*found) : std::nullopt;
    }

private:
    using Key = std::pair<ApplicationId, bool>;
    static Key key(const PlannedInstance &instance)
    {
        return {instance.application, instance.action == Action::Stop};
    }
    QHash<Key, const PlannedInstance *> m_rows;
};

}  // namespace

Result<WhatIf> whatIf(const Topology &baseline, const Topology &working,
    const QList<RaisedRelease> &releases, Raised raised)
{
    auto before = baseline;
    auto after = working;
    for (const auto &[application, release] : releases) {
        const auto step = setField(after, application, Field::Release, release);
        if (!step)
            return tl::unexpected(step.error());
        ::apply(after, *step);
        if (raised == Raised::Along)
            continue;
        if (const auto earlier = setField(before, application, Field::Release, release))
            ::apply(before, *earlier);
    }
    const auto now = Planner(baseline, working, Matching::ById).plan();
    const auto then = Planner(before, after, Matching::ById).plan();
    const RowsByServer rowsNow(now);
    const RowsByServer rowsThen(then);
    WhatIf result {{}, now.summary, then.summary};
    for (const auto &instance : then.instances) {
        if (const auto present = rowsNow.find(instance); present != instance)
            result.rows.append({present, instance});
    }
    for (const auto &instance : now.instances) {
        if (!rowsThen.find(instance))
            result.rows.append({instance, std::nullopt});
    }
    return result;
}
