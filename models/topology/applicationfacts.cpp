// SPDX-License-Identifier: Apache-2.0
#include "models/topology/applicationfacts.h"

#include <algorithm>

void ApplicationFacts::setTenants(const QList<TenantId> &tenants)
{
    set(NoTenant, tenants.isEmpty());
    set(SeveralTenants, tenants.size() >= 2);
    firstTenant = tenants.isEmpty() ? TenantId(0) : tenants.constFirst();
}

void ApplicationFacts::setConnections(const QList<Connection> &connections)
{
    set(Connections, !connections.isEmpty());
    set(OddConnectionPort,
        std::any_of(connections.begin(), connections.end(), [](const Connection &connection) {
            return !connection.port.isEmpty() && !isDefaultPort(connection.port);
        }));
}

void ApplicationFacts::setSwitches(const QList<SwitchId> &switches)
{
    set(Switches, !switches.isEmpty());
}

void ApplicationFacts::setPorts(const QList<Port> &ports)
{
    portTraits = 0;
    port = 0;
    for (const auto &declared : ports) {
        portTraits |= DeclaresPorts;
        if (isDefaultPort(declared.id))
            portTraits |= DeclaresDefaultPort;
        if (!declared.number || !isPortNumber(*declared.number))
            continue;
        if (port != 0)
            portTraits |= ListensOnSeveral;
        port = quint16(*declared.number);
    }
}

void ApplicationFacts::setRecord(const Application &application)
{
    const bool hasComponent = application.component == Component::InteractionServer
        && application.type.id() == ApplicationType::TServer;
    type = application.type.id();
    sharing = application.type.sharing();
    release = ReleaseNumber(application.release);
    set(OldRelease, !release.isFrom(7, 2, 0));
    dbid = application.dbid;
    isDefined = !application.isPlaceholder;
    isEnabled = isDefined && application.state == ObjectState::Enabled;
    isEServices = hasComponent || (sharing != Sharing::None && sharing != Sharing::TServer);
    isInteractionServer = hasComponent || type == ApplicationType::InteractionServer;
    setTenants(application.tenants);
    setConnections(application.connections);
    setSwitches(application.switches);
    setPorts(application.ports);
    set(NamesBackup, application.backup.has_value());
    set(Standby,
        application.redundancy == Redundancy::Warm || application.redundancy == Redundancy::Hot);
}
