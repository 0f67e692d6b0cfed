// SPDX-License-Identifier: Apache-2.0
#include "models/topology/edits.h"
#include "tests/support/temporarydocument.h"
#include "tests/support/topologybuilder.h"
#include "views/common/selection.h"
#include "views/restarts/restartsmodel.h"
#include "views/restarts/restartsview.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QRegularExpression>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace {

Topology site()
{
    TopologyBuilder b;
    b.tenant(u"Acme").dbid(101);
    b.tenant(u"Globex").dbid(102);
    b.application(u"Ixn_old", u"interactionserver").release(u"8.1.1").tenants({u"Acme"});
    b.application(u"SMS_1", u"istransportserver").tenants({u"Acme"});
    b.application(u"UCS_1", u"contactserver").tenants({u"Acme"});
    return b.build();
}

void assign(const TemporaryDocument &document, QStringView application)
{
    QVERIFY(document->apply([=](const Topology &t) {
        return assignTenant(t, applicationNamed(t, application), tenantNamed(t, u"Globex"));
    }));
}

QStringList lines(const QAbstractItemModel &model)
{
    QStringList lines;
    for (int group = 0; group < model.rowCount(); ++group) {
        const auto heading = model.index(group, 0);
        lines.append(heading.data().toString());
        for (int row = 0; row < model.rowCount(heading); ++row)
            lines.append(u"  "_s + model.index(row, 0, heading).data().toString());
    }
    return lines;
}

struct Panel
{
    explicit Panel(const TemporaryDocument &document)
        : view(*document, selection)
        , tree(view.findChild<QTreeView *>(u"restartsView"_s))
    {
        view.resize(1000, 300);
    }
    QString text(QStringView name) const
    {
        return view.findChild<QLabel *>(name.toString())->text();
    }

    Selection selection;
    RestartsView view;
    QTreeView *tree;
};

}  // namespace

class TestRestarts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin)"_s)); }

    void planFollowsEdits();
    void messagingServersComeFirst();
    void nothingIsComputedWhileHidden();
    void selectionStays();
    void enterOpensTheInspector();
    void copiesAsText();
    void modelIsSound();
};

void TestRestarts::planFollowsEdits()
{
    const TemporaryDocument document(site());
    Panel panel(document);
    panel.view.show();
    QCOMPARE(lines(*panel.tree->model()), QStringList());
    assign(document, u"SMS_1");
    assign(document, u"UCS_1");
    QTRY_COMPARE(lines(*panel.tree->model()),
        QStringList({u"Wave 1 (1)"_s, u"  SMS_1"_s, u"Not stated (1)"_s, u"  UCS_1"_s}));
    QCOMPARE(
        panel.text(u"restartsHeadline"), u"1 restart · 1 not stated · 2 tenants interrupted"_s);
    QVERIFY(document->undo());
    QVERIFY(document->undo());
    QTRY_COMPARE(lines(*panel.tree->model()), QStringList());
}

void TestRestarts::messagingServersComeFirst()
{
    const TemporaryDocument document(site());
    Panel panel(document);
    panel.view.show();
    assign(document, u"Ixn_old");
    assign(document, u"SMS_1");
    QTRY_COMPARE(
        lines(*panel.tree->model()), QStringList({u"Wave 1 (2)"_s, u"  SMS_1"_s, u"  Ixn_old"_s}));
    QVERIFY(panel.text(u"messagingHeadline").startsWith(u"SMS_1 needs a restart"_s));
}

void TestRestarts::nothingIsComputedWhileHidden()
{
    const TemporaryDocument document(site());
    Panel panel(document);
    assign(document, u"SMS_1");
    QCoreApplication::processEvents();
    QCOMPARE(panel.tree->model()->rowCount(), 0);
    panel.view.show();
    QTRY_COMPARE(panel.tree->model()->rowCount(), 1);
}

void TestRestarts::selectionStays()
{
    const TemporaryDocument document(site());
    Panel panel(document);
    panel.view.show();
    assign(document, u"Ixn_old");
    QTRY_COMPARE(panel.tree->model()->rowCount(), 1);
    panel.tree->setCurrentIndex(panel.tree->model()->index(0, 0, panel.tree->model()->index(0, 0)));
    const auto old = ObjectId(applicationNamed(document.topology(), u"Ixn_old"));
    QCOMPARE(panel.selection.current(), old);
    assign(document, u"SMS_1");
    QTRY_COMPARE(panel.tree->model()->rowCount(panel.tree->model()->index(0, 0)), 2);
    QCOMPARE(panel.tree->currentIndex().data().toString(), u"Ixn_old"_s);
    QCOMPARE(panel.selection.current(), old);
}

void TestRestarts::enterOpensTheInspector()
{
    const TemporaryDocument document(site());
    Panel panel(document);
    std::optional<ObjectId> revealed;
    connect(
        &panel.selection, &Selection::revealed, this, [&](ObjectId object) { revealed = object; });
    panel.view.show();
    assign(document, u"UCS_1");
    QTRY_COMPARE(panel.tree->model()->rowCount(), 1);
    panel.tree->setCurrentIndex(panel.tree->model()->index(0, 0, panel.tree->model()->index(0, 0)));
    QCOMPARE(panel.text(u"restartSentence"),
        u"The guide does not say whether UCS_1 needs a restart. Plan for one."_s);
    QTest::keyClick(panel.tree, Qt::Key_Return);
    QCOMPARE(revealed, ObjectId(applicationNamed(document.topology(), u"UCS_1")));
}

void TestRestarts::copiesAsText()
{
    const TemporaryDocument document(site());
    Panel panel(document);
    assign(document, u"SMS_1");
    panel.view.copy();
    const auto text = QGuiApplication::clipboard()->text();
    QVERIFY2(text.contains(u"Acme (bystander), Globex"_s), qPrintable(text));
    QVERIFY2(text.endsWith(u"1 restart · 2 tenants interrupted\n"_s), qPrintable(text));
}

void TestRestarts::modelIsSound()
{
    const TemporaryDocument document;
    RestartsModel model;
    const QAbstractItemModelTester tester(
        &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setPlan(document->planner().plan());
    QVERIFY(model.rowCount() > 2);
    QVERIFY(!model.index(model.rowCount(), 0).isValid());
    QVERIFY(
        !model.headerData(RestartsModel::ColumnCount, Qt::Horizontal, Qt::DisplayRole).isValid());
    while (document->canUndo()) {
        QVERIFY(document->undo());
        model.setPlan(document->planner().plan());
    }
    QCOMPARE(model.rowCount(), 0);
    while (document->canRedo()) {
        QVERIFY(document->redo());
        model.setPlan(document->planner().plan());
    }
    RestartsModel anew;
    anew.setPlan(document->planner().plan());
    QCOMPARE(lines(model), lines(anew));
}

QTEST_MAIN(TestRestarts)
#include "tst_restarts.moc"
