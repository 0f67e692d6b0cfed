// SPDX-License-Identifier: Apache-2.0
#include "models/plan/runbook.h"
#include "models/topology/apply.h"
#include "models/topology/edits.h"
#include "tests/support/topologybuilder.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// Two topologies that are told apart object by object.
struct World
{
    TopologyBuilder before;
    TopologyBuilder after;

    /// An application of both.
    std::pair<ApplicationSketch *, ApplicationSketch *> both(
        QAnyStringView name, QAnyStringView type)
    {
        return {&before.application(name, type), &after.application(name, type)};
    }
    Runbook runbook() const
    {
        const auto baseline = before.build();
        const auto working = after.build();
        return runbookOf(Planner(baseline, working, Matching::ByName).plan(),
            Planner(working, baseline, Matching::ByName).plan(), baseline, working);
    }
};

World withTenants()
{
    World world;
    for (auto *builder : {&world.before, &world.after}) {
        builder->tenant(u"Acme");
        builder->tenant(u"Globex");
        builder->host(u"host-1");
    }
    return world;
}

QString lineOf(const RunbookStep &step)
{
    return u"%1 %2"_s.arg(QString(actionToken(step.action)), step.application);
}

/// Each part of the runbook in its order: "wave 1: restart SMS_1".
QStringList linesOf(const Runbook &runbook)
{
    QStringList lines;
    for (const auto &step : runbook.undecided)
        lines.append(u"undecided: "_s + lineOf(step));
    for (const auto &wave : runbook.waves) {
        for (const auto &step : wave.steps)
            lines.append(u"wave %1: %2"_s.arg(QString::number(wave.number), lineOf(step)));
    }
    for (const auto &step : runbook.immediate)
        lines.append(u"at once: "_s + lineOf(step));
    for (const auto &step : runbook.stops)
        lines.append(u"gone: "_s + lineOf(step));
    for (const auto &step : runbook.backOut) {
        const auto wave = step.wave ? u"wave %1: "_s.arg(*step.wave) : QString();
        lines.append(
            u"back: %1%2 %3"_s.arg(wave, QString(actionToken(step.action)), step.application));
    }
    return lines;
}

const RunbookStep &onlyStep(const Runbook &runbook)
{
    for (const auto &steps : {&runbook.undecided, &runbook.immediate, &runbook.stops}) {
        if (!steps->isEmpty())
            return steps->first();
    }
    return runbook.waves.first().steps.first();
}

World smsWith(
    std::initializer_list<QAnyStringView> before, std::initializer_list<QAnyStringView> after)
{
    auto world = withTenants();
    const auto [old, now] = world.both(u"SMS_1", u"istransportserver");
    for (auto *sketch : {old, now})
        sketch->release(u"8.1.4").host(u"host-1").port(u"default", 4810);
    old->tenants(before);
    now->tenants(after);
    return world;
}

}  // namespace

class RunbookTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingToDo()
    {
        const auto runbook = withTenants().runbook();
        QCOMPARE(linesOf(runbook), QStringList());
        QCOMPARE(runbook.interrupted, QStringList());
        QCOMPARE(runbook.webApiServers, QStringList());
    }

    /// Every row of the plan is a step, in the plan's order; and the way back is a plan of its own.
    void order()
    {
        auto world = withTenants();
        const auto [ixn, ixnNow] = world.both(u"Ixn_1", u"interactionserver");
        ixn->release(u"8.1.4").tenant(u"Acme");
        ixnNow->release(u"8.1.4").tenants({u"Acme", u"Globex"});
        const auto [sms, smsNow] = world.both(u"SMS_1", u"istransportserver");
        sms->tenant(u"Acme").connect(u"SMS_0");
        smsNow->tenants({u"Acme", u"Globex"}).connect(u"SMS_0");
        const auto [first, firstNow] = world.both(u"SMS_0", u"istransportserver");
        first->tenant(u"Acme");
        firstNow->tenants({u"Acme", u"Globex"});
        const auto [ucs, ucsNow] = world.both(u"UCS_1", u"contactserver");
        ucs->tenant(u"Acme").connect(u"SMS_1");
        ucsNow->tenants({u"Acme", u"Globex"}).connect(u"SMS_1");
        world.before.application(u"Old_1", u"chatserver").tenant(u"Acme");
        world.after.application(u"New_1", u"chatserver").tenant(u"Acme");
        const auto runbook = world.runbook();
        QCOMPARE(linesOf(runbook),
            (QStringList {u"undecided: not-stated UCS_1"_s, u"wave 1: start New_1"_s,
                u"wave 1: restart SMS_0"_s, u"wave 2: restart SMS_1"_s,
                u"at once: immediate Ixn_1"_s, u"gone: stop Old_1"_s,
                u"back: wave 1: start Old_1"_s, u"back: wave 1: restart SMS_0"_s,
                u"back: wave 2: restart SMS_1"_s, u"back: immediate Ixn_1"_s, u"back: stop New_1"_s,
                u"back: not-stated UCS_1"_s}));
        QCOMPARE(runbook.waves[1].steps[0].after, QStringList {u"SMS_0"_s});
        // If it is restarted after all, then after what it connects to.
        QCOMPARE(runbook.undecided[0].after, QStringList {u"SMS_1"_s});
        QCOMPARE(runbook.interrupted, (QStringList {u"Acme"_s, u"Globex"_s}));
    }

    void texts_data()
    {
        QTest::addColumn<Runbook>("runbook");
        QTest::addColumn<QStringList>("lines");  // What, reasons, way, check, way back.

        QTest::addRow("tenant comes")
            << smsWith({u"Acme"}, {u"Acme", u"Globex"}).runbook()
            << QStringList {u"SMS Server 8.1.4 on host-1"_s, u"Tenants: +Globex"_s, QString(),
                   u"Solution Control Interface shows SMS_1 as Started. Its port 4810 accepts "
                   "connections. Its log names Globex. A test SMS arrives for Globex."_s,
                   u"Change back (Tenants: −Globex), then restart SMS_1 again."_s};
        QTest::addRow("tenant goes")
            << smsWith({u"Acme", u"Globex"}, {u"Acme"}).runbook()
            << QStringList {u"SMS Server 8.1.4 on host-1"_s, u"Tenants: −Globex"_s, QString(),
                   u"Solution Control Interface shows SMS_1 as Started. Its port 4810 accepts "
                   "connections. Its log no longer names Globex."_s,
                   u"Change back (Tenants: +Globex), then restart SMS_1 again."_s};

        World twins = withTenants();
        for (auto *builder : {&twins.before, &twins.after}) {
            builder->application(u"SMS_1b", u"istransportserver").tenant(u"Acme");
            auto &primary = builder->application(u"SMS_1", u"istransportserver");
            primary.backup(u"SMS_1b").redundancy(Redundancy::Warm).tenant(u"Acme");
            if (builder == &twins.after)
                primary.tenant(u"Globex");
        }
        auto switchover = twins.runbook();
        auto backup = switchover;
        switchover.waves[0].steps.removeFirst();
        QTest::addRow("backup")
            << backup
            << QStringList {u"SMS Server"_s, u"Tenants: +Globex"_s, QString(),
                   u"Solution Control Interface shows SMS_1b as Started, in backup mode. Its log "
                   "names Globex."_s,
                   u"Change back (Tenants: −Globex), then restart SMS_1b again."_s};
        QTest::addRow("switchover")
            << switchover
            << QStringList {u"SMS Server"_s, u"Tenants: +Globex"_s,
                   u"Switch over to SMS_1b first, and see it run as primary; then restart SMS_1."_s,
                   u"Solution Control Interface shows SMS_1 as Started. Its log names Globex. A "
                   "test SMS arrives for Globex."_s,
                   u"Change back (Tenants: −Globex), then restart SMS_1 again."_s};

        World comes = withTenants();
        comes.after.application(u"Email_1", u"emailserver")
            .tenant(u"Acme")
            .port(u"default", 1)
            .port(u"x", 2);
        QTest::addRow("start")
            << comes.runbook()
            << QStringList {u"E-mail Server"_s, QString(), QString(),
                   u"Solution Control Interface shows Email_1 as Started. Its ports 1, 2 accept "
                   "connections. A test e-mail arrives for Acme."_s,
                   u"Stop Email_1, then delete its object."_s};

        World goes = withTenants();
        goes.before.application(u"Chat_1", u"chatserver").host(u"host-1");
        goes.both(u"Ixn_1", u"interactionserver").first->connect(u"Chat_1");
        auto gone = goes.runbook();
        gone.undecided.clear();
        QTest::addRow("stop")
            << gone
            << QStringList {u"Chat Server on host-1"_s, QString(),
                   u"Stop it before its object is deleted: what has no object can't be stopped "
                   "from Solution Control Interface."_s,
                   u"Solution Control Interface shows Chat_1 as Stopped. Nothing misses it: Ixn_1 "
                   "connected to it before."_s,
                   u"Create Chat_1 again from the configuration that was kept, and start it."_s};

        World other = withTenants();
        const auto [old, now] = other.both(u"UCS_1", u"contactserver");
        old->option(u"s", u"db-password", u"hunter1");
        now->option(u"s", u"db-password", u"hunter2");
        QTest::addRow("not stated, with a secret")
            << other.runbook()
            << QStringList {u"Universal Contact Server (UCS)"_s,
                   u"Options: s/db-password: ••• → •••"_s,
                   u"The guide does not say whether UCS_1 needs a restart. Decide before the "
                   "change, and write down who decided, and on what evidence."_s,
                   u"UCS_1 works with the change."_s,
                   u"Change back (Options: s/db-password: ••• → •••); if UCS_1 was restarted, "
                   "restart it again."_s};

        World live = withTenants();
        const auto [ixn, ixnNow] = live.both(u"Ixn_1", u"interactionserver");
        ixn->release(u"8.1.4").tenant(u"Acme");
        ixnNow->release(u"8.1.4").tenants({u"Acme", u"Globex"});
        QTest::addRow("immediate")
            << live.runbook()
            << QStringList {u"Interaction Server 8.1.4"_s, u"Tenants: +Globex"_s,
                   u"Nothing to restart: Ixn_1 takes the change at once. Verify it."_s,
                   u"Its log names Globex. A test interaction reaches its queue for Globex."_s,
                   u"Change back (Tenants: −Globex); it takes effect at once again."_s};

        World channels = withTenants();
        const auto [social, socialNow] = channels.both(u"Social_1", u"socialms");
        social->option(u"channel-x", u"inbound-route", u"101:A");
        socialNow->option(u"channel-x", u"inbound-route", u"102:A");
        QTest::addRow("channels")
            << channels.runbook()
            << QStringList {u"Social Messaging Server"_s,
                   u"Options: channel-x/inbound-route: 101:A → 102:A"_s, QString(),
                   u"Solution Control Interface shows Social_1 as Started. Its log shows the "
                   "channel options with their new values."_s,
                   u"Change back (Options: channel-x/inbound-route: 102:A → 101:A), then restart "
                   "Social_1 again."_s};
    }

    void texts()
    {
        QFETCH(Runbook, runbook);
        QFETCH(QStringList, lines);
        const auto &step = onlyStep(runbook);
        QCOMPARE((QStringList {
                     step.what, step.reasons.join(u"; "_s), step.way, step.check, step.wayBack}),
            lines);
    }

    /// What a site knows takes the place of what the sources leave open.
    void siteAnswer()
    {
        auto world = withTenants();
        const auto [old, now] = world.both(u"UCS_1", u"contactserver");
        now->release(u"8.1.4");
        const auto baseline = world.before.build();
        auto working = world.after.build();
        apply(working,
            SetSiteAnswer {std::nullopt,
                SiteAnswer {u"contactserver"_s, u"release"_s, SiteAnswer::Effect::Restart,
                    u"Tried it"_s, u"Ann"_s, QDate(2026, 5, 11)}});
        const auto runbook =
            runbookOf(Planner(baseline, working, Matching::ByName).plan(), {}, baseline, working);
        const auto &step = onlyStep(runbook);
        QCOMPARE(step.action, Action::Restart);
        QCOMPARE(step.check, u"Solution Control Interface shows UCS_1 as Started."_s);
        QCOMPARE(step.source, u"Site's answer, Ann, 2026-05-11: Tried it"_s);
    }

    void whomItInterrupts()
    {
        const auto runbook = smsWith({u"Acme"}, {u"Acme", u"Globex"}).runbook();
        const auto &step = onlyStep(runbook);
        QCOMPARE(step.interruption, Interruption::Outage);
        QCOMPARE(step.interrupted, (QStringList {u"Acme"_s, u"Globex"_s}));
        QCOMPARE(step.bystanders, QStringList {u"Acme"_s});
    }

    /// Of the working copy, changed or not, backups and disabled ones too; no placeholders.
    void webApiServers()
    {
        auto world = withTenants();
        world.before.application(u"Web_0", u"webapiserver");
        world.after.application(u"Web_2", u"webapiserver").disabled();
        world.after.application(u"Web_1", u"webapiserver").backup(u"Web_2");
        world.after.application(u"Chat_1", u"chatserver").connect(u"Web_3");
        QCOMPARE(world.runbook().webApiServers, (QStringList {u"Web_1"_s, u"Web_2"_s}));
    }

    void stepsByHand()
    {
        auto world = withTenants();
        world.before.application(u"Old_1", u"chatserver");
        const auto baseline = world.before.build();
        const auto working = world.after.build();
        const auto steps = manualSteps(baseline, working, Matching::ByName);
        QCOMPARE(steps.size(), 1);
        const auto runbook = runbookOf({}, {}, baseline, working, steps);
        QCOMPARE(runbook.manual.size(), 1);
        QCOMPARE(runbook.manual[0].object, u"Application Old_1"_s);
    }

    /// Of two servers of one name, one restarts anyhow and the other still waits.
    void pendingBesideThePlan()
    {
        TopologyBuilder b;
        b.tenant(u"Acme");
        b.tenant(u"Globex");
        b.application(u"SMS_1", u"istransportserver").tenants({u"Acme"});
        b.application(u"SMS_1", u"istransportserver").tenants({u"Acme"});
        b.application(u"SMS_2", u"istransportserver").tenants({u"Acme"});
        const auto baseline = b.build();
        auto working = baseline;
        const ApplicationId restarting(0);
        apply(working, *assignTenant(working, restarting, *working.findTenant(u"Globex")));
        apply(working, *awaitRestarts(working, {restarting}, 1));
        const auto pending = [&] {
            return runbookOf(
                Planner(baseline, working, Matching::ById).plan(), {}, baseline, working)
                .pending;
        };
        QCOMPARE(pending(), QStringList());
        apply(working, *awaitRestarts(working, {ApplicationId(1), ApplicationId(2)}, 1));
        QCOMPARE(pending(), (QStringList {u"SMS_1"_s, u"SMS_2"_s}));
    }

    void nameless()
    {
        World world;
        world.after.application(u"", u"chatserver");
        QCOMPARE(onlyStep(world.runbook()).application, u"(no name)"_s);
    }
};

QTEST_GUILESS_MAIN(RunbookTest)
#include "tst_runbook.moc"
