// SPDX-License-Identifier: Apache-2.0
#include "models/rules/families.h"
#include "models/rules/fixes.h"
#include "models/rules/phrases.h"
#include "models/rules/rulecontext.h"

#include <algorithm>

// Interaction Server: its two application types, its switch, its release.

namespace {

using Facts = Topology::Facts;

bool hasInteractionType(const Facts &facts)
{
    return facts.type == ApplicationType::InteractionServer;
}

bool hasInteractionComponent(const Facts &facts)
{
    return facts.type == ApplicationType::TServer && facts.isInteractionServer;
}

void checkType(const RuleContext &context, const Application &application, Report &report)
{
    if (application.tenants.size() >= 2)
        report.add(Severity::Error, application.id, application.tenants);
    else if (application.tenants.size() == 1 && context.hasSeveralCustomers())
        report.add(Severity::Warning, application.id, application.tenants);
}

void checkAmbiguous(const RuleContext &context, const Application &application, Report &report)
{
    for (const auto tenant : application.tenants) {
        if (context.multimediaSwitchCount(tenant) < 2)
            continue;
        QList<Subject> switches;
        for (const auto id : context.topology().switchesOf(tenant)) {
            if (context.topology().isMultimedia(id))
                switches.append(Subject::of(id));
        }
        report.add(application.id, {tenant}, std::move(switches));
    }
}

void sweepAmbiguous(const RuleContext &context, const Rule::Suspect &suspect)
{
    const auto &topology = context.topology();
    for (quint32 id = 0; id < topology.tenants().idBound(); ++id) {
        if (context.multimediaSwitchCount(TenantId(id)) >= 2)
            suspectAll(topology.applicationsOf(TenantId(id)), suspect);
    }
}

void checkSuspected(const RuleContext &context, const Application &application, Report &report)
{
    const auto &switches = application.switches;
    if (std::any_of(switches.begin(), switches.end(),
            [&](SwitchId id) { return context.topology().isMultimedia(id); }))
        report.add(application.id);
}

void checkNoSwitch(const RuleContext &context, const Application &application, Report &report)
{
    const auto &switches = application.switches;
    if (std::all_of(switches.begin(), switches.end(),
            [&](SwitchId id) { return context.topology().isKnownNotMultimedia(id); }))
        report.add(application.id);
}

void checkRelease(const RuleContext &context, const Application &application, Report &report)
{
    if (context.facts(application.id).release.isBelow(7, 2, 0))
        report.add(application.id);
}

void checkReleaseKnown(const RuleContext &context, const Application &application, Report &report)
{
    if (!context.facts(application.id).release.isKnown())
        report.add(application.id);
}

const Rule interactionServerFamily[] = {
    {
        .id = "interaction-server-type",
        .severity = Severity::Error,
        .field = Field::Tenants,
        .title = QT_TRANSLATE_NOOP(
            "Rules", "An Interaction Server of type T-Server in a multi-tenant environment"),
        .explanation = QT_TRANSLATE_NOOP("Rules",
            "Since release 7.2 an Interaction Server may be registered under the type Interaction "
            "Server or, as before, under T-Server. Only the type Interaction Server supports "
            "several tenants."),
        .remedy = QT_TRANSLATE_NOOP("Rules",
            "Create the server anew under the type Interaction Server, let everything refer to "
            "the new one, and remove this one: an application's type can't be changed."),
        .reading = QT_TRANSLATE_NOOP("Rules",
            "With one tenant such a server works. Where the document has several customer tenants "
            "we take the guide to ask for the other type all the same, as a warning."),
        .page = multitenancyGuide,
        .topic = QT_TRANSLATE_NOOP(
            "Rules", "The application type that multi-tenancy asks of Interaction Server"),
        .message =
            [](const Topology &topology, const Finding &finding) {
                return finding.tenants.size() >= 2
                    ? Rules::tr(
                        "%1 is an Interaction Server of type T-Server with %2 tenants (%3); only the type "
                        "Interaction Server supports several.")
                          .arg(who(topology, finding), QString::number(finding.tenants.size()),
                              tenantNames(topology, finding))
                    : Rules::tr(
                        "%1 is an Interaction Server of type T-Server and serves %2; with several tenants in the "
                        "document the type Interaction Server is the one to use.")
                          .arg(who(topology, finding), tenantNames(topology, finding));
            },
        .applies =
            [](const Facts &facts) { return !facts.isBackup && hasInteractionComponent(facts); },
        .reads = {.own = Field::Tenants | Aspect::SeveralCustomers},
        .checkApplication = checkType,
        .fixes = {replaceByInteractionServer},
    },
    {
        .id = "switch-ambiguous",
        .severity = Severity::Warning,
        .field = Field::Tenants,
        .title = QT_TRANSLATE_NOOP("Rules", "A tenant has more than one multimedia switch"),
        .explanation = QT_TRANSLATE_NOOP("Rules",
            "Clients find the multimedia switch that goes with an Interaction Server through the "
            "server's tenants. That works as long as a tenant has exactly one such switch. With "
            "two or more, clients from the times of release 7.1 can't tell which one is meant."),
        .remedy = QT_TRANSLATE_NOOP(
            "Rules", "Leave the tenant one multimedia switch, if such clients are in use."),
        .reading = QT_TRANSLATE_NOOP(
            "Rules", "Disabled switches count as well: the source doesn't leave them out."),
        .page = multitenancyGuide,
        .topic = QT_TRANSLATE_NOOP(
            "Rules", "How clients associate Interaction Server with a multimedia switch"),
        .message =
            [](const Topology &topology, const Finding &finding) {
                return Rules::tr(
                    "%1 serves %2, which has %3 multimedia switches (%4); clients find the switch only if there "
                    "is exactly one.")
                    .arg(who(topology, finding), tenantNames(topology, finding),
                        QString::number(finding.related.size()), relatedNames(topology, finding));
            },
        .applies = [](const Facts &facts) { return !facts.isBackup && hasInteractionType(facts); },
        .reads = {.own = Field::Tenants, .tenants = Aspect::MultimediaSwitches},
        .sweep = sweepAmbiguous,
        .checkApplication = checkAmbiguous,
    },
    {
        .id = "interaction-server-suspected",
        .severity = Severity::Advice,
        .field = Field::Component,
        .title = QT_TRANSLATE_NOOP(
            "Rules", "A T-Server with a multimedia switch may be an Interaction Server"),
        .explanation = QT_TRANSLATE_NOOP("Rules",
            "A multimedia switch belongs to an Interaction Server. An application of type "
            "T-Server that is linked to one probably is an Interaction Server registered the old "
            "way, and goes unjudged until somebody says so. Our inference."),
        .remedy = QT_TRANSLATE_NOOP("Rules",
            "If it is one, say so with its field Component, so that it is judged and planned as "
            "one."),
        .page = multitenancyGuide,
        .topic = QT_TRANSLATE_NOOP(
            "Rules", "The two application types of Interaction Server, and its switch"),
        .isInference = true,
        .message =
            [](const Topology &topology, const Finding &finding) {
                return Rules::tr(
                    "%1 is a T-Server linked to a multimedia switch; if it is an Interaction Server, set its "
                    "component.")
                    .arg(who(topology, finding));
            },
        .applies =
            [](const Facts &facts) {
                return facts.type == ApplicationType::TServer && !facts.isInteractionServer;
            },
        .needs = Facts::Switches,
        .reads = {.own = Field::Switches, .switches = Field::SwitchingOffice},
        .checkApplication = checkSuspected,
        .fixes = {declareInteractionServer},
    },
    {
        .id = "interaction-server-no-switch",
        .severity = Severity::Warning,
        .field = Field::Switches,
        .title = QT_TRANSLATE_NOOP(
            "Rules", "An Interaction Server of type T-Server without multimedia switch"),
        .explanation = QT_TRANSLATE_NOOP("Rules",
            "Only under the type Interaction Server can an Interaction Server do without a "
            "multimedia switch. Under type T-Server it has to be linked to one. Our inference."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "Link the tenant's multimedia switch."),
        .reading = QT_TRANSLATE_NOOP("Rules",
            "A switch that nothing defines may be one, so a server linked to such a switch is not "
            "judged."),
        .page = multitenancyGuide,
        .topic =
            QT_TRANSLATE_NOOP("Rules", "Which application type does without a multimedia switch"),
        .isInference = true,
        .message =
            [](const Topology &topology, const Finding &finding) {
                return Rules::tr(
                    "%1 is an Interaction Server of type T-Server and linked to no multimedia switch; it needs "
                    "one.")
                    .arg(who(topology, finding));
            },
        .applies =
            [](const Facts &facts) { return !facts.isBackup && hasInteractionComponent(facts); },
        .reads = {.own = Field::Switches, .switches = Field::SwitchingOffice},
        .checkApplication = checkNoSwitch,
        .fixes = {linkMultimediaSwitch},
    },
    {
        .id = "interaction-server-release",
        .severity = Severity::Warning,
        .field = Field::Release,
        .title =
            QT_TRANSLATE_NOOP("Rules", "The type Interaction Server is newer than the release"),
        .explanation = QT_TRANSLATE_NOOP("Rules",
            "The application type Interaction Server came with release 7.2. A server of an "
            "earlier release runs under type T-Server."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "Check the release, or the type."),
        .page = multitenancyGuide,
        .topic = QT_TRANSLATE_NOOP("Rules", "Since when Interaction Server has a type of its own"),
        .message =
            [](const Topology &topology, const Finding &finding) {
                const auto &application = topology.application(finding.object.application());
                return Rules::tr(
                    "%1 is of type Interaction Server and release %2; that type exists since 7.2.")
                    .arg(who(topology, finding), application.release);
            },
        .applies = hasInteractionType,
        .needs = Facts::OldRelease,
        .reads = {.own = Field::Release},
        .checkApplication = checkRelease,
    },
    {
        .id = "release-unknown",
        .severity = Severity::Advice,
        .field = Field::Release,
        .title = QT_TRANSLATE_NOOP("Rules", "The release of an Interaction Server is not known"),
        .explanation = QT_TRANSLATE_NOOP("Rules",
            "An Interaction Server before 8.1.2 has to be restarted when its tenants change, a "
            "later one takes the change at once. Without a release that can be read the plan "
            "can't tell which. Our inference."),
        .remedy =
            QT_TRANSLATE_NOOP("Rules", "Enter the release in a form such as 8.1.2 or 8.1.201.07."),
        .reading = QT_TRANSLATE_NOOP("Rules",
            "Both of these are read as release 8.1.2: the third part of three digits is a release "
            "digit and two digits of the build."),
        .page = multitenancyGuide,
        .topic = QT_TRANSLATE_NOOP("Rules", "When a change of tenants takes effect, by release"),
        .isInference = true,
        .message =
            [](const Topology &topology, const Finding &finding) {
                const auto &application = topology.application(finding.object.application());
                return application.release.isEmpty()
                    ? Rules::tr(
                        "%1 has no release, so it can't be told what a change of its tenants asks for.")
                          .arg(who(topology, finding))
                    : Rules::tr(
                        "The release of %1, %2, can't be read, so it can't be told what a change of its tenants "
                        "asks for.")
                          .arg(who(topology, finding), quoted(application.release));
            },
        .applies = [](const Facts &facts) { return facts.isInteractionServer; },
        .needs = Facts::OldRelease,
        .reads = {.own = Field::Release},
        .checkApplication = checkReleaseKnown,
    },
};

}  // namespace

std::span<const Rule> interactionServerRules()
{
    return interactionServerFamily;
}
