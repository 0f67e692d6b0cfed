// SPDX-License-Identifier: Apache-2.0
#include "models/topology/edits.h"
#include "tests/support/temporarydocument.h"
#include "tests/support/topologybuilder.h"
#include "views/history/historymodel.h"
#include "views/history/historyview.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

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
        HistoryView view(*document);
        view.resize(700, 300);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        auto *list = view.findChild<QTreeView *>(u"historyList"_s);
        const auto choose = [&](int row, const QString &name) {
            const auto place =
                list->visualRect(list->model()->index(row, HistoryModel::WhatColumn)).center();
            Q_EMIT list->customContextMenuRequested(place);
            auto *menu = view.findChild<QMenu *>(u"historyMenu"_s);
            QVERIFY(menu);
            auto *action = menu->findChild<QAction *>(name);
            QVERIFY(action && action->isEnabled());
            action->trigger();
            delete menu;
        };
        choose(1, u"undoBackToAction"_s);  // B, and C with it.
        QVERIFY(document.topology().findTenant(u"A").has_value());
        QVERIFY(!document.topology().findTenant(u"B").has_value());
        QVERIFY(!document.topology().findTenant(u"C").has_value());
        // Two undos stand on top now: C is the third line, B the fourth.
        choose(3, u"redoUpToAction"_s);
        QVERIFY(document.topology().findTenant(u"B").has_value());
        QVERIFY(!document.topology().findTenant(u"C").has_value());
    }

    void anEmptyHistorySaysSo()
    {
        TemporaryDocument document((Topology()));
        HistoryView view(*document);
        view.show();
        auto *list = view.findChild<QTreeView *>(u"historyList"_s);
        QVERIFY(!list->isVisible());
        addTenant(*document, u"Acme"_s);
        QVERIFY(list->isVisible());
    }
};

QTEST_MAIN(HistoryTest)
#include "tst_history.moc"
