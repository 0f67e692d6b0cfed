// SPDX-License-Identifier: Apache-2.0
#include "tests/models/plan/randomplansteps.h"

#include "models/topology/edits.h"
#include "models/topology/normalise.h"

#include <map>

using namespace Qt::StringLiterals;

namespace {

/// Refused edits change nothing.
Step taken(const Result<Step> &step)
{
    return step ? *step : Step {};
}

}  // namespace

Step RandomPlanSteps::next(const Topology &topology)
{
    if (topology.applications().size() == 0)
        return m_steps.next(topology);
    constexpr int few = 6;
    const auto id = any(topology, few);
    switch (below(14)) {
    case 0:
    case 1:
        return taken(setField(
            topology, id, Field::Backup, below(4) == 0 ? Value() : Value(any(topology, 3))));
    case 2:
        return taken(setField(topology, id, Field::Redundancy, Redundancy(below(4))));
    case 3:
        return taken(setField(topology, id, Field::Name, u"A%1"_s.arg(below(9))));
    case 4:
        return taken(setField(topology, any(topology, 3), Field::State, ObjectState(1 + below(2))));
    case 5:
        return taken(connectTo(topology, id, {any(topology, few), {}, {}, {}, {}, {}, {}}));
    case 6:
        return comeAndGo(topology);
    case 7:
        return taken(assignTenant(topology, id, TenantId(quint32(below(3)))));
    case 8:
        return taken(unassignTenant(topology, id, TenantId(quint32(below(3)))));
    default:
        return m_steps.next(topology);
    }
}

/// One of the first applications.
ApplicationId RandomPlanSteps::any(const Topology &topology, int among)
{
    const auto &table = topology.applications();
    return std::next(table.begin(), below(std::min(among, table.size())))->id;
}

/// A host, a tenant or a switch that nothing defines comes with a reference, or goes with its
/// last one.
Step RandomPlanSteps::comeAndGo(const Topology &topology)
{
    const auto id = any(topology, 6);
    if (topology.application(id).isPlaceholder)
        return {};
    const auto name = u"P%1"_s.arg(below(2));
    Step step;
    if (below(3) == 0) {
        Host host;
        host.id = HostId(topology.nextId(Kind::Host));
        host.name = name;
        host.isPlaceholder = true;
        if (const auto found = topology.findHost(name))
            return taken(setField(topology, id, Field::Host,
                topology.application(id).host == *found ? Value() : Value(*found)));
        return {{},
            {AddObject {std::make_shared<Record>(host)},
                SetField {
                    id, Field::Host, fieldValue(topology.application(id), Field::Host), host.id}}};
    }
    Tenant tenant;
    tenant.id = TenantId(topology.nextId(Kind::Tenant));
    tenant.name = name;
    tenant.isPlaceholder = true;
    const auto found = topology.findTenant(name);
    if (below(2) == 0) {
        if (found)
            return topology.application(id).tenants.contains(*found)
                ? taken(unassignTenant(topology, id, *found))
                : taken(assignTenant(topology, id, *found));
        return {{}, {AddObject {std::make_shared<Record>(tenant)}, Assign {id, tenant.id}}};
    }
    Switch object;
    object.id = SwitchId(topology.nextId(Kind::Switch));
    object.name = u"S"_s;
    object.isPlaceholder = true;
    object.tenant = found.value_or(tenant.id);
    if (found) {
        if (const auto known = topology.findSwitch(*found, object.name))
            return topology.application(id).switches.contains(*known)
                ? taken(unlinkSwitch(topology, id, *known))
                : taken(linkSwitch(topology, id, *known));
    } else {
        step.edits.append(AddObject {std::make_shared<Record>(tenant)});
    }
    step.edits.append(AddObject {std::make_shared<Record>(object)});
    step.edits.append(Link {id, object.id});
    return step;
}

/// The same topology as another file would hold it: other ids, other DBIDs, objects in another
/// order, save that those of one name stay in theirs.
Topology renumbered(const Topology &topology, quint32 seed)
{
    const auto idMap = [seed]<class T>(const Table<T> &table, quint32 first) {
        std::vector<std::pair<size_t, quint32>> order;
        for (const auto &object : table) {
            if (ObjectId(object.id) != ObjectId(Topology::environment))
                order.emplace_back(qHash(object.name, seed), object.id.value());
        }
        std::sort(order.begin(), order.end());
        std::map<quint32, quint32> ids {{0, 0}};
        for (const auto &[hash, id] : order)
            ids[id] = first += 1 + quint32(hash % 3);
        return ids;
    };
    const auto tenants = idMap(topology.tenants(), 0);
    const auto offices = idMap(topology.offices(), 5);
    const auto hosts = idMap(topology.hosts(), 1);
    const auto switches = idMap(topology.switches(), 2);
    const auto applications = idMap(topology.applications(), 3);
    const auto moved = [](auto &id, const auto &ids) {
        id = std::decay_t<decltype(id)>(ids.at(id.value()));
    };
    const auto dbid = [](qint64 value) { return value == 1 || value == 0 ? value : value + 1000; };
    Topology::Parts parts;
    for (auto tenant : topology.tenants()) {
        moved(tenant.id, tenants);
        if (tenant.parent)
            moved(*tenant.parent, tenants);
        tenant.dbid = dbid(tenant.dbid);
        parts.tenants.insert(tenant);
    }
    for (auto office : topology.offices()) {
        moved(office.id, offices);
        office.dbid = dbid(office.dbid);
        parts.offices.insert(office);
    }
    for (auto object : topology.switches()) {
        moved(object.id, switches);
        moved(object.tenant, tenants);
        if (object.office)
            moved(*object.office, offices);
        parts.switches.insert(object);
    }
    for (auto host : topology.hosts()) {
        moved(host.id, hosts);
        parts.hosts.insert(host);
    }
    for (auto application : topology.applications()) {
        moved(application.id, applications);
        application.dbid = dbid(application.dbid);
        for (auto &id : application.tenants)
            moved(id, tenants);
        normalise(application.tenants);
        for (auto &connection : application.connections)
            moved(connection.target, applications);
        normalise(application.connections);
        for (auto &id : application.switches)
            moved(id, switches);
        normalise(application.switches);
        if (application.host)
            moved(*application.host, hosts);
        if (application.backup)
            moved(*application.backup, applications);
        parts.applications.insert(application);
    }
    const auto other = Topology::fromParts(parts);
    Q_ASSERT(other);
    return *other;
}
