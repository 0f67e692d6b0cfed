// SPDX-License-Identifier: Apache-2.0
#include "models/topology/fields.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace {

constexpr Field tenantFields[] = {
    Field::Name, Field::Dbid, Field::State, Field::Parent, Field::Extra};
constexpr Field officeFields[] = {
    Field::Name, Field::Dbid, Field::Type, Field::State, Field::Extra};
constexpr Field switchFields[] = {
    Field::Name, Field::Dbid, Field::Tenant, Field::SwitchingOffice, Field::State, Field::Extra};
constexpr Field hostFields[] = {Field::Name, Field::Dbid, Field::IpAddress, Field::LcaPort,
    Field::OsType, Field::State, Field::Extra};
constexpr Field applicationFields[] = {Field::Name, Field::Dbid, Field::Type, Field::Component,
    Field::Release, Field::State, Field::LoadBalanced, Field::Tenants, Field::Connections,
    Field::Host, Field::Ports, Field::Redundancy, Field::Backup, Field::Switches, Field::Template,
    Field::WorkingDirectory, Field::CommandLine, Field::Arguments, Field::AutoRestart,
    Field::StartupTimeout, Field::ShutdownTimeout, Field::Options, Field::Annex, Field::Extra};

struct FieldWords
{
    const char *name;
    const char *label;
};
// In the order of Field.
constexpr FieldWords words[] = {
    {"dbid", QT_TRANSLATE_NOOP("Field", "DBID")},
    {"name", QT_TRANSLATE_NOOP("Field", "Name")},
    {"state", QT_TRANSLATE_NOOP("Field", "State")},
    {"parent", QT_TRANSLATE_NOOP("Field", "Parent tenant")},
    {"type", QT_TRANSLATE_NOOP("Field", "Type")},
    {"tenant", QT_TRANSLATE_NOOP("Field", "Tenant")},
    {"switchingOffice", QT_TRANSLATE_NOOP("Field", "Switching office")},
    {"ipAddress", QT_TRANSLATE_NOOP("Field", "IP address")},
    {"lcaPort", QT_TRANSLATE_NOOP("Field", "LCA port")},
    {"osType", QT_TRANSLATE_NOOP("Field", "OS type")},
    {"component", QT_TRANSLATE_NOOP("Field", "Component")},
    {"release", QT_TRANSLATE_NOOP("Field", "Release")},
    {"tenants", QT_TRANSLATE_NOOP("Field", "Tenants")},
    {"connections", QT_TRANSLATE_NOOP("Field", "Connections")},
    {"host", QT_TRANSLATE_NOOP("Field", "Host")},
    {"ports", QT_TRANSLATE_NOOP("Field", "Listening ports")},
    {"backup", QT_TRANSLATE_NOOP("Field", "Backup server")},
    {"redundancy", QT_TRANSLATE_NOOP("Field", "Redundancy")},
    {"switches", QT_TRANSLATE_NOOP("Field", "Linked switches")},
    {"template", QT_TRANSLATE_NOOP("Field", "Template")},
    {"workingDirectory", QT_TRANSLATE_NOOP("Field", "Working directory")},
    {"commandLine", QT_TRANSLATE_NOOP("Field", "Command line")},
    {"arguments", QT_TRANSLATE_NOOP("Field", "Arguments")},
    {"autoRestart", QT_TRANSLATE_NOOP("Field", "Auto restart")},
    {"startupTimeout", QT_TRANSLATE_NOOP("Field", "Start-up timeout")},
    {"shutdownTimeout", QT_TRANSLATE_NOOP("Field", "Shutdown timeout")},
    {"options", QT_TRANSLATE_NOOP("Field", "Options")},
    {"annex", QT_TRANSLATE_NOOP("Field", "Annex")},
    {"loadBalanced", QT_TRANSLATE_NOOP("Field", "Load balanced")},
    {"", QT_TRANSLATE_NOOP("Field", "Other kept data")},
};
static_assert(std::size(words) == size_t(Field::Extra) + 1);

constexpr const char *stateTokens[] = {"", "enabled", "disabled"};
constexpr const char *redundancyTokens[] = {"none", "cold", "warm", "hot"};
constexpr const char *environmentTokens[] = {"multi-tenant", "single-tenant"};
constexpr const char *socialTokens[] = {"warn", "forbid", "allow"};
constexpr const char *kindTokens[] = {
    "tenant", "switching-office", "switch", "host", "application"};
constexpr const char *kindLabels[] = {QT_TRANSLATE_NOOP("Kind", "Tenant"),
    QT_TRANSLATE_NOOP("Kind", "Switching office"), QT_TRANSLATE_NOOP("Kind", "Switch"),
    QT_TRANSLATE_NOOP("Kind", "Host"), QT_TRANSLATE_NOOP("Kind", "Application")};

template <class Enum, size_t N>
std::optional<Enum> fromToken(const char *const (&tokens)[N], QStringView token)
{
    for (size_t i = 0; i < N; ++i) {
        if (tokens[i][0] != '\0' && token == QLatin1String(tokens[i]))
            return Enum(i);
    }
    return std::nullopt;
}

Value textValue(const QString &text)
{
    return text.isEmpty() ? Value() : Value(text);
}

template <class T>
Value optionalValue(const std::optional<T> &value)
{
    return value ? Value(*value) : Value();
}

Value dbidValue(qint64 dbid)
{
    return dbid == 0 ? Value() : Value(dbid);
}

/// What the value holds, or the type's default if it holds nothing.
template <class T>
T valueOr(const Value &value, T fallback = {})
{
    return std::holds_alternative<std::monostate>(value) ? fallback : std::get<T>(value);
}

template <class T>
std::optional<T> optionalOf(const Value &value)
{
    return std::holds_alternative<std::monostate>(value) ? std::nullopt
                                                         : std::optional<T>(std::get<T>(value));
}

/// The fields that all kinds have.
template <class T>
Value commonValue(const T &object, Field field)
{
    switch (field) {
    case Field::Name:
        return textValue(object.name);
    case Field::Dbid:
        return dbidValue(object.dbid);
    case Field::State:
        return object.state;
    case Field::Extra:
        return object.extra;
    default:
        Q_UNREACHABLE();
        return {};
    }
}

template <class T>
void setCommonValue(T &object, Field field, const Value &value)
{
    switch (field) {
    case Field::Name:
        object.name = valueOr<QString>(value);
        break;
    case Field::Dbid:
        object.dbid = valueOr<qint64>(value);
        break;
    case Field::State:
        object.state = valueOr(value, ObjectState::Enabled);
        break;
    case Field::Extra:
        object.extra = valueOr<Extra>(value);
        break;
    default:
        Q_UNREACHABLE();
    }
}

}  // namespace

std::span<const Field> fieldsOf(Kind kind)
{
    switch (kind) {
    case Kind::Tenant:
        return tenantFields;
    case Kind::SwitchingOffice:
        return officeFields;
    case Kind::Switch:
        return switchFields;
    case Kind::Host:
        return hostFields;
    case Kind::Application:
        return applicationFields;
    }
    Q_UNREACHABLE();
    return {};
}

bool hasField(Kind kind, Field field)
{
    const auto fields = fieldsOf(kind);
    return std::find(fields.begin(), fields.end(), field) != fields.end();
}

QLatin1String fieldName(Field field)
{
    return QLatin1String(words[size_t(field)].name);
}

std::optional<Field> fieldFromName(Kind kind, QStringView name)
{
    for (const Field field : fieldsOf(kind)) {
        if (field != Field::Extra && name == fieldName(field))
            return field;
    }
    return std::nullopt;
}

QString fieldLabel(Field field)
{
    return QCoreApplication::translate("Field", words[size_t(field)].label);
}

bool isFixedOnceCreated(Kind kind, Field field)
{
    return field == Field::Type
        || (kind == Kind::Switch && (field == Field::Tenant || field == Field::SwitchingOffice));
}

bool isSetLike(Field field)
{
    return field == Field::Tenants || field == Field::Connections || field == Field::Switches;
}

Value fieldValue(const Tenant &tenant, Field field)
{
    return field == Field::Parent ? optionalValue(tenant.parent) : commonValue(tenant, field);
}

Value fieldValue(const SwitchingOffice &office, Field field)
{
    return field == Field::Type ? textValue(office.type) : commonValue(office, field);
}

Value fieldValue(const Switch &object, Field field)
{
    if (field == Field::Tenant)
        return object.tenant;
    return field == Field::SwitchingOffice ? optionalValue(object.office)
                                           : commonValue(object, field);
}

Value fieldValue(const Host &host, Field field)
{
    switch (field) {
    case Field::IpAddress:
        return textValue(host.ipAddress);
    case Field::LcaPort:
        return optionalValue(host.lcaPort);
    case Field::OsType:
        return textValue(host.osType);
    default:
        return commonValue(host, field);
    }
}

Value fieldValue(const Application &application, Field field)
{
    switch (field) {
    case Field::Type:
        return application.type.token().isEmpty() ? Value() : Value(application.type);
    case Field::Component:
        return application.component;
    case Field::Release:
        return textValue(application.release);
    case Field::Tenants:
        return application.tenants;
    case Field::Connections:
        return application.connections;
    case Field::Host:
        return optionalValue(application.host);
    case Field::Ports:
        return application.ports;
    case Field::Backup:
        return optionalValue(application.backup);
    case Field::Redundancy:
        return application.redundancy;
    case Field::Switches:
        return application.switches;
    case Field::Template:
        return textValue(application.templateName);
    case Field::WorkingDirectory:
        return textValue(application.workingDirectory);
    case Field::CommandLine:
        return textValue(application.commandLine);
    case Field::Arguments:
        return textValue(application.arguments);
    case Field::AutoRestart:
        return optionalValue(application.autoRestart);
    case Field::StartupTimeout:
        return optionalValue(application.startupTimeout);
    case Field::ShutdownTimeout:
        return optionalValue(application.shutdownTimeout);
    case Field::Options:
        return Value(std::in_place_type<Options>, application.options);
    case Field::Annex:
        return Value(std::in_place_type<Options>, application.annex);
    case Field::LoadBalanced:
        return application.isLoadBalanced;
    default:
        return commonValue(application, field);
    }
}

Value fieldValue(const Record &record, Field field)
{
    return std::visit([field](const auto &object) { return fieldValue(object, field); }, record);
}

void setFieldValue(Tenant &tenant, Field field, const Value &value)
{
    if (field == Field::Parent)
        tenant.parent = optionalOf<TenantId>(value);
    else
        setCommonValue(tenant, field, value);
}

void setFieldValue(SwitchingOffice &office, Field field, const Value &value)
{
    if (field == Field::Type)
        office.type = valueOr<QString>(value);
    else
        setCommonValue(office, field, value);
}

void setFieldValue(Switch &object, Field field, const Value &value)
{
    if (field == Field::Tenant)
        object.tenant = std::get<TenantId>(value);
    else if (field == Field::SwitchingOffice)
        object.office = optionalOf<SwitchingOfficeId>(value);
    else
        setCommonValue(object, field, value);
}

void setFieldValue(Host &host, Field field, const Value &value)
{
    switch (field) {
    case Field::IpAddress:
        host.ipAddress = valueOr<QString>(value);
        break;
    case Field::LcaPort:
        host.lcaPort = optionalOf<qint64>(value);
        break;
    case Field::OsType:
        host.osType = valueOr<QString>(value);
        break;
    default:
        setCommonValue(host, field, value);
    }
}

void setFieldValue(Application &application, Field field, const Value &value)
{
    switch (field) {
    case Field::Type:
        application.type = valueOr<ApplicationType>(value);
        break;
    case Field::Component:
        application.component = valueOr(value, Component::None);
        break;
    case Field::Release:
        application.release = valueOr<QString>(value);
        break;
    case Field::Tenants:
        application.tenants = valueOr<QList<TenantId>>(value);
        break;
    case Field::Connections:
        application.connections = valueOr<QList<Connection>>(value);
        break;
    case Field::Host:
        application.host = optionalOf<HostId>(value);
        break;
    case Field::Ports:
        application.ports = valueOr<QList<Port>>(value);
        break;
    case Field::Backup:
        application.backup = optionalOf<ApplicationId>(value);
        break;
    case Field::Redundancy:
        application.redundancy = valueOr(value, Redundancy::None);
        break;
    case Field::Switches:
        application.switches = valueOr<QList<SwitchId>>(value);
        break;
    case Field::Template:
        application.templateName = valueOr<QString>(value);
        break;
    case Field::WorkingDirectory:
        application.workingDirectory = valueOr<QString>(value);
        break;
    case Field::CommandLine:
        application.commandLine = valueOr<QString>(value);
        break;
    case Field::Arguments:
        application.arguments = valueOr<QString>(value);
        break;
    case Field::AutoRestart:
        application.autoRestart = optionalOf<bool>(value);
        break;
    case Field::StartupTimeout:
        application.startupTimeout = optionalOf<qint64>(value);
        break;
    case Field::ShutdownTimeout:
        application.shutdownTimeout = optionalOf<qint64>(value);
        break;
    case Field::Options:
        application.options = valueOr<Options>(value);
        break;
    case Field::Annex:
        application.annex = valueOr<Options>(value);
        break;
    case Field::LoadBalanced:
        application.isLoadBalanced = valueOr<bool>(value);
        break;
    default:
        setCommonValue(application, field, value);
    }
}

QLatin1String stateToken(ObjectState state)
{
    return QLatin1String(stateTokens[size_t(state)]);
}

QLatin1String redundancyToken(Redundancy redundancy)
{
    return QLatin1String(redundancyTokens[size_t(redundancy)]);
}

QLatin1String componentToken(Component component)
{
    return QLatin1String(component == Component::InteractionServer ? "interaction-server" : "");
}

QLatin1String environmentToken(Environment environment)
{
    return QLatin1String(environmentTokens[size_t(environment)]);
}

QLatin1String socialMessagingToken(SocialMessagingTenants setting)
{
    return QLatin1String(socialTokens[size_t(setting)]);
}

std::optional<ObjectState> stateFromToken(QStringView token)
{
    return fromToken<ObjectState>(stateTokens, token);
}

std::optional<Redundancy> redundancyFromToken(QStringView token)
{
    return fromToken<Redundancy>(redundancyTokens, token);
}

std::optional<Environment> environmentFromToken(QStringView token)
{
    return fromToken<Environment>(environmentTokens, token);
}

std::optional<SocialMessagingTenants> socialMessagingFromToken(QStringView token)
{
    return fromToken<SocialMessagingTenants>(socialTokens, token);
}

QLatin1String kindToken(Kind kind)
{
    return QLatin1String(kindTokens[size_t(kind)]);
}

std::optional<Kind> kindFromToken(QStringView token)
{
    return fromToken<Kind>(kindTokens, token);
}

QString kindLabel(Kind kind)
{
    return QCoreApplication::translate("Kind", kindLabels[size_t(kind)]);
}
