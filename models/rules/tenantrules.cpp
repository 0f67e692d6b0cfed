// SPDX-License-Identifier: Apache-2.0
#include "models/rules/families.h"
#include "models/rules/fixes.h"
#include "models/rules/phrases.h"
#include "models/rules/rulecontext.h"

#include <algorithm>

// How many tenants an application may serve.

namespace {

using Facts = Topology::Facts;

bool isSharing(const Facts &facts, Sharing sharing)
{
    return !facts.isBackup && facts.sharing == sharing;
}

void reportOnAllTenants(const RuleContext &, const Application &application, Report &report)
{
    report.add(application.id, application.tenants);
}

QString servesTenants(const Topology &topology, const Finding &finding)
{
    return Rules::tr("%1 serves %2 tenants (%3)")
        .arg(who(topology, finding), QString::number(finding.tenants.size()),
            tenantNames(topology, finding));
}

void checkNone(const RuleContext &context, const Application &application, Report &report)
{
    if (context.topology().settings().environment == Environment::MultiTenant)
        report.add(application.id);
}

void checkUnbalanced(const RuleContext &, const Application &application, Report &report)
{
    if (!application.isLoadBalanced)
        report.add(application.id, application.tenants);
}

void checkUndecided(const RuleContext &context, const Application &application, Report &report)
{
    switch (context.topology().settings().socialMessagingTenants) {
    case SocialMessagingTenants::Allow:
        return;
    case SocialMessagingTenants::Warn:
        return report.add(Severity::Warning, application.id, application.tenants);
    case SocialMessagingTenants::Forbid:
        return report.add(Severity::Error, application.id, application.tenants);
    }
}

void checkUncovered(const RuleContext &context, ObjectId object, Report &report)
{
    const auto tenant = object.tenant();
    if (!context.hasSeveralCustomers() || !context.isEnabledCustomer(tenant))
        return;
    int uncovered = context.exclusiveTypesInUse();
    for (const auto id : context.topology().applicationsOf(tenant)) {
        if (uncovered == 0)
            return;
        const auto &facts = context.facts(id);
        if (isSharing(facts, Sharing::One))
            uncovered &= ~RuleContext::exclusiveBit(facts.type);
    }
    for (const int bit : {1, 2, 4}) {
        if ((uncovered & bit) != 0)
            report.add(object, {},
                {Subject::type(ApplicationType(RuleContext::exclusiveType(bit)).token())});
    }
}

const Rule tenantFamily[] = {
    {
        .id = "tenant-none",
        .severity = Severity::Error,
        .field = Field::Tenants,
        .title = QT_TRANSLATE_NOOP("Rules", "No tenant assigned"),
        .explanation = QT_TRANSLATE_NOOP("Rules",
            "In a multi-tenant environment an eServices server works for the tenants on its "
            "Tenants tab. Without one it works for nobody."),
        .remedy = QT_TRANSLATE_NOOP("Rules",
            "Assign the tenants that the server is meant for. If the environment is single- "
            "tenant, say so in the document's settings: then no tenant is asked for."),
        .reading = QT_TRANSLATE_NOOP("Rules",
            "An Interaction Server that is registered as a T-Server counts as an eServices server "
            "too. A backup is judged together with its primary."),
        .page = multitenancyGuide,
        .topic = QT_TRANSLATE_NOOP(
            "Rules", "Each application's Tenants tab in a multi-tenant environment"),
        .message =
            [](const Topology &topology, const Finding &finding) {
                return Rules::tr(
                    "%1 has no tenant. In a multi-tenant environment an eServices server needs one.")
                    .arg(who(topology, finding));
            },
        .applies = [](const Facts &facts) { return facts.isEServices && !facts.isBackup; },
        .needs = Facts::NoTenant,
        .reads = {.own = Field::Tenants | Aspect::Settings},
        .checkApplication = checkNone,
        .fixes = {assignSomeTenant},
    },
    {
        .id = "tenant-exclusive",
        .severity = Severity::Error,
        .field = Field::Tenants,
        .title = QT_TRANSLATE_NOOP("Rules", "A server for one tenant serves several"),
        .explanation = QT_TRANSLATE_NOOP("Rules",
            "E-mail, Training and Co-browsing Server can't be shared: each instance works for "
            "exactly one tenant."),
        .remedy = QT_TRANSLATE_NOOP("Rules",
            "Keep one tenant on this server, and give each other tenant a server of its own."),
        .reading = QT_TRANSLATE_NOOP("Rules",
            "The guide doesn't list the applications that each tenant needs for itself; we take "
            "them to be E-mail, Training and Co-browsing Server. One instance for each tenant is "
            "no maximum: a tenant may have several."),
        .page = multitenancyGuide,
        .topic = QT_TRANSLATE_NOOP(
            "Rules", "Which applications can be shared, and which are deployed for each tenant"),
        .message =
            [](const Topology &topology, const Finding &finding) {
                return Rules::tr("%1; %2 allows exactly one.")
                    .arg(servesTenants(topology, finding), typeOf(topology, finding));
            },
        .applies = [](const Facts &facts) { return isSharing(facts, Sharing::One); },
        .needs = Facts::SeveralTenants,
        .reads = {.own = Field::Tenants},
        .checkApplication = reportOnAllTenants,
        .fixes = {keepOneTenant, splitByTenant},
    },
    {
        .id = "tenant-web-api-unbalanced",
        .severity = Severity::Error,
        .field = Field::Tenants,
        .title = QT_TRANSLATE_NOOP(
            "Rules", "A Web API Server serves several tenants without load balancing"),
        .explanation = QT_TRANSLATE_NOOP("Rules",
            "A Web API Server may have more than one tenant only if it takes part in load "
            "balancing itself."),
        .remedy = QT_TRANSLATE_NOOP("Rules",
            "If the server is load balanced, say so with its field Load balanced. If not, keep "
            "one tenant, or split it into an instance for each tenant."),
        .reading = QT_TRANSLATE_NOOP("Rules",
            "Whether a server is load balanced can't be seen in the configuration, so what its "
            "field Load balanced says counts."),
        .page = multitenancyGuide,
        .topic = QT_TRANSLATE_NOOP("Rules", "Web API Server with more than one tenant"),
        .message =
            [](const Topology &topology, const Finding &finding) {
                return Rules::tr("%1, but is not load balanced; such a Web API Server serves one.")
                    .arg(servesTenants(topology, finding));
            },
        .applies = [](const Facts &facts) { return isSharing(facts, Sharing::Balanced); },
        .needs = Facts::SeveralTenants,
        .reads = {.own = Field::Tenants | Field::LoadBalanced},
        .checkApplication = checkUnbalanced,
        .fixes = {markAsLoadBalanced, splitByTenant, keepOneTenant},
    },
    {
        .id = "tenant-social-undecided",
        .severity = Severity::Warning,
        .field = Field::Tenants,
        .title = QT_TRANSLATE_NOOP("Rules", "A Social Messaging Server serves several tenants"),
        .explanation = QT_TRANSLATE_NOOP("Rules",
            "Whether one Social Messaging Server may serve several tenants is not settled. If it "
            "may not, the tenants' messages are at risk."),
        .remedy = QT_TRANSLATE_NOOP("Rules",
            "Ask the vendor, and record the answer in the document's settings: there it is a "
            "warning, an error, or allowed. To be safe keep one tenant, or split the server into "
            "an instance for each."),
        .reading = QT_TRANSLATE_NOOP("Rules",
            "The guide names Social Messaging Server among the applications that tenants can "
            "share, but not among those that may have more than one tenant. Both can't be "
            "followed, and no other page settles it, so the document has a setting for it."),
        .page = multitenancyGuide,
        .topic = QT_TRANSLATE_NOOP(
            "Rules", "Shared applications, and those with more than one tenant: two statements"),
        .message =
            [](const Topology &topology, const Finding &finding) {
                return finding.severity == Severity::Error
                    ? Rules::tr(
                        "%1; the document's settings allow one for a Social Messaging Server.")
                          .arg(servesTenants(topology, finding))
                    : Rules::tr(
                        "%1; the guide contradicts itself on whether a Social Messaging Server may.")
                          .arg(servesTenants(topology, finding));
            },
        .applies = [](const Facts &facts) { return isSharing(facts, Sharing::Undecided); },
        .needs = Facts::SeveralTenants,
        .reads = {.own = Field::Tenants | Aspect::Settings},
        .checkApplication = checkUndecided,
        .fixes = {allowSocialMessagingTenants, splitByTenant, keepOneTenant},
    },
    {
        .id = "tenant-uncovered",
        .severity = Severity::Advice,
        .field = Field::Name,
        .title = QT_TRANSLATE_NOOP("Rules", "A tenant lacks a server that others have"),
        .explanation = QT_TRANSLATE_NOOP("Rules",
            "E-mail, Training and Co-browsing Server work for one tenant each. Other tenants have "
            "such a server and this one has none, so nobody does that work for it. Our inference."),
        .remedy = QT_TRANSLATE_NOOP("Rules",
            "Add an instance for this tenant, if it uses the medium. If it doesn't, all is well: "
            "waive the finding."),
        .reading = QT_TRANSLATE_NOOP("Rules",
            "The guide doesn't say that every tenant needs one. A disabled server counts as one."),
        .page = multitenancyGuide,
        .topic = QT_TRANSLATE_NOOP("Rules", "Applications that are deployed for each tenant"),
        .isInference = true,
        .message =
            [](const Topology &topology, const Finding &finding) {
                const auto token =
                    finding.related.isEmpty() ? QString() : finding.related.constFirst().name;
                return Rules::tr(
                    "%1 has no %2, which others have; such a server serves one tenant only.")
                    .arg(who(topology, finding), ApplicationType::fromToken(token).displayName());
            },
        .units = Units::Tenants,
        .reads = {.own = Aspects(Field::State) | Aspect::Members | Aspect::SeveralCustomers
                | Aspect::ExclusiveTypes},
        .memberCounts = [](const Facts &facts) { return isSharing(facts, Sharing::One); },
        .checkObject = checkUncovered,
        .fixes = {addInstanceForTenant},
    },
    {
        .id = "tserver-tenants",
        .severity = Severity::Error,
        .field = Field::Tenants,
        .title = QT_TRANSLATE_NOOP("Rules", "A T-Server has several tenants"),
        .explanation = QT_TRANSLATE_NOOP("Rules",
            "Configuration Server accepts at most one tenant for an application of type T-Server "
            "or HA Proxy."),
        .remedy =
            QT_TRANSLATE_NOOP("Rules", "Keep the tenant whose switch the application works for."),
        .reading = QT_TRANSLATE_NOOP("Rules",
            "The limit is that of Configuration Server; the guide says nothing about these types. "
            "An Interaction Server registered as a T-Server is judged by another rule, "
            "interaction-server-type."),
        .page = applicationReference,
        .topic =
            QT_TRANSLATE_NOOP("Rules", "The list of tenants, and what limits it for T-Servers"),
        .message =
            [](const Topology &topology, const Finding &finding) {
                return Rules::tr("%1; Configuration Server accepts at most one for type %2.")
                    .arg(servesTenants(topology, finding), typeOf(topology, finding));
            },
        .applies =
            [](const Facts &facts) {
                return isSharing(facts, Sharing::TServer) && !facts.isInteractionServer;
            },
        .needs = Facts::SeveralTenants,
        .reads = {.own = Field::Tenants},
        .checkApplication = reportOnAllTenants,
        .fixes = {keepOneTenant},
    },
    {
        .id = "web-api-tenant-parameter",
        .severity = Severity::Advice,
        .field = Field::Tenants,
        .title = QT_TRANSLATE_NOOP("Rules", "Clients of Web API Server must name the tenant"),
        .explanation = QT_TRANSLATE_NOOP("Rules",
            "Every request to a Web API Server has to carry the parameter tenant, whether the "
            "environment or the client knows one tenant or many."),
        .remedy =
            QT_TRANSLATE_NOOP("Rules", "Check the web pages and programs that call this server."),
        .reading = QT_TRANSLATE_NOOP("Rules",
            "It holds of every such server and can't be seen in the configuration, so it is "
            "advice that stands for as long as the server does. Waive it when its clients were "
            "checked."),
        .page = multitenancyGuide,
        .topic = QT_TRANSLATE_NOOP("Rules", "The tenant parameter of requests to Web API Server"),
        .message =
            [](const Topology &topology, const Finding &finding) {
                return Rules::tr("Clients of %1 must send the tenant parameter with every request.")
                    .arg(who(topology, finding));
            },
        .applies =
            [](const Facts &facts) {
                return !facts.isBackup && facts.type == ApplicationType::WebApiServer;
            },
        .checkObject = [](const RuleContext &, ObjectId object,
                           Report &report) { report.add(object); },
    },
};

}  // namespace

std::span<const Rule> tenantRules()
{
    return tenantFamily;
}
