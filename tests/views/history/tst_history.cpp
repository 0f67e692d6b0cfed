// SPDX-License-Identifier: Apache-2.0
#include "models/topology/edits.h"
#include "tests/support/temporarydocument.h"
#include "tests/support/topologybuilder.h"
#include "tests/views/history/panelwindow.h"
#include "views/history/historymodel.h"
#include "views/history/historyview.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace {

Tenant tenantCalled(const QString &name)
{
    Tenant tenant;
    tenant.name = name;
    return tenant;
}

void addTenant(Document &document, const QString &name)
{
    const auto applied =
        document.apply([&](const Topology &t) { return addObject(t, Record(tenantCalled(name))); });
    QVERIFY2(applied, applied ? "" : qPrintable(applied.error().text()));
}

QStringList titles(const QAbstractItemModel &model)
{
    QStringList list;
    for (int row = 0; row < model.rowCount(); ++row)
        list.append(model.index(row, HistoryModel::WhatColumn).data().toString());
    return list;
}

/// Steps of another person, in another process as it were.
void addAs(const QString &author, const Document &document, const QStringList &names)
{
    const auto other = Document::open(document.path(), author);
    QVERIFY(other.has_value());
    for (const auto &name : names)
        addTenant(**other, name);
}

/// The panel as it stands in a window.
struct Panel : PanelWindow
{
    HistoryView &view;

    explicit Panel(Document &document)
        : view(*new HistoryView(document, selection, &board))
    {
        show(view, 900, u"historyList"_s);
    }
    QAction *action(const QString &name) const { return child<QAction>(name); }
    QStringList shown() const { return titles(*list->model()); }
    QString summary() const { return child<QLabel>(u"historySummary"_s)->text(); }
};

}  // namespace

class HistoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin)"_s)); }

    void newestStandsFirst()
    {
        TemporaryDocument document((Topology()));
        HistoryModel model(*document, nullptr);
        QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.fetchMore({});
        addTenant(*document, u"Acme"_s);
        addTenant(*document, u"Globex"_s);
        QCOMPARE(titles(model), (QStringList {u"Add Globex"_s, u"Add Acme"_s}));
        QCOMPARE(model.index(0, HistoryModel::WhoColumn).data().toString(), u"tester"_s);
        QCOMPARE(model.index(0, HistoryModel::StepColumn).data().toString(), u"2"_s);
        QVERIFY(model.index(0, HistoryModel::WhenColumn).data().toString().startsWith(u"today"));
        QVERIFY(!model.index(2, 0).isValid());
        QVERIFY(!model.index(0, HistoryModel::ColumnCount).isValid());
    }

    void whatWasTakenBackIsMarked()
    {
        TemporaryDocument document((Topology()));
        addTenant(*document, u"Acme"_s);
        addTenant(*document, u"Globex"_s);
        HistoryModel model(*document, nullptr);
        QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.fetchMore({});
        QVERIFY(document->undo().has_value());
        QCOMPARE(titles(model),
            (QStringList {u"Undo: Add Globex"_s, u"Add Globex (undone)"_s, u"Add Acme"_s}));
        QVERIFY(model.index(1, 0).data(HistoryModel::IsUndoneRole).toBool());
        QVERIFY(model.isRedoable(model.entry(1)));
        QVERIFY(document->redo().has_value());
        QCOMPARE(titles(model).mid(0, 3),
            (QStringList {u"Redo: Add Globex"_s, u"Undo: Add Globex"_s, u"Add Globex"_s}));

        // A model that comes later sees the same.
        HistoryModel fresh(*document, nullptr);
        fresh.fetchMore({});
        QCOMPARE(titles(fresh), titles(model));
    }

    void anEditPutsAnEndToRedoing()
    {
        TemporaryDocument document((Topology()));
        addTenant(*document, u"Acme"_s);
        QVERIFY(document->undo().has_value());
        addTenant(*document, u"Globex"_s);
        HistoryModel model(*document, nullptr);
        model.fetchMore({});
        QVERIFY(model.isUndone(model.entry(2)));
        QVERIFY(!model.isRedoable(model.entry(2)));
    }

    void olderEntriesAreReadLater()
    {
        TemporaryDocument document((Topology()));
        for (int i = 0; i < 250; ++i)
            addTenant(*document, u"T%1"_s.arg(i));
        HistoryModel model(*document, nullptr);
        model.fetchMore({});
        QVERIFY(model.rowCount() < 250);
        // The tester fetches what it can, so it comes after the look.
        QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        while (model.canFetchMore({}))
            model.fetchMore({});
        QCOMPARE(model.rowCount(), 250);
        QCOMPARE(titles(model).constLast(), u"Add T0"_s);
        addTenant(*document, u"new"_s);
        QCOMPARE(model.rowCount(), 251);
        QCOMPARE(titles(model).constFirst(), u"Add new"_s);
    }

    void revisionsStandAtTheirStep()
    {
        TemporaryDocument document((Topology()));
        HistoryModel model(*document, nullptr);
        model.fetchMore({});
        addTenant(*document, u"Acme"_s);
        QVERIFY(document->saveRevision(u"first"_s, Store::Deployed::Yes).has_value());
        addTenant(*document, u"Globex"_s);
        QCOMPARE(model.index(0, HistoryModel::RevisionColumn).data().toString(), QString());
        QCOMPARE(model.index(1, HistoryModel::RevisionColumn).data().toString(),
            u"Revision 1, deployed: first"_s);
    }

    void theMenuGoesBackAndForth()
    {
        TemporaryDocument document((Topology()));
        for (const auto &name : {u"A"_s, u"B"_s, u"C"_s})
            addTenant(*document, name);
        Panel panel(*document);
        const auto choose = [&](int row, const QString &name) {
            const auto index = panel.list->model()->index(row, HistoryModel::WhatColumn);
            Q_EMIT panel.list->customContextMenuRequested(panel.list->visualRect(index).center());
            auto *menu = panel.view.findChild<QMenu *>(u"historyMenu"_s);
            QVERIFY(menu);
            auto *action = panel.action(name);
            QVERIFY(menu->actions().contains(action) && action->isEnabled());
            action->trigger();
            delete menu;
        };
        choose(1, u"undoBackToAction"_s);  // B, and C with it.
        QTRY_VERIFY(!document.topology().findTenant(u"B").has_value());
        QVERIFY(document.topology().findTenant(u"A").has_value());
        QVERIFY(!document.topology().findTenant(u"C").has_value());
        // Two undos stand on top now: C is the third line, B the fourth.
        choose(3, u"redoUpToAction"_s);
        QTRY_VERIFY(document.topology().findTenant(u"B").has_value());
        QVERIFY(!document.topology().findTenant(u"C").has_value());
    }

    void buttonsAndKeysGoBackAndForth()
    {
        TemporaryDocument document((Topology()));
        for (int i = 0; i < 20; ++i)
            addTenant(*document, u"T%1"_s.arg(i));
        Panel panel(*document);
        auto *back = panel.child<QToolButton>(u"undoBackToActionButton"_s);
        auto *up = panel.child<QToolButton>(u"redoUpToActionButton"_s);
        panel.choose(9);
        QCOMPARE(panel.summary(), u"Undo takes back 10 steps"_s);
        QVERIFY(back->isEnabled() && !up->isEnabled());
        QTest::mouseClick(back, Qt::LeftButton);
        QTRY_COMPARE(document.topology().tenants().size(), 11);  // Environment among them.
        QVERIFY(panel.board.texts().contains(u"Undone: 10 steps."_s));
        QVERIFY(!back->isEnabled() && up->isEnabled());
        // The line stays the current one while undos come on top of it.
        QTest::keyClick(
            panel.list, Qt::Key_Z, Qt::ControlModifier | Qt::AltModifier | Qt::ShiftModifier);
        QTRY_COMPARE(document.topology().tenants().size(), 12);
        QCOMPARE(panel.board.texts().constLast(), u"Done again: 1 step."_s);
        QTest::keyClick(panel.list, Qt::Key_Z, Qt::ControlModifier | Qt::AltModifier);
        QTRY_COMPARE(document.topology().tenants().size(), 11);
    }

    void stepsOfOthersAreNamed()
    {
        TemporaryDocument document((Topology()));
        addTenant(*document, u"mine"_s);
        addAs(u"ben"_s, *document, {u"B1"_s, u"B2"_s});
        QVERIFY(document->follow().has_value());
        addTenant(*document, u"mine too"_s);
        Panel panel(*document);
        panel.choose(2);
        QCOMPARE(panel.summary(), u"Undo takes back 3 steps (2 by ben)"_s);
        panel.action(u"undoBackToAction"_s)->trigger();
        QTRY_COMPARE(document.topology().tenants().size(), 2);
        QTRY_COMPARE(panel.board.texts(), QStringList {u"Undone: 3 steps (2 by ben)."_s});
    }

    void goingBackCanBeStopped()
    {
        TemporaryDocument document((Topology()));
        for (int i = 0; i < 20; ++i)
            addTenant(*document, u"T%1"_s.arg(i));
        Panel panel(*document);
        panel.choose(19);
        panel.action(u"undoBackToAction"_s)->trigger();
        auto *stop = panel.child<QToolButton>(u"historyStopButton"_s);
        QVERIFY(stop->isVisible());
        QTest::mouseClick(stop, Qt::LeftButton);
        QVERIFY(!stop->isVisible());
        QVERIFY(document.topology().tenants().size() > 15);
    }

    void anEditInBetweenIsNotTakenBack()
    {
        TemporaryDocument document((Topology()));
        for (int i = 0; i < 5; ++i)
            addTenant(*document, u"T%1"_s.arg(i));
        Panel panel(*document);
        panel.choose(4);
        panel.action(u"undoBackToAction"_s)->trigger();
        addTenant(*document, u"between"_s);
        QTRY_VERIFY(!panel.child<QToolButton>(u"historyStopButton"_s)->isVisible());
        QCOMPARE(document.topology().tenants().size(), 7);
    }

    void theFilterLooksAtAllOfIt()
    {
        TemporaryDocument document((Topology()));
        addTenant(*document, u"Acme"_s);
        for (int i = 0; i < 230; ++i)
            addTenant(*document, u"T%1"_s.arg(i));
        addAs(u"ben"_s, *document, {u"Globex"_s});
        QVERIFY(document->follow().has_value());
        Panel panel(*document);
        auto *filter = panel.child<QLineEdit>(u"historyFilterEdit"_s);
        QTest::keyClicks(filter, u"acme add"_s);
        QTRY_COMPARE(panel.shown(), QStringList {u"Add Acme"_s});
        QTRY_COMPARE(panel.summary().section(u" · "_s, 0, 0), u"1 of 232 shown"_s);
        filter->setText(u"BEN"_s);
        QTRY_COMPARE(panel.shown(), QStringList {u"Add Globex"_s});
        filter->setText(u"nothing of the kind"_s);
        QTRY_VERIFY(!panel.list->isVisible());

        filter->clear();
        auto *author = panel.child<QComboBox>(u"historyAuthorBox"_s);
        QTRY_COMPARE(author->count(), 3);
        author->setCurrentIndex(author->findData(u"ben"_s));
        QTRY_COMPARE(panel.shown(), QStringList {u"Add Globex"_s});
        author->setCurrentIndex(0);
        QVERIFY(document->saveRevision(u"kept"_s, Store::Deployed::No).has_value());
        addTenant(*document, u"later"_s);
        panel.child<QCheckBox>(u"historyRevisionsBox"_s)->click();
        QTRY_COMPARE(panel.shown(), QStringList {u"Add Globex"_s});
    }

    void goingToAStepSelectsWhatItTouched()
    {
        TopologyBuilder b;
        b.tenant(u"Acme");
        b.application(u"SMS_1", u"istransportserver");
        b.application(u"Chat_1", u"chatserver");
        TemporaryDocument document(b.build());
        const auto sms = applicationNamed(document.topology(), u"SMS_1");
        QVERIFY(document
                    ->apply([&](const Topology &t) {
                        return assignTenant(t, sms, tenantNamed(t, u"Acme"));
                    })
                    .has_value());
        QVERIFY(document
                    ->apply([&](const Topology &t) {
                        return removeObject(t, applicationNamed(t, u"Chat_1"));
                    })
                    .has_value());
        QVERIFY(document->undo().has_value());
        Panel panel(*document);
        panel.choose(2);
        QTest::keyClick(panel.list, Qt::Key_Return);
        QCOMPARE(panel.selection.objects(), QList<ObjectId> {sms});
        // An undo, and what it took back.
        panel.choose(0);
        panel.action(u"selectTouchedAction"_s)->trigger();
        QCOMPARE(panel.selection.objects(),
            QList<ObjectId> {applicationNamed(document.topology(), u"Chat_1")});
        QVERIFY(document->redo().has_value());
        panel.selection.clear();
        panel.choose(0);
        panel.action(u"selectTouchedAction"_s)->trigger();
        QVERIFY(panel.selection.objects().isEmpty());
        QCOMPARE(
            panel.board.texts().constLast(), u"Nothing that this step touched is there now."_s);
    }

    void exportsAndRestartsShowAsSuch()
    {
        TopologyBuilder b;
        b.tenant(u"Acme");
        b.application(u"SMS_1", u"istransportserver");
        TemporaryDocument document(b.build());
        const auto sms = applicationNamed(document.topology(), u"SMS_1");
        QVERIFY(document
                    ->apply([&](const Topology &t) {
                        return assignTenant(t, sms, tenantNamed(t, u"Acme"));
                    })
                    .has_value());
        QVERIFY(document->saveExported(u"for Friday"_s, document->head().step).has_value());
        QVERIFY(document->apply([&](const Topology &t) { return confirmRestarts(t, {sms}); })
                    .has_value());
        HistoryModel model(*document, nullptr);
        model.fetchMore({});
        QCOMPARE(titles(model).first(2),
            (QStringList {u"Confirm the restart of SMS_1"_s, u"Export revision 1"_s}));
        QCOMPARE(model.index(1, HistoryModel::RevisionColumn).data().toString(),
            u"Revision 1: for Friday"_s);
    }

    void anEmptyHistorySaysSo()
    {
        TemporaryDocument document((Topology()));
        Panel panel(*document);
        QVERIFY(!panel.list->isVisible());
        addTenant(*document, u"Acme"_s);
        QVERIFY(panel.list->isVisible());
    }
};

QTEST_MAIN(HistoryTest)
#include "tst_history.moc"
