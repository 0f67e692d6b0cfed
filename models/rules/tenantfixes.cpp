// SPDX-License-Identifier: Apache-2.0
#include "models/base/text.h"
#include "models/rules/fixes.h"
#include "models/rules/newinstance.h"
#include "models/rules/phrases.h"

#include <algorithm>

namespace {

/// How many of the application's tenants would be left without a primary application of its type if
/// it kept this one only.
int lossOfKeeping(const Topology &topology, const Application &application, TenantId kept)
{
    const auto type = topology.facts(application.id).type;
    return int(
        std::count_if(application.tenants.begin(), application.tenants.end(), [&](TenantId tenant) {
            if (tenant == kept)
                return false;
            const auto &servers = topology.applicationsOf(tenant);
            return std::none_of(servers.begin(), servers.end(), [&](ApplicationId id) {
                return id != application.id && topology.facts(id).type == type
                    && topology.isPrimary(id);
            });
        }));
}

/// How many of the application's linked switches are of other tenants.
int foreignSwitches(const Topology &topology, const Application &application, TenantId kept)
{
    return int(std::count_if(application.switches.begin(), application.switches.end(),
        [&](SwitchId id) { return topology.switchAt(id).tenant != kept; }));
}

/// An application's tenants: to keep the first one loses least. A T-Server works for its switches.
QList<TenantId> tenantsByLoss(const Topology &topology, const Application &application)
{
    auto tenants = application.tenants;
    const auto loss = [&](TenantId tenant) {
        return std::pair(foreignSwitches(topology, application, tenant),
            lossOfKeeping(topology, application, tenant));
    };
    std::stable_sort(tenants.begin(), tenants.end(), [&](TenantId a, TenantId b) {
        const auto left = loss(a);
        const auto right = loss(b);
        return left != right ? left < right
                             : textLess(topology.tenant(a).name, topology.tenant(b).name);
    });
    return tenants;
}

/// Sets the tenants of an application, and of its backup if that had the same.
void setTenants(StepComposer &composer, ApplicationId id, const QList<TenantId> &tenants)
{
    const auto &topology = composer.topology();
    const auto before = topology.application(id).tenants;
    const auto backup = topology.application(id).backup;
    composer.set(id, Field::Tenants, tenants);
    if (backup && *backup != id && !topology.isPlaceholder(*backup)
        && topology.application(*backup).tenants == before)
        composer.set(*backup, Field::Tenants, tenants);
}

}  // namespace

void keepOneTenant(const Topology &topology, const Finding &finding, FixList &fixes)
{
    const auto id = finding.object.application();
    for (const auto kept : tenantsByLoss(topology, topology.application(id))) {
        if (fixes.isFull())
            return;
        StepComposer composer(topology);
        setTenants(composer, id, {kept});
        fixes.add(composer,
            Rules::tr("Keep only %1 on %2").arg(nameOf(topology, kept), nameOf(topology, id)));
    }
}

void splitByTenant(const Topology &topology, const Finding &finding, FixList &fixes)
{
    const auto id = finding.object.application();
    // The one that is named first stays where it is.
    const auto tenants = tenantsByName(topology, finding);
    StepComposer composer(topology);
    // Before it leaves them: a placeholder goes with its last reference.
    std::for_each(tenants.begin() + 1, tenants.end(),
        [&](TenantId tenant) { composer.addObject(newInstance(composer.topology(), id, tenant)); });
    setTenants(composer, id, {tenants.constFirst()});
    // Its other tenants' routes have gone with them.
    if (topology.facts(id).type == ApplicationType::SocialMessagingServer)
        composer.set(id, Field::Options,
            withRoutesOf(topology, tenants.constFirst(), topology.application(id).options));
    fixes.add(composer,
        Rules::tr("Split %1 into %2 instances, one for each tenant")
            .arg(nameOf(topology, id), QString::number(tenants.size())));
}

void markAsLoadBalanced(const Topology &topology, const Finding &finding, FixList &fixes)
{
    fixes.add(setField(topology, finding.object, Field::LoadBalanced, true),
        Rules::tr("Mark %1 as load balanced").arg(nameOf(topology, finding.object)));
}

void allowSocialMessagingTenants(const Topology &topology, const Finding &, FixList &fixes)
{
    auto settings = topology.settings();
    settings.socialMessagingTenants = SocialMessagingTenants::Allow;
    fixes.add(setSettings(topology, settings),
        Rules::tr("Record the reading that Social Messaging Servers may have several tenants"));
}

void assignSomeTenant(const Topology &topology, const Finding &finding, FixList &fixes)
{
    const auto id = finding.object.application();
    QList<TenantId> customers;
    for (const auto &tenant : topology.tenants()) {
        if (!tenant.isPlaceholder && tenant.id != Topology::environment
            && tenant.state == ObjectState::Enabled)
            customers.append(tenant.id);
    }
    std::stable_sort(customers.begin(), customers.end(), [&](TenantId a, TenantId b) {
        return textLess(topology.tenant(a).name, topology.tenant(b).name);
    });
    for (const auto tenant : customers) {
        if (fixes.isFull())
            return;
        StepComposer composer(topology);
        setTenants(composer, id, {tenant});
        fixes.add(composer,
            Rules::tr("Assign %1 to %2").arg(nameOf(topology, tenant), nameOf(topology, id)));
    }
}

void addInstanceForTenant(const Topology &topology, const Finding &finding, FixList &fixes)
{
    const auto tenant = finding.object.tenant();
    const auto type = ApplicationType::fromToken(finding.related.constFirst().name);
    std::optional<ApplicationId> model;
    for (const auto &application : topology.applications()) {
        if (application.type == type && topology.isPrimary(application.id)
            && !application.tenants.isEmpty()
            && (!model || textLess(application.name, topology.application(*model).name)))
            model = application.id;
    }
    if (!model)
        return;
    const auto instance = newInstance(topology, *model, tenant);
    fixes.add(addObject(topology, instance),
        Rules::tr("Add %1, like %2, for %3")
            .arg(quoted(instance.name), nameOf(topology, *model), nameOf(topology, tenant)));
}

void leaveTenantToOne(const Topology &topology, const Finding &finding, FixList &fixes)
{
    const auto tenant = finding.object.tenant();
    // Rather to one that has no other tenant: it would be left with none.
    auto servers = relatedByName(topology, finding);
    std::stable_partition(servers.begin(), servers.end(), [&](const Subject &server) {
        return topology.application(server.object.application()).tenants.size() == 1;
    });
    for (const auto &kept : std::as_const(servers)) {
        StepComposer composer(topology);
        for (const auto &server : finding.related) {
            if (server == kept)
                continue;
            auto tenants = topology.application(server.object.application()).tenants;
            tenants.removeOne(tenant);
            setTenants(composer, server.object.application(), tenants);
        }
        fixes.add(composer,
            Rules::tr("Leave %1 to %2")
                .arg(nameOf(topology, tenant), nameOf(topology, kept.object)));
    }
}

void assignToInteractionServer(const Topology &topology, const Finding &finding, FixList &fixes)
{
    const auto tenant = finding.tenants.constFirst();
    QList<ApplicationId> servers;
    for (const auto &connection : topology.application(finding.object.application()).connections) {
        if (topology.facts(connection.target).type == ApplicationType::InteractionServer
            && !servers.contains(connection.target))
            servers.append(connection.target);
    }
    for (const auto server : servers) {
        auto tenants = topology.application(server).tenants;
        tenants.append(tenant);
        StepComposer composer(topology);
        setTenants(composer, server, tenants);
        fixes.add(composer,
            Rules::tr("Assign %1 to %2").arg(nameOf(topology, tenant), nameOf(topology, server)));
    }
}

void clearParent(const Topology &topology, const Finding &finding, FixList &fixes)
{
    fixes.add(setField(topology, finding.object, Field::Parent, {}),
        Rules::tr("Clear the parent of %1").arg(nameOf(topology, finding.object)));
}
