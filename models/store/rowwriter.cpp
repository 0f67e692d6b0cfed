// SPDX-License-Identifier: Apache-2.0
#include "models/store/rowwriter.h"

#include "models/base/text.h"
#include "models/store/jsonsyntax.h"
#include "models/store/recordjson.h"
#include "models/store/statements.h"
#include "models/store/utf8.h"
#include "models/store/waiverjson.h"

#include <SQLiteCpp/Statement.h>
#include <span>

namespace {

constexpr size_t extraPartSize = 4 << 20;

/// How a field of one column is written alone.
struct ColumnUpdate
{
    Kind kind;
    Field field;
    const char *sql;
};
constexpr ColumnUpdate columnUpdates[] = {
    {Kind::Tenant, Field::Name, "UPDATE tenants SET name = ?1 WHERE id = ?2"},
    {Kind::Tenant, Field::Dbid, "UPDATE tenants SET dbid = ?1 WHERE id = ?2"},
    {Kind::Tenant, Field::State, "UPDATE tenants SET state = ?1 WHERE id = ?2"},
    {Kind::Tenant, Field::Parent, "UPDATE tenants SET parent_id = ?1 WHERE id = ?2"},
    {Kind::Tenant, Field::Extra, "UPDATE tenants SET extra = ?1 WHERE id = ?2"},
    {Kind::SwitchingOffice, Field::Name, "UPDATE switching_offices SET name = ?1 WHERE id = ?2"},
    {Kind::SwitchingOffice, Field::Dbid, "UPDATE switching_offices SET dbid = ?1 WHERE id = ?2"},
    {Kind::SwitchingOffice, Field::Type, "UPDATE switching_offices SET type = ?1 WHERE id = ?2"},
    {Kind::SwitchingOffice, Field::State, "UPDATE switching_offices SET state = ?1 WHERE id = ?2"},
    {Kind::SwitchingOffice, Field::Extra, "UPDATE switching_offices SET extra = ?1 WHERE id = ?2"},
    {Kind::Switch, Field::Name, "UPDATE switches SET name = ?1 WHERE id = ?2"},
    {Kind::Switch, Field::Dbid, "UPDATE switches SET dbid = ?1 WHERE id = ?2"},
    {Kind::Switch, Field::Tenant, "UPDATE switches SET tenant_id = ?1 WHERE id = ?2"},
    {Kind::Switch, Field::SwitchingOffice,
        "UPDATE switches SET switching_office_id = ?1 WHERE id = ?2"},
    {Kind::Switch, Field::State, "UPDATE switches SET state = ?1 WHERE id = ?2"},
    {Kind::Switch, Field::Extra, "UPDATE switches SET extra = ?1 WHERE id = ?2"},
    {Kind::Host, Field::Name, "UPDATE hosts SET name = ?1 WHERE id = ?2"},
    {Kind::Host, Field::Dbid, "UPDATE hosts SET dbid = ?1 WHERE id = ?2"},
    {Kind::Host, Field::IpAddress, "UPDATE hosts SET ip_address = ?1 WHERE id = ?2"},
    {Kind::Host, Field::LcaPort, "UPDATE hosts SET lca_port = ?1 WHERE id = ?2"},
    {Kind::Host, Field::OsType, "UPDATE hosts SET os_type = ?1 WHERE id = ?2"},
    {Kind::Host, Field::State, "UPDATE hosts SET state = ?1 WHERE id = ?2"},
    {Kind::Host, Field::Extra, "UPDATE hosts SET extra = ?1 WHERE id = ?2"},
    {Kind::Application, Field::Name, "UPDATE applications SET name = ?1 WHERE id = ?2"},
    {Kind::Application, Field::Dbid, "UPDATE applications SET dbid = ?1 WHERE id = ?2"},
    {Kind::Application, Field::Type, "UPDATE applications SET type = ?1 WHERE id = ?2"},
    {Kind::Application, Field::Component, "UPDATE applications SET component = ?1 WHERE id = ?2"},
    {Kind::Application, Field::Release, "UPDATE applications SET release = ?1 WHERE id = ?2"},
    {Kind::Application, Field::State, "UPDATE applications SET state = ?1 WHERE id = ?2"},
    {Kind::Application, Field::LoadBalanced,
        "UPDATE applications SET is_load_balanced = ?1 WHERE id = ?2"},
    {Kind::Application, Field::Host, "UPDATE applications SET host_id = ?1 WHERE id = ?2"},
    {Kind::Application, Field::Redundancy, "UPDATE applications SET redundancy = ?1 WHERE id = ?2"},
    {Kind::Application, Field::Backup, "UPDATE applications SET backup_id = ?1 WHERE id = ?2"},
    {Kind::Application, Field::Template, "UPDATE applications SET template = ?1 WHERE id = ?2"},
    {Kind::Application, Field::WorkingDirectory,
        "UPDATE applications SET working_directory = ?1 WHERE id = ?2"},
    {Kind::Application, Field::CommandLine,
        "UPDATE applications SET command_line = ?1 WHERE id = ?2"},
    {Kind::Application, Field::Arguments, "UPDATE applications SET arguments = ?1 WHERE id = ?2"},
    {Kind::Application, Field::AutoRestart,
        "UPDATE applications SET auto_restart = ?1 WHERE id = ?2"},
    {Kind::Application, Field::StartupTimeout,
        "UPDATE applications SET startup_timeout = ?1 WHERE id = ?2"},
    {Kind::Application, Field::ShutdownTimeout,
        "UPDATE applications SET shutdown_timeout = ?1 WHERE id = ?2"},
    {Kind::Application, Field::Extra, "UPDATE applications SET extra = ?1 WHERE id = ?2"},
};

/// Binds the value of a field of one column; no value is what the column holds then.
struct ColumnBinder
{
    Binder &binder;
    Field field;

    void operator()(std::monostate) const
    {
        switch (field) {
        case Field::State:
            binder << qint64(ObjectState::Enabled);
            break;
        case Field::Dbid:
        case Field::Redundancy:
        case Field::Component:
        case Field::LoadBalanced:
            binder << qint64(0);
            break;
        case Field::Name:
        case Field::Type:
        case Field::IpAddress:
        case Field::OsType:
        case Field::Release:
        case Field::Template:
        case Field::WorkingDirectory:
        case Field::CommandLine:
        case Field::Arguments:
            binder << QString();
            break;
        default:
            binder.null();
        }
    }
    void operator()(bool value) const { binder << qint64(value); }
    void operator()(qint64 value) const { binder << value; }
    void operator()(const QString &text) const { binder << text; }
    void operator()(ObjectState state) const { binder << qint64(state); }
    void operator()(Redundancy redundancy) const { binder << qint64(redundancy); }
    void operator()(Component component) const { binder << qint64(component); }
    void operator()(const ApplicationType &type) const { binder << type.token(); }
    void operator()(const Extra &extra) const { binder << extra; }
    template <class Tag>
    void operator()(Id<Tag> id) const
    {
        binder << id;
    }
    template <class T>
    void operator()(const QList<T> &) const
    {
        Q_UNREACHABLE();  // Lists have tables of their own.
    }
};

}  // namespace

Binder &Binder::start(SQLite::Statement &statement)
{
    m_statement = &statement;
    m_index = 0;
    m_textCount = 0;
    return *this;
}

Binder &Binder::operator<<(qint64 value)
{
    m_statement->bind(++m_index, int64_t(value));
    return *this;
}

Binder &Binder::operator<<(const std::optional<qint64> &value)
{
    return value ? *this << *value : null();
}

Binder &Binder::operator<<(const QString &text)
{
    auto &utf8 = m_texts[m_textCount++];
    m_isGood &= toUtf8(text, utf8);
    m_statement->bindNoCopy(++m_index, utf8);
    return *this;
}

Binder &Binder::operator<<(std::string_view utf8)
{
    auto &text = m_texts[m_textCount++];
    text = utf8;
    m_statement->bindNoCopy(++m_index, text);
    return *this;
}

Binder &Binder::operator<<(const Extra &extra)
{
    if (extra.isEmpty())
        return null();
    auto &utf8 = m_texts[m_textCount++];
    m_isGood &= extraToText(extra, utf8);
    m_statement->bindNoCopy(++m_index, utf8);
    return *this;
}

Binder &Binder::null()
{
    m_statement->bind(++m_index);
    return *this;
}

int Binder::run()
{
    const int changed = m_statement->exec();
    m_statement->reset();  // A statement that isn't reset would keep the transaction open.
    return changed;
}

Binder &RowWriter::bind(const char *sql)
{
    return m_binder.start(m_statements.get(sql));
}

bool RowWriter::takeOutcome()
{
    const bool isGood = m_isAsExpected && m_binder.isGood();
    m_isAsExpected = true;
    m_binder.forgetErrors();
    return isGood;
}

bool RowWriter::insert(const Record &record)
{
    std::visit([this](const auto &object) { insert(object); }, record);
    return takeOutcome();
}

bool RowWriter::apply(const Edit &edit)
{
    struct Applier
    {
        RowWriter &w;

        void operator()(const AddObject &e) const
        {
            std::visit([this](const auto &object) { w.insert(object); }, *e.record);
        }
        void operator()(const RemoveObject &e) const { w.remove(objectId(*e.record)); }
        void operator()(const ReplaceObject &e) const { w.replace(*e.after); }
        void operator()(const SetField &e) const { w.setField(e); }
        void operator()(const Assign &e) const { w.writeTenant(e.application, e.tenant); }
        void operator()(const Unassign &e) const
        {
            w.expectOne(
                (w.bind(
                     "DELETE FROM application_tenants WHERE application_id = ?1 AND tenant_id = ?2")
                    << e.application << e.tenant)
                    .run());
        }
        void operator()(const Connect &e) const { w.writeConnection(e.application, e.connection); }
        void operator()(const Disconnect &e) const
        {
            w.expectOne((
                w.bind(
                    "DELETE FROM application_connections WHERE application_id = ?1 AND target_id = ?2 AND port = ?3")
                << e.application << e.connection.target << e.connection.port)
                            .run());
        }
        void operator()(const Link &e) const { w.writeSwitch(e.application, e.linkedSwitch); }
        void operator()(const Unlink &e) const
        {
            w.expectOne((
                w.bind(
                    "DELETE FROM application_switches WHERE application_id = ?1 AND switch_id = ?2")
                << e.application << e.linkedSwitch)
                            .run());
        }
        void operator()(const SetSettings &e) const
        {
            w.m_isAsExpected &= w.writeSettings(e.after);
        }
        void operator()(const SetExtra &e) const
        {
            w.m_isAsExpected &= w.writeExtra(e.before, e.after);
        }
        void operator()(const SetWaiver &e) const { w.writeWaiver(e.key(), e.after); }
        void operator()(const SetPlace &e) const { w.writePlace(e.object, e.after); }
        void operator()(const SetSiteAnswer &e) const { w.writeSiteAnswer(e); }
        void operator()(const SetPending &e) const { w.writePending(e.application, e.after); }
    };
    std::visit(Applier {*this}, edit);
    return takeOutcome();
}

void RowWriter::insert(const Tenant &tenant)
{
    (bind("INSERT INTO tenants VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")
        << tenant.id << qint64(tenant.isPlaceholder) << qint64(tenant.state) << tenant.dbid
        << tenant.name << tenant.parent << tenant.extra)
        .run();
}

void RowWriter::insert(const SwitchingOffice &office)
{
    (bind("INSERT INTO switching_offices VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")
        << office.id << qint64(office.isPlaceholder) << qint64(office.state) << office.dbid
        << office.name << office.type << office.extra)
        .run();
}

void RowWriter::insert(const Switch &object)
{
    (bind("INSERT INTO switches VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")
        << object.id << qint64(object.isPlaceholder) << qint64(object.state) << object.dbid
        << object.name << object.tenant << object.office << object.extra)
        .run();
}

void RowWriter::insert(const Host &host)
{
    (bind("INSERT INTO hosts VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)")
        << host.id << qint64(host.isPlaceholder) << qint64(host.state) << host.dbid << host.name
        << host.ipAddress << host.lcaPort << host.osType << host.extra)
        .run();
}

void RowWriter::insert(const Application &application)
{
    insertScalars(
        "INSERT INTO applications VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16,"
        " ?17, ?18, ?19, ?20)",
        application);
    for (const auto tenant : application.tenants)
        writeTenant(application.id, tenant);
    for (const auto &connection : application.connections)
        writeConnection(application.id, connection);
    for (const auto linked : application.switches)
        writeSwitch(application.id, linked);
    writePorts(application.id, application.ports);
    writeOptions(application.id, 0, application.options);
    writeOptions(application.id, 1, application.annex);
}

void RowWriter::insertScalars(const char *sql, const Application &a)
{
    const auto autoRestart = a.autoRestart ? std::optional(qint64(*a.autoRestart)) : std::nullopt;
    expectOne((bind(sql) << a.id << qint64(a.isPlaceholder) << qint64(a.state)
                         << qint64(a.redundancy) << qint64(a.component) << qint64(a.isLoadBalanced)
                         << autoRestart << a.dbid << a.name << a.type.token() << a.release << a.host
                         << a.backup << a.templateName << a.workingDirectory << a.commandLine
                         << a.arguments << a.startupTimeout << a.shutdownTimeout << a.extra)
                  .run());
}

void RowWriter::writeTenant(ApplicationId application, TenantId tenant)
{
    (bind("INSERT INTO application_tenants VALUES (?1, ?2)") << application << tenant).run();
}

void RowWriter::writeConnection(ApplicationId application, const Connection &c)
{
    (bind("INSERT INTO application_connections VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")
        << application << c.target << c.port << c.protocol << c.localTimeout << c.remoteTimeout
        << c.traceMode << c.extra)
        .run();
}

void RowWriter::writeSwitch(ApplicationId application, SwitchId linked)
{
    (bind("INSERT INTO application_switches VALUES (?1, ?2)") << application << linked).run();
}

void RowWriter::writePorts(ApplicationId application, const QList<Port> &ports)
{
    qint64 position = 0;
    for (const auto &port : ports) {
        (bind("INSERT INTO application_ports VALUES (?1, ?2, ?3, ?4, ?5)")
            << application << position++ << port.id << port.number << port.extra)
            .run();
    }
}

void RowWriter::writeOptions(ApplicationId application, int scope, const Options &options)
{
    static constexpr char sql[] = "INSERT INTO application_options VALUES (?1, ?2, ?3, ?4, ?5)";
    for (const auto &section : options) {
        if (section.options.isEmpty())
            (bind(sql) << application << qint64(scope) << section.name << QString()).null().run();
        for (const auto &option : section.options)
            (bind(sql) << application << qint64(scope) << section.name << option.key
                       << option.value)
                .run();
    }
}

void RowWriter::removeLists(ApplicationId application)
{
    constexpr const char *statements[] = {
        "DELETE FROM application_tenants WHERE application_id = ?1",
        "DELETE FROM application_connections WHERE application_id = ?1",
        "DELETE FROM application_ports WHERE application_id = ?1",
        "DELETE FROM application_switches WHERE application_id = ?1",
        "DELETE FROM application_options WHERE application_id = ?1",
    };
    for (const auto *sql : statements)
        (bind(sql) << application).run();
}

void RowWriter::remove(ObjectId object)
{
    switch (object.kind) {
    case Kind::Tenant:
        m_isAsExpected &=
            object.id != 0;  // A document without Environment could not be read again.
        return expectOne((bind("DELETE FROM tenants WHERE id = ?1") << object.tenant()).run());
    case Kind::SwitchingOffice:
        return expectOne(
            (bind("DELETE FROM switching_offices WHERE id = ?1") << object.office()).run());
    case Kind::Switch:
        return expectOne((bind("DELETE FROM switches WHERE id = ?1") << object.switchId()).run());
    case Kind::Host:
        return expectOne((bind("DELETE FROM hosts WHERE id = ?1") << object.host()).run());
    case Kind::Application:
        removeLists(object.application());
        return expectOne(
            (bind("DELETE FROM applications WHERE id = ?1") << object.application()).run());
    }
}

void RowWriter::replace(const Record &after)
{
    // Deferred foreign keys let the row go for a moment, while others refer to it.
    remove(objectId(after));
    std::visit([this](const auto &object) { insert(object); }, after);
}

void RowWriter::setField(const SetField &edit)
{
    for (const auto &update : columnUpdates) {
        if (update.kind != edit.object.kind || update.field != edit.field)
            continue;
        auto &binder = bind(update.sql);
        std::visit(ColumnBinder {binder, edit.field}, edit.after);
        return expectOne((binder << qint64(edit.object.id)).run());
    }
    if (edit.object.kind != Kind::Application) {
        m_isAsExpected = false;
        return;
    }
    const auto application = edit.object.application();
    const auto listOf = [&]<class T>() {
        return std::holds_alternative<T>(edit.after) ? std::get<T>(edit.after) : T();
    };
    switch (edit.field) {
    case Field::Ports:
        (bind("DELETE FROM application_ports WHERE application_id = ?1") << application).run();
        return writePorts(application, listOf.operator()<QList<Port>>());
    case Field::Options:
    case Field::Annex: {
        const int scope = edit.field == Field::Annex;
        (bind("DELETE FROM application_options WHERE application_id = ?1 AND scope = ?2")
            << application << qint64(scope))
            .run();
        return writeOptions(application, scope, listOf.operator()<Options>());
    }
    default:
        m_isAsExpected = false;  // Lists of references are edited by member.
    }
}

void RowWriter::writeWaiver(const WaiverKey &key, const std::optional<Waiver> &waiver)
{
    std::string keyText;
    std::string text;
    m_isAsExpected &= waiverKeyToText(key, keyText) && (!waiver || waiverToText(*waiver, text));
    if (waiver)
        (bind("INSERT OR REPLACE INTO waivers VALUES (?1, ?2)")
            << std::string_view(keyText) << std::string_view(text))
            .run();
    else
        expectOne((bind("DELETE FROM waivers WHERE key = ?1") << std::string_view(keyText)).run());
}

void RowWriter::writePlace(ObjectId object, std::optional<qint64> place)
{
    if (place)
        (bind("INSERT OR REPLACE INTO places VALUES (?1, ?2, ?3)")
            << qint64(object.kind) << qint64(object.id) << *place)
            .run();
    else
        expectOne((bind("DELETE FROM places WHERE kind = ?1 AND id = ?2")
            << qint64(object.kind) << qint64(object.id))
                      .run());
}

void RowWriter::writeSiteAnswer(const SetSiteAnswer &edit)
{
    const auto &key = edit.either();
    if (const auto &answer = edit.after)
        (bind("INSERT OR REPLACE INTO site_answers VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
            << answer->type << answer->field << qint64(answer->effect) << answer->evidence
            << answer->author << answer->date.toJulianDay())
            .run();
    else
        expectOne((bind("DELETE FROM site_answers WHERE type = ?1 AND field = ?2")
            << key.type << key.field)
                      .run());
}

void RowWriter::writePending(ApplicationId application, std::optional<qint64> revision)
{
    if (revision)
        (bind("INSERT OR REPLACE INTO pending_restarts VALUES (?1, ?2)")
            << application << *revision)
            .run();
    else
        expectOne(
            (bind("DELETE FROM pending_restarts WHERE application_id = ?1") << application).run());
}

bool RowWriter::writeSettings(const Settings &settings)
{
    expectOne(
        (bind("UPDATE settings SET environment = ?1, social_messaging_tenants = ?2, extra = ?3")
            << qint64(settings.environment) << qint64(settings.socialMessagingTenants)
            << settings.extra)
            .run());
    return takeOutcome();
}

bool RowWriter::writeExtra(const Extra &before, const Extra &after)
{
    // Whole collections stand here, so only those that differ are written.
    for (const auto &field : before) {
        if (!after.contains(field))
            (bind("DELETE FROM document_extra WHERE key = ?1") << field.key).run();
    }
    std::string json;
    for (qsizetype i = 0; i < after.size(); ++i) {
        m_isAsExpected &= (i == 0 || textLess(after[i - 1].key, after[i].key))
            && toUtf8(after[i].json, json) && isJson(json);
        if (before.contains(after[i]))
            continue;
        qint64 part = 0;
        forEachPart(json, extraPartSize, [&](std::string_view piece) {
            (bind("INSERT INTO document_extra VALUES (?1, ?2, ?3)")
                << after[i].key << part++ << piece)
                .run();
        });
    }
    return takeOutcome();
}
