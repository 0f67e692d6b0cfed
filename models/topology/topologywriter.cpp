// SPDX-License-Identifier: Apache-2.0
#include "models/topology/topologywriter.h"

#include "models/base/text.h"
#include "models/topology/normalise.h"

#include <algorithm>

namespace {

template <class Id>
void setListed(QList<Id> &list, Id id, bool isPresent)
{
    const auto place = std::lower_bound(list.cbegin(), list.cend(), id);
    const bool isThere = place != list.cend() && *place == id;
    if (isPresent && !isThere)
        list.insert(place - list.cbegin(), id);
    else if (!isPresent && isThere)
        list.removeAt(place - list.cbegin());
}

}  // namespace

template <>
Table<Tenant> &TopologyWriter::table()
{
    return t.m_tenants;
}
template <>
Table<SwitchingOffice> &TopologyWriter::table()
{
    return t.m_offices;
}
template <>
Table<Switch> &TopologyWriter::table()
{
    return t.m_switches;
}
template <>
Table<Host> &TopologyWriter::table()
{
    return t.m_hosts;
}
template <>
Table<Application> &TopologyWriter::table()
{
    return t.m_applications;
}

bool TopologyWriter::isEnabledCustomer(const Tenant &tenant)
{
    return !tenant.isPlaceholder && tenant.state == ObjectState::Enabled
        && tenant.id != Topology::environment;
}

void TopologyWriter::makeRoom()
{
    const auto grow = [](auto &links, quint32 bound) {
        if (links.size() < bound)
            links.resize(bound);
    };
    grow(t.m_tenantLinks, t.m_tenants.idBound());
    grow(t.m_officeLinks, t.m_offices.idBound());
    grow(t.m_switchLinks, t.m_switches.idBound());
    grow(t.m_hostLinks, t.m_hosts.idBound());
    grow(t.m_applicationLinks, t.m_applications.idBound());
    grow(t.m_facts, t.m_applications.idBound());
}

template <class T>
void TopologyWriter::insert(const T &object)
{
    table<T>().insert(object);
    makeRoom();
    auto &nextId = t.m_nextIds[size_t(T::kind)];
    nextId = std::max(nextId, object.id.value() + 1);
    t.m_names[size_t(T::kind)].insert(object.name, object.id.value());
    if constexpr (std::is_same_v<T, Tenant>)
        t.m_enabledCustomerTenants += isEnabledCustomer(object);
    if constexpr (std::is_same_v<T, Application>)
        t.m_facts[object.id.value()].setRecord(object);
    index(object, true);
}

template <class T>
void TopologyWriter::take(const T &object)
{
    index(object, false);
    if constexpr (std::is_same_v<T, Tenant>)
        t.m_enabledCustomerTenants -= isEnabledCustomer(object);
    if constexpr (std::is_same_v<T, Application>)
        t.m_facts[object.id.value()] = {};
    t.m_names[size_t(T::kind)].remove(object.name, object.id.value());
    table<T>().remove(object.id);
}

void TopologyWriter::add(const Record &record)
{
    std::visit([this](const auto &object) { insert(object); }, record);
}

void TopologyWriter::remove(const Record &record)
{
    std::visit([this](const auto &object) { take(object); }, record);
}

void TopologyWriter::replace(const Record &before, const Record &after)
{
    remove(before);
    add(after);
    // The links from others stayed in the indexes; only the fact that they made has gone with the
    // record.
    if (const auto *application = std::get_if<Application>(&after))
        updateIsBackup(application->id);
}

void TopologyWriter::index(const Tenant &tenant, bool isPresent)
{
    if (tenant.parent)
        setListed(t.m_tenantLinks[tenant.parent->value()].children, tenant.id, isPresent);
}

void TopologyWriter::index(const Switch &object, bool isPresent)
{
    setListed(t.m_tenantLinks[object.tenant.value()].switches, object.id, isPresent);
    if (object.office)
        setListed(t.m_officeLinks[object.office->value()], object.id, isPresent);
}

void TopologyWriter::index(const Application &application, bool isPresent)
{
    for (const auto tenant : application.tenants)
        setListed(t.m_tenantLinks[tenant.value()].applications, application.id, isPresent);
    for (const auto &connection : application.connections)
        setListed(
            t.m_applicationLinks[connection.target.value()].clients, application.id, isPresent);
    if (application.host)
        setListed(t.m_hostLinks[application.host->value()], application.id, isPresent);
    for (const auto linked : application.switches)
        setListed(t.m_switchLinks[linked.value()], application.id, isPresent);
    indexBackup(application.id, application.backup, isPresent);
}

void TopologyWriter::indexBackup(
    ApplicationId primary, std::optional<ApplicationId> backup, bool isPresent)
{
    if (!backup)
        return;
    setListed(t.m_applicationLinks[backup->value()].primaries, primary, isPresent);
    updateIsBackup(*backup);
}

void TopologyWriter::updateIsBackup(ApplicationId application)
{
    const auto &primaries = t.m_applicationLinks[application.value()].primaries;
    t.m_facts[application.value()].isBackup = std::any_of(
        primaries.begin(), primaries.end(), [&](ApplicationId id) { return id != application; });
}

void TopologyWriter::setField(ObjectId object, Field field, const Value &before, const Value &after)
{
    const auto write = [&]<class T>(Table<T> &objects) {
        auto &record = objects.edit(typename T::IdType(object.id));
        if (field == Field::Name) {
            auto &names = t.m_names[size_t(object.kind)];
            names.remove(record.name, object.id);
            setFieldValue(record, field, after);
            names.insert(record.name, object.id);
            return;
        }
        if constexpr (std::is_same_v<T, Tenant>)
            t.m_enabledCustomerTenants -= isEnabledCustomer(record);
        if constexpr (std::is_same_v<T, Application>) {
            if (field == Field::Host && record.host)
                setListed(t.m_hostLinks[record.host->value()], record.id, false);
            if (field == Field::Backup)
                indexBackup(record.id, record.backup, false);
        } else if (field == Field::Parent || field == Field::Tenant
            || field == Field::SwitchingOffice) {
            index(record, false);
        }
        Q_ASSERT(fieldValue(record, field) == before);
        setFieldValue(record, field, after);
        if constexpr (std::is_same_v<T, Tenant>)
            t.m_enabledCustomerTenants += isEnabledCustomer(record);
        if constexpr (std::is_same_v<T, Application>) {
            if (field == Field::Host && record.host)
                setListed(t.m_hostLinks[record.host->value()], record.id, true);
            if (field == Field::Backup)
                indexBackup(record.id, record.backup, true);
            t.m_facts[object.id].setRecord(record);
        } else if (field == Field::Parent || field == Field::Tenant
            || field == Field::SwitchingOffice) {
            index(record, true);
        }
    };
    Q_UNUSED(before);
    switch (object.kind) {
    case Kind::Tenant:
        return write(t.m_tenants);
    case Kind::SwitchingOffice:
        return write(t.m_offices);
    case Kind::Switch:
        return write(t.m_switches);
    case Kind::Host:
        return write(t.m_hosts);
    case Kind::Application:
        return write(t.m_applications);
    }
}

void TopologyWriter::setMember(ApplicationId application, TenantId tenant, bool isMember)
{
    auto &tenants = t.m_applications.edit(application).tenants;
    setListed(tenants, tenant, isMember);
    t.m_facts[application.value()].setTenants(tenants);
    setListed(t.m_tenantLinks[tenant.value()].applications, application, isMember);
}

void TopologyWriter::setConnection(
    ApplicationId application, const Connection &connection, bool isConnected)
{
    auto &connections = t.m_applications.edit(application).connections;
    const auto place =
        std::lower_bound(connections.cbegin(), connections.cend(), connection, connectionLess);
    const auto index = place - connections.cbegin();
    const bool isThere = place != connections.cend() && place->isSameAs(connection);
    if (isConnected && !isThere)
        connections.insert(index, connection);
    else if (!isConnected && isThere)
        connections.removeAt(index);
    // Connections to one target stand side by side.
    const auto isToTarget = [&](qsizetype at) {
        return at >= 0 && at < connections.size() && connections[at].target == connection.target;
    };
    const bool isClient = isToTarget(index - 1) || isToTarget(index);
    setListed(t.m_applicationLinks[connection.target.value()].clients, application, isClient);
    t.m_facts[application.value()].setConnections(connections);
}

void TopologyWriter::setLink(ApplicationId application, SwitchId linkedSwitch, bool isLinked)
{
    auto &switches = t.m_applications.edit(application).switches;
    setListed(switches, linkedSwitch, isLinked);
    t.m_facts[application.value()].setSwitches(switches);
    setListed(t.m_switchLinks[linkedSwitch.value()], application, isLinked);
}

void TopologyWriter::setWaiver(const WaiverKey &key, const std::optional<Waiver> &waiver)
{
    auto &waivers = t.m_waivers;
    const auto at = std::lower_bound(waivers.begin(), waivers.end(), key,
        [](const Waiver &other, const WaiverKey &wanted) { return other.key < wanted; });
    const bool isThere = at != waivers.end() && at->key == key;
    if (isThere && waiver)
        *at = *waiver;
    else if (isThere)
        waivers.erase(at);
    else if (waiver)
        waivers.insert(at, *waiver);
}

void TopologyWriter::setPlace(ObjectId object, std::optional<qint64> place)
{
    if (place)
        t.m_places.insert(object, *place);
    else
        t.m_places.remove(object);
}

void TopologyWriter::setSiteAnswer(const SetSiteAnswer &edit)
{
    auto &answers = t.m_siteAnswers;
    const auto &wanted = edit.either();
    const auto key = [](const SiteAnswer &answer) { return std::tie(answer.type, answer.field); };
    const auto at = std::lower_bound(answers.begin(), answers.end(), wanted,
        [&](const SiteAnswer &a, const SiteAnswer &b) { return key(a) < key(b); });
    const bool isThere = at != answers.end() && key(*at) == key(wanted);
    if (isThere && edit.after)
        *at = *edit.after;
    else if (isThere)
        answers.erase(at);
    else if (edit.after)
        answers.insert(at, *edit.after);
}

void TopologyWriter::setPending(ApplicationId application, std::optional<qint64> revision)
{
    if (revision)
        t.m_pendingRestarts.insert(application, *revision);
    else
        t.m_pendingRestarts.remove(application);
}

void TopologyWriter::buildIndexes()
{
    makeRoom();
    const auto prepare = [this]<class T>(const Table<T> &objects) {
        auto &nextId = t.m_nextIds[size_t(T::kind)];
        nextId = std::max(nextId, objects.idBound());
        auto &names = t.m_names[size_t(T::kind)];
        names.reserve(size_t(objects.size()));
        for (const auto &object : objects)
            names.insert(object.name, object.id.value());
    };
    prepare(t.m_tenants);
    prepare(t.m_offices);
    prepare(t.m_switches);
    prepare(t.m_hosts);
    prepare(t.m_applications);
    for (const auto &tenant : t.m_tenants) {
        t.m_enabledCustomerTenants += isEnabledCustomer(tenant);
        if (tenant.parent)
            t.m_tenantLinks[tenant.parent->value()].children.append(tenant.id);
    }
    for (const auto &object : t.m_switches) {
        t.m_tenantLinks[object.tenant.value()].switches.append(object.id);
        if (object.office)
            t.m_officeLinks[object.office->value()].append(object.id);
    }
    reserveLists();
    for (const auto &application : t.m_applications) {
        t.m_facts[application.id.value()].setRecord(application);
        for (const auto tenant : application.tenants)
            t.m_tenantLinks[tenant.value()].applications.append(application.id);
        for (const auto &connection : application.connections) {
            auto &clients = t.m_applicationLinks[connection.target.value()].clients;
            if (clients.isEmpty() || clients.constLast() != application.id)
                clients.append(application.id);
        }
        if (application.host)
            t.m_hostLinks[application.host->value()].append(application.id);
        for (const auto linked : application.switches)
            t.m_switchLinks[linked.value()].append(application.id);
        if (application.backup) {
            t.m_applicationLinks[application.backup->value()].primaries.append(application.id);
            if (*application.backup != application.id)
                t.m_facts[application.backup->value()].isBackup = true;
        }
    }
}

void TopologyWriter::reserveLists()
{
    // Counting first costs a pass, and saves the lists from growing step by step: half of the time
    // for a large document.
    std::vector<qsizetype> members(t.m_tenantLinks.size());
    std::vector<qsizetype> onHost(t.m_hostLinks.size());
    std::vector<qsizetype> clients(t.m_applicationLinks.size());
    for (const auto &application : t.m_applications) {
        for (const auto tenant : application.tenants)
            ++members[tenant.value()];
        for (const auto &connection : application.connections)
            ++clients[connection.target.value()];
        if (application.host)
            ++onHost[application.host->value()];
    }
    for (size_t i = 0; i < members.size(); ++i)
        t.m_tenantLinks[i].applications.reserve(members[i]);
    for (size_t i = 0; i < onHost.size(); ++i)
        t.m_hostLinks[i].reserve(onHost[i]);
    for (size_t i = 0; i < clients.size(); ++i)
        t.m_applicationLinks[i].clients.reserve(clients[i]);
}
