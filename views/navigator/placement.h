// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/topology.h"

enum class NavigatorGrouping : quint8 { Tenant, Type, Host };

/// A heading of the navigator. Tenants and hosts are objects themselves.
struct NavigatorGroup
{
    enum class Kind : quint8 {
        Tenant,
        Shared,    ///< Servers of several tenants.
        NoTenant,  ///< Servers that should have a tenant and have none.
        NoRule,    ///< Servers whose tenants don't matter.
        Type,
        ObjectKind,  ///< Objects other than applications.
        Host,
        NoHost,
    };

    Kind kind = Kind::Shared;
    quint32 id = 0;      ///< Of the tenant or host; the ::Kind of ObjectKind.
    QString token = {};  ///< The type's.

    bool operator==(const NavigatorGroup &) const = default;
    /// The tenant or host that the heading stands for.
    std::optional<ObjectId> object() const;
};
size_t qHash(const NavigatorGroup &group, size_t seed = 0);

/// Where an object stands; none if this grouping doesn't show it below a heading. The object must
/// exist.
std::optional<NavigatorGroup> placement(
    const Topology &topology, NavigatorGrouping grouping, ObjectId object);
/// The heading that the object itself is, in this grouping; none for most.
std::optional<NavigatorGroup> headingOf(NavigatorGrouping grouping, ObjectId object);
/// Headings that stand even when nothing is below them: tenants and hosts.
bool standsEmpty(const NavigatorGroup &group);
/// What the heading says. Its object must exist.
QString groupTitle(const Topology &topology, const NavigatorGroup &group);
/// The order of headings.
bool groupLess(const Topology &topology, const NavigatorGroup &a, const NavigatorGroup &b);
/// The order of objects below a heading: applications, then the rest; by name.
bool objectLess(const Topology &topology, ObjectId a, ObjectId b);
