// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/plan/correspondence.h"

/// Which fields of an object differ between a baseline and a working copy, and how.
///
/// DBID, component, load balanced, and the annex keys that stand for the last two, are never
/// compared. Both topologies and the correspondence must outlive it.
class FieldComparison final
{
public:
    FieldComparison(
        const Topology &baseline, const Topology &working, const Correspondence &correspondence)
        : m_baseline(baseline)
        , m_working(working)
        , m_same(correspondence)
    {
    }

    /// Whether any field differs, an application's tenants aside.
    template <class T>
    bool differs(const T &before, const T &after) const;
    /// Every field that differs, sorted, an application's tenants aside.
    template <class T>
    QList<Reason> reasons(const T &before, const T &after) const;

    bool tenantsDiffer(const QList<TenantId> &before, const QList<TenantId> &after) const;
    Reason tenantsReason(const QList<TenantId> &before, const QList<TenantId> &after) const;

    /// Two lists of tenants told apart. In the order of the lists.
    struct Tenants
    {
        QList<TenantId> added;
        QList<TenantId> removed;  ///< The baseline's ids.
        QList<TenantId> kept;     ///< The working copy's ids.
    };
    Tenants compareTenants(const QList<TenantId> &before, const QList<TenantId> &after) const;

private:
    template <class T>
    bool isAlike(const T &before, const T &after) const;
    template <class T>
    bool isSame(Field field, const T &before, const T &after) const;
    bool isSameValue(const Value &before, const Value &after) const;
    template <class Id>
    bool isSameInOrder(const QList<Id> &before, const QList<Id> &after) const;
    bool isSameInOrder(const QList<Connection> &before, const QList<Connection> &after) const;
    template <class T>
    Reason reason(Field field, const T &before, const T &after) const;
    static void appendExtra(QList<Reason> &reasons, const Extra &before, const Extra &after);

    /// The entries of a set-like list that the other side lacks.
    template <class Entry>
    struct Members
    {
        std::vector<const Entry *> added;
        std::vector<const Entry *> removed;
        bool isEmpty() const { return added.empty() && removed.empty(); }
    };
    Members<Connection> compareConnections(
        const QList<Connection> &before, const QList<Connection> &after) const;
    Members<SwitchId> compareSwitches(
        const QList<SwitchId> &before, const QList<SwitchId> &after) const;

    const Topology &m_baseline;
    const Topology &m_working;
    const Correspondence &m_same;
};

/// Sorts reasons by field.
void sortReasons(QList<Reason> &reasons);
