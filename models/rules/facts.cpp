// SPDX-License-Identifier: Apache-2.0
#include "models/rules/facts.h"

#include "models/rules/excerpt.h"
#include "models/rules/facttopology.h"
#include "models/rules/groups.h"
#include "models/rules/rulecontext.h"
#include "models/rules/rulelist.h"

#include <QSet>

#include <algorithm>
#include <bit>

namespace {

/// Of so few facts every choice is tried.
constexpr qsizetype triedInFull = 12;

/// What the rule finds about the unit that the finding is of.
void check(const RuleContext &context, const Finding &finding, Report &report)
{
    const auto &rules = RuleList::all();
    const auto &rule = rules.rule(finding.rule);
    const auto &topology = context.topology();
    const auto object = finding.object;
    report.begin(finding.rule, rule.severity);
    if (rule.group != Group::None) {
        forEachGroup(context, GroupKey::of(context, object, rule.group),
            [&](const GroupKey &key, std::span<const quint32> members) {
                if (key.group == rule.group)
                    rule.checkGroup(context, key.kind, members, report);
            });
        return;
    }
    if (topology.isPlaceholder(object) != rule.isForPlaceholders)
        return;
    if (object.kind == Kind::Application && !rule.isForPlaceholders) {
        const auto &facts = topology.facts(object.application());
        const auto mask = rules.ofApplication(facts) & rules.withTraits(facts.traits);
        if (((mask >> int(finding.rule)) & 1) == 0)
            return;
        if (rule.checkApplication) {
            rule.checkApplication(context, topology.application(object.application()), report);
            return;
        }
    }
    rule.checkObject(context, object, report);
}

bool areEqual(const Finding &a, const Finding &b)
{
    return a.rule == b.rule && a.severity == b.severity && a.object == b.object
        && a.tenants == b.tenants && a.related == b.related;
}

/// The object that the fact puts on a list, if it is one.
std::optional<ObjectId> soleMember(const Fact &fact)
{
    if (const auto *tenants = std::get_if<QList<TenantId>>(&fact.value);
        tenants && tenants->size() == 1)
        return tenants->constFirst();
    if (const auto *switches = std::get_if<QList<SwitchId>>(&fact.value);
        switches && switches->size() == 1)
        return switches->constFirst();
    const auto *connections = std::get_if<QList<Connection>>(&fact.value);
    if (connections && connections->size() == 1)
        return connections->constFirst().target;
    return std::nullopt;
}

/// Leaves facts out for as long as the finding stands.
class Search final
{
public:
    Search(const Finding &wanted, qsizetype facts)
        : finding(wanted)
        // A check costs what it has to build.
        , m_checksLeft(std::clamp(200000 / int(facts + 1), 40, 4000))
    {
    }

    bool stands(const QList<Fact> &facts);
    /// Of facts with which it stands, those that it needs.
    QList<Fact> needed(QList<Fact> facts);

private:
    bool shrink(QList<Fact> &facts, const QList<Fact> &rest);
    bool shrinkByField(QList<Fact> &facts, const QList<Fact> &rest);
    bool shrinkByReference(QList<Fact> &facts, const QList<Fact> &rest);
    bool shrinkExistence(QList<Fact> &existence, const QList<Fact> &statements);
    void simplify(QList<Fact> &facts, const QList<Fact> &rest);
    QList<Fact> smallestPart(const QList<Fact> &facts);

    const Finding &finding;
    int m_checksLeft;
};

bool Search::stands(const QList<Fact> &facts)
{
    --m_checksLeft;
    const FactTopology alone(facts);
    const auto wanted = alone.translated(finding);
    if (!wanted)
        return false;
    const RuleContext context(alone.topology());
    Report report;
    check(context, *wanted, report);
    const auto &found = report.findings();
    return std::any_of(
        found.begin(), found.end(), [&](const Finding &other) { return areEqual(other, *wanted); });
}

/// Leaves out by runs, first the whole, then ever shorter ones: many that don't matter cost few
/// checks.
bool Search::shrink(QList<Fact> &facts, const QList<Fact> &rest)
{
    const auto before = facts.size();
    for (auto length = facts.size(); length >= 1; length /= 2) {
        for (qsizetype at = 0; at < facts.size();) {
            if (m_checksLeft <= 0)
                return facts.size() != before;
            auto fewer = facts;
            fewer.remove(at, std::min(length, facts.size() - at));
            if (stands(fewer + rest))
                facts = std::move(fewer);
            else
                at += length;
        }
    }
    return facts.size() != before;
}

/// Most fields matter of no object at all.
bool Search::shrinkByField(QList<Fact> &facts, const QList<Fact> &rest)
{
    const auto before = facts.size();
    QSet<int> fields;
    for (const auto &fact : facts) {
        if (fact.field)
            fields.insert(int(*fact.field));
    }
    auto sorted = fields.values();
    std::sort(sorted.begin(), sorted.end());
    for (const auto field : sorted) {
        auto fewer = facts;
        fewer.removeIf([&](const Fact &fact) { return fact.field == Field(field); });
        if (stands(fewer + rest))
            facts = std::move(fewer);
    }
    return facts.size() != before;
}

/// What several have in common goes from all of them at once: that two lists differ is told by a
/// member that one of them lacks, not by one that was taken from the other.
bool Search::shrinkByReference(QList<Fact> &facts, const QList<Fact> &rest)
{
    const auto before = facts.size();
    std::vector<ObjectId> objects;
    for (const auto &fact : facts) {
        if (const auto member = soleMember(fact))
            objects.push_back(*member);
    }
    std::sort(objects.begin(), objects.end());
    objects.erase(std::unique(objects.begin(), objects.end()), objects.end());
    for (auto length = objects.size(); length >= 1; length /= 2) {
        for (size_t at = 0; at < objects.size() && m_checksLeft > 0; at += length) {
            const auto begin = objects.begin() + qsizetype(at);
            const auto end = begin + qsizetype(std::min(length, objects.size() - at));
            auto fewer = facts;
            fewer.removeIf([&](const Fact &fact) {
                const auto member = soleMember(fact);
                return member && std::binary_search(begin, end, *member);
            });
            if (fewer.size() < facts.size() && stands(fewer + rest))
                facts = std::move(fewer);
        }
    }
    return facts.size() != before;
}

/// Whatever has a field is defined; that needs no check.
bool Search::shrinkExistence(QList<Fact> &existence, const QList<Fact> &statements)
{
    QSet<ObjectId> known;
    for (const auto &fact : statements) {
        if (!fact.isSetting())
            known.insert(fact.object);
    }
    const auto dropped = existence.removeIf(
        [&](const Fact &fact) { return fact.value == Value(true) && known.contains(fact.object); });
    // A few are left for this, whatever the others took.
    m_checksLeft = std::max(m_checksLeft, 20);
    return shrink(existence, statements) || dropped > 0;
}

/// A connection without what is said of it but its target; a port with its id or its number alone.
void Search::simplify(QList<Fact> &facts, const QList<Fact> &rest)
{
    const auto tryInstead = [&](const auto &simpler) {
        for (auto &fact : facts) {
            auto value = simpler(fact.value);
            if (value == fact.value || m_checksLeft <= 0)
                continue;
            auto former = std::exchange(fact.value, std::move(value));
            if (!stands(facts + rest))
                fact.value = std::move(former);
        }
    };
    const auto eachOf = []<class T>(const Value &value, const T &, auto simplifyMember) {
        auto copy = value;
        if (auto *members = std::get_if<QList<T>>(&copy))
            std::for_each(members->begin(), members->end(), simplifyMember);
        return copy;
    };
    tryInstead([&](const Value &value) {
        return eachOf(
            value, Connection {ApplicationId(0), {}, {}, {}, {}, {}, {}}, [](Connection &c) {
                c = {c.target, c.port, {}, {}, {}, {}, {}};
            });
    });
    tryInstead([&](const Value &value) {
        return eachOf(value, Connection {ApplicationId(0), {}, {}, {}, {}, {}, {}},
            [](Connection &c) { c.port.clear(); });
    });
    tryInstead([&](const Value &value) {
        return eachOf(value, Port(), [](Port &port) {
            if (!port.id.isEmpty())
                port = {port.id, {}, {}};
        });
    });
    tryInstead([&](const Value &value) {
        return eachOf(value, Port(), [](Port &port) {
            if (port.number)
                port = {{}, port.number, {}};
        });
    });
}

/// Where it needs that something is not so, leaving out one by one may end too early.
QList<Fact> Search::smallestPart(const QList<Fact> &facts)
{
    const auto count = int(facts.size());
    for (int size = 1; size < count; ++size) {
        for (quint32 choice = 1; choice < (1U << count); ++choice) {
            if (std::popcount(choice) != size)
                continue;
            QList<Fact> part;
            for (int i = 0; i < count; ++i) {
                if ((choice >> i) & 1)
                    part.append(facts[i]);
            }
            if (stands(part))
                return part;
        }
    }
    return facts;
}

QList<Fact> Search::needed(QList<Fact> facts)
{
    // That objects are defined goes last: else a field that says nothing else would be kept for it.
    QList<Fact> statements;
    QList<Fact> existence;
    for (auto &fact : facts)
        (fact.field || fact.isSetting() ? statements : existence).append(std::move(fact));
    bool isSmaller = true;
    while (isSmaller && m_checksLeft > 0) {
        isSmaller = shrinkByField(statements, existence);
        isSmaller |= shrinkByReference(statements, existence);
        isSmaller |= shrink(statements, existence);
        isSmaller |= shrinkExistence(existence, statements);
    }
    simplify(statements, existence);
    const auto left = merged(statements + existence);
    return left.size() <= triedInFull ? smallestPart(left) : left;
}

}  // namespace

QList<Fact> factsOf(const Topology &topology, const Finding &finding)
{
    for (const auto surroundings :
        {Surroundings::Named, Surroundings::Neighbours, Surroundings::Everything}) {
        auto facts = factsWithin(topology, finding, surroundings);
        Search search(finding, facts.size());
        if (!search.stands(facts))
            continue;
        facts = search.needed(std::move(facts));
        std::stable_partition(facts.begin(), facts.end(),
            [&](const Fact &fact) { return !fact.isSetting() && fact.object == finding.object; });
        return facts;
    }
    return {};
}
