// SPDX-License-Identifier: Apache-2.0
#include "models/rules/families.h"
#include "models/rules/phrases.h"
#include "models/rules/rulecontext.h"
#include "models/rules/tenantnumbers.h"

#include <algorithm>

// Social Messaging Server: the routes of its channels.

namespace {

using Facts = Topology::Facts;

bool isSocialMessaging(const Facts &facts)
{
    return facts.type == ApplicationType::SocialMessagingServer;
}

void checkRoutes(const RuleContext &context, const Application &application, Report &report)
{
    for (const auto &section : application.options) {
        for (const auto &option : section.options) {
            if (isInboundRoute(section, option)
                && isStrayRoute(context.topology(), application.tenants, option.value))
                report.add(application.id, {}, {Subject::option(section.name, option.key)});
        }
    }
}

const Rule socialMessagingFamily[] = {
    {
        .id = "social-route-tenant",
        .severity = Severity::Warning,
        .field = Field::Options,
        .title = QT_TRANSLATE_NOOP(
            "Rules", "A channel's route names a tenant that the server does not serve"),
        .explanation = QT_TRANSLATE_NOOP("Rules",
            "The option inbound-route of a channel says, for each tenant by its DBID, where "
            "messages go. A part of this route begins with no DBID of the server's own tenants, "
            "so its messages reach nobody."),
        .remedy = QT_TRANSLATE_NOOP("Rules",
            "Correct the number, or assign the tenant. A change of this option takes a restart."),
        .page = socialChannel,
        .topic = QT_TRANSLATE_NOOP("Rules", "The option inbound-route of a channel"),
        .message =
            [](const Topology &topology, const Finding &finding) {
                return Rules::tr(
                    "The option %1 of %2 has a part that begins with no DBID of the server's tenants.")
                    .arg(relatedNames(topology, finding), who(topology, finding));
            },
        .applies = isSocialMessaging,
        .reads = {.own = Field::Options | Field::Tenants, .tenants = Field::Dbid},
        .checkApplication = checkRoutes,
    },
};

}  // namespace

std::span<const Rule> socialMessagingRules()
{
    return socialMessagingFamily;
}
