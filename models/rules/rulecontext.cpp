// SPDX-License-Identifier: Apache-2.0
#include "models/rules/rulecontext.h"

#include "models/base/text.h"

#include <algorithm>

namespace {

constexpr ApplicationType::Id exclusiveTypes[] = {ApplicationType::CoBrowsingServer,
    ApplicationType::EmailServer, ApplicationType::TrainingServer};

/// What is known of an id; makes room for new ones.
template <class Facts, class Id>
Facts &known(std::vector<Facts> &facts, Id id)
{
    if (id.value() >= facts.size())
        facts.resize(id.value() + 1);
    return facts[id.value()];
}

}  // namespace

RuleContext::RuleContext(const Topology &topology)
    : m_topology(topology)
{
    m_tenants.resize(topology.tenants().idBound());
    m_exclusiveBits.resize(topology.applications().idBound());
    const auto index = [this]<class T>(const Table<T> &objects) {
        auto &dbids = m_dbids[size_t(T::kind)];
        dbids.reserve(size_t(objects.size()));
        for (const auto &object : objects)
            dbids.insert(object.dbid, object.id.value());
    };
    index(topology.tenants());
    index(topology.offices());
    index(topology.switches());
    index(topology.hosts());
    for (const auto &tenant : topology.tenants())
        rememberTenant(tenant.id);
    for (const auto &object : topology.switches())
        m_tenants[object.tenant.value()].multimediaSwitches += topology.isMultimedia(object.id);
    m_addresses.reserve(size_t(topology.hosts().size()));
    for (const auto &host : topology.hosts()) {
        if (!host.ipAddress.isEmpty())
            m_addresses.insert(host.ipAddress, host.id.value());
    }
    auto &dbids = m_dbids[size_t(Kind::Application)];
    dbids.reserve(size_t(topology.applications().size()));
    for (quint32 id = 0; id < topology.applications().idBound(); ++id) {
        dbids.insert(facts(ApplicationId(id)).dbid, id);
        rememberExclusive(ApplicationId(id));
    }
    m_options.build(topology);
    m_cycles.build(topology);
    m_hadSeveralCustomers = hasSeveralCustomers();
    m_exclusiveTypesBefore = exclusiveTypesInUse();
}

std::optional<TenantId> RuleContext::tenantNamed(QStringView value) const
{
    value = trimmedText(value);
    if (const auto number = WholeNumber::fromText(value)) {
        bool isRepresentable = false;
        const qint64 wanted = number->digits().toLongLong(&isRepresentable);
        std::optional<TenantId> found;
        if (isRepresentable && wanted > 0) {
            dbids(Kind::Tenant).candidates(wanted, [&](quint32 id) {
                if (!found && m_topology.tenant(TenantId(id)).dbid == wanted)
                    found = TenantId(id);
            });
        }
        if (found)
            return found;
    }
    const auto found = m_topology.findTenant(value);
    return found && !m_topology.tenant(*found).isPlaceholder ? found : std::nullopt;
}

int RuleContext::exclusiveBit(ApplicationType::Id type)
{
    const auto *place = std::find(std::begin(exclusiveTypes), std::end(exclusiveTypes), type);
    return place == std::end(exclusiveTypes) ? 0 : 1 << (place - std::begin(exclusiveTypes));
}

ApplicationType::Id RuleContext::exclusiveType(int bit)
{
    return exclusiveTypes[bit == 1 ? 0 : bit == 2 ? 1 : 2];
}

int RuleContext::exclusiveTypesInUse() const
{
    return (m_exclusiveCounts[0] > 0 ? 1 : 0) | (m_exclusiveCounts[1] > 0 ? 2 : 0)
        | (m_exclusiveCounts[2] > 0 ? 4 : 0);
}

bool RuleContext::declaresPort(ApplicationId application, const QString &port) const
{
    if (isDefaultPort(port))
        return (facts(application).portTraits & Topology::Facts::DeclaresDefaultPort) != 0;
    const auto &ports = m_topology.application(application).ports;
    // Sorted by id.
    const auto place = std::lower_bound(ports.begin(), ports.end(), port,
        [](const Port &a, const QString &id) { return textLess(a.id, id); });
    return place != ports.end() && place->id == port;
}

qint64 RuleContext::dbid(ObjectId object) const
{
    switch (object.kind) {
    case Kind::Tenant:
        return m_topology.tenant(object.tenant()).dbid;
    case Kind::SwitchingOffice:
        return m_topology.office(object.office()).dbid;
    case Kind::Switch:
        return m_topology.switchAt(object.switchId()).dbid;
    case Kind::Host:
        return m_topology.host(object.host()).dbid;
    case Kind::Application:
        break;
    }
    return facts(object.application()).dbid;
}

const RuleContext::Consequences &RuleContext::follow(const Delta &delta)
{
    m_consequences.touched.clear();
    m_consequences.everywhere = {};
    for (const auto &edit : delta) {
        if (const auto *assign = std::get_if<Assign>(&edit)) {
            rememberExclusive(assign->application);
        } else if (const auto *unassign = std::get_if<Unassign>(&edit)) {
            rememberExclusive(unassign->application);
        } else if (const auto *set = std::get_if<SetField>(&edit)) {
            take(*set);
        } else if (const auto *add = std::get_if<AddObject>(&edit)) {
            take(*add->record, true);
        } else if (const auto *remove = std::get_if<RemoveObject>(&edit)) {
            take(*remove->record, false);
        } else if (const auto *replace = std::get_if<ReplaceObject>(&edit)) {
            take(*replace->before, false);
            take(*replace->after, true);
        } else if (std::holds_alternative<SetSettings>(edit)) {
            m_consequences.everywhere |= Aspect::Settings;
        }
    }
    countSwitches();
    for (const auto tenant : m_cycles.settle(m_topology))
        m_consequences.touched.push_back({tenant, Aspect::ParentCycle});
    if (std::exchange(m_hadSeveralCustomers, hasSeveralCustomers()) != m_hadSeveralCustomers)
        m_consequences.everywhere |= Aspect::SeveralCustomers;
    if (std::exchange(m_exclusiveTypesBefore, exclusiveTypesInUse()) != m_exclusiveTypesBefore)
        m_consequences.everywhere |= Aspect::ExclusiveTypes;
    return m_consequences;
}

void RuleContext::take(const Record &record, bool isPresent)
{
    const auto object = objectId(record);
    const auto dbid = std::visit([](const auto &o) { return o.dbid; }, record);
    auto &dbids = m_dbids[size_t(object.kind)];
    isPresent ? dbids.insert(dbid, object.id) : dbids.remove(dbid, object.id);

    if (const auto *tenant = std::get_if<Tenant>(&record)) {
        m_cycles.note(tenant->id, isPresent ? std::nullopt : tenant->parent);
        rememberTenant(tenant->id);
        touchNaming(tenant->name);
        touchNaming(tenant->dbid);
    } else if (const auto *owned = std::get_if<Switch>(&record)) {
        m_recounted.push_back(owned->tenant);
    } else if (const auto *office = std::get_if<SwitchingOffice>(&record)) {
        if (m_topology.contains(office->id)) {
            for (const auto id : m_topology.switchesIn(office->id))
                m_recounted.push_back(m_topology.switchAt(id).tenant);
        }
    } else if (const auto *host = std::get_if<Host>(&record)) {
        if (!host->ipAddress.isEmpty())
            isPresent ? m_addresses.insert(host->ipAddress, host->id.value())
                      : m_addresses.remove(host->ipAddress, host->id.value());
    } else if (const auto *application = std::get_if<Application>(&record)) {
        rememberExclusive(application->id);
        m_options.remember(m_topology, application->id);
        if (application->backup)
            rememberExclusive(*application->backup);
    }
}

void RuleContext::take(const SetField &edit)
{
    const auto number = [](const Value &value) {
        const auto *known = std::get_if<qint64>(&value);
        return known ? *known : 0;
    };
    const auto text = [](const Value &value) {
        const auto *known = std::get_if<QString>(&value);
        return known ? *known : QString();
    };
    const auto object = edit.object;
    if (edit.field == Field::Dbid) {
        auto &dbids = m_dbids[size_t(object.kind)];
        dbids.remove(number(edit.before), object.id);
        dbids.insert(number(edit.after), object.id);
    }
    switch (object.kind) {
    case Kind::Tenant:
        if (edit.field == Field::Name) {
            touchNaming(text(edit.before));
            touchNaming(text(edit.after));
        } else if (edit.field == Field::Dbid) {
            touchNaming(number(edit.before));
            touchNaming(number(edit.after));
        } else if (edit.field == Field::State) {
            rememberTenant(object.tenant());
        } else if (edit.field == Field::Parent) {
            const auto *parent = std::get_if<TenantId>(&edit.before);
            m_cycles.note(object.tenant(), parent ? std::optional(*parent) : std::nullopt);
        }
        break;
    case Kind::SwitchingOffice:
        if (edit.field == Field::Type && m_topology.contains(object)) {
            for (const auto id : m_topology.switchesIn(object.office()))
                m_recounted.push_back(m_topology.switchAt(id).tenant);
        }
        break;
    case Kind::Switch:
        if (edit.field == Field::SwitchingOffice && m_topology.contains(object))
            m_recounted.push_back(m_topology.switchAt(object.switchId()).tenant);
        for (const auto &value : {edit.before, edit.after}) {
            if (const auto *tenant = std::get_if<TenantId>(&value))
                m_recounted.push_back(*tenant);
        }
        break;
    case Kind::Host:
        if (edit.field == Field::IpAddress) {
            if (const auto before = text(edit.before); !before.isEmpty())
                m_addresses.remove(before, object.id);
            if (const auto after = text(edit.after); !after.isEmpty())
                m_addresses.insert(after, object.id);
        }
        break;
    case Kind::Application:
        if (edit.field == Field::Options) {
            m_options.remember(m_topology, object.application());
        } else if (edit.field == Field::Backup) {
            for (const auto &value : {edit.before, edit.after}) {
                if (const auto *backup = std::get_if<ApplicationId>(&value))
                    rememberExclusive(*backup);
            }
        }
        break;
    }
}

void RuleContext::rememberTenant(TenantId id)
{
    const auto *tenant = m_topology.tenants().find(id);
    quint8 flags = 0;
    if (tenant && !tenant->isPlaceholder) {
        if (tenant->state == ObjectState::Disabled)
            flags = Disabled;
        else if (id != Topology::environment)
            flags = EnabledCustomer;
    }
    known(m_tenants, id).flags = flags;
}

void RuleContext::rememberExclusive(ApplicationId id)
{
    const auto &now = facts(id);
    const int bit = now.hasTenants() && !now.isBackup ? exclusiveBit(now.type) : 0;
    const auto count = [this](
                           int type) -> quint32 & { return m_exclusiveCounts[size_t(type) / 2]; };
    auto &counted = known(m_exclusiveBits, id);
    if (counted == bit)
        return;
    if (counted != 0)
        --count(counted);
    if (bit != 0)
        ++count(bit);
    counted = quint8(bit);
}

void RuleContext::countSwitches()
{
    std::sort(m_recounted.begin(), m_recounted.end());
    m_recounted.erase(std::unique(m_recounted.begin(), m_recounted.end()), m_recounted.end());
    for (const auto tenant : m_recounted) {
        auto &count = known(m_tenants, tenant).multimediaSwitches;
        count = 0;
        if (!m_topology.contains(tenant))
            continue;
        for (const auto id : m_topology.switchesOf(tenant))
            count += m_topology.isMultimedia(id);
        m_consequences.touched.push_back({tenant, Aspect::MultimediaSwitches});
    }
    m_recounted.clear();
}

template <class Key>
void RuleContext::touchNaming(const Key &nameOrDbid)
{
    for (const auto application : m_options.naming(nameOrDbid))
        m_consequences.touched.push_back({application, Aspect::NamedTenants});
}
