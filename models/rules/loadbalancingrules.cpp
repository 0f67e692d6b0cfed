// SPDX-License-Identifier: Apache-2.0
#include "models/rules/families.h"
#include "models/rules/fixes.h"
#include "models/rules/phrases.h"
#include "models/rules/rulecontext.h"

#include <algorithm>
#include <array>

// Several servers of one type behind one client.

namespace {

using Facts = Topology::Facts;

/// What Interaction Server spreads its work over.
constexpr std::array spreadTypes {
    ApplicationType::EmailServer, ApplicationType::ClassificationServer};
/// What Web API Server spreads its work over.
constexpr std::array balancedTypes {ApplicationType::ChatServer, ApplicationType::EmailServer,
    ApplicationType::InteractionServer, ApplicationType::StatServer,
    ApplicationType::ContactServer};

bool isSpread(const Facts &facts)
{
    return !facts.isBackup
        && std::find(spreadTypes.begin(), spreadTypes.end(), facts.type) != spreadTypes.end();
}

bool isWebApiServer(const Facts &facts)
{
    return facts.type == ApplicationType::WebApiServer;
}

bool isSolutionControl(const Facts &facts)
{
    return facts.type == ApplicationType::SolutionControlServer;
}

bool haveCommonTenant(const Topology &topology, const QList<Subject> &servers)
{
    auto common = topology.application(servers.constFirst().object.application()).tenants;
    for (const auto &server : servers) {
        const auto &tenants = topology.application(server.object.application()).tenants;
        QList<TenantId> left;
        std::set_intersection(
            common.begin(), common.end(), tenants.begin(), tenants.end(), std::back_inserter(left));
        common = std::move(left);
    }
    return !common.isEmpty();
}

void checkSplit(const RuleContext &context, const Application &application, Report &report)
{
    std::array<QList<Subject>, spreadTypes.size()> servers;
    std::optional<ApplicationId> last;
    for (const auto &connection : application.connections) {
        if (std::exchange(last, connection.target) == connection.target)
            continue;
        const auto &target = context.facts(connection.target);
        if (isSpread(target))
            servers[target.type == spreadTypes[0] ? 0 : 1].append(Subject::of(connection.target));
    }
    for (auto &ofType : servers) {
        if (ofType.size() >= 2 && !haveCommonTenant(context.topology(), ofType))
            report.add(application.id, {}, std::move(ofType));
    }
}

void checkControl(const RuleContext &context, const Application &application, Report &report)
{
    std::array<int, balancedTypes.size()> counts {};
    std::optional<ApplicationId> last;
    for (const auto &connection : application.connections) {
        if (std::exchange(last, connection.target) == connection.target)
            continue;
        const auto &target = context.facts(connection.target);
        if (isSolutionControl(target))
            return;
        const auto at = std::find(balancedTypes.begin(), balancedTypes.end(), target.type);
        if (at != balancedTypes.end())
            ++counts[size_t(at - balancedTypes.begin())];
    }
    if (std::any_of(counts.begin(), counts.end(), [](int count) { return count >= 2; }))
        report.add(application.id);
}

/// Who connects to two servers of a type.
void sweepSplit(const RuleContext &context, const Rule::Suspect &suspect)
{
    const auto &topology = context.topology();
    std::vector<quint8> seen(topology.applications().idBound());  // By client: a bit for each type.
    for (quint32 id = 0; id < topology.applications().idBound(); ++id) {
        const ApplicationId server(id);
        if (!isSpread(context.facts(server)))
            continue;
        const quint8 type = context.facts(server).type == spreadTypes[0] ? 1 : 2;
        for (const auto client : topology.clientsOf(server)) {
            auto &types = seen[client.value()];
            if ((types & type) != 0)
                suspect(client);
            types |= type;
        }
    }
}

/// Nearly all are connected to Solution Control Server.
void sweepControl(const RuleContext &context, const Rule::Suspect &suspect)
{
    const auto &topology = context.topology();
    const auto bound = topology.applications().idBound();
    std::vector<bool> isControlled(bound);
    for (quint32 id = 0; id < bound; ++id) {
        if (isSolutionControl(context.facts(ApplicationId(id)))) {
            for (const auto client : topology.clientsOf(ApplicationId(id)))
                isControlled[client.value()] = true;
        }
    }
    for (quint32 id = 0; id < bound; ++id) {
        if (isWebApiServer(context.facts(ApplicationId(id))) && !isControlled[id])
            suspect(ApplicationId(id));
    }
}

const Rule loadBalancingFamily[] = {
    {
        .id = "interaction-balance-split",
        .severity = Severity::Warning,
        .field = Field::Connections,
        .title = QT_TRANSLATE_NOOP(
            "Rules", "Servers that share an Interaction Server's work share no tenant"),
        .explanation = QT_TRANSLATE_NOOP("Rules",
            "An Interaction Server spreads its work over the E-mail Servers, and over the "
            "Classification Servers, that it is connected to. That balances load only among "
            "servers of one tenant, and no tenant is on all of these lists."),
        .remedy = QT_TRANSLATE_NOOP("Rules",
            "Where the servers are meant to share work, assign the tenant to all of them that may "
            "have it. Where each works for a tenant of its own, all is well: waive the finding."),
        .reading = QT_TRANSLATE_NOOP("Rules",
            "Servers of different tenants behind one Interaction Server are legal; the source "
            "doesn't say how to tell them from servers that are to share work."),
        .page = loadBalancing,
        .topic = QT_TRANSLATE_NOOP(
            "Rules", "Load balancing of servers that Interaction Server connects to"),
        .message =
            [](const Topology &topology, const Finding &finding) {
                return Rules::tr("%1 spreads work over %2, which have no tenant in common.")
                    .arg(who(topology, finding), relatedNames(topology, finding));
            },
        .applies =
            [](const Facts &facts) { return facts.type == ApplicationType::InteractionServer; },
        .needs = Facts::Connections,
        .reads = {.own = Field::Connections, .targets = Field::Tenants},
        .targetCounts = isSpread,
        .sweep = sweepSplit,
        .checkApplication = checkSplit,
    },
    {
        .id = "web-api-no-scs",
        .severity = Severity::Warning,
        .field = Field::Connections,
        .title = QT_TRANSLATE_NOOP(
            "Rules", "A Web API Server balances load without Solution Control Server"),
        .explanation = QT_TRANSLATE_NOOP("Rules",
            "A Web API Server learns from Solution Control Server which of several servers of a "
            "type are running. This one connects to two or more of a type, but to no Solution "
            "Control Server, so it may send requests to one that is down."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "Connect it to Solution Control Server."),
        .page = webApiGuide,
        .topic = QT_TRANSLATE_NOOP("Rules", "Connections of Web API Server for load balancing"),
        .message =
            [](const Topology &topology, const Finding &finding) {
                return Rules::tr(
                    "%1 connects to several servers of one type, but to no Solution Control Server; it needs one "
                    "to know which of them run.")
                    .arg(who(topology, finding));
            },
        .applies = isWebApiServer,
        .needs = Facts::Connections,
        .reads = {.own = Field::Connections},
        .targetCounts =
            [](const Facts &facts) {
                return isSolutionControl(facts)
                    || std::find(balancedTypes.begin(), balancedTypes.end(), facts.type)
                    != balancedTypes.end();
            },
        .sweep = sweepControl,
        .checkApplication = checkControl,
        .fixes = {connectToSolutionControl},
    },
};

}  // namespace

std::span<const Rule> loadBalancingRules()
{
    return loadBalancingFamily;
}
