// SPDX-License-Identifier: Apache-2.0
#include "views/navigator/badgecounts.h"

#include "views/common/mark.h"

namespace {

void add(NavigatorBadges &sum, const NavigatorBadges &badges, int sign)
{
    sum.errors += sign * badges.errors;
    sum.warnings += sign * badges.warnings;
    sum.restarts += sign * badges.restarts;
    sum.pending += sign * badges.pending;
}

}  // namespace

BadgeCounts::BadgeCounts(const Document &document)
    : m_document(document)
{
}

NavigatorBadges BadgeCounts::of(ObjectId object) const
{
    const auto summary = m_document.validator().summaryOf(object);
    NavigatorBadges badges {summary.errors, summary.warnings, 0, 0};
    if (object.kind == Kind::Application) {
        const auto mark =
            planMark(m_document.topology(), m_document.planner(), object.application());
        badges.restarts = mark == Mark::Restart;
        badges.pending = mark == Mark::Pending;
    }
    return badges;
}

void BadgeCounts::countAll(NavigatorGrouping grouping)
{
    m_grouping = grouping;
    m_sums.clear();
    m_counted.clear();
    m_findings.clear();
    const auto &validator = m_document.validator();
    const auto findings = validator.findings();
    m_findings.reserve(findings.size());
    for (const auto id : findings) {
        const auto object = validator.finding(id).object;
        m_findings.insert(id, object);
        if (!m_counted.contains(object))
            recount(object);
    }
    auto applications = m_document.planner().rows();
    applications.append(m_document.topology().pendingRestarts().keys());
    for (const auto application : std::as_const(applications)) {
        if (!m_counted.contains(application))
            recount(application);
    }
}

QList<NavigatorGroup> BadgeCounts::recount(ObjectId object)
{
    QList<NavigatorGroup> changed;
    if (const auto known = m_counted.constFind(object); known != m_counted.cend()) {
        add(m_sums[known->group], known->badges, -1);
        changed.append(known->group);
        m_counted.erase(known);
    }
    const auto &topology = m_document.topology();
    if (!topology.contains(object))
        return changed;
    auto group = headingOf(m_grouping, object);
    if (!group)
        group = placement(topology, m_grouping, object);
    const auto badges = of(object);
    if (!group || badges == NavigatorBadges())
        return changed;
    add(m_sums[*group], badges, 1);
    m_counted.insert(object, {*group, badges});
    if (!changed.contains(*group))
        changed.append(*group);
    return changed;
}

QSet<ObjectId> BadgeCounts::objectsOf(const FindingsDelta &delta)
{
    QSet<ObjectId> objects;
    for (const auto id : delta.removed) {
        if (const auto known = m_findings.constFind(id); known != m_findings.cend()) {
            objects.insert(*known);
            m_findings.erase(known);
        }
    }
    for (const auto id : delta.added) {
        const auto object = m_document.validator().finding(id).object;
        m_findings.insert(id, object);
        objects.insert(object);
    }
    for (const auto id : delta.waived)
        objects.insert(m_document.validator().finding(id).object);
    return objects;
}
