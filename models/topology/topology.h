// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/result.h"
#include "models/topology/applicationfacts.h"
#include "models/topology/edit.h"
#include "models/topology/nameindex.h"
#include "models/topology/siteanswer.h"
#include "models/topology/table.h"
#include "models/topology/waiver.h"

#include <QHash>
#include <QMap>

#include <array>

/// A contact centre's tenants, switching offices, switches, hosts and applications, and who refers
/// to whom.
///
/// A value: copies are cheap (they share records) and compare. References always resolve; whatever
/// else may be wrong is held and judged by the rules. Tenant 0 is Environment and always exists.
/// Only apply() changes a topology (apply.h), besides building one from parts (load).
class Topology final
{
public:
    static constexpr TenantId environment {0};

    /// Environment alone.
    Topology();
    // Out of line for the reason that Application's are.
    Topology(const Topology &other);
    Topology(Topology &&other) noexcept;
    Topology &operator=(const Topology &other);
    Topology &operator=(Topology &&other) noexcept;
    ~Topology();

    // --- Objects; placeholders are among them ---
    const Table<Tenant> &tenants() const { return m_tenants; }
    const Table<SwitchingOffice> &offices() const { return m_offices; }
    const Table<Switch> &switches() const { return m_switches; }
    const Table<Host> &hosts() const { return m_hosts; }
    const Table<Application> &applications() const { return m_applications; }
    template <class T>
    const Table<T> &table() const;

    /// The object must exist.
    const Tenant &tenant(TenantId id) const { return m_tenants.at(id); }
    const SwitchingOffice &office(SwitchingOfficeId id) const { return m_offices.at(id); }
    const Switch &switchAt(SwitchId id) const { return m_switches.at(id); }
    const Host &host(HostId id) const { return m_hosts.at(id); }
    const Application &application(ApplicationId id) const { return m_applications.at(id); }

    bool contains(ObjectId object) const;
    /// The object must exist.
    const QString &name(ObjectId object) const;
    bool isPlaceholder(ObjectId object) const;
    Record record(ObjectId object) const;
    /// Defined objects and placeholders of a kind.
    int objectCount(Kind kind) const;
    /// Defined objects of all kinds.
    int definedCount() const;
    /// Nothing but Environment, with default settings and no extra keys.
    bool isEmpty() const;

    const Settings &settings() const { return m_settings; }
    const Extra &extra() const { return m_extra; }
    /// Sorted by key; no key twice. Their objects need not exist.
    const QList<Waiver> &waivers() const { return m_waivers; }
    /// Null if there is none of this key.
    const Waiver *findWaiver(const WaiverKey &key) const;
    /// Where objects stand in the picture, for those that were moved there. Their objects need not
    /// exist: what comes back by undo comes back to its place.
    const QHash<ObjectId, qint64> &places() const { return m_places; }
    std::optional<qint64> place(ObjectId object) const;
    /// Sorted by type and field; no pair twice.
    const QList<SiteAnswer> &siteAnswers() const { return m_siteAnswers; }
    /// Null if there is none.
    const SiteAnswer *findAnswer(QStringView type, QStringView field) const;
    /// Restarts that were exported and not confirmed since, with the revision that was exported.
    /// Their applications need not exist, as with places.
    const QMap<ApplicationId, qint64> &pendingRestarts() const { return m_pendingRestarts; }
    std::optional<qint64> pendingRestart(ApplicationId application) const;

    /// The id that the next new object of a kind gets.
    quint32 nextId(Kind kind) const { return m_nextIds[size_t(kind)]; }

    // --- By name ---
    /// Who bears the name, in the order of the document; placeholders too. Exact comparison.
    QList<quint32> bearers(Kind kind, QStringView name) const;
    /// For those who look for shared names among all; knows hashes only.
    const NameIndex &names(Kind kind) const { return m_names[size_t(kind)]; }
    /// Who a reference by this name means: the first bearer.
    std::optional<TenantId> findTenant(QStringView name) const;
    std::optional<SwitchingOfficeId> findOffice(QStringView name) const;
    std::optional<HostId> findHost(QStringView name) const;
    std::optional<ApplicationId> findApplication(QStringView name) const;
    /// The first switch of that tenant and name.
    std::optional<SwitchId> findSwitch(TenantId tenant, QStringView name) const;

    // --- Who refers to an object; sorted by id ---
    const QList<ApplicationId> &applicationsOf(TenantId tenant) const
    {
        return m_tenantLinks[tenant.value()].applications;
    }
    const QList<SwitchId> &switchesOf(TenantId tenant) const
    {
        return m_tenantLinks[tenant.value()].switches;
    }
    const QList<TenantId> &childrenOf(TenantId tenant) const
    {
        return m_tenantLinks[tenant.value()].children;
    }
    const QList<SwitchId> &switchesIn(SwitchingOfficeId office) const
    {
        return m_officeLinks[office.value()];
    }
    const QList<ApplicationId> &applicationsOn(HostId host) const
    {
        return m_hostLinks[host.value()];
    }
    const QList<ApplicationId> &applicationsLinkedTo(SwitchId id) const
    {
        return m_switchLinks[id.value()];
    }
    /// Those that connect to the application, each once, whatever the number of its connections.
    const QList<ApplicationId> &clientsOf(ApplicationId id) const
    {
        return m_applicationLinks[id.value()].clients;
    }
    /// Those that name the application as their backup, itself included if it does.
    const QList<ApplicationId> &primariesOf(ApplicationId id) const
    {
        return m_applicationLinks[id.value()].primaries;
    }
    /// How many references there are from objects other than itself, placeholders' included.
    qsizetype referenceCount(ObjectId object) const;

    // --- What follows from the fields ---
    /// Another application names it as its backup.
    bool isBackup(ApplicationId id) const { return m_facts[id.value()].isBackup; }
    bool isPrimary(ApplicationId id) const { return !isBackup(id); }
    bool isMultimedia(SwitchId id) const;
    /// A switch that is a placeholder, or whose office is one, is neither multimedia nor not.
    bool isKnownNotMultimedia(SwitchId id) const;
    /// Defined and enabled tenants other than Environment.
    int enabledCustomerTenants() const { return m_enabledCustomerTenants; }

    using Facts = ApplicationFacts;
    const Facts &facts(ApplicationId id) const { return m_facts[id.value()]; }

    /// All but the next ids.
    bool operator==(const Topology &other) const;

    /// The parts of a topology, as a document or a file gives them.
    struct Parts
    {
        Table<Tenant> tenants;
        Table<SwitchingOffice> offices;
        Table<Switch> switches;
        Table<Host> hosts;
        Table<Application> applications;
        Settings settings;
        Extra extra;
        QList<Waiver> waivers;  ///< In any order; no key twice.
        QHash<ObjectId, qint64> places;
        QList<SiteAnswer> siteAnswers;  ///< In any order; no type and field twice.
        QMap<ApplicationId, qint64> pendingRestarts;
        std::array<quint32, kindCount>
            nextIds {};  ///< Raised to above the highest id where they are too low.
    };
    /// Every reference must resolve, lists must be sorted as objects.h says, tenant 0 must be
    /// Environment; the error names the first object where that is not so.
    static Result<Topology> fromParts(Parts parts);
    /// Environment as it always is.
    static Tenant environmentTenant();

private:
    friend class TopologyWriter;
    struct Empty
    {
    };
    explicit Topology(Empty) { }
    template <class Visit>
    decltype(auto) visit(ObjectId object, Visit visit) const;
    template <class T>
    std::optional<typename T::IdType> firstBearer(QStringView wanted) const;

    struct TenantLinks
    {
        QList<ApplicationId> applications;
        QList<SwitchId> switches;
        QList<TenantId> children;
    };
    struct ApplicationLinks
    {
        QList<ApplicationId> clients;
        QList<ApplicationId> primaries;
    };

    Table<Tenant> m_tenants;
    Table<SwitchingOffice> m_offices;
    Table<Switch> m_switches;
    Table<Host> m_hosts;
    Table<Application> m_applications;
    Settings m_settings;
    Extra m_extra;
    QList<Waiver> m_waivers;
    QHash<ObjectId, qint64> m_places;
    QList<SiteAnswer> m_siteAnswers;
    QMap<ApplicationId, qint64> m_pendingRestarts;
    std::array<quint32, kindCount> m_nextIds {};

    // Indexes, by id.
    std::vector<TenantLinks> m_tenantLinks;
    std::vector<QList<SwitchId>> m_officeLinks;
    std::vector<QList<ApplicationId>> m_hostLinks;
    std::vector<QList<ApplicationId>> m_switchLinks;
    std::vector<ApplicationLinks> m_applicationLinks;
    std::vector<Facts> m_facts;
    std::array<NameIndex, kindCount> m_names;
    int m_enabledCustomerTenants = 0;
};

template <>
inline const Table<Tenant> &Topology::table() const
{
    return m_tenants;
}
template <>
inline const Table<SwitchingOffice> &Topology::table() const
{
    return m_offices;
}
template <>
inline const Table<Switch> &Topology::table() const
{
    return m_switches;
}
template <>
inline const Table<Host> &Topology::table() const
{
    return m_hosts;
}
template <>
inline const Table<Application> &Topology::table() const
{
    return m_applications;
}
