// SPDX-License-Identifier: Apache-2.0
#include "models/staging/changeunits.h"

#include "models/staging/grouporder.h"
#include "models/topology/references.h"

#include <algorithm>

namespace {

/// Calls visit(ObjectId) for every reference in the field.
void forEachReferenceIn(const Record &record, Field field, auto visit)
{
    std::visit(
        [&](const auto &value) {
            using T = std::decay_t<decltype(value)>;
            if constexpr (std::is_constructible_v<ObjectId, T>) {
                visit(ObjectId(value));
            } else if constexpr (std::is_same_v<T, QList<Connection>>) {
                for (const auto &connection : value)
                    visit(ObjectId(connection.target));
            } else if constexpr (std::is_same_v<T,
                                     QList<TenantId>> || std::is_same_v<T, QList<SwitchId>>) {
                for (const auto id : value)
                    visit(ObjectId(id));
            }
        },
        fieldValue(record, field));
}

template <class T>
void sortUnique(T &list)
{
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
}

/// One node for each object that changes, for each server that is backed up together with one, and
/// for the two things that are of no object.
class UnitBuilder
{
public:
    UnitBuilder(const Topology &baseline, const Topology &working, const Planner &planner,
        const QList<Change> &changes)
        : m_baseline(baseline)
        , m_working(working)
        , m_planner(planner)
        , m_changes(changes)
    {
    }

    std::vector<ChangeUnit> build()
    {
        for (const auto &change : m_changes)
            m_nodeOfChange.push_back(nodeOf(change));
        followBackups();
        m_needs.resize(size_t(m_nodeCount));
        for (qsizetype i = 0; i < m_changes.size(); ++i)
            findNeeds(m_nodeOfChange[size_t(i)], m_changes[i]);
        return unitsOf(groupNodes());
    }

private:
    int nodeOf(ObjectId object)
    {
        const auto found = m_nodes.constFind(object);
        if (found != m_nodes.constEnd())
            return *found;
        m_objects.push_back(object);
        return *m_nodes.insert(object, m_nodeCount++);
    }
    int nodeOf(const Change &change)
    {
        if (change.subject == Change::Subject::Object)
            return nodeOf(change.object);
        m_objects.push_back(std::nullopt);
        return m_nodeCount++;
    }

    /// Servers that back each other up before or after become mutual needs.
    void followBackups()
    {
        for (int node = 0; node < m_nodeCount; ++node) {  // More nodes come while it goes on.
            const auto object = m_objects[size_t(node)];
            if (!object || object->kind != Kind::Application)
                continue;
            for (const auto *side : {&m_baseline, &m_working}) {
                if (!side->contains(*object))
                    continue;
                const auto id = object->application();
                if (const auto backup = side->application(id).backup)
                    m_pairs.push_back({node, nodeOf(ObjectId(*backup))});
                for (const auto primary : side->primariesOf(id))
                    m_pairs.push_back({node, nodeOf(ObjectId(primary))});
            }
        }
    }

    bool comes(ObjectId object) const
    {
        return !m_baseline.contains(object) && m_working.contains(object);
    }
    bool goes(ObjectId object) const
    {
        return m_baseline.contains(object) && !m_working.contains(object);
    }
    void need(int node, ObjectId object)
    {
        if (const auto found = m_nodes.constFind(object); found != m_nodes.constEnd())
            m_needs[size_t(node)].push_back(*found);
    }
    void isNeededBy(int node, ObjectId object)
    {
        if (const auto found = m_nodes.constFind(object); found != m_nodes.constEnd())
            m_needs[size_t(*found)].push_back(node);
    }
    void findNeeds(int node, const Change &change)
    {
        if (change.subject != Change::Subject::Object)
            return;
        const auto visit = [&](const Record &record, auto visitReference) {
            if (change.field)
                forEachReferenceIn(record, *change.field, visitReference);
            else
                forEachReference(record, visitReference);
        };
        if (m_working.contains(change.object))
            visit(m_working.record(change.object), [&](ObjectId reference) {
                if (comes(reference))
                    need(node, reference);
            });
        if (m_baseline.contains(change.object))
            visit(m_baseline.record(change.object), [&](ObjectId reference) {
                if (goes(reference))
                    isNeededBy(node, reference);
            });
    }

    std::vector<int> groupNodes()
    {
        for (const auto &[a, b] : m_pairs) {
            m_needs[size_t(a)].push_back(b);
            m_needs[size_t(b)].push_back(a);
        }
        return groupsInOrder(m_needs);
    }

    std::vector<ChangeUnit> unitsOf(const std::vector<int> &groups) const
    {
        const auto count = groups.empty() ? 0 : *std::max_element(groups.begin(), groups.end()) + 1;
        std::vector<ChangeUnit> units;
        units.resize(size_t(count));
        for (qsizetype i = 0; i < m_changes.size(); ++i)
            units[size_t(groups[size_t(m_nodeOfChange[size_t(i)])])].changes.append(m_changes[i]);
        for (size_t node = 0; node < groups.size(); ++node) {
            auto &unit = units[size_t(groups[node])];
            for (const int other : m_needs[node]) {
                if (groups[size_t(other)] != groups[node])
                    unit.needs.push_back(groups[size_t(other)]);
            }
            if (const auto object = m_objects[node]) {
                unit.objects.append(*object);
                addRestart(unit, *object);
            }
        }
        for (auto &unit : units) {
            sortUnique(unit.needs);
            sortUnique(unit.interrupted);
            sortUnique(unit.restarts);
            sortUnique(unit.objects);
        }
        return units;
    }
    void addRestart(ChangeUnit &unit, ObjectId object) const
    {
        if (object.kind != Kind::Application)
            return;
        const auto *row = m_planner.row(object.application());
        if (!row || row->action != Action::Restart)
            return;
        unit.restarts.append(row->application);
        unit.interrupted += row->interrupted;
    }

    const Topology &m_baseline;
    const Topology &m_working;
    const Planner &m_planner;
    const QList<Change> &m_changes;
    QHash<ObjectId, int> m_nodes;
    std::vector<std::optional<ObjectId>> m_objects;  // By node; none for what is of no object.
    std::vector<int> m_nodeOfChange;
    std::vector<std::pair<int, int>> m_pairs;
    std::vector<std::vector<int>> m_needs;
    int m_nodeCount = 0;
};

}  // namespace

std::vector<ChangeUnit> changeUnits(const Topology &baseline, const Topology &working,
    const Planner &planner, const QList<Change> &changes)
{
    return UnitBuilder(baseline, working, planner, changes).build();
}
