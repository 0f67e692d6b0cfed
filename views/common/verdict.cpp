// SPDX-License-Identifier: Apache-2.0
#include "views/common/verdict.h"

#include "models/base/text.h"
#include "models/rules/catalogue.h"
#include "models/rules/tenantnumbers.h"
#include "models/topology/edits.h"
#include "views/common/objecttext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

struct VerdictTexts
{
    Q_DECLARE_TR_FUNCTIONS(Verdict)
};

bool isAssigned(const Topology &topology, ApplicationId application, TenantId tenant)
{
    const auto &tenants = topology.application(application).tenants;
    return std::binary_search(tenants.cbegin(), tenants.cend(), tenant);
}

/// Connections count by target, whatever their ports.
bool hasSameTargets(const Application &a, const Application &b)
{
    auto i = a.connections.cbegin();
    auto k = b.connections.cbegin();
    const auto skip = [](auto &at, auto end) {
        const auto target = at->target;
        while (at != end && at->target == target)
            ++at;
    };
    while (i != a.connections.cend() && k != b.connections.cend()) {
        if (i->target != k->target)
            return false;
        skip(i, a.connections.cend());
        skip(k, b.connections.cend());
    }
    return i == a.connections.cend() && k == b.connections.cend();
}

/// The two are alike, and toggling a tenant of one of them ends that.
bool breaksPair(const Topology &topology, ApplicationId a, ApplicationId b)
{
    const auto &first = topology.application(a);
    const auto &second = topology.application(b);
    return a != b && !first.isPlaceholder && !second.isPlaceholder
        && first.tenants == second.tenants && hasSameTargets(first, second);
}

bool breaksAnyPair(const Topology &topology, ApplicationId application)
{
    const auto backup = topology.application(application).backup;
    if (backup && breaksPair(topology, application, *backup))
        return true;
    const auto &primaries = topology.primariesOf(application);
    return std::any_of(primaries.cbegin(), primaries.cend(),
        [&](ApplicationId primary) { return breaksPair(topology, application, primary); });
}

/// What one more tenant on the list of a primary amounts to.
Verdict growthVerdict(
    const Topology &topology, const Application &application, const Topology::Facts &facts)
{
    const bool isOneMore = !application.tenants.isEmpty();
    switch (facts.sharing) {
    case Sharing::One:
        return isOneMore ? Verdict::Forbidden : Verdict::Allowed;
    case Sharing::Balanced:
        return isOneMore && !application.isLoadBalanced ? Verdict::Forbidden : Verdict::Allowed;
    case Sharing::Undecided:
        if (!isOneMore
            || topology.settings().socialMessagingTenants == SocialMessagingTenants::Allow)
            return Verdict::Allowed;
        return topology.settings().socialMessagingTenants == SocialMessagingTenants::Forbid
            ? Verdict::Forbidden
            : Verdict::Conditional;
    case Sharing::TServer:
        if (isOneMore)
            return Verdict::Forbidden;
        return facts.isInteractionServer && topology.enabledCustomerTenants() >= 2
            ? Verdict::Conditional
            : Verdict::Allowed;
    case Sharing::Many:
    case Sharing::None:
        break;
    }
    return Verdict::Allowed;
}

bool hasSeveralMultimediaSwitches(const Topology &topology, TenantId tenant)
{
    const auto &switches = topology.switchesOf(tenant);
    return std::count_if(switches.cbegin(), switches.cend(), [&](SwitchId id) {
        return topology.isMultimedia(id);
    }) >= 2;
}

/// Options that speak of tenants by DBID: without the tenant, some speak of nobody.
bool leavesNumbers(const Topology &topology, const Application &application, TenantId tenant)
{
    const auto type = topology.facts(application.id).type;
    if (type != ApplicationType::ChatServer && type != ApplicationType::SocialMessagingServer)
        return false;
    auto left = application.tenants;
    left.removeOne(tenant);
    const auto &sections = application.options;
    return std::any_of(sections.begin(), sections.end(), [&](const OptionSection &section) {
        if (type == ApplicationType::ChatServer)
            return isStrayEndpoints(topology, left, section.name)
                && !isStrayEndpoints(topology, application.tenants, section.name);
        return std::any_of(
            section.options.begin(), section.options.end(), [&](const Option &option) {
                return isInboundRoute(section, option) && isStrayRoute(topology, left, option.value)
                    && !isStrayRoute(topology, application.tenants, option.value);
            });
    });
}

Verdict assignVerdict(const Topology &topology, const Application &application, TenantId tenantId)
{
    const auto &facts = topology.facts(application.id);
    const auto &tenant = topology.tenant(tenantId);
    auto verdict = facts.isBackup ? Verdict::Allowed : growthVerdict(topology, application, facts);
    if (verdict == Verdict::Forbidden)
        return verdict;
    const bool isAmbiguous = !facts.isBackup && facts.type == ApplicationType::InteractionServer
        && hasSeveralMultimediaSwitches(topology, tenantId);
    const bool isDisabled =
        facts.isEnabled && !tenant.isPlaceholder && tenant.state == ObjectState::Disabled;
    const bool isWithoutEndpoints = facts.type == ApplicationType::ChatServer
        && lacksEndpoints(topology, application, tenantId);
    if (isAmbiguous || isDisabled || isWithoutEndpoints || breaksAnyPair(topology, application.id))
        verdict = Verdict::Conditional;
    return verdict;
}

Verdict unassignVerdict(const Topology &topology, const Application &application, TenantId tenant)
{
    const auto &facts = topology.facts(application.id);
    const bool isLast = application.tenants.size() == 1
        && topology.settings().environment == Environment::MultiTenant && !facts.isBackup
        && facts.isEServices;
    const bool hasSwitch = facts.sharing == Sharing::TServer
        && std::any_of(
            application.switches.cbegin(), application.switches.cend(), [&](SwitchId id) {
                const auto &linked = topology.switchAt(id);
                return !linked.isPlaceholder && linked.tenant == tenant;
            });
    if (isLast || hasSwitch)
        return Verdict::Forbidden;
    return breaksAnyPair(topology, application.id) || leavesNumbers(topology, application, tenant)
        ? Verdict::Conditional
        : Verdict::Allowed;
}

/// Taking a tenant away from too many leaves a smaller number of too many: no new finding, but one
/// that was there.
bool stoodBefore(const Document::Preview &preview, const Finding &finding)
{
    return std::any_of(preview.findingsRemoved.cbegin(), preview.findingsRemoved.cend(),
        [&](const Finding &other) {
            return other.rule == finding.rule && other.object == finding.object;
        });
}

/// Why a click is all right, where no finding says anything.
QString permission(const Topology &topology, const Application &application)
{
    const auto type = plainText(application.type.displayName());
    const auto &facts = topology.facts(application.id);
    if (facts.isBackup)
        return VerdictTexts::tr("a backup has the tenants of its primary");
    switch (facts.sharing) {
    case Sharing::Many:
        return VerdictTexts::tr("one %1 may serve several tenants").arg(type);
    case Sharing::Balanced:
        return application.isLoadBalanced
            ? VerdictTexts::tr("a load-balanced %1 may serve several tenants").arg(type)
            : VerdictTexts::tr("one %1 that is not load balanced serves one tenant").arg(type);
    case Sharing::Undecided:
        return topology.settings().socialMessagingTenants == SocialMessagingTenants::Allow
                && !application.tenants.isEmpty()
            ? VerdictTexts::tr("the document's settings allow one %1 several tenants").arg(type)
            : VerdictTexts::tr("one %1 may serve one tenant").arg(type);
    case Sharing::One:
        return VerdictTexts::tr("one %1 serves exactly one tenant").arg(type);
    case Sharing::TServer:
        return VerdictTexts::tr("one %1 takes at most one tenant").arg(type);
    case Sharing::None:
        break;
    }
    return VerdictTexts::tr("the guide names no rule for the tenants of this type");
}

QString planSentence(const Document &document, const Document::Preview &preview)
{
    if (preview.rowAfter)
        return planRowSentence(document, *preview.rowAfter);
    return preview.rowBefore
        ? VerdictTexts::tr("It then needs nothing any more: it is as in the baseline.")
        : QString();
}

}  // namespace

QString planRowSentence(const Document &document, const PlanRow &row)
{
    const auto label = actionLabel(row.action);
    if (row.action != Action::Restart)
        return label + u"."_s;
    const auto names = [&](const QList<TenantId> &tenants) {
        QStringList list;
        for (const auto id : tenants) {
            const auto &topology = document.topology().tenants().contains(id) ? document.topology()
                                                                              : document.baseline();
            list.append(objectLabel(topology, id));
        }
        std::sort(list.begin(), list.end(), textLess);
        return shortList(list);
    };
    if (row.interrupted.isEmpty())
        return VerdictTexts::tr("%1: interrupts nobody.").arg(label);
    QList<TenantId> changed;
    for (const auto id : row.interrupted) {
        if (!row.bystanders.contains(id))
            changed.append(id);
    }
    const auto bystanders = row.bystanders.isEmpty()
        ? QString()
        : (row.bystanders.size() == 1 ? VerdictTexts::tr("%1 (bystander)")
                                      : VerdictTexts::tr("%1 (bystanders)"))
              .arg(names(row.bystanders));
    if (changed.isEmpty() || bystanders.isEmpty())
        return VerdictTexts::tr("%1: interrupts %2.")
            .arg(label, bystanders.isEmpty() ? names(changed) : bystanders);
    return VerdictTexts::tr("%1: interrupts %2; %3.").arg(label, names(changed), bystanders);
}

Verdict toggleVerdict(const Topology &topology, ApplicationId application, TenantId tenant)
{
    const auto &record = topology.application(application);
    return isAssigned(topology, application, tenant) ? unassignVerdict(topology, record, tenant)
                                                     : assignVerdict(topology, record, tenant);
}

Verdict previewVerdict(const Topology &topology, const Document::Preview &preview,
    ApplicationId application, TenantId tenant)
{
    const bool isTaking = isAssigned(topology, application, tenant);
    const auto backup = topology.application(application).backup;
    auto verdict = Verdict::Allowed;
    for (const auto &finding : preview.findingsAdded) {
        const bool isOwn = finding.object == ObjectId(application);
        const bool isOfPair = ruleName(finding.rule) == "backup-mismatch"_L1
            && (isOwn || (backup && finding.object == ObjectId(*backup)));
        if (isOfPair)
            verdict = std::max(verdict, Verdict::Conditional);
        else if (isOwn && finding.severity != Severity::Advice
            && !(isTaking && stoodBefore(preview, finding)))
            verdict = std::max(verdict,
                finding.severity == Severity::Error ? Verdict::Forbidden : Verdict::Conditional);
    }
    return verdict;
}

Result<Step> toggleStep(const Topology &topology, ApplicationId application, TenantId tenant)
{
    return isAssigned(topology, application, tenant) ? unassignTenant(topology, application, tenant)
                                                     : assignTenant(topology, application, tenant);
}

QStringList toggleSentences(Document &document, ApplicationId application, TenantId tenant)
{
    const auto &topology = document.topology();
    const auto step = toggleStep(topology, application, tenant);
    if (!step)
        return {step.error().message};
    const bool isTaking = isAssigned(topology, application, tenant);
    const auto preview = document.preview(*step, application);
    const auto verdict = previewVerdict(topology, preview, application, tenant);

    QStringList parts;
    const auto names = std::pair(objectLabel(topology, tenant), objectLabel(topology, application));
    const auto title =
        (isTaking ? VerdictTexts::tr("Unassign %1 from %2") : VerdictTexts::tr("Assign %1 to %2"))
            .arg(names.first, names.second);
    QStringList said;
    for (qsizetype i = 0; i < preview.findingsAdded.size(); ++i) {
        const auto &finding = preview.findingsAdded.at(i);
        if (finding.severity != Severity::Advice && !(isTaking && stoodBefore(preview, finding)))
            said.append(preview.messagesAdded.at(i));
    }
    if (verdict == Verdict::Allowed && said.isEmpty())
        parts.append(isTaking
                ? VerdictTexts::tr("%1: allowed.").arg(title)
                : VerdictTexts::tr("%1: allowed; %2.")
                      .arg(title, permission(topology, topology.application(application))));
    else if (verdict == Verdict::Forbidden)
        parts.append(VerdictTexts::tr("%1: not allowed.").arg(title));
    else
        parts.append(VerdictTexts::tr("%1: allowed, with a condition.").arg(title));
    constexpr qsizetype shown = 3;
    parts.append(said.mid(0, shown));
    if (said.size() > shown)
        parts.append(VerdictTexts::tr("%1 more problems would appear.").arg(said.size() - shown));
    qsizetype solved = 0;
    for (const auto &finding : preview.findingsRemoved) {
        solved += finding.severity != Severity::Advice
            && std::none_of(preview.findingsAdded.cbegin(), preview.findingsAdded.cend(),
                [&](const Finding &other) {
                    return other.rule == finding.rule && other.object == finding.object;
                });
    }
    if (solved > 0)
        parts.append(solved == 1 ? VerdictTexts::tr("It solves a problem.")
                                 : VerdictTexts::tr("It solves %1 problems.").arg(solved));
    const auto plan = planSentence(document, preview);
    if (!plan.isEmpty())
        parts.append(plan);
    return parts;
}

QString toggleSentence(Document &document, ApplicationId application, TenantId tenant)
{
    return toggleSentences(document, application, tenant).join(u' ');
}
