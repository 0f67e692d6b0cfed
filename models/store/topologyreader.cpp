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

class ConnectionLists : public ListReader
{
public:
    ConnectionLists(sqlite3 *database, TextCache &texts)
        : ListReader(database,
            "SELECT application_id, target_id, port, protocol, local_timeout, remote_timeout, trace_mode, extra"
            " FROM application_connections ORDER BY application_id, target_id, port",
            texts)
    {
    }
    void read(Application &application)
    {
        m_list.clear();
        for (; isOf(application.id); advance()) {
            m_list.push_back({rows.id<ApplicationId>(1), rows.word(2), rows.word(3),
                rows.optionalWhole(4), rows.optionalWhole(5), rows.word(6), rows.extra(7)});
        }
        application.connections.reserve(qsizetype(m_list.size()));
        for (auto &connection : m_list)
            application.connections.emplaceBack(std::move(connection));
    }

private:
    std::vector<Connection> m_list;
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
        for (; isOf(application.id); advance())
            application.ports.emplaceBack(
                Port {rows.word(1), rows.optionalWhole(2), rows.extra(3)});
    }
};

class OptionLists : public ListReader
{
public:
    OptionLists(sqlite3 *database, TextCache &texts)
        : ListReader(database,
            "SELECT application_id, scope, section, key, value FROM application_options"
            " ORDER BY application_id, scope, section, key",
            texts)
    {
    }
    void read(Application &application)
    {
        bool isAnnex = false;
        while (isOf(application.id)) {
            const bool wasAnnex = std::exchange(isAnnex, rows.flag(1));
            if (wasAnnex && !isAnnex)
                rows.markDamaged();
            readSection(application, isAnnex);
        }
    }

private:
    /// Takes all rows of one section.
    void readSection(Application &application, bool isAnnex)
    {
        auto &sections = isAnnex ? application.annex : application.options;
        const auto name = rows.word(2);
        m_name = rows.bytes(2);
        if (!sections.isEmpty() && !textLess(sections.constLast().name, name))
            return rows.markDamaged();
        m_options.clear();
        bool isEmpty = false;
        do {
            if (rows.isNull(4)) {
                isEmpty = true;
                if (!rows.bytes(3).empty())
                    rows.markDamaged();
            } else {
                m_options.push_back({rows.word(3), rows.word(4)});
                const auto count = m_options.size();
                if (count > 1 && !textLess(m_options[count - 2].key, m_options[count - 1].key))
                    rows.markDamaged();
            }
            advance();
        } while (isOf(application.id) && rows.flag(1) == isAnnex && rows.bytes(2) == m_name);
        if (isEmpty && !m_options.empty())
            rows.markDamaged();
        OptionSection section {name, {}};
        section.options.reserve(qsizetype(m_options.size()));
        for (auto &option : m_options)
            section.options.emplaceBack(std::move(option));
        sections.emplaceBack(std::move(section));
    }

    std::string m_name;  // The section's, as it stands in the row.
    std::vector<Option> m_options;
};

}  // namespace

TopologyReader::TopologyReader(sqlite3 *database, const std::array<quint32, kindCount> &nextIds)
    : m_database(database)
{
    m_parts.nextIds = nextIds;
}

Result<Topology> TopologyReader::read()
{
    const bool isGood = readSettings() && readExtra() && readWaivers() && readTenants()
        && readOffices() && readSwitches() && readHosts() && readApplications();
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
    RowReader rows(m_database,
        "SELECT id, is_placeholder, state, dbid, name, redundancy, component, is_load_balanced, auto_restart, type, release,"
        " host_id, backup_id, template, working_directory, command_line, arguments, startup_timeout, shutdown_timeout, extra"
        " FROM applications ORDER BY id",
        m_texts);
    TenantLists tenants(m_database, m_texts);
    ConnectionLists connections(m_database, m_texts);
    PortLists ports(m_database, m_texts);
    SwitchLists switches(m_database, m_texts);
    OptionLists options(m_database, m_texts);
    ApplicationType lastType;
    while (rows.next()) {
        Application a;
        readHead(rows, a);
        a.redundancy = rows.enumeration(5, Redundancy::None, Redundancy::Hot);
        a.component = rows.enumeration(6, Component::None, Component::InteractionServer);
        a.isLoadBalanced = rows.flag(7);
        if (!rows.isNull(8))
            a.autoRestart = rows.flag(8);
        if (const auto token = rows.word(9); lastType.token() != token)
            lastType = ApplicationType::fromToken(token);
        a.type = lastType;
        a.release = rows.word(10);
        a.host = rows.optionalId<HostId>(11);
        a.backup = rows.optionalId<ApplicationId>(12);
        a.templateName = rows.word(13);
        a.workingDirectory = rows.word(14);
        a.commandLine = rows.word(15);
        a.arguments = rows.word(16);
        a.startupTimeout = rows.optionalWhole(17);
        a.shutdownTimeout = rows.optionalWhole(18);
        a.extra = rows.extra(19);
        tenants.read(a);
        connections.read(a);
        ports.read(a);
        switches.read(a);
        options.read(a);
        const auto id = a.id.value();
        if (!take(rows, std::move(a), m_parts.applications))
            return damaged("applications", id);
    }
    const bool areListsDone = tenants.isDone() && connections.isDone() && ports.isDone()
        && switches.isDone() && options.isDone();
    return areListsDone || damaged("lists of applications", m_parts.applications.idBound());
}
