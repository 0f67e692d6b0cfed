// SPDX-License-Identifier: Apache-2.0
#include "models/onboarding/onboarding.h"
#include "models/onboarding/services.h"
#include "models/plan/planner.h"
#include "models/rules/validator.h"
#include "models/topology/apply.h"
#include "tests/models/rules/randomworld.h"
#include "tests/models/rules/ruleoracle.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <random>
#include <tuple>

using namespace Qt::StringLiterals;

namespace {

QStringList errorLines(const Topology &topology)
{
    QStringList lines;
    for (const auto &finding : checkAll(topology)) {
        if (finding.severity == Severity::Error)
            lines.append(findingLine(finding));
    }
    return lines;
}

/// Restarts, tenants interrupted, new instances: the fewer the better, in this order.
using Price = std::tuple<int, int, qsizetype>;

Price priceOf(const Topology &baseline, const Topology &after, const Proposal &proposal)
{
    const auto plan = Planner(baseline, after, Matching::ById).summary();
    return {plan.restarts, plan.tenantsInterrupted, proposal.newInstances.size()};
}

bool isFullyServed(const Topology &topology, const OnboardingRequest &request)
{
    const auto tenant = topology.bearers(Kind::Tenant, request.tenant);
    return std::any_of(tenant.begin(), tenant.end(), [&](quint32 bearer) {
        const auto services = neededServices(topology, TenantId(bearer), request.media);
        return std::all_of(services.begin(), services.end(),
            [](const Service &service) { return service.serving.has_value(); });
    });
}

template <class T>
typename T::IdType any(const Topology &topology, std::mt19937 &random)
{
    const auto &table = topology.table<T>();
    return std::next(table.begin(), int(random() % quint32(table.size())))->id;
}

/// With servers of the types that tenants need, so that there is mostly something to propose.
Topology withServers(Topology topology, std::mt19937 &random)
{
    QList<ApplicationType> types {
        ApplicationType::ContactServer, ApplicationType::InteractionServer};
    for (const auto medium : allMedia())
        types.append(serverType(medium));
    for (const auto &type : types) {
        for (int k = random() % 8 == 0 ? 0 : 1 + int(random() % 2); k > 0; --k) {
            Application server;
            server.name = u"B%1"_s.arg(topology.nextId(Kind::Application));
            server.type = type;
            server.release = random() % 2 == 0 ? u"8.1.1"_s : u"8.5.1"_s;
            server.isLoadBalanced = random() % 2 == 0;
            if (random() % 2 == 0)
                server.tenants.append(any<Tenant>(topology, random));
            for (int links = int(random() % 3); links > 0 && topology.applications().size() > 0;
                 --links)
                server.connections.append(
                    {any<Application>(topology, random), u"default"_s, {}, {}, {}, {}, {}});
            if (random() % 4 == 0 && topology.applications().size() > 0)
                server.backup = any<Application>(topology, random);
            if (random() % 2 == 0)
                server.options = {{u"endpoints:7"_s, {}}};
            ::apply(topology, *addObject(topology, server));
        }
    }
    return topology;
}

}  // namespace

class TestOnboardingProperties : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void proposalsKeepTheirPromises_data();
    void proposalsKeepTheirPromises();
};

void TestOnboardingProperties::proposalsKeepTheirPromises_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 0; seed < 20; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

/// Whatever the topology: a proposal makes no error, serves the tenant, can be taken back, and the
/// one with the fewest restarts costs no more than the others.
void TestOnboardingProperties::proposalsKeepTheirPromises()
{
    QFETCH(quint32, seed);
    RandomWorld world(seed * 7919 + 11);
    std::mt19937 random(seed);
    int legal = 0;
    for (int i = 0; i < 40; ++i) {
        const auto baseline = withServers(world.topology(), random);
        auto working = baseline;
        for (int k = int(random() % 4); k > 0; --k)
            ::apply(working, world.step(working));

        OnboardingRequest request;
        const QStringList names {u"T1"_s, u"T2"_s, u"Undefined"_s, u"7"_s, u"Newcomer"_s};
        request.tenant = names.at(random() % quint32(names.size()));
        for (const auto medium : allMedia()) {
            if (random() % 6 == 0)
                request.media.insert(medium);
        }
        const auto found = proposals(working, baseline, request);
        QVERIFY(found);
        if (found->legal.isEmpty() && found->refused.isEmpty())
            QVERIFY(isFullyServed(working, request));

        const auto before = errorLines(working);
        std::map<Proposal::Kind, Price> prices;
        for (const auto &proposal : found->legal) {
            ++legal;
            auto after = working;
            ::apply(after, proposal.step);
            for (const auto &line : errorLines(after))
                QVERIFY2(before.contains(line), qPrintable(line + u" by "_s + proposal.step.title));
            QVERIFY2(isFullyServed(after, request), qPrintable(proposal.step.title));
            prices[proposal.kind] = priceOf(baseline, after, proposal);
            ::apply(after, inverse(proposal.step));
            QVERIFY2(after == working, qPrintable(proposal.step.title));
        }
        const auto fewest = prices.find(Proposal::Kind::FewestRestarts);
        for (const auto &[kind, price] : prices)
            QVERIFY(fewest != prices.end() && fewest->second <= price);
    }
    QVERIFY(legal > 0);
}

QTEST_APPLESS_MAIN(TestOnboardingProperties)
#include "tst_onboardingproperties.moc"
