// SPDX-License-Identifier: Apache-2.0
#include "models/onboarding/services.h"

#include "models/base/text.h"

#include <algorithm>

ApplicationType::Id roleOf(const Topology &topology, ApplicationId application)
{
    const auto &facts = topology.facts(application);
    return facts.isInteractionServer ? ApplicationType::InteractionServer : facts.type;
}

bool hasTenant(const Topology &topology, ApplicationId application, TenantId tenant)
{
    const auto &tenants = topology.application(application).tenants;
    return std::binary_search(tenants.begin(), tenants.end(), tenant);
}

bool mayTakeTenant(const Topology &topology, ApplicationId application)
{
    const auto &server = topology.application(application);
    if (server.tenants.isEmpty())
        return true;
    switch (server.type.sharing()) {
    case Sharing::Many:
        return true;
    case Sharing::Balanced:
        return server.isLoadBalanced;
    case Sharing::Undecided:
        return topology.settings().socialMessagingTenants != SocialMessagingTenants::Forbid;
    case Sharing::None:
    case Sharing::One:
    case Sharing::TServer:
        return false;
    }
    return false;
}

QList<Service> neededServices(const Topology &topology, TenantId tenant, const QSet<Medium> &media)
{
    QList<Service> services {{ApplicationType::ContactServer, {}, {}, {}},
        {ApplicationType::InteractionServer, {}, {}, {}}};
    for (const auto medium : allMedia()) {
        if (media.contains(medium))
            services.append({serverType(medium), {}, {}, {}});
    }
    for (const auto &application : topology.applications()) {
        const auto &facts = topology.facts(application.id);
        if (!facts.isDefined || facts.isBackup)
            continue;
        const auto service = std::find_if(services.begin(), services.end(),
            [role = roleOf(topology, application.id)](const Service &s) { return s.type == role; });
        if (service == services.end())
            continue;
        if (!service->serving && hasTenant(topology, application.id, tenant))
            service->serving = application.id;
        // An Interaction Server of type T-Server serves one tenant at most, and is no model either.
        if (application.type != ApplicationType(service->type))
            continue;
        service->models.append(application.id);
        if (facts.isEnabled && mayTakeTenant(topology, application.id))
            service->shareable.append(application.id);
    }
    const auto byName = [&](ApplicationId a, ApplicationId b) {
        return textLess(topology.application(a).name, topology.application(b).name);
    };
    for (auto &service : services) {
        std::stable_sort(service.shareable.begin(), service.shareable.end(), byName);
        std::stable_sort(service.models.begin(), service.models.end(), byName);
    }
    return services;
}
