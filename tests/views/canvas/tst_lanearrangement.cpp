// SPDX-License-Identifier: Apache-2.0
#include "models/topology/apply.h"
#include "models/topology/edits.h"
#include "tests/support/largetopology.h"
#include "tests/support/randomsteps.h"
#include "tests/support/topologybuilder.h"
#include "views/canvas/lanearrangement.h"
#include "views/canvas/lanes.h"

#include <QTest>

#include <rapidcheck.h>

using namespace Qt::StringLiterals;

namespace {

std::vector<TenantId> orderOf(const Topology &topology)
{
    return Lanes(topology).tenants();
}

QString namesOf(const Topology &topology, const std::vector<TenantId> &order)
{
    QStringList names;
    for (const auto tenant : order)
        names.append(topology.name(tenant));
    return names.join(u' ');
}

/// As "Arrange lanes" does.
Topology arranged(Topology topology)
{
    const auto step = setPlaces(topology, placesForOrder(topology, arrangedLanes(topology)));
    apply(topology, *step);
    return topology;
}

Topology shuffled(Topology topology, quint32 seed)
{
    auto order = orderOf(topology);
    std::mt19937 random(seed);
    // Not std::shuffle: what it does with the numbers is not the same everywhere.
    for (size_t i = order.size() - 1; i > 1; --i)
        std::swap(order[i], order[1 + random() % i]);
    apply(topology, *setPlaces(topology, placesForOrder(topology, order)));
    return topology;
}

Topology randomTopology(quint32 seed)
{
    Topology topology;
    RandomSteps random(seed);
    for (int i = 0; i < 120; ++i)
        apply(topology, random.next(topology));
    return topology;
}

}  // namespace

class LaneArrangementTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void costs_data();
    void costs();
    void arranges_data();
    void arranges();
    void findsBlocks();
    void straightensChains();
    void isNeverWorse();
};

void LaneArrangementTest::costs_data()
{
    QTest::addColumn<QString>("order");
    QTest::addColumn<int>("gaps");
    QTest::addColumn<int>("length");

    QTest::addRow("next to each other") << u"Environment A B C D"_s << 0 << 3;
    QTest::addRow("one between") << u"Environment A C B D"_s << 1 << 4;
    QTest::addRow("cards and side lane don't count") << u"Environment C A B D"_s << 1 << 4;
    QTest::addRow("Environment is a lane too") << u"B Environment A C D"_s << 3 << 6;
}

void LaneArrangementTest::costs()
{
    QFETCH(const QString, order);
    QFETCH(const int, gaps);
    QFETCH(const int, length);
    TopologyBuilder b;
    for (const auto *name : {"A", "B", "C", "D"})
        b.tenant(QLatin1String(name));
    b.application(u"AB", u"istransportserver").tenants({u"A", u"B"});
    b.application(u"BCD", u"chatserver").tenants({u"B", u"C", u"D"});
    b.application(u"Only D", u"emailserver").tenants({u"D"});
    b.application(u"Aside", u"messageserver").tenants({u"A", u"D"});
    const auto topology = b.build();
    std::vector<TenantId> lanes;
    for (const auto &name : order.split(u' '))
        lanes.push_back(tenantNamed(topology, name));
    const auto cost = laneOrderCost(topology, lanes);
    QCOMPARE(cost.gaps, gaps);
    QCOMPARE(cost.length, length);
}

void LaneArrangementTest::arranges_data()
{
    QTest::addColumn<QString>("servers");  // Each by the tenants it serves.
    QTest::addColumn<QString>("expected");

    QTest::addRow("nothing shared") << u"A B C"_s << u"Environment A B C D E F"_s;
    QTest::addRow("already together") << u"AB CD"_s << u"Environment A B C D E F"_s;
    QTest::addRow("two apart") << u"AF"_s << u"Environment A F B C D E"_s;
    QTest::addRow("two pairs") << u"AD BE"_s << u"Environment A D B E C F"_s;
    QTest::addRow("a hub says nothing") << u"ABCDEF"_s << u"Environment A B C D E F"_s;
    QTest::addRow("a hub besides pairs") << u"ABCDEF AD BE CF"_s << u"Environment A D B E C F"_s;
}

void LaneArrangementTest::arranges()
{
    QFETCH(const QString, servers);
    QFETCH(const QString, expected);
    TopologyBuilder b;
    for (const auto *name : {"A", "B", "C", "D", "E", "F"})
        b.tenant(QLatin1String(name));
    for (const auto &tenants : servers.split(u' ')) {
        auto &server = b.application(tenants, u"istransportserver");
        for (const auto letter : tenants)
            server.tenant(letter);
    }
    const auto topology = b.build();
    QCOMPARE(namesOf(topology, arrangedLanes(topology)), expected);
}

void LaneArrangementTest::findsBlocks()
{
    QVERIFY(rc::check("tenants of a block stand together", [] {
        const auto blocks = *rc::gen::inRange(1, 9);
        const auto size = *rc::gen::inRange(1, 7);
        TopologyBuilder b;
        for (int block = 0; block < blocks; ++block) {
            auto &server = b.application(u"S%1"_s.arg(block), u"istransportserver");
            for (int i = 0; i < size; ++i) {
                const auto name = u"B%1.%2"_s.arg(block).arg(i);
                b.tenant(name);
                server.tenant(name);
                // A chain of pairs, beside what all have.
                if (i > 0)
                    b.application(u"C"_s + name, u"chatserver")
                        .tenants({u"B%1.%2"_s.arg(block).arg(i - 1), name});
            }
        }
        const auto topology = shuffled(b.build(), *rc::gen::arbitrary<quint32>());
        QStringList met;
        for (const auto tenant : arrangedLanes(topology)) {
            const auto block = topology.name(tenant).section(u'.', 0, 0);
            if (met.isEmpty() || met.last() != block)
                met.append(block);
        }
        RC_ASSERT(met.size() == blocks + 1);  // With Environment.
    }));
}

void LaneArrangementTest::straightensChains()
{
    // Each tenant shares nine servers with its next two: a shuffled ring.
    const auto made = LargeTopology::working(100);
    const auto before = shuffled(made, 7);
    const auto after = arranged(before);
    const auto best = laneOrderCost(made, orderOf(made)).length;
    QVERIFY(laneOrderCost(before, orderOf(before)).length > 10 * best);
    QVERIFY(laneOrderCost(after, orderOf(after)).length < 2 * best);
}

void LaneArrangementTest::isNeverWorse()
{
    QVERIFY(rc::check("a permutation that costs no more, nor does the next", [] {
        const auto topology = randomTopology(*rc::gen::arbitrary<quint32>());
        const auto now = orderOf(topology);
        const auto order = arrangedLanes(topology);
        RC_ASSERT(order.front() == Topology::environment);
        auto sorted = order;
        std::sort(sorted.begin(), sorted.end());
        auto all = now;
        std::sort(all.begin(), all.end());
        RC_ASSERT(sorted == all);
        RC_ASSERT(order == arrangedLanes(topology));
        const auto cost = laneOrderCost(topology, order);
        RC_ASSERT(cost <= laneOrderCost(topology, now));

        const auto after = arranged(topology);
        RC_ASSERT(orderOf(after) == order);
        RC_ASSERT(laneOrderCost(after, arrangedLanes(after)) <= cost);
    }));
}

QTEST_APPLESS_MAIN(LaneArrangementTest)
#include "tst_lanearrangement.moc"
