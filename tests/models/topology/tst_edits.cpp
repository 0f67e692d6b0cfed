// SPDX-License-Identifier: Apache-2.0
#include "models/topology/align.h"
#include "models/topology/apply.h"
#include "models/topology/edits.h"
#include "tests/support/randomsteps.h"
#include "tests/support/topologybuilder.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

Topology small()
{
    TopologyBuilder b;
    b.tenant(u"Acme").dbid(101);
    b.tenant(u"Globex").parent(u"Acme");
    b.multimediaSwitch(u"Acme", u"MM");
    b.host(u"host-1");
    b.application(u"UCS_1", u"contactserver")
        .tenants({u"Acme", u"Globex"})
        .host(u"host-1")
        .port(u"default", 4420);
    b.application(u"Ixn_1", u"interactionserver")
        .tenants({u"Acme"})
        .connect(u"UCS_1", u"default")
        .backup(u"Ixn_1_B");
    b.application(u"Ixn_1_B", u"interactionserver")
        .tenants({u"Acme"})
        .connect(u"UCS_1", u"default");
    b.application(u"TS_1", u"tserver").link(u"Acme", u"MM").tenant(u"Acme").host(u"host-9");
    return b.build();
}

Topology after(Topology topology, const Step &step)
{
    apply(topology, step);
    return topology;
}

/// Every index of a topology says the same as one that is built anew from its records.
SiteAnswer answerOnOptions()
{
    return {u"contactserver"_s, u"options"_s, SiteAnswer::Effect::Restart, u"Tried in the lab"_s,
        u"Ada"_s, QDate(2026, 11, 2)};
}

bool indexesAgree(const Topology &topology)
{
    Topology::Parts parts {topology.tenants(), topology.offices(), topology.switches(),
        topology.hosts(), topology.applications(), topology.settings(), topology.extra(), {}, {},
        {}, {}, {}};
    const auto fresh = Topology::fromParts(std::move(parts));
    if (!fresh || fresh->enabledCustomerTenants() != topology.enabledCustomerTenants())
        return false;
    for (const auto &tenant : topology.tenants()) {
        if (fresh->applicationsOf(tenant.id) != topology.applicationsOf(tenant.id)
            || fresh->switchesOf(tenant.id) != topology.switchesOf(tenant.id)
            || fresh->childrenOf(tenant.id) != topology.childrenOf(tenant.id)
            || fresh->bearers(Kind::Tenant, tenant.name)
                != topology.bearers(Kind::Tenant, tenant.name))
            return false;
    }
    for (const auto &office : topology.offices()) {
        if (fresh->switchesIn(office.id) != topology.switchesIn(office.id))
            return false;
    }
    for (const auto &host : topology.hosts()) {
        if (fresh->applicationsOn(host.id) != topology.applicationsOn(host.id))
            return false;
    }
    for (const auto &object : topology.switches()) {
        if (fresh->applicationsLinkedTo(object.id) != topology.applicationsLinkedTo(object.id))
            return false;
    }
    for (const auto &application : topology.applications()) {
        const auto &a = fresh->facts(application.id);
        const auto &b = topology.facts(application.id);
        if (fresh->clientsOf(application.id) != topology.clientsOf(application.id)
            || fresh->primariesOf(application.id) != topology.primariesOf(application.id)
            || a.type != b.type || a.sharing != b.sharing || a.isDefined != b.isDefined
            || a.isEnabled != b.isEnabled || a.isBackup != b.isBackup
            || a.isEServices != b.isEServices || a.isInteractionServer != b.isInteractionServer
            || fresh->bearers(Kind::Application, application.name)
                != topology.bearers(Kind::Application, application.name))
            return false;
    }
    return true;
}

}  // namespace

class TestEdits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void doUndoRedo_data()
    {
        QTest::addColumn<Step>("step");
        QTest::addColumn<QString>("title");

        const auto t = small();
        const auto ucs = applicationNamed(t, u"UCS_1");
        const auto ixn = applicationNamed(t, u"Ixn_1");
        const auto tserver = applicationNamed(t, u"TS_1");
        const auto acme = tenantNamed(t, u"Acme");
        const auto globex = tenantNamed(t, u"Globex");
        Host host;
        host.name = u"host-9"_s;
        Tenant tenant;
        tenant.name = u"Initech"_s;
        const auto row = [](const char *name, const Result<Step> &step, const QString &title) {
            QVERIFY2(step, name);
            QTest::newRow(name) << *step << title;
        };
        row("assign", assignTenant(t, ixn, globex), u"Assign Globex to Ixn_1"_s);
        row("unassign", unassignTenant(t, ucs, acme), u"Unassign Acme from UCS_1"_s);
        row("connect", connectTo(t, ucs, {ixn, u"default"_s, {}, {}, {}, {}, {}}),
            u"Connect UCS_1 to Ixn_1"_s);
        row("connect again, other protocol",
            connectTo(t, ixn, {ucs, u"default"_s, u"addp"_s, {}, {}, {}, {}}),
            u"Change the connection of Ixn_1 to UCS_1"_s);
        row("disconnect", disconnectFrom(t, ixn, ucs, {}), u"Disconnect Ixn_1 from UCS_1"_s);
        row("unlink", unlinkSwitch(t, tserver, switchNamed(t, u"Acme", u"MM")),
            u"Unlink TS_1 from switch MM"_s);
        row("link", linkSwitch(t, ixn, switchNamed(t, u"Acme", u"MM")),
            u"Link Ixn_1 to switch MM"_s);
        row("set release", setField(t, ixn, Field::Release, u"8.1.4"_s), u"Set release of Ixn_1"_s);
        row("set tenants", setField(t, ixn, Field::Tenants, QList {globex, globex}),
            u"Set tenants of Ixn_1"_s);
        row("rename", setField(t, ixn, Field::Name, u"Ixn_2"_s), u"Rename Ixn_1 to Ixn_2"_s);
        row("add", addObject(t, tenant), u"Add Initech"_s);
        row("define a placeholder", addObject(t, host), u"Define host-9"_s);
        row("rename to a placeholder's name",
            setField(t, hostNamed(t, u"host-1"), Field::Name, u"host-9"_s),
            u"Rename host-1 to host-9"_s);
        row("clear a host that nothing defines", setField(t, tserver, Field::Host, Value()),
            u"Set host of TS_1"_s);
        row("duplicate", duplicateObject(t, ucs), u"Duplicate UCS_1"_s);
        row("remove a tenant", removeObject(t, acme), u"Remove Acme"_s);
        row("remove an application", removeObject(t, ucs), u"Remove UCS_1"_s);
        row("remove an office", removeObject(t, officeNamed(t, u"Multimedia")),
            u"Remove Multimedia"_s);
        row("remove a host", removeObject(t, hostNamed(t, u"host-1")), u"Remove host-1"_s);
        row("remove several", removeObjects(t, {ucs, ixn}), u"Remove 2 objects"_s);
        row("settings", setSettings(t, {Environment::SingleTenant, {}, {}}),
            u"Change the document's settings"_s);
        row("extra", setExtra(t, {{u"persons"_s, u"[]"_s}}), u"Change other kept data"_s);
        row("place", setPlaces(t, {{acme, 7}}), u"Move Acme in the picture"_s);
        row("answer", recordAnswer(t, answerOnOptions()),
            u"Record an answer on options of contactserver"_s);
        row("await a restart", awaitRestarts(t, {ucs}, 12), u"Await the restart of UCS_1"_s);
    }
    void doUndoRedo()
    {
        QFETCH(Step, step);
        const auto before = small();
        QTEST(stepTitle(before, step), "title");
        const auto done = after(before, step);
        QVERIFY(done != before);
        QVERIFY(indexesAgree(done));
        const auto undone = after(done, inverse(step));
        QVERIFY(undone == before);
        QVERIFY(indexesAgree(undone));
        QVERIFY(after(undone, step) == done);
    }

    void editsThatChangeNothing_data()
    {
        QTest::addColumn<Step>("step");
        const auto t = small();
        const auto ixn = applicationNamed(t, u"Ixn_1");
        const auto ucs = applicationNamed(t, u"UCS_1");
        QTest::newRow("assigned already") << *assignTenant(t, ixn, tenantNamed(t, u"Acme"));
        QTest::newRow("not assigned") << *unassignTenant(t, ixn, tenantNamed(t, u"Globex"));
        QTest::newRow("connected already")
            << *connectTo(t, ixn, {ucs, u"default"_s, {}, {}, {}, {}, {}});
        QTest::newRow("not connected") << *disconnectFrom(t, ucs, ixn, {});
        QTest::newRow("another port") << *disconnectFrom(t, ixn, ucs, u"admin"_s);
        QTest::newRow("same release") << *setField(t, ixn, Field::Release, QString());
        QTest::newRow("same type")
            << *setField(t, ixn, Field::Type, ApplicationType::fromToken(u"interactionserver"_s));
        QTest::newRow("same settings") << setSettings(t, t.settings());
    }
    void editsThatChangeNothing()
    {
        QFETCH(Step, step);
        QVERIFY(step.isEmpty());
    }

    void refusals_data()
    {
        QTest::addColumn<ObjectId>("object");
        QTest::addColumn<Field>("field");
        QTest::addColumn<Value>("value");
        QTest::addColumn<QString>("message");
        const auto t = small();
        const ObjectId ixn = applicationNamed(t, u"Ixn_1");
        const ObjectId environment = Topology::environment;
        QTest::newRow("type")
            << ixn << Field::Type << Value(ApplicationType(ApplicationType::ChatServer))
            << u"Type is fixed once the application is created. Add a new one and remove this one."_s;
        QTest::newRow("Environment's name")
            << environment << Field::Name << Value(u"Provider"_s)
            << u"Environment can't be renamed, disabled, or moved below another tenant."_s;
        QTest::newRow("Environment's state")
            << environment << Field::State << Value(ObjectState::Disabled)
            << u"Environment can't be renamed, disabled, or moved below another tenant."_s;
        QTest::newRow("a placeholder's address")
            << ObjectId(hostNamed(t, u"host-9")) << Field::IpAddress << Value(u"10.0.0.1"_s)
            << u"host-9 is only referred to. Define it before its fields are set."_s;
        QTest::newRow("DBID 1") << ObjectId(tenantNamed(t, u"Acme")) << Field::Dbid
                                << Value(qint64(1)) << u"DBID 1 belongs to Environment."_s;
        QTest::newRow("negative DBID")
            << ixn << Field::Dbid << Value(qint64(-1)) << u"A DBID is a whole number above 0."_s;
        QTest::newRow("component of another type")
            << ixn << Field::Component << Value(Component::InteractionServer)
            << u"Only an application of type tserver has a component; for others it follows from the type."_s;
        QTest::newRow("another type of value") << ixn << Field::Release << Value(qint64(8))
                                               << u"This is no value for the field Release."_s;
        QTest::newRow("gone") << ObjectId(Kind::Host, 99) << Field::Name << Value(u"x"_s)
                              << u"This host no longer exists."_s;
    }
    void refusals()
    {
        QFETCH(ObjectId, object);
        QFETCH(Field, field);
        QFETCH(Value, value);
        const auto step = setField(small(), object, field, value);
        QVERIFY(!step);
        QTEST(step.error().message, "message");
    }

    void answersAreChangedAndWithdrawn()
    {
        auto t = small();
        auto answer = answerOnOptions();
        apply(t, *recordAnswer(t, answer));
        QVERIFY(recordAnswer(t, answer)->isEmpty());
        answer.effect = SiteAnswer::Effect::Immediate;
        apply(t, *recordAnswer(t, answer));
        QCOMPARE(t.siteAnswers(), QList<SiteAnswer> {answer});
        QCOMPARE(withdrawAnswer(t, answer.type, u"release"_s).error().message,
            u"There is no answer on release of contactserver."_s);
        apply(t, *withdrawAnswer(t, answer.type, answer.field));
        QVERIFY(t.siteAnswers().isEmpty());
        answer.evidence = u" "_s;
        QCOMPARE(recordAnswer(t, answer).error().message, u"An answer needs its evidence."_s);
    }
    void restartsArePendingUntilConfirmed()
    {
        auto t = small();
        const auto ucs = applicationNamed(t, u"UCS_1");
        QCOMPARE(confirmRestarts(t, {ucs}).error().message, u"No restart of UCS_1 is pending."_s);
        apply(t, *awaitRestarts(t, {ucs}, 12));
        QVERIFY(awaitRestarts(t, {ucs}, 12)->isEmpty());
        apply(t, *awaitRestarts(t, {ucs}, 13));
        QCOMPARE(t.pendingRestart(ucs), 13);
        apply(t, *confirmRestarts(t, {ucs}));
        QVERIFY(t.pendingRestarts().isEmpty());
    }
    void placesAreMovedTogether()
    {
        auto t = small();
        const ObjectId acme = tenantNamed(t, u"Acme");
        const ObjectId ucs = applicationNamed(t, u"UCS_1");
        QVERIFY(setPlaces(t, {{acme, std::nullopt}})->isEmpty());
        apply(t, *setPlaces(t, {{acme, 7}, {ucs, -2}}));
        QCOMPARE(t.place(acme), 7);
        QCOMPARE(t.place(ucs), -2);
        QCOMPARE(setPlaces(t, {{acme, 7}, {ucs, std::nullopt}})->edits.size(), 1);
        QCOMPARE(setPlaces(t, {{acme, 9}, {hostNamed(t, u"host-1"), 1}}).error().code,
            Error::Code::NotFound);
    }
    void aPlaceComesBackWithItsObject()
    {
        auto t = small();
        const ObjectId acme = tenantNamed(t, u"Acme");
        apply(t, *setPlaces(t, {{acme, 7}}));
        const auto removal = *removeObject(t, acme);
        apply(t, removal);
        apply(t, inverse(removal));
        QCOMPARE(t.place(acme), 7);
    }

    void environmentStays()
    {
        QCOMPARE(removeObject(small(), Topology::environment).error().message,
            u"Environment is the service provider and can't be removed."_s);
    }

    void removingATenantCascades()
    {
        const auto before = small();
        const auto acme = tenantNamed(before, u"Acme");
        const auto t = after(before, *removeObject(before, acme));
        QVERIFY(!t.contains(acme));
        QCOMPARE(t.switches().size(), 0);
        QVERIFY(!t.tenant(tenantNamed(t, u"Globex")).parent);
        QCOMPARE(t.application(applicationNamed(t, u"UCS_1")).tenants,
            QList {tenantNamed(t, u"Globex")});
        QVERIFY(t.application(applicationNamed(t, u"TS_1")).switches.isEmpty());
    }

    void placeholdersGoWithTheirLastReference()
    {
        const auto before = small();
        QVERIFY(before.findHost(u"host-9"));
        const auto t = after(before, *removeObject(before, applicationNamed(before, u"TS_1")));
        QVERIFY(!t.findHost(u"host-9"));
    }

    void definingTakesOverReferences()
    {
        auto t = small();
        Host host;
        host.name = u"host-9"_s;
        const auto step = *addObject(t, host);
        apply(t, step);
        const auto id = addedObject(step).host();
        QVERIFY(!t.host(id).isPlaceholder);
        QCOMPARE(t.applicationsOn(id), QList {applicationNamed(t, u"TS_1")});
    }

    void namesCount()
    {
        const auto t = small();
        QCOMPARE(nextFreeName(t, Kind::Application, u"UCS_1"_s), u"UCS_2"_s);
        QCOMPARE(nextFreeName(t, Kind::Application, u"Ixn_1_B"_s), u"Ixn_1_B_2"_s);
        QCOMPARE(nextFreeName(t, Kind::Application, u"7"_s), u"7_2"_s);
    }

    /// Random walks: indexes agree at every step, and going all the way back gives the topology of
    /// the start.
    void walks()
    {
        for (quint32 seed = 1; seed <= 60; ++seed) {
            RandomSteps random(seed);
            const auto start = small();
            auto t = start;
            QList<Step> done;
            for (int i = 0; i < 120; ++i) {
                auto step = random.next(t);
                apply(t, step);
                QVERIFY2(indexesAgree(t),
                    qPrintable(u"seed %1, step %2: %3"_s.arg(seed).arg(i).arg(stepTitle(t, step))));
                done.append(step);
            }
            const auto end = t;
            for (auto step = done.crbegin(); step != done.crend(); ++step)
                apply(t, inverse(*step));
            QVERIFY2(t == start, qPrintable(u"seed %1"_s.arg(seed)));
            QVERIFY(indexesAgree(t));
            for (const auto &step : done)
                apply(t, step);
            QVERIFY2(t == end, qPrintable(u"seed %1"_s.arg(seed)));
        }
    }

    /// A topology under other ids comes back to its own when it is aligned to itself.
    void alignment()
    {
        for (quint32 seed = 1; seed <= 20; ++seed) {
            RandomSteps random(seed);
            auto t = small();
            for (int i = 0; i < 60; ++i)
                apply(t, random.next(t));
            t = asInFiles(t);
            QVERIFY2(alignedTo(t, t) == t, qPrintable(u"seed %1"_s.arg(seed)));
        }
        const auto t = small();
        const auto other = alignedTo(Topology(), t);
        QVERIFY(alignedTo(t, other) == t);
    }
};

QTEST_GUILESS_MAIN(TestEdits)
#include "tst_edits.moc"
