// SPDX-License-Identifier: Apache-2.0
#include "models/topology/edits.h"
#include "models/topology/refusal.h"

#include <QCoreApplication>

#include <algorithm>

// The tenants, connections and switches of an application.

namespace {

struct MembershipsTexts
{
    Q_DECLARE_TR_FUNCTIONS(Memberships)
};

}  // namespace

Result<Step> assignTenant(const Topology &topology, ApplicationId application, TenantId tenant)
{
    const auto *found = topology.applications().find(application);
    if (!found)
        return notFound(application);
    if (!topology.contains(tenant))
        return notFound(tenant);
    if (found->isPlaceholder)
        return refused(objection(topology, application, Field::Tenants, {}));
    if (std::binary_search(found->tenants.begin(), found->tenants.end(), tenant))
        return Step {};
    return Step {{}, {Assign {application, tenant}}};
}

Result<Step> unassignTenant(const Topology &topology, ApplicationId application, TenantId tenant)
{
    const auto *found = topology.applications().find(application);
    if (!found)
        return notFound(application);
    if (!topology.contains(tenant))
        return notFound(tenant);
    if (!std::binary_search(found->tenants.begin(), found->tenants.end(), tenant))
        return Step {};
    Step step {{}, {Unassign {application, tenant}}};
    dropUnreferencedPlaceholders(topology, step);
    return step;
}

Result<Step> connectTo(
    const Topology &topology, ApplicationId application, const Connection &connection)
{
    const auto *found = topology.applications().find(application);
    if (!found)
        return notFound(application);
    if (!topology.contains(connection.target))
        return notFound(connection.target);
    if (found->isPlaceholder)
        return refused(objection(topology, application, Field::Connections, {}));
    Step step;
    for (const auto &other : found->connections) {
        if (other == connection)
            return Step {};
        if (other.isSameAs(connection)) {
            step.edits.append(Disconnect {application, other});
            step.title = MembershipsTexts::tr("Change the connection of %1 to %2")
                             .arg(found->name, topology.name(connection.target));
        }
    }
    step.edits.append(Connect {application, connection});
    return step;
}

Result<Step> disconnectFrom(const Topology &topology, ApplicationId application,
    ApplicationId target, const std::optional<QString> &port)
{
    const auto *found = topology.applications().find(application);
    if (!found)
        return notFound(application);
    if (!topology.contains(target))
        return notFound(target);
    Step step;
    for (const auto &connection : found->connections) {
        if (connection.target == target && (!port || connection.port == *port))
            step.edits.append(Disconnect {application, connection});
    }
    dropUnreferencedPlaceholders(topology, step);
    return step;
}

Result<Step> linkSwitch(const Topology &topology, ApplicationId application, SwitchId linkedSwitch)
{
    const auto *found = topology.applications().find(application);
    if (!found)
        return notFound(application);
    if (!topology.contains(linkedSwitch))
        return notFound(linkedSwitch);
    if (found->isPlaceholder)
        return refused(objection(topology, application, Field::Switches, {}));
    if (found->switches.contains(linkedSwitch))
        return Step {};
    return Step {{}, {Link {application, linkedSwitch}}};
}

Result<Step> unlinkSwitch(
    const Topology &topology, ApplicationId application, SwitchId linkedSwitch)
{
    const auto *found = topology.applications().find(application);
    if (!found)
        return notFound(application);
    if (!topology.contains(linkedSwitch))
        return notFound(linkedSwitch);
    if (!found->switches.contains(linkedSwitch))
        return Step {};
    Step step {{}, {Unlink {application, linkedSwitch}}};
    dropUnreferencedPlaceholders(topology, step);
    return step;
}
