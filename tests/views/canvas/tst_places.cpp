// SPDX-License-Identifier: Apache-2.0
#include "tests/support/topologybuilder.h"
#include "views/canvas/hit.h"
#include "views/canvas/walk.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

// From left to right: the side lane with Log and a stack of Stats, Environment (folded), A, B, C,
// D. From top to bottom: the bus SMS from A to C without B, the cards Mail and Spare of A and Post
// of D, the switch of A.
Topology sketch()
{
    TopologyBuilder b;
    for (const auto *name : {"A", "B", "C", "D"})
        b.tenant(QLatin1String(name));
    b.application(u"SMS", u"istransportserver").tenants({u"A", u"C"});
    b.application(u"Mail", u"emailserver").tenants({u"A"});
    b.application(u"Spare", u"emailserver").tenants({u"A"});
    b.application(u"Post", u"emailserver").tenants({u"D"});
    b.application(u"Log", u"messageserver");
    for (int i = 0; i <= SideLane::foldLimit; ++i)
        b.application(u"Stat%1"_s.arg(i), u"statserver");
    b.multimediaSwitch(u"A", u"Switch");
    return b.build();
}

struct SmallScene
{
    Topology topology = sketch();
    Scene scene {topology};

    ObjectId object(QStringView name) const
    {
        if (name == u"Switch")
            return switchNamed(topology, u"A", name);
        return applicationNamed(topology, name);
    }
    int lane(QStringView tenant) const { return scene.lanes().of(tenantNamed(topology, tenant)); }
    QRectF rect(QStringView name) const { return scene.rect(object(name)); }
    QPointF port(QStringView server, QStringView tenant) const
    {
        return scene.port(object(server).application(), lane(tenant));
    }
    QString nameOf(std::optional<ObjectId> object) const
    {
        return object ? topology.name(*object) : u"-"_s;
    }
    QString laneName(int lane) const
    {
        return lane < 0 ? u"-"_s : topology.name(scene.lanes().tenant(lane));
    }
    QString text(const Hit &hit) const
    {
        const QStringList parts {u"nothing"_s, u"node"_s, u"port"_s, u"handle"_s, u"left edge"_s,
            u"right edge"_s, u"switch"_s, u"stack"_s};
        return u"%1 %2 lane %3"_s.arg(parts[int(hit.part)],
            hit.type ? hit.type->token() : nameOf(hit.object), laneName(hit.lane));
    }
};

}  // namespace

class PlacesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hits_data()
    {
        QTest::addColumn<QPointF>("at");      // In the scene.
        QTest::addColumn<QPointF>("pixels");  // From there.
        QTest::addColumn<QString>("focus");
        QTest::addColumn<QString>("expected");

        const SmallScene s;
        const auto row = [](const char *name, QPointF at, QPointF pixels, const char *focus,
                             const char *expected) {
            for (const double zoom : {0.5, 1.0, 2.0})
                QTest::addRow("%s, %g %%", name, 100 * zoom)
                    << at << pixels << QString::fromLatin1(focus) << QString::fromLatin1(expected);
        };
        const QPointF none;
        row("a bus, where it passes", s.rect(u"SMS").center(), none, "", "node SMS lane B");
        row("its port", s.port(u"SMS", u"A"), none, "", "port SMS lane A");
        row("the lower half of its port", s.port(u"SMS", u"A"), {0, 5}, "", "port SMS lane A");
        row("the upper half of its port", s.port(u"SMS", u"C"), {0, -4}, "", "port SMS lane C");
        row("where it has no port", s.port(u"SMS", u"B"), {0, 3}, "", "nothing - lane B");
        row("where it gets one", s.port(u"SMS", u"B"), {0, 3}, "SMS", "port SMS lane B");
        row("beyond the bus", s.port(u"SMS", u"D"), none, "", "nothing - lane D");
        row("beyond the bus in focus", s.port(u"SMS", u"D"), none, "SMS", "port SMS lane D");
        row("its handle", {s.rect(u"SMS").right(), s.rect(u"SMS").center().y()}, {9, 0}, "SMS",
            "handle SMS lane C");
        row("its left edge", {s.rect(u"SMS").left(), s.rect(u"SMS").top() + 4}, {1, 0}, "SMS",
            "left edge SMS lane A");
        row("its right edge", {s.rect(u"SMS").right(), s.rect(u"SMS").top() + 4}, {-1, 0}, "SMS",
            "right edge SMS lane C");
        row("its edge without focus", {s.rect(u"SMS").left() + 4, s.rect(u"SMS").center().y()},
            none, "", "node SMS lane A");
        row("a card", s.rect(u"Mail").center(), none, "", "node Mail lane A");
        row("the card below", s.rect(u"Spare").center(), none, "", "node Spare lane A");
        row("between cards",
            {s.rect(u"Mail").center().x(), (s.rect(u"Mail").bottom() + s.rect(u"Spare").top()) / 2},
            none, "", "nothing - lane A");
        row("beside a card", {s.rect(u"Mail").left() - 3, s.rect(u"Mail").center().y()}, none, "",
            "nothing - lane A");
        row("where the lane has no second card",
            {s.rect(u"Post").center().x(), s.rect(u"Spare").center().y()}, none, "",
            "nothing - lane D");
        row("a switch", s.rect(u"Switch").center(), none, "", "switch Switch lane A");
        row("below all", {s.rect(u"Switch").center().x(), s.scene.bounds().bottom() + 500}, none,
            "", "nothing - lane A");
        row("above all", {s.rect(u"Switch").center().x(), -9}, none, "", "nothing - lane A");
        row("right of all", {s.scene.bounds().right() + 9, s.rect(u"Post").center().y()}, none, "",
            "nothing - lane -");
        row("in the side lane", s.rect(u"Log").center(), none, "", "node Log lane -");
        row("its stack", s.rect(u"Stat3").center(), none, "", "stack statserver lane -");
        row("below the side lane's cards", {s.rect(u"Log").center().x(), 5000}, none, "",
            "nothing - lane -");
        row("left of all", {-20, 20}, none, "", "nothing - lane -");
    }
    void hits()
    {
        QFETCH(const QPointF, at);
        QFETCH(const QPointF, pixels);
        QFETCH(const QString, focus);
        QFETCH(const QString, expected);
        const auto zoom = QByteArray(QTest::currentDataTag()).split(',').last().chopped(2);
        const SmallScene s;
        const ViewTransform view {zoom.toDouble() / 100, {-40, 12}};
        const auto server =
            focus.isEmpty() ? std::nullopt : std::optional(s.object(focus).application());
        QCOMPARE(s.text(hitAt(s.scene, view, view.toView(at) + pixels, server)), expected);
    }

    void foldedThingsAreNotHit()
    {
        SmallScene s;
        const auto mail = s.rect(u"Mail").center();
        s.scene.setLaneFolded(tenantNamed(s.topology, u"A"), true);
        QVERIFY(s.rect(u"Mail").isEmpty());
        const ViewTransform view;
        const QPointF folded(s.scene.lanes().centre(s.lane(u"A")), mail.y());
        QCOMPARE(s.text(hitAt(s.scene, view, folded, {})), u"nothing - lane A"_s);
        s.scene.setLaneFolded(tenantNamed(s.topology, u"A"), false);

        const int band = s.scene.bandAt(mail.y());
        s.scene.setBandFolded(band, true);
        const QPointF inBand(mail.x(), s.scene.bands()[size_t(band)].top + 5);
        const auto hit = hitAt(s.scene, view, inBand, {});
        QCOMPARE(s.text(hit), u"nothing - lane A"_s);
        QCOMPARE(hit.band, band);
    }

    void findsWhatMeetsAnArea_data()
    {
        QTest::addColumn<QRectF>("area");
        QTest::addColumn<QString>("expected");

        const SmallScene s;
        const auto mail = s.rect(u"Mail");
        const auto all = s.scene.bounds();
        QTest::addRow("everything that is not stacked")
            << all << u"Log Mail Post SMS Spare Switch"_s;
        QTest::addRow("nothing") << QRectF(all.bottomRight(), QSizeF(10, 10)) << QString();
        QTest::addRow("a corner of a card") << QRectF(mail.topLeft(), QSizeF(2, 2)) << u"Mail"_s;
        QTest::addRow("a bus where it passes")
            << QRectF(s.rect(u"SMS").center(), QSizeF(2, 2)) << u"SMS"_s;
        QTest::addRow("two cards") << mail.united(s.rect(u"Spare")) << u"Mail Spare"_s;
        QTest::addRow("a lane") << s.scene.rect(tenantNamed(s.topology, u"D")) << u"Post"_s;
    }
    void findsWhatMeetsAnArea()
    {
        QFETCH(const QRectF, area);
        QFETCH(const QString, expected);
        const SmallScene s;
        QStringList names;
        for (const auto object : objectsIn(s.scene, area))
            names.append(s.topology.name(object));
        names.sort();
        QCOMPARE(names.join(u' '), expected);
    }

    void walks_data()
    {
        QTest::addColumn<QString>("from");  // What, and in which lane.
        QTest::addColumn<QString>("ways");  // Left, Right, Up, Down, First, End.
        QTest::addColumn<QString>("expected");

        const auto row = [](const char *name, const char *from, const char *ways,
                             const char *expected) {
            QTest::addRow("%s", name) << QString::fromLatin1(from) << QString::fromLatin1(ways)
                                      << QString::fromLatin1(expected);
        };
        row("from a head into its lane", "- A", "D", "SMS A");
        row("not above the head", "- A", "U", "- A");
        row("down the lane", "SMS A", "D", "Mail A");
        row("further down", "SMS A", "DD", "Spare A");
        row("to the foot", "SMS A", "DDD", "Switch A");
        row("no further", "SMS A", "DDDD", "Switch A");
        row("and up again", "Switch A", "UUU", "SMS A");
        row("from the first to the head", "SMS A", "U", "- A");
        row("along the heads", "- A", "RR", "- C");
        row("from the first head into the side lane", "- A", "LL", "Log -");
        row("to the last", "SMS A", "E", "Switch A");
        row("to the first", "Spare A", "F", "SMS A");
        row("along a bus, past who it does not serve", "SMS A", "R", "SMS B");
        row("and beyond its end", "SMS A", "RRR", "SMS D");
        row("no further than the last lane", "SMS D", "R", "SMS D");
        row("along the ports of a card", "Mail A", "RR", "Mail C");
        row("down from another lane's card", "Mail C", "U", "SMS C");
        row("from a card to what is below in that lane", "SMS D", "D", "Post D");
        row("a switch has no ports", "Switch A", "R", "- B");
        row("in an empty lane is only its head", "Switch A", "RR", "- C");
        row("through an empty lane", "- B", "D", "- B");
        row("into Environment", "Mail A", "L", "Mail Environment");
        row("into the side lane", "Mail A", "LL", "Log -");
        row("down the side lane and no further", "Log -", "DD", "Log -");
        row("out of it with its ports", "Log -", "RR", "Log A");
        row("and back", "Log -", "RRLL", "Log -");
    }
    void walks()
    {
        QFETCH(const QString, from);
        QFETCH(const QString, ways);
        QFETCH(const QString, expected);
        const SmallScene s;
        const auto what = from.section(u' ', 0, 0);
        const auto where = from.section(u' ', 1);
        Place place {what == u"-" ? std::nullopt : std::optional(s.object(what)),
            where == u"-" ? -1 : s.lane(where)};
        for (const auto way : ways)
            place = walked(s.scene, place, Way(u"LRUDFE"_s.indexOf(way)));
        QCOMPARE(s.nameOf(place.object) + u' ' + s.laneName(place.lane), expected);
    }
};

QTEST_APPLESS_MAIN(PlacesTest)
#include "tst_places.moc"
