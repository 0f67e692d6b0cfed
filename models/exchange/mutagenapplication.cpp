// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/mutagenapplication.h"

#include "models/exchange/mutagenapplicationtype.h"
#include "models/exchange/mutagenvalues.h"
#include "models/topology/normalise.h"

#include <QCoreApplication>

#include <algorithm>

namespace {

struct MutagenApplicationTexts
{
    Q_DECLARE_TR_FUNCTIONS(MutagenApplication)
};

constexpr QByteArrayView connectionKeys[] = {
    "application", "port", "protocol", "localTimeout", "remoteTimeout", "traceMode"};
constexpr QByteArrayView portKeys[] = {"id", "port"};

template <class Keys>
bool holds(const Keys &keys, QByteArrayView key)
{
    return std::find(std::begin(keys), std::end(keys), key) != std::end(keys);
}

std::optional<Redundancy> redundancyFrom(const QString &token)
{
    // The vendor's enumeration really writes "stanby".
    if (token == u"0" || token == u"htnohatype")
        return Redundancy::None;
    if (token == u"1" || token == u"htcoldstanby" || token == u"htcoldstandby")
        return Redundancy::Cold;
    if (token == u"2" || token == u"htwarmstanby" || token == u"htwarmstandby")
        return Redundancy::Warm;
    if (token == u"3" || token == u"hthotstanby" || token == u"hthotstandby")
        return Redundancy::Hot;
    return std::nullopt;
}

}  // namespace

bool MutagenApplication::readMember(
    QByteArrayView key, const JsonPlace &place, const JsonValue &value)
{
    if (key == "appServers" || key == "appServerDBIDs")
        return readConnections(key, place, value);
    if (key == "portInfos")
        return readPorts(key, place, value);
    if (key == "tenants" || key == "tenantDBIDs")
        return readTenants(key, place, value);
    if (key == "redundancyType") {
        const auto redundancy = redundancyFrom(looseToken(value));
        if (!redundancy)
            return m_object.keepUnread(key, place, value);
        m_object.set(Field::Redundancy, *redundancy);
    } else if (key == "autoRestart") {
        const auto flag = looseFlag(value);
        if (!flag)
            return m_object.keepUnread(key, place, value);
        m_object.set(Field::AutoRestart, *flag);
    } else if (key == "startupTimeout") {
        return m_object.readNumber(Field::StartupTimeout, key, place, value);
    } else if (key == "shutdownTimeout") {
        return m_object.readNumber(Field::ShutdownTimeout, key, place, value);
    } else if (key == "workDirectory") {
        return m_object.readText(Field::WorkingDirectory, key, place, value);
    } else if (key == "commandLine") {
        return m_object.readText(Field::CommandLine, key, place, value);
    } else if (key == "commandLineArguments") {
        return m_object.readText(Field::Arguments, key, place, value);
    } else if (key == "options" && value.isObject()) {
        m_object.set(
            Field::Options, DraftValue(std::in_place_type<Options>, options(key, place, value)));
    } else if (key == "serverInfo" && value.isObject()) {
        return true;  // readServerPort
    } else if (key == "flexibleProperties" && value.isObject()) {
        return true;  // readFlexibleProperties
    } else if (key == "userProperties" && value.isObject()) {
        return true;  // readAnnex
    } else {
        return key == "appPrototype" || key == "appPrototypeDBID" || key == "type"
            || key == "version";  // readType
    }
    return true;
}

void MutagenApplication::readWhole(const JsonPlace &place, const JsonValue &object)
{
    readMutagenType(m_source, m_object, place, object);
    readServerPort(place, object);
    readFlexibleProperties(place, object);
    readAnnex(place, object);
}

bool MutagenApplication::readTenants(
    QByteArrayView key, const JsonPlace &place, const JsonValue &value)
{
    const auto list = looseList(value);
    if (!list)
        return m_object.keepUnread(key, place, value);
    QStringList names;
    Extra unread;
    list->forEachItem([&](qsizetype i, const JsonValue &member) {
        const auto inner = place.item(i);
        if (const auto name = m_object.reference(Kind::Tenant, inner, member))
            names.append(*name);
        else if (!isNoReference(member))
            keepUnread(unread, QByteArray::number(i), inner, member);
    });
    m_object.set(Field::Tenants, names);
    m_object.keepObject(key, unread);
    return true;
}

bool MutagenApplication::readConnections(
    QByteArrayView key, const JsonPlace &place, const JsonValue &value)
{
    const auto list = looseList(value);
    if (!list)
        return m_object.keepUnread(key, place, value);
    QList<ConnectionDraft> connections;
    QStringList unread;
    list->forEachItem([&](qsizetype i, const JsonValue &member) {
        const auto inner = place.item(i);
        const auto draft = connection(inner, member);
        if (!draft.application.isEmpty()) {
            connections.append(draft);
            return;
        }
        m_source.reading.problem(inner,
            MutagenApplicationTexts::tr(
                "The connection names no application; it is kept as it stands, but not read."));
        unread.append(member.compact());
    });
    m_object.set(Field::Connections, connections);
    // Under one name whatever the spelling: so an export finds them.
    if (!unread.isEmpty())
        m_object.keepAs({QStringLiteral("appServers"), u'[' + unread.join(u',') + u']'});
    return true;
}

ConnectionDraft MutagenApplication::connection(const JsonPlace &place, const JsonValue &value)
{
    ConnectionDraft draft;
    if (!value.isObject())
        return draft;
    auto &connection = draft.connection;
    const auto timeout = [&](std::optional<qint64> &field, QByteArrayView key,
                             const JsonValue &member) {
        field = looseNumber(member);
        if (!field && !isEmptyValue(member))
            keepUnread(
                connection.extra, key, place.member(key), member, holds(connectionKeys, key));
    };
    const auto text = [&](QByteArrayView key, const JsonValue &member) {
        const auto read = looseText(member);
        if (!read && !isEmptyValue(member))
            keepUnread(
                connection.extra, key, place.member(key), member, holds(connectionKeys, key));
        return read.value_or(QString());
    };
    value.forEachMember([&](QByteArrayView key, const JsonValue &member) {
        if (key == "appServer" || key == "appServerDBID")
            draft.application = m_object.reference(Kind::Application, place.member(key), member)
                                    .value_or(QString());
        else if (key == "id")
            connection.port = text(key, member);
        else if (key == "connProtocol")
            connection.protocol = text(key, member);
        else if (key == "timeoutLocal" || key == "timoutLocal")
            timeout(connection.localTimeout, key, member);
        else if (key == "timeoutRemote" || key == "timoutRemote")
            timeout(connection.remoteTimeout, key, member);
        else if (key == "mode")
            connection.traceMode = text(key, member).isEmpty() ? QString() : looseToken(member);
        else
            connection.extra.append(keptMember(key, member, holds(connectionKeys, key)));
    });
    normalise(connection.extra);
    return draft;
}

bool MutagenApplication::readPorts(
    QByteArrayView key, const JsonPlace &place, const JsonValue &value)
{
    const auto list = looseList(value);
    if (!list)
        return m_object.keepUnread(key, place, value);
    QList<Port> ports;
    list->forEachItem([&](qsizetype i, const JsonValue &member) {
        const auto inner = place.item(i);
        Port port;
        if (!m_source.reading.isObject(inner, member))
            return;
        member.forEachMember([&](QByteArrayView name, const JsonValue &field) {
            if (name == "id") {
                const auto id = looseText(field);
                port.id = id.value_or(QString());
                if (!id && !isEmptyValue(field))
                    keepUnread(port.extra, name, inner.member(name), field, holds(portKeys, name));
            } else if (name == "port") {
                port.number = looseNumber(field);
                if (!port.number && !isEmptyValue(field))
                    keepUnread(port.extra, name, inner.member(name), field, holds(portKeys, name));
            } else {
                port.extra.append(keptMember(name, field, holds(portKeys, name)));
            }
        });
        normalise(port.extra);
        ports.append(std::move(port));
    });
    m_object.set(Field::Ports, ports);
    return true;
}

void MutagenApplication::keepUnread(
    Extra &extra, QByteArrayView key, const JsonPlace &place, const JsonValue &value, bool isTaken)
{
    extra.append(keptMember(key, value, isTaken));
    m_source.reading.problem(
        place, MutagenApplicationTexts::tr("The value can't be read; it is kept as it stands."));
}

void MutagenApplication::readServerPort(const JsonPlace &place, const JsonValue &object)
{
    const auto server = object.find("serverInfo");
    if (!server || !server->isObject())
        return;
    const auto inner = place.member("serverInfo");
    Extra rest;
    const auto reference = [&](Field field, Kind kind, QByteArrayView key, const JsonValue &value) {
        const auto name = m_object.reference(kind, inner.member(key), value);
        if (!name && !isNoReference(value))
            keepUnread(rest, key, inner.member(key), value);
        m_object.setIf(field, name);
    };
    server->forEachMember([&](QByteArrayView key, const JsonValue &value) {
        if (key == "host" || key == "hostDBID") {
            reference(Field::Host, Kind::Host, key, value);
        } else if (key == "backupServer" || key == "backupServerDBID") {
            reference(Field::Backup, Kind::Application, key, value);
        } else if (const auto number = looseNumber(value);
                   key == "port" && number && !m_object.find(Field::Ports)) {
            m_object.set(Field::Ports, QList<Port> {{QStringLiteral("default"), number, {}}});
        } else {
            rest.append(keptMember(key, value));
        }
    });
    m_object.keepObject("serverInfo", rest);
}

Options MutagenApplication::options(
    QByteArrayView key, const JsonPlace &place, const JsonValue &value)
{
    Options options;
    Extra unread;
    value.forEachMember([&](QByteArrayView name, const JsonValue &member) {
        const auto inner = place.member(name);
        OptionSection section {QString::fromUtf8(name), {}};
        if (!member.isObject()) {
            if (!member.isNull())
                keepUnread(unread, name, inner, member);
            return;
        }
        member.forEachMember([&](QByteArrayView optionKey, const JsonValue &option) {
            if (option.isNull())
                return;
            const auto text = looseText(option);
            if (!text)
                m_source.reading.problem(inner.member(optionKey),
                    MutagenApplicationTexts::tr(
                        "The value of an option is a text; this one is kept as JSON."));
            section.options.append({QString::fromUtf8(optionKey), text.value_or(option.compact())});
        });
        options.append(std::move(section));
    });
    m_object.keepObject(key, unread);
    return options;
}

void MutagenApplication::readAnnex(const JsonPlace &place, const JsonValue &object)
{
    const auto value = object.find("userProperties");
    if (!value || !value->isObject())
        return;
    const auto inner = place.member("userProperties");
    auto annex = options("userProperties", inner, *value);
    const auto own = std::find_if(annex.begin(), annex.end(),
        [](const OptionSection &section) { return section.name == u"switchyard"; });
    if (own != annex.end()) {
        const auto section = inner.member("switchyard");
        const auto count = own->options.removeIf(
            [&](const Option &option) { return readOwnKey(section, option); });
        if (count > 0 && own->options.isEmpty())
            annex.erase(own);
    }
    m_object.set(Field::Annex, DraftValue(std::in_place_type<Options>, std::move(annex)));
}

bool MutagenApplication::readOwnKey(const JsonPlace &section, const Option &option)
{
    if (option.key == u"component") {
        const bool isKnown = option.value == componentToken(Component::InteractionServer);
        const auto *type = m_object.find(Field::Type);
        const bool isPossible =
            !type || std::get<ApplicationType>(*type).id() == ApplicationType::TServer;
        if (isKnown && isPossible)
            m_object.set(Field::Component, Component::InteractionServer);
        else if (!isKnown)
            m_source.reading.problem(section.member("component"),
                MutagenApplicationTexts::tr("The component %1 is not known and counts as none.")
                    .arg(option.value));
        else
            m_source.reading.problem(section.member("component"),
                MutagenApplicationTexts::tr(
                    "Only an application of type tserver has a component; it counts as none."));
        return true;
    }
    if (option.key == u"load-balanced") {
        const auto word = option.value.toLower();
        const bool isYes = word == u"true" || word == u"yes" || word == u"1";
        if (!isYes && word != u"false" && word != u"no" && word != u"0")
            m_source.reading.problem(section.member("load-balanced"),
                MutagenApplicationTexts::tr("%1 is neither true nor false and counts as false.")
                    .arg(option.value));
        m_object.set(Field::LoadBalanced, isYes);
        return true;
    }
    return false;
}

void MutagenApplication::readFlexibleProperties(const JsonPlace &place, const JsonValue &object)
{
    const auto properties = object.find("flexibleProperties");
    if (!properties || !properties->isObject())
        return;
    const auto inner = place.member("flexibleProperties");
    Extra rest;
    properties->forEachMember([&](QByteArrayView key, const JsonValue &value) {
        const auto json = key == "CONN_INFO" && value.isObject()
            ? readConnectionInfo(inner.member(key), value)
            : value.compact();
        if (!json.isEmpty())
            rest.append({QString::fromUtf8(key), json});
    });
    m_object.keepObject("flexibleProperties", rest);
}

QString MutagenApplication::readConnectionInfo(const JsonPlace &place, const JsonValue &info)
{
    Extra rest;
    info.forEachMember([&](QByteArrayView key, const JsonValue &value) {
        if (key != "CFGSwitch" || !value.isObject()) {
            rest.append(keptMember(key, value));
            return;
        }
        const auto inner = place.member(key);
        QList<SwitchName> switches;
        Extra unread;
        value.forEachMember([&](QByteArrayView dbidText, const JsonValue &link) {
            bool isNumber = false;
            const auto dbid = dbidText.toByteArray().toLongLong(&isNumber);
            if (isNumber && dbid > 0)
                switches.append(linkedSwitch(inner.member(dbidText), dbid));
            else
                m_source.reading.problem(inner.member(dbidText),
                    MutagenApplicationTexts::tr(
                        "A linked switch is named by its DBID; this is none."));
            if (!isNumber || dbid <= 0 || !isEmptyValue(link))
                unread.append(keptMember(dbidText, link));
        });
        m_object.set(Field::Switches, switches);
        if (!unread.isEmpty())
            rest.append({QString::fromUtf8(key), membersAsObject(unread)});
    });
    return membersAsObject(rest);
}

SwitchName MutagenApplication::linkedSwitch(const JsonPlace &place, qint64 dbid)
{
    if (const auto known = m_source.knowledge.switchName(dbid))
        return *known;
    // A switch needs a tenant; the application's own is the likeliest.
    const auto *tenants = m_object.find(Field::Tenants);
    const auto *names = tenants ? std::get_if<QStringList>(tenants) : nullptr;
    SwitchName name {
        names && !names->isEmpty() ? names->constFirst() : Topology::environmentTenant().name,
        QStringLiteral("switch #%1").arg(dbid)};
    m_source.reading.problem(place,
        MutagenApplicationTexts::tr(
            "Neither the input nor the document has a switch with DBID %1; a placeholder of the tenant %2 stands "
            "for it.")
            .arg(dbid)
            .arg(name.tenant));
    return name;
}
