// SPDX-License-Identifier: Apache-2.0
#include "models/base/text.h"
#include "models/rules/families.h"
#include "models/rules/fixes.h"
#include "models/rules/phrases.h"
#include "models/rules/rulecontext.h"

#include <QVarLengthArray>

#include <algorithm>

// Hosts: addresses, and the ports that applications listen on.

namespace {

struct Listener
{
    quint16 port;
    ApplicationId application;
    auto operator<=>(const Listener &) const = default;
};

void checkDuplicateAddress(
    const RuleContext &context, Kind, std::span<const quint32> members, Report &report)
{
    const auto &topology = context.topology();
    const auto first = *std::min_element(members.begin(), members.end(), [&](quint32 a, quint32 b) {
        return textLess(topology.host(HostId(a)).name, topology.host(HostId(b)).name);
    });
    QList<Subject> others;
    for (const auto id : members) {
        if (id != first)
            others.append(Subject::of(HostId(id)));
    }
    report.add(HostId(first), {}, std::move(others));
}

void checkPorts(const RuleContext &context, ObjectId object, Report &report)
{
    const auto &applications = context.topology().applicationsOn(object.host());
    if (applications.size() < 2)
        return;
    QVarLengthArray<Listener, 32> listeners;
    for (const auto id : applications) {
        if (context.facts(id).isEnabled)
            context.forEachListening(id, [&](quint16 port) { listeners.push_back({port, id}); });
    }
    std::sort(listeners.begin(), listeners.end());
    // Who lists a number twice listens once.
    listeners.erase(std::unique(listeners.begin(), listeners.end()), listeners.end());
    for (auto begin = listeners.begin(); begin != listeners.end();) {
        const auto end = std::find_if(begin, listeners.end(),
            [&](const Listener &other) { return other.port != begin->port; });
        if (end - begin >= 2) {
            QList<Subject> subjects;
            std::for_each(begin, end, [&](const Listener &listener) {
                subjects.append(Subject::of(listener.application));
            });
            report.add(object, {}, std::move(subjects));
        }
        begin = end;
    }
}

const Rule hostFamily[] = {
    {
        .id = "host-address-duplicate",
        .severity = Severity::Error,
        .field = Field::IpAddress,
        .title = QT_TRANSLATE_NOOP("Rules", "Several hosts have one IP address"),
        .explanation = QT_TRANSLATE_NOOP("Rules",
            "An IP address leads to one computer, so two host objects with it are either one "
            "computer twice or a mistake."),
        .remedy = QT_TRANSLATE_NOOP("Rules",
            "Correct the address, or move the applications to one host and remove the other."),
        .reading = QT_TRANSLATE_NOOP(
            "Rules", "Addresses are compared as text: nothing is asked of the network."),
        .page = hostReference,
        .topic = QT_TRANSLATE_NOOP("Rules", "The IP address of a host"),
        .message =
            [](const Topology &topology, const Finding &finding) {
                return Rules::tr(
                    "%1 has the IP address %2, and so does %3; an address belongs to one host.")
                    .arg(who(topology, finding),
                        quoted(topology.host(finding.object.host()).ipAddress),
                        relatedNames(topology, finding));
            },
        .units = Units::None,
        .group = Group::Address,
        .checkGroup = checkDuplicateAddress,
    },
    {
        .id = "port-conflict",
        .severity = Severity::Warning,
        .field = Field::Name,
        .title = QT_TRANSLATE_NOOP("Rules", "Several applications listen on one port"),
        .explanation = QT_TRANSLATE_NOOP("Rules",
            "On one host only one process can listen on a port number; the second one fails to "
            "start. Common sense, not a statement of the source."),
        .remedy = QT_TRANSLATE_NOOP(
            "Rules", "Change the number of one application, or move it to another host."),
        .reading =
            QT_TRANSLATE_NOOP("Rules", "Disabled applications don't listen, and are not counted."),
        .page = applicationReference,
        .topic = QT_TRANSLATE_NOOP("Rules", "Host and listening ports of an application"),
        .isInference = true,
        .message =
            [](const Topology &topology, const Finding &finding) {
                return Rules::tr(
                    "On %1 %2 applications listen on one port number (%3); one is possible.")
                    .arg(who(topology, finding), QString::number(finding.related.size()),
                        relatedNames(topology, finding));
            },
        .units = Units::Hosts,
        .reads = {.own = Aspect::Members, .members = Field::State | Field::Ports},
        .checkObject = checkPorts,
        .fixes = {chooseAnotherPort},
    },
};

}  // namespace

std::span<const Rule> hostRules()
{
    return hostFamily;
}
