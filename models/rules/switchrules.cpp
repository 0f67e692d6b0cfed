// SPDX-License-Identifier: Apache-2.0
#include "models/rules/families.h"
#include "models/rules/fixes.h"
#include "models/rules/phrases.h"
#include "models/rules/rulecontext.h"

#include <algorithm>

// Linked switches.

namespace {

using Facts = Topology::Facts;

bool worksForSwitches(const Facts &facts)
{
    return facts.sharing == Sharing::TServer;
}

QList<Subject> linkedSwitches(const Application &application)
{
    QList<Subject> switches;
    for (const auto id : application.switches)
        switches.append(Subject::of(id));
    return switches;
}

void checkTenant(const RuleContext &context, const Application &application, Report &report)
{
    for (const auto id : application.switches) {
        const auto &linked = context.topology().switchAt(id);
        if (!linked.isPlaceholder
            && !std::binary_search(
                application.tenants.begin(), application.tenants.end(), linked.tenant))
            report.add(application.id, {linked.tenant}, {Subject::of(id)});
    }
}

void checkMany(const RuleContext &context, const Application &application, Report &report)
{
    const auto &switches = application.switches;
    if (switches.size() >= 2 && std::any_of(switches.begin(), switches.end(), [&](SwitchId id) {
            return context.topology().isKnownNotMultimedia(id);
        }))
        report.add(application.id, {}, linkedSwitches(application));
}

const Rule switchFamily[] = {
    {
        .id = "switch-tserver-tenant",
        .severity = Severity::Error,
        .field = Field::Switches,
        .title = QT_TRANSLATE_NOOP("Rules", "A linked switch belongs to another tenant"),
        .explanation = QT_TRANSLATE_NOOP("Rules",
            "A T-Server works for the switches of its own tenant. This switch belongs to another "
            "one."),
        .remedy = QT_TRANSLATE_NOOP("Rules",
            "Assign the switch's tenant to the application if it has none yet; otherwise unlink "
            "the switch."),
        .page = switchReference,
        .topic =
            QT_TRANSLATE_NOOP("Rules", "The tenant of a switch, and the T-Server linked to it"),
        .message =
            [](const Topology &topology, const Finding &finding) {
                return Rules::tr(
                    "%1 is linked to %2 of %3, a tenant it does not have; switch and application must share the "
                    "tenant.")
                    .arg(who(topology, finding), relatedNames(topology, finding),
                        tenantNames(topology, finding));
            },
        .applies = worksForSwitches,
        .needs = Facts::Switches,
        .reads = {.own = Field::Tenants | Field::Switches, .switches = Field::Tenant},
        .checkApplication = checkTenant,
        .fixes = {unlinkOrAssign},
    },
    {
        .id = "switch-tserver-many",
        .severity = Severity::Error,
        .field = Field::Switches,
        .title = QT_TRANSLATE_NOOP("Rules", "A T-Server is linked to several switches"),
        .explanation = QT_TRANSLATE_NOOP("Rules",
            "A T-Server works for one switch; only several multimedia switches may stand "
            "together."),
        .remedy = QT_TRANSLATE_NOOP(
            "Rules", "Unlink all but one, and give the others a T-Server of their own."),
        .page = switchReference,
        .topic = QT_TRANSLATE_NOOP("Rules", "How many switches a T-Server is linked to"),
        .message =
            [](const Topology &topology, const Finding &finding) {
                return Rules::tr(
                    "%1 is linked to %2 switches (%3); one is allowed unless all are multimedia switches.")
                    .arg(who(topology, finding), QString::number(finding.related.size()),
                        relatedNames(topology, finding));
            },
        .applies = worksForSwitches,
        .needs = Facts::Switches,
        .reads = {.own = Field::Switches, .switches = Field::SwitchingOffice},
        .checkApplication = checkMany,
        .fixes = {keepOneSwitch},
    },
    {
        .id = "switch-on-wrong-type",
        .severity = Severity::Error,
        .field = Field::Switches,
        .title = QT_TRANSLATE_NOOP("Rules", "This type of application is not linked to switches"),
        .explanation = QT_TRANSLATE_NOOP("Rules",
            "Only T-Server and HA Proxy are linked to switches. An application of type "
            "Interaction Server specifies none either: its clients don't expect one."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "Unlink the switches."),
        .reading = QT_TRANSLATE_NOOP("Rules",
            "The object reference has the general rule; the guide has it for the type Interaction "
            "Server."),
        .page = switchReference,
        .topic = QT_TRANSLATE_NOOP(
            "Rules", "Which applications are linked to a switch; the guide: Interaction Server"),
        .message =
            [](const Topology &topology, const Finding &finding) {
                return Rules::tr(
                    "%1 is linked to %2, but only T-Server and HA Proxy are linked to switches.")
                    .arg(who(topology, finding), relatedNames(topology, finding));
            },
        .applies = [](const Facts &facts) { return !worksForSwitches(facts); },
        .needs = Facts::Switches,
        .reads = {.own = Field::Switches},
        .checkApplication =
            [](const RuleContext &, const Application &application, Report &report) {
                report.add(application.id, {}, linkedSwitches(application));
            },
        .fixes = {unlinkAllSwitches},
    },
};

}  // namespace

std::span<const Rule> switchRules()
{
    return switchFamily;
}
