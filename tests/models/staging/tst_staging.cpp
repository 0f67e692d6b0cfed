// SPDX-License-Identifier: Apache-2.0
#include "models/plan/takeover.h"
#include "models/rules/validator.h"
#include "models/rules/waivers.h"
#include "models/staging/changeunits.h"
#include "models/staging/staging.h"
#include "models/topology/apply.h"
#include "models/topology/edits.h"
#include "tests/models/plan/randomplansteps.h"
#include "tests/support/topologybuilder.h"

#include <QTest>

#include <map>
#include <rapidcheck.h>
#include <set>

using namespace Qt::StringLiterals;

namespace {

/// Servers of one tenant each, which restart apart, and a pair and a chain besides.
Topology start()
{
    TopologyBuilder b;
    b.tenant(u"T1");
    b.tenant(u"T2").parent(u"T1");
    b.tenant(u"T3");
    b.tenant(u"T4");
    b.multimediaSwitch(u"T1", u"S1");
    b.host(u"H1");
    b.application(u"A1", u"istransportserver").tenants({u"T1"}).backup(u"A2").host(u"H1");
    b.application(u"A2", u"istransportserver").tenants({u"T1"});
    b.application(u"A3", u"interactionserver")
        .tenants({u"T1"})
        .release(u"8.1.1")
        .connect(u"A1")
        .link(u"T1", u"S1");
    b.application(u"A4", u"socialms").tenants({u"T2"}).connect(u"A3");
    b.application(u"A5", u"istransportserver").tenants({u"T2"});
    b.application(u"A6", u"istransportserver").tenants({u"T3"});
    b.application(u"A7", u"istransportserver").tenants({u"T4"});
    return b.build();
}

Topology walked(RandomPlanSteps &random, Topology topology, int steps)
{
    for (int i = 0; i < steps; ++i)
        apply(topology, random.next(topology));
    return topology;
}

/// What restarts are about: tenants of servers, and names, whose order matters on the way.
Topology reassigned(std::mt19937 &random, Topology topology, int steps)
{
    const auto below = [&](int bound) { return int(random() % quint32(bound)); };
    for (int i = 0; i < steps; ++i) {
        const auto object = ObjectId(Kind::Application, quint32(below(7)));
        const TenantId tenant(quint32(1 + below(4)));
        if (!topology.contains(object) || !topology.contains(tenant))
            continue;
        const auto server = object.application();
        const auto &tenants = topology.application(server).tenants;
        const auto step = below(4) == 0
            ? setField(topology, server, Field::Name, u"A%1"_s.arg(1 + below(9)))
            : tenants.contains(tenant) && tenants.size() > 1
            ? unassignTenant(topology, server, tenant)
            : assignTenant(topology, server, tenant);
        if (step)
            apply(topology, *step);
    }
    return topology;
}

std::set<WaiverKey> errorsOf(const Topology &topology)
{
    std::set<WaiverKey> errors;
    for (const auto &finding : checkAll(topology)) {
        if (finding.severity == Severity::Error && !finding.isWaived)
            errors.insert(waiverKey(finding));
    }
    return errors;
}

/// Tenants that a planner says are interrupted.
std::set<TenantId> interruptedBy(const Planner &planner)
{
    std::set<TenantId> tenants;
    for (const auto id : planner.rows()) {
        const auto &row = *planner.row(id);
        if (row.action == Action::Restart)
            tenants.insert(row.interrupted.begin(), row.interrupted.end());
    }
    return tenants;
}

bool keepsTo(const DeploymentLimits &limits, int window, const std::set<TenantId> &interrupted)
{
    const auto isHit = [&](TenantId tenant) { return interrupted.contains(tenant); };
    for (const auto &apart : limits.apart) {
        const std::set<TenantId> members(apart.begin(), apart.end());
        if (std::count_if(members.begin(), members.end(), isHit) > 1)
            return false;
    }
    if (limits.windows.isEmpty() || !limits.windows[window].mayInterrupt)
        return true;
    const auto &may = *limits.windows[window].mayInterrupt;
    return std::all_of(interrupted.begin(), interrupted.end(),
        [&](TenantId tenant) { return may.contains(tenant); });
}

DeploymentLimits randomLimits(std::mt19937 &random, const Topology &working)
{
    const auto below = [&](int bound) { return int(random() % quint32(bound)); };
    const auto someTenants = [&](int oneIn) {
        QList<TenantId> tenants;
        for (const auto &tenant : working.tenants()) {
            if (below(oneIn) == 0)
                tenants.append(tenant.id);
        }
        return tenants;
    };
    DeploymentLimits limits;
    for (int i = below(4); i > 0; --i)
        limits.apart.append({TenantId(quint32(1 + below(4))), TenantId(quint32(1 + below(4)))});
    for (int i = below(2) * (1 + below(4)); i > 0; --i)
        limits.windows.append(
            {below(4) == 0 ? std::optional(someTenants(2) + someTenants(2)) : std::nullopt});
    if (below(4) == 0) {
        limits.splitOff.append(ApplicationId(quint32(below(6))));
        limits.splitOffWay = SplitOff(below(2));
    }
    return limits;
}

/// The best of all assignments of units to deployments, each judged by what the plan and the rules
/// say of its stages. What units need is not asked for: changes are deployed if all that they
/// refer to is there.
class BruteForce
{
public:
    BruteForce(const Topology &baseline, const Topology &working, const DeploymentLimits &limits)
        : m_baseline(baseline)
        , m_working(working)
        , m_limits(limits)
        , m_planner(baseline, working, Matching::ById)
        , m_units(changeUnits(baseline, working, m_planner, changesBetween(baseline, working)))
    {
        m_known = errorsOf(baseline);
        m_known.merge(errorsOf(working));
        findFirst();
    }
    int unitCount() const { return int(m_units.size()); }

    using Cost = std::pair<int, int>;  // Restarts, interruptions.
    std::optional<Cost> best()
    {
        const int rounds =
            m_limits.windows.isEmpty() ? unitCount() + 1 : int(m_limits.windows.size());
        std::optional<Cost> best;
        std::vector<int> at(m_units.size(), 0);
        for (;;) {
            if (const auto cost = costOf(at, rounds); cost && (!best || *cost < *best))
                best = cost;
            size_t i = 0;
            while (i < at.size() && ++at[i] == rounds)
                at[i++] = 0;
            if (i == at.size())
                return best;
        }
    }

private:
    using Mask = quint32;
    struct Stage
    {
        Topology topology;
        bool isFit;
    };
    struct Passage
    {
        int restarts;
        std::set<TenantId> interrupted;
    };

    void findFirst()
    {
        std::vector<int> open;
        for (size_t i = 0; i < m_units.size(); ++i) {
            for (const auto server : m_limits.splitOff) {
                if (m_units[i].objects.contains(ObjectId(server)))
                    open.push_back(int(i));
            }
        }
        while (!open.empty()) {
            const int unit = open.back();
            open.pop_back();
            if (m_first & (Mask(1) << unit))
                continue;
            m_first |= Mask(1) << unit;
            open.insert(
                open.end(), m_units[size_t(unit)].needs.begin(), m_units[size_t(unit)].needs.end());
        }
    }
    const Stage &stage(Mask done)
    {
        if (const auto found = m_stages.find(done); found != m_stages.end())
            return found->second;
        QList<Change> changes;
        for (size_t i = 0; i < m_units.size(); ++i) {
            if (done & (Mask(1) << i))
                changes += m_units[i].changes;
        }
        const auto taken = takeOver(m_baseline, m_working, changes);
        auto topology = m_baseline;
        apply(topology, taken->step);
        const auto errors = errorsOf(topology);
        const bool isFit = taken->lost.isEmpty() && taken->notTaken.isEmpty()
            && taken->alsoRemoved.isEmpty()
            && std::includes(m_known.begin(), m_known.end(), errors.begin(), errors.end());
        return m_stages.emplace(done, Stage {std::move(topology), isFit}).first->second;
    }
    const Passage &passage(Mask from, Mask to)
    {
        const auto key = std::pair(from, to);
        if (const auto found = m_passages.find(key); found != m_passages.end())
            return found->second;
        const Planner planner(stage(from).topology, stage(to).topology, Matching::ById);
        return m_passages.emplace(key, Passage {planner.summary().restarts, interruptedBy(planner)})
            .first->second;
    }
    std::optional<Cost> costOf(const std::vector<int> &at, int rounds)
    {
        Cost cost {0, 0};
        Mask before = 0;
        for (int round = 0; round < rounds; ++round) {
            Mask done = 0;
            for (size_t i = 0; i < at.size(); ++i)
                done |= Mask(at[i] <= round) << i;
            if (round == 0 && m_first != 0
                && (m_limits.splitOffWay == SplitOff::OnTheirOwn ? done != m_first
                                                                 : (done & m_first) != m_first))
                return std::nullopt;
            if (!stage(done).isFit)
                return std::nullopt;
            const auto &[restarts, interrupted] = passage(before, done);
            if (!keepsTo(m_limits, round, interrupted))
                return std::nullopt;
            cost.first += restarts;
            cost.second += int(interrupted.size());
            before = done;
        }
        return cost;
    }

    const Topology &m_baseline;
    const Topology &m_working;
    const DeploymentLimits &m_limits;
    const Planner m_planner;
    const std::vector<ChangeUnit> m_units;
    std::set<WaiverKey> m_known;
    std::map<Mask, Stage> m_stages;
    std::map<std::pair<Mask, Mask>, Passage> m_passages;
    Mask m_first = 0;
};

/// Walks a split stage by stage, and holds it against its own words and the limits.
void assertHolds(const Topology &baseline, const Topology &working, const DeploymentLimits &limits,
    const Staging &staging)
{
    auto known = errorsOf(baseline);
    known.merge(errorsOf(working));
    Topology before = stageAfter(baseline, working, staging, 0);
    int restarts = 0;
    int interruptions = 0;
    int window = -1;
    QSet<Change> done;
    for (int i = 0; i < int(staging.deployments.size()); ++i) {
        const auto &deployment = staging.deployments[i];
        RC_ASSERT(!deployment.changes.isEmpty());
        RC_ASSERT(deployment.window > window);
        window = deployment.window;
        for (const auto &change : deployment.changes) {
            RC_ASSERT(!done.contains(change));
            done.insert(change);
        }
        const auto after = stageAfter(baseline, working, staging, i + 1);
        const auto errors = errorsOf(after);
        RC_ASSERT(std::includes(known.begin(), known.end(), errors.begin(), errors.end()));
        const Planner planner(before, after, Matching::ById);
        RC_ASSERT(deployment.plan.summary == planner.summary());
        RC_ASSERT(keepsTo(limits, window, interruptedBy(planner)));
        restarts += planner.summary().restarts;
        interruptions += planner.summary().tenantsInterrupted;
        before = after;
    }
    RC_ASSERT(staging.restarts == restarts);
    RC_ASSERT(staging.interruptions == interruptions);
    RC_ASSERT(staging.restarts == staging.atOnce.restarts);
    RC_ASSERT(changesBetween(before, working).isEmpty());
}

/// Deployments as lines: "1: A1 A2 | T1 T2", restarts and interrupted tenants.
QStringList lines(const Staging &staging)
{
    QStringList result;
    for (const auto &deployment : staging.deployments) {
        QStringList restarts;
        for (const auto &instance : deployment.plan.instances) {
            if (instance.action == Action::Restart)
                restarts.append(instance.name);
        }
        restarts.sort();
        result.append(u"%1: %2 | %3"_s.arg(deployment.window + 1)
                          .arg(restarts.join(u' '), deployment.interrupted.join(u' ')));
    }
    return result;
}

QStringList texts(const QList<Obstacle> &obstacles)
{
    QStringList result;
    for (const auto &obstacle : obstacles)
        result.append(obstacle.text);
    return result;
}

/// Three SMS Servers of a tenant each, which all get tenant New; a shared one of T1 and T2.
class World
{
public:
    World()
    {
        TopologyBuilder b;
        for (const auto *name : {u"T1", u"T2", u"T3", u"New"})
            b.tenant(name);
        b.application(u"Sms1", u"istransportserver").tenants({u"T1"});
        b.application(u"Sms2", u"istransportserver").tenants({u"T2"});
        b.application(u"Sms3", u"istransportserver").tenants({u"T3"});
        b.application(u"Shared", u"istransportserver").tenants({u"T1", u"T2"});
        baseline = b.build();
        working = baseline;
    }
    TenantId tenant(QAnyStringView name) const { return tenantNamed(working, name); }
    ApplicationId server(QAnyStringView name) const { return applicationNamed(working, name); }
    void assign(QAnyStringView application, QAnyStringView name)
    {
        apply(working, *assignTenant(working, server(application), tenant(name)));
    }
    void set(ObjectId object, Field field, const Value &value)
    {
        apply(working, *setField(working, object, field, value));
    }
    Staging split() const { return splitIntoDeployments(baseline, working, limits); }

    Topology baseline;
    Topology working;
    DeploymentLimits limits;
};

}  // namespace

class StagingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingPending()
    {
        const auto staging = World().split();
        QVERIFY(staging.deployments.isEmpty());
        QVERIFY(staging.obstacles.isEmpty());
        QVERIFY(staging.isProven);
    }

    void atOnceWithoutLimits()
    {
        World w;
        w.assign(u"Sms1", u"New");
        w.assign(u"Sms2", u"New");
        const auto staging = w.split();
        QCOMPARE(lines(staging), QStringList {u"1: Sms1 Sms2 | New T1 T2"_s});
        QVERIFY(staging.isProven);
        QCOMPARE(staging.restarts, 2);
        QCOMPARE(staging.interruptions, 3);
        QCOMPARE(staging.atOnce.restarts, 2);
        QCOMPARE(staging.atOnce.tenantsInterrupted, 3);
    }

    void tenantsKeptApart()
    {
        World w;
        w.assign(u"Sms1", u"New");
        w.assign(u"Sms2", u"New");
        w.assign(u"Sms3", u"New");
        w.limits.apart = {{w.tenant(u"T1"), w.tenant(u"T2")}};
        const auto staging = w.split();
        QCOMPARE(staging.deployments.size(), 2);
        QCOMPARE(staging.restarts, 3);
        QCOMPARE(staging.interruptions, 5);  // New twice, all others once.
        QVERIFY(staging.isProven);
    }

    void windowsSayWhom()
    {
        World w;
        w.assign(u"Sms1", u"New");
        w.assign(u"Sms2", u"New");
        w.assign(u"Sms3", u"New");
        const auto only = [&](QAnyStringView name) {
            return Window {QList {w.tenant(name), w.tenant(u"New")}};
        };
        w.limits.windows = {only(u"T3"), only(u"New"), Window {}};
        QCOMPARE(lines(w.split()),
            QStringList {u"3: Sms1 Sms2 Sms3 | New T1 T2 T3"_s});  // Fewest interruptions.
        w.limits.apart = {{w.tenant(u"T2"), w.tenant(u"T3")}};
        QCOMPARE(
            lines(w.split()), (QStringList {u"1: Sms3 | New T3"_s, u"3: Sms1 Sms2 | New T1 T2"_s}));
    }

    void splitOffFirst_data()
    {
        QTest::addColumn<SplitOff>("way");
        QTest::addColumn<QStringList>("expected");

        QTest::addRow("with others")
            << SplitOff::IntoFirst << QStringList {u"1: Sms1 Sms2 | New T1 T2"_s};
        QTest::addRow("on its own")
            << SplitOff::OnTheirOwn << QStringList {u"1: Sms2 | New T2"_s, u"2: Sms1 | New T1"_s};
    }

    void splitOffFirst()
    {
        QFETCH(const SplitOff, way);
        World w;
        w.assign(u"Sms1", u"New");
        w.assign(u"Sms2", u"New");
        w.limits.splitOff = {w.server(u"Sms2")};
        w.limits.splitOffWay = way;
        QTEST(lines(w.split()), "expected");
    }

    void oneServerIsInTheWay()
    {
        World w;
        w.assign(u"Sms1", u"New");
        w.assign(u"Shared", u"New");
        w.limits.apart = {{w.tenant(u"T1"), w.tenant(u"T2")}};
        const auto staging = w.split();
        QVERIFY(staging.isProven);
        QCOMPARE(texts(staging.obstacles),
            QStringList {
                u"What belongs together interrupts tenants that are to be kept apart: Shared (T1, T2)."_s});
        QCOMPARE(staging.obstacles[0].servers, QList {w.server(u"Shared")});
    }

    void tooFewWindows()
    {
        World w;
        w.assign(u"Sms1", u"New");
        w.assign(u"Sms2", u"New");
        w.assign(u"Sms3", u"New");
        w.limits.apart = {{w.tenant(u"T1"), w.tenant(u"T2"), w.tenant(u"T3")}};
        w.limits.windows = {Window {}, Window {}};
        QCOMPARE(texts(w.split().obstacles),
            (QStringList {u"The restarts of Sms1, Sms2, Sms3 can't keep these tenants apart: T1, "
                          u"T2, T3."_s,
                u"2 window(s) are too few for the restarts of Sms1, Sms2, Sms3."_s}));
    }

    void noWindowForATenant()
    {
        World w;
        w.assign(u"Sms1", u"New");
        w.assign(u"Sms3", u"New");
        w.limits.windows = {Window {QList {w.tenant(u"T3"), w.tenant(u"New")}}};
        QCOMPARE(texts(w.split().obstacles),
            QStringList {u"No window may interrupt all that has to be: Sms1 (T1)."_s});
    }

    void noNewErrorOnTheWay()
    {
        World w;
        w.set(w.server(u"Sms2"), Field::Name, u"Sms2b"_s);
        w.set(w.server(u"Sms1"), Field::Name, u"Sms2"_s);
        w.assign(u"Sms2b", u"New");
        w.assign(u"Sms2", u"New");
        w.limits.apart = {{w.tenant(u"T1"), w.tenant(u"T2")}};
        // The other way round two servers would bear one name for a while.
        QCOMPARE(lines(w.split()), (QStringList {u"1: Sms2b | New T2"_s, u"2: Sms2 | New T1"_s}));
    }

    void manyServersInTurn()
    {
        // Each takes the name of the next one, and may not be interrupted with it: far more units
        // than are looked at in all ways.
        constexpr int count = 40;
        TopologyBuilder b;
        b.tenant(u"New");
        for (int i = 0; i < count; ++i)
            b.tenant(u"T%1"_s.arg(i));
        for (int i = 0; i < count; ++i)
            b.application(u"Sms%1"_s.arg(i), u"istransportserver").tenants({u"T%1"_s.arg(i)});
        const auto baseline = b.build();
        auto working = baseline;
        DeploymentLimits limits;
        for (int i = count - 1; i >= 0; --i) {
            const ApplicationId server {quint32(i)};
            apply(working, *setField(working, server, Field::Name, u"Sms%1"_s.arg(i + 1)));
            apply(working, *assignTenant(working, server, tenantNamed(working, u"New")));
            if (i > 0)
                limits.apart.append({TenantId(quint32(i + 1)), TenantId(quint32(i + 2))});
        }
        const auto staging = splitIntoDeployments(baseline, working, limits);
        QCOMPARE(staging.deployments.size(), count);
        QCOMPARE(staging.restarts, count);
        QCOMPARE(staging.deployments[0].plan.instances[0].name, u"Sms%1"_s.arg(count));
    }

    void aNewErrorIsInTheWay()
    {
        World w;
        w.set(w.server(u"Sms2"), Field::Name, u"Between"_s);
        w.set(w.server(u"Sms1"), Field::Name, u"Sms2"_s);
        w.set(w.server(u"Between"), Field::Name, u"Sms1"_s);
        w.assign(u"Sms1", u"New");
        w.assign(u"Sms2", u"New");
        w.limits.apart = {{w.tenant(u"T1"), w.tenant(u"T2")}};
        const auto staging = w.split();
        QVERIFY(staging.deployments.isEmpty());
        QCOMPARE(staging.obstacles.size(), 2);
        QCOMPARE(staging.obstacles[0].limit, Obstacle::Limit::Apart);
        QCOMPARE(staging.obstacles[1].limit, Obstacle::Limit::Findings);
    }

    void cancelled()
    {
        World w;
        w.assign(u"Sms1", u"New");
        const auto staging =
            splitIntoDeployments(w.baseline, w.working, {}, {}, [] { return true; });
        QVERIFY(staging.isCancelled);
        QVERIFY(staging.deployments.isEmpty());
    }

    void bestOfAll()
    {
        QVERIFY(rc::check("no split of the units is better", [](quint32 seed) {
            RandomPlanSteps random(seed);
            std::mt19937 choice(seed);
            const auto baseline = walked(random, start(), *rc::gen::inRange(0, 10));
            const auto working = reassigned(
                choice, walked(random, baseline, *rc::gen::inRange(0, 6)), *rc::gen::inRange(1, 8));
            const auto limits = randomLimits(choice, working);
            BruteForce brute(baseline, working, limits);
            RC_PRE(brute.unitCount() > 0 && brute.unitCount() <= 5);
            const auto staging = splitIntoDeployments(baseline, working, limits);
            if (!staging.deployments.isEmpty())
                assertHolds(baseline, working, limits, staging);
            const auto best = brute.best();
            RC_ASSERT(staging.isProven);
            RC_ASSERT(!staging.deployments.isEmpty() == best.has_value());
            RC_ASSERT(staging.obstacles.isEmpty() == best.has_value());
            RC_ASSERT(!best || *best == std::pair(staging.restarts, staging.interruptions));
        }));
    }

    void manyUnits()
    {
        QVERIFY(rc::check("with many units, too, a split keeps its word", [](quint32 seed) {
            RandomPlanSteps random(seed);
            std::mt19937 choice(seed);
            const auto baseline = walked(random, start(), *rc::gen::inRange(0, 20));
            const auto working = reassigned(choice,
                walked(random, baseline, *rc::gen::inRange(20, 60)), *rc::gen::inRange(0, 30));
            const auto limits = randomLimits(choice, working);
            const auto staging = splitIntoDeployments(baseline, working, limits);
            if (staging.deployments.isEmpty())
                RC_ASSERT(!staging.obstacles.isEmpty());
            else
                assertHolds(baseline, working, limits, staging);
        }));
    }
};

QTEST_APPLESS_MAIN(StagingTest)
#include "tst_staging.moc"
