// SPDX-License-Identifier: Apache-2.0
#include "models/base/text.h"
#include "models/rules/fixes.h"
#include "models/rules/newinstance.h"
#include "models/rules/phrases.h"

#include <algorithm>
#include <set>

namespace {

/// The numbers that all these applications listen on.
std::set<qint64> sharedPorts(const Topology &topology, const QList<Subject> &applications)
{
    std::optional<std::set<qint64>> shared;
    for (const auto &application : applications) {
        std::set<qint64> numbers;
        for (const auto &port : topology.application(application.object.application()).ports) {
            if (port.number && *port.number >= 1 && *port.number <= 65535
                && (!shared || shared->contains(*port.number)))
                numbers.insert(*port.number);
        }
        shared = std::move(numbers);
    }
    return shared.value_or(std::set<qint64>());
}

/// Gives the application other numbers in place of these; says to which. Nothing where the host has
/// none left.
std::optional<QString> moveFrom(
    StepComposer &composer, ApplicationId id, HostId host, const std::set<qint64> &numbers)
{
    QStringList chosen;
    for (const auto number : numbers) {
        const auto free = freePort(composer.topology(), host, number);
        if (!free)
            return std::nullopt;
        auto ports = composer.topology().application(id).ports;
        for (auto &port : ports) {
            if (port.number == number)
                port.number = free;
        }
        composer.set(id, Field::Ports, ports);
        chosen.append(QString::number(*free));
    }
    return chosen.join(QLatin1String(", "));
}

/// Points all connections to one target at another; what it was connected to already stays as it
/// is.
void repoint(StepComposer &composer, ApplicationId client, ApplicationId from, ApplicationId to)
{
    QList<Connection> connections;
    for (auto connection : composer.topology().application(client).connections) {
        if (connection.target == from)
            connection.target = to;
        const bool isThere = std::any_of(connections.begin(), connections.end(),
            [&](const Connection &other) { return other.isSameAs(connection); });
        if (!isThere)
            connections.append(connection);
    }
    composer.set(client, Field::Connections, connections);
}

}  // namespace

void chooseAnotherPort(const Topology &topology, const Finding &finding, FixList &fixes)
{
    // More than one finding may be about these applications: one for each number they share.
    const auto numbers = sharedPorts(topology, finding.related);
    const auto listeners = relatedByName(topology, finding);
    for (const auto &kept : listeners) {
        StepComposer composer(topology);
        QString title =
            Rules::tr("Move all but %1 to other ports").arg(nameOf(topology, kept.object));
        bool isMoved = true;
        for (const auto &other : listeners) {
            if (other == kept || !isMoved)
                continue;
            const auto chosen =
                moveFrom(composer, other.object.application(), finding.object.host(), numbers);
            isMoved = chosen.has_value();
            if (isMoved && listeners.size() == 2)
                title =
                    Rules::tr("Move %1 to port %2").arg(nameOf(topology, other.object), *chosen);
        }
        if (isMoved)
            fixes.add(composer, title);
    }
}

void connectByDeclaredPort(const Topology &topology, const Finding &finding, FixList &fixes)
{
    const auto id = finding.object.application();
    const auto target = finding.related.constFirst().object.application();
    const auto declares = [&](const QString &port) {
        const auto &declared = topology.application(target).ports;
        return std::any_of(
            declared.begin(), declared.end(), [&](const Port &other) { return other.id == port; });
    };
    std::set<QString> tried;
    // The one that nearly all clients use comes first.
    auto ports = topology.application(target).ports;
    std::stable_partition(
        ports.begin(), ports.end(), [](const Port &port) { return isDefaultPort(port.id); });
    for (const auto &port : std::as_const(ports)) {
        if (!tried.insert(port.id).second)
            continue;
        StepComposer composer(topology);
        QList<Connection> connections;
        for (auto connection : topology.application(id).connections) {
            if (connection.target == target && !connection.port.isEmpty()
                && !declares(connection.port))
                connection.port = port.id;
            const bool isThere = std::any_of(connections.begin(), connections.end(),
                [&](const Connection &other) { return other.isSameAs(connection); });
            if (!isThere)
                connections.append(connection);
        }
        composer.set(id, Field::Connections, connections);
        fixes.add(composer,
            port.id.isEmpty()
                ? Rules::tr("Connect %1 to %2 without a port id")
                      .arg(nameOf(topology, id), nameOf(topology, target))
                : Rules::tr("Connect %1 to the port %2 of %3")
                      .arg(nameOf(topology, id), quoted(port.id), nameOf(topology, target)));
    }
}

void connectToSolutionControl(const Topology &topology, const Finding &finding, FixList &fixes)
{
    QList<ApplicationId> servers;
    for (const auto &application : topology.applications()) {
        const auto &facts = topology.facts(application.id);
        if (facts.type == ApplicationType::SolutionControlServer && facts.isEnabled
            && !facts.isBackup)
            servers.append(application.id);
    }
    std::stable_sort(servers.begin(), servers.end(), [&](ApplicationId a, ApplicationId b) {
        return textLess(topology.application(a).name, topology.application(b).name);
    });
    for (const auto server : servers) {
        const auto &ports = topology.application(server).ports;
        const auto port = ports.isEmpty() ? QString() : ports.constFirst().id;
        const Connection connection {server, port, {}, {}, {}, {}, {}};
        fixes.add(connectTo(topology, finding.object.application(), connection),
            Rules::tr("Connect %1 to %2")
                .arg(nameOf(topology, finding.object), nameOf(topology, server)));
    }
}

void connectToPrimary(const Topology &topology, const Finding &finding, FixList &fixes)
{
    const auto client = finding.object.application();
    const auto backup = finding.related.constFirst().object.application();
    for (const auto primary : topology.primariesOf(backup)) {
        if (primary == backup || topology.isBackup(primary))
            continue;
        StepComposer composer(topology);
        repoint(composer, client, backup, primary);
        fixes.add(composer,
            Rules::tr("Connect %1 to the primary %2 instead")
                .arg(nameOf(topology, client), nameOf(topology, primary)));
    }
    fixes.add(disconnectFrom(topology, client, backup, std::nullopt),
        Rules::tr("Disconnect %1 from %2").arg(nameOf(topology, client), nameOf(topology, backup)));
}
