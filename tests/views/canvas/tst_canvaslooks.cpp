// SPDX-License-Identifier: Apache-2.0
#include "tests/views/canvas/canvaspanel.h"

#include <QComboBox>
#include <QLineEdit>
#include <QRegularExpression>
#include <QToolButton>
#include <QWheelEvent>

#include <functional>

using namespace Qt::StringLiterals;

namespace {

using Gesture = std::function<void(CanvasPanel &)>;

/// The view as a picture.
QImage shot(CanvasPanel &panel)
{
    return panel.canvas.viewport()->grab().toImage();
}

/// Over the view, or over a head.
void wheel(CanvasPanel &panel, QPoint at, int steps, Qt::KeyboardModifiers modifiers = {})
{
    auto &viewport = *panel.canvas.viewport();
    auto *widget = panel.page.childAt(viewport.mapTo(&panel.page, at));
    QWheelEvent event(widget->mapFrom(&panel.page, viewport.mapTo(&panel.page, at)),
        viewport.mapToGlobal(at), {}, {0, steps * 120}, Qt::NoButton, modifiers, Qt::NoScrollPhase,
        false);
    QApplication::sendEvent(widget, &event);
}

QStringList names(const Topology &topology, const QList<ObjectId> &objects)
{
    QStringList list;
    for (const auto object : objects)
        list.append(topology.name(object));
    list.sort();
    return list;
}

}  // namespace

class TestCanvasLooks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin)"_s)); }

    void selects_data();
    void selects();
    void rubberBand();
    void folds();
    void doubleClickReveals();
    void wheelScrollsAndZooms();
    void middleButtonPans();
    void filterDims();
    void overlaysDiffer();
    void grouping();
    void selectionFromOutsideScrollsThere();
};

void TestCanvasLooks::selects_data()
{
    QTest::addColumn<Gesture>("gesture");
    QTest::addColumn<QStringList>("selected");

    QTest::addRow("bus") << Gesture([](CanvasPanel &p) { p.click(p.body(u"SMS_1")); })
                         << QStringList {u"SMS_1"_s};
    QTest::addRow("switch") << Gesture([](CanvasPanel &p) {
        p.click(p.centre(p.topology().switches().begin()->id));
    }) << QStringList {u"MM_Aurora"_s};
    QTest::addRow("head") << Gesture([](CanvasPanel &p) { p.click(p.head(u"Delta Energy")); })
                          << QStringList {u"Delta Energy"_s};
    QTest::addRow("two with Ctrl") << Gesture([](CanvasPanel &p) {
        p.click(p.body(u"SMS_1"));
        p.click(p.body(u"SMS_2"), Qt::ControlModifier);
    }) << QStringList {u"SMS_1"_s, u"SMS_2"_s};
    QTest::addRow("one taken out with Ctrl") << Gesture([](CanvasPanel &p) {
        p.click(p.body(u"SMS_1"));
        p.click(p.body(u"SMS_2"), Qt::ControlModifier);
        p.click(p.body(u"SMS_1"), Qt::ControlModifier);
    }) << QStringList {u"SMS_2"_s};
    QTest::addRow("ground") << Gesture([](CanvasPanel &p) {
        p.click(p.body(u"SMS_1"));
        p.click(p.ground(u"Delta Energy"));
    }) << QStringList();
    QTest::addRow("ground with Ctrl") << Gesture([](CanvasPanel &p) {
        p.click(p.body(u"SMS_1"));
        p.click(p.ground(u"Delta Energy"), Qt::ControlModifier);
    }) << QStringList {u"SMS_1"_s};
}

void TestCanvasLooks::selects()
{
    QFETCH(const Gesture, gesture);
    QFETCH(const QStringList, selected);
    const TemporaryDocument document;
    CanvasPanel panel(document);
    gesture(panel);
    QCOMPARE(names(document.topology(), panel.selection.objects()), selected);
    QVERIFY(panel.canvas.hasFocus());
    QVERIFY(panel.isAsBefore());
}

void TestCanvasLooks::rubberBand()
{
    const TemporaryDocument document;
    CanvasPanel panel(document);
    const auto ground = panel.ground(u"Aurora Bank");
    const auto to = panel.inLane(u"Borealis Air", ground) + QPoint(0, 30);
    panel.pull(ground + QPoint(-66, 0), to);
    QVERIFY(!panel.canvas.highlights().rubberBand.isEmpty());
    QCOMPARE(panel.canvas.highlights().selected.size(), 2);
    panel.release(to);
    QCOMPARE(names(document.topology(), panel.selection.objects()),
        QStringList({u"MM_Aurora"_s, u"MM_Borealis"_s}));
    QVERIFY(panel.canvas.highlights().rubberBand.isEmpty());

    const auto further = panel.ground(u"Cobalt Telecom");
    panel.drag(further + QPoint(-66, 0), further + QPoint(20, 30), Qt::ControlModifier);
    QCOMPARE(names(document.topology(), panel.selection.objects()),
        QStringList({u"MM_Aurora"_s, u"MM_Borealis"_s, u"MM_Cobalt"_s}));
    panel.drag(further + QPoint(-66, 0), further + QPoint(20, 30));
    QCOMPARE(names(document.topology(), panel.selection.objects()), QStringList({u"MM_Cobalt"_s}));
    QVERIFY(panel.isAsBefore());
}

void TestCanvasLooks::folds()
{
    const TemporaryDocument document;
    CanvasPanel panel(document);
    const auto &scene = panel.canvas.scene();
    const auto fold = [&](QStringView tenant) {
        return scene.lanes().isFolded(panel.lane(tenant));
    };
    panel.doubleClick(panel.head(u"Delta Energy"));
    QVERIFY(fold(u"Delta Energy"));
    shot(panel);
    panel.doubleClick(panel.head(u"Delta Energy"));
    QVERIFY(!fold(u"Delta Energy"));

    panel.canvas.scrollTo({0, 0});
    const auto foot = scene.bands().back().top;
    const QPoint first(
        -Metrics::bandHeadWidth / 2, int(panel.canvas.view().toView(QPointF(0, 12)).y()));
    panel.click(first);
    QVERIFY(scene.bands()[0].isFolded);
    QVERIFY(scene.bands().back().top < foot);
    shot(panel);
    panel.click(first);
    QVERIFY(!scene.bands()[0].isFolded);
    QCOMPARE(scene.bands().back().top, foot);
    QVERIFY(panel.isAsBefore());
}

void TestCanvasLooks::doubleClickReveals()
{
    TopologyBuilder b;
    b.tenant(u"Acme");
    b.application(u"SMS_1", u"istransportserver").tenants({u"Acme"});
    for (int i = 0; i <= SideLane::foldLimit; ++i)
        b.application(u"DAP_%1"_s.arg(i), u"dbserver");
    const TemporaryDocument document(b.build());
    CanvasPanel panel(document);
    QList<ObjectId> revealed;
    connect(&panel.selection, &Selection::revealed, this,
        [&](ObjectId object) { revealed.append(object); });
    panel.doubleClick(panel.body(u"SMS_1"));
    QCOMPARE(revealed, QList<ObjectId> {panel.server(u"SMS_1")});
    panel.doubleClick(panel.body(u"SMS_1"), Qt::RightButton);
    if (panel.menu())
        panel.menu()->close();
    QCOMPARE(revealed.size(), 1);

    // A stack of many of a type unfolds.
    QCOMPARE(panel.canvas.scene().side().cards(), 1);
    panel.doubleClick(panel.body(u"DAP_3"));
    QCOMPARE(panel.canvas.scene().side().cards(), SideLane::foldLimit + 1);
    QCOMPARE(revealed.size(), 1);
    QVERIFY(panel.isAsBefore());
}

void TestCanvasLooks::wheelScrollsAndZooms()
{
    const TemporaryDocument document;
    CanvasPanel panel(document, {900, 600});
    auto &canvas = panel.canvas;
    canvas.scrollTo({200, 200});
    const auto origin = canvas.view().origin;
    wheel(panel, {100, 100}, -1);
    QVERIFY(canvas.view().origin.y() > origin.y());
    QCOMPARE(canvas.view().origin.x(), origin.x());
    wheel(panel, {100, 100}, 1);
    QCOMPARE(canvas.view().origin, origin);
    wheel(panel, {100, 100}, -1, Qt::ShiftModifier);
    QVERIFY(canvas.view().origin.x() > origin.x());

    for (const auto &[anchor, steps] :
        QList<std::pair<QPoint, int>> {{{310, 222}, 2}, {{310, 222}, 1}, {{500, 100}, -1},
            {{310, -20}, 2}, {{-60, 200}, 1}, {{310, 222}, -3}}) {
        const auto fixed = canvas.view().toScene(QPointF(anchor));
        const double zoom = canvas.zoom();
        wheel(panel, anchor, steps, Qt::ControlModifier);
        QCOMPARE(canvas.zoom() > zoom, steps > 0);
        const auto now = canvas.view().toView(fixed);
        QVERIFY2(std::abs(now.x() - anchor.x()) <= 1 && std::abs(now.y() - anchor.y()) <= 1,
            qPrintable(u"%1, %2 at %3"_s.arg(now.x()).arg(now.y()).arg(canvas.zoom())));
    }
}

void TestCanvasLooks::middleButtonPans()
{
    const TemporaryDocument document;
    CanvasPanel panel(document, {900, 600});
    auto &canvas = panel.canvas;
    canvas.scrollTo({200, 200});
    const auto origin = canvas.view().origin;
    const QPoint from(300, 300);
    panel.press(from, {}, Qt::MiddleButton);
    panel.move(from - QPoint(30, 20));
    panel.move(from - QPoint(60, 50));
    panel.release(from - QPoint(60, 50), {}, Qt::MiddleButton);
    QCOMPARE(canvas.view().origin, origin + QPointF(60, 50));
    QVERIFY(panel.selection.objects().isEmpty());
}

void TestCanvasLooks::filterDims()
{
    const TemporaryDocument document;
    CanvasPanel panel(document);
    const auto shown = [&](QStringView name) {
        const auto rect = panel.canvas.view().toView(panel.canvas.scene().rect(panel.server(name)));
        return shot(panel).copy(rect.toRect().adjusted(4, 4, -60, -4));
    };
    panel.box(panel.server(u"SMS_1"));
    const auto sms = shown(u"SMS_1");
    const auto other = shown(u"Classification_1");
    auto *filter = panel.page.findChild<QLineEdit *>(u"canvasFilterEdit"_s);
    QTest::keyClicks(filter, u"sms"_s);
    QCOMPARE(shown(u"SMS_1"), sms);
    QVERIFY(shown(u"Classification_1") != other);
    filter->clear();
    QCOMPARE(shown(u"Classification_1"), other);
}

void TestCanvasLooks::overlaysDiffer()
{
    const TemporaryDocument document;
    CanvasPanel panel(document);
    panel.box(panel.server(u"SMS_1"));
    const auto problems = shot(panel);
    QList<QImage> seen {problems};
    for (const auto &name :
        {u"changesOverlayButton"_s, u"restartsOverlayButton"_s, u"hostsOverlayButton"_s}) {
        panel.page.findChild<QToolButton *>(name)->click();
        const auto now = shot(panel);
        QVERIFY2(!seen.contains(now), qPrintable(name));
        seen.append(now);
    }
    panel.page.findChild<QToolButton *>(u"problemsOverlayButton"_s)->click();
    QCOMPARE(shot(panel), problems);
}

void TestCanvasLooks::grouping()
{
    const TemporaryDocument document;
    CanvasPanel panel(document);
    auto *box = panel.page.findChild<QComboBox *>(u"canvasGroupingBox"_s);
    const auto titles = [&] {
        QStringList list;
        for (const auto &band : panel.canvas.scene().bands())
            list.append(band.title);
        return list;
    };
    const auto byType = titles();
    QVERIFY(byType.contains(u"SMS Server"_s));
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Down);
    QVERIFY(titles().contains(u"mm-host-3"_s));
    shot(panel);
    QTest::keyClick(box, Qt::Key_Down);
    QCOMPARE(titles(), QStringList({u"Servers"_s, u"Switches"_s}));
    shot(panel);
    QTest::keyClick(box, Qt::Key_Up);
    QTest::keyClick(box, Qt::Key_Up);
    QCOMPARE(titles(), byType);
}

void TestCanvasLooks::selectionFromOutsideScrollsThere()
{
    const TemporaryDocument document;
    CanvasPanel panel(document, {900, 500});
    auto &canvas = panel.canvas;
    for (const bool isFocused : {false, true}) {
        if (isFocused)
            canvas.setFocus();
        else
            panel.page.findChild<QLineEdit *>(u"canvasFilterEdit"_s)->setFocus();
        QCOMPARE(canvas.hasFocus(), isFocused);
        for (const auto &name : {u"Email_Fjord"_s, u"StatServer_1"_s, u"SMS_2"_s, u"SCS"_s}) {
            panel.selection.select(panel.server(name));
            QVERIFY2(canvas.seen().intersects(canvas.scene().rect(panel.server(name))),
                qPrintable(name));
            QCOMPARE(canvas.cursor(), std::optional<ObjectId>(panel.server(name)));
        }
        panel.selection.select(panel.tenant(u"Fjord Insurance"));
        QVERIFY(canvas.seen().right()
            >= canvas.scene().lanes().left(panel.lane(u"Fjord Insurance")) + Metrics::laneWidth);
        QCOMPARE(canvas.cursorLane(), panel.lane(u"Fjord Insurance"));
    }
}

QTEST_MAIN(TestCanvasLooks)
#include "tst_canvaslooks.moc"
