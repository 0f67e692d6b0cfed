// SPDX-License-Identifier: Apache-2.0
#include "models/merge/mergeeffect.h"

#include "models/rules/validator.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace {

/// The finding in names: equal for what two topologies both have.
QStringList named(const Topology &topology, const Finding &finding)
{
    QStringList names {QString::number(int(finding.rule)),
        QString::number(int(finding.object.kind)), topology.name(finding.object)};
    for (const auto tenant : tenantsByName(topology, finding))
        names.append(topology.tenant(tenant).name);
    for (const auto &subject : relatedByName(topology, finding)) {
        names.append(subjectKindToken(subject));
        names.append(subjectName(topology, subject));
    }
    return names;
}

using Counts = QHash<QStringList, int>;

Counts countsOf(const Topology &topology)
{
    Counts counts;
    for (const auto &finding : checkAll(topology))
        ++counts[named(topology, finding)];
    return counts;
}

QList<PlannedInstance> restarts(const Topology &base, const Topology &working)
{
    auto instances = Planner(base, working, Matching::ByName).plan().instances;
    instances.removeIf([](const PlannedInstance &i) { return i.action != Action::Restart; });
    return instances;
}

}  // namespace

MergeEffect mergeEffect(const Topology &base, const Topology &ours, const Topology &theirs,
    const Topology &merged, QDate today)
{
    MergeEffect effect;
    const auto inOurs = countsOf(ours);
    const auto inTheirs = countsOf(theirs);
    Counts seen;
    for (auto &finding : checkAll(merged, today)) {
        const auto names = named(merged, finding);
        const int count = ++seen[names];
        if (!finding.isWaived && count > std::max(inOurs.value(names), inTheirs.value(names)))
            effect.findings.append(std::move(finding));
    }

    QSet<std::pair<QString, QString>> alone;
    for (const auto *side : {&ours, &theirs}) {
        for (const auto &instance : restarts(base, *side))
            alone.insert({instance.name, instance.type});
    }
    effect.restarts = restarts(base, merged);
    effect.restarts.removeIf([&](const PlannedInstance &instance) {
        return alone.contains({instance.name, instance.type});
    });
    return effect;
}
