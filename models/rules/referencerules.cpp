// SPDX-License-Identifier: Apache-2.0
#include "models/rules/families.h"
#include "models/rules/fixes.h"
#include "models/rules/phrases.h"
#include "models/rules/rulecontext.h"

#include <algorithm>

// References to what nothing defines, to what is disabled, and to each other in a circle.

namespace {

using Facts = Topology::Facts;

template <class Id>
void append(const Topology &topology, QList<Subject> &subjects, const QList<Id> &ids)
{
    for (const auto id : ids) {
        if (!topology.isPlaceholder(id))
            subjects.append(Subject::of(id));
    }
}

/// Those of two sorted lists, each once.
QList<ApplicationId> merged(const QList<ApplicationId> &a, const QList<ApplicationId> &b)
{
    QList<ApplicationId> both;
    std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
    return both;
}

/// Applications that have the tenant, or link a switch of it that nothing defines.
QList<ApplicationId> applicationsNaming(const Topology &topology, TenantId tenant)
{
    QList<ApplicationId> applications = topology.applicationsOf(tenant);
    bool isSorted = true;
    for (const auto id : topology.switchesOf(tenant)) {
        if (!topology.switchAt(id).isPlaceholder)
            continue;
        applications += topology.applicationsLinkedTo(id);
        isSorted = false;
    }
    if (!isSorted) {
        std::sort(applications.begin(), applications.end());
        applications.erase(
            std::unique(applications.begin(), applications.end()), applications.end());
    }
    return applications;
}

QList<Subject> referrers(const Topology &topology, ObjectId object)
{
    QList<Subject> subjects;
    switch (object.kind) {
    case Kind::Tenant:
        append(topology, subjects, topology.childrenOf(object.tenant()));
        append(topology, subjects, topology.switchesOf(object.tenant()));
        append(topology, subjects, applicationsNaming(topology, object.tenant()));
        break;
    case Kind::SwitchingOffice:
        append(topology, subjects, topology.switchesIn(object.office()));
        break;
    case Kind::Switch:
        append(topology, subjects, topology.applicationsLinkedTo(object.switchId()));
        break;
    case Kind::Host:
        append(topology, subjects, topology.applicationsOn(object.host()));
        break;
    case Kind::Application:
        append(topology, subjects,
            merged(topology.clientsOf(object.application()),
                topology.primariesOf(object.application())));
        break;
    }
    return subjects;
}

void checkUndefined(const RuleContext &context, ObjectId object, Report &report)
{
    report.add(object, {}, referrers(context.topology(), object));
}

void checkDisabled(const RuleContext &context, const Application &application, Report &report)
{
    if (application.state != ObjectState::Enabled)
        return;
    for (const auto tenant : application.tenants) {
        if (context.isDisabled(tenant))
            report.add(application.id, {}, {Subject::of(tenant)});
    }
    if (application.host
        && context.topology().host(*application.host).state == ObjectState::Disabled)
        report.add(application.id, {}, {Subject::of(*application.host)});
    std::optional<ApplicationId> last;
    for (const auto &connection : application.connections) {
        const auto &target = context.facts(connection.target);
        if (std::exchange(last, connection.target) != connection.target && target.isDefined
            && !target.isEnabled)
            report.add(application.id, {}, {Subject::of(connection.target)});
    }
}

/// Who uses anything that is disabled.
void sweepDisabled(const RuleContext &context, const Rule::Suspect &suspect)
{
    const auto &topology = context.topology();
    for (quint32 id = 0; id < topology.tenants().idBound(); ++id) {
        if (context.isDisabled(TenantId(id)))
            suspectAll(topology.applicationsOf(TenantId(id)), suspect);
    }
    for (const auto &host : topology.hosts()) {
        if (host.state == ObjectState::Disabled)
            suspectAll(topology.applicationsOn(host.id), suspect);
    }
    for (quint32 id = 0; id < topology.applications().idBound(); ++id) {
        const auto &facts = context.facts(ApplicationId(id));
        if (facts.isDefined && !facts.isEnabled)
            suspectAll(topology.clientsOf(ApplicationId(id)), suspect);
    }
}

void checkCycle(const RuleContext &context, ObjectId object, Report &report)
{
    if (context.isOnCycle(object.tenant()))
        report.add(object);
}

const Rule referenceFamily[] = {
    {
        .id = "reference-undefined",
        .severity = Severity::Warning,
        .field = Field::Name,
        .title = QT_TRANSLATE_NOOP("Rules", "Something refers to an object that nothing defines"),
        .explanation = QT_TRANSLATE_NOOP("Rules",
            "A file or an edit named an object that the document doesn't contain. It stands here "
            "as a placeholder and is not exported, so what refers to it would be refused."),
        .remedy = QT_TRANSLATE_NOOP(
            "Rules", "Add the object under this name, or correct those that refer to it."),
        .reading = QT_TRANSLATE_NOOP("Rules",
            "An export of a part of the configuration leads to this too; then nothing is wrong "
            "with the whole."),
        .page = applicationReference,
        .topic = QT_TRANSLATE_NOOP("Rules", "References to other objects"),
        .message =
            [](const Topology &topology, const Finding &finding) {
                const auto kind = kindLabel(finding.object.kind);
                return finding.related.isEmpty()
                    ? Rules::tr("%1 (%2) is not defined.").arg(who(topology, finding), kind)
                    : Rules::tr("%1 (%2) is not defined, but %3 refers to it.")
                          .arg(who(topology, finding), kind, relatedNames(topology, finding));
            },
        .units = Units::AllKinds,
        .isForPlaceholders = true,
        .reads = {.own = Aspect::Referrers},
        .checkObject = checkUndefined,
        .fixes = {definePlaceholder},
    },
    {
        .id = "reference-disabled",
        .severity = Severity::Warning,
        .field = Field::State,
        .title = QT_TRANSLATE_NOOP("Rules", "An enabled application uses something disabled"),
        .explanation = QT_TRANSLATE_NOOP("Rules",
            "A disabled tenant, host or application is not in service, so an enabled application "
            "that counts on it won't work in full."),
        .remedy = QT_TRANSLATE_NOOP(
            "Rules", "Enable the one, disable the other, or take the reference away."),
        .reading = QT_TRANSLATE_NOOP("Rules",
            "Disabled backups and switches are not reported: to keep them disabled is common "
            "practice."),
        .page = applicationReference,
        .topic = QT_TRANSLATE_NOOP("Rules", "The state of objects that refer to each other"),
        .message =
            [](const Topology &topology, const Finding &finding) {
                const auto object = finding.related.constFirst().object;
                return (
                    object.kind == Kind::Application ? Rules::tr(
                        "%1 is enabled and connects to %2, which is disabled; enable both or neither.")
                        : object.kind == Kind::Host
                        ? Rules::tr(
                            "%1 is enabled and runs on %2, which is disabled; enable both or neither.")
                        : Rules::tr(
                            "%1 is enabled and serves %2, which is disabled; enable both or neither."))
                    .arg(who(topology, finding), nameOf(topology, object));
            },
        .reads = {.own = Aspects(Field::State) | Field::Tenants | Field::Host | Field::Connections,
            .targets = Field::State,
            .tenants = Field::State,
            .host = Field::State},
        .sweep = sweepDisabled,
        .checkApplication = checkDisabled,
        .fixes = {enableDisabled},
    },
    {
        .id = "tenant-cycle",
        .severity = Severity::Error,
        .field = Field::Parent,
        .title = QT_TRANSLATE_NOOP("Rules", "A tenant is its own ancestor"),
        .explanation = QT_TRANSLATE_NOOP("Rules",
            "Tenants form a hierarchy. Following the parents from this tenant leads back to it, "
            "so none of those on the way has a place in it."),
        .remedy = QT_TRANSLATE_NOOP("Rules", "Give one of them another parent, or none."),
        .page = tenantReference,
        .topic = QT_TRANSLATE_NOOP("Rules", "The parent tenant"),
        .message =
            [](const Topology &topology, const Finding &finding) {
                const auto &parent = topology.tenant(finding.object.tenant()).parent;
                return parent == finding.object.tenant()
                    ? Rules::tr("%1 is its own parent; the hierarchy of tenants can't go round.")
                          .arg(who(topology, finding))
                    : Rules::tr(
                        "%1 is its own ancestor through its parent %2; the hierarchy of tenants can't go round.")
                          .arg(who(topology, finding),
                              parent ? nameOf(topology, *parent) : QString());
            },
        .units = Units::Tenants,
        .reads = {.own = Aspect::ParentCycle},
        .checkObject = checkCycle,
        .fixes = {clearParent},
    },
};

}  // namespace

std::span<const Rule> referenceRules()
{
    return referenceFamily;
}
