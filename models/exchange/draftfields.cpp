// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/draftfields.h"

#include "models/topology/switchtype.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace {

struct DraftFieldsTexts
{
    Q_DECLARE_TR_FUNCTIONS(DraftFields)
};

std::optional<DraftValue> asValue(auto &&value)
{
    if (!value)
        return std::nullopt;
    return DraftValue(*std::move(value));
}

/// A text that must be one of an enumeration's tokens.
template <class T>
std::optional<T> readToken(Reading &reading, const JsonPlace &place, const JsonValue &value,
    std::optional<T> (*fromToken)(QStringView), const char *allowed)
{
    const auto token = reading.reference(place, value);
    if (!token)
        return std::nullopt;
    const auto found = fromToken(*token);
    if (!found)
        reading.outsideEnumeration(place, value, QLatin1String(allowed));
    return found;
}

std::optional<qint64> readDbid(Reading &reading, const JsonPlace &place, const JsonValue &value)
{
    const auto dbid = reading.wholeNumber(place, value);
    if (!dbid || *dbid > 0)
        return dbid;
    if (*dbid < 0)
        reading.malformed(place, value,
            DraftFieldsTexts::tr("A DBID is a whole number above 0; 0 means not known."));
    return std::nullopt;
}

std::optional<ApplicationType> readType(
    Reading &reading, const JsonPlace &place, const JsonValue &value)
{
    const auto token = reading.reference(place, value);
    if (!token)
        return std::nullopt;
    auto type = ApplicationType::fromToken(*token);
    if (!type.isListed())
        reading.problem(place,
            DraftFieldsTexts::tr(
                "The application type %1 is not known; it is kept, and no rule about types applies.")
                .arg(*token));
    return type;
}

std::optional<QString> readOfficeType(
    Reading &reading, const JsonPlace &place, const JsonValue &value)
{
    auto token = reading.reference(place, value);
    if (token && switchTypeNumber(*token) < 0)
        reading.problem(place,
            DraftFieldsTexts::tr("The switch type %1 is not known; it is kept as it stands.")
                .arg(*token));
    return token;
}

std::optional<Component> readComponent(
    Reading &reading, const JsonPlace &place, const JsonValue &value)
{
    const auto token = reading.reference(place, value);
    if (!token)
        return std::nullopt;
    if (*token == componentToken(Component::InteractionServer))
        return Component::InteractionServer;
    reading.problem(place,
        DraftFieldsTexts::tr("The component %1 is not known and counts as none.").arg(*token));
    return Component::None;
}

std::optional<QStringList> readNames(
    Reading &reading, const JsonPlace &place, const JsonValue &value)
{
    if (!reading.isArray(place, value))
        return std::nullopt;
    QStringList names;
    value.forEachItem([&](qsizetype i, const JsonValue &item) {
        if (auto name = reading.reference(place.item(i), item))
            names.append(*std::move(name));
    });
    return names;
}

std::optional<ConnectionDraft> readConnection(
    Reading &reading, const JsonPlace &place, const JsonValue &value)
{
    if (!reading.isObject(place, value))
        return std::nullopt;
    ConnectionDraft draft;
    auto &connection = draft.connection;
    value.forEachMember([&](QByteArrayView key, const JsonValue &member) {
        const auto inner = place.member(key);
        if (key == "application")
            draft.application = reading.text(inner, member).value_or(QString());
        else if (key == "port")
            connection.port = reading.text(inner, member).value_or(QString());
        else if (key == "protocol")
            connection.protocol = reading.text(inner, member).value_or(QString());
        else if (key == "localTimeout")
            connection.localTimeout = reading.wholeNumber(inner, member);
        else if (key == "remoteTimeout")
            connection.remoteTimeout = reading.wholeNumber(inner, member);
        else if (key == "traceMode")
            connection.traceMode = reading.text(inner, member).value_or(QString());
        else
            connection.extra.append({QString::fromUtf8(key), member.compact()});
    });
    if (draft.application.isEmpty()) {
        reading.problem(
            place, DraftFieldsTexts::tr("A connection that names no application is not kept."));
        return std::nullopt;
    }
    return draft;
}

std::optional<SwitchName> readSwitchName(
    Reading &reading, const JsonPlace &place, const JsonValue &value)
{
    if (!reading.isObject(place, value))
        return std::nullopt;
    SwitchName name;
    value.forEachMember([&](QByteArrayView key, const JsonValue &member) {
        const auto inner = place.member(key);
        if (key == "tenant")
            name.tenant = reading.text(inner, member).value_or(QString());
        else if (key == "name")
            name.name = reading.text(inner, member).value_or(QString());
        else
            reading.problem(inner,
                DraftFieldsTexts::tr(
                    "A linked switch has tenant and name; other keys are not kept."));
    });
    if (name.tenant.isEmpty() || name.name.isEmpty()) {
        reading.problem(place,
            DraftFieldsTexts::tr("A linked switch that lacks its tenant or its name is not kept."));
        return std::nullopt;
    }
    return name;
}

std::optional<Port> readPort(Reading &reading, const JsonPlace &place, const JsonValue &value)
{
    if (!reading.isObject(place, value))
        return std::nullopt;
    Port port;
    value.forEachMember([&](QByteArrayView key, const JsonValue &member) {
        const auto inner = place.member(key);
        if (key == "id")
            port.id = reading.text(inner, member).value_or(QString());
        else if (key == "port")
            port.number = reading.wholeNumber(inner, member);
        else
            port.extra.append({QString::fromUtf8(key), member.compact()});
    });
    return port;
}

template <class T>
std::optional<QList<T>> readList(Reading &reading, const JsonPlace &place, const JsonValue &value,
    std::optional<T> (*readItem)(Reading &, const JsonPlace &, const JsonValue &))
{
    if (!reading.isArray(place, value))
        return std::nullopt;
    QList<T> list;
    value.forEachItem([&](qsizetype i, const JsonValue &item) {
        if (auto read = readItem(reading, place.item(i), item))
            list.append(*std::move(read));
    });
    return list;
}

std::optional<Options> readOptions(Reading &reading, const JsonPlace &place, const JsonValue &value)
{
    if (!reading.isObject(place, value))
        return std::nullopt;
    Options options;
    value.forEachMember([&](QByteArrayView name, const JsonValue &member) {
        const auto inner = place.member(name);
        if (!reading.isObject(inner, member))
            return;
        OptionSection section {reading.shared(name), {}};
        member.forEachMember([&](QByteArrayView key, const JsonValue &option) {
            if (const auto text = reading.text(inner.member(key), option))
                section.options.append({reading.shared(key), *text});
        });
        options.append(std::move(section));
    });
    return options;
}

struct NamedField
{
    QByteArrayView name;
    Field field;
};

/// The fields of a kind by the names that they have in the format.
const std::vector<NamedField> &namedFields(Kind kind)
{
    static const auto all = [] {
        std::array<std::vector<NamedField>, kindCount> fields;
        for (int i = 0; i < kindCount; ++i) {
            for (const auto field : fieldsOf(Kind(i))) {
                if (field != Field::Extra)
                    fields[size_t(i)].push_back({QByteArrayView(fieldName(field)), field});
            }
        }
        return fields;
    }();
    return all[size_t(kind)];
}

QList<Field> mandatoryFields(Kind kind)
{
    switch (kind) {
    case Kind::SwitchingOffice:
    case Kind::Application:
        return {Field::Type};
    case Kind::Switch:
        return {Field::Tenant, Field::SwitchingOffice};
    case Kind::Tenant:
    case Kind::Host:
        break;
    }
    return {};
}

}  // namespace

std::optional<Environment> readEnvironment(
    Reading &reading, const JsonPlace &place, const JsonValue &value)
{
    return readToken(reading, place, value, environmentFromToken, "multi-tenant, single-tenant");
}

std::optional<SocialMessagingTenants> readSocialMessaging(
    Reading &reading, const JsonPlace &place, const JsonValue &value)
{
    return readToken(reading, place, value, socialMessagingFromToken, "warn, forbid, allow");
}

std::optional<DraftValue> readField(
    Reading &reading, Kind kind, Field field, const JsonPlace &place, const JsonValue &value)
{
    switch (field) {
    case Field::Dbid:
        return asValue(readDbid(reading, place, value));
    case Field::State:
        return asValue(readToken(reading, place, value, stateFromToken, "enabled, disabled"));
    case Field::Type:
        return kind == Kind::Application ? asValue(readType(reading, place, value))
                                         : asValue(readOfficeType(reading, place, value));
    case Field::Component:
        return asValue(readComponent(reading, place, value));
    case Field::Redundancy:
        return asValue(
            readToken(reading, place, value, redundancyFromToken, "none, cold, warm, hot"));
    case Field::LcaPort:
    case Field::StartupTimeout:
    case Field::ShutdownTimeout:
        return asValue(reading.wholeNumber(place, value));
    case Field::AutoRestart:
    case Field::LoadBalanced:
        return asValue(reading.flag(place, value));
    case Field::Tenants:
        return asValue(readNames(reading, place, value));
    case Field::Connections:
        return asValue(readList(reading, place, value, readConnection));
    case Field::Switches:
        return asValue(readList(reading, place, value, readSwitchName));
    case Field::Ports:
        return asValue(readList(reading, place, value, readPort));
    case Field::Options:
    case Field::Annex: {
        auto options = readOptions(reading, place, value);
        return options ? std::optional(DraftValue(std::in_place_type<Options>, *std::move(options)))
                       : std::nullopt;
    }
    case Field::Name:
    case Field::Parent:
    case Field::Tenant:
    case Field::SwitchingOffice:
    case Field::IpAddress:
    case Field::OsType:
    case Field::Release:
    case Field::Host:
    case Field::Backup:
    case Field::Template:
    case Field::WorkingDirectory:
    case Field::CommandLine:
    case Field::Arguments:
        return asValue(reading.reference(place, value));
    case Field::Extra:
        break;
    }
    Q_UNREACHABLE();
    return std::nullopt;
}

std::optional<Draft> readObject(Reading &reading, Kind kind, const JsonPlace &place,
    const JsonValue &value, const QString &tenant)
{
    if (!reading.isObject(place, value))
        return std::nullopt;
    Draft draft;
    draft.kind = kind;
    draft.where = place.text();
    draft.offset = value.offset();
    Extra extra;
    bool hasName = false;
    draft.fields.reserve(value.memberCount());
    const auto &fields = namedFields(kind);
    value.forEachMember([&](QByteArrayView key, const JsonValue &member) {
        const auto found = std::find_if(fields.begin(), fields.end(),
            [&](const NamedField &field) { return field.name == key; });
        const auto inner = place.member(key);
        if (found == fields.end()) {
            extra.append({QString::fromUtf8(key), member.compact()});
        } else if (found->field == Field::Name) {
            // An empty name is a name (and a finding).
            if (auto name = reading.text(inner, member))
                draft.name = *std::move(name);
            hasName = !member.isNull();
        } else if (auto read = readField(reading, kind, found->field, inner, member)) {
            draft.fields.emplace_back(found->field, *std::move(read));
        }
    });
    if (kind == Kind::Switch && !tenant.isEmpty() && !draft.find(Field::Tenant))
        draft.fields.emplace_back(Field::Tenant, tenant);
    if (!extra.isEmpty())
        draft.fields.emplace_back(
            Field::Extra, DraftValue(std::in_place_type<Extra>, std::move(extra)));

    const auto isMissing = [&](Field field) {
        if (draft.find(field))
            return false;
        // What is there and malformed has been reported already.
        const auto given = value.find(QByteArrayView(fieldName(field)));
        return !given || given->isNull() || (given->isString() && given->bytes().isEmpty());
    };
    const auto reportMissing = [&](Field field) {
        reading.malformed(place, value,
            DraftFieldsTexts::tr("The mandatory field %1 is missing.").arg(fieldName(field)));
    };
    if (!hasName)
        reportMissing(Field::Name);
    for (const auto field : mandatoryFields(kind)) {
        if (isMissing(field))
            reportMissing(field);
    }

    const auto component = std::find_if(draft.fields.begin(), draft.fields.end(),
        [](const auto &field) { return field.first == Field::Component; });
    const auto *type = draft.find(Field::Type);
    if (component != draft.fields.end() && type && kind == Kind::Application
        && std::get<ApplicationType>(*type).id() != ApplicationType::TServer) {
        if (component->second != DraftValue(Component::None))
            reading.problem(place.member("component"),
                DraftFieldsTexts::tr(
                    "Only an application of type tserver has a component; it counts as none."));
        draft.fields.erase(component);
    }
    return draft;
}
