// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/draft.h"
#include "models/topology/topologychange.h"

#include <QHash>
#include <QSet>

#include <array>

/// Brings drafts into a topology: finds out which object each one is, resolves names, and makes the
/// new records.
class DraftMerger
{
public:
    enum class Purpose {
        Merge,
        Replace,  ///< Nothing of the topology stays but what the drafts give.
        Add,      ///< All drafts are new objects; names mean the topology's objects first.
    };

    DraftMerger(const Topology &topology, Purpose purpose)
        : m_topology(topology)
        , m_purpose(purpose)
        , m_change(topology)
    {
    }

    Result<void> merge(const TopologyDraft &drafts);
    /// One undefined name is enough to make a placeholder.
    Value resolve(const Draft &draft, Field field, const DraftValue &value);

    TopologyChange &change() { return m_change; }
    Merge takeResult() { return std::move(m_merge); }

private:
    /// An object that a draft is about.
    struct Target
    {
        const Draft *draft;
        quint32 id;
        enum class Role { Adds, Defines, Updates } role;
    };
    /// The bearers of one name in the topology.
    struct Bearers
    {
        std::vector<quint32> defined;
        std::optional<quint32> placeholder;
    };
    using SwitchKey = std::pair<quint32, QString>;  // Tenant and name.

    template <class T>
    void placeAll(const TopologyDraft &drafts);
    template <class T>
    Target target(const Draft &draft, const Bearers &bearers, const QString &key, auto isLike);
    Bearers bearers(Kind kind, const QString &name) const;
    const Bearers &knownBearers(Kind kind, const QString &name);
    Bearers switchBearers(TenantId tenant, const QString &name);

    template <class T>
    typename T::IdType named(const QString &name, const Draft &draft, Field field);
    SwitchId switchNamed(const SwitchName &name, const Draft &draft, Field field);
    template <class T>
    typename T::IdType placeholder(T record, const Draft &draft, Field field);

    Result<void> placeSwitches(const TopologyDraft &drafts);
    template <class T>
    Result<void> makeRecords();
    template <class T>
    Result<void> fill(T &record, const Target &target);
    void tellEnvironment(const Draft &draft);
    Result<void> check(const Tenant &tenant, const Target &target) const;
    Result<void> check(const SwitchingOffice &office, const Target &target) const;
    Result<void> check(const Switch &, const Target &) const { return {}; }
    Result<void> check(const Host &, const Target &) const { return {}; }
    Result<void> check(Application &application, const Target &target);
    template <class T>
    void removeOthers(const Table<T> &table);

    std::vector<Target> &targets(Kind kind) { return m_targets[size_t(kind)]; }
    bool isUsed(ObjectId object) const { return m_used[size_t(object.kind)].contains(object.id); }
    void use(ObjectId object) { m_used[size_t(object.kind)].insert(object.id); }
    void problem(const Draft &draft, Field field, const QString &message);

    const Topology &m_topology;
    Purpose m_purpose;
    TopologyChange m_change;
    Merge m_merge;
    std::array<std::vector<Target>, kindCount> m_targets;
    std::array<QSet<quint32>, kindCount>
        m_used;  // Objects of the topology that a draft is about or refers to.
    std::array<QHash<QString, Bearers>, kindCount> m_bearers;
    std::array<QHash<QString, size_t>, kindCount>
        m_nextBearers;                                     // By name, and what else must be alike.
    std::array<QHash<QString, quint32>, kindCount> m_ids;  // Who a name means; but for switches.
    QHash<SwitchKey, quint32> m_switchIds;
    QHash<quint32, QHash<QString, Bearers>> m_switchesOf;  // By tenant.
};
