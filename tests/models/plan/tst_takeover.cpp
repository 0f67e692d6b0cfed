// SPDX-License-Identifier: Apache-2.0
#include "models/plan/takeover.h"
#include "models/topology/apply.h"
#include "models/topology/edits.h"
#include "models/topology/references.h"
#include "tests/models/plan/randomplansteps.h"
#include "tests/support/topologybuilder.h"

#include <QTest>

#include <rapidcheck.h>

using namespace Qt::StringLiterals;

namespace {

Topology start()
{
    TopologyBuilder b;
    b.tenant(u"T1");
    b.tenant(u"T2").parent(u"T1");
    b.tenant(u"T3").parent(u"T2");
    b.multimediaSwitch(u"T2", u"S2");
    b.host(u"H1");
    b.application(u"A1", u"istransportserver").tenants({u"T1", u"T2"}).backup(u"A2").host(u"H1");
    b.application(u"A2", u"istransportserver").tenants({u"T1", u"T2"}).connect(u"A3");
    b.application(u"A3", u"interactionserver")
        .tenants({u"T1"})
        .connect(u"A1")
        .host(u"P1")
        .link(u"T2", u"S2")
        .link(u"P0", u"S");
    return b.build();
}

Topology after(Topology topology, const Step &step)
{
    apply(topology, step);
    return topology;
}

/// The generator lets go of placeholders; no edit of ours leaves one that nothing refers to.
void dropLoosePlaceholders(Topology &topology)
{
    const auto drop = [&](const auto table) {
        for (const auto &object : table) {
            if (object.isPlaceholder && topology.referenceCount(object.id) == 0)
                apply(topology, RemoveObject {std::make_shared<Record>(object)});
        }
    };
    drop(topology.applications());
    drop(topology.switches());
    drop(topology.offices());
    drop(topology.hosts());
    drop(topology.tenants());
}

Topology walked(RandomPlanSteps &random, Topology topology, int steps)
{
    for (int i = 0; i < steps; ++i)
        apply(topology, random.next(topology));
    dropLoosePlaceholders(topology);
    return topology;
}

/// What taking over is about: no waivers, no places.
Topology bare(const Topology &topology)
{
    auto result = asInFiles(topology);
    const auto waivers = result.waivers();
    for (const auto &waiver : waivers)
        apply(result, SetWaiver {waiver, std::nullopt});
    return result;
}

/// Applies edit by edit, and holds each against what edit.h asks of it.
Topology appliedWithCare(Topology topology, const Step &step)
{
    const auto resolves = [&](const Record &record) {
        forEachReference(record, [&](ObjectId object) { RC_ASSERT(topology.contains(object)); });
    };
    for (const auto &edit : step.edits) {
        if (const auto *add = std::get_if<AddObject>(&edit)) {
            RC_ASSERT(!topology.contains(objectId(*add->record)));
            resolves(*add->record);
        } else if (const auto *remove = std::get_if<RemoveObject>(&edit)) {
            const auto object = objectId(*remove->record);
            RC_ASSERT(topology.record(object) == *remove->record);
            RC_ASSERT(topology.referenceCount(object) == 0);
        } else if (const auto *replace = std::get_if<ReplaceObject>(&edit)) {
            RC_ASSERT(topology.record(objectId(*replace->before)) == *replace->before);
            resolves(*replace->after);
        } else if (const auto *set = std::get_if<SetField>(&edit)) {
            auto record = topology.record(set->object);
            RC_ASSERT(fieldValue(record, set->field) == set->before);
            std::visit([&](auto &o) { setFieldValue(o, set->field, set->after); }, record);
            resolves(record);
        } else if (const auto *assign = std::get_if<Assign>(&edit)) {
            RC_ASSERT(topology.contains(assign->tenant));
            RC_ASSERT(!topology.application(assign->application).tenants.contains(assign->tenant));
        } else if (const auto *connect = std::get_if<Connect>(&edit)) {
            RC_ASSERT(topology.contains(connect->connection.target));
        } else if (const auto *link = std::get_if<Link>(&edit)) {
            RC_ASSERT(topology.contains(link->linkedSwitch));
        }
        apply(topology, edit);
    }
    return topology;
}

void assertNoLoosePlaceholder(const Topology &topology)
{
    const auto look = [&](const auto &table) {
        for (const auto &object : table)
            RC_ASSERT(!object.isPlaceholder || topology.referenceCount(object.id) > 0);
    };
    look(topology.tenants());
    look(topology.offices());
    look(topology.switches());
    look(topology.hosts());
    look(topology.applications());
}

/// Whether the result says that this came along, though nobody selected it.
bool isTold(const Change &change, const TakeOver &taken)
{
    return (change.kind == Change::Kind::Removed && taken.alsoRemoved.contains(change.object))
        || std::any_of(taken.lost.begin(), taken.lost.end(), [&](const LostReference &lost) {
               return change.field && lost.holder == change.object && lost.field == *change.field;
           });
}

/// Whether all that the change brings is there once it is taken.
bool isWhole(const Change &change, const TakeOver &taken)
{
    return !taken.notTaken.contains(change)
        && std::none_of(taken.lost.begin(), taken.lost.end(), [&](const LostReference &lost) {
               return change.subject == Change::Subject::Object && lost.holder == change.object
                   && (!change.field || lost.field == *change.field);
           });
}

QString text(const Change &change)
{
    return u"%1 %2 %3 %4 %5"_s.arg(int(change.subject))
        .arg(int(change.kind))
        .arg(kindToken(change.object.kind))
        .arg(change.object.id)
        .arg(change.field ? int(*change.field) : -1);
}

}  // namespace

class TakeOverTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allGivesTheOtherSide()
    {
        QVERIFY(rc::check("all changes taken give the other side, and back", [](quint32 seed) {
            RandomPlanSteps random(seed);
            const auto a = walked(random, start(), *rc::gen::inRange(0, 100));
            const auto b = walked(random, a, *rc::gen::inRange(1, 120));
            for (const auto &[from, to] : {std::pair(a, b), std::pair(b, a)}) {
                const auto taken = takeOver(from, to, changesBetween(from, to));
                RC_ASSERT(taken.has_value());
                const auto result = appliedWithCare(from, taken->step);
                for (const auto &change : changesBetween(result, to))
                    RC_LOG() << qPrintable(text(change)) << "\n";
                RC_ASSERT(bare(result) == bare(to));
                RC_ASSERT(taken->lost.isEmpty());
                RC_ASSERT(taken->alsoRemoved.isEmpty());
                RC_ASSERT(taken->notTaken.isEmpty());
                RC_ASSERT(appliedWithCare(result, inverse(taken->step)) == from);
            }
        }));
    }

    void someGiveSome()
    {
        QVERIFY(rc::check("any selection applies, and is no difference then", [](quint32 seed) {
            RandomPlanSteps random(seed);
            const auto a = walked(random, start(), *rc::gen::inRange(0, 100));
            const auto b = walked(random, a, *rc::gen::inRange(1, 120));
            std::mt19937 choice(seed);
            for (const auto &[from, to] : {std::pair(a, b), std::pair(b, a)}) {
                auto selected = changesBetween(from, to);
                const auto share = choice() % 10 + 1;
                selected.removeIf([&](const Change &) { return choice() % 10 >= share; });
                const auto taken = takeOver(from, to, selected);
                RC_ASSERT(taken.has_value());
                const auto result = appliedWithCare(from, taken->step);
                RC_ASSERT(appliedWithCare(result, inverse(taken->step)) == from);
                assertNoLoosePlaceholder(result);
                const auto left = changesBetween(result, to);
                for (const auto &change : selected) {
                    RC_LOG() << qPrintable(text(change)) << "\n";
                    RC_ASSERT(!isWhole(change, *taken) || !left.contains(change));
                }
                const auto made = changesBetween(from, result);
                for (const auto &change : made)
                    RC_ASSERT(selected.contains(change) || isTold(change, *taken));
            }
        }));
    }

    void revertsOneFieldOfTwo()
    {
        const auto baseline = start();
        const auto a1 = applicationNamed(baseline, u"A1");
        auto working = after(baseline, *setField(baseline, a1, Field::Release, u"8.1.2"_s));
        working = after(working, *setField(working, a1, Field::Host, Value()));
        QCOMPARE(changesBetween(working, baseline),
            (QList {Change::of(a1, Field::Release), Change::of(a1, Field::Host)}));

        const auto taken = takeOver(working, baseline, {Change::of(a1, Field::Release)});
        QVERIFY(taken);
        const auto result = after(working, taken->step);
        QCOMPARE(result.application(a1).release, QString());
        QVERIFY(!result.application(a1).host);
        QVERIFY(taken->lost.isEmpty());
    }

    void aReferenceWaitsForItsObject()
    {
        const auto baseline = start();
        Host host;
        host.name = u"H2"_s;
        const auto add = addObject(baseline, host);
        const auto h2 = addedObject(*add).host();
        const auto a1 = applicationNamed(baseline, u"A1");
        auto working = after(baseline, *add);
        working = after(working, *setField(working, a1, Field::Host, h2));

        const auto alone = takeOver(baseline, working, {Change::of(a1, Field::Host)});
        QVERIFY(alone);
        QVERIFY(!after(baseline, alone->step).application(a1).host);
        QCOMPARE(alone->lost, (QList {LostReference {a1, Field::Host, h2, std::nullopt}}));

        const auto both =
            takeOver(baseline, working, {Change::of(a1, Field::Host), Change::added(h2)});
        QVERIFY(both);
        QCOMPARE(after(baseline, both->step), working);
        QVERIFY(both->lost.isEmpty());
    }

    void aTenantGoesAsRemovalSays()
    {
        const auto baseline = start();
        const auto t1 = tenantNamed(baseline, u"T1");
        const auto t2 = tenantNamed(baseline, u"T2");
        const auto t3 = tenantNamed(baseline, u"T3");
        const auto s2 = switchNamed(baseline, u"T2", u"S2");
        const auto removal = removeObject(baseline, t2);
        const auto working = after(baseline, *removal);

        const auto taken = takeOver(baseline, working, {Change::removed(t2)});
        QVERIFY(taken);
        QCOMPARE(after(baseline, taken->step), working);
        QCOMPARE(taken->alsoRemoved, QList<ObjectId> {s2});
        QVERIFY(taken->lost.contains(LostReference {t3, Field::Parent, t2, t1}));
        QVERIFY(taken->lost.contains(
            LostReference {applicationNamed(baseline, u"A1"), Field::Tenants, t2, std::nullopt}));

        // The way back: the tenant alone comes without those who had it; its switch can't come
        // alone.
        const auto back = takeOver(working, baseline, {Change::added(t2)});
        QVERIFY(back);
        const auto returned = after(working, back->step);
        QCOMPARE(returned.tenant(t2), baseline.tenant(t2));
        QVERIFY(returned.applicationsOf(t2).isEmpty());
        const auto orphan = takeOver(working, baseline, {Change::added(s2)});
        QVERIFY(orphan);
        QVERIFY(orphan->step.isEmpty());
        QCOMPARE(orphan->notTaken, QList {Change::added(s2)});
    }

    void aPlaceholderBecomesItselfAgain()
    {
        const auto baseline = start();
        const auto p1 = hostNamed(baseline, u"P1");
        Host host;
        host.name = u"P1"_s;
        const auto working = after(baseline, *addObject(baseline, host));
        QCOMPARE(changesBetween(baseline, working), QList {Change::added(p1)});

        const auto taken = takeOver(working, baseline, {Change::removed(p1)});
        QVERIFY(taken);
        QCOMPARE(after(working, taken->step), baseline);

        // Nothing refers to it any more: then it goes altogether.
        const auto a3 = applicationNamed(baseline, u"A3");
        const auto moved = after(working, *setField(working, a3, Field::Host, Value()));
        const auto gone = takeOver(moved, baseline, {Change::removed(p1)});
        QVERIFY(gone);
        QVERIFY(!after(moved, gone->step).contains(p1));
    }

    void whatComesBackTakesOverThePlaceholderOfItsName()
    {
        const auto baseline = start();
        const auto h1 = hostNamed(baseline, u"H1");
        const auto a2 = applicationNamed(baseline, u"A2");
        auto working = after(baseline, *removeObject(baseline, h1));
        Host placeholder;
        placeholder.id = HostId(working.nextId(Kind::Host));
        placeholder.name = u"H1"_s;
        placeholder.isPlaceholder = true;
        apply(working, AddObject {std::make_shared<Record>(placeholder)});
        apply(working, SetField {a2, Field::Host, Value(), placeholder.id});

        const auto taken = takeOver(working, baseline, {Change::added(h1)});
        QVERIFY(taken);
        const auto result = after(working, taken->step);
        QCOMPARE(result.application(a2).host, std::optional(h1));
        QVERIFY(!result.contains(placeholder.id));
        QCOMPARE(after(result, inverse(taken->step)), working);
    }

    void settingsAndExtraKeysAreChangesOfTheirOwn()
    {
        const auto baseline = start();
        auto settings = baseline.settings();
        settings.environment = Environment::SingleTenant;
        auto working = after(baseline, setSettings(baseline, settings));
        working = after(working, setExtra(working, {{u"persons"_s, u"[]"_s}}));
        const auto taken = takeOver(working, baseline, {Change::ofSettings()});
        QVERIFY(taken);
        const auto result = after(working, taken->step);
        QCOMPARE(result.settings(), baseline.settings());
        QCOMPARE(result.extra(), working.extra());
    }

    void refusesWhatIsNoChange()
    {
        const auto topology = start();
        const auto taken =
            takeOver(topology, topology, {Change::added(tenantNamed(topology, u"T1"))});
        QVERIFY(!taken);
        QCOMPARE(taken.error().code, Error::Code::NotFound);
    }

    void changesHaveADirection()
    {
        QVERIFY(rc::check("changes reversed are those the other way round", [](quint32 seed) {
            RandomPlanSteps random(seed);
            const auto a = walked(random, start(), *rc::gen::inRange(0, 60));
            const auto b = walked(random, a, *rc::gen::inRange(1, 60));
            auto reversed = changesBetween(a, b);
            for (auto &change : reversed)
                change = change.reversed();
            std::sort(reversed.begin(), reversed.end());
            RC_ASSERT(changesBetween(b, a) == reversed);
            RC_ASSERT(changesBetween(a, a).isEmpty());
        }));
    }
};

QTEST_APPLESS_MAIN(TakeOverTest)
#include "tst_takeover.moc"
