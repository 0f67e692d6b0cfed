// SPDX-License-Identifier: Apache-2.0
#include "models/topology/edits.h"
#include "tests/support/temporarydocument.h"
#include "tests/support/topologybuilder.h"
#include "views/canvas/canvasmotion.h"
#include "views/canvas/canvasview.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

Topology site()
{
    TopologyBuilder b;
    b.tenant(u"Acme").dbid(101);
    b.tenant(u"Globex").dbid(102);
    b.application(u"SMS_1", u"istransportserver").tenants({u"Acme", u"Globex"});
    b.application(u"Chat_1", u"chatserver").tenants({u"Acme"});
    return b.build();
}

struct Window
{
    explicit Window(Document &document)
        : canvas(document, selection)
    {
        canvas.resize(900, 600);
        canvas.show();
    }

    Selection selection;
    CanvasView canvas;
};

Result<qint64> assign(Document &document, QStringView server, QStringView tenant)
{
    return document.apply([&](const Topology &topology) {
        return assignTenant(
            topology, applicationNamed(topology, server), tenantNamed(topology, tenant));
    });
}

}  // namespace

class TestCanvasMotion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin)"_s)); }

    void noneWithoutAScreen();
    void pictureIsFinalAtOnce();
    void nextEditTakesOver();
    void undoOfARemovalAppears();
    void nothingMovesWhereNothingIsSeen();
};

void TestCanvasMotion::noneWithoutAScreen()
{
    TemporaryDocument document(site());
    Window window(*document);
    QVERIFY(assign(*document, u"Chat_1", u"Globex"));
    QVERIFY(!window.canvas.motion().isRunning());
}

void TestCanvasMotion::pictureIsFinalAtOnce()
{
    TemporaryDocument document(site());
    Window window(*document);
    QVERIFY(QTest::qWaitForWindowExposed(&window.canvas));
    window.canvas.motion().setDuration(100);
    const auto chat = applicationNamed(document.topology(), u"Chat_1");
    const auto before = window.canvas.scene().rect(chat);
    const auto picture = window.canvas.grab().toImage();
    QVERIFY(assign(*document, u"Chat_1", u"Globex"));
    QVERIFY(window.canvas.motion().isRunning());
    QCOMPARE(window.canvas.scene().node(chat).shape, Scene::Shape::Bus);
    const auto during = window.canvas.grab().toImage();
    QTRY_VERIFY(!window.canvas.motion().isRunning());
    const auto after = window.canvas.grab().toImage();
    QVERIFY(during != after);
    QVERIFY(document->undo().has_value());
    QVERIFY(window.canvas.motion().isRunning());
    QCOMPARE(window.canvas.scene().rect(chat), before);
    QTRY_VERIFY(!window.canvas.motion().isRunning());
    QCOMPARE(window.canvas.grab().toImage(), picture);
}

void TestCanvasMotion::nextEditTakesOver()
{
    TemporaryDocument document(site());
    Window window(*document);
    window.canvas.motion().setDuration(100000);
    QVERIFY(assign(*document, u"Chat_1", u"Globex"));
    QVERIFY(window.canvas.motion().isRunning());
    QVERIFY(document->apply([](const Topology &topology) {
        return removeObject(topology, applicationNamed(topology, u"Chat_1"));
    }));
    QVERIFY(!window.canvas.motion().isRunning());
    window.canvas.grab();
}

void TestCanvasMotion::undoOfARemovalAppears()
{
    TemporaryDocument document(site());
    Window window(*document);
    QVERIFY(document->apply([](const Topology &topology) {
        return removeObject(topology, applicationNamed(topology, u"Chat_1"));
    }));
    window.canvas.motion().setDuration(100);
    QVERIFY(document->undo().has_value());
    QVERIFY(window.canvas.motion().isRunning());
    window.canvas.grab();
    QTRY_VERIFY(!window.canvas.motion().isRunning());
}

void TestCanvasMotion::nothingMovesWhereNothingIsSeen()
{
    TemporaryDocument document(site());
    Window window(*document);
    window.canvas.motion().setDuration(100);
    window.canvas.setZoom(0.1);
    QVERIFY(assign(*document, u"Chat_1", u"Globex"));
    QVERIFY(!window.canvas.motion().isRunning());
}

QTEST_MAIN(TestCanvasMotion)
#include "tst_canvasmotion.moc"
