// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/inputs.h"
#include "models/exchange/topologyjsonwriter.h"
#include "models/merge/mergeeffect.h"
#include "models/merge/topologymerge.h"
#include "models/rules/validator.h"
#include "models/topology/apply.h"
#include "models/topology/edits.h"
#include "tests/support/randomsteps.h"
#include "tests/support/temporarydocument.h"
#include "tests/support/topologybuilder.h"

#include <QTest>

#include <rapidcheck.h>

using namespace Qt::StringLiterals;

namespace {

Topology start()
{
    TopologyBuilder b;
    b.tenant(u"T1").dbid(101);
    b.tenant(u"T2").parent(u"T1");
    b.multimediaSwitch(u"T1", u"S1");
    b.voiceSwitch(u"T2", u"S1");
    b.host(u"H1").address(u"10.0.0.1");
    b.application(u"A1", u"istransportserver")
        .tenants({u"T1", u"T2"})
        .backup(u"A2")
        .port(u"default", 4420)
        .host(u"H1");
    b.application(u"A2", u"istransportserver").tenants({u"T1", u"T2"}).connect(u"A3", u"default");
    b.application(u"A3", u"interactionserver")
        .tenants({u"T1"})
        .release(u"8.1.1")
        .connect(u"A1")
        .link(u"T1", u"S1")
        .option(u"settings", u"x", u"1");
    b.application(u"A3", u"statserver").host(u"P0");
    b.application(u"A4", u"socialms").tenants({u"T2", u"P0"}).link(u"P0", u"S").extra(u"k", u"1");
    b.extra = {{u"persons"_s, u"[]"_s}};
    return b.build();
}

QByteArray bytes(const Topology &topology)
{
    return writeTopology(topology).bytes;
}

/// As another program would have it, from a file.
Topology fromFile(const Topology &topology)
{
    const auto read = readInput(bytes(topology), InputFormat::Topology);
    const auto result = topologyFromDrafts(read.draft);
    RC_ASSERT(!read.isMalformed());
    RC_ASSERT(result.has_value());
    return *result;
}

/// A base, and what became of it on two sides.
struct Three
{
    Topology base;
    Topology ours;
    Topology theirs;
};

Topology walked(RandomSteps &random, Topology topology, int steps)
{
    for (int i = 0; i < steps; ++i)
        ::apply(topology, random.next(topology));
    return topology;
}

/// Changes the few fields in which sides meet.
Topology busy(std::mt19937 &random, Topology topology, int changes)
{
    const auto below = [&](quint32 bound) { return random() % bound; };
    for (int i = 0; i < changes; ++i) {
        const auto &applications = topology.applications();
        if (applications.size() == 0)
            break;
        const auto &application = *applications.begin();
        const auto number = QString::number(below(3));
        const auto change = [&]() -> Result<Step> {
            switch (below(6)) {
            case 0:
                return setField(topology, application.id, Field::Release, number);
            case 1:
                return setField(topology, application.id, Field::Annex,
                    Options {{u"s"_s, {{u"k"_s + number, QString::number(below(3))}}}});
            case 2:
                return setField(topology, application.id, Field::Ports,
                    QList<Port> {{u"p"_s, below(3), {}}, {u"p"_s + number, below(3), {}}});
            case 3:
                return connectTo(
                    topology, application.id, {application.id, u"p"_s, number, {}, {}, {}, {}});
            case 4:
                return setField(
                    topology, application.id, Field::Extra, Extra {{u"x"_s + number, number}});
            default:
                return setExtra(topology, {{u"persons"_s, number}});
            }
        }();
        if (change)
            ::apply(topology, *change);
    }
    return topology;
}

/// What no edit does and another file may have: an office of another type, a host that is named
/// and not defined.
Topology asFilesCould(quint32 seed, Topology topology)
{
    for (const auto &office : Table<SwitchingOffice>(topology.offices())) {
        if (!office.isPlaceholder && seed % 3 == 0)
            ::apply(topology,
                SetField {
                    office.id, Field::Type, office.type, u"type"_s + QString::number(seed % 2)});
    }
    for (const auto &host : Table<Host>(topology.hosts())) {
        if (host.isPlaceholder || seed % 5 != 0 || topology.referenceCount(host.id) == 0)
            continue;
        Host placeholder;
        placeholder.id = host.id;
        placeholder.name = host.name;
        placeholder.isPlaceholder = true;
        ::apply(topology,
            ReplaceObject {
                std::make_shared<const Record>(host), std::make_shared<const Record>(placeholder)});
    }
    return topology;
}

Three anyThree(quint32 seed)
{
    RandomSteps random(seed);
    const auto length = [] { return *rc::gen::inRange(0, 60); };
    Three three;
    three.base = walked(random, start(), length());
    std::mt19937 meeting(seed);
    const auto side = [&](quint32 mutation) {
        auto topology = walked(random, three.base, length());
        return asFilesCould(mutation, busy(meeting, topology, *rc::gen::inRange(0, 8)));
    };
    three.ours = side(seed + 1);
    three.theirs = side(seed);
    return three;
}

void assertSame(const Topology &actual, const Topology &expected)
{
    RC_LOG() << "actual:\n"
             << bytes(actual).constData() << "\nexpected:\n"
             << bytes(expected).constData() << "\n";
    RC_ASSERT(bytes(actual) == bytes(expected));
}

/// The object whose fields the edit changes; none if it does more than that.
std::optional<ObjectId> changedObject(const Edit &edit)
{
    return std::visit(
        []<class T>(const T &e) -> std::optional<ObjectId> {
            if constexpr (requires { e.field; })
                return e.field == Field::Name ? std::nullopt : std::optional(e.object);
            else if constexpr (requires { e.application; })
                return e.application;
            else
                return std::nullopt;
        },
        edit);
}

/// Steps that change objects with even ids only, or with odd ids only.
Step changesOf(RandomSteps &random, Topology topology, quint32 parity, int count)
{
    Step all;
    for (int i = 0; i < count; ++i) {
        const auto step = random.next(topology);
        const bool isOurs = std::all_of(step.edits.begin(), step.edits.end(), [&](const Edit &e) {
            const auto object = changedObject(e);
            return object && object->id % 2 == parity;
        });
        if (!isOurs)
            continue;
        ::apply(topology, step);
        all.edits += step.edits;
    }
    return all;
}

MergeChoices all(MergeSide side)
{
    MergeChoices choices;
    choices.otherwise = side;
    return choices;
}

QStringList messages(const Topology &topology)
{
    QStringList lines;
    for (const auto &finding : checkAll(topology))
        lines.append(message(topology, finding));
    lines.sort();
    return lines;
}

}  // namespace

class MergePropertiesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatOneSideDidCounts()
    {
        QVERIFY(rc::check("merge(b,x,b) = merge(b,b,x) = merge(b,x,x) = x", [](quint32 seed) {
            const auto three = anyThree(seed);
            const auto &b = three.base;
            const auto &x = three.ours;
            for (const auto &merge :
                {mergeTopologies(b, x, b), mergeTopologies(b, b, x), mergeTopologies(b, x, x)}) {
                RC_ASSERT(merge.conflicts.isEmpty());
                assertSame(merge.topology, x);
            }
        }));
    }

    void filesAreLikeDocuments()
    {
        QVERIFY(rc::check("ids play no part", [](quint32 seed) {
            const auto [base, ours, theirs] = anyThree(seed);
            const auto fileBase = fromFile(base);
            const auto fileOurs = fromFile(ours);
            const auto fileTheirs = fromFile(theirs);
            assertSame(mergeTopologies(fileBase, fileOurs, fileBase).topology, fileOurs);
            assertSame(mergeTopologies(fileBase, fileBase, fileTheirs).topology, fileTheirs);
            assertSame(mergeTopologies(fileBase, ours, fileBase).topology, fileOurs);
        }));
    }

    void sidesMayChangePlaces()
    {
        QVERIFY(rc::check("merge(b,o,t) is merge(b,t,o) with the other choices", [](quint32 seed) {
            const auto [base, ours, theirs] = anyThree(seed);
            for (const auto side : {MergeSide::Ours, MergeSide::Theirs}) {
                const auto one = mergeTopologies(base, ours, theirs, all(side));
                const auto other = mergeTopologies(base, theirs, ours, all(otherSide(side)));
                RC_ASSERT(one.conflicts.size() == other.conflicts.size());
                for (qsizetype i = 0; i < one.conflicts.size(); ++i) {
                    const auto &a = one.conflicts[i];
                    const auto &b = other.conflicts[i];
                    RC_ASSERT(a.place == b.place);
                    RC_ASSERT(a.ours == b.theirs);
                    RC_ASSERT(a.theirs == b.ours);
                }
                assertSame(one.topology, other.topology);
            }
        }));
    }

    void theResultIsWhole()
    {
        QVERIFY(rc::check("the merged topology stands by itself", [](quint32 seed) {
            const auto [base, ours, theirs] = anyThree(seed);
            const auto merge = mergeTopologies(
                base, ours, theirs, all(seed % 2 ? MergeSide::Ours : MergeSide::Theirs));
            // Its indexes are those that are made anew, and the step takes all back.
            Topology::Parts parts;
            parts.tenants = merge.topology.tenants();
            parts.offices = merge.topology.offices();
            parts.switches = merge.topology.switches();
            parts.hosts = merge.topology.hosts();
            parts.applications = merge.topology.applications();
            parts.settings = merge.topology.settings();
            parts.extra = merge.topology.extra();
            const auto anew = Topology::fromParts(std::move(parts));
            RC_ASSERT(anew.has_value());
            RC_ASSERT(messages(merge.topology) == messages(*anew));
            auto undone = merge.topology;
            ::apply(undone, inverse(merge.step));
            RC_ASSERT(undone == ours);
            assertSame(fromFile(merge.topology), merge.topology);
            // No placeholder that nothing refers to.
            for (const Kind kind : {Kind::Tenant, Kind::SwitchingOffice, Kind::Host, Kind::Switch,
                     Kind::Application}) {
                for (quint32 id = 0; id < merge.topology.nextId(kind); ++id) {
                    const ObjectId object(kind, id);
                    if (merge.topology.contains(object) && merge.topology.isPlaceholder(object))
                        RC_ASSERT(merge.topology.referenceCount(object) > 0);
                }
            }
            mergeEffect(base, ours, theirs, merge.topology);
        }));
    }

    void changesOfOtherObjectsBothSurvive()
    {
        QVERIFY(rc::check("disjoint edits are all in the merged topology", [](quint32 seed) {
            RandomSteps random(seed);
            const auto base = walked(random, start(), *rc::gen::inRange(0, 60));
            const auto even = changesOf(random, base, 0, *rc::gen::inRange(0, 100));
            const auto odd = changesOf(random, base, 1, *rc::gen::inRange(0, 100));
            auto ours = base;
            auto theirs = base;
            ::apply(ours, even);
            ::apply(theirs, odd);
            const auto merge = mergeTopologies(base, ours, theirs);
            RC_ASSERT(merge.conflicts.isEmpty());
            auto both = ours;
            ::apply(both, odd);
            assertSame(merge.topology, both);
        }));
    }

    void everyChoiceCounts()
    {
        QVERIFY(
            rc::check("each conflict has two answers, and says which it took", [](quint32 seed) {
                const auto [base, ours, theirs] = anyThree(seed);
                const auto merge = mergeTopologies(base, ours, theirs);
                QSet<ConflictPlace> places;
                for (const auto &conflict : merge.conflicts) {
                    RC_ASSERT(conflict.choice == MergeSide::Ours);
                    RC_LOG() << qPrintable(conflictText(conflict)) << "\n";
                    RC_ASSERT(conflict.ours != conflict.theirs);
                    RC_ASSERT(!places.contains(conflict.place));
                    places.insert(conflict.place);
                    MergeChoices choices;
                    choices.each.insert(conflict.place, MergeSide::Theirs);
                    const auto other = mergeTopologies(base, ours, theirs, choices);
                    const auto found = std::find_if(other.conflicts.begin(), other.conflicts.end(),
                        [&](const Conflict &c) { return c.place == conflict.place; });
                    RC_ASSERT(found != other.conflicts.end());
                    RC_ASSERT(found->choice == MergeSide::Theirs);
                    RC_ASSERT(!(other.topology == merge.topology));
                }
            }));
    }

    void documentsTakeTheStep()
    {
        QVERIFY(
            rc::check("a document that takes the step is the merged topology", [](quint32 seed) {
                const auto [base, ours, theirs] = anyThree(seed);
                const auto merge = mergeTopologies(base, ours, theirs);
                const TemporaryDocument document(ours);
                const auto applied = document->apply([&](const Topology &) { return merge.step; });
                RC_ASSERT(applied.has_value());
                RC_ASSERT(document.topology() == merge.topology);
                const auto stored =
                    Document::open(document->path(), u"tester"_s, Store::Access::ReadOnly);
                RC_ASSERT(stored.has_value());
                RC_ASSERT((*stored)->topology() == merge.topology);
                if (!merge.step.isEmpty())
                    RC_ASSERT(document->undo().has_value());
                RC_ASSERT(document.topology() == ours);
            }));
    }

    /// What both sides are after is in both, and so nothing is left to do.
    void mergingAgainChangesNothing()
    {
        QVERIFY(rc::check("merge(t, merge(b,o,t), t) = merge(b,o,t)", [](quint32 seed) {
            const auto [base, ours, theirs] = anyThree(seed);
            const auto merged = mergeTopologies(base, ours, theirs).topology;
            assertSame(mergeTopologies(theirs, merged, theirs).topology, merged);
            assertSame(mergeTopologies(ours, merged, ours).topology, merged);
        }));
    }
};

QTEST_GUILESS_MAIN(MergePropertiesTest)
#include "tst_mergeproperties.moc"
