// SPDX-License-Identifier: Apache-2.0
#include "models/topology/topology.h"

#include "models/base/text.h"
#include "models/topology/switchtype.h"
#include "models/topology/topologywriter.h"

#include <QCoreApplication>

#include <algorithm>

namespace {

tl::unexpected<Error> corrupt(ObjectId object, const char *what)
{
    return failure(Error::Code::Corrupt, QCoreApplication::translate("Topology", what),
        QLatin1String("%1 %2").arg(kindToken(object.kind)).arg(object.id));
}

/// Ids that are sorted, unique and in the table.
template <class T>
bool resolve(const QList<typename T::IdType> &ids, const Table<T> &table)
{
    for (qsizetype i = 0; i < ids.size(); ++i) {
        if (!table.contains(ids[i]) || (i > 0 && !(ids[i - 1] < ids[i])))
            return false;
    }
    return true;
}

template <class T>
bool resolves(const std::optional<typename T::IdType> &id, const Table<T> &table)
{
    return !id || table.contains(*id);
}

bool connectionsResolve(
    const QList<Connection> &connections, const Table<Application> &applications)
{
    for (qsizetype i = 0; i < connections.size(); ++i) {
        const auto &connection = connections[i];
        if (!applications.contains(connection.target))
            return false;
        if (i > 0) {
            const auto &last = connections[i - 1];
            if (connection.target < last.target
                || (connection.target == last.target && !textLess(last.port, connection.port)))
                return false;
        }
    }
    return true;
}

}  // namespace

Tenant Topology::environmentTenant()
{
    Tenant tenant;
    tenant.id = environment;
    tenant.dbid = 1;
    tenant.name = QStringLiteral("Environment");
    return tenant;
}

Topology::Topology(const Topology &other) = default;
Topology::Topology(Topology &&other) noexcept = default;
Topology &Topology::operator=(const Topology &other) = default;
Topology &Topology::operator=(Topology &&other) noexcept = default;
Topology::~Topology() = default;

Topology::Topology()
{
    TopologyWriter(*this).add(environmentTenant());
}

Result<Topology> Topology::fromParts(Parts parts)
{
    const auto *first = parts.tenants.find(environment);
    auto expected = environmentTenant();
    if (first)
        expected.extra = first->extra;
    if (!first || *first != expected)
        return corrupt(environment,
            QT_TRANSLATE_NOOP("Topology", "The tenant Environment is missing or altered."));
    for (const auto &tenant : parts.tenants) {
        if (!resolves(tenant.parent, parts.tenants))
            return corrupt(
                tenant.id, QT_TRANSLATE_NOOP("Topology", "Its parent tenant does not exist."));
    }
    for (const auto &object : parts.switches) {
        if (!parts.tenants.contains(object.tenant) || !resolves(object.office, parts.offices)
            || (!object.office && !object.isPlaceholder))
            return corrupt(object.id,
                QT_TRANSLATE_NOOP("Topology", "Its tenant or switching office does not exist."));
    }
    for (const auto &application : parts.applications) {
        if (!resolve(application.tenants, parts.tenants))
            return corrupt(application.id,
                QT_TRANSLATE_NOOP("Topology", "Its list of tenants does not resolve."));
        if (!connectionsResolve(application.connections, parts.applications))
            return corrupt(
                application.id, QT_TRANSLATE_NOOP("Topology", "Its connections do not resolve."));
        if (!resolve(application.switches, parts.switches))
            return corrupt(application.id,
                QT_TRANSLATE_NOOP("Topology", "Its linked switches do not resolve."));
        if (!resolves(application.host, parts.hosts)
            || !resolves(application.backup, parts.applications))
            return corrupt(application.id,
                QT_TRANSLATE_NOOP("Topology", "Its host or backup does not exist."));
    }

    Topology topology {Empty {}};
    topology.m_tenants = std::move(parts.tenants);
    topology.m_offices = std::move(parts.offices);
    topology.m_switches = std::move(parts.switches);
    topology.m_hosts = std::move(parts.hosts);
    topology.m_applications = std::move(parts.applications);
    topology.m_settings = parts.settings;
    topology.m_extra = std::move(parts.extra);
    topology.m_waivers = std::move(parts.waivers);
    std::sort(topology.m_waivers.begin(), topology.m_waivers.end(),
        [](const Waiver &a, const Waiver &b) { return a.key < b.key; });
    topology.m_places = std::move(parts.places);
    topology.m_siteAnswers = std::move(parts.siteAnswers);
    std::sort(topology.m_siteAnswers.begin(), topology.m_siteAnswers.end(),
        [](const SiteAnswer &a, const SiteAnswer &b) {
            return std::tie(a.type, a.field) < std::tie(b.type, b.field);
        });
    topology.m_pendingRestarts = std::move(parts.pendingRestarts);
    topology.m_nextIds = parts.nextIds;
    TopologyWriter(topology).buildIndexes();
    return topology;
}

bool Topology::contains(ObjectId object) const
{
    switch (object.kind) {
    case Kind::Tenant:
        return m_tenants.contains(object.tenant());
    case Kind::SwitchingOffice:
        return m_offices.contains(object.office());
    case Kind::Switch:
        return m_switches.contains(object.switchId());
    case Kind::Host:
        return m_hosts.contains(object.host());
    case Kind::Application:
        return m_applications.contains(object.application());
    }
    return false;
}

template <class Visit>
decltype(auto) Topology::visit(ObjectId object, Visit visit) const
{
    switch (object.kind) {
    case Kind::Tenant:
        return visit(tenant(object.tenant()));
    case Kind::SwitchingOffice:
        return visit(office(object.office()));
    case Kind::Switch:
        return visit(switchAt(object.switchId()));
    case Kind::Host:
        return visit(host(object.host()));
    case Kind::Application:
        break;
    }
    return visit(application(object.application()));
}

const QString &Topology::name(ObjectId object) const
{
    return visit(object, [](const auto &found) -> const QString & { return found.name; });
}

bool Topology::isPlaceholder(ObjectId object) const
{
    return visit(object, [](const auto &found) { return found.isPlaceholder; });
}

Record Topology::record(ObjectId object) const
{
    return visit(object, [](const auto &found) -> Record { return found; });
}

int Topology::objectCount(Kind kind) const
{
    switch (kind) {
    case Kind::Tenant:
        return m_tenants.size();
    case Kind::SwitchingOffice:
        return m_offices.size();
    case Kind::Switch:
        return m_switches.size();
    case Kind::Host:
        return m_hosts.size();
    case Kind::Application:
        break;
    }
    return m_applications.size();
}

int Topology::definedCount() const
{
    const auto defined = [](const auto &table) {
        return int(std::count_if(
            table.begin(), table.end(), [](const auto &object) { return !object.isPlaceholder; }));
    };
    return defined(m_tenants) + defined(m_offices) + defined(m_switches) + defined(m_hosts)
        + defined(m_applications);
}

bool Topology::isEmpty() const
{
    return *this == Topology();
}

QList<quint32> Topology::bearers(Kind kind, QStringView wanted) const
{
    QList<quint32> found;
    m_names[size_t(kind)].candidates(wanted, [&](quint32 id) {
        if (name(ObjectId(kind, id)) == wanted)
            found.append(id);
    });
    return found;
}

template <class T>
std::optional<typename T::IdType> Topology::firstBearer(QStringView wanted) const
{
    std::optional<typename T::IdType> found;
    m_names[size_t(T::kind)].candidates(wanted, [&](quint32 id) {
        if (!found && table<T>().at(typename T::IdType(id)).name == wanted)
            found = typename T::IdType(id);
    });
    return found;
}

std::optional<TenantId> Topology::findTenant(QStringView wanted) const
{
    return firstBearer<Tenant>(wanted);
}

std::optional<SwitchingOfficeId> Topology::findOffice(QStringView wanted) const
{
    return firstBearer<SwitchingOffice>(wanted);
}

std::optional<HostId> Topology::findHost(QStringView wanted) const
{
    return firstBearer<Host>(wanted);
}

std::optional<ApplicationId> Topology::findApplication(QStringView wanted) const
{
    return firstBearer<Application>(wanted);
}

std::optional<SwitchId> Topology::findSwitch(TenantId tenant, QStringView wanted) const
{
    // A tenant has a handful of switches, while ten thousand tenants may each have a switch of this
    // name.
    for (const auto id : switchesOf(tenant)) {
        if (switchAt(id).name == wanted)
            return id;
    }
    return std::nullopt;
}

qsizetype Topology::referenceCount(ObjectId object) const
{
    switch (object.kind) {
    case Kind::Tenant: {
        const auto &links = m_tenantLinks[object.id];
        return links.applications.size() + links.switches.size() + links.children.size()
            - links.children.count(object.tenant());
    }
    case Kind::SwitchingOffice:
        return m_officeLinks[object.id].size();
    case Kind::Switch:
        return m_switchLinks[object.id].size();
    case Kind::Host:
        return m_hostLinks[object.id].size();
    case Kind::Application: {
        const auto &links = m_applicationLinks[object.id];
        return links.clients.size() + links.primaries.size()
            - links.clients.count(object.application())
            - links.primaries.count(object.application());
    }
    }
    return 0;
}

bool Topology::isMultimedia(SwitchId id) const
{
    const auto &found = switchAt(id);
    if (found.isPlaceholder || !found.office)
        return false;
    const auto &owner = office(*found.office);
    return !owner.isPlaceholder && owner.type == QStringView(multimediaSwitchToken);
}

bool Topology::isKnownNotMultimedia(SwitchId id) const
{
    const auto &found = switchAt(id);
    if (found.isPlaceholder || !found.office)
        return false;
    const auto &owner = office(*found.office);
    return !owner.isPlaceholder && owner.type != QStringView(multimediaSwitchToken);
}

const Waiver *Topology::findWaiver(const WaiverKey &key) const
{
    const auto at = std::lower_bound(m_waivers.begin(), m_waivers.end(), key,
        [](const Waiver &waiver, const WaiverKey &wanted) { return waiver.key < wanted; });
    return at != m_waivers.end() && at->key == key ? &*at : nullptr;
}

std::optional<qint64> Topology::place(ObjectId object) const
{
    const auto at = m_places.constFind(object);
    return at != m_places.cend() ? std::optional(*at) : std::nullopt;
}

const SiteAnswer *Topology::findAnswer(QStringView type, QStringView field) const
{
    const auto at = std::find_if(m_siteAnswers.begin(), m_siteAnswers.end(),
        [&](const SiteAnswer &answer) { return answer.type == type && answer.field == field; });
    return at != m_siteAnswers.end() ? &*at : nullptr;
}

std::optional<qint64> Topology::pendingRestart(ApplicationId application) const
{
    const auto at = m_pendingRestarts.constFind(application);
    return at != m_pendingRestarts.cend() ? std::optional(*at) : std::nullopt;
}

bool Topology::operator==(const Topology &other) const
{
    return m_settings == other.m_settings && m_extra == other.m_extra
        && m_waivers == other.m_waivers && m_places == other.m_places
        && m_siteAnswers == other.m_siteAnswers && m_pendingRestarts == other.m_pendingRestarts
        && m_tenants == other.m_tenants && m_offices == other.m_offices
        && m_switches == other.m_switches && m_hosts == other.m_hosts
        && m_applications == other.m_applications;
}
