// SPDX-License-Identifier: Apache-2.0
#include "models/topology/apply.h"
#include "models/topology/edits.h"
#include "tests/support/topologybuilder.h"
#include "views/canvas/lanes.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

Topology fourTenants()
{
    TopologyBuilder b;
    for (const auto *name : {"A", "B", "C", "D"})
        b.tenant(QLatin1String(name));
    return b.build();
}

QString order(const Topology &topology)
{
    const Lanes lanes(topology);
    QStringList names;
    for (const auto tenant : lanes.tenants())
        names.append(topology.name(tenant));
    return names.join(u' ');
}

using Places = QHash<ObjectId, std::optional<qint64>>;

void move(Topology &topology, const Places &places)
{
    const auto step = setPlaces(topology, places);
    QVERIFY(step);
    apply(topology, *step);
}

}  // namespace

class LanesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void movesALane_data()
    {
        QTest::addColumn<QString>("moved");
        QTest::addColumn<QString>("before");  // Empty: to the end.
        QTest::addColumn<QString>("expected");
        QTest::addColumn<int>("moves");

        const auto row = [](const char *name, const char *moved, const char *before,
                             const char *expected, int moves) {
            QTest::addRow("%s", name) << QString::fromLatin1(moved) << QString::fromLatin1(before)
                                      << u"Environment "_s + QString::fromLatin1(expected) << moves;
        };
        row("to the left", "D", "B", "A D B C", 1);
        row("to the right", "A", "D", "B C A D", 1);
        row("to the front", "C", "A", "C A B D", 1);
        row("to the end", "A", "", "B C D A", 1);
        row("before itself", "B", "B", "A B C D", 0);
        row("before its neighbour", "B", "C", "A B C D", 0);
        row("the last to the end", "D", "", "A B C D", 0);
        row("the first to the front", "A", "A", "A B C D", 0);
        row("before Environment is first of the others", "C", "Environment", "C A B D", 1);
        row("the first before Environment", "A", "Environment", "A B C D", 0);
        row("Environment stays", "Environment", "C", "A B C D", 0);
        row("Environment stays at the end", "Environment", "", "A B C D", 0);
    }
    void movesALane()
    {
        QFETCH(const QString, moved);
        QFETCH(const QString, before);
        QFETCH(const QString, expected);
        QFETCH(const int, moves);
        auto topology = fourTenants();
        const auto places = placesForLane(Lanes(topology), topology, tenantNamed(topology, moved),
            before.isEmpty() ? std::nullopt : std::optional(tenantNamed(topology, before)));
        QCOMPARE(int(places.size()), moves);
        move(topology, places);
        QCOMPARE(order(topology), expected);
    }

    void makesRoomWhereThereIsNone_data()
    {
        QTest::addColumn<QList<qint64>>("places");  // Of A, B, C, D.
        QTest::addColumn<QString>("moved");
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("expected");

        const auto row = [](const char *name, const QList<qint64> &places, const char *moved,
                             const char *before, const char *expected) {
            QTest::addRow("%s", name)
                << places << QString::fromLatin1(moved) << QString::fromLatin1(before)
                << u"Environment "_s + QString::fromLatin1(expected);
        };
        row("between neighbours", {10, 11, 12, 13}, "D", "B", "A D B C");
        row("of one place", {5, 5, 5, 5}, "D", "B", "A D B C");
        row("of one place, further", {5, 5, 5, 5}, "A", "", "B C D A");
        row("before the first place of all", {1, 2, 3, 4}, "C", "A", "C A B D");
        row("left of zero", {-7, -6, 3, 4}, "C", "A", "C A B D");
        row("at zero", {0, 1, 2, 3}, "D", "A", "D A B C");
        row("to the end of places left of zero", {-4, -3, -2, -1}, "A", "", "B C D A");
        row("to the end of the largest place", {1, 2, 3, std::numeric_limits<qint64>::max()}, "A",
            "", "B C D A");
        row("between the ends of all places",
            {std::numeric_limits<qint64>::min(), 0, 1, std::numeric_limits<qint64>::max()}, "B",
            "D", "A C B D");
    }
    void makesRoomWhereThereIsNone()
    {
        QFETCH(const QList<qint64>, places);
        QFETCH(const QString, moved);
        QFETCH(const QString, before);
        QFETCH(const QString, expected);
        auto topology = fourTenants();
        Places stand;
        for (quint32 tenant = 1; tenant <= 4; ++tenant)
            stand.insert(TenantId(tenant), places[tenant - 1]);
        move(topology, stand);
        move(topology,
            placesForLane(Lanes(topology), topology, tenantNamed(topology, moved),
                before.isEmpty() ? std::nullopt : std::optional(tenantNamed(topology, before))));
        QCOMPARE(order(topology), expected);
    }

    void movesOnAndOn()
    {
        // C and D in turns before B: the room between A and B is halved each time.
        auto topology = fourTenants();
        int renumbered = 0;
        for (int i = 0; i < 100; ++i) {
            const bool isC = i % 2 == 0;
            const auto moved = tenantNamed(topology, isC ? u"C" : u"D");
            const auto places =
                placesForLane(Lanes(topology), topology, moved, tenantNamed(topology, u"B"));
            renumbered += places.size() > 1;
            move(topology, places);
            const auto expected = i == 0 ? u"Environment A C B D"_s
                : isC                    ? u"Environment A D C B"_s
                                         : u"Environment A C D B"_s;
            QCOMPARE(order(topology), expected);
        }
        QVERIFY(renumbered > 0);
        QVERIFY(renumbered < 10);
    }

    void findsLanes_data()
    {
        QTest::addColumn<double>("x");
        QTest::addColumn<int>("at");
        QTest::addColumn<int>("nearest");

        // Environment is empty and so folded: 26 wide; the others 144.
        QTest::addRow("left of all") << -1.0 << -1 << 0;
        QTest::addRow("at the very left") << 0.0 << 0 << 0;
        QTest::addRow("the end of the first") << 25.9 << 0 << 0;
        QTest::addRow("where the second begins") << 26.0 << 1 << 1;
        QTest::addRow("in the last") << 26 + 4 * 144 - 0.5 << 4 << 4;
        QTest::addRow("right of all") << 26 + 4 * 144.0 << -1 << 4;
    }
    void findsLanes()
    {
        QFETCH(const double, x);
        QFETCH(const int, at);
        QFETCH(const int, nearest);
        const auto topology = fourTenants();
        const Lanes lanes(topology);
        QCOMPARE(lanes.at(x), at);
        QCOMPARE(lanes.nearest(x), nearest);
    }

    void orderOfAllIsKept()
    {
        auto topology = fourTenants();
        const auto id = [&](QStringView name) { return tenantNamed(topology, name); };
        const std::vector<TenantId> wanted {
            Topology::environment, id(u"C"), id(u"A"), id(u"D"), id(u"B")};
        move(topology, placesForOrder(topology, wanted));
        QCOMPARE(order(topology), u"Environment C A D B"_s);
        QVERIFY(placesForOrder(topology, wanted).isEmpty());
    }
};

QTEST_APPLESS_MAIN(LanesTest)
#include "tst_lanes.moc"
