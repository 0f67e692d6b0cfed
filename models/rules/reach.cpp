// SPDX-License-Identifier: Apache-2.0
#include "models/rules/reach.h"

#include <algorithm>

namespace {

template <class T>
std::optional<T> valueOf(const Value &value)
{
    const auto *known = std::get_if<T>(&value);
    return known ? std::optional<T>(*known) : std::nullopt;
}

bool isStructural(const Edit &edit)
{
    return std::holds_alternative<AddObject>(edit) || std::holds_alternative<RemoveObject>(edit)
        || std::holds_alternative<ReplaceObject>(edit);
}

}  // namespace

Reach::Reach(const RuleContext &context, Marks &marks)
    : m_context(context)
    , m_topology(context.topology())
    , m_rules(RuleList::all())
    , m_marks(marks)
{
}

void Reach::add(const Delta &delta, const RuleContext::Consequences &consequences)
{
    // Types sort out most of what an edit can't reach; but where applications come and go, a type
    // of now says nothing of the one before.
    m_areTypesKept = std::none_of(delta.begin(), delta.end(), isStructural);
    for (const auto &edit : delta)
        add(edit);
    for (const auto &[object, aspects] : consequences.touched)
        touch(object, aspects);
    if (consequences.everywhere.bits() != 0)
        touchEverywhere(consequences.everywhere);
}

void Reach::add(const Edit &edit)
{
    if (const auto *assign = std::get_if<Assign>(&edit)) {
        touchApplication(assign->application, Field::Tenants);
        relate(assign->application, assign->tenant);
    } else if (const auto *unassign = std::get_if<Unassign>(&edit)) {
        touchApplication(unassign->application, Field::Tenants);
        relate(unassign->application, unassign->tenant);
    } else if (const auto *connect = std::get_if<Connect>(&edit)) {
        touchApplication(connect->application, Field::Connections);
        refer(connect->connection.target);
    } else if (const auto *disconnect = std::get_if<Disconnect>(&edit)) {
        touchApplication(disconnect->application, Field::Connections);
        refer(disconnect->connection.target);
    } else if (const auto *link = std::get_if<Link>(&edit)) {
        touchApplication(link->application, Field::Switches);
        refer(link->linkedSwitch);
    } else if (const auto *unlink = std::get_if<Unlink>(&edit)) {
        touchApplication(unlink->application, Field::Switches);
        refer(unlink->linkedSwitch);
    } else if (const auto *set = std::get_if<SetField>(&edit)) {
        add(*set);
    } else if (const auto *added = std::get_if<AddObject>(&edit)) {
        add(*added->record);
    } else if (const auto *removed = std::get_if<RemoveObject>(&edit)) {
        add(*removed->record);
    } else if (const auto *replaced = std::get_if<ReplaceObject>(&edit)) {
        add(*replaced->before);
        add(*replaced->after);
    }
    // Settings are in the consequences; extra keys concern no rule.
}

void Reach::add(const SetField &edit)
{
    const auto object = edit.object;
    touch(object, edit.field);
    for (const auto &value : {edit.before, edit.after}) {
        regroup(object, edit.field, value);
        if (const auto tenant = valueOf<TenantId>(value)) {
            refer(*tenant);
            if (object.kind == Kind::Switch)
                m_marks.add(GroupKey::switchNames(*tenant));
        }
        if (const auto office = valueOf<SwitchingOfficeId>(value))
            refer(*office);
        if (const auto host = valueOf<HostId>(value))
            relate(object.application(), *host);
        if (const auto backup = valueOf<ApplicationId>(value)) {
            touch(*backup, Aspect::Primaries);
            refer(*backup);
        }
    }
    if (object.kind == Kind::Switch && edit.field == Field::SwitchingOffice
        && m_topology.contains(object))
        m_marks.add(GroupKey::switchNames(m_topology.switchAt(object.switchId()).tenant));
    if (edit.field == Field::Name) {
        // The first by name may be another one now.
        if (m_topology.contains(object)) {
            markDbid(object.kind, m_context.dbid(object));
            if (object.kind == Kind::Host)
                markAddress(m_topology.host(object.host()).ipAddress);
        }
    }
}

void Reach::regroup(ObjectId object, Field field, const Value &value)
{
    if (field == Field::Name) {
        if (object.kind != Kind::Switch)
            m_marks.add(GroupKey::name(object.kind, valueOf<QString>(value).value_or(QString())));
        else if (m_topology.contains(object))
            m_marks.add(GroupKey::switchNames(m_topology.switchAt(object.switchId()).tenant));
    } else if (field == Field::Dbid) {
        if (const auto dbid = valueOf<qint64>(value))
            markDbid(object.kind, *dbid);
    } else if (field == Field::IpAddress) {
        if (const auto address = valueOf<QString>(value))
            markAddress(*address);
    }
}

void Reach::add(const Record &record)
{
    const auto object = objectId(record);
    touch(object, Aspects::all());
    std::visit(
        [&](const auto &o) {
            if (object.kind != Kind::Switch)
                m_marks.add(GroupKey::name(object.kind, o.name));
            markDbid(object.kind, o.dbid);
        },
        record);
    if (const auto *tenant = std::get_if<Tenant>(&record)) {
        if (tenant->parent)
            refer(*tenant->parent);
    } else if (const auto *owned = std::get_if<Switch>(&record)) {
        m_marks.add(GroupKey::switchNames(owned->tenant));
        refer(owned->tenant);
        if (owned->office)
            refer(*owned->office);
    } else if (const auto *host = std::get_if<Host>(&record)) {
        markAddress(host->ipAddress);
    } else if (const auto *application = std::get_if<Application>(&record)) {
        for (const auto id : application->tenants)
            relate(application->id, id);
        for (const auto &connection : application->connections)
            refer(connection.target);
        for (const auto id : application->switches)
            refer(id);
        if (application->host)
            relate(application->id, *application->host);
        if (application->backup) {
            touch(*application->backup, Aspect::Primaries);
            refer(*application->backup);
        }
    }
}

void Reach::touch(ObjectId object, Aspects aspects)
{
    if (object.kind == Kind::Application)
        return touchApplication(object.application(), aspects);
    m_marks.add(object, m_rules.readingOwn(object.kind, aspects));
    if (!m_topology.contains(object))
        return;
    switch (object.kind) {
    case Kind::Tenant:
        mark(m_topology.applicationsOf(object.tenant()), m_rules.readingTenants(aspects));
        break;
    case Kind::SwitchingOffice:
        // An office's type is its switches' type.
        if (aspects.contains(Field::Type) || aspects.contains(Aspect::Existence)) {
            for (const auto id : m_topology.switchesIn(object.office()))
                touch(id, Field::SwitchingOffice);
        }
        break;
    case Kind::Switch:
        mark(m_topology.applicationsLinkedTo(object.switchId()), m_rules.readingSwitches(aspects));
        break;
    case Kind::Host:
        mark(m_topology.applicationsOn(object.host()), m_rules.readingHost(aspects));
        break;
    case Kind::Application:
        break;
    }
}

void Reach::touchApplication(ApplicationId id, Aspects aspects)
{
    m_marks.add(id, m_rules.readingOwn(Kind::Application, aspects));
    const auto *application = m_topology.applications().find(id);
    if (!application)
        return;
    if (const auto rules = m_rules.readingTargets(aspects) & countingTarget(id))
        mark(m_topology.clientsOf(id), rules);
    if (const auto rules = m_rules.readingPrimaries(aspects); rules != 0 && application->backup)
        m_marks.add(*application->backup, rules);
    const auto counting = countingMember(id);
    mark(application->tenants, m_rules.readingMembers(Kind::Tenant, aspects) & counting);
    if (application->host)
        m_marks.add(*application->host, m_rules.readingMembers(Kind::Host, aspects) & counting);
}

void Reach::touchEverywhere(Aspects aspects)
{
    for (const auto &tenant : m_topology.tenants())
        m_marks.add(tenant.id, m_rules.readingOwn(Kind::Tenant, aspects));
    const auto rules = m_rules.readingOwn(Kind::Application, aspects);
    for (quint32 id = 0; rules != 0 && id < m_topology.applications().idBound(); ++id) {
        const auto &facts = m_topology.facts(ApplicationId(id));
        if (facts.isDefined)
            m_marks.add(ApplicationId(id), rules & m_rules.ofApplication(facts));
    }
}

void Reach::relate(ApplicationId application, TenantId tenant)
{
    m_marks.add(
        tenant, m_rules.readingOwn(Kind::Tenant, Aspect::Members) & countingMember(application));
    refer(tenant);
}

void Reach::relate(ApplicationId application, HostId host)
{
    m_marks.add(
        host, m_rules.readingOwn(Kind::Host, Aspect::Members) & countingMember(application));
    refer(host);
}

void Reach::refer(ObjectId referred)
{
    // Only a placeholder's finding names those who refer to it; becoming one, or none any more,
    // touches all aspects.
    if (!m_topology.contains(referred) || !m_topology.isPlaceholder(referred))
        return;
    m_marks.add(referred, m_rules.readingOwn(referred.kind, Aspect::Referrers));
    // Who links an undefined switch refers to its tenant too.
    if (referred.kind == Kind::Switch)
        refer(m_topology.switchAt(referred.switchId()).tenant);
}

void Reach::markDbid(Kind kind, qint64 dbid)
{
    if (dbid > 0)
        m_marks.add(GroupKey::dbid(kind, dbid));
}

void Reach::markAddress(const QString &address)
{
    if (!address.isEmpty())
        m_marks.add(GroupKey::address(address));
}

RuleMask Reach::countingMember(ApplicationId application) const
{
    return m_areTypesKept ? m_rules.countingMember(m_topology.facts(application).type)
                          : ~RuleMask(0);
}

RuleMask Reach::countingTarget(ApplicationId application) const
{
    return m_areTypesKept ? m_rules.countingTarget(m_topology.facts(application).type)
                          : ~RuleMask(0);
}
