// SPDX-License-Identifier: Apache-2.0
#include "models/onboarding/onboarding.h"

#include "models/base/text.h"
#include "models/onboarding/chatendpoints.h"
#include "models/onboarding/newtenant.h"
#include "models/onboarding/services.h"
#include "models/onboarding/wiring.h"
#include "models/rules/newinstance.h"

#include <QCoreApplication>

#include <algorithm>
#include <tuple>

namespace {

struct OnboardingTexts
{
    Q_DECLARE_TR_FUNCTIONS(Onboarding)
};

/// Among servers of one type so many are tried out; the others would hardly be better.
constexpr qsizetype maxTried = 16;

/// What a step leads to, the best first.
struct Price
{
    int restarts = 0;
    int interrupted = 0;
    qsizetype newInstances = 0;
    auto operator<=>(const Price &) const = default;
};

/// A server that the tenant needs and lacks: the best one to share, if any may be, and one to model
/// a new one on.
struct Open
{
    ApplicationType::Id type = ApplicationType::Unlisted;
    std::optional<ApplicationId> shared;
    ApplicationId model {0};
    bool isFree = false;  ///< To share it restarts and interrupts nothing more.
};

QList<Proposal::Connection> newConnections(
    const Topology &before, const Topology &after, const Step &step)
{
    QList<ApplicationId> touched;
    for (const auto &edit : step.edits) {
        const auto *added = std::get_if<AddObject>(&edit);
        if (added && objectId(*added->record).kind == Kind::Application)
            touched.append(objectId(*added->record).application());
        else if (const auto *connect = std::get_if<Connect>(&edit);
                 connect && !touched.contains(connect->application))
            touched.append(connect->application);
    }
    QList<Proposal::Connection> connections;
    for (const auto id : std::as_const(touched)) {
        const auto &now = after.application(id);
        const auto *was = before.applications().find(id);
        for (const auto &connection : now.connections) {
            if (!was || !was->connections.contains(connection))
                connections.append(
                    {now.name, after.application(connection.target).name, connection.port});
        }
    }
    return connections;
}

/// Finds and checks the proposals of one request.
class Search final
{
public:
    Search(const Topology &working, const Topology &baseline, NewTenant tenant,
        const OnboardingRequest &request);

    Proposals run();

private:
    /// For each of m_open whether a new instance is made. Bits, from the first on.
    using Choice = quint32;

    struct Verdict
    {
        Price price;
        QString error;  ///< What the first new error says; empty if there is none.
    };

    void choose(const Service &service);
    QList<ApplicationId> bestFirst(QList<ApplicationId> servers) const;
    void chooseShared(Open &open, const QList<ApplicationId> &servers);
    bool connectsToPicks(ApplicationId server) const;

    Result<Proposal> compose(Proposal::Kind kind, Choice choice) const;
    void share(StepComposer &composer, ApplicationId server, Proposal &proposal) const;
    std::optional<ApplicationId> add(
        StepComposer &composer, ApplicationId model, Proposal &proposal) const;
    Verdict judge(const Proposal &proposal);
    Result<Proposal> checked(Proposal::Kind kind, Choice choice);
    Result<Choice> cheapest(Choice shared);
    Result<Proposal> fewestRestarts();

    Choice allNew() const { return (Choice(1) << m_open.size()) - 1; }
    /// Those of which none can be shared.
    Choice mustBeNew() const;
    /// Those that are free to share.
    Choice freeOnes() const;

    const Topology &m_working;
    const NewTenant m_tenant;
    Trial m_trial;
    Price m_before;  // Of a step that does nothing.
    Picks m_known;   // Who serves the tenant already, and the best ones to share so far.
    QStringList m_serving;
    QList<Open> m_open;
    QStringList m_missing;
};

Search::Search(const Topology &working, const Topology &baseline, NewTenant tenant,
    const OnboardingRequest &request)
    : m_working(working)
    , m_tenant(std::move(tenant))
    , m_trial(working, baseline)
{
    const auto plan = m_trial.planner().summary();
    m_before = {plan.restarts, plan.tenantsInterrupted, 0};
    for (const auto &service : neededServices(working, m_tenant.tenant, request.media))
        choose(service);
    std::sort(m_serving.begin(), m_serving.end(), textLess);
}

void Search::choose(const Service &service)
{
    if (service.serving) {
        m_known[service.type] = {*service.serving, Pick::How::Serving};
        m_serving.append(m_working.application(*service.serving).name);
        return;
    }
    if (service.models.isEmpty()) {
        m_missing.append(OnboardingTexts::tr(
            "There is no application of type %1 to share or to model a new one on.")
                             .arg(ApplicationType(service.type).displayName()));
        return;
    }
    Open open;
    open.type = service.type;
    chooseShared(open, bestFirst(service.shareable));
    open.model = open.shared ? *open.shared : bestFirst(service.models).constFirst();
    m_known[service.type] = {open.model, Pick::How::Shared};
    m_open.append(open);
}

/// Whether what it connects to are the servers that the tenant has or is likely to share.
bool Search::connectsToPicks(ApplicationId server) const
{
    const auto &connections = m_working.application(server).connections;
    return std::all_of(m_known.begin(), m_known.end(), [&](const auto &known) {
        bool isOther = false;
        for (const auto &connection : connections) {
            if (connection.target == known.second.application)
                return true;
            isOther = isOther || roleOf(m_working, connection.target) == known.first;
        }
        return !isOther;
    });
}

/// Enabled ones that fit together with the others, that restart anyway, and that serve few.
QList<ApplicationId> Search::bestFirst(QList<ApplicationId> servers) const
{
    using Rank = std::tuple<bool, bool, bool, qsizetype>;
    std::vector<std::pair<Rank, ApplicationId>> ranked;
    for (const auto id : servers) {
        const auto *row = m_trial.planner().row(id);
        const bool restarts = row && row->action == Action::Restart;
        ranked.emplace_back(Rank(!m_working.facts(id).isEnabled, !connectsToPicks(id), !restarts,
                                m_working.application(id).tenants.size()),
            id);
    }
    std::stable_sort(ranked.begin(), ranked.end(),
        [](const auto &a, const auto &b) { return a.first < b.first; });
    std::transform(ranked.begin(), ranked.end(), servers.begin(),
        [](const auto &server) { return server.second; });
    return servers;
}

/// The one whose assignment alone costs least; none if each would make an error.
void Search::chooseShared(Open &open, const QList<ApplicationId> &servers)
{
    std::tuple<bool, Price> lowest;
    for (const auto server : servers.first(std::min(servers.size(), maxTried))) {
        Proposal alone;
        StepComposer composer(m_working);
        composer.add(m_tenant.step);
        share(composer, server, alone);
        auto step = composer.take({});
        if (!step)
            continue;
        alone.step = *std::move(step);
        const auto verdict = judge(alone);
        const std::tuple cost(!connectsToPicks(server), verdict.price);
        if (!verdict.error.isEmpty() || (open.shared && cost >= lowest))
            continue;
        open.shared = server;
        open.isFree = verdict.price == m_before;
        lowest = cost;
        if (open.isFree && connectsToPicks(server))
            return;
    }
}

void Search::share(StepComposer &composer, ApplicationId server, Proposal &proposal) const
{
    const auto assign = [&](ApplicationId id, bool isBackup) {
        const auto &application = composer.topology().application(id);
        if (hasTenant(composer.topology(), id, m_tenant.tenant))
            return;
        proposal.assignments.append({application.name, application.type, isBackup});
        const auto dbid = composer.topology().tenant(m_tenant.tenant).dbid;
        const auto options = application.type.id() == ApplicationType::ChatServer
            ? withEndpoints(application.options, dbid)
            : application.options;
        composer.add(assignTenant(composer.topology(), id, m_tenant.tenant));
        composer.set(id, Field::Options, options);
    };
    assign(server, false);
    if (const auto backup = ownBackup(m_working, server))
        assign(*backup, true);
}

std::optional<ApplicationId> Search::add(
    StepComposer &composer, ApplicationId model, Proposal &proposal) const
{
    const auto &topology = composer.topology();
    const auto &like = m_working.application(model);
    const auto &tenant = topology.tenant(m_tenant.tenant);
    QString name;
    if (like.tenants.size() == 1) {
        const auto &first = topology.tenant(like.tenants.constFirst());
        const auto wanted = nameForTenant(like.name, first.name, tenant.name);
        if (topology.bearers(Kind::Application, wanted).isEmpty())
            name = wanted;
    }
    auto instance = newInstance(topology, model, tenant.id, name);
    instance.state = ObjectState::Enabled;
    if (instance.type.id() == ApplicationType::ChatServer)
        instance.options = withEndpointsOnly(instance.options, tenant.dbid);
    proposal.newInstances.append({instance.name, instance.type, like.name});
    const auto added = composer.addObject(instance);
    return added ? std::optional(added->application()) : std::nullopt;
}

Result<Proposal> Search::compose(Proposal::Kind kind, Choice choice) const
{
    Proposal proposal;
    proposal.kind = kind;
    proposal.isNewTenant = m_tenant.isNew;
    proposal.newSwitch = m_tenant.newSwitch;
    proposal.serving = m_serving;
    StepComposer composer(m_working);
    composer.add(m_tenant.step);
    auto picks = m_known;
    for (qsizetype i = 0; i < m_open.size(); ++i) {
        const auto &open = m_open.at(i);
        if ((choice >> i & 1) == 0) {
            share(composer, *open.shared, proposal);
            picks[open.type] = {*open.shared, Pick::How::Shared};
        } else if (const auto added = add(composer, open.model, proposal)) {
            picks[open.type] = {*added, Pick::How::New};
        }
    }
    wire(composer, picks, m_tenant.tenant);
    auto step = composer.take(
        OnboardingTexts::tr("Onboard %1: %2")
            .arg(composer.topology().tenant(m_tenant.tenant).name, proposalTitle(kind)));
    if (!step)
        return tl::unexpected(step.error());
    proposal.step = *std::move(step);
    proposal.connections = newConnections(m_working, composer.topology(), proposal.step);
    return proposal;
}

Search::Verdict Search::judge(const Proposal &proposal)
{
    Verdict verdict;
    m_trial.tryOut(proposal.step, [&](const FindingsTrial &findings) {
        const auto plan = m_trial.planner().summary();
        verdict.price = {plan.restarts, plan.tenantsInterrupted, proposal.newInstances.size()};
        const auto error = std::find_if(findings.added.begin(), findings.added.end(),
            [](const Finding &finding) { return finding.severity == Severity::Error; });
        if (error != findings.added.end())
            verdict.error = message(m_trial.topology(), *error);
    });
    return verdict;
}

Result<Proposal> Search::checked(Proposal::Kind kind, Choice choice)
{
    auto proposal = compose(kind, choice);
    if (!proposal)
        return proposal;
    const auto verdict = judge(*proposal);
    if (!verdict.error.isEmpty())
        return failure(Error::Code::InvalidInput,
            OnboardingTexts::tr("It would make an error: %1").arg(verdict.error));
    return proposal;
}

Search::Choice Search::mustBeNew() const
{
    Choice choice = 0;
    for (qsizetype i = 0; i < m_open.size(); ++i) {
        if (!m_open.at(i).shared)
            choice |= Choice(1) << i;
    }
    return choice;
}

Search::Choice Search::freeOnes() const
{
    Choice choice = 0;
    for (qsizetype i = 0; i < m_open.size(); ++i) {
        if (m_open.at(i).isFree)
            choice |= Choice(1) << i;
    }
    return choice;
}

/// Types are few: every choice is tried that makes no new instance of those that are shared.
Result<Search::Choice> Search::cheapest(Choice shared)
{
    std::optional<std::tuple<Price, Choice>> best;
    QString error;
    for (Choice choice = 0; choice <= allNew(); ++choice) {
        if ((choice & mustBeNew()) != mustBeNew() || (choice & shared) != 0)
            continue;
        const auto proposal = compose(Proposal::Kind::FewestRestarts, choice);
        if (!proposal)
            return tl::unexpected(proposal.error());
        const auto verdict = judge(*proposal);
        if (!verdict.error.isEmpty())
            error = verdict.error;
        else if (const std::tuple found(verdict.price, choice); !best || found < *best)
            best = found;
    }
    if (!best)
        return failure(Error::Code::InvalidInput,
            OnboardingTexts::tr("Every choice would make an error, such as: %1").arg(error));
    return std::get<Choice>(*best);
}

Result<Proposal> Search::fewestRestarts()
{
    // Nothing is cheaper than to share what is free; only an error can speak against it.
    auto choice = cheapest(freeOnes());
    if (!choice)
        choice = cheapest(0);
    if (!choice)
        return tl::unexpected(choice.error());
    return compose(Proposal::Kind::FewestRestarts, *choice);
}

Proposals Search::run()
{
    Proposals result;
    result.refused = m_missing;
    if (!m_missing.isEmpty())
        return result;
    const auto take = [&](Proposal::Kind kind, Result<Proposal> proposal) {
        if (!proposal)
            result.refused.append(
                OnboardingTexts::tr("%1: %2").arg(proposalTitle(kind), proposal.error().message));
        else if (!proposal->step.isEmpty()) {
            proposal->consequences = consequencesOf(m_trial, proposal->step);
            result.legal.append(*std::move(proposal));
        }
    };
    using Kind = Proposal::Kind;
    take(Kind::Share, checked(Kind::Share, mustBeNew()));
    take(Kind::Dedicate, checked(Kind::Dedicate, allNew()));
    take(Kind::FewestRestarts, fewestRestarts());
    return result;
}

}  // namespace

Result<Proposals> proposals(
    const Topology &working, const Topology &baseline, const OnboardingRequest &request)
{
    auto tenant = newTenant(working, request.tenant);
    if (!tenant)
        return tl::unexpected(tenant.error());
    return Search(working, baseline, *std::move(tenant), request).run();
}

QLatin1String proposalToken(Proposal::Kind kind)
{
    switch (kind) {
    case Proposal::Kind::Share:
        return QLatin1String("share");
    case Proposal::Kind::Dedicate:
        return QLatin1String("dedicate");
    case Proposal::Kind::FewestRestarts:
        return QLatin1String("fewest-restarts");
    }
    return {};
}

QString proposalTitle(Proposal::Kind kind)
{
    switch (kind) {
    case Proposal::Kind::Share:
        return OnboardingTexts::tr("Share what may be shared");
    case Proposal::Kind::Dedicate:
        return OnboardingTexts::tr("Dedicated instances");
    case Proposal::Kind::FewestRestarts:
        return OnboardingTexts::tr("Fewest restarts");
    }
    return {};
}

QString priceText(const Proposal &proposal)
{
    const auto &before = proposal.consequences.planBefore;
    const auto &after = proposal.consequences.plan;
    QStringList parts;
    const auto add = [&](qsizetype number, const QString &one, const QString &several) {
        if (number == 1)
            parts.append(one);
        else if (number > 1)
            parts.append(several.arg(number));
    };
    add(proposal.newInstances.size(), OnboardingTexts::tr("1 new instance"),
        OnboardingTexts::tr("%1 new instances"));
    add(after.restarts - before.restarts, OnboardingTexts::tr("1 restart"),
        OnboardingTexts::tr("%1 restarts"));
    add(after.tenantsInterrupted - before.tenantsInterrupted,
        OnboardingTexts::tr("interrupts 1 tenant"), OnboardingTexts::tr("interrupts %1 tenants"));
    const auto &created = proposal.consequences.counts;
    add(created.warnings, OnboardingTexts::tr("1 new warning"),
        OnboardingTexts::tr("%1 new warnings"));
    add(created.advice, OnboardingTexts::tr("1 advice"), OnboardingTexts::tr("%1 advice"));
    if (proposal.consequences.created.isEmpty())
        parts.append(OnboardingTexts::tr("no new problems"));
    return parts.join(QLatin1String(", "));
}
