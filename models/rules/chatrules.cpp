// SPDX-License-Identifier: Apache-2.0
#include "models/rules/families.h"
#include "models/rules/fixes.h"
#include "models/rules/phrases.h"
#include "models/rules/rulecontext.h"
#include "models/rules/tenantnumbers.h"

#include <algorithm>

// Chat Server: an option section of endpoints for each tenant, and its backup.

namespace {

using Facts = Topology::Facts;

bool isChatServer(const Facts &facts)
{
    return facts.type == ApplicationType::ChatServer;
}

bool isBackupChatServer(const Facts &facts)
{
    return isChatServer(facts) && facts.isBackup;
}

void checkEndpointMissing(
    const RuleContext &context, const Application &application, Report &report)
{
    for (const auto tenant : application.tenants) {
        if (lacksEndpoints(context.topology(), application, tenant))
            report.add(application.id, {tenant});
    }
}

void checkEndpointStray(const RuleContext &context, const Application &application, Report &report)
{
    for (const auto &section : application.options) {
        if (isStrayEndpoints(context.topology(), application.tenants, section.name))
            report.add(application.id, {}, {Subject::optionSection(section.name)});
    }
}

void checkBackupConnected(
    const RuleContext &context, const Application &application, Report &report)
{
    std::optional<ApplicationId> last;
    for (const auto &connection : application.connections) {
        if (std::exchange(last, connection.target) != connection.target
            && isBackupChatServer(context.facts(connection.target)))
            report.add(application.id, {}, {Subject::of(connection.target)});
    }
}

void sweepBackups(const RuleContext &context, const Rule::Suspect &suspect)
{
    const auto &topology = context.topology();
    for (quint32 id = 0; id < topology.applications().idBound(); ++id) {
        if (isBackupChatServer(context.facts(ApplicationId(id))))
            suspectAll(topology.clientsOf(ApplicationId(id)), suspect);
    }
}

void checkWarmStandby(const RuleContext &context, const Application &application, Report &report)
{
    if (context.facts(application.id).release.isFrom(8, 5, 0))
        report.add(application.id, {}, {Subject::of(*application.backup)});
}

const Rule chatFamily[] = {
    {
        .id = "chat-endpoint-missing",
        .severity = Severity::Warning,
        .field = Field::Options,
        .title = QT_TRANSLATE_NOOP("Rules", "A Chat Server has no endpoints for a tenant"),
        .explanation = QT_TRANSLATE_NOOP("Rules",
            "A Chat Server that serves several tenants takes the endpoints of each from an option "
            "section that is named endpoints: and the tenant's DBID. Without it the tenant's chat "
            "sessions find no endpoint."),
        .remedy = QT_TRANSLATE_NOOP("Rules",
            "Add the section, and name in it the endpoints of that tenant's Interaction Server."),
        .reading = QT_TRANSLATE_NOOP("Rules",
            "A Chat Server without any option sections is not judged: its options may just not "
            "have been exported."),
        .page = chatChannel,
        .topic = QT_TRANSLATE_NOOP("Rules", "Chat endpoints of each tenant"),
        .message =
            [](const Topology &topology, const Finding &finding) {
                return Rules::tr("%1 serves %2, but has no option section endpoints:%3 for it.")
                    .arg(who(topology, finding), tenantNames(topology, finding),
                        QString::number(topology.tenant(finding.tenants.constFirst()).dbid));
            },
        .applies = isChatServer,
        .reads = {.own = Field::Options | Field::Tenants, .tenants = Field::Dbid},
        .checkApplication = checkEndpointMissing,
        .fixes = {addEndpointSections},
    },
    {
        .id = "chat-endpoint-stray",
        .severity = Severity::Warning,
        .field = Field::Options,
        .title = QT_TRANSLATE_NOOP(
            "Rules", "A Chat Server has endpoints for a tenant it does not serve"),
        .explanation = QT_TRANSLATE_NOOP("Rules",
            "The number in the name of an option section endpoints:<number> is the DBID of a "
            "tenant. None of this server's tenants has it, so nobody uses these endpoints."),
        .remedy = QT_TRANSLATE_NOOP(
            "Rules", "Correct the number, assign the tenant, or remove the section."),
        .page = chatChannel,
        .topic = QT_TRANSLATE_NOOP("Rules", "Chat endpoints of each tenant"),
        .message =
            [](const Topology &topology, const Finding &finding) {
                return Rules::tr(
                    "%1 has an option section %2, but none of its tenants has that DBID.")
                    .arg(who(topology, finding), relatedNames(topology, finding));
            },
        .applies = isChatServer,
        .reads = {.own = Field::Options | Field::Tenants, .tenants = Field::Dbid},
        .checkApplication = checkEndpointStray,
        .fixes = {removeEndpointSection},
    },
    {
        .id = "chat-backup-connected",
        .severity = Severity::Warning,
        .field = Field::Connections,
        .title = QT_TRANSLATE_NOOP("Rules", "A connection leads to a backup Chat Server"),
        .explanation = QT_TRANSLATE_NOOP("Rules",
            "Web API Server and Interaction Server are connected to the primary Chat Server of a "
            "pair; the backup is found through it."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "Connect to the primary instead."),
        .page = highAvailability,
        .topic = QT_TRANSLATE_NOOP("Rules", "Connections to a Chat Server that has a backup"),
        .message =
            [](const Topology &topology, const Finding &finding) {
                return Rules::tr(
                    "%1 connects to %2, which is a backup; the connection belongs to the primary.")
                    .arg(who(topology, finding), relatedNames(topology, finding));
            },
        .applies =
            [](const Facts &facts) {
                return facts.type == ApplicationType::WebApiServer
                    || facts.type == ApplicationType::InteractionServer;
            },
        .needs = Facts::Connections,
        .reads = {.own = Field::Connections},
        .targetCounts = isBackupChatServer,
        .sweep = sweepBackups,
        .checkApplication = checkBackupConnected,
        .fixes = {connectToPrimary},
    },
    {
        .id = "chat-warm-standby",
        .severity = Severity::Advice,
        .field = Field::Backup,
        .title = QT_TRANSLATE_NOOP("Rules", "A Chat Server from 8.5 has a backup server"),
        .explanation = QT_TRANSLATE_NOOP("Rules",
            "From release 8.5 on Chat Server keeps its sessions through a failure without a pair "
            "of primary and backup: several servers at work take over from each other."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "Consider that instead of a backup."),
        .page = chatHighAvailability,
        .topic = QT_TRANSLATE_NOOP("Rules", "High availability of Chat Server"),
        .message =
            [](const Topology &topology, const Finding &finding) {
                return Rules::tr(
                    "%1 (%2) has the backup server %3; from 8.5 on Chat Servers can take over from "
                    "each other without one.")
                    .arg(who(topology, finding),
                        quoted(topology.application(finding.object.application()).release),
                        relatedNames(topology, finding));
            },
        .applies = isChatServer,
        .needs = Facts::NamesBackup,
        .reads = {.own = Field::Release | Field::Backup},
        .checkApplication = checkWarmStandby,
    },
};

}  // namespace

std::span<const Rule> chatRules()
{
    return chatFamily;
}
