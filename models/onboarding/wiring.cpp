// SPDX-License-Identifier: Apache-2.0
#include "models/onboarding/wiring.h"

#include "models/onboarding/services.h"

#include <algorithm>

namespace {

/// The port id if the target has it, or declares none at all; else one that it has.
QString portFor(const Topology &topology, ApplicationId target, const QString &port)
{
    const auto &ports = topology.application(target).ports;
    const bool fits = ports.isEmpty() || port.isEmpty()
        || std::any_of(ports.begin(), ports.end(), [&](const Port &p) { return p.id == port; });
    return fits ? port : ports.constFirst().id;
}

Connection redirected(const Topology &topology, Connection connection, ApplicationId target)
{
    connection.target = target;
    connection.port = portFor(topology, target, connection.port);
    return connection;
}

void wireNew(StepComposer &composer, const Picks &picks, ApplicationId id, TenantId tenant)
{
    const auto &topology = composer.topology();
    auto connections = topology.application(id).connections;
    for (auto &connection : connections) {
        const auto role = roleOf(topology, connection.target);
        const auto pick = picks.find(role);
        if (pick != picks.end() && role != roleOf(topology, id)
            && !hasTenant(topology, connection.target, tenant))
            connection = redirected(topology, connection, pick->second.application);
    }
    composer.set(id, Field::Connections, connections);
}

void wireExisting(StepComposer &composer, const Picks &picks, ApplicationId id, TenantId tenant)
{
    const auto &topology = composer.topology();
    const auto connections = topology.application(id).connections;
    for (const auto &[type, pick] : picks) {
        if (pick.how == Pick::How::Serving || type == roleOf(topology, id))
            continue;
        const auto leadsTo = [&, role = type](const Connection &connection) {
            return roleOf(topology, connection.target) == role;
        };
        const auto first = std::find_if(connections.begin(), connections.end(), leadsTo);
        const bool isServed =
            std::any_of(connections.begin(), connections.end(), [&](const Connection &connection) {
                return leadsTo(connection) && hasTenant(topology, connection.target, tenant);
            });
        if (first != connections.end() && !isServed)
            composer.add(connectTo(topology, id, redirected(topology, *first, pick.application)));
    }
}

}  // namespace

void wire(StepComposer &composer, const Picks &picks, TenantId tenant)
{
    for (const auto &[type, pick] : picks) {
        if (pick.how == Pick::How::New) {
            wireNew(composer, picks, pick.application, tenant);
            continue;
        }
        wireExisting(composer, picks, pick.application, tenant);
        if (const auto backup = ownBackup(composer.topology(), pick.application))
            wireExisting(composer, picks, *backup, tenant);
    }
}

std::optional<ApplicationId> ownBackup(const Topology &topology, ApplicationId application)
{
    const auto backup = topology.application(application).backup;
    return backup && *backup != application && !topology.isPlaceholder(*backup) ? backup
                                                                                : std::nullopt;
}
