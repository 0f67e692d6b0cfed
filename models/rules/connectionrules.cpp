// SPDX-License-Identifier: Apache-2.0
#include "models/rules/families.h"
#include "models/rules/fixes.h"
#include "models/rules/phrases.h"
#include "models/rules/rulecontext.h"

#include <algorithm>

// The Connections tab.

namespace {

using Facts = Topology::Facts;

bool haveCommon(const QList<TenantId> &a, const QList<TenantId> &b)
{
    // A server of one tenant and a server of thousands: search, don't merge.
    const auto &few = a.size() <= b.size() ? a : b;
    const auto &many = a.size() <= b.size() ? b : a;
    if (few.size() * 16 < many.size())
        return std::any_of(few.begin(), few.end(),
            [&](TenantId tenant) { return std::binary_search(many.begin(), many.end(), tenant); });
    auto left = few.begin();
    auto right = many.begin();
    while (left != few.end() && right != many.end()) {
        if (*left == *right)
            return true;
        *left < *right ? ++left : ++right;
    }
    return false;
}

void checkPort(const RuleContext &context, const Application &application, Report &report)
{
    for (const auto &connection : application.connections) {
        if (!connection.port.isEmpty() && context.declaresPorts(connection.target)
            && !context.declaresPort(connection.target, connection.port))
            report.add(application.id, {}, {Subject::of(connection.target)});
    }
}

void checkSharedTenant(const RuleContext &context, const Application &application, Report &report)
{
    if (application.tenants.isEmpty())
        return;
    std::optional<ApplicationId> last;
    for (const auto &connection : application.connections) {
        if (std::exchange(last, connection.target) == connection.target
            || !context.facts(connection.target).isEServices)
            continue;
        const auto &tenants = context.topology().application(connection.target).tenants;
        if (!tenants.isEmpty() && !haveCommon(application.tenants, tenants))
            report.add(application.id, {}, {Subject::of(connection.target)});
    }
}

/// Who names another port than the default one, or connects to a target that declares only others.
void sweepPorts(const RuleContext &context, const Rule::Suspect &suspect)
{
    const auto &topology = context.topology();
    for (quint32 id = 0; id < topology.applications().idBound(); ++id) {
        const ApplicationId application(id);
        const auto &facts = context.facts(application);
        if ((facts.traits & Facts::OddConnectionPort) != 0)
            suspect(application);
        if ((facts.portTraits & (Facts::DeclaresPorts | Facts::DeclaresDefaultPort))
            == Facts::DeclaresPorts)
            suspectAll(topology.clientsOf(application), suspect);
    }
}

bool isEServices(const Facts &facts)
{
    return facts.isEServices;
}

/// Nearly all who are connected have the first tenant in common.
void sweepSharedTenants(const RuleContext &context, const Rule::Suspect &suspect)
{
    const auto &topology = context.topology();
    for (quint32 id = 0; id < topology.applications().idBound(); ++id) {
        const ApplicationId target(id);
        const auto &facts = context.facts(target);
        if (!facts.isEServices || !facts.hasTenants())
            continue;
        for (const auto client : topology.clientsOf(target)) {
            const auto &other = context.facts(client);
            if (other.isEServices && other.hasTenants() && other.firstTenant != facts.firstTenant)
                suspect(client);
        }
    }
}

const Rule connectionFamily[] = {
    {
        .id = "connection-port-unknown",
        .severity = Severity::Warning,
        .field = Field::Connections,
        .title =
            QT_TRANSLATE_NOOP("Rules", "A connection names a port that its target doesn't have"),
        .explanation = QT_TRANSLATE_NOOP("Rules",
            "A connection leads to one of the listening ports that its target declares, by the "
            "port's id. The target declares ports, but none of this id, so the client can't find "
            "it."),
        .remedy = QT_TRANSLATE_NOOP(
            "Rules", "Choose one of the declared ports, or declare the port at the target."),
        .reading = QT_TRANSLATE_NOOP("Rules",
            "A target that declares no ports at all is not judged: its ports may just not have "
            "been exported."),
        .page = applicationReference,
        .topic = QT_TRANSLATE_NOOP("Rules", "Connections and the ids of listening ports"),
        .message =
            [](const Topology &topology, const Finding &finding) {
                return Rules::tr(
                    "%1 connects to %2 by a port id that is not among the ports declared there.")
                    .arg(who(topology, finding), relatedNames(topology, finding));
            },
        .needs = Facts::Connections,
        .reads = {.own = Field::Connections, .targets = Field::Ports},
        .sweep = sweepPorts,
        .checkApplication = checkPort,
        .fixes = {connectByDeclaredPort},
    },
    {
        .id = "connection-no-shared-tenant",
        .severity = Severity::Advice,
        .field = Field::Connections,
        .title = QT_TRANSLATE_NOOP("Rules", "Connected servers have no tenant in common"),
        .explanation = QT_TRANSLATE_NOOP("Rules",
            "Two eServices servers that are connected work together for the tenants they share. "
            "These share none, so the connection does nothing."),
        .remedy = QT_TRANSLATE_NOOP(
            "Rules", "Check whether the connection or the tenants are as they are meant to be."),
        .reading =
            QT_TRANSLATE_NOOP("Rules", "The source forbids no such connection; so this is advice."),
        .page = applicationReference,
        .topic = QT_TRANSLATE_NOOP("Rules", "Connections between applications, and their tenants"),
        .message =
            [](const Topology &topology, const Finding &finding) {
                return Rules::tr("%1 connects to %2, but they have no tenant in common.")
                    .arg(who(topology, finding), relatedNames(topology, finding));
            },
        .applies = isEServices,
        .needs = Facts::Connections,
        .reads = {.own = Field::Tenants | Field::Connections, .targets = Field::Tenants},
        .targetCounts = isEServices,
        .sweep = sweepSharedTenants,
        .checkApplication = checkSharedTenant,
    },
};

}  // namespace

std::span<const Rule> connectionRules()
{
    return connectionFamily;
}
