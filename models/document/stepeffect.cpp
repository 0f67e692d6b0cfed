// SPDX-License-Identifier: Apache-2.0
#include "models/document/stepeffect.h"

#include "models/base/text.h"
#include "models/document/document.h"
#include "models/topology/apply.h"

#include <algorithm>
#include <map>

namespace {

using Rows = std::map<ApplicationId, PlanRow>;

Rows rowsOf(const Planner &planner)
{
    Rows rows;
    for (const auto id : planner.rows())
        rows.emplace(id, *planner.row(id));
    return rows;
}

QList<StepEffect::RowChange> changesOf(const Rows &before, const Rows &after, const Topology &first,
    const Topology &then, const Topology &baseline)
{
    QList<StepEffect::RowChange> changes;
    const auto nameOf = [&](ApplicationId id) {
        const auto *found = then.applications().find(id);
        return found                            ? found->name
            : first.applications().contains(id) ? first.application(id).name
                                                : QString();
    };
    const auto find = [](const Rows &rows, ApplicationId id) {
        const auto at = rows.find(id);
        return at == rows.end() ? std::nullopt : std::optional(at->second);
    };
    for (const auto &[id, row] : before) {
        if (const auto now = find(after, id); now != row)
            changes.append({nameOf(id), row, now, {}, {}});
    }
    for (const auto &[id, row] : after) {
        if (!before.contains(id))
            changes.append({nameOf(id), std::nullopt, row, {}, {}});
    }
    // A tenant that is gone then is named by what it was called.
    const auto namesOf = [&](const QList<TenantId> &tenants) {
        QStringList names;
        for (const auto tenant : tenants) {
            for (const auto *topology : {&then, &first, &baseline}) {
                if (const auto *found = topology->tenants().find(tenant)) {
                    names.append(found->name);
                    break;
                }
            }
        }
        std::stable_sort(names.begin(), names.end(), textLess);
        return names;
    };
    for (auto &change : changes) {
        if (!change.after)
            continue;
        change.interrupted = namesOf(change.after->interrupted);
        change.bystanders = namesOf(change.after->bystanders);
    }
    std::stable_sort(changes.begin(), changes.end(),
        [](const auto &a, const auto &b) { return textLess(a.application, b.application); });
    return changes;
}

}  // namespace

StepEffect Document::effectOf(const Step &step)
{
    StepEffect effect;
    const auto before = m_topology;
    const auto rowsBefore = rowsOf(*m_planner);
    effect.planBefore = m_planner->summary();

    ::apply(m_topology, step);
    const auto trial = m_validator->tryOut(step.edits);
    m_planner->update(step.edits);
    for (const auto &finding : trial.added)
        effect.created.append({finding, message(m_topology, finding)});
    for (const auto &finding : trial.removed)
        effect.solved.append({finding, message(before, finding)});
    effect.planAfter = m_planner->summary();
    effect.rows = changesOf(rowsBefore, rowsOf(*m_planner), before, m_topology, m_baseline);
    effect.changes = differences(before, m_topology, Matching::ById);

    const auto back = inverse(step);
    ::apply(m_topology, back);
    m_validator->endTrial(back.edits);
    m_planner->update(back.edits);
    return effect;
}
