// SPDX-License-Identifier: Apache-2.0
#include "models/rules/groups.h"

#include "models/base/text.h"
#include "models/rules/rulecontext.h"

#include <algorithm>

namespace {

/// Splits candidates, which an index knows by hash only, into runs of equal value.
template <class Value, class Less>
void forEachRun(std::vector<quint32> ids, Value value, Less less, const VisitGroup &visit, auto key)
{
    std::stable_sort(
        ids.begin(), ids.end(), [&](quint32 a, quint32 b) { return less(value(a), value(b)); });
    for (auto begin = ids.begin(); begin != ids.end();) {
        const auto end = std::find_if(
            begin, ids.end(), [&](quint32 id) { return less(value(*begin), value(id)); });
        if (end - begin >= 2)
            visit(key(value(*begin)), std::span(begin, end));
        begin = end;
    }
}

bool nameLess(const QString &a, const QString &b)
{
    return textLess(a, b);
}

std::vector<quint32> defined(const Topology &topology, Kind kind, std::span<const quint32> ids)
{
    std::vector<quint32> kept;
    std::copy_if(ids.begin(), ids.end(), std::back_inserter(kept),
        [&](quint32 id) { return !topology.isPlaceholder(ObjectId(kind, id)); });
    return kept;
}

void visitNames(const RuleContext &context, Kind kind, std::span<const quint32> candidates,
    const VisitGroup &visit)
{
    const auto &topology = context.topology();
    forEachRun(
        defined(topology, kind, candidates),
        [&](quint32 id) -> const QString & { return topology.name(ObjectId(kind, id)); }, nameLess,
        visit, [&](const QString &name) { return GroupKey::name(kind, name); });
}

void visitSwitchNames(const RuleContext &context, TenantId tenant, const VisitGroup &visit)
{
    const auto &topology = context.topology();
    const auto &owned = topology.switchesOf(tenant);
    if (owned.size() < 2)
        return;
    std::vector<quint32> ids;
    for (const auto id : owned) {
        if (!topology.switchAt(id).isPlaceholder)
            ids.push_back(id.value());
    }
    const auto less = [](const Switch &a, const Switch &b) {
        return a.office != b.office ? a.office < b.office : textLess(a.name, b.name);
    };
    forEachRun(
        std::move(ids),
        [&](quint32 id) -> const Switch & { return topology.switchAt(SwitchId(id)); }, less, visit,
        [&](const Switch &) { return GroupKey::switchNames(tenant); });
}

void visitDbids(
    const RuleContext &context, Kind kind, std::vector<quint32> candidates, const VisitGroup &visit)
{
    forEachRun(
        std::move(candidates), [&](quint32 id) { return context.dbid(ObjectId(kind, id)); },
        std::less<qint64>(), visit, [&](qint64 dbid) { return GroupKey::dbid(kind, dbid); });
}

void visitAddresses(
    const RuleContext &context, std::vector<quint32> candidates, const VisitGroup &visit)
{
    forEachRun(
        std::move(candidates),
        [&](quint32 id) -> const QString & {
            return context.topology().host(HostId(id)).ipAddress;
        },
        nameLess, visit, [](const QString &address) { return GroupKey::address(address); });
}

constexpr Kind kinds[] = {
    Kind::Tenant, Kind::SwitchingOffice, Kind::Switch, Kind::Host, Kind::Application};

}  // namespace

size_t qHash(const GroupKey &key, size_t seed)
{
    return qHashMulti(seed, int(key.group), int(key.kind), key.number, key.text);
}

GroupKey GroupKey::of(const RuleContext &context, ObjectId object, Group group)
{
    const auto &topology = context.topology();
    switch (group) {
    case Group::Dbid:
        return dbid(object.kind, context.dbid(object));
    case Group::Address:
        return address(topology.host(object.host()).ipAddress);
    case Group::None:
    case Group::Name:
        break;
    }
    return object.kind == Kind::Switch ? switchNames(topology.switchAt(object.switchId()).tenant)
                                       : name(object.kind, topology.name(object));
}

void forEachGroup(const RuleContext &context, const GroupKey &key, const VisitGroup &visit)
{
    const auto &topology = context.topology();
    std::vector<quint32> candidates;
    switch (key.group) {
    case Group::None:
        return;
    case Group::Name:
        if (key.kind == Kind::Switch) {
            const TenantId tenant {quint32(key.number)};
            if (topology.contains(tenant))
                visitSwitchNames(context, tenant, visit);
            return;
        }
        topology.names(key.kind).candidates(key.text, [&](quint32 id) {
            if (topology.name(ObjectId(key.kind, id)) == key.text)
                candidates.push_back(id);
        });
        return visitNames(context, key.kind, candidates, visit);
    case Group::Dbid:
        context.dbids(key.kind).candidates(key.number, [&](quint32 id) {
            if (context.dbid(ObjectId(key.kind, id)) == key.number)
                candidates.push_back(id);
        });
        return visitDbids(context, key.kind, std::move(candidates), visit);
    case Group::Address:
        context.addresses().candidates(key.text, [&](quint32 id) {
            if (topology.host(HostId(id)).ipAddress == key.text)
                candidates.push_back(id);
        });
        return visitAddresses(context, std::move(candidates), visit);
    }
}

void forEachGroup(const RuleContext &context, const VisitGroup &visit)
{
    const auto &topology = context.topology();
    for (const auto kind : kinds) {
        if (kind != Kind::Switch)
            topology.names(kind).shared(
                [&](const auto &ids) { visitNames(context, kind, ids, visit); });
        context.dbids(kind).shared([&](const auto &ids) { visitDbids(context, kind, ids, visit); });
    }
    if (topology.switches().size() >= 2) {
        for (const auto &tenant : topology.tenants())
            visitSwitchNames(context, tenant.id, visit);
    }
    context.addresses().shared([&](const auto &ids) { visitAddresses(context, ids, visit); });
}
