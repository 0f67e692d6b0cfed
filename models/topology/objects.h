// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/id.h"
#include "models/topology/applicationtype.h"

#include <QList>

#include <optional>
#include <variant>

// The five kinds of object, as plain values. Field names follow Configuration Server's object model
// (CfgTenant, CfgPhysicalSwitch, CfgSwitch, CfgHost, CfgApplication). An empty text is a missing
// value; numbers that can be missing are optional. Objects refer to each other by id, never by
// name.

using TenantId = Id<struct TenantTag>;
using SwitchingOfficeId = Id<struct SwitchingOfficeTag>;
using SwitchId = Id<struct SwitchTag>;
using HostId = Id<struct HostTag>;
using ApplicationId = Id<struct ApplicationTag>;

/// Kinds stand in documents: do not renumber.
enum class Kind : quint8 { Tenant = 0, SwitchingOffice = 1, Switch = 2, Host = 3, Application = 4 };
inline constexpr int kindCount = 5;

/// Names any object, whatever its kind.
struct ObjectId
{
    Kind kind;
    quint32 id;

    constexpr ObjectId(Kind k, quint32 value)
        : kind(k)
        , id(value)
    {
    }
    constexpr ObjectId(TenantId value)  // NOLINT: a tenant's id is an object's id; likewise below.
        : ObjectId(Kind::Tenant, value.value())
    {
    }
    constexpr ObjectId(SwitchingOfficeId value)  // NOLINT
        : ObjectId(Kind::SwitchingOffice, value.value())
    {
    }
    constexpr ObjectId(SwitchId value)  // NOLINT
        : ObjectId(Kind::Switch, value.value())
    {
    }
    constexpr ObjectId(HostId value)  // NOLINT
        : ObjectId(Kind::Host, value.value())
    {
    }
    constexpr ObjectId(ApplicationId value)  // NOLINT
        : ObjectId(Kind::Application, value.value())
    {
    }

    /// Only for an object of that kind.
    constexpr TenantId tenant() const { return as<TenantId>(Kind::Tenant); }
    constexpr SwitchingOfficeId office() const
    {
        return as<SwitchingOfficeId>(Kind::SwitchingOffice);
    }
    constexpr SwitchId switchId() const { return as<SwitchId>(Kind::Switch); }
    constexpr HostId host() const { return as<HostId>(Kind::Host); }
    constexpr ApplicationId application() const { return as<ApplicationId>(Kind::Application); }

    constexpr auto operator<=>(const ObjectId &) const = default;

private:
    template <class T>
    constexpr T as([[maybe_unused]] Kind expected) const
    {
        Q_ASSERT(kind == expected);
        return T(id);
    }
};

constexpr size_t qHash(ObjectId object, size_t seed = 0)
{
    return ::qHash((quint64(object.kind) << 32) | object.id, seed);
}

// These stand in documents: do not renumber.
enum class ObjectState : quint8 { Enabled = 1, Disabled = 2 };
enum class Redundancy : quint8 { None = 0, Cold = 1, Warm = 2, Hot = 3 };
/// What an application is where its type does not say it.
enum class Component : quint8 { None = 0, InteractionServer = 1 };
enum class Environment : quint8 { MultiTenant = 0, SingleTenant = 1 };
/// How a Social Messaging Server with several tenants is judged.
enum class SocialMessagingTenants : quint8 { Warn = 0, Forbid = 1, Allow = 2 };

/// A key that Switchyard doesn't know, kept as it came: "json" is its value as compact JSON text,
/// with the keys of objects in order, and numbers as they were written.
struct ExtraField
{
    QString key;
    QString json;
    bool operator==(const ExtraField &) const = default;
};
/// Sorted by key (textLess); no key twice.
using Extra = QList<ExtraField>;

/// One line of the Connections tab. Two are the same connection if target and port are.
struct Connection
{
    ApplicationId target;
    QString port;  ///< Id of a listening port of the target; empty for none.
    QString protocol;
    std::optional<qint64> localTimeout;   ///< seconds
    std::optional<qint64> remoteTimeout;  ///< seconds
    QString traceMode;
    Extra extra;

    bool operator==(const Connection &) const = default;
    bool isSameAs(const Connection &other) const
    {
        return target == other.target && port == other.port;
    }
};

/// A listening port.
struct Port
{
    QString id;
    std::optional<qint64> number;  ///< 1 to 65535 are ports; anything else is kept and ignored.
    Extra extra;

    bool operator==(const Port &) const = default;
};

struct Option
{
    QString key;
    QString value;
    bool operator==(const Option &) const = default;
};

/// Options of one section, sorted by key. A section may be empty: that differs from no section.
struct OptionSection
{
    QString name;
    QList<Option> options;
    bool operator==(const OptionSection &) const = default;
};
/// Sorted by name (textLess); no name and no key twice.
using Options = QList<OptionSection>;

/// A placeholder has a name, and for switches a tenant; everything else is as constructed.
struct Tenant
{
    static constexpr Kind kind = Kind::Tenant;
    using IdType = TenantId;

    TenantId id {0};
    bool isPlaceholder = false;
    ObjectState state = ObjectState::Enabled;
    qint64 dbid = 0;  ///< 0: not known
    QString name;
    std::optional<TenantId> parent;
    Extra extra;

    bool operator==(const Tenant &) const = default;
};

/// CfgPhysicalSwitch.
struct SwitchingOffice
{
    static constexpr Kind kind = Kind::SwitchingOffice;
    using IdType = SwitchingOfficeId;

    SwitchingOfficeId id {0};
    bool isPlaceholder = false;
    ObjectState state = ObjectState::Enabled;
    qint64 dbid = 0;
    QString name;
    QString type;  ///< A token of CfgSwitchType (switchtype.h), or what was read in its place.
    Extra extra;

    bool operator==(const SwitchingOffice &) const = default;
};

struct Switch
{
    static constexpr Kind kind = Kind::Switch;
    using IdType = SwitchId;

    SwitchId id {0};
    bool isPlaceholder = false;
    ObjectState state = ObjectState::Enabled;
    qint64 dbid = 0;
    QString name;
    TenantId tenant {0};
    std::optional<SwitchingOfficeId> office;  ///< None only for a placeholder.
    Extra extra;

    bool operator==(const Switch &) const = default;
};

struct Host
{
    static constexpr Kind kind = Kind::Host;
    using IdType = HostId;

    HostId id {0};
    bool isPlaceholder = false;
    ObjectState state = ObjectState::Enabled;
    qint64 dbid = 0;
    QString name;
    QString ipAddress;
    std::optional<qint64> lcaPort;
    QString osType;
    Extra extra;

    bool operator==(const Host &) const = default;
};

struct Application
{
    static constexpr Kind kind = Kind::Application;
    using IdType = ApplicationId;

    ApplicationId id {0};
    bool isPlaceholder = false;
    ObjectState state = ObjectState::Enabled;
    Redundancy redundancy = Redundancy::None;
    Component component = Component::None;
    bool isLoadBalanced = false;
    std::optional<bool> autoRestart;
    qint64 dbid = 0;
    QString name;
    ApplicationType type;
    QString release;
    QList<TenantId> tenants;        ///< The Tenants tab; sorted, none twice.
    QList<Connection> connections;  ///< Sorted by target, then port (textLess); none twice.
    std::optional<HostId> host;
    QList<Port> ports;                    ///< Sorted by id (textLess), then number.
    std::optional<ApplicationId> backup;  ///< May be the application itself (a finding).
    QList<SwitchId> switches;             ///< Linked switches; sorted, none twice.
    QString templateName;
    QString workingDirectory;
    QString commandLine;
    QString arguments;
    std::optional<qint64> startupTimeout;   ///< seconds
    std::optional<qint64> shutdownTimeout;  ///< seconds
    Options options;
    Options annex;
    Extra extra;

    // Out of line: they are long, and hundreds of files would compile them again.
    Application();
    Application(const Application &other);
    Application(Application &&other) noexcept;
    Application &operator=(const Application &other);
    Application &operator=(Application &&other) noexcept;
    ~Application();

    bool operator==(const Application &other) const;
};

/// The document's own statements (contract: Document settings).
struct Settings
{
    Environment environment = Environment::MultiTenant;
    SocialMessagingTenants socialMessagingTenants = SocialMessagingTenants::Warn;
    Extra extra;

    bool operator==(const Settings &) const = default;
};

using Record = std::variant<Tenant, SwitchingOffice, Switch, Host, Application>;

inline ObjectId objectId(const Record &record)
{
    return std::visit([](const auto &object) -> ObjectId { return object.id; }, record);
}
