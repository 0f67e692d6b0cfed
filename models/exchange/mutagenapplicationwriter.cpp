// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/mutagenapplicationwriter.h"

#include "models/base/jsontext.h"
#include "models/exchange/mutagenobject.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace {

using namespace Qt::StringLiterals;
using Layout = JsonWriter::Layout;

struct MutagenApplicationWriterTexts
{
    Q_DECLARE_TR_FUNCTIONS(MutagenApplicationWriter)
};

/// The vendor's enumeration really writes "stanby".
QLatin1String mutagenToken(Redundancy redundancy)
{
    switch (redundancy) {
    case Redundancy::Cold:
        return "htcoldstanby"_L1;
    case Redundancy::Warm:
        return "htwarmstanby"_L1;
    case Redundancy::Hot:
        return "hthotstanby"_L1;
    case Redundancy::None:
        break;
    }
    return "htnohatype"_L1;
}

/// The members as a compact object.
QString objectJson(const Extra &members)
{
    return members.isEmpty() ? u"{}"_s : membersAsObject(members);
}

/// The members of an object among the members, which loses it. What is no object stays.
Extra takeMembers(Extra &members, const QString &key)
{
    const auto found = std::find_if(members.begin(), members.end(),
        [&key](const ExtraField &field) { return field.key == key; });
    if (found == members.end() || !found->json.startsWith(u'{'))
        return {};
    const auto inner = membersOfObject(found->json);
    members.erase(found);
    return inner;
}

void setMember(Extra &members, const QString &key, const QString &json)
{
    members.removeIf([&key](const ExtraField &field) { return field.key == key; });
    members.append({key, json});
}

/// The annex with what Switchyard keeps there of its own.
Options annexWithOwnKeys(const Application &application)
{
    auto annex = application.annex;
    if (application.component == Component::None && !application.isLoadBalanced)
        return annex;
    const auto isOwn = [](const OptionSection &section) { return section.name == u"switchyard"; };
    auto own = std::find_if(annex.begin(), annex.end(), isOwn);
    if (own == annex.end())
        own = annex.insert(annex.size(), {u"switchyard"_s, {}});
    const auto set = [own](const QString &key, const QString &value) {
        own->options.removeIf([&key](const Option &option) { return option.key == key; });
        own->options.append({key, value});
    };
    if (application.component != Component::None)
        set(u"component"_s, componentToken(application.component));
    if (application.isLoadBalanced)
        set(u"load-balanced"_s, u"true"_s);
    return annex;
}

}  // namespace

void MutagenApplicationWriter::write()
{
    if (m_members.isWhole()) {
        // mutagen passes over both; whoever reads the file back needs no template then.
        m_members.text(Field::Type, "type"_L1, m_application.type.token());
        m_members.text(Field::Release, "version"_L1, m_application.release);
    }
    m_members.text(Field::Template, "appPrototype"_L1, m_application.templateName);
    writeConnections();
    writeAutoRestart();
    m_members.text(Field::CommandLine, "commandLine"_L1, m_application.commandLine);
    m_members.text(Field::Arguments, "commandLineArguments"_L1, m_application.arguments);
    writeLinks();
    writeOptions(Field::Options, "options"_L1, m_application.options);
    writePorts();
    m_members.choice(Field::Redundancy, "redundancyType"_L1, mutagenToken(m_application.redundancy),
        m_application.redundancy == Redundancy::None);
    writeServer();
    m_members.number(Field::ShutdownTimeout, "shutdownTimeout"_L1, m_application.shutdownTimeout);
    m_members.number(Field::StartupTimeout, "startupTimeout"_L1, m_application.startupTimeout);
    m_members.choice(Field::State, "state"_L1, stateToken(m_application.state),
        m_application.state == ObjectState::Enabled);
    writeTenants();
    writeOptions(Field::Annex, "userProperties"_L1, annexWithOwnKeys(m_application));
    m_members.text(Field::WorkingDirectory, "workDirectory"_L1, m_application.workingDirectory);
    m_members.rest({"isPrimary"_L1});
}

void MutagenApplicationWriter::writeAutoRestart()
{
    // mutagen takes a flag that is missing for one that says nothing, not for an unchanged one.
    constexpr auto key = "autoRestart"_L1;
    if (m_members.wants(Field::AutoRestart, key) || !m_application.autoRestart) {
        m_members.flag(Field::AutoRestart, key, m_application.autoRestart);
        return;
    }
    m_json.key(key);
    m_json.value(*m_application.autoRestart);
    m_members.done(key);
}

void MutagenApplicationWriter::writeTenants()
{
    constexpr auto key = "tenants"_L1;
    m_members.done(key);  // Whatever of the list was not read keeps a key of its own.
    if (!m_members.wants(Field::Tenants, key))
        return;
    m_output.note(m_application.tenants);
    const auto names = m_output.objects.tenants(m_application);
    if (names.isEmpty())
        return;
    m_json.key(key);
    m_json.beginArray(Layout::Inline);
    for (const auto &tenant : names)
        m_json.value(QStringView(tenant));
    m_json.endArray();
}

void MutagenApplicationWriter::writeConnections()
{
    constexpr auto key = "appServers"_L1;
    if (!m_members.wants(Field::Connections, key))
        return;
    for (const auto &connection : m_application.connections)
        m_output.note(connection.target);
    const auto connections = m_output.objects.connections(m_application);
    const auto kept = m_members.take(key);
    auto unread = itemsOfList(kept);
    // Documents of before kept the list as a whole.
    unread.removeIf([](const QString &item) {
        const auto fields = membersOfObject(item);
        return std::any_of(fields.begin(), fields.end(), [](const ExtraField &field) {
            return (field.key == u"appServer" && field.json.startsWith(u'"')
                       && field.json.size() > 2)
                || field.key == u"appServerDBID";
        });
    });
    if (connections.empty() && unread.isEmpty()) {
        if (!kept.startsWith(u'[') && !kept.startsWith(u'{'))
            m_members.json(key, kept);  // It was no list.
        return;
    }
    m_json.key(key);
    m_json.beginArray(Layout::Lines);
    for (const auto &[target, connection] : connections) {
        MutagenMembers fields(m_json, connection->extra, nullptr);
        m_json.beginObject();
        fields.text(Field::Connections, "appServer"_L1, target);
        fields.text(Field::Connections, "id"_L1, connection->port);
        fields.text(Field::Connections, "connProtocol"_L1, connection->protocol);
        fields.text(Field::Connections, "mode"_L1, connection->traceMode);
        fields.number(Field::Connections, "timeoutLocal"_L1, connection->localTimeout);
        fields.number(Field::Connections, "timeoutRemote"_L1, connection->remoteTimeout);
        fields.rest();
        m_json.endObject();
    }
    for (const auto &item : std::as_const(unread))
        m_json.raw(item);
    m_json.endArray();
}

void MutagenApplicationWriter::writePorts()
{
    constexpr auto key = "portInfos"_L1;
    if (!m_members.wants(Field::Ports, key))
        return;
    if (m_application.ports.isEmpty()) {
        m_members.json(key, m_members.take(key));
        return;
    }
    if (!hasReadablePorts(m_application))
        m_output.warn(m_application.name,
            MutagenApplicationWriterTexts::tr(
                "A port has no id or no number: mutagen refuses such a file."));
    m_members.done(key);
    m_json.key(key);
    m_json.beginArray(Layout::Lines);
    for (const auto &port : m_application.ports) {
        MutagenMembers fields(m_json, port.extra, nullptr);
        m_json.beginObject();
        fields.text(Field::Ports, "id"_L1, port.id);
        fields.numberText(Field::Ports, "port"_L1, port.number);
        fields.rest();
        m_json.endObject();
    }
    m_json.endArray();
}

void MutagenApplicationWriter::writeServer()
{
    constexpr auto key = "serverInfo"_L1;
    if (!m_members.wants(Field::Host, key) && !m_members.wants(Field::Backup, key))
        return;
    Extra server;
    if (m_application.backup)
        server.append({u"backupServer"_s,
            jsonString(m_output.refer(m_application.id, *m_application.backup))});
    if (m_application.host)
        server.append(
            {u"host"_s, jsonString(m_output.refer(m_application.id, *m_application.host))});
    const auto field = m_members.wants(Field::Host, key) ? Field::Host : Field::Backup;
    m_members.object(field, key, server);
}

void MutagenApplicationWriter::writeLinks()
{
    constexpr auto key = "flexibleProperties"_L1;
    if (!m_members.wants(Field::Switches, key))
        return;
    const auto kept = m_members.take(key);
    if (!m_output.links.knowsAll(m_application)) {
        // The import would cut the links that the file lacks.
        m_output.warn(m_application.name,
            MutagenApplicationWriterTexts::tr(
                "Its linked switches are left out: not all of their DBIDs are known."));
        return;
    }
    auto properties = membersOfObject(kept);
    auto information = takeMembers(properties, u"CONN_INFO"_s);
    auto keptLinks = takeMembers(information, u"CFGSwitch"_s);
    // A link that was cut takes along what was kept of it.
    std::map<qint64, QString> links;
    for (const auto link : m_application.switches)
        links.emplace(*m_output.links.find(link), u"{}"_s);
    Extra written;
    for (const auto &[dbidText, json] : std::as_const(keptLinks)) {
        const auto dbid = dbidText.toLongLong();
        if (const auto link = links.find(dbid); link != links.end())
            link->second = json;
        else if (dbid <= 0)
            written.append({dbidText, json});
    }
    for (const auto &[dbid, json] : links)
        written.append({QString::number(dbid), json});
    if (!written.isEmpty())
        setMember(information, u"CFGSwitch"_s, objectJson(written));
    if (!information.isEmpty())
        setMember(properties, u"CONN_INFO"_s, objectJson(information));
    if (!properties.isEmpty())
        m_members.json(key, objectJson(properties));
    else if (!kept.startsWith(u'{'))
        m_members.json(key, kept);  // It was no object.
}

void MutagenApplicationWriter::writeOptions(Field field, QLatin1String key, const Options &options)
{
    if (!m_members.wants(field, key))
        return;
    m_members.options(field, key, options);
    for (const auto &section : options)
        m_output.secrets += int(std::count_if(section.options.begin(), section.options.end(),
            [](const Option &option) { return looksSecret(option.key); }));
}
