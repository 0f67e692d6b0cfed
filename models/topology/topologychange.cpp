// SPDX-License-Identifier: Apache-2.0
#include "models/topology/topologychange.h"

#include "models/base/text.h"

#include <algorithm>
#include <set>

namespace {

RecordPointer shared(Record record)
{
    return std::make_shared<const Record>(std::move(record));
}

/// Walks two lists that are sorted alike, and tells what only one of them has.
template <class T, class Less>
void compareSorted(const QList<T> &before, const QList<T> &after, Less less, auto gone, auto come)
{
    auto old = before.begin();
    auto now = after.begin();
    while (old != before.end() || now != after.end()) {
        if (now == after.end() || (old != before.end() && less(*old, *now))) {
            gone(*old++);
        } else if (old == before.end() || less(*now, *old)) {
            come(*now++);
        } else {
            if (!(*old == *now)) {
                gone(*old);
                come(*now);
            }
            ++old;
            ++now;
        }
    }
}

bool connectionLess(const Connection &a, const Connection &b)
{
    return a.target != b.target ? a.target < b.target : textLess(a.port, b.port);
}

/// Collects the edits in three parts: additions, changes, removals.
class StepBuilder
{
public:
    QList<Edit> edits;

    void add(Tenant tenant)
    {
        addDeferring(std::move(tenant), [this](Tenant &t) { defer(t, Field::Parent, t.parent); });
    }
    void add(SwitchingOffice office) { edits.append(AddObject {shared(std::move(office))}); }
    void add(Switch object) { edits.append(AddObject {shared(std::move(object))}); }
    void add(Host host) { edits.append(AddObject {shared(std::move(host))}); }
    void add(Application application)
    {
        // Those that are added later can't be referred to yet.
        addDeferring(std::move(application), [this](Application &a) {
            a.connections.removeIf([&](const Connection &connection) {
                if (connection.target < a.id || isOld(connection.target))
                    return false;
                m_deferred.append(Connect {a.id, connection});
                return true;
            });
            defer(a, Field::Backup, a.backup);
        });
    }
    void finishAdding() { edits.append(std::exchange(m_deferred, {})); }

    /// Ids below are those of objects that are there already.
    quint32 firstAddedTenant = 0;
    quint32 firstAddedApplication = 0;

    template <class T>
    void change(const T &before, const T &after)
    {
        if (before == after)
            return;
        if (before.isPlaceholder != after.isPlaceholder) {
            edits.append(ReplaceObject {shared(before), shared(after)});
            return;
        }
        for (const auto field : fieldsOf(T::kind)) {
            if (isSetLike(field))
                continue;
            auto old = fieldValue(before, field);
            auto now = fieldValue(after, field);
            if (old != now)
                edits.append(SetField {before.id, field, std::move(old), std::move(now)});
        }
        if constexpr (std::is_same_v<T, Application>)
            changeMembers(before, after);
    }

    void removeApplications(const Topology &topology, const std::vector<ApplicationId> &ids)
    {
        const std::set<ApplicationId> removed(ids.begin(), ids.end());
        std::vector<Application> stripped;
        for (const auto id : ids) {
            auto application = topology.application(id);
            application.connections.removeIf([&](const Connection &connection) {
                const bool isStripped = removed.contains(connection.target);
                if (isStripped)
                    edits.append(Disconnect {id, connection});
                return isStripped;
            });
            if (application.backup && removed.contains(*application.backup)) {
                edits.append(SetField {id, Field::Backup, *application.backup, {}});
                application.backup.reset();
            }
            stripped.push_back(std::move(application));
        }
        for (auto &application : stripped)
            edits.append(RemoveObject {shared(std::move(application))});
    }
    void removeTenants(const Topology &topology, const std::vector<TenantId> &ids)
    {
        const std::set<TenantId> removed(ids.begin(), ids.end());
        std::vector<Tenant> stripped;
        for (const auto id : ids) {
            auto tenant = topology.tenant(id);
            if (tenant.parent && removed.contains(*tenant.parent)) {
                edits.append(SetField {id, Field::Parent, *tenant.parent, {}});
                tenant.parent.reset();
            }
            stripped.push_back(std::move(tenant));
        }
        for (auto &tenant : stripped)
            edits.append(RemoveObject {shared(std::move(tenant))});
    }
    template <class T>
    void removeOthers(const Table<T> &table, const std::vector<typename T::IdType> &ids)
    {
        for (const auto id : ids)
            edits.append(RemoveObject {shared(table.at(id))});
    }

private:
    bool isOld(TenantId id) const { return id.value() < firstAddedTenant; }
    bool isOld(ApplicationId id) const { return id.value() < firstAddedApplication; }

    template <class T, class Defer>
    void addDeferring(T object, Defer deferReferences)
    {
        deferReferences(object);
        edits.append(AddObject {shared(std::move(object))});
    }
    template <class T, class Id>
    void defer(const T &object, Field field, std::optional<Id> &reference)
    {
        if (!reference || isOld(*reference) || *reference < object.id)
            return;
        m_deferred.append(SetField {object.id, field, {}, *reference});
        reference.reset();
    }
    void changeMembers(const Application &before, const Application &after)
    {
        const auto id = before.id;
        QList<Edit> come;
        compareSorted(
            before.tenants, after.tenants, std::less<TenantId>(),
            [&](TenantId tenant) {
                edits.append(Unassign {id, tenant});
            },
            [&](TenantId tenant) {
                come.append(Assign {id, tenant});
            });
        compareSorted(
            before.connections, after.connections, connectionLess,
            [&](const Connection &connection) {
                edits.append(Disconnect {id, connection});
            },
            [&](const Connection &connection) {
                come.append(Connect {id, connection});
            });
        compareSorted(
            before.switches, after.switches, std::less<SwitchId>(),
            [&](SwitchId linked) {
                edits.append(Unlink {id, linked});
            },
            [&](SwitchId linked) {
                come.append(Link {id, linked});
            });
        edits.append(come);
    }

    QList<Edit> m_deferred;
};

}  // namespace

TopologyChange::TopologyChange(const Topology &before)
    : settings(before.settings())
    , extra(before.extra())
    , m_before(before)
{
    std::apply(
        [&](auto &...objects) {
            const auto begin = [&]<class T>(
                                   Changes<T> &o) { o.firstAdded = before.nextId(T::kind); };
            (begin(objects), ...);
        },
        m_changes);
}

Step TopologyChange::toStep() const
{
    StepBuilder builder;
    builder.firstAddedTenant = changes<Tenant>().firstAdded;
    builder.firstAddedApplication = changes<Application>().firstAdded;
    // The kinds stand in an order in which each refers to itself and those before it only, switches
    // to tenants and offices, applications to all.
    std::apply(
        [&](const auto &...objects) {
            const auto add = [&](const auto &o) {
                for (const auto &record : o.added)
                    builder.add(record);
            };
            (add(objects), ...);
        },
        m_changes);
    builder.finishAdding();
    std::apply(
        [&](const auto &...objects) {
            const auto change = [&]<class T>(const Changes<T> &o) {
                for (const auto &record : o.changed)
                    builder.change(m_before.table<T>().at(record.id), record);
            };
            (change(objects), ...);
        },
        m_changes);
    builder.removeApplications(m_before, changes<Application>().removed);
    builder.removeOthers(m_before.switches(), changes<Switch>().removed);
    builder.removeOthers(m_before.offices(), changes<SwitchingOffice>().removed);
    builder.removeOthers(m_before.hosts(), changes<Host>().removed);
    builder.removeTenants(m_before, changes<Tenant>().removed);
    if (settings != m_before.settings())
        builder.edits.append(SetSettings {m_before.settings(), settings});
    if (extra != m_before.extra())
        builder.edits.append(SetExtra {m_before.extra(), extra});
    return {{}, std::move(builder.edits)};
}

template <class T>
void TopologyChange::takeOver(Table<T> &table)
{
    auto &objects = changes<T>();
    table.reserve(objects.firstAdded + objects.added.size());
    for (auto &record : objects.changed)
        table.edit(record.id) = std::move(record);
    for (auto &record : objects.added)
        table.insert(std::move(record));
}

Result<Topology> TopologyChange::toTopology()
{
    Topology::Parts parts;
    parts.tenants = m_before.tenants();
    takeOver(parts.tenants);
    takeOver(parts.offices);
    takeOver(parts.switches);
    takeOver(parts.hosts);
    takeOver(parts.applications);
    parts.settings = settings;
    parts.extra = extra;
    return Topology::fromParts(std::move(parts));
}
