// SPDX-License-Identifier: Apache-2.0
#include "tests/support/temporarydocument.h"
#include "tests/support/topologybuilder.h"
#include "views/canvas/canvascommands.h"
#include "views/canvas/canvasmenu.h"
#include "views/canvas/canvasview.h"
#include "views/common/notices.h"

#include <QMenu>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

class Board final : public QWidget, public NoticeBoard
{
public:
    QStringList texts;
    void post(const Notice &notice) override { texts.append(notice.text); }
};

QString order(const CanvasView &canvas)
{
    QStringList names;
    for (const auto tenant : canvas.scene().lanes().tenants())
        names.append(canvas.document().topology().name(tenant));
    return names.join(u' ');
}

Topology apart()
{
    TopologyBuilder b;
    for (const auto *name : {"A", "B", "C"})
        b.tenant(QLatin1String(name));
    b.application(u"SMS", u"istransportserver").tenants({u"A", u"C"});
    return b.build();
}

QAction *entry(const QMenu &menu, const QString &text)
{
    for (auto *action : menu.actions()) {
        if (action->text() == text)
            return action;
    }
    return nullptr;
}

}  // namespace

class ArrangeLanesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isOneStepThatCanBeUndone()
    {
        const TemporaryDocument document(apart());
        Selection selection;
        CanvasView canvas(*document, selection);
        arrangeLanes(canvas);
        QCOMPARE(order(canvas), u"Environment A C B"_s);
        QCOMPARE(document->undoTitle(), u"Arrange lanes"_s);
        QVERIFY(document->undo());
        QCOMPARE(order(canvas), u"Environment A B C"_s);
        QVERIFY(!document->canUndo());
    }

    void saysSoWhereNothingIsBetter()
    {
        const TemporaryDocument document(apart());
        Selection selection;
        Board board;
        CanvasView canvas(*document, selection, &board);
        arrangeLanes(canvas);
        const auto state = document->head().undoTop;
        arrangeLanes(canvas);
        QCOMPARE(document->head().undoTop, state);
        QCOMPARE(board.texts, QStringList {u"The lanes are arranged already."_s});
    }

    void isInTheMenuOfGroundAndLanes()
    {
        const TemporaryDocument document(apart());
        Selection selection;
        CanvasView canvas(*document, selection);
        for (const int lane : {-1, 1}) {
            QMenu menu;
            Hit hit;
            hit.lane = lane;
            fillCanvasMenu(menu, canvas, hit);
            QVERIFY(entry(menu, u"Arrange lanes"_s));
        }
        QMenu menu;
        fillCanvasMenu(menu, canvas, {});
        entry(menu, u"Arrange lanes"_s)->trigger();
        QCOMPARE(order(canvas), u"Environment A C B"_s);
    }
};

QTEST_MAIN(ArrangeLanesTest)
#include "tst_arrangelanes.moc"
