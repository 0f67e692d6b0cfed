// SPDX-License-Identifier: Apache-2.0
#include "models/topology/apply.h"
#include "models/topology/edits.h"
#include "tests/support/largetopology.h"
#include "tests/views/canvas/canvaspanel.h"

#include <QRegularExpression>

#include <functional>

using namespace Qt::StringLiterals;

namespace {

using Gesture = std::function<void(CanvasPanel &)>;

/// The view as a picture.
QImage shot(CanvasPanel &panel)
{
    return panel.canvas.viewport()->grab().toImage();
}

}  // namespace

class TestCanvasEdits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin)"_s)); }

    void editCancelsTheGesture_data();
    void editCancelsTheGesture();
    void anotherProcessWasFaster_data();
    void anotherProcessWasFaster();
    void menuClosesWhenTheDocumentChanges();
    void otherDocuments_data();
    void otherDocuments();
};

void TestCanvasEdits::editCancelsTheGesture_data()
{
    QTest::addColumn<Gesture>("begin");
    QTest::addColumn<bool>("isFromAnotherProcess");

    for (const bool isOther : {false, true}) {
        const auto row = [isOther](const char *name, const Gesture &begin) {
            QTest::addRow("%s, %s", name, isOther ? "another process" : "here") << begin << isOther;
        };
        row("port", [](CanvasPanel &p) {
            p.move(p.body(u"Classification_2"));
            const auto port = p.port(u"Classification_2", u"Ember Retail");
            p.pull(port, port);
        });
        row("card", [](CanvasPanel &p) {
            const auto from = p.body(u"Classification_2");
            p.pull(from, p.inLane(u"Fjord Insurance", from));
        });
        row("edge", [](CanvasPanel &p) {
            p.move(p.body(u"Classification_2"));
            const auto from = p.edge(u"Classification_2", Qt::RightEdge);
            p.pull(from, p.inLane(u"Fjord Insurance", from));
        });
        row("connection", [](CanvasPanel &p) {
            p.move(p.body(u"Classification_2"));
            const auto from = p.handle(u"Classification_2");
            p.pull(from, from + QPoint(60, 60));
        });
        row("head", [](CanvasPanel &p) {
            const auto to = p.body(u"Classification_2");
            p.pull(p.head(u"Fjord Insurance"), to);
        });
        row("head that goes",
            [](CanvasPanel &p) { p.pull(p.head(u"Fjord Insurance"), p.head(u"Aurora Bank")); });
        row("frame", [](CanvasPanel &p) {
            const auto from = p.ground(u"Ember Retail");
            p.pull(from, from + QPoint(100, 60));
        });
        row("hovering", [](CanvasPanel &p) { p.move(p.body(u"Classification_2")); });
        row("hovering a port", [](CanvasPanel &p) {
            p.move(p.body(u"Classification_2"));
            p.move(p.port(u"Classification_2", u"Fjord Insurance"));
        });
    }
}

void TestCanvasEdits::editCancelsTheGesture()
{
    QFETCH(const Gesture, begin);
    QFETCH(const bool, isFromAnotherProcess);
    const TemporaryDocument document;
    CanvasPanel panel(document);
    begin(panel);
    const auto remove = [](const Topology &topology) -> Result<Step> {
        auto step = removeObject(topology, applicationNamed(topology, u"Classification_2"));
        auto after = topology;
        apply(after, *step);
        step->edits.append(removeObject(after, tenantNamed(after, u"Fjord Insurance"))->edits);
        return step;
    };
    if (isFromAnotherProcess) {
        const auto other = Document::open(document->path(), u"other"_s);
        QVERIFY(other);
        QVERIFY((*other)->apply(remove));
        QVERIFY(document->follow());
    } else {
        QVERIFY(document->apply(remove));
    }
    QVERIFY(!document.topology().findApplication(u"Classification_2"_s));
    QVERIFY(!panel.canvas.hasTool());
    QVERIFY(!panel.canvas.highlights().hasWire);
    QVERIFY(panel.canvas.highlights().ghost.isEmpty());
    QVERIFY(panel.canvas.highlights().rubberBand.isEmpty());
    shot(panel);
    const auto state = document->head().step;
    panel.move({400, 300});
    panel.release({400, 300});
    panel.click({420, 320});
    shot(panel);
    QCOMPARE(document->head().step, state);
}

void TestCanvasEdits::anotherProcessWasFaster_data()
{
    QTest::addColumn<QString>("tenant");
    QTest::addColumn<Document::Builder>("faster");

    const Document::Builder remove = [](const Topology &topology) {
        return removeObject(topology, applicationNamed(topology, u"Classification_2"));
    };
    const Document::Builder unassign = [](const Topology &topology) {
        return unassignTenant(topology, applicationNamed(topology, u"Classification_2"),
            tenantNamed(topology, u"Ember Retail"));
    };
    QTest::addRow("assign, server gone") << u"Fjord Insurance"_s << remove;
    QTest::addRow("unassign, server gone") << u"Ember Retail"_s << remove;
    QTest::addRow("unassign, the same done") << u"Ember Retail"_s << unassign;
}

void TestCanvasEdits::anotherProcessWasFaster()
{
    QFETCH(const QString, tenant);
    QFETCH(const Document::Builder, faster);
    const TemporaryDocument document;
    CanvasPanel panel(document);
    const auto other = Document::open(document->path(), u"other"_s);
    QVERIFY(other);
    panel.click(panel.body(u"Classification_2"));
    const auto port = panel.port(u"Classification_2", tenant);
    // Not noticed here yet.
    QVERIFY((*other)->apply(faster));
    panel.click(port);
    QVERIFY(document->head().step == (*other)->head().step);
    QVERIFY(document.topology() == (*other)->topology());
    shot(panel);
}

void TestCanvasEdits::menuClosesWhenTheDocumentChanges()
{
    const TemporaryDocument document;
    CanvasPanel panel(document);
    const auto openers = QList<Gesture> {
        [](CanvasPanel &p) { p.click(p.body(u"Classification_2"), {}, Qt::RightButton); },
        [](CanvasPanel &p) {
            p.click(p.body(u"Email_Aurora"));
            p.click(p.port(u"Email_Aurora", u"Cobalt Telecom"));
        },
    };
    // What its entries would do was made for the document as it was.
    for (const auto &open : openers) {
        open(panel);
        QVERIFY(panel.menu());
        QVERIFY(document->apply([](const Topology &topology) {
            return duplicateObject(topology, applicationNamed(topology, u"SMS_2"));
        }));
        QTRY_VERIFY(!panel.menu());
    }
}

void TestCanvasEdits::otherDocuments_data()
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
    QTest::addRow("200 tenants") << LargeTopology::working(200);
}

void TestCanvasEdits::otherDocuments()
{
    QFETCH(const Topology, topology);
    const TemporaryDocument document(topology);
    CanvasPanel panel(document);
    const auto room = panel.canvas.viewport()->rect();
    // All over the view, and over the heads: nothing is edited but by undoable steps.
    for (int x = -100; x < room.width(); x += 197) {
        for (int y = -20; y < room.height(); y += 131) {
            panel.click({x, y});
            panel.drag({x, y}, {room.width() / 2, room.height() / 2});
            if (panel.menu())
                panel.menu()->close();
            panel.click({x, y}, {}, Qt::RightButton);
            if (panel.menu())
                panel.menu()->close();
        }
    }
    shot(panel);
    while (!panel.title().isEmpty())
        QVERIFY(document->undo());
    QVERIFY(document.topology() == topology);
    shot(panel);
}

QTEST_MAIN(TestCanvasEdits)
#include "tst_canvasedits.moc"
