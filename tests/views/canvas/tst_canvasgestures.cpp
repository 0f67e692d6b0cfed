// SPDX-License-Identifier: Apache-2.0
#include "tests/views/canvas/canvaspanel.h"
#include "views/canvas/typedrop.h"

#include <QDropEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QRegularExpression>
#include <QScrollBar>
#include <QToolButton>

#include <functional>

using namespace Qt::StringLiterals;

namespace {

using Gesture = std::function<void(CanvasPanel &)>;

/// Drags a type over the canvas, and drops it there.
void dropFromPalette(CanvasPanel &panel, const ApplicationType &type, QPoint at)
{
    const auto data = mimeOf(type);
    auto *viewport = panel.canvas.viewport();
    QDragEnterEvent enter(at, Qt::CopyAction, data.get(), Qt::LeftButton, {});
    QApplication::sendEvent(viewport, &enter);
    QVERIFY(enter.isAccepted());
    QDragMoveEvent move(at, Qt::CopyAction, data.get(), Qt::LeftButton, {});
    QApplication::sendEvent(viewport, &move);
    QVERIFY(move.isAccepted());
    QVERIFY(!panel.canvas.highlights().ghost.isEmpty());
    panel.page.findChild<QLineEdit *>(u"canvasFilterEdit"_s)->setFocus();
    QDropEvent drop(at, Qt::CopyAction, data.get(), Qt::LeftButton, {});
    QApplication::sendEvent(viewport, &drop);
    QVERIFY(drop.isAccepted());
    // What was dropped is what keys mean next.
    QVERIFY(panel.canvas.hasFocus());
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

class TestCanvasGestures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin)"_s)); }

    void assigns_data();
    void assigns();
    void changesNothing_data();
    void changesNothing();
    void asksWhereItIsNotLegal_data();
    void asksWhereItIsNotLegal();
    void connects();
    void movesABusToAnotherRow();
    void movesALane_data();
    void movesALane();
    void makesAServerOfAType_data();
    void makesAServerOfAType();
    void removes();
};

void TestCanvasGestures::assigns_data()
{
    QTest::addColumn<Gesture>("gesture");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("server");
    QTest::addColumn<QString>("tenants");

    const auto row = [](const char *name, const Gesture &gesture, const QString &title,
                         const QString &server, const QString &tenants) {
        QTest::addRow("%s", name) << gesture << title << server << tenants;
    };
    row(
        "filled port", [](CanvasPanel &p) { p.click(p.port(u"SMS_1", u"Delta Energy")); },
        u"Unassign Delta Energy from SMS_1"_s, u"SMS_1"_s, u"Aurora Bank, Cobalt Telecom"_s);
    row(
        "hollow port of the hovered server",
        [](CanvasPanel &p) {
            p.move(p.body(u"SMS_1"));
            p.click(p.port(u"SMS_1", u"Borealis Air"));
        },
        u"Assign Borealis Air to SMS_1"_s, u"SMS_1"_s,
        u"Aurora Bank, Borealis Air, Cobalt Telecom, Delta Energy"_s);
    row(
        "hollow port outside the bus, of the hovered server",
        [](CanvasPanel &p) {
            const auto body = p.body(u"Classification_1");
            p.move(body);
            // Along the ports' line.
            const auto port = p.port(u"Classification_1", u"Fjord Insurance");
            p.move({body.x(), port.y()});
            p.click(port);
        },
        u"Assign Fjord Insurance to Classification_1"_s, u"Classification_1"_s,
        u"Aurora Bank, Borealis Air, Delta Energy, Fjord Insurance"_s);
    row(
        "hollow port outside the bus, of the selected server",
        [](CanvasPanel &p) {
            p.click(p.body(u"Classification_1"));
            p.click(p.port(u"Classification_1", u"Fjord Insurance"));
        },
        u"Assign Fjord Insurance to Classification_1"_s, u"Classification_1"_s,
        u"Aurora Bank, Borealis Air, Delta Energy, Fjord Insurance"_s);
    row(
        "card to another lane",
        [](CanvasPanel &p) {
            const auto from = p.body(u"Classification_2");
            p.drag(from, p.inLane(u"Fjord Insurance", from));
        },
        u"Move Classification_2 to Fjord Insurance"_s, u"Classification_2"_s, u"Fjord Insurance"_s);
    row(
        "card to another lane with Ctrl",
        [](CanvasPanel &p) {
            const auto from = p.body(u"Classification_2");
            p.drag(from, p.inLane(u"Fjord Insurance", from), Qt::ControlModifier);
        },
        u"Assign Fjord Insurance to Classification_2"_s, u"Classification_2"_s,
        u"Ember Retail, Fjord Insurance"_s);
    row(
        "card pulled to the next lane",
        [](CanvasPanel &p) {
            p.move(p.body(u"Classification_2"));
            const auto from = p.edge(u"Classification_2", Qt::RightEdge);
            p.drag(from, p.inLane(u"Fjord Insurance", from));
        },
        u"Assign Fjord Insurance to Classification_2"_s, u"Classification_2"_s,
        u"Ember Retail, Fjord Insurance"_s);
    row(
        "bus pulled over several lanes",
        [](CanvasPanel &p) {
            p.move(p.body(u"Classification_1"));
            const auto from = p.edge(u"Classification_1", Qt::RightEdge);
            p.drag(from, p.inLane(u"Fjord Insurance", from));
        },
        u"Assign Ember Retail, Fjord Insurance to Classification_1"_s, u"Classification_1"_s,
        u"Aurora Bank, Borealis Air, Delta Energy, Ember Retail, Fjord Insurance"_s);
    row(
        "bus pulled inwards",
        [](CanvasPanel &p) {
            p.move(p.body(u"Classification_1"));
            const auto from = p.edge(u"Classification_1", Qt::RightEdge);
            p.drag(from, p.inLane(u"Borealis Air", from));
        },
        u"Unassign Delta Energy from Classification_1"_s, u"Classification_1"_s,
        u"Aurora Bank, Borealis Air"_s);
    row(
        "bus pulled inwards until it is a card",
        [](CanvasPanel &p) {
            p.move(p.body(u"Classification_1"));
            const auto from = p.edge(u"Classification_1", Qt::LeftEdge);
            p.drag(from, p.inLane(u"Delta Energy", from));
        },
        u"Unassign Aurora Bank, Borealis Air from Classification_1"_s, u"Classification_1"_s,
        u"Delta Energy"_s);
    row(
        "tenant's head onto a bus",
        [](CanvasPanel &p) {
            const auto to = p.body(u"Classification_1");
            p.drag(p.head(u"Fjord Insurance"), to);
        },
        u"Assign Fjord Insurance to Classification_1"_s, u"Classification_1"_s,
        u"Aurora Bank, Borealis Air, Delta Energy, Fjord Insurance"_s);
    row(
        "card of the side lane to a lane",
        [](CanvasPanel &p) {
            const auto from = p.body(u"KnowledgeManager");
            p.drag(from, p.inLane(u"Ember Retail", from));
        },
        u"Assign Ember Retail to KnowledgeManager"_s, u"KnowledgeManager"_s, u"Ember Retail"_s);
}

void TestCanvasGestures::assigns()
{
    QFETCH(const Gesture, gesture);
    QFETCH(const QString, title);
    QFETCH(const QString, server);
    QFETCH(const QString, tenants);
    const TemporaryDocument document;
    CanvasPanel panel(document);
    gesture(panel);
    QVERIFY2(!panel.menu(), qPrintable(panel.menuTexts().join(u'|')));
    QCOMPARE(panel.title(), title);
    QCOMPARE(panel.served(server), tenants);
    QVERIFY(document->undo());
    QVERIFY(panel.isAsBefore());
}

void TestCanvasGestures::changesNothing_data()
{
    QTest::addColumn<Gesture>("gesture");

    const auto row = [](const char *name, const Gesture &gesture) {
        QTest::addRow("%s", name) << gesture;
    };
    row("slid off a port", [](CanvasPanel &p) {
        const auto port = p.port(u"SMS_1", u"Delta Energy");
        p.drag(port, port + QPoint(40, 0));
    });
    row("card dropped back", [](CanvasPanel &p) {
        const auto from = p.body(u"Classification_2");
        const auto there = p.inLane(u"Fjord Insurance", from);
        p.pull(from, there);
        for (int part = 1; part <= 4; ++part)
            p.move(there + (from - there) * part / 4);
        p.release(from);
    });
    row("card dropped beside all lanes", [](CanvasPanel &p) {
        const auto from = p.body(u"Classification_2");
        p.drag(from, {5, from.y()});
    });
    row("Escape while a card is dragged", [](CanvasPanel &p) {
        const auto from = p.body(u"Classification_2");
        const auto to = p.inLane(u"Fjord Insurance", from);
        p.pull(from, to);
        p.key(Qt::Key_Escape);
        QVERIFY(!p.canvas.hasTool());
        p.move(to + QPoint(3, 0));
        p.release(to);
    });
    row("Escape while an end is pulled", [](CanvasPanel &p) {
        p.move(p.body(u"Classification_1"));
        const auto from = p.edge(u"Classification_1", Qt::RightEdge);
        const auto to = p.inLane(u"Fjord Insurance", from);
        p.pull(from, to);
        p.key(Qt::Key_Escape);
        p.release(to);
    });
    row("Escape while a head is dragged", [](CanvasPanel &p) {
        p.pull(p.head(u"Fjord Insurance"), p.head(u"Aurora Bank"));
        p.key(Qt::Key_Escape);
        p.release(p.head(u"Aurora Bank"));
    });
    row("another button while a card is dragged", [](CanvasPanel &p) {
        const auto from = p.body(u"Classification_2");
        const auto to = p.inLane(u"Fjord Insurance", from);
        p.pull(from, to);
        p.press(to, {}, Qt::RightButton);
        p.release(to, {}, Qt::RightButton);
        QVERIFY(p.canvas.hasTool());
        p.key(Qt::Key_Escape);
        p.release(to);
    });
    row("end of a bus pulled and put back", [](CanvasPanel &p) {
        p.move(p.body(u"Classification_1"));
        const auto from = p.edge(u"Classification_1", Qt::RightEdge);
        p.pull(from, p.inLane(u"Fjord Insurance", from));
        p.move(from);
        p.release(from);
    });
    row("head onto a server that serves the tenant", [](CanvasPanel &p) {
        const auto to = p.body(u"Classification_1");
        p.drag(p.head(u"Aurora Bank"), to);
    });
    row("head onto the ground", [](CanvasPanel &p) {
        const auto to = p.ground(u"Delta Energy");
        p.drag(p.head(u"Aurora Bank"), to);
    });
    row("head dropped back", [](CanvasPanel &p) {
        const auto head = p.head(u"Delta Energy");
        p.pull(head, head + QPoint(150, 0));
        p.move(head + QPoint(-5, 0));
        p.release(head + QPoint(-5, 0));
    });
    row("switch dragged", [](CanvasPanel &p) {
        const auto from = p.centre(p.topology().switches().begin()->id);
        p.drag(from, p.inLane(u"Delta Energy", from));
    });
    row("bus dragged sideways", [](CanvasPanel &p) {
        const auto from = p.body(u"SMS_1");
        p.drag(from, from + QPoint(200, 0));
    });
    row("connection to itself", [](CanvasPanel &p) {
        p.move(p.body(u"Email_Aurora"));
        p.drag(p.handle(u"Email_Aurora"), p.body(u"Email_Aurora"));
    });
    row("connection onto the ground", [](CanvasPanel &p) {
        const auto from = p.body(u"Email_Aurora");
        p.move(from);
        const auto handle = p.handle(u"Email_Aurora");
        p.drag(handle, handle + QPoint(-8, 300));
    });
    row("connection that it has", [](CanvasPanel &p) {
        p.canvas.setZoom(0.4);
        const auto to = p.body(u"Classification_1");
        p.move(p.canvas.view()
                   .toView(p.canvas.scene().rect(p.server(u"Email_Aurora")))
                   .center()
                   .toPoint());
        const auto from =
            connectionHandle(p.canvas.scene(), p.canvas.view(), p.server(u"Email_Aurora"))
                .toPoint();
        p.drag(from, to);
    });
    row("Escape while a frame is drawn", [](CanvasPanel &p) {
        p.click(p.body(u"SMS_1"));
        const auto from = p.ground(u"Aurora Bank");
        p.pull(from, from + QPoint(300, 60));
        p.key(Qt::Key_Escape);
        p.release(from + QPoint(300, 60));
        QCOMPARE(p.canvas.highlights().selected, p.selection.objects());
        QCOMPARE(names(p.topology(), p.selection.objects()), QStringList {u"SMS_1"_s});
    });
}

void TestCanvasGestures::changesNothing()
{
    QFETCH(const Gesture, gesture);
    const TemporaryDocument document;
    CanvasPanel panel(document);
    gesture(panel);
    QVERIFY2(panel.isAsBefore(), qPrintable(panel.title()));
    QVERIFY(!panel.menu());
    // Nothing of the gesture is left over.
    QVERIFY(!panel.canvas.hasTool());
    QVERIFY(panel.canvas.highlights().ghost.isEmpty());
    QVERIFY(panel.canvas.highlights().rubberBand.isEmpty());
    QVERIFY(!panel.canvas.highlights().hasWire);
}

void TestCanvasGestures::asksWhereItIsNotLegal_data()
{
    QTest::addColumn<Gesture>("gesture");
    QTest::addColumn<QStringList>("entries");
    QTest::addColumn<int>("taken");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("tenants");

    const Gesture port = [](CanvasPanel &p) {
        p.click(p.body(u"Email_Aurora"));
        p.click(p.port(u"Email_Aurora", u"Cobalt Telecom"));
    };
    const Gesture drop = [](CanvasPanel &p) {
        const auto from = p.body(u"Email_Aurora");
        p.drag(from, p.inLane(u"Cobalt Telecom", from), Qt::ControlModifier);
    };
    const Gesture head = [](CanvasPanel &p) {
        const auto to = p.body(u"Email_Aurora");
        p.drag(p.head(u"Cobalt Telecom"), to);
    };
    const Gesture edge = [](CanvasPanel &p) {
        p.move(p.body(u"Email_Aurora"));
        const auto from = p.edge(u"Email_Aurora", Qt::RightEdge);
        p.drag(from, p.inLane(u"Borealis Air", from));
    };
    const auto entries = [](const QString &tenant) {
        return QStringList {u"Create another E-mail Server for "_s + tenant,
            u"Assign %1 to Email_Aurora all the same"_s.arg(tenant), u"Leave it as it is"_s};
    };
    const auto rows = [&](const char *name, const Gesture &gesture, const QString &tenant) {
        const auto texts = entries(tenant);
        QTest::addRow("%s, the legal way", name)
            << gesture << texts << 0 << texts[0] << u"Aurora Bank"_s;
        QTest::addRow("%s, all the same", name)
            << gesture << texts << 1 << u"Assign %1 to Email_Aurora"_s.arg(tenant)
            << u"Aurora Bank, "_s + tenant;
        QTest::addRow("%s, left", name) << gesture << texts << 2 << QString() << u"Aurora Bank"_s;
    };
    rows("barred port", port, u"Cobalt Telecom"_s);
    rows("card dropped with Ctrl", drop, u"Cobalt Telecom"_s);
    rows("head", head, u"Cobalt Telecom"_s);
    rows("edge", edge, u"Borealis Air"_s);
}

void TestCanvasGestures::asksWhereItIsNotLegal()
{
    QFETCH(const Gesture, gesture);
    QFETCH(const QStringList, entries);
    QFETCH(const int, taken);
    QFETCH(const QString, title);
    QFETCH(const QString, tenants);
    const TemporaryDocument document;
    CanvasPanel panel(document);
    gesture(panel);
    QVERIFY(panel.isAsBefore());
    QCOMPARE(panel.menuTexts(), entries);
    QCOMPARE(panel.menu()->activeAction(), panel.menu()->actions().first());
    QVERIFY(panel.choose(entries[taken]));
    QVERIFY(!panel.menu());
    QCOMPARE(panel.title(), title);
    QCOMPARE(panel.served(u"Email_Aurora"), tenants);
    if (!title.isEmpty())
        QVERIFY(document->undo());
    QVERIFY(panel.isAsBefore());
}

void TestCanvasGestures::connects()
{
    const TemporaryDocument document;
    CanvasPanel panel(document, {1280, 2000});
    panel.move(panel.body(u"Email_Fjord"));
    const auto from = panel.handle(u"Email_Fjord");
    const auto to = panel.canvas.view()
                        .toView(panel.canvas.scene().rect(panel.server(u"Classification_2")))
                        .topLeft()
                        .toPoint()
        + QPoint(20, 8);
    QVERIFY(panel.canvas.viewport()->rect().contains(to));
    panel.pull(from, to);
    QVERIFY(panel.canvas.highlights().hasWire);
    panel.release(to);
    QVERIFY(!panel.menu());
    QCOMPARE(panel.title(), u"Connect Email_Fjord to Classification_2"_s);
    QVERIFY(panel.connects(u"Email_Fjord", u"Classification_2"));
    QVERIFY(document->undo());
    QVERIFY(panel.isAsBefore());
}

void TestCanvasGestures::movesABusToAnotherRow()
{
    const TemporaryDocument document;
    CanvasPanel panel(document);
    const auto planned = document->planner().rows();
    const auto findings = document->validator().findings();
    const auto ucs = panel.server(u"UCS_1");
    const auto backup = panel.server(u"UCS_1b");
    QCOMPARE(panel.canvas.scene().node(ucs).row, 0);
    QCOMPARE(panel.canvas.scene().node(backup).row, 1);
    const auto from = panel.body(u"UCS_1");
    panel.drag(from, from + QPoint(0, int(Metrics::busPitch)));
    QVERIFY(!panel.isAsBefore());
    QCOMPARE(panel.canvas.scene().node(ucs).row, 1);
    QCOMPARE(panel.canvas.scene().node(backup).row, 0);
    QCOMPARE(document.topology().place(ucs), std::optional<qint64>(1));
    QCOMPARE(document->planner().rows().size(), planned.size());
    QCOMPARE(document->validator().findings(), findings);
    // As it would stand after opening the document again.
    const Scene anew(document.topology());
    QCOMPARE(anew.node(ucs).row, 1);
    QCOMPARE(anew.node(backup).row, 0);
    QVERIFY(document->undo());
    QVERIFY(panel.isAsBefore());
    QCOMPARE(panel.canvas.scene().node(ucs).row, 0);
    QCOMPARE(panel.canvas.scene().node(backup).row, 1);
}

void TestCanvasGestures::movesALane_data()
{
    QTest::addColumn<QString>("moved");
    QTest::addColumn<QString>("onto");
    QTest::addColumn<int>("aside");
    QTest::addColumn<QString>("order");

    QTest::addRow("to the right") << u"Aurora Bank"_s << u"Cobalt Telecom"_s << 20 << u"EBCADEF"_s;
    QTest::addRow("to the left") << u"Delta Energy"_s << u"Aurora Bank"_s << -20 << u"EDABCEF"_s;
    QTest::addRow("to the end") << u"Aurora Bank"_s << u"Fjord Insurance"_s << 40 << u"EBCDEFA"_s;
    QTest::addRow("before Environment")
        << u"Delta Energy"_s << u"Environment"_s << -5 << u"EDABCEF"_s;
    QTest::addRow("Environment stays")
        << u"Environment"_s << u"Delta Energy"_s << 20 << u"EABCDEF"_s;
}

void TestCanvasGestures::movesALane()
{
    QFETCH(const QString, moved);
    QFETCH(const QString, onto);
    QFETCH(const int, aside);
    QFETCH(const QString, order);
    const TemporaryDocument document;
    CanvasPanel panel(document, {1400, 800});
    const auto initials = [&] {
        QString text;
        for (int lane = 0; lane < panel.canvas.scene().lanes().count(); ++lane)
            text.append(
                document.topology().tenant(panel.canvas.scene().lanes().tenant(lane)).name.at(0));
        return text;
    };
    const auto findings = document->validator().findings();
    const auto scrolled = panel.canvas.verticalScrollBar()->value();
    panel.canvas.scrollBy({0, 300});
    const auto down = panel.canvas.verticalScrollBar()->value();
    QVERIFY(down > scrolled);
    panel.drag(panel.head(moved), panel.head(onto) + QPoint(aside, 0));
    QCOMPARE(initials(), order);
    // Along the heads nothing scrolls up or down.
    QCOMPARE(panel.canvas.verticalScrollBar()->value(), down);
    QCOMPARE(!panel.isAsBefore(), order != u"EABCDEF");
    QCOMPARE(document->validator().findings(), findings);
    if (!panel.isAsBefore())
        QVERIFY(document->undo());
    QVERIFY(panel.isAsBefore());
    QCOMPARE(initials(), u"EABCDEF"_s);
}

void TestCanvasGestures::makesAServerOfAType_data()
{
    QTest::addColumn<Gesture>("gesture");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("server");
    QTest::addColumn<QString>("tenants");

    QTest::addRow("dropped on a lane") << Gesture([](CanvasPanel &p) {
        dropFromPalette(p, ApplicationType::ChatServer, p.ground(u"Ember Retail"));
    }) << u"Add Chat_Server_1 for Ember Retail"_s
                                       << u"Chat_Server_1"_s << u"Ember Retail"_s;
    QTest::addRow("dropped on the side lane") << Gesture([](CanvasPanel &p) {
        dropFromPalette(p, ApplicationType::ChatServer, p.body(u"DAP_ucs"));
    }) << u"Add Chat_Server_1"_s << u"Chat_Server_1"_s
                                              << QString();
    QTest::addRow("Enter in the palette") << Gesture([](CanvasPanel &p) {
        p.click(p.head(u"Borealis Air"));
        p.page.findChild<QToolButton *>(u"paletteButton"_s)->click();
        auto *list = p.page.findChild<QListWidget *>(u"typeList"_s);
        list->setFocus();
        QTest::keyClicks(p.page.findChild<QLineEdit *>(u"typeFilterEdit"_s), u"sms"_s);
        list->setCurrentItem(list->findItems(u"SMS Server"_s, Qt::MatchStartsWith).value(0));
        QTest::keyClick(list, Qt::Key_Return);
    }) << u"Add SMS_Server_1 for Borealis Air"_s
                                          << u"SMS_Server_1"_s << u"Borealis Air"_s;
}

void TestCanvasGestures::makesAServerOfAType()
{
    QFETCH(const Gesture, gesture);
    QFETCH(const QString, title);
    QFETCH(const QString, server);
    QFETCH(const QString, tenants);
    const TemporaryDocument document;
    CanvasPanel panel(document);
    gesture(panel);
    QCOMPARE(panel.title(), title);
    QCOMPARE(panel.served(server), tenants);
    QCOMPARE(names(document.topology(), panel.selection.objects()), QStringList {server});
    QVERIFY(panel.canvas.highlights().ghost.isEmpty());
    const auto box = panel.canvas.scene().rect(panel.server(server));
    QVERIFY(panel.canvas.seen().contains(box));
    QVERIFY(document->undo());
    QVERIFY(panel.isAsBefore());
}

void TestCanvasGestures::removes()
{
    const TemporaryDocument document;
    CanvasPanel panel(document);
    panel.click(panel.body(u"Classification_2"));
    panel.click(panel.body(u"Email_Ember"), Qt::ControlModifier);
    panel.key(Qt::Key_Delete);
    QVERIFY(!document.topology().findApplication(u"Classification_2"_s));
    QVERIFY(!document.topology().findApplication(u"Email_Ember"_s));
    // What was under the pointer is gone; so is what was said of it.
    panel.canvas.viewport()->grab();
    QVERIFY(document->undo());
    QVERIFY(panel.isAsBefore());
}

QTEST_MAIN(TestCanvasGestures)
#include "tst_canvasgestures.moc"
