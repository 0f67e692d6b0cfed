// SPDX-License-Identifier: Apache-2.0
#include "models/base/text.h"
#include "models/rules/families.h"
#include "models/rules/fixes.h"
#include "models/rules/phrases.h"
#include "models/rules/rulecontext.h"

#include <algorithm>

// Capture points and the tenants that their options map interactions to.

namespace {

using Facts = Topology::Facts;

bool isPrimaryCapturePoint(const Facts &facts)
{
    return !facts.isBackup && facts.type == ApplicationType::CapturePoint;
}

bool isInteractionServer(const Facts &facts)
{
    return facts.type == ApplicationType::InteractionServer;
}

/// Calls visit(section, option) for every option whose key is TenantId.
template <class Visit>
void forEachTenantOption(const Application &application, Visit visit)
{
    for (const auto &section : application.options) {
        for (const auto &option : section.options) {
            if (isTenantIdKey(option.key))
                visit(section, option);
        }
    }
}

void checkUnmapped(const RuleContext &context, const Application &application, Report &report)
{
    const auto &sections = application.options;
    if (!context.namesTenants(application.id)
        && std::none_of(sections.begin(), sections.end(), [](const OptionSection &section) {
               return section.name.startsWith(QLatin1String("endpoint"));
           }))
        report.add(application.id);
}

void checkUnknown(const RuleContext &context, const Application &application, Report &report)
{
    if (!context.namesTenants(application.id))
        return;
    forEachTenantOption(application, [&](const OptionSection &section, const Option &option) {
        if (!isBlank(option.value) && !context.tenantNamed(option.value))
            report.add(application.id, {}, {Subject::option(section.name, option.key)});
    });
}

void checkUnserved(const RuleContext &context, const Application &application, Report &report)
{
    if (!context.namesTenants(application.id))
        return;
    QList<TenantId> named;
    forEachTenantOption(application, [&](const OptionSection &, const Option &option) {
        if (const auto tenant =
                isBlank(option.value) ? std::nullopt : context.tenantNamed(option.value))
            named.append(*tenant);
    });
    std::sort(named.begin(), named.end());
    named.erase(std::unique(named.begin(), named.end()), named.end());

    bool isConnected = false;
    std::vector<TenantId> served;
    std::optional<ApplicationId> last;
    for (const auto &connection : application.connections) {
        if (std::exchange(last, connection.target) == connection.target
            || !isInteractionServer(context.facts(connection.target)))
            continue;
        isConnected = true;
        const auto &tenants = context.topology().application(connection.target).tenants;
        served.insert(served.end(), tenants.begin(), tenants.end());
    }
    if (!isConnected)
        return;
    std::sort(served.begin(), served.end());
    for (const auto tenant : named) {
        if (!std::binary_search(served.begin(), served.end(), tenant))
            report.add(application.id, {tenant});
    }
}

/// The value of the option that a finding is about.
QString valueOf(const Topology &topology, const Finding &finding)
{
    QString value;
    forEachTenantOption(topology.application(finding.object.application()),
        [&](const OptionSection &section, const Option &option) {
            if (Subject::option(section.name, option.key) == finding.related.constFirst())
                value = option.value;
        });
    return value;
}

const Rule capturePointFamily[] = {
    {
        .id = "capture-point-unmapped",
        .severity = Severity::Warning,
        .field = Field::Options,
        .title = QT_TRANSLATE_NOOP("Rules", "A capture point maps to no tenant"),
        .explanation = QT_TRANSLATE_NOOP("Rules",
            "A capture point gives each interaction to a tenant by its configured attributes. "
            "Without them it can't tell whom an interaction is for."),
        .remedy = QT_TRANSLATE_NOOP("Rules",
            "Add the option TenantId, or option sections whose names begin with endpoint."),
        .reading = QT_TRANSLATE_NOOP("Rules",
            "The guide only says that attributes map interactions to tenants; what they are "
            "called comes from the page on capture points."),
        .page = capturePointOptions,
        .topic =
            QT_TRANSLATE_NOOP("Rules", "Options that say which tenant an interaction belongs to"),
        .message =
            [](const Topology &topology, const Finding &finding) {
                return Rules::tr(
                    "%1 has neither an option TenantId with a value nor an endpoint section; a capture point "
                    "needs one to know the tenant.")
                    .arg(who(topology, finding));
            },
        .applies = isPrimaryCapturePoint,
        .reads = {.own = Field::Options},
        .checkApplication = checkUnmapped,
    },
    {
        .id = "capture-point-tenant-unknown",
        .severity = Severity::Warning,
        .field = Field::Options,
        .title = QT_TRANSLATE_NOOP("Rules", "A capture point names a tenant that isn't there"),
        .explanation = QT_TRANSLATE_NOOP("Rules",
            "The option TenantId takes the DBID or the name of a tenant. This value is neither, "
            "so the interactions belong to nobody."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "Correct the value, or add the tenant."),
        .reading = QT_TRANSLATE_NOOP("Rules",
            "The page speaks of the DBID. We accept a name as well, since people write one."),
        .page = capturePointOptions,
        .topic = QT_TRANSLATE_NOOP("Rules", "The option for the tenant's DBID"),
        .message =
            [](const Topology &topology, const Finding &finding) {
                return Rules::tr(
                    "The option %1 of %2 says %3, which is neither the DBID nor the name of a tenant.")
                    .arg(relatedNames(topology, finding), who(topology, finding),
                        quoted(valueOf(topology, finding)));
            },
        .applies = isPrimaryCapturePoint,
        .reads = {.own = Field::Options | Aspect::NamedTenants},
        .checkApplication = checkUnknown,
    },
    {
        .id = "capture-point-tenant-unserved",
        .severity = Severity::Warning,
        .field = Field::Options,
        .title =
            QT_TRANSLATE_NOOP("Rules", "A capture point's Interaction Server lacks the tenant"),
        .explanation = QT_TRANSLATE_NOOP("Rules",
            "The capture point gives interactions to a tenant that none of the Interaction "
            "Servers it connects to works for."),
        .remedy = QT_TRANSLATE_NOOP("Rules",
            "Assign the tenant to one of these Interaction Servers, or name another tenant."),
        .page = capturePointOptions,
        .topic = QT_TRANSLATE_NOOP(
            "Rules", "The option for the tenant's DBID, and the connection to Interaction Server"),
        .message =
            [](const Topology &topology, const Finding &finding) {
                return Rules::tr(
                    "%1 gives interactions to %2, which none of its Interaction Servers serves; one of them "
                    "must.")
                    .arg(who(topology, finding), tenantNames(topology, finding));
            },
        .applies = isPrimaryCapturePoint,
        .needs = Facts::Connections,
        .reads = {.own = Field::Options | Field::Connections | Aspect::NamedTenants,
            .targets = Field::Tenants},
        .targetCounts = isInteractionServer,
        .checkApplication = checkUnserved,
        .fixes = {assignToInteractionServer},
    },
};

}  // namespace

std::span<const Rule> capturePointRules()
{
    return capturePointFamily;
}
