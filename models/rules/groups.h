// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/rules/rule.h"

#include <functional>

/// Names one unit that is no object: the bearers of one value. Switches are looked at tenant by
/// tenant, so that a unit of theirs may hold several groups of one name.
struct GroupKey
{
    Group group = Group::Name;
    Kind kind = Kind::Tenant;
    qint64 number = 0;  ///< The DBID; names of switches: the tenant's id.
    QString text;       ///< The name or address; nothing for switches.

    static GroupKey name(Kind kind, const QString &name) { return {Group::Name, kind, 0, name}; }
    static GroupKey switchNames(TenantId tenant)
    {
        return {Group::Name, Kind::Switch, tenant.value(), {}};
    }
    static GroupKey dbid(Kind kind, qint64 dbid) { return {Group::Dbid, kind, dbid, {}}; }
    static GroupKey address(const QString &address)
    {
        return {Group::Address, Kind::Host, 0, address};
    }
    /// The unit that the object is in by the value that it bears now.
    static GroupKey of(const RuleContext &context, ObjectId object, Group group);

    bool operator==(const GroupKey &) const = default;
};
size_t qHash(const GroupKey &key, size_t seed = 0);

using VisitGroup = std::function<void(const GroupKey &key, std::span<const quint32> members)>;

/// Calls visit for the unit's groups of two or more members; members are defined, and sorted by id.
void forEachGroup(const RuleContext &context, const GroupKey &key, const VisitGroup &visit);
/// The same for all units of the document. Costs what the shared values are borne by.
void forEachGroup(const RuleContext &context, const VisitGroup &visit);
