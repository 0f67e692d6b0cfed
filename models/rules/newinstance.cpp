// SPDX-License-Identifier: Apache-2.0
#include "models/rules/newinstance.h"

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

}  // namespace

std::optional<qint64> freePort(const Topology &topology, HostId host, qint64 near)
{
    return firstFree(portsInUse(topology, host), near);
}

Application newInstance(const Topology &topology, ApplicationId model, TenantId tenant)
{
    auto instance = topology.application(model);
    instance.name = nextFreeName(topology, Kind::Application, instance.name);
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
