// SPDX-License-Identifier: Apache-2.0
#include "tests/views/canvas/canvaspanel.h"

#include <QContextMenuEvent>
#include <QRegularExpression>

#include <functional>

using namespace Qt::StringLiterals;

namespace {

using Gesture = std::function<void(CanvasPanel &)>;

const Gesture nothing = [](CanvasPanel &) {};

void askForMenu(CanvasPanel &panel)
{
    QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, {}, {});
    QApplication::sendEvent(&panel.canvas, &event);
}

}  // namespace

class TestCanvasMenus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin)"_s)); }

    void menus_data();
    void menus();
    void keyboardMenus_data();
    void keyboardMenus();
};

void TestCanvasMenus::menus_data()
{
    QTest::addColumn<Gesture>("place");
    QTest::addColumn<QString>("entry");
    QTest::addColumn<QString>("title");
    QTest::addColumn<Gesture>("check");

    const Gesture card = [](CanvasPanel &p) {
        p.click(p.body(u"Classification_2"), {}, Qt::RightButton);
    };
    const Gesture bus = [](CanvasPanel &p) { p.click(p.body(u"UCS_1"), {}, Qt::RightButton); };
    const Gesture head = [](CanvasPanel &p) {
        p.click(p.head(u"Delta Energy"), {}, Qt::RightButton);
    };
    const Gesture ground = [](CanvasPanel &p) {
        p.click(p.ground(u"Delta Energy"), {}, Qt::RightButton);
    };
    const auto row = [](const char *name, const Gesture &place, const QString &entry,
                         const QString &title, const Gesture &check = nothing) {
        QTest::addRow("%s: %s", name, qPrintable(entry)) << place << entry << title << check;
    };
    row("card", card, u"Show in the inspector"_s, {}, [](CanvasPanel &p) {
        QCOMPARE(p.selection.current(), std::optional<ObjectId>(p.server(u"Classification_2")));
    });
    row("card", card, u"Unassign Ember Retail"_s, u"Unassign Ember Retail from Classification_2"_s);
    row("card", card, u"Serves > Fjord Insurance"_s,
        u"Assign Fjord Insurance to Classification_2"_s);
    row("card", card, u"Connect to…"_s, {},
        [](CanvasPanel &p) { QVERIFY(p.canvas.highlights().hasWire); });
    row("card", card, u"Copy"_s, {});
    row("card", card, u"Duplicate"_s, u"Duplicate Classification_2"_s);
    row("card", card, u"Remove"_s, u"Remove Classification_2"_s);
    row("bus", bus, u"Move a row down"_s, u"Move UCS_1 in the picture"_s,
        [](CanvasPanel &p) { QCOMPARE(p.canvas.scene().node(p.server(u"UCS_1")).row, 1); });
    row(
        "bus of several selected",
        [](CanvasPanel &p) {
            p.click(p.body(u"UCS_1"));
            p.click(p.body(u"SMS_1"), Qt::ControlModifier);
            p.click(p.body(u"UCS_1"), {}, Qt::RightButton);
        },
        u"Move a row down"_s, u"Move UCS_1 in the picture"_s);
    row(
        "side lane", [](CanvasPanel &p) { p.click(p.body(u"DAP_ixn"), {}, Qt::RightButton); },
        u"Fold all 3 of this type"_s, {},
        [](CanvasPanel &p) {
            const auto ixn = p.canvas.scene().rect(p.server(u"DAP_ixn"));
            QCOMPARE(p.canvas.scene().rect(p.server(u"DAP_ucs")), ixn);
            p.canvas.viewport()->grab();
            p.click(p.centre(p.server(u"DAP_ixn")), {}, Qt::RightButton);
            QVERIFY(p.choose(u"Unfold"_s));
            QVERIFY(p.canvas.scene().rect(p.server(u"DAP_ucs"))
                != p.canvas.scene().rect(p.server(u"DAP_ixn")));
        });
    row("head", head, u"Add a server here > Chat Server"_s,
        u"Add Chat_Server_1 for Delta Energy"_s);
    row("head", head, u"Fold this lane"_s, {}, [](CanvasPanel &p) {
        QVERIFY(p.canvas.scene().lanes().isFolded(p.lane(u"Delta Energy")));
    });
    row("head", head, u"Move left"_s, u"Move Delta Energy in the picture"_s);
    row("head", head, u"Move right"_s, u"Move Delta Energy in the picture"_s);
    row("ground", ground, u"Add a server here > Chat Server"_s,
        u"Add Chat_Server_1 for Delta Energy"_s);
    row("ground", ground, u"Fold Switches"_s, {},
        [](CanvasPanel &p) { QVERIFY(p.canvas.scene().bands().back().isFolded); });
    row("ground", ground, u"Show everything"_s, {},
        [](CanvasPanel &p) { QVERIFY(p.canvas.seen().contains(p.canvas.scene().bounds())); });
    row(
        "ground",
        [](CanvasPanel &p) {
            p.click(p.body(u"Classification_2"));
            p.key(Qt::Key_C, Qt::ControlModifier);
            p.click(p.ground(u"Fjord Insurance"), {}, Qt::RightButton);
        },
        u"Paste for Fjord Insurance"_s, u"Paste Classification_2 for Fjord Insurance"_s);
    row(
        "switch",
        [](CanvasPanel &p) {
            p.click(p.centre(switchNamed(p.topology(), u"Ember Retail", u"MM_Ember_2")), {},
                Qt::RightButton);
        },
        u"Remove"_s, u"Remove MM_Ember_2"_s);
}

void TestCanvasMenus::menus()
{
    QFETCH(const Gesture, place);
    QFETCH(const QString, entry);
    QFETCH(const QString, title);
    QFETCH(const Gesture, check);
    const TemporaryDocument document;
    CanvasPanel panel(document);
    place(panel);
    QVERIFY(panel.menu());
    const auto texts = panel.menuTexts();
    QVERIFY2(panel.choose(entry), qPrintable(texts.join(u'|')));
    QVERIFY(!panel.menu());
    QCOMPARE(panel.title(), title);
    check(panel);
    if (!title.isEmpty())
        QVERIFY(document->undo());
    QVERIFY(panel.isAsBefore());
}

void TestCanvasMenus::keyboardMenus_data()
{
    QTest::addColumn<Gesture>("place");
    QTest::addColumn<QString>("entry");
    QTest::addColumn<QString>("title");

    const auto server = [](const QString &name) {
        return Gesture([=](CanvasPanel &p) { p.selection.select(p.server(name)); });
    };
    QTest::addRow("server") << server(u"Classification_2"_s) << u"Remove"_s
                            << u"Remove Classification_2"_s;
    QTest::addRow("bus") << server(u"UCS_1"_s) << u"Move a row down"_s
                         << u"Move UCS_1 in the picture"_s;
    QTest::addRow("port") << Gesture([](CanvasPanel &p) { p.goToPort(u"SMS_1", u"Delta Energy"); })
                          << u"Unassign Delta Energy"_s << u"Unassign Delta Energy from SMS_1"_s;
    QTest::addRow("switch") << Gesture([](CanvasPanel &p) {
        p.selection.select(switchNamed(p.topology(), u"Ember Retail", u"MM_Ember_2"));
    }) << u"Remove"_s << u"Remove MM_Ember_2"_s;
    QTest::addRow("head") << Gesture([](CanvasPanel &p) {
        p.selection.select(p.tenant(u"Delta Energy"));
    }) << u"Move left"_s << u"Move Delta Energy in the picture"_s;
    QTest::addRow("head: remove") << Gesture([](CanvasPanel &p) {
        p.selection.select(p.tenant(u"Delta Energy"));
    }) << u"Remove"_s << u"Remove Delta Energy"_s;
    QTest::addRow("nowhere") << Gesture([](CanvasPanel &) {}) << u"Add a server > Chat Server"_s
                             << u"Add Chat_Server_1"_s;
}

void TestCanvasMenus::keyboardMenus()
{
    QFETCH(const Gesture, place);
    QFETCH(const QString, entry);
    QFETCH(const QString, title);
    const TemporaryDocument document;
    CanvasPanel panel(document);
    place(panel);
    askForMenu(panel);
    QVERIFY(panel.menu());
    const auto texts = panel.menuTexts();
    QVERIFY2(panel.choose(entry), qPrintable(texts.join(u'|')));
    QCOMPARE(panel.title(), title);
    QVERIFY(document->undo());
    QVERIFY(panel.isAsBefore());
}

QTEST_MAIN(TestCanvasMenus)
#include "tst_canvasmenus.moc"
