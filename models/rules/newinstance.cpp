// SPDX-License-Identifier: Apache-2.0
#include "models/rules/newinstance.h"

#include "models/rules/tenantnumbers.h"
#include "models/topology/edits.h"

#include <set>

namespace {

constexpr qint64 lastPort = 65535;

bool isPort(const std::optional<qint64> &number)
{
    return number && *number >= 1 && *number <= lastPort;
}

std::set<qint64> portsInUse(const Topology &topology, HostId host)
{
    std::set<qint64> used;
    for (const auto id : topology.applicationsOn(host)) {
        for (const auto &port : topology.application(id).ports) {
            if (isPort(port.number))
                used.insert(*port.number);
        }
    }
    return used;
}

std::optional<qint64> firstFree(const std::set<qint64> &used, qint64 near)
{
    for (qint64 number = near + 1; number <= lastPort; ++number) {
        if (!used.contains(number))
            return number;
    }
    // Above the well-known ones, which belong to the system.
    for (qint64 number = 1024; number < near; ++number) {
        if (!used.contains(number))
            return number;
    }
    return std::nullopt;
}

/// Names go on behind these: "Chat_2" and "Chat-b" are others than "Chat", but "Chat.log" is its
/// log.
bool isInName(QChar character)
{
    return character.isLetterOrNumber() || character == u'_' || character == u'-';
}

QString renamed(const QString &text, const QString &from, const QString &to)
{
    QString result;
    qsizetype done = 0;
    for (auto at = text.indexOf(from); at >= 0; at = text.indexOf(from, at + from.size())) {
        const auto end = at + from.size();
        if ((at > 0 && isInName(text[at - 1])) || (end < text.size() && isInName(text[end])))
            continue;
        result += QStringView(text).mid(done, at - done);
        result += to;
        done = end;
    }
    result += QStringView(text).mid(done);
    return result;
}

/// Where a process finds its own name, and where it writes.
void renameWithin(Application &application, const QString &from)
{
    if (isBlank(from))
        return;
    const auto &to = application.name;
    for (auto *text :
        {&application.workingDirectory, &application.commandLine, &application.arguments})
        *text = renamed(*text, from, to);
    for (auto &section : application.options) {
        if (section.name != QLatin1String("log"))
            continue;
        for (auto &option : section.options)
            option.value = renamed(option.value, from, to);
    }
}

/// The parts that begin with the tenant's DBID; empty if there are none.
QString ownRoute(const Topology &topology, TenantId tenant, const QString &route)
{
    QStringList own;
    for (const auto part : QStringView(route).split(u',')) {
        if (!isStrayRoute(topology, {tenant}, part.toString()))
            own.append(trimmedText(part).toString());
    }
    return own.join(u',');
}

}  // namespace

std::optional<qint64> freePort(const Topology &topology, HostId host, qint64 near)
{
    return firstFree(portsInUse(topology, host), near);
}

Options withRoutesOf(const Topology &topology, TenantId tenant, Options options)
{
    for (auto &section : options) {
        QList<Option> kept;
        for (auto option : std::as_const(section.options)) {
            if (isInboundRoute(section, option)) {
                option.value = ownRoute(topology, tenant, option.value);
                if (option.value.isEmpty())
                    continue;
            }
            kept.append(option);
        }
        section.options = kept;
    }
    return options;
}

Application newInstance(
    const Topology &topology, ApplicationId model, TenantId tenant, const QString &name)
{
    const auto &like = topology.application(model);
    auto instance = like;
    instance.name = name.isEmpty() ? nextFreeName(topology, Kind::Application, like.name) : name;
    renameWithin(instance, like.name);
    if (topology.facts(model).type == ApplicationType::SocialMessagingServer)
        instance.options = withRoutesOf(topology, tenant, instance.options);
    instance.dbid = 0;
    instance.tenants = {tenant};
    instance.backup.reset();
    instance.redundancy = Redundancy::None;
    instance.switches.clear();
    if (!instance.host || topology.isPlaceholder(*instance.host))
        return instance;
    auto used = portsInUse(topology, *instance.host);
    for (auto &port : instance.ports) {
        if (!isPort(port.number))
            continue;
        port.number = firstFree(used, *port.number);
        if (port.number)
            used.insert(*port.number);
    }
    return instance;
}
