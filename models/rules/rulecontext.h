// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/rules/aspects.h"
#include "models/rules/dbidindex.h"
#include "models/rules/tenantcycles.h"
#include "models/rules/tenantoptions.h"
#include "models/topology/edit.h"

/// A topology, and what rules ask of it beyond its records, facts and indexes: counts over the
/// whole document, and who bears or names a value. Follows edits, and tells what they change
/// elsewhere.
class RuleContext final
{
public:
    /// Looks at everything.
    explicit RuleContext(const Topology &topology);

    const Topology &topology() const { return m_topology; }
    const Topology::Facts &facts(ApplicationId application) const
    {
        return m_topology.facts(application);
    }

    // --- Tenants ---
    bool hasSeveralCustomers() const { return m_topology.enabledCustomerTenants() >= 2; }
    /// Defined and disabled.
    bool isDisabled(TenantId tenant) const
    {
        return (m_tenants[tenant.value()].flags & Disabled) != 0;
    }
    bool isEnabledCustomer(TenantId tenant) const
    {
        return (m_tenants[tenant.value()].flags & EnabledCustomer) != 0;
    }
    bool isOnCycle(TenantId tenant) const { return m_cycles.contains(tenant); }
    quint32 multimediaSwitchCount(TenantId tenant) const
    {
        return m_tenants[tenant.value()].multimediaSwitches;
    }
    /// A capture point with an option TenantId that isn't blank.
    bool namesTenants(ApplicationId application) const { return m_options.isNaming(application); }
    /// The defined tenant that an option's value names: by DBID, else by name; the value is trimmed
    /// here.
    std::optional<TenantId> tenantNamed(QStringView value) const;

    // --- Types of sharing "one" ---
    /// Of E-mail, Training and Co-browsing Server: bit set. Nothing for all other types.
    static int exclusiveBit(ApplicationType::Id type);
    static ApplicationType::Id exclusiveType(int bit);
    /// Those that some primary application with a tenant is of.
    int exclusiveTypesInUse() const;

    // --- Ports ---
    bool declaresPorts(ApplicationId application) const
    {
        return (facts(application).portTraits & Topology::Facts::DeclaresPorts) != 0;
    }
    bool declaresPort(ApplicationId application, const QString &port) const;
    /// Calls visit(number) for every number from 1 to 65535 that it listens on; one may come twice.
    template <class Visit>
    void forEachListening(ApplicationId application, Visit visit) const
    {
        const auto &known = facts(application);
        if ((known.portTraits & Topology::Facts::ListensOnSeveral) == 0) {
            if (known.port != 0)
                visit(known.port);
            return;
        }
        for (const auto &port : m_topology.application(application).ports) {
            if (port.number && isPortNumber(*port.number))
                visit(quint16(*port.number));
        }
    }

    // --- Values that several objects bear ---
    const DbidIndex &dbids(Kind kind) const { return m_dbids[size_t(kind)]; }
    qint64 dbid(ObjectId object) const;
    const NameIndex &addresses() const { return m_addresses; }

    /// What edits change without showing it.
    struct Consequences
    {
        std::vector<std::pair<ObjectId, Aspects>> touched;
        Aspects
            everywhere;  ///< Read by units of any kind: settings, counts over the whole document.
    };
    /// Takes over edits that have been applied to the topology. The result holds until the next
    /// call.
    const Consequences &follow(const Delta &delta);

private:
    void take(const Record &record, bool isPresent);
    void take(const SetField &edit);
    void rememberTenant(TenantId tenant);
    void rememberExclusive(ApplicationId application);
    void countSwitches();
    template <class Key>
    void touchNaming(const Key &nameOrDbid);

    enum TenantFlag : quint8 { Disabled = 1, EnabledCustomer = 2 };
    struct TenantFacts
    {
        quint32 multimediaSwitches = 0;
        quint8 flags = 0;  ///< TenantFlag
    };

    const Topology &m_topology;
    std::vector<TenantFacts> m_tenants;
    std::vector<quint8> m_exclusiveBits;  // By application: what it adds to m_exclusiveCounts.
    std::array<quint32, 3> m_exclusiveCounts {};
    TenantCycles m_cycles;
    TenantOptions m_options;
    std::array<DbidIndex, kindCount> m_dbids;
    NameIndex m_addresses;
    // As they were after the last edits.
    bool m_hadSeveralCustomers = false;
    int m_exclusiveTypesBefore = 0;
    std::vector<TenantId> m_recounted;  // Tenants whose switches have to be counted again.
    Consequences m_consequences;
};
