// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/editlines.h"

#include "models/exchange/draftfields.h"
#include "models/exchange/jsonwriter.h"
#include "models/exchange/namelookup.h"
#include "models/topology/draft.h"
#include "models/topology/edits.h"

#include <QCoreApplication>

#include <algorithm>

namespace {

struct EditLinesTexts
{
    Q_DECLARE_TR_FUNCTIONS(EditLines)
};

using Build = std::function<Result<Step>(const Topology &)>;

/// The object that a line is about, by its names.
struct Named
{
    Kind kind;
    QString name;
    QString tenant;  // Of a switch.

    Result<ObjectId> find(const Topology &topology, Defined defined) const
    {
        if (kind != Kind::Switch)
            return findObject(topology, kind, name, defined);
        const auto found = findSwitch(topology, tenant, name, defined);
        if (!found)
            return tl::unexpected(found.error());
        return ObjectId(*found);
    }
};

class EditLine
{
public:
    explicit EditLine(const JsonDocument &document)
        : m_document(document)
        , m_reading(document)
    {
    }

    Result<EditRequest> read()
    {
        EditRequest request;
        if (const auto root = m_document.root())
            readLine(*root, request);
        const auto result = m_reading.finish({});
        if (!result.isMalformed())
            return request;
        QStringList messages;
        for (const auto &error : result.errors)
            messages.append(inLine(error));
        return failure(Error::Code::InvalidInput, messages.join(u' '));
    }

private:
    /// A line has no other line to tell apart: the column is enough.
    static QString inLine(const Problem &error)
    {
        const auto end = error.where.indexOf(QLatin1String(": "));
        if (end >= 0)
            return error.where.mid(end + 2) + QLatin1String(": ") + error.message;
        const auto column = error.where.mid(2);
        return column == u"1"
            ? error.message
            : EditLinesTexts::tr("column %1").arg(column) + QLatin1String(": ") + error.message;
    }

    void readLine(const JsonValue &root, EditRequest &request)
    {
        m_root = &root;
        if (!root.isObject()) {
            m_reading.malformed({}, root, EditLinesTexts::tr("An edit line is one object."));
            return;
        }
        const auto operation = requiredReference("op");
        if (operation.isEmpty())
            return;
        if (operation == u"assign")
            request.build = readAssignment(assignTenant, Defined::Required);
        else if (operation == u"unassign")
            request.build = readAssignment(unassignTenant, Defined::OrReferred);
        else if (operation == u"add")
            request.build = readAdd();
        else if (operation == u"set")
            request.build = readSet();
        else if (operation == u"remove")
            request.build = readRemove();
        else if (operation == u"connect")
            request.build = readConnect();
        else if (operation == u"disconnect")
            request.build = readDisconnect();
        else if (operation == u"link")
            request.build = readLink(linkSwitch, Defined::Required);
        else if (operation == u"unlink")
            request.build = readLink(unlinkSwitch, Defined::OrReferred);
        else if (operation == u"undo")
            request.operation = EditRequest::Operation::Undo;
        else if (operation == u"redo")
            request.operation = EditRequest::Operation::Redo;
        else {
            m_reading.outsideEnumeration(m_whole.member("op"), *root.find("op"),
                QLatin1String(
                    "assign, unassign, add, set, remove, connect, disconnect, link, unlink, undo, redo"));
            return;
        }
        root.forEachMember([&](QByteArrayView key, const JsonValue &value) {
            if (std::find(m_known.begin(), m_known.end(), key) == m_known.end())
                m_reading.malformed(m_whole.member(key), value,
                    EditLinesTexts::tr("The operation %1 has no such member.").arg(operation));
        });
    }

    Build readAssignment(
        Result<Step> (*make)(const Topology &, ApplicationId, TenantId), Defined defined)
    {
        const Named application {Kind::Application, requiredReference("application"), {}};
        const Named tenant {Kind::Tenant, requiredReference("tenant"), {}};
        return [=](const Topology &topology) -> Result<Step> {
            const auto server = application.find(topology, Defined::Required);
            if (!server)
                return tl::unexpected(server.error());
            const auto member = tenant.find(topology, defined);
            if (!member)
                return tl::unexpected(member.error());
            return make(topology, server->application(), member->tenant());
        };
    }

    Build readLink(Result<Step> (*make)(const Topology &, ApplicationId, SwitchId), Defined defined)
    {
        const Named application {Kind::Application, requiredReference("application"), {}};
        const auto linked = readSwitch();
        return [=](const Topology &topology) -> Result<Step> {
            const auto server = application.find(topology, Defined::Required);
            if (!server)
                return tl::unexpected(server.error());
            const auto found = linked.find(topology, defined);
            if (!found)
                return tl::unexpected(found.error());
            return make(topology, server->application(), found->switchId());
        };
    }

    /// "tenant" and "switch" beside each other, or one object with tenant and name, or as every
    /// other line names a switch.
    Named readSwitch()
    {
        const auto value = member("switch");
        if (const auto kind = m_root->find("kind"); kind && !value) {
            if (readKind().value_or(Kind::Switch) != Kind::Switch)
                m_reading.malformed(m_whole.member("kind"), *kind,
                    EditLinesTexts::tr("A switch is named by tenant and name."));
            return {Kind::Switch, requiredReference("name"), requiredReference("tenant")};
        }
        if (!value || !value->isObject())
            return {Kind::Switch, requiredReference("switch"), requiredReference("tenant")};
        const auto place = m_whole.member("switch");
        Named named {Kind::Switch, {}, {}};
        value->forEachMember([&](QByteArrayView key, const JsonValue &inner) {
            if (key == "tenant")
                named.tenant = m_reading.reference(place.member(key), inner).value_or(QString());
            else if (key == "name")
                named.name = m_reading.reference(place.member(key), inner).value_or(QString());
            else
                m_reading.malformed(place.member(key), inner,
                    EditLinesTexts::tr("A switch is named by tenant and name."));
        });
        if (named.tenant.isEmpty() || named.name.isEmpty())
            m_reading.malformed(
                place, *value, EditLinesTexts::tr("A switch is named by tenant and name."));
        return named;
    }

    Build readConnect()
    {
        const Named application {Kind::Application, requiredReference("application"), {}};
        const Named target {Kind::Application, requiredReference("target"), {}};
        Connection given {
            ApplicationId(0), optionalText("port").value_or(QString()), {}, {}, {}, {}, {}};
        const auto protocol = optionalText("protocol");
        const auto traceMode = optionalText("traceMode");
        const auto localTimeout = optionalNumber("localTimeout");
        const auto remoteTimeout = optionalNumber("remoteTimeout");
        return [=](const Topology &topology) -> Result<Step> {
            const auto server = application.find(topology, Defined::Required);
            if (!server)
                return tl::unexpected(server.error());
            const auto found = target.find(topology, Defined::Required);
            if (!found)
                return tl::unexpected(found.error());
            auto connection = given;
            connection.target = found->application();
            for (const auto &existing : topology.application(server->application()).connections) {
                if (existing.isSameAs(connection))
                    connection = existing;
            }
            connection.protocol = protocol.value_or(connection.protocol);
            connection.traceMode = traceMode.value_or(connection.traceMode);
            if (localTimeout)
                connection.localTimeout = localTimeout;
            if (remoteTimeout)
                connection.remoteTimeout = remoteTimeout;
            return connectTo(topology, server->application(), connection);
        };
    }

    Build readDisconnect()
    {
        const Named application {Kind::Application, requiredReference("application"), {}};
        const Named target {Kind::Application, requiredReference("target"), {}};
        const auto port = optionalText("port");
        return [=](const Topology &topology) -> Result<Step> {
            const auto server = application.find(topology, Defined::Required);
            if (!server)
                return tl::unexpected(server.error());
            const auto found = target.find(topology, Defined::OrReferred);
            if (!found)
                return tl::unexpected(found.error());
            return disconnectFrom(topology, server->application(), found->application(), port);
        };
    }

    Build readAdd()
    {
        const auto kind = readKind();
        const auto value = member("object");
        if (!value)
            missing("object");
        if (!kind || !value)
            return {};
        QString tenant;
        if (*kind == Kind::Switch)
            tenant = optionalText("tenant").value_or(QString());
        if (value->isNull())
            missing("object");
        const auto draft = readObject(m_reading, *kind, m_whole.member("object"), *value, tenant);
        if (!draft)
            return {};
        const auto *owner = draft->find(Field::Tenant);
        if (!tenant.isEmpty() && owner && *owner != DraftValue(tenant))
            m_reading.malformed(m_whole.member("tenant"), *value,
                EditLinesTexts::tr("The object names another tenant."));
        return [draft = *draft](const Topology &topology) { return addDraft(topology, draft); };
    }

    Build readSet()
    {
        if (const auto kind = member("kind");
            kind && kind->isString() && kind->bytes() == "settings")
            return readSetSettings();
        const auto named = readNamed();
        const auto fieldText = requiredReference("field");
        const auto value = member("value");
        if (!value)
            missing("value");
        if (!named || fieldText.isEmpty() || !value)
            return {};
        const auto field = fieldFromName(named->kind, fieldText);
        if (!field) {
            m_reading.malformed(m_whole.member("field"), *member("field"),
                EditLinesTexts::tr("No %1 has a field %2. The fields are %3.")
                    .arg(kindLabel(named->kind).toLower(), fieldText, fieldNames(named->kind)));
            return {};
        }
        const auto read =
            readField(m_reading, named->kind, *field, m_whole.member("value"), *value);
        // A file goes on with a component that isn't known; here somebody waits for an answer.
        if (*field == Field::Component && read == DraftValue(Component::None))
            m_reading.outsideEnumeration(
                m_whole.member("value"), *value, componentToken(Component::InteractionServer));
        return [named = *named, field = *field, draft = read.value_or(DraftValue())](
                   const Topology &topology) -> Result<Step> {
            const auto object = named.find(topology, Defined::Required);
            if (!object)
                return tl::unexpected(object.error());
            return setDraftField(topology, *object, field, draft);
        };
    }

    Build readSetSettings()
    {
        const auto field = requiredReference("field");
        const auto value = member("value");
        if (!value)
            missing("value");
        if (field.isEmpty() || !value)
            return {};
        const auto place = m_whole.member("value");
        if (field == u"environment") {
            const auto environment =
                readEnvironment(m_reading, place, *value).value_or(Settings().environment);
            return [=](const Topology &topology) -> Result<Step> {
                auto settings = topology.settings();
                settings.environment = environment;
                return setSettings(topology, settings);
            };
        }
        if (field == u"socialMessagingTenants") {
            const auto setting = readSocialMessaging(m_reading, place, *value)
                                     .value_or(Settings().socialMessagingTenants);
            return [=](const Topology &topology) -> Result<Step> {
                auto settings = topology.settings();
                settings.socialMessagingTenants = setting;
                return setSettings(topology, settings);
            };
        }
        m_reading.outsideEnumeration(m_whole.member("field"), *member("field"),
            QLatin1String("environment, socialMessagingTenants"));
        return {};
    }

    Build readRemove()
    {
        const auto named = readNamed();
        if (!named)
            return {};
        return [named = *named](const Topology &topology) -> Result<Step> {
            const auto object = named.find(topology, Defined::Required);
            if (!object)
                return tl::unexpected(object.error());
            return removeObject(topology, *object);
        };
    }

    std::optional<Kind> readKind()
    {
        const auto token = requiredReference("kind");
        if (token.isEmpty())
            return std::nullopt;
        // The topology format's collections are written this way.
        const auto kind =
            token == u"switchingOffice" ? Kind::SwitchingOffice : kindFromToken(token);
        if (!kind)
            m_reading.outsideEnumeration(m_whole.member("kind"), *member("kind"),
                QLatin1String("tenant, switching-office, switch, host, application"));
        return kind;
    }

    /// "kind", "name", and "tenant" of a switch.
    std::optional<Named> readNamed()
    {
        const auto kind = readKind();
        const auto value = member("name");
        // An object may have an empty name.
        const auto name = value ? m_reading.text(m_whole.member("name"), *value) : std::nullopt;
        if (!value || value->isNull())
            missing("name");
        if (!kind)
            return std::nullopt;
        QString tenant;
        if (*kind == Kind::Switch)
            tenant = requiredReference("tenant");
        if (!name)
            return std::nullopt;
        return Named {*kind, *name, tenant};
    }

    static QString fieldNames(Kind kind)
    {
        QStringList names;
        for (const auto field : fieldsOf(kind)) {
            if (field != Field::Extra)
                names.append(fieldName(field));
        }
        return names.join(QLatin1String(", "));
    }

    /// Members that are asked for are known to the operation.
    std::optional<JsonValue> member(const char *key)
    {
        m_known.append(QByteArrayView(key));
        return m_root->find(key);
    }
    void missing(const char *key)
    {
        m_reading.malformed(
            m_whole, *m_root, EditLinesTexts::tr("The line lacks %1.").arg(QLatin1String(key)));
    }
    QString requiredReference(const char *key)
    {
        const auto value = member(key);
        if (!value || value->isNull() || (value->isString() && value->bytes().isEmpty())) {
            missing(key);
            return {};
        }
        return m_reading.reference(m_whole.member(key), *value).value_or(QString());
    }
    std::optional<QString> optionalText(const char *key)
    {
        const auto value = member(key);
        return value ? m_reading.reference(m_whole.member(key), *value) : std::nullopt;
    }
    std::optional<qint64> optionalNumber(const char *key)
    {
        const auto value = member(key);
        return value ? m_reading.wholeNumber(m_whole.member(key), *value) : std::nullopt;
    }

    const JsonDocument &m_document;
    Reading m_reading;
    const JsonPlace m_whole;
    const JsonValue *m_root = nullptr;
    QList<QByteArrayView> m_known;
};

}  // namespace

Result<EditRequest> parseEditLine(QByteArrayView text)
{
    const auto document = JsonDocument::parse(text.toByteArray());
    return EditLine(document).read();
}

QByteArray acceptedAnswer(qint64 state)
{
    JsonWriter json;
    json.beginObject();
    json.key("ok");
    json.value(true);
    json.key("edit");
    json.value(state);
    json.endObject();
    return json.bytes();
}

QByteArray travelAnswer(
    EditRequest::Operation operation, qint64 state, const QString &title, const QString &author)
{
    JsonWriter json;
    json.beginObject();
    json.key("ok");
    json.value(true);
    json.key("edit");
    json.value(state);
    json.key(operation == EditRequest::Operation::Undo ? QByteArrayView("undone")
                                                       : QByteArrayView("redone"));
    json.value(title);
    json.key("author");
    json.value(author);
    json.endObject();
    return json.bytes();
}

QByteArray refusedAnswer(const QString &error)
{
    JsonWriter json;
    json.beginObject();
    json.key("ok");
    json.value(false);
    json.key("error");
    json.value(error);
    json.endObject();
    return json.bytes();
}
