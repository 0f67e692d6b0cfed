// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/objects.h"

#include <span>

/// Every field of every kind of object. One list feeds import and export, edits, the journal, the
/// difference of two topologies, the inspector and the tables. The numbers stand in documents: do
/// not renumber.
enum class Field : quint8 {
    Dbid = 0,
    Name = 1,
    State = 2,
    Parent = 3,
    Type = 4,
    Tenant = 5,
    SwitchingOffice = 6,
    IpAddress = 7,
    LcaPort = 8,
    OsType = 9,
    Component = 10,
    Release = 11,
    Tenants = 12,
    Connections = 13,
    Host = 14,
    Ports = 15,
    Backup = 16,
    Redundancy = 17,
    Switches = 18,
    Template = 19,
    WorkingDirectory = 20,
    CommandLine = 21,
    Arguments = 22,
    AutoRestart = 23,
    StartupTimeout = 24,
    ShutdownTimeout = 25,
    Options = 26,
    Annex = 27,
    LoadBalanced = 28,
    Extra = 29,
};

/// What a field holds. std::monostate: no value. Texts are never empty here: an empty text is no
/// value.
using Value = std::variant<std::monostate, bool, qint64, QString, ObjectState, Redundancy,
    Component, ApplicationType, TenantId, SwitchingOfficeId, HostId, ApplicationId, QList<TenantId>,
    QList<Connection>, QList<SwitchId>, QList<Port>, Options, Extra>;

/// The fields of a kind in the order of its inspector page: identity first, Extra last.
std::span<const Field> fieldsOf(Kind kind);
bool hasField(Kind kind, Field field);
/// The name in the topology format, such as "ipAddress"; Extra has none (empty).
QLatin1String fieldName(Field field);
/// Nothing for a name that the kind doesn't have. "dbid" to "loadBalanced".
std::optional<Field> fieldFromName(Kind kind, QStringView name);
/// What people read, such as "IP address"; translated.
QString fieldLabel(Field field);
/// Type, and a switch's tenant and switching office: fixed once created.
bool isFixedOnceCreated(Kind kind, Field field);
/// Tenants, connections, switches: edited by member, compared as sets.
bool isSetLike(Field field);

/// The field must be one of the record's kind. Lists and flags are always a value, be they empty or
/// off.
Value fieldValue(const Tenant &tenant, Field field);
Value fieldValue(const SwitchingOffice &office, Field field);
Value fieldValue(const Switch &object, Field field);
Value fieldValue(const Host &host, Field field);
Value fieldValue(const Application &application, Field field);
Value fieldValue(const Record &record, Field field);

/// The value must have the field's type, or none; none is the field's default (enabled, none,
/// false, empty).
void setFieldValue(Tenant &tenant, Field field, const Value &value);
void setFieldValue(SwitchingOffice &office, Field field, const Value &value);
void setFieldValue(Switch &object, Field field, const Value &value);
void setFieldValue(Host &host, Field field, const Value &value);
void setFieldValue(Application &application, Field field, const Value &value);

// Words of the topology format.
QLatin1String stateToken(ObjectState state);
QLatin1String redundancyToken(Redundancy redundancy);
QLatin1String componentToken(Component component);  ///< Empty for none.
QLatin1String environmentToken(Environment environment);
QLatin1String socialMessagingToken(SocialMessagingTenants setting);
std::optional<ObjectState> stateFromToken(QStringView token);
std::optional<Redundancy> redundancyFromToken(QStringView token);
std::optional<Environment> environmentFromToken(QStringView token);
std::optional<SocialMessagingTenants> socialMessagingFromToken(QStringView token);
/// "tenant", "switching-office", "switch", "host", "application".
QLatin1String kindToken(Kind kind);
std::optional<Kind> kindFromToken(QStringView token);
/// "Tenant", "Switching office" …; translated.
QString kindLabel(Kind kind);
