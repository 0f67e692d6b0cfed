// SPDX-License-Identifier: Apache-2.0
#include "models/rules/families.h"
#include "models/rules/fixes.h"
#include "models/rules/phrases.h"
#include "models/rules/rulecontext.h"

#include <array>

// Universal Contact Server: its tenants, and the release that E-mail Server asks of it.

namespace {

using Facts = Topology::Facts;

bool isContactServer(const Facts &facts)
{
    return facts.type == ApplicationType::ContactServer;
}

bool isEmailServer(const Facts &facts)
{
    return facts.type == ApplicationType::EmailServer;
}

bool isPrimaryContactServer(const Facts &facts)
{
    return !facts.isBackup && isContactServer(facts);
}

void checkSharedTenant(const RuleContext &context, ObjectId object, Report &report)
{
    QList<Subject> servers;
    for (const auto id : context.topology().applicationsOf(object.tenant())) {
        if (isPrimaryContactServer(context.facts(id)))
            servers.append(Subject::of(id));
    }
    if (servers.size() >= 2)
        report.add(object, {}, std::move(servers));
}

/// The third part of the release 8.1 that an E-mail Server needs of its contact servers.
std::optional<quint32> neededDigit(const Facts &email)
{
    if (email.release.isFrom(8, 5, 0))
        return 4;
    if (email.release.isFrom(8, 1, 3))
        return 3;
    if (email.release.isFrom(8, 1, 2))
        return 1;
    return std::nullopt;
}

bool isTooOld(const Facts &contactServer, const Facts &email)
{
    const auto needed = neededDigit(email);
    return needed && contactServer.release.isBelow(8, 1, *needed);
}

void checkServerRelease(const RuleContext &context, const Application &application, Report &report)
{
    const auto &own = context.facts(application.id);
    std::optional<ApplicationId> last;
    for (const auto &connection : application.connections) {
        const auto &target = context.facts(connection.target);
        if (std::exchange(last, connection.target) != connection.target && isContactServer(target)
            && isTooOld(target, own))
            report.add(application.id, {}, {Subject::of(connection.target)});
    }
}

/// Who connects to a contact server that is too old for its release.
void sweepReleases(const RuleContext &context, const Rule::Suspect &suspect)
{
    const auto &topology = context.topology();
    for (quint32 id = 0; id < topology.applications().idBound(); ++id) {
        const auto &server = context.facts(ApplicationId(id));
        if (!isContactServer(server) || !server.release.isBelow(8, 1, 4))
            continue;
        for (const auto client : topology.clientsOf(ApplicationId(id))) {
            if (isEmailServer(context.facts(client)) && isTooOld(server, context.facts(client)))
                suspect(client);
        }
    }
}

const Rule contactServerFamily[] = {
    {
        .id = "ucs-shared-tenant",
        .severity = Severity::Warning,
        .field = Field::Name,
        .title = QT_TRANSLATE_NOOP("Rules", "Several contact servers have one tenant"),
        .explanation = QT_TRANSLATE_NOOP("Rules",
            "Contacts and histories of a tenant live in the database of its Universal Contact "
            "Server. Where several serve one tenant they have to be set up for that: one "
            "database, and who writes to its index. By chance it splits a customer's history."),
        .remedy = QT_TRANSLATE_NOOP(
            "Rules", "Check that it is meant, or leave the tenant to one of them."),
        .reading = QT_TRANSLATE_NOOP("Rules",
            "The source allows it under conditions that can't be seen in the topology; so this is "
            "a warning."),
        .page = contactServerInstances,
        .topic = QT_TRANSLATE_NOOP("Rules", "Several contact servers in one tenant"),
        .message =
            [](const Topology &topology, const Finding &finding) {
                return Rules::tr(
                    "%1 is served by %2 contact servers (%3); check that they are meant to share it.")
                    .arg(who(topology, finding), QString::number(finding.related.size()),
                        relatedNames(topology, finding));
            },
        .units = Units::Tenants,
        .reads = {.own = Aspects(Aspect::Members)},
        .memberCounts = isPrimaryContactServer,
        .checkObject = checkSharedTenant,
        .fixes = {leaveTenantToOne},
    },
    {
        .id = "email-ucs-release",
        .severity = Severity::Error,
        .field = Field::Release,
        .title = QT_TRANSLATE_NOOP("Rules", "An E-mail Server's contact server is too old for it"),
        .explanation = QT_TRANSLATE_NOOP("Rules",
            "An E-mail Server works with contact servers from a certain release on: 8.1.2 with "
            "8.1.1 and later, 8.1.3 up to below 8.5.0 with 8.1.3 and later, 8.5.0 and later with "
            "8.1.4 and later."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "Upgrade the contact server first."),
        .reading =
            QT_TRANSLATE_NOOP("Rules", "Where either release can't be read, nothing is said."),
        .page = emailServerGuide,
        .topic = QT_TRANSLATE_NOOP(
            "Rules", "Releases of Universal Contact Server that work with an E-mail Server"),
        .message =
            [](const Topology &topology, const Finding &finding) {
                const auto &email = topology.application(finding.object.application());
                const auto &server =
                    topology.application(finding.related.constFirst().object.application());
                return Rules::tr(
                    "%1 (%2) connects to %3, whose release is %4; it needs 8.1.%5 or later.")
                    .arg(who(topology, finding), quoted(email.release),
                        relatedNames(topology, finding), quoted(server.release),
                        QString::number(neededDigit(topology.facts(email.id)).value_or(0)));
            },
        .applies = isEmailServer,
        .needs = Facts::Connections,
        .reads = {.own = Field::Connections | Field::Release, .targets = Field::Release},
        .targetCounts = isContactServer,
        .sweep = sweepReleases,
        .checkApplication = checkServerRelease,
    },
};

}  // namespace

std::span<const Rule> contactServerRules()
{
    return contactServerFamily;
}
