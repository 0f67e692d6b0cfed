// SPDX-License-Identifier: Apache-2.0
#include "models/topology/align.h"

#include "models/topology/normalise.h"

#include <QHash>
#include <QSet>

namespace {

/// Which new id each object of one kind gets.
template <class T>
class IdMap
{
public:
    using IdType = typename T::IdType;

    IdMap(const Table<T> &reference, const Table<T> &objects, quint32 nextId)
        : m_reference(reference)
        , m_objects(objects)
        , m_nextId(nextId)
    {
    }

    /// Matches objects that have no match yet and for which "wanted" holds: of equal keys the first
    /// with the first.
    template <class ReferenceKey, class Key, class Wanted>
    void match(ReferenceKey referenceKey, Key key, Wanted wanted)
    {
        QHash<QString, QList<IdType>> waiting;
        for (const auto &object : m_objects) {
            if (!m_ids.contains(object.id))
                waiting[key(object)].append(object.id);
        }
        for (auto object = m_reference.begin(); !waiting.isEmpty() && object != m_reference.end();
             ++object) {
            const auto found = waiting.find(referenceKey(*object));
            if (found == waiting.end() || m_taken.contains(object->id)
                || !wanted(*object, m_objects.at(found->constFirst())))
                continue;
            m_ids.insert(found->takeFirst(), object->id);
            m_taken.insert(object->id);
            if (found->isEmpty())
                waiting.erase(found);
        }
    }

    IdType operator()(IdType id)
    {
        const auto found = m_ids.constFind(id);
        return found != m_ids.constEnd() ? *found : *m_ids.insert(id, IdType(m_nextId++));
    }
    std::optional<IdType> operator()(std::optional<IdType> id)
    {
        return id ? std::optional((*this)(*id)) : id;
    }
    QList<IdType> operator()(QList<IdType> ids)
    {
        for (auto &id : ids)
            id = (*this)(id);
        normalise(ids);
        return ids;
    }

private:
    const Table<T> &m_reference;
    const Table<T> &m_objects;
    QHash<IdType, IdType> m_ids;
    QSet<IdType> m_taken;
    quint32 m_nextId;
};

QString switchKey(TenantId tenant, std::optional<SwitchingOfficeId> office, const QString &name)
{
    return QStringLiteral("%1/%2/").arg(tenant.value()).arg(office ? qint64(office->value()) : -1)
        + name;
}

QString applicationKey(const Application &application)
{
    // Tokens come from files, so they may hold anything: a length keeps the two texts apart.
    return QStringLiteral("%1/").arg(application.name.size()) + application.name
        + application.type.token();
}

const auto always = [](const auto &, const auto &) { return true; };
const auto isEitherPlaceholder = [](const auto &a, const auto &b) {
    return a.isPlaceholder || b.isPlaceholder;
};

}  // namespace

Topology alignedTo(const Topology &reference, const Topology &topology)
{
    const auto name = [](const auto &object) { return object.name; };

    IdMap tenants(reference.tenants(), topology.tenants(), reference.nextId(Kind::Tenant));
    tenants.match(name, name, always);
    IdMap offices(reference.offices(), topology.offices(), reference.nextId(Kind::SwitchingOffice));
    offices.match(name, name, always);
    IdMap hosts(reference.hosts(), topology.hosts(), reference.nextId(Kind::Host));
    hosts.match(name, name, always);

    IdMap switches(reference.switches(), topology.switches(), reference.nextId(Kind::Switch));
    switches.match([](const Switch &o) { return switchKey(o.tenant, o.office, o.name); },
        [&](const Switch &o) { return switchKey(tenants(o.tenant), offices(o.office), o.name); },
        always);
    switches.match([](const Switch &o) { return switchKey(o.tenant, {}, o.name); },
        [&](const Switch &o) { return switchKey(tenants(o.tenant), {}, o.name); },
        isEitherPlaceholder);

    IdMap applications(
        reference.applications(), topology.applications(), reference.nextId(Kind::Application));
    applications.match(applicationKey, applicationKey, always);
    applications.match(name, name, isEitherPlaceholder);

    Topology::Parts parts;
    for (auto tenant : topology.tenants()) {
        tenant.id = tenants(tenant.id);
        tenant.parent = tenants(tenant.parent);
        parts.tenants.insert(std::move(tenant));
    }
    for (auto office : topology.offices()) {
        office.id = offices(office.id);
        parts.offices.insert(std::move(office));
    }
    for (auto object : topology.switches()) {
        object.id = switches(object.id);
        object.tenant = tenants(object.tenant);
        object.office = offices(object.office);
        parts.switches.insert(std::move(object));
    }
    for (auto host : topology.hosts()) {
        host.id = hosts(host.id);
        parts.hosts.insert(std::move(host));
    }
    for (auto application : topology.applications()) {
        application.id = applications(application.id);
        application.tenants = tenants(application.tenants);
        application.switches = switches(application.switches);
        application.host = hosts(application.host);
        application.backup = applications(application.backup);
        for (auto &connection : application.connections)
            connection.target = applications(connection.target);
        normalise(application.connections);
        parts.applications.insert(std::move(application));
    }
    parts.settings = topology.settings();
    parts.extra = topology.extra();
    for (int kind = 0; kind < kindCount; ++kind)
        parts.nextIds[size_t(kind)] = reference.nextId(Kind(kind));
    auto aligned = Topology::fromParts(std::move(parts));
    Q_ASSERT(aligned);  // The same references under other ids.
    return std::move(*aligned);
}
