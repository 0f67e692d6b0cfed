// SPDX-License-Identifier: Apache-2.0
#include "views/navigator/placement.h"

#include "models/base/text.h"
#include "models/topology/fields.h"
#include "views/common/objecttext.h"

#include <QCoreApplication>

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Navigator", text);
}

using Group = NavigatorGroup;

Group byTenant(const Topology &topology, const Application &application)
{
    const auto &facts = topology.facts(application.id);
    if (facts.sharing == Sharing::None && !facts.isInteractionServer)
        return {Group::Kind::NoRule};
    switch (application.tenants.size()) {
    case 0:
        return {Group::Kind::NoTenant};
    case 1:
        return {Group::Kind::Tenant, application.tenants.constFirst().value()};
    default:
        return {Group::Kind::Shared};
    }
}

QString kindTitle(Kind kind)
{
    switch (kind) {
    case Kind::Tenant:
        return tr("Tenants");
    case Kind::SwitchingOffice:
        return tr("Switching offices");
    case Kind::Switch:
        return tr("Switches");
    case Kind::Host:
        return tr("Hosts");
    case Kind::Application:
        break;
    }
    return tr("Undefined applications");
}

}  // namespace

std::optional<ObjectId> NavigatorGroup::object() const
{
    if (kind == Kind::Tenant)
        return TenantId(id);
    if (kind == Kind::Host)
        return HostId(id);
    return {};
}

size_t qHash(const NavigatorGroup &group, size_t seed)
{
    return qHashMulti(seed, quint8(group.kind), group.id, group.token);
}

std::optional<NavigatorGroup> placement(
    const Topology &topology, NavigatorGrouping grouping, ObjectId object)
{
    const auto *application = object.kind == Kind::Application
        ? topology.applications().find(object.application())
        : nullptr;
    switch (grouping) {
    case NavigatorGrouping::Tenant:
        if (application)
            return byTenant(topology, *application);
        if (object.kind == Kind::Switch)
            return Group {Group::Kind::Tenant, topology.switchAt(object.switchId()).tenant.value()};
        return {};
    case NavigatorGrouping::Type:
        if (application && !application->isPlaceholder)
            return Group {Group::Kind::Type, 0, application->type.token()};
        return Group {Group::Kind::ObjectKind, quint32(object.kind)};
    case NavigatorGrouping::Host:
        if (!application)
            return {};
        return application->host ? Group {Group::Kind::Host, application->host->value()}
                                 : Group {Group::Kind::NoHost};
    }
    return {};
}

std::optional<NavigatorGroup> headingOf(NavigatorGrouping grouping, ObjectId object)
{
    if (object.kind == Kind::Tenant && grouping == NavigatorGrouping::Tenant)
        return Group {Group::Kind::Tenant, object.id};
    if (object.kind == Kind::Host && grouping == NavigatorGrouping::Host)
        return Group {Group::Kind::Host, object.id};
    return {};
}

bool standsEmpty(const NavigatorGroup &group)
{
    // Environment is no customer: it shows only once something is below it.
    return group.object() && *group.object() != ObjectId(Topology::environment);
}

QString groupTitle(const Topology &topology, const NavigatorGroup &group)
{
    switch (group.kind) {
    case Group::Kind::Tenant:
    case Group::Kind::Host:
        return objectLabel(topology, *group.object());
    case Group::Kind::Shared:
        return tr("Shared servers");
    case Group::Kind::NoTenant:
        return tr("Without a tenant");
    case Group::Kind::NoRule:
        return tr("No tenant rule");
    case Group::Kind::Type:
        return plainText(ApplicationType::fromToken(group.token).displayName());
    case Group::Kind::ObjectKind:
        return kindTitle(Kind(group.id));
    case Group::Kind::NoHost:
        return tr("Without a host");
    }
    return {};
}

bool groupLess(const Topology &topology, const NavigatorGroup &a, const NavigatorGroup &b)
{
    if (a.kind != b.kind)
        return a.kind < b.kind;
    switch (a.kind) {
    case Group::Kind::Tenant: {
        const auto environment = Topology::environment.value();
        if (a.id == environment || b.id == environment)
            return a.id == environment && b.id != environment;
        return objectLess(topology, *a.object(), *b.object());
    }
    case Group::Kind::Host:
        return objectLess(topology, *a.object(), *b.object());
    case Group::Kind::Type: {
        const auto order = compareText(groupTitle(topology, a), groupTitle(topology, b));
        return order == 0 ? textLess(a.token, b.token) : order < 0;
    }
    case Group::Kind::ObjectKind:
        return a.id < b.id;
    default:
        return false;
    }
}

bool objectLess(const Topology &topology, ObjectId a, ObjectId b)
{
    if (a.kind != b.kind)
        return a.kind > b.kind;
    const auto order = compareText(topology.name(a), topology.name(b));
    return order == 0 ? a < b : order < 0;
}
