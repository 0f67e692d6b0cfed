// SPDX-License-Identifier: Apache-2.0
#include "models/rules/fixes.h"
#include "models/rules/phrases.h"

namespace {

/// Gives "to" the tenants of "from", and connections to the same applications. Where both connect
/// to an application, how stays as it is.
void copyList(StepComposer &composer, ApplicationId from, ApplicationId to)
{
    const auto &topology = composer.topology();
    const auto model = topology.application(from);
    const auto own = topology.application(to).connections;
    const auto leadTo = [](const QList<Connection> &connections, ApplicationId target) {
        return std::any_of(connections.begin(), connections.end(),
            [&](const Connection &connection) { return connection.target == target; });
    };
    QList<Connection> connections;
    for (const auto &connection : own) {
        if (leadTo(model.connections, connection.target))
            connections.append(connection);
    }
    for (const auto &connection : model.connections) {
        if (!leadTo(own, connection.target))
            connections.append(connection);
    }
    composer.set(to, Field::Tenants, model.tenants);
    composer.set(to, Field::Connections, connections);
}

}  // namespace

void copyPrimaryToBackup(const Topology &topology, const Finding &finding, FixList &fixes)
{
    const auto backup = finding.object.application();
    const auto primary = finding.related.constFirst().object.application();
    StepComposer composer(topology);
    copyList(composer, primary, backup);
    fixes.add(composer,
        Rules::tr("Copy tenants and connections from %1 to its backup %2")
            .arg(nameOf(topology, primary), nameOf(topology, backup)));
    StepComposer reversed(topology);
    copyList(reversed, backup, primary);
    fixes.add(reversed,
        Rules::tr("Copy tenants and connections from the backup %1 to %2")
            .arg(nameOf(topology, backup), nameOf(topology, primary)));
}

void leaveBackupToOne(const Topology &topology, const Finding &finding, FixList &fixes)
{
    for (const auto &kept : relatedByName(topology, finding)) {
        StepComposer composer(topology);
        for (const auto &primary : finding.related) {
            if (!(primary == kept))
                composer.set(primary.object, Field::Backup, {});
        }
        fixes.add(composer,
            Rules::tr("Leave %1 as the backup of %2")
                .arg(nameOf(topology, finding.object), nameOf(topology, kept.object)));
    }
}

void clearBackup(const Topology &topology, const Finding &finding, FixList &fixes)
{
    fixes.add(setField(topology, finding.object, Field::Backup, {}),
        Rules::tr("Clear the backup server of %1").arg(nameOf(topology, finding.object)));
}

void dropRedundancy(const Topology &topology, const Finding &finding, FixList &fixes)
{
    fixes.add(setField(topology, finding.object, Field::Redundancy, Redundancy::None),
        Rules::tr("Set the redundancy of %1 to none").arg(nameOf(topology, finding.object)));
}

void chooseRedundancy(const Topology &topology, const Finding &finding, FixList &fixes)
{
    for (const auto redundancy : {Redundancy::Warm, Redundancy::Hot, Redundancy::Cold})
        fixes.add(setField(topology, finding.object, Field::Redundancy, redundancy),
            Rules::tr("Set the redundancy of %1 to %2")
                .arg(nameOf(topology, finding.object), redundancyToken(redundancy)));
}
