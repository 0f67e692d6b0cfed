// SPDX-License-Identifier: Apache-2.0
#include "models/topology/edits.h"
#include "tests/support/largetopology.h"
#include "tests/views/canvas/canvaspanel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QRegularExpression>

#include <functional>
#include <random>

using namespace Qt::StringLiterals;

namespace {

using Gesture = std::function<void(CanvasPanel &)>;

/// "SMS_1 at Aurora Bank": where the keyboard is.
QString place(const CanvasPanel &panel)
{
    const auto &topology = panel.topology();
    const auto &lanes = panel.canvas.scene().lanes();
    const int lane = panel.canvas.cursorLane();
    const auto where = lane < 0 ? u"the side"_s : topology.tenant(lanes.tenant(lane)).name;
    const auto object = panel.canvas.cursor();
    return (object ? topology.name(*object) : u"head"_s) + u" at "_s + where;
}

}  // namespace

class TestCanvasKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin)"_s)); }

    void walks_data();
    void walks();
    void walkingScrolls();
    void edits_data();
    void edits();
    void asksWhereItIsNotLegal();
    void connectionIsCancelled_data();
    void connectionIsCancelled();
    void looks();
    void selects();
    void revealsAndClears();
    void tabLeaves();
    void placeFollowsEdits();
    void anyKeysInAnyDocument_data();
    void anyKeysInAnyDocument();
};

void TestCanvasKeys::walks_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QList<int>>("keys");
    QTest::addColumn<QString>("to");

    const auto row = [](const char *name, const QString &from, const QList<int> &keys,
                         const QString &to) { QTest::addRow("%s", name) << from << keys << to; };
    row("along a bus's ports", u"SMS_1"_s, {Qt::Key_Right}, u"SMS_1 at Borealis Air"_s);
    row("beyond a bus", u"SMS_1"_s, {Qt::Key_Left}, u"SMS_1 at Environment"_s);
    row("on into the side lane", u"SMS_1"_s, {Qt::Key_Left, Qt::Key_Left},
        u"MessageServer_b at the side"_s);
    row("no further than the side lane", u"SMS_1"_s, {Qt::Key_Left, Qt::Key_Left, Qt::Key_Left},
        u"MessageServer_b at the side"_s);
    row("no further than the last lane", u"SMS_2"_s, {Qt::Key_Right, Qt::Key_Right},
        u"SMS_2 at Fjord Insurance"_s);
    row("down to the backup", u"SMS_1"_s, {Qt::Key_Down}, u"SMS_1b at Aurora Bank"_s);
    row("down and up", u"SMS_1"_s, {Qt::Key_Down, Qt::Key_Up}, u"SMS_1 at Aurora Bank"_s);
    row("down past what the lane has no part in", u"SMS_1"_s,
        {Qt::Key_Right, Qt::Key_Right, Qt::Key_Down}, u"UCS_1 at Cobalt Telecom"_s);
    row("to the lane's end", u"SMS_1"_s, {Qt::Key_End}, u"SIP_Aurora at Aurora Bank"_s);
    row("to the lane's begin", u"SMS_1"_s, {Qt::Key_Home}, u"Chat_1 at Aurora Bank"_s);
    row("up to the head", u"SMS_1"_s, {Qt::Key_Home, Qt::Key_Up}, u"head at Aurora Bank"_s);
    row("no further than the head", u"SMS_1"_s, {Qt::Key_Home, Qt::Key_Up, Qt::Key_Up},
        u"head at Aurora Bank"_s);
    row("along the heads", u"SMS_1"_s, {Qt::Key_Home, Qt::Key_Up, Qt::Key_Right, Qt::Key_Right},
        u"head at Cobalt Telecom"_s);
    row("from a head down", u"SMS_1"_s, {Qt::Key_Home, Qt::Key_Up, Qt::Key_Right, Qt::Key_Down},
        u"Chat_1 at Borealis Air"_s);
    row("switch to the next lane's", {}, {Qt::Key_Down, Qt::Key_Right, Qt::Key_End, Qt::Key_Right},
        u"MM_Borealis at Borealis Air"_s);
    row("within the side lane", u"DAP_ixn"_s, {Qt::Key_Down}, u"DAP_ucs at the side"_s);
    row("from the side lane to the port", u"DAP_ixn"_s, {Qt::Key_Right},
        u"DAP_ixn at Environment"_s);
    row("to the side lane and back", u"DAP_ixn"_s, {Qt::Key_Right, Qt::Key_Left},
        u"DAP_ixn at the side"_s);
    row("into the picture", {}, {Qt::Key_Down}, u"head at Environment"_s);
}

void TestCanvasKeys::walks()
{
    QFETCH(const QString, from);
    QFETCH(const QList<int>, keys);
    QFETCH(const QString, to);
    const TemporaryDocument document;
    CanvasPanel panel(document);
    if (!from.isEmpty())
        panel.selection.select(panel.server(from));
    for (const int key : keys)
        panel.key(key);
    QCOMPARE(place(panel), to);
    // What is selected is what the keyboard is at.
    const auto current = panel.selection.current();
    QVERIFY(current);
    QCOMPARE(*current,
        panel.canvas.cursor().value_or(
            panel.canvas.scene().lanes().tenant(std::max(0, panel.canvas.cursorLane()))));
    QVERIFY(panel.isAsBefore());
}

void TestCanvasKeys::walkingScrolls()
{
    const TemporaryDocument document(LargeTopology::working(30));
    CanvasPanel panel(document, {900, 500});
    auto &canvas = panel.canvas;
    canvas.setFocus();
    panel.key(Qt::Key_Down);
    panel.key(Qt::Key_Up);
    for (int i = 0; i < 25; ++i)
        panel.key(Qt::Key_Right);
    QCOMPARE(canvas.cursorLane(), 25);
    const auto &lanes = canvas.scene().lanes();
    QVERIFY(canvas.seen().left() <= lanes.left(25) && canvas.seen().right() >= lanes.left(26));
    panel.key(Qt::Key_End);
    QVERIFY(canvas.cursor());
    QVERIFY(canvas.seen().contains(canvas.scene().rect(*canvas.cursor())));
}

void TestCanvasKeys::edits_data()
{
    QTest::addColumn<Gesture>("gesture");
    QTest::addColumn<QString>("title");
    QTest::addColumn<Gesture>("check");

    const auto row = [](const char *name, const Gesture &gesture, const QString &title,
                         const Gesture &check) {
        QTest::addRow("%s", name) << gesture << title << check;
    };
    const auto serves = [](const QString &server, const QString &tenants) {
        return Gesture([=](CanvasPanel &p) { QCOMPARE(p.served(server), tenants); });
    };
    row(
        "Space at a filled port",
        [](CanvasPanel &p) {
            p.goToPort(u"SMS_1", u"Delta Energy");
            p.key(Qt::Key_Space);
        },
        u"Unassign Delta Energy from SMS_1"_s,
        serves(u"SMS_1"_s, u"Aurora Bank, Cobalt Telecom"_s));
    row(
        "Space at a hollow port",
        [](CanvasPanel &p) {
            p.goToPort(u"Classification_1", u"Fjord Insurance");
            p.key(Qt::Key_Space);
        },
        u"Assign Fjord Insurance to Classification_1"_s,
        serves(
            u"Classification_1"_s, u"Aurora Bank, Borealis Air, Delta Energy, Fjord Insurance"_s));
    row(
        "Alt and right at a head",
        [](CanvasPanel &p) {
            p.click(p.head(u"Aurora Bank"));
            p.key(Qt::Key_Right, Qt::AltModifier);
        },
        u"Move Aurora Bank in the picture"_s,
        [](CanvasPanel &p) { QCOMPARE(p.lane(u"Aurora Bank"), 2); });
    row(
        "Alt and left at a head",
        [](CanvasPanel &p) {
            p.click(p.head(u"Fjord Insurance"));
            p.key(Qt::Key_Left, Qt::AltModifier);
        },
        u"Move Fjord Insurance in the picture"_s,
        [](CanvasPanel &p) { QCOMPARE(p.lane(u"Fjord Insurance"), 5); });
    row(
        "Alt and down at a bus",
        [](CanvasPanel &p) {
            p.selection.select(p.server(u"UCS_1"));
            p.key(Qt::Key_Down, Qt::AltModifier);
        },
        u"Move UCS_1 in the picture"_s,
        [](CanvasPanel &p) {
            QCOMPARE(p.canvas.scene().node(p.server(u"UCS_1")).row, 1);
            QCOMPARE(p.canvas.scene().node(p.server(u"UCS_1b")).row, 0);
        });
    row(
        "Alt and up at a bus",
        [](CanvasPanel &p) {
            p.selection.select(p.server(u"UCS_1b"));
            p.key(Qt::Key_Up, Qt::AltModifier);
        },
        u"Move UCS_1b in the picture"_s,
        [](CanvasPanel &p) { QCOMPARE(p.canvas.scene().node(p.server(u"UCS_1b")).row, 0); });
    const auto still = [](CanvasPanel &) {};
    row(
        "Alt and up at the first row",
        [](CanvasPanel &p) {
            p.selection.select(p.server(u"UCS_1"));
            p.key(Qt::Key_Up, Qt::AltModifier);
        },
        {}, still);
    row(
        "Alt and down at the last row",
        [](CanvasPanel &p) {
            p.selection.select(p.server(u"UCS_1b"));
            p.key(Qt::Key_Down, Qt::AltModifier);
        },
        {}, still);
    row(
        "Alt and arrows at a card",
        [](CanvasPanel &p) {
            p.selection.select(p.server(u"Email_Ember"));
            for (const auto key : {Qt::Key_Up, Qt::Key_Down, Qt::Key_Left, Qt::Key_Right})
                p.key(key, Qt::AltModifier);
        },
        {}, still);
    row(
        "Alt and arrows at Environment",
        [](CanvasPanel &p) {
            p.click(p.head(u"Environment"));
            p.key(Qt::Key_Right, Qt::AltModifier);
        },
        {}, still);
    row(
        "C, walk, Enter",
        [](CanvasPanel &p) {
            p.selection.select(p.server(u"Email_Fjord"));
            p.key(Qt::Key_C);
            QVERIFY(p.canvas.highlights().hasWire);
            p.selection.select(p.server(u"Classification_2"));
            QVERIFY(p.canvas.highlights().hasWire);
            p.key(Qt::Key_Return);
            QVERIFY(!p.canvas.highlights().hasWire);
        },
        u"Connect Email_Fjord to Classification_2"_s,
        [](CanvasPanel &p) { QVERIFY(p.connects(u"Email_Fjord", u"Classification_2")); });
    row(
        "C, walk, C",
        [](CanvasPanel &p) {
            p.selection.select(p.server(u"Email_Fjord"));
            p.key(Qt::Key_C);
            p.selection.select(p.server(u"Classification_2"));
            p.key(Qt::Key_C);
        },
        u"Connect Email_Fjord to Classification_2"_s,
        [](CanvasPanel &p) { QVERIFY(p.connects(u"Email_Fjord", u"Classification_2")); });
    row(
        "Del",
        [](CanvasPanel &p) {
            p.selection.select(p.server(u"Classification_2"));
            p.key(Qt::Key_Delete);
        },
        u"Remove Classification_2"_s,
        [](CanvasPanel &p) { QVERIFY(!p.topology().findApplication(u"Classification_2"_s)); });
    row(
        "copy, paste to another lane",
        [](CanvasPanel &p) {
            p.selection.select(p.server(u"Classification_2"));
            p.key(Qt::Key_C, Qt::ControlModifier);
            QCOMPARE(QGuiApplication::clipboard()->text(), u"Classification_2"_s);
            p.click(p.head(u"Fjord Insurance"));
            p.key(Qt::Key_V, Qt::ControlModifier);
        },
        u"Paste Classification_2 for Fjord Insurance"_s,
        serves(u"Classification_3"_s, u"Fjord Insurance"_s));
    row(
        "copy, paste at a port in another lane",
        [](CanvasPanel &p) {
            p.selection.select(p.server(u"Classification_2"));
            p.key(Qt::Key_C, Qt::ControlModifier);
            p.goToPort(u"SMS_1", u"Cobalt Telecom");
            p.key(Qt::Key_V, Qt::ControlModifier);
        },
        u"Paste Classification_2 for Cobalt Telecom"_s,
        serves(u"Classification_3"_s, u"Cobalt Telecom"_s));
    row(
        "copy, paste as it was",
        [](CanvasPanel &p) {
            p.selection.select(p.server(u"Classification_2"));
            p.key(Qt::Key_C, Qt::ControlModifier);
            p.key(Qt::Key_V, Qt::ControlModifier);
        },
        u"Paste Classification_2"_s, serves(u"Classification_3"_s, u"Ember Retail"_s));
    row(
        "paste of something else",
        [](CanvasPanel &p) {
            QGuiApplication::clipboard()->setText(u"Classification_2"_s);
            p.selection.select(p.server(u"Classification_2"));
            p.key(Qt::Key_V, Qt::ControlModifier);
        },
        {}, still);
}

void TestCanvasKeys::edits()
{
    QFETCH(const Gesture, gesture);
    QFETCH(const QString, title);
    QFETCH(const Gesture, check);
    const TemporaryDocument document;
    CanvasPanel panel(document);
    gesture(panel);
    QVERIFY(!panel.menu());
    QCOMPARE(panel.title(), title);
    check(panel);
    if (!title.isEmpty())
        QVERIFY(document->undo());
    QVERIFY(panel.isAsBefore());
}

void TestCanvasKeys::asksWhereItIsNotLegal()
{
    const TemporaryDocument document;
    CanvasPanel panel(document);
    panel.goToPort(u"Email_Aurora", u"Cobalt Telecom");
    panel.key(Qt::Key_Space);
    QVERIFY(panel.menu());
    QTest::keyClick(panel.menu(), Qt::Key_Escape);
    QVERIFY(panel.isAsBefore());
    panel.key(Qt::Key_Space);
    // The legal way is the first.
    QTest::keyClick(panel.menu(), Qt::Key_Return);
    QCOMPARE(panel.title(), u"Create another E-mail Server for Cobalt Telecom"_s);
    QVERIFY(document->undo());
    QVERIFY(panel.isAsBefore());
    panel.key(Qt::Key_Space);
    QTest::keyClick(panel.menu(), Qt::Key_Down);
    QTest::keyClick(panel.menu(), Qt::Key_Return);
    QCOMPARE(panel.title(), u"Assign Cobalt Telecom to Email_Aurora"_s);
    QVERIFY(document->undo());
    QVERIFY(panel.isAsBefore());
}

void TestCanvasKeys::connectionIsCancelled_data()
{
    QTest::addColumn<Gesture>("cancel");

    QTest::addRow("Escape") << Gesture([](CanvasPanel &p) {
        p.key(Qt::Key_Escape);
        QVERIFY(!p.canvas.highlights().hasWire);
        p.selection.select(p.server(u"Classification_1"));
    });
    QTest::addRow("to itself") << Gesture([](CanvasPanel &) {});
    QTest::addRow("to a switch") << Gesture(
        [](CanvasPanel &p) { p.selection.select(p.topology().switches().begin()->id); });
    QTest::addRow("to one that it has")
        << Gesture([](CanvasPanel &p) { p.selection.select(p.server(u"UCS_1")); });
    QTest::addRow("its server goes") << Gesture([](CanvasPanel &p) {
        QVERIFY(p.document.apply([](const Topology &topology) {
            return removeObject(topology, applicationNamed(topology, u"Classification_2"));
        }));
        QVERIFY(!p.canvas.highlights().hasWire);
        p.selection.select(p.server(u"Classification_1"));
    });
    QTest::addRow("the mouse does something") << Gesture([](CanvasPanel &p) {
        p.click(p.body(u"Classification_1"));
        QVERIFY(!p.canvas.highlights().hasWire);
    });
}

void TestCanvasKeys::connectionIsCancelled()
{
    QFETCH(const Gesture, cancel);
    const TemporaryDocument document;
    CanvasPanel panel(document);
    panel.selection.select(panel.server(u"Classification_2"));
    panel.key(Qt::Key_C);
    QVERIFY(panel.canvas.highlights().hasWire);
    cancel(panel);
    const auto state = document->head().step;
    panel.key(Qt::Key_Return);
    QCOMPARE(document->head().step, state);
    QVERIFY(!panel.canvas.highlights().hasWire);
    QVERIFY(!panel.canvas.highlights().wireClient);
}

void TestCanvasKeys::looks()
{
    const TemporaryDocument document;
    CanvasPanel panel(document, {900, 600});
    auto &canvas = panel.canvas;
    QCOMPARE(canvas.zoom(), 1.0);
    panel.key(Qt::Key_Plus);
    QCOMPARE(canvas.zoom(), 1.25);
    panel.key(Qt::Key_Minus);
    QCOMPARE(canvas.zoom(), 1.0);
    panel.key(Qt::Key_0);
    QVERIFY(canvas.zoom() < 1);
    QVERIFY(canvas.seen().contains(canvas.scene().bounds()));
    panel.key(Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(canvas.zoom(), 1.0);
    panel.selection.select(panel.server(u"Email_Fjord"));
    panel.key(Qt::Key_F);
    QVERIFY(canvas.zoom() > 1);
    QVERIFY(canvas.seen().contains(canvas.scene().rect(panel.server(u"Email_Fjord"))));
    panel.key(Qt::Key_0, Qt::ControlModifier);
    canvas.scrollTo({100, 100});
    const auto origin = canvas.view().origin;
    panel.key(Qt::Key_Right, Qt::ControlModifier);
    panel.key(Qt::Key_Down, Qt::ControlModifier);
    QVERIFY(canvas.view().origin.x() > origin.x() && canvas.view().origin.y() > origin.y());
    panel.key(Qt::Key_Left, Qt::ControlModifier);
    panel.key(Qt::Key_Up, Qt::ControlModifier);
    QCOMPARE(canvas.view().origin, origin);
    QVERIFY(panel.isAsBefore());
}

void TestCanvasKeys::selects()
{
    const TemporaryDocument document;
    CanvasPanel panel(document);
    panel.selection.select(panel.server(u"SMS_1"));
    panel.key(Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(panel.selection.objects(),
        (QList<ObjectId> {panel.server(u"SMS_1"), panel.server(u"SMS_1b")}));
    panel.key(Qt::Key_Up);
    QCOMPARE(panel.selection.objects(), (QList<ObjectId> {panel.server(u"SMS_1")}));
    panel.key(Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(panel.selection.objects().size(),
        document.topology().applications().size() + document.topology().switches().size());
}

void TestCanvasKeys::revealsAndClears()
{
    const TemporaryDocument document;
    CanvasPanel panel(document);
    QList<ObjectId> revealed;
    connect(&panel.selection, &Selection::revealed, this,
        [&](ObjectId object) { revealed.append(object); });
    panel.key(Qt::Key_Return);
    QVERIFY(revealed.isEmpty());
    panel.selection.select(panel.server(u"SMS_1"));
    panel.key(Qt::Key_Return);
    panel.key(Qt::Key_Enter, Qt::KeypadModifier);
    QCOMPARE(revealed, (QList<ObjectId> {panel.server(u"SMS_1"), panel.server(u"SMS_1")}));
    panel.key(Qt::Key_Escape);
    QVERIFY(panel.selection.objects().isEmpty());
    QVERIFY(!panel.canvas.cursor());
}

void TestCanvasKeys::tabLeaves()
{
    const TemporaryDocument document;
    CanvasPanel panel(document);
    QVERIFY(panel.canvas.hasFocus());
    panel.key(Qt::Key_Tab);
    QVERIFY(!panel.canvas.hasFocus());
    panel.canvas.setFocus();
    panel.key(Qt::Key_Backtab, Qt::ShiftModifier);
    QVERIFY(!panel.canvas.hasFocus());
}

void TestCanvasKeys::placeFollowsEdits()
{
    const TemporaryDocument document;
    CanvasPanel panel(document);
    const auto remove = [&](ObjectId object) {
        QVERIFY(document->apply([=](const Topology &t) { return removeObject(t, object); }));
    };
    panel.goToPort(u"SMS_1", u"Fjord Insurance");
    QCOMPARE(place(panel), u"SMS_1 at Fjord Insurance"_s);
    // A lane before it goes: it stays at its tenant.
    remove(panel.tenant(u"Borealis Air"));
    QCOMPARE(place(panel), u"SMS_1 at Fjord Insurance"_s);
    QVERIFY(document->undo());
    QCOMPARE(place(panel), u"SMS_1 at Fjord Insurance"_s);
    // Its own lane goes.
    remove(panel.tenant(u"Fjord Insurance"));
    panel.canvas.viewport()->grab();
    panel.key(Qt::Key_Space);
    panel.key(Qt::Key_Right);
    QVERIFY(document->undo());
    // The server goes.
    remove(panel.server(u"SMS_1"));
    QVERIFY(!panel.canvas.cursor());
    panel.canvas.viewport()->grab();
    for (const auto key : {Qt::Key_Space, Qt::Key_Return, Qt::Key_Delete, Qt::Key_C, Qt::Key_Down})
        panel.key(key);
}

void TestCanvasKeys::anyKeysInAnyDocument_data()
{
    QTest::addColumn<Topology>("topology");

    QTest::addRow("nothing but Environment") << TopologyBuilder().build();
    TopologyBuilder one;
    one.tenant(u"Acme");
    QTest::addRow("a tenant and no server") << one.build();
    TopologyBuilder placeholders;
    placeholders.application(u"SMS_1", u"istransportserver")
        .tenants({u"Ghost", u"Phantom"})
        .connect(u"Missing")
        .backup(u"Gone");
    placeholders.application(u"Email_1", u"emailserver").tenants({u"Ghost"}).host(u"nowhere");
    QTest::addRow("placeholders") << placeholders.build();
    QTest::addRow("sample") << TemporaryDocument().topology();
}

void TestCanvasKeys::anyKeysInAnyDocument()
{
    QFETCH(const Topology, topology);
    const TemporaryDocument document(topology);
    CanvasPanel panel(document);
    std::mt19937 random(7);
    constexpr int keys[] = {Qt::Key_Left, Qt::Key_Right, Qt::Key_Up, Qt::Key_Down, Qt::Key_Home,
        Qt::Key_End, Qt::Key_Space, Qt::Key_Delete, Qt::Key_C, Qt::Key_Return, Qt::Key_Escape,
        Qt::Key_F, Qt::Key_0, Qt::Key_Plus, Qt::Key_Minus, Qt::Key_V};
    constexpr Qt::KeyboardModifier modifiers[] = {Qt::NoModifier, Qt::NoModifier, Qt::NoModifier,
        Qt::AltModifier, Qt::ControlModifier, Qt::ShiftModifier};
    for (int i = 0; i < 400; ++i) {
        panel.key(keys[random() % std::size(keys)], modifiers[random() % std::size(modifiers)]);
        if (panel.menu()) {
            QTest::keyClick(panel.menu(), random() % 2 ? Qt::Key_Return : Qt::Key_Escape);
        } else if (random() % 12 == 0 && !panel.title().isEmpty()) {
            QVERIFY(document->undo());
        }
    }
    panel.canvas.viewport()->grab();
    while (!panel.title().isEmpty())
        QVERIFY(document->undo());
    QVERIFY(panel.isAsBefore());
}

QTEST_MAIN(TestCanvasKeys)
#include "tst_canvaskeys.moc"
