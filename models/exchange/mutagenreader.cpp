// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/mutagenreader.h"

#include "models/base/jsontext.h"
#include "models/exchange/mutagenknowledge.h"
#include "models/exchange/mutagentypes.h"
#include "models/exchange/mutagenvalues.h"
#include "models/exchange/reading.h"
#include "models/topology/normalise.h"
#include "models/topology/switchtype.h"

#include <QCoreApplication>

#include <algorithm>

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(MutagenReader)
};

// Collections of ours and of the topology format's head: an unknown key of one of these names would
// be taken for them.
constexpr QByteArrayView topologyKeys[] = {"format", "version", "stamp", "settings", "tenants",
    "switchingOffices", "switches", "hosts", "applications"};
constexpr QByteArrayView connectionKeys[] = {
    "application", "port", "protocol", "localTimeout", "remoteTimeout", "traceMode"};
constexpr QByteArrayView portKeys[] = {"id", "port"};

template <class Keys>
bool holds(const Keys &keys, QByteArrayView key)
{
    return std::find(std::begin(keys), std::end(keys), key) != std::end(keys);
}

/// A key that is kept, renamed where the topology format would take it for one of its own.
ExtraField kept(QByteArrayView key, const JsonValue &value, bool isTaken)
{
    const auto name = QString::fromUtf8(key);
    return {isTaken ? QLatin1String("mutagen:") + name : name, value.compact()};
}

/// The members as a compact object; empty text for none.
QString objectJson(Extra members)
{
    if (members.isEmpty())
        return {};
    normalise(members);
    QStringList parts;
    for (const auto &[key, json] : std::as_const(members))
        parts.append(jsonString(key) + u':' + json);
    return u'{' + parts.join(u',') + u'}';
}

bool isEmptyValue(const JsonValue &value)
{
    bool isEmpty = value.isNull() || (value.isString() && value.bytes().isEmpty());
    if (value.isObject()) {
        isEmpty = true;
        value.forEachMember([&](QByteArrayView, const JsonValue &) { isEmpty = false; });
    }
    return isEmpty;
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

/// An object while it is read.
struct Item
{
    Draft draft;
    Extra extra;

    void set(Field field, DraftValue value) { draft.fields.emplace_back(field, std::move(value)); }
    template <class T>
    void setIf(Field field, std::optional<T> value)
    {
        if (value)
            set(field, DraftValue(std::in_place_type<T>, *std::move(value)));
    }
};

class MutagenReader
{
public:
    MutagenReader(const JsonDocument &document, const MutagenKnowledge &knowledge)
        : m_document(document)
        , m_knowledge(knowledge)
        , m_reading(document)
    {
    }

    ReadResult read()
    {
        if (const auto root = m_document.root())
            readRoot(*root);
        return m_reading.finish(std::move(m_draft));
    }

private:
    void readRoot(const JsonValue &root)
    {
        if (!root.isObject()) {
            m_reading.malformed({}, root, Texts::tr("A file of mutagen is one object."));
            return;
        }
        if (const auto metadata = root.find("__metadata__")) {
            const auto format = metadata->find("formatName");
            m_isRaw = format && format->bytes() == "RAW";
        }
        const JsonPlace whole;
        root.forEachMember([&](QByteArrayView key, const JsonValue &value) {
            const auto place = whole.member(key);
            if (key == "__metadata__")
                return;  // It speaks of the export.
            if (const auto *collection = findMutagenCollection(key))
                readCollection(collection->kind, place, value);
            else
                m_draft.extra.append(kept(key, value, holds(topologyKeys, key)));
        });
    }

    void readCollection(Kind kind, const JsonPlace &place, const JsonValue &value)
    {
        if (!m_reading.isArray(place, value))
            return;
        value.forEachItem([&](qsizetype i, const JsonValue &object) {
            const auto inner = place.item(i);
            if (!m_reading.isObject(inner, object) || !object.find("name")) {
                if (object.isObject())
                    m_reading.malformed(
                        inner, object, Texts::tr("The mandatory field name is missing."));
                return;
            }
            readObject(kind, inner, object);
        });
    }

    void readObject(Kind kind, const JsonPlace &place, const JsonValue &object)
    {
        Item item;
        item.draft.kind = kind;
        item.draft.where = place.text();
        object.forEachMember([&](QByteArrayView key, const JsonValue &value) {
            const auto inner = place.member(key);
            if (readCommon(item, key, inner, value) || value.isNull())
                return;
            bool isRead = false;
            switch (kind) {
            case Kind::Tenant:
                isRead = readTenant(item, key, inner, value);
                break;
            case Kind::SwitchingOffice:
                isRead = readOffice(item, key, inner, value);
                break;
            case Kind::Switch:
                isRead = readSwitch(item, key, inner, value);
                break;
            case Kind::Host:
                isRead = readHost(item, key, inner, value);
                break;
            case Kind::Application:
                isRead = readApplication(item, key, inner, value);
                break;
            }
            if (!isRead)
                keep(item, key, inner, value);
        });
        if (kind == Kind::Application) {
            readType(item, place, object);
            readServerPort(item, place, object);
            readFlexibleProperties(item, place, object);
            readAnnex(item, place, object);
        }
        if (!item.extra.isEmpty())
            item.set(Field::Extra, DraftValue(std::in_place_type<Extra>, std::move(item.extra)));
        m_draft.objects.append(std::move(item.draft));
    }

    void keep(Item &item, QByteArrayView key, const JsonPlace &place, const JsonValue &value)
    {
        const auto name = QString::fromUtf8(key);
        item.extra.append(kept(key, value, fieldFromName(item.draft.kind, name).has_value()));
        // RAW is known in part only: whoever reads the report should see what wasn't understood.
        if (m_isRaw)
            m_reading.problem(place, Texts::tr("It isn't read; it is kept as it stands."));
    }
    /// What is there and can't be read is kept under its key, and told.
    bool keepUnread(Item &item, QByteArrayView key, const JsonPlace &place, const JsonValue &value)
    {
        item.extra.append(
            kept(key, value, fieldFromName(item.draft.kind, QString::fromUtf8(key)).has_value()));
        m_reading.problem(place, Texts::tr("The value can't be read; it is kept as it stands."));
        return true;
    }

    bool readCommon(Item &item, QByteArrayView key, const JsonPlace &place, const JsonValue &value)
    {
        if (key == "name") {
            item.draft.name = m_reading.text(place, value).value_or(QString());
        } else if (key == "DBID" || key == "dbid") {
            const auto dbid = looseNumber(value);
            if (!dbid || *dbid < 0)
                return keepUnread(item, key, place, value);
            if (*dbid > 0)
                item.set(Field::Dbid, *dbid);
        } else if (key == "state") {
            const auto token = looseToken(value);
            if (token == u"enabled" || token == u"1")
                item.set(Field::State, ObjectState::Enabled);
            else if (token == u"disabled" || token == u"2")
                item.set(Field::State, ObjectState::Disabled);
            else if (!value.isNull())
                return keepUnread(item, key, place, value);
        } else {
            return false;
        }
        return true;
    }

    bool readTenant(Item &item, QByteArrayView key, const JsonPlace &place, const JsonValue &value)
    {
        if (key != "parentTenant" && key != "parentTenantDBID")
            return false;
        item.setIf(Field::Parent, reference(Kind::Tenant, place, value));
        return true;
    }

    bool readOffice(Item &item, QByteArrayView key, const JsonPlace &place, const JsonValue &value)
    {
        if (key != "type")
            return false;
        auto token = looseToken(value);
        bool isNumber = false;
        const int number = token.toInt(&isNumber);
        if (isNumber)
            token = switchTypeTokens().value(number, token);
        if (switchTypeNumber(token) < 0)
            m_reading.problem(place,
                Texts::tr("The switch type %1 is not known; it is kept as it stands.").arg(token));
        item.set(Field::Type, token);
        return true;
    }

    bool readSwitch(Item &item, QByteArrayView key, const JsonPlace &place, const JsonValue &value)
    {
        if (key == "tenant" || key == "tenantDBID")
            item.setIf(Field::Tenant, reference(Kind::Tenant, place, value));
        else if (key == "physicalSwitch" || key == "physSwitchDBID")
            item.setIf(Field::SwitchingOffice, reference(Kind::SwitchingOffice, place, value));
        else
            return false;
        return true;
    }

    bool readHost(Item &item, QByteArrayView key, const JsonPlace &place, const JsonValue &value)
    {
        if (key == "ipAddress" || key == "IPaddress" || key == "IPAddress") {
            item.setIf(Field::IpAddress, looseText(value));
        } else if (key == "lcaPort" || key == "LCAPort") {
            return readNumber(item, Field::LcaPort, key, place, value);
        } else if ((key == "osInfo" || key == "OSinfo") && value.isObject()) {
            Extra rest;
            value.forEachMember([&](QByteArrayView inner, const JsonValue &member) {
                if (inner == "type" || inner == "OStype")
                    item.set(Field::OsType, looseToken(member));
                else
                    rest.append(kept(inner, member, false));
            });
            if (!rest.isEmpty())
                item.extra.append({QString::fromUtf8(key), objectJson(rest)});
        } else {
            return false;
        }
        return true;
    }

    bool readApplication(
        Item &item, QByteArrayView key, const JsonPlace &place, const JsonValue &value)
    {
        if (key == "appServers" || key == "appServerDBIDs")
            return readConnections(item, key, place, value);
        if (key == "portInfos")
            return readPorts(item, key, place, value);
        if (key == "tenants" || key == "tenantDBIDs")
            return readTenants(item, key, place, value);
        if (key == "redundancyType") {
            const auto redundancy = redundancyFrom(looseToken(value));
            if (!redundancy)
                return keepUnread(item, key, place, value);
            item.set(Field::Redundancy, *redundancy);
        } else if (key == "autoRestart") {
            const auto flag = looseFlag(value);
            if (!flag)
                return keepUnread(item, key, place, value);
            item.set(Field::AutoRestart, *flag);
        } else if (key == "startupTimeout") {
            return readNumber(item, Field::StartupTimeout, key, place, value);
        } else if (key == "shutdownTimeout") {
            return readNumber(item, Field::ShutdownTimeout, key, place, value);
        } else if (key == "workDirectory") {
            item.setIf(Field::WorkingDirectory, looseText(value));
        } else if (key == "commandLine") {
            item.setIf(Field::CommandLine, looseText(value));
        } else if (key == "commandLineArguments") {
            item.setIf(Field::Arguments, looseText(value));
        } else if (key == "options" && value.isObject()) {
            item.set(
                Field::Options, DraftValue(std::in_place_type<Options>, options(place, value)));
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

    bool readNumber(
        Item &item, Field field, QByteArrayView key, const JsonPlace &place, const JsonValue &value)
    {
        const auto number = looseNumber(value);
        if (!number)
            return keepUnread(item, key, place, value);
        item.set(field, *number);
        return true;
    }

    bool readTenants(Item &item, QByteArrayView key, const JsonPlace &place, const JsonValue &value)
    {
        const auto list = looseList(value);
        if (!list)
            return keepUnread(item, key, place, value);
        QStringList names;
        list->forEachItem([&](qsizetype i, const JsonValue &member) {
            if (const auto name = reference(Kind::Tenant, place.item(i), member))
                names.append(*name);
        });
        item.set(Field::Tenants, names);
        return true;
    }

    bool readConnections(
        Item &item, QByteArrayView key, const JsonPlace &place, const JsonValue &value)
    {
        const auto list = looseList(value);
        if (!list)
            return keepUnread(item, key, place, value);
        QList<ConnectionDraft> connections;
        bool isWhole = true;
        list->forEachItem([&](qsizetype i, const JsonValue &member) {
            const auto inner = place.item(i);
            const auto draft = connection(inner, member);
            if (!draft.application.isEmpty()) {
                connections.append(draft);
                return;
            }
            m_reading.problem(inner,
                Texts::tr(
                    "The connection names no application; it is kept as it stands, but not read."));
            isWhole = false;
        });
        item.set(Field::Connections, connections);
        if (!isWhole)
            item.extra.append(kept(key, value, false));
        return true;
    }

    ConnectionDraft connection(const JsonPlace &place, const JsonValue &value)
    {
        ConnectionDraft draft;
        if (!value.isObject())
            return draft;
        auto &connection = draft.connection;
        const auto timeout = [&](std::optional<qint64> &field, QByteArrayView key,
                                 const JsonValue &member) {
            field = looseNumber(member);
            if (!field && !isEmptyValue(member)) {
                connection.extra.append(kept(key, member, true));
                m_reading.problem(place.member(key),
                    Texts::tr("The value can't be read; it is kept as it stands."));
            }
        };
        value.forEachMember([&](QByteArrayView key, const JsonValue &member) {
            if (key == "appServer" || key == "appServerDBID")
                draft.application =
                    reference(Kind::Application, place.member(key), member).value_or(QString());
            else if (key == "id")
                connection.port = looseText(member).value_or(QString());
            else if (key == "connProtocol")
                connection.protocol = looseText(member).value_or(QString());
            else if (key == "timeoutLocal" || key == "timoutLocal")
                timeout(connection.localTimeout, key, member);
            else if (key == "timeoutRemote" || key == "timoutRemote")
                timeout(connection.remoteTimeout, key, member);
            else if (key == "mode")
                connection.traceMode = looseToken(member);
            else
                connection.extra.append(kept(key, member, holds(connectionKeys, key)));
        });
        normalise(connection.extra);
        return draft;
    }

    bool readPorts(Item &item, QByteArrayView key, const JsonPlace &place, const JsonValue &value)
    {
        const auto list = looseList(value);
        if (!list)
            return keepUnread(item, key, place, value);
        QList<Port> ports;
        list->forEachItem([&](qsizetype i, const JsonValue &member) {
            const auto inner = place.item(i);
            Port port;
            if (!m_reading.isObject(inner, member))
                return;
            member.forEachMember([&](QByteArrayView name, const JsonValue &field) {
                if (name == "id") {
                    port.id = looseText(field).value_or(QString());
                } else if (name == "port") {
                    port.number = looseNumber(field);
                    if (port.number || isEmptyValue(field))
                        return;
                    port.extra.append(kept(name, field, true));
                    m_reading.problem(inner.member(name),
                        Texts::tr("The value can't be read; it is kept as it stands."));
                } else {
                    port.extra.append(kept(name, field, holds(portKeys, name)));
                }
            });
            normalise(port.extra);
            ports.append(std::move(port));
        });
        item.set(Field::Ports, ports);
        return true;
    }

    /// Host, backup and the one port that an application without a list of ports has.
    void readServerPort(Item &item, const JsonPlace &place, const JsonValue &object)
    {
        const auto server = object.find("serverInfo");
        if (!server || !server->isObject())
            return;
        const auto inner = place.member("serverInfo");
        Extra rest;
        server->forEachMember([&](QByteArrayView key, const JsonValue &value) {
            const auto field = inner.member(key);
            if (key == "host" || key == "hostDBID") {
                item.setIf(Field::Host, reference(Kind::Host, field, value));
            } else if (key == "backupServer" || key == "backupServerDBID") {
                item.setIf(Field::Backup, reference(Kind::Application, field, value));
            } else if (const auto number = looseNumber(value);
                       key == "port" && number && !item.draft.find(Field::Ports)) {
                item.set(Field::Ports, QList<Port> {{QStringLiteral("default"), number, {}}});
            } else {
                rest.append(kept(key, value, false));
            }
        });
        if (!rest.isEmpty())
            item.extra.append({QStringLiteral("serverInfo"), objectJson(rest)});
    }

    /// Sections of keys; what is no text becomes text.
    Options options(const JsonPlace &place, const JsonValue &value)
    {
        Options options;
        value.forEachMember([&](QByteArrayView name, const JsonValue &member) {
            const auto inner = place.member(name);
            OptionSection section {QString::fromUtf8(name), {}};
            if (!member.isObject()) {
                m_reading.problem(
                    inner, Texts::tr("A section of options is an object; this one isn't kept."));
                return;
            }
            member.forEachMember([&](QByteArrayView key, const JsonValue &option) {
                if (option.isNull())
                    return;
                const auto text = looseText(option);
                if (!text)
                    m_reading.problem(inner.member(key),
                        Texts::tr("The value of an option is a text; this one is kept as JSON."));
                section.options.append({QString::fromUtf8(key), text.value_or(option.compact())});
            });
            options.append(std::move(section));
        });
        return options;
    }

    /// The annex; what Switchyard keeps there of its own goes back into its fields.
    void readAnnex(Item &item, const JsonPlace &place, const JsonValue &object)
    {
        const auto value = object.find("userProperties");
        if (!value || !value->isObject())
            return;
        const auto inner = place.member("userProperties");
        auto annex = options(inner, *value);
        const auto own = std::find_if(annex.begin(), annex.end(),
            [](const OptionSection &section) { return section.name == u"switchyard"; });
        if (own != annex.end()) {
            const auto section = inner.member("switchyard");
            own->options.removeIf(
                [&](const Option &option) { return readOwnKey(item, section, option); });
            if (own->options.isEmpty())
                annex.erase(own);
        }
        item.set(Field::Annex, DraftValue(std::in_place_type<Options>, std::move(annex)));
    }

    bool readOwnKey(Item &item, const JsonPlace &section, const Option &option)
    {
        if (option.key == u"component") {
            const bool isKnown = option.value == componentToken(Component::InteractionServer);
            const auto *type = item.draft.find(Field::Type);
            const bool isPossible =
                !type || std::get<ApplicationType>(*type).id() == ApplicationType::TServer;
            if (isKnown && isPossible)
                item.set(Field::Component, Component::InteractionServer);
            else if (!isKnown)
                m_reading.problem(section.member("component"),
                    Texts::tr("The component %1 is not known and counts as none.")
                        .arg(option.value));
            else
                m_reading.problem(section.member("component"),
                    Texts::tr(
                        "Only an application of type tserver has a component; it counts as none."));
            return true;
        }
        if (option.key == u"load-balanced") {
            const auto word = option.value.toLower();
            const bool isYes = word == u"true" || word == u"yes" || word == u"1";
            if (!isYes && word != u"false" && word != u"no" && word != u"0")
                m_reading.problem(section.member("load-balanced"),
                    Texts::tr("%1 is neither true nor false and counts as false.")
                        .arg(option.value));
            item.set(Field::LoadBalanced, isYes);
            return true;
        }
        return false;
    }

    /// Linked switches: CONN_INFO, CFGSwitch, keys that are DBIDs.
    void readFlexibleProperties(Item &item, const JsonPlace &place, const JsonValue &object)
    {
        const auto properties = object.find("flexibleProperties");
        if (!properties || !properties->isObject())
            return;
        const auto inner = place.member("flexibleProperties");
        Extra rest;
        properties->forEachMember([&](QByteArrayView key, const JsonValue &value) {
            const auto json = key == "CONN_INFO" && value.isObject()
                ? readConnectionInfo(item, inner.member(key), value)
                : value.compact();
            if (!json.isEmpty())
                rest.append({QString::fromUtf8(key), json});
        });
        if (!rest.isEmpty())
            item.extra.append({QStringLiteral("flexibleProperties"), objectJson(rest)});
    }

    /// What of it is no link, as JSON.
    QString readConnectionInfo(Item &item, const JsonPlace &place, const JsonValue &info)
    {
        Extra rest;
        info.forEachMember([&](QByteArrayView key, const JsonValue &value) {
            if (key != "CFGSwitch" || !value.isObject()) {
                rest.append(kept(key, value, false));
                return;
            }
            const auto inner = place.member(key);
            QList<SwitchName> switches;
            Extra unread;
            value.forEachMember([&](QByteArrayView dbidText, const JsonValue &link) {
                bool isNumber = false;
                const auto dbid = dbidText.toByteArray().toLongLong(&isNumber);
                if (isNumber && dbid > 0)
                    switches.append(linkedSwitch(item, inner.member(dbidText), dbid));
                else
                    m_reading.problem(inner.member(dbidText),
                        Texts::tr("A linked switch is named by its DBID; this is none."));
                if (!isNumber || dbid <= 0 || !isEmptyValue(link))
                    unread.append(kept(dbidText, link, false));
            });
            item.set(Field::Switches, switches);
            if (!unread.isEmpty())
                rest.append({QString::fromUtf8(key), objectJson(unread)});
        });
        return objectJson(rest);
    }

    SwitchName linkedSwitch(const Item &item, const JsonPlace &place, qint64 dbid)
    {
        if (const auto known = m_knowledge.switchName(dbid))
            return *known;
        // A switch needs a tenant; the application's own is the likeliest.
        const auto *tenants = item.draft.find(Field::Tenants);
        const auto *names = tenants ? std::get_if<QStringList>(tenants) : nullptr;
        SwitchName name {
            names && !names->isEmpty() ? names->constFirst() : Topology::environmentTenant().name,
            QStringLiteral("switch #%1").arg(dbid)};
        m_reading.problem(place,
            Texts::tr(
                "Neither the input nor the document has a switch with DBID %1; a placeholder of the tenant %2 stands "
                "for it.")
                .arg(dbid)
                .arg(name.tenant));
        return name;
    }

    /// Type and release stand in the template; where it isn't there, other signs are looked for,
    /// and told.
    void readType(Item &item, const JsonPlace &place, const JsonValue &object)
    {
        QString templateName;
        if (const auto value = object.find("appPrototype")) {
            templateName = looseText(*value).value_or(QString());
        } else if (const auto reference = object.find("appPrototypeDBID")) {
            const auto dbid = looseDbid(*reference);
            templateName = dbid ? m_knowledge.templateName(*dbid) : QString();
            if (templateName.isEmpty() && dbid && *dbid > 0)
                m_reading.problem(place.member("appPrototypeDBID"),
                    Texts::tr("Neither the input nor the document has a template with DBID %1.")
                        .arg(*dbid));
        }
        if (!templateName.isEmpty())
            item.set(Field::Template, templateName);

        const auto ownType = object.find("type");
        const auto ownRelease = object.find("version");
        const auto *known = m_knowledge.findTemplate(templateName);
        auto release = ownRelease ? looseText(*ownRelease).value_or(QString()) : QString();
        if (release.isEmpty() && known)
            release = known->release;
        if (!release.isEmpty())
            item.set(Field::Release, release);

        auto token = ownType ? looseToken(*ownType) : QString();
        bool isNumber = false;
        if (const int number = token.toInt(&isNumber); isNumber)
            token = ApplicationType::fromNumber(number).token();
        if (token.isEmpty() && known)
            token = known->type;
        if (!token.isEmpty()) {
            setType(item, place, token);
            return;
        }
        if (m_knowledge.isKnownApplication(item.draft.name))
            return;  // The document's application of this name keeps its type.
        token = m_knowledge.typeOfApplicationsFrom(templateName);
        if (!token.isEmpty()) {
            tellAssumed(item, place, token,
                Texts::tr(
                    "applications of the document that were made from the same template have it"));
            return;
        }
        token = typeInTemplateName(templateName);
        if (!token.isEmpty()) {
            tellAssumed(
                item, place, token, Texts::tr("the template is named %1").arg(templateName));
            return;
        }
        m_reading.problem(place,
            Texts::tr(
                "Its type is not known: the input lacks the template %1. It is read as type unknown.")
                .arg(templateName));
        item.set(Field::Type, ApplicationType::fromNumber(0));
    }

    void setType(Item &item, const JsonPlace &place, const QString &token)
    {
        auto type = ApplicationType::fromToken(token);
        if (!type.isListed())
            m_reading.problem(place,
                Texts::tr(
                    "The application type %1 is not known; it is kept, and no rule about types applies.")
                    .arg(token));
        item.set(Field::Type, std::move(type));
    }

    void tellAssumed(Item &item, const JsonPlace &place, const QString &token, const QString &why)
    {
        m_reading.problem(place,
            Texts::tr("The input lacks its template. Type %1 is assumed: %2.").arg(token, why));
        item.set(Field::Type, ApplicationType::fromToken(token));
    }

    /// The name of an object that is referred to by name or by DBID.
    std::optional<QString> reference(Kind kind, const JsonPlace &place, const JsonValue &value)
    {
        const bool isByDbid = place.key.endsWith("DBID") || place.key.endsWith("DBIDs")
            || (place.parent && place.parent->key.endsWith("DBIDs") && place.index >= 0);
        if (value.isString() && !isByDbid)
            return value.bytes().isEmpty() ? std::nullopt : std::optional(value.text());
        if (value.isObject()) {
            if (const auto name = value.find("name"); name && name->isString())
                return name->text();
        }
        const auto dbid = looseDbid(value);
        if (dbid && *dbid > 0) {
            const auto name = m_knowledge.objectName(kind, *dbid);
            if (!name.isEmpty())
                return name;
            const auto placeholder = QStringLiteral("%1 #%2").arg(kindToken(kind)).arg(*dbid);
            m_reading.problem(place,
                Texts::tr(
                    "Neither the input nor the document has a %1 with DBID %2; a placeholder stands for it.")
                    .arg(kindLabel(kind).toLower())
                    .arg(*dbid));
            return placeholder;
        }
        if (!isEmptyValue(value) && dbid != 0)
            m_reading.problem(place,
                Texts::tr("This names no %1; it isn't kept.").arg(kindLabel(kind).toLower()));
        return std::nullopt;
    }

    const JsonDocument &m_document;
    const MutagenKnowledge &m_knowledge;
    Reading m_reading;
    TopologyDraft m_draft;
    bool m_isRaw = false;
};

}  // namespace

bool looksLikeMutagen(const JsonValue &root)
{
    if (!root.isObject())
        return false;
    bool isMutagen = false;
    root.forEachMember([&](QByteArrayView key, const JsonValue &value) {
        const bool isCollection =
            findMutagenCollection(key) || isTemplateCollection(key) || key.startsWith("CFG");
        isMutagen = isMutagen || (isCollection && value.isArray())
            || (key == "__metadata__" && value.isObject());
    });
    return isMutagen;
}

ReadResult readMutagen(const JsonDocument &document, const MutagenKnowledge &knowledge)
{
    return MutagenReader(document, knowledge).read();
}
