// SPDX-License-Identifier: Apache-2.0
#include "models/store/topologyreader.h"

#include "models/base/text.h"
#include "models/store/jsonsyntax.h"
#include "models/store/sqliteerror.h"
#include "models/store/waiverjson.h"

#include <algorithm>

namespace {

/// A list table that is clustered by application: its rows come by in step with the applications.
class ListReader
{
public:
    ListReader(sqlite3 *database, const char *sql, TextCache &texts)
        : rows(database, sql, texts)
    {
        advance();
    }

    /// True if the present row is the application's. A row of an application that isn't there is
    /// damage.
    bool isOf(ApplicationId application)
    {
        if (m_owner < qint64(application.value()))
            rows.markDamaged();
        return m_owner == qint64(application.value()) && !rows.isDamaged();
    }
    void advance() { m_owner = rows.next() ? rows.whole(0) : atEnd; }
    /// True once all rows found their application.
    bool isDone() const { return m_owner == atEnd && !rows.isDamaged(); }

    RowReader rows;

private:
    static constexpr qint64 atEnd = std::numeric_limits<qint64>::max();
    qint64 m_owner = atEnd;
};

class TenantLists : public ListReader
{
public:
    TenantLists(sqlite3 *database, TextCache &texts)
        : ListReader(database,
            "SELECT application_id, tenant_id FROM application_tenants ORDER BY application_id, tenant_id",
            texts)
    {
    }
    void read(Application &application)
    {
        m_list.clear();
        for (; isOf(application.id); advance())
            m_list.push_back(rows.id<TenantId>(1));
        application.tenants = QList<TenantId>(m_list.begin(), m_list.end());
    }

private:
    std::vector<TenantId>
        m_list;  // Kept, so that a list is allocated once, in its size; likewise below.
};

class SwitchLists : public ListReader
{
public:
    SwitchLists(sqlite3 *database, TextCache &texts)
        : ListReader(database,
            "SELECT application_id, switch_id FROM application_switches ORDER BY application_id, switch_id",
            texts)
    {
    }
    void read(Application &application)
    {
        for (; isOf(application.id); advance())
            application.switches.append(rows.id<SwitchId>(1));
    }
};

class PortLists : public ListReader
{
public:
    PortLists(sqlite3 *database, TextCache &texts)
        : ListReader(database,
            "SELECT application_id, port, number, extra FROM application_ports ORDER BY application_id, position",
            texts)
    {
    }
    void read(Application &application)
    {
        m_list.clear();
        for (; isOf(application.id); advance())
            m_list.push_back({rows.word(1), rows.optionalWhole(2), rows.extra(3)});
        application.ports = QList<Port>(
            std::make_move_iterator(m_list.begin()), std::make_move_iterator(m_list.end()));
    }

private:
    std::vector<Port> m_list;
};

}  // namespace

TopologyReader::TopologyReader(
    sqlite3 *database, const std::array<quint32, kindCount> &nextIds, Store::Reading reading)
    : m_database(database)
    , m_isWhole(reading == Store::Reading::Everything)
{
    m_parts.nextIds = nextIds;
}

Result<Topology> TopologyReader::read(const std::function<ApplicationLists()> &lists)
{
    const bool isGood = readSettings() && readExtra() && readWaivers() && readPlaces()
        && readSiteAnswers() && readPendingRestarts() && readTenants() && readOffices()
        && readSwitches() && readHosts() && readApplications() && takeLists(lists());
    if (!isGood)
        return tl::unexpected(*m_error);
    auto topology = Topology::fromParts(std::move(m_parts));
    if (!topology)
        topology.error().code = Error::Code::Corrupt;
    return topology;
}

bool TopologyReader::damaged(const char *table, qint64 id)
{
    m_error = Error {Error::Code::Corrupt,
        StoreTexts::tr("The document is damaged: a value is not valid."),
        QStringLiteral("%1 %2").arg(QLatin1String(table)).arg(id)};
    return false;
}

bool TopologyReader::readSettings()
{
    RowReader rows(m_database,
        "SELECT environment, social_messaging_tenants, extra FROM settings WHERE id = 1", m_texts);
    if (!rows.next())
        return damaged("settings", 1);
    auto &settings = m_parts.settings;
    settings.environment = rows.enumeration(0, Environment::MultiTenant, Environment::SingleTenant);
    settings.socialMessagingTenants =
        rows.enumeration(1, SocialMessagingTenants::Warn, SocialMessagingTenants::Allow);
    settings.extra = rows.extra(2);
    return !rows.isDamaged() || damaged("settings", 1);
}

bool TopologyReader::readExtra()
{
    RowReader rows(
        m_database, "SELECT key, part, json FROM document_extra ORDER BY key, part", m_texts);
    std::string json;
    bool isGood = true;
    const auto finish = [&] {
        if (m_parts.extra.isEmpty())
            return;
        auto text = fromUtf8(json);
        isGood &= text && isJson(json);
        if (text)
            m_parts.extra.last().json = *std::move(text);
        json.clear();
    };
    qint64 part = 0;
    while (isGood && rows.next()) {
        auto key = rows.text(0);
        if (m_parts.extra.isEmpty() || m_parts.extra.constLast().key != key) {
            isGood &= m_parts.extra.isEmpty() || textLess(m_parts.extra.constLast().key, key);
            finish();
            m_parts.extra.append({std::move(key), {}});
            part = 0;
        }
        isGood &= rows.whole(1) == part++;
        json += rows.bytes(2);
        isGood &= !rows.isDamaged();
    }
    finish();
    return isGood || damaged("document_extra", part);
}

bool TopologyReader::readWaivers()
{
    RowReader rows(m_database, "SELECT key, waiver FROM waivers ORDER BY key", m_texts);
    std::string key;
    while (rows.next()) {
        auto waiver = waiverFromText(rows.bytes(1));
        if (rows.isDamaged() || !waiver || !waiverKeyToText(waiver->key, key)
            || rows.bytes(0) != key)
            return damaged("waivers", m_parts.waivers.size());
        m_parts.waivers.append(*std::move(waiver));
    }
    return true;
}

bool TopologyReader::readPlaces()
{
    RowReader rows(m_database, "SELECT kind, id, place FROM places ORDER BY kind, id", m_texts);
    while (rows.next()) {
        const auto kind = rows.enumeration(0, Kind::Tenant, Kind::Application);
        const auto id = rows.id<TenantId>(1);
        const auto place = rows.whole(2);
        if (rows.isDamaged())
            return damaged("places", m_parts.places.size());
        m_parts.places.insert({kind, id.value()}, place);
    }
    return true;
}

bool TopologyReader::readSiteAnswers()
{
    RowReader rows(m_database,
        "SELECT type, field, effect, evidence, author, day FROM site_answers ORDER BY type, field",
        m_texts);
    while (rows.next()) {
        SiteAnswer answer {rows.word(0), rows.word(1),
            rows.enumeration(2, SiteAnswer::Effect::Restart, SiteAnswer::Effect::Immediate),
            rows.text(3), rows.word(4), QDate::fromJulianDay(rows.whole(5))};
        if (rows.isDamaged())
            return damaged("site_answers", m_parts.siteAnswers.size());
        m_parts.siteAnswers.append(std::move(answer));
    }
    return true;
}

bool TopologyReader::readPendingRestarts()
{
    RowReader rows(m_database,
        "SELECT application_id, revision FROM pending_restarts ORDER BY application_id", m_texts);
    while (rows.next()) {
        const auto application = rows.id<ApplicationId>(0);
        const auto revision = rows.whole(1);
        if (rows.isDamaged())
            return damaged("pending_restarts", m_parts.pendingRestarts.size());
        m_parts.pendingRestarts.insert(application, revision);
    }
    return true;
}

template <class T>
void TopologyReader::readHead(RowReader &rows, T &record)
{
    record.id = rows.id<typename T::IdType>(0);
    record.isPlaceholder = rows.flag(1);
    record.state = rows.enumeration(2, ObjectState::Enabled, ObjectState::Disabled);
    record.dbid = rows.whole(3);
    record.name = rows.text(4);
}

template <class T>
bool TopologyReader::take(RowReader &rows, T record, Table<T> &table)
{
    // Ids at or above the next one were never given; a table that is not in order repeats a page.
    const auto id = record.id.value();
    if (rows.isDamaged() || id < table.idBound() || id >= m_parts.nextIds[size_t(T::kind)])
        return false;
    table.insert(std::move(record));
    return true;
}

bool TopologyReader::readTenants()
{
    RowReader rows(m_database,
        "SELECT id, is_placeholder, state, dbid, name, parent_id, extra FROM tenants ORDER BY id",
        m_texts);
    while (rows.next()) {
        Tenant tenant;
        readHead(rows, tenant);
        tenant.parent = rows.optionalId<TenantId>(5);
        tenant.extra = rows.extra(6);
        const auto id = tenant.id.value();
        if (!take(rows, std::move(tenant), m_parts.tenants))
            return damaged("tenants", id);
    }
    return true;
}

bool TopologyReader::readOffices()
{
    RowReader rows(m_database,
        "SELECT id, is_placeholder, state, dbid, name, type, extra FROM switching_offices ORDER BY id",
        m_texts);
    while (rows.next()) {
        SwitchingOffice office;
        readHead(rows, office);
        office.type = rows.word(5);
        office.extra = rows.extra(6);
        const auto id = office.id.value();
        if (!take(rows, std::move(office), m_parts.offices))
            return damaged("switching_offices", id);
    }
    return true;
}

bool TopologyReader::readSwitches()
{
    RowReader rows(m_database,
        "SELECT id, is_placeholder, state, dbid, name, tenant_id, switching_office_id, extra FROM switches ORDER BY id",
        m_texts);
    while (rows.next()) {
        Switch object;
        readHead(rows, object);
        object.tenant = rows.id<TenantId>(5);
        object.office = rows.optionalId<SwitchingOfficeId>(6);
        object.extra = rows.extra(7);
        const auto id = object.id.value();
        if (!take(rows, std::move(object), m_parts.switches))
            return damaged("switches", id);
    }
    return true;
}

bool TopologyReader::readHosts()
{
    RowReader rows(m_database,
        "SELECT id, is_placeholder, state, dbid, name, ip_address, lca_port, os_type, extra FROM hosts ORDER BY id",
        m_texts);
    while (rows.next()) {
        Host host;
        readHead(rows, host);
        host.ipAddress = rows.text(5);
        host.lcaPort = rows.optionalWhole(6);
        host.osType = rows.word(7);
        host.extra = rows.extra(8);
        const auto id = host.id.value();
        if (!take(rows, std::move(host), m_parts.hosts))
            return damaged("hosts", id);
    }
    return true;
}

bool TopologyReader::readApplications()
{
    // What only a whole topology has comes last; but the last columns of the table are read in any
    // case: they tell that lengths within the row add up.
    std::string sql =
        "SELECT id, is_placeholder, state, dbid, name, redundancy, component, is_load_balanced, type, release,"
        " host_id, backup_id, arguments, extra";
    if (m_isWhole)
        sql +=
            ", auto_restart, template, working_directory, command_line, startup_timeout, shutdown_timeout";
    RowReader rows(m_database, (sql + " FROM applications ORDER BY id").c_str(), m_texts);
    TenantLists tenants(m_database, m_texts);
    PortLists ports(m_database, m_texts);
    SwitchLists switches(m_database, m_texts);
    while (rows.next()) {
        Application a;
        readHead(rows, a);
        a.redundancy = rows.enumeration(5, Redundancy::None, Redundancy::Hot);
        a.component = rows.enumeration(6, Component::None, Component::InteractionServer);
        a.isLoadBalanced = rows.flag(7);
        a.type = ApplicationType::fromToken(rows.word(8));
        a.release = rows.word(9);
        a.host = rows.optionalId<HostId>(10);
        a.backup = rows.optionalId<ApplicationId>(11);
        if (m_isWhole) {
            a.arguments = rows.word(12);
            a.extra = rows.extra(13);
            if (!rows.isNull(14))
                a.autoRestart = rows.flag(14);
            a.templateName = rows.word(15);
            a.workingDirectory = rows.word(16);
            a.commandLine = rows.word(17);
            a.startupTimeout = rows.optionalWhole(18);
            a.shutdownTimeout = rows.optionalWhole(19);
        } else {
            rows.bytes(12);
        }
        tenants.read(a);
        ports.read(a);
        switches.read(a);
        const auto id = a.id.value();
        if (!take(rows, std::move(a), m_parts.applications))
            return damaged("applications", id);
    }
    return (tenants.isDone() && ports.isDone() && switches.isDone())
        || damaged("lists of applications", m_parts.applications.idBound());
}

bool TopologyReader::takeLists(ApplicationLists lists)
{
    auto &applications = m_parts.applications;
    if (lists.isDamaged)
        return damaged("lists of applications", applications.idBound());
    for (auto &[owner, connections] : lists.connections) {
        if (!applications.contains(owner))
            return damaged("application_connections", owner.value());
        applications.edit(owner).connections = std::move(connections);
    }
    for (auto &[owner, sections] : lists.sections) {
        if (!applications.contains(owner))
            return damaged("application_options", owner.value());
        auto &application = applications.edit(owner);
        application.options = std::move(sections.options);
        application.annex = std::move(sections.annex);
    }
    return true;
}
