// SPDX-License-Identifier: Apache-2.0
#include "models/rules/fixes.h"
#include "models/rules/phrases.h"

namespace {

/// Adds an application of type Interaction Server that takes the place of one of type T-Server: its
/// name, fields, references, and those who refer to it. It has no switch: its clients expect none.
void replace(StepComposer &composer, ApplicationId old)
{
    const auto before = composer.topology();
    auto server = before.application(old);
    server.type = ApplicationType::InteractionServer;
    server.component = Component::None;
    server.dbid = 0;  // Configuration Server gives the new object its own.
    server.switches.clear();
    const bool backsItself = server.backup == old;
    if (backsItself)
        server.backup.reset();
    // What refers to itself is to refer to the new one.
    QList<Connection> toItself;
    for (auto it = server.connections.begin(); it != server.connections.end();) {
        if (it->target == old) {
            toItself.append(*it);
            it = server.connections.erase(it);
        } else {
            ++it;
        }
    }
    const auto added = composer.addObject(server);
    if (!added)
        return;
    const auto id = added->application();
    if (backsItself)
        composer.set(id, Field::Backup, id);
    for (auto connection : toItself) {
        connection.target = id;
        composer.add(connectTo(composer.topology(), id, connection));
    }
    for (const auto client : before.clientsOf(old)) {
        if (client == old)
            continue;
        auto connections = composer.topology().application(client).connections;
        for (auto &connection : connections) {
            if (connection.target == old)
                connection.target = id;
        }
        composer.set(client, Field::Connections, connections);
    }
    for (const auto primary : before.primariesOf(old)) {
        if (primary != old)
            composer.set(primary, Field::Backup, id);
    }
    composer.add(removeObject(composer.topology(), old));
}

}  // namespace

void replaceByInteractionServer(const Topology &topology, const Finding &finding, FixList &fixes)
{
    const auto id = finding.object.application();
    const auto backup = topology.application(id).backup;
    StepComposer composer(topology);
    // A pair is of one type.
    const auto isReplaceable = [&](ApplicationId other) {
        return topology.facts(other).type == ApplicationType::TServer
            && topology.facts(other).isInteractionServer;
    };
    if (backup && *backup != id && isReplaceable(*backup))
        replace(composer, *backup);
    replace(composer, id);
    fixes.add(composer,
        Rules::tr("Replace %1 by a new object of type Interaction Server")
            .arg(nameOf(topology, id)));
}

void declareInteractionServer(const Topology &topology, const Finding &finding, FixList &fixes)
{
    fixes.add(setField(topology, finding.object, Field::Component, Component::InteractionServer),
        Rules::tr("Declare %1 to be an Interaction Server").arg(nameOf(topology, finding.object)));
}

void linkMultimediaSwitch(const Topology &topology, const Finding &finding, FixList &fixes)
{
    const auto id = finding.object.application();
    const auto &server = topology.application(id);
    // Those that it is linked to are no multimedia switches, and would be one too many.
    const auto title = server.switches.isEmpty() ? Rules::tr("Link %1 to %2 of %3")
                                                 : Rules::tr("Link %1 to %2 of %3 instead");
    for (const auto tenant : server.tenants) {
        for (const auto candidate : topology.switchesOf(tenant)) {
            if (topology.isMultimedia(candidate))
                fixes.add(setField(topology, id, Field::Switches, QList<SwitchId> {candidate}),
                    title.arg(nameOf(topology, id), nameOf(topology, candidate),
                        nameOf(topology, tenant)));
        }
    }
}
