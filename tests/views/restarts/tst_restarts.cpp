// SPDX-License-Identifier: Apache-2.0
#include "models/topology/edits.h"
#include "tests/support/temporarydocument.h"
#include "tests/support/topologybuilder.h"
#include "views/common/selection.h"
#include "views/restarts/plangraphview.h"
#include "views/restarts/restartsmodel.h"
#include "views/restarts/restartsview.h"

#include <QAbstractButton>
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
    b.application(u"SMS_1", u"istransportserver").tenants({u"Acme"}).host(u"host-1");
    b.application(u"UCS_1", u"contactserver").tenants({u"Acme"});
    return b.build();
}

void assign(const TemporaryDocument &document, QStringView application)
{
    QVERIFY(document->apply([=](const Topology &t) {
        return assignTenant(t, applicationNamed(t, application), tenantNamed(t, u"Globex"));
    }));
}

void await(
    const TemporaryDocument &document, const QList<ApplicationId> &applications, qint64 revision)
{
    QVERIFY(document->apply(
        [=](const Topology &topology) { return awaitRestarts(topology, applications, revision); }));
}

/// Two of one wave are changed and exported; neither restart is confirmed.
void awaitTwo(const TemporaryDocument &document)
{
    assign(document, u"SMS_1");
    assign(document, u"Ixn_old");
    const auto &topology = document.topology();
    await(document, {applicationNamed(topology, u"SMS_1"), applicationNamed(topology, u"Ixn_old")},
        3);
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
        view.resize(1100, 300);
    }
    QString text(QStringView name) const
    {
        return view.findChild<QLabel *>(name.toString())->text();
    }

    QModelIndex row(int group, int row) const
    {
        return tree->model()->index(row, 0, tree->model()->index(group, 0));
    }
    void pressSpace()
    {
        view.activateWindow();
        tree->setFocus();
        QVERIFY(QTest::qWaitForWindowActive(&view));
        QTest::keyClick(tree, Qt::Key_Space);
    }
    void click(QStringView name) const
    {
        view.findChild<QAbstractButton *>(name.toString())->click();
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
    void followsWhatWasSelectedWhileHidden();
    void enterOpensTheInspector();
    void copiesAsText();
    void modelIsSound();
    void pendingRestartsAreTickedOff();
    void waveIsTickedOffAtOnce();
    void selectedRowsAreTickedTogether();
    void pendingOutlivesThePlan();
    void exportedAnewIsPendingAnew();
    void groupsByTenantAndHost();
    void selectionStaysWhenRegrouped();
    void answerIsAskedForAndWithdrawn();
    void graphShowsWhatRunsFirst();
    void graphIsWalkedByKeyboard();
    void graphOfManyIsCounted();
    void graphGivesWayToTheList();
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

void TestRestarts::followsWhatWasSelectedWhileHidden()
{
    const TemporaryDocument document(site());
    Panel panel(document);
    assign(document, u"Ixn_old");
    assign(document, u"UCS_1");
    panel.selection.select(applicationNamed(document.topology(), u"UCS_1"));
    panel.view.show();
    QTRY_COMPARE(panel.tree->currentIndex().data().toString(), u"UCS_1"_s);
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
        u"The guide does not say whether UCS_1 needs a restart. Plan for one, or record your site's answer."_s);
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
    const auto follow = [&document](RestartsModel &shown, PlanGrouping grouping) {
        shown.setRows(restartRows(*document, document->planner().plan(), {}), grouping);
    };
    follow(model, PlanGrouping::Tenant);
    follow(model, PlanGrouping::Host);
    follow(model, PlanGrouping::Wave);
    QVERIFY(model.rowCount() > 2);
    QVERIFY(!model.index(model.rowCount(), 0).isValid());
    QVERIFY(
        !model.headerData(RestartsModel::ColumnCount, Qt::Horizontal, Qt::DisplayRole).isValid());
    while (document->canUndo()) {
        QVERIFY(document->undo());
        follow(model, PlanGrouping::Wave);
    }
    QCOMPARE(model.rowCount(), 0);
    while (document->canRedo()) {
        QVERIFY(document->redo());
        follow(model, PlanGrouping::Wave);
    }
    RestartsModel anew;
    follow(anew, PlanGrouping::Wave);
    QCOMPARE(lines(model), lines(anew));
}

// --- Pending ---

void TestRestarts::pendingRestartsAreTickedOff()
{
    const TemporaryDocument document(site());
    Panel panel(document);
    panel.view.show();
    assign(document, u"SMS_1");
    const auto sms = applicationNamed(document.topology(), u"SMS_1");
    await(document, {sms}, 12);
    QTRY_COMPARE(
        panel.text(u"restartsHeadline"), u"1 restart · 2 tenants interrupted · 1 pending"_s);
    const auto row = panel.row(0, 0);
    QCOMPARE(row.data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
    QCOMPARE(row.siblingAtColumn(RestartsModel::ActionColumn).data().toString(), u"↻! Pending"_s);
    panel.tree->setCurrentIndex(row);
    QCOMPARE(panel.text(u"pendingSentence"), u"Exported in revision 12, restart not confirmed."_s);

    panel.pressSpace();
    QVERIFY(document.topology().pendingRestarts().isEmpty());
    QTRY_COMPARE(panel.row(0, 0).data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
    QCOMPARE(panel.tree->currentIndex(), panel.row(0, 0));
    panel.pressSpace();
    QCOMPARE(document.topology().pendingRestart(sms), std::optional<qint64>(12));
    QTRY_COMPARE(panel.row(0, 0).data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
    // Undo knows it, too.
    QVERIFY(document->undo());
    QVERIFY(document->undo());
    QCOMPARE(document.topology().pendingRestart(sms), std::optional<qint64>(12));
}

void TestRestarts::waveIsTickedOffAtOnce()
{
    const TemporaryDocument document(site());
    Panel panel(document);
    panel.view.show();
    awaitTwo(document);
    QTRY_COMPARE(panel.tree->model()->rowCount(panel.tree->model()->index(0, 0)), 2);
    const auto wave = panel.tree->model()->index(0, 0);
    QTRY_VERIFY(!wave.data(Qt::CheckStateRole).isNull());
    const auto before = document->head().step;
    QVERIFY(panel.tree->model()->setData(wave, Qt::Checked, Qt::CheckStateRole));
    QVERIFY(document.topology().pendingRestarts().isEmpty());
    QCOMPARE(document->head().step, before + 1);
}

void TestRestarts::selectedRowsAreTickedTogether()
{
    const TemporaryDocument document(site());
    Panel panel(document);
    panel.view.show();
    awaitTwo(document);
    QTRY_VERIFY(!panel.row(0, 1).data(Qt::CheckStateRole).isNull());
    for (const int row : {0, 1}) {
        const auto cell = panel.row(0, row).siblingAtColumn(RestartsModel::ReasonColumn);
        QTRY_VERIFY(!panel.tree->visualRect(cell).isEmpty());
        QTest::mouseClick(panel.tree->viewport(), Qt::LeftButton,
            row == 0 ? Qt::NoModifier : Qt::ShiftModifier, panel.tree->visualRect(cell).center());
    }
    QCOMPARE(panel.tree->selectionModel()->selectedRows().size(), 2);
    const auto before = document->head().step;
    panel.pressSpace();
    QVERIFY(document.topology().pendingRestarts().isEmpty());
    QCOMPARE(document->head().step, before + 1);
}

void TestRestarts::pendingOutlivesThePlan()
{
    const TemporaryDocument document(site());
    Panel panel(document);
    panel.view.show();
    await(document, {applicationNamed(document.topology(), u"UCS_1")}, 4);
    QTRY_COMPARE(lines(*panel.tree->model()),
        QStringList({u"Pending, and no longer in the plan (1)"_s, u"  UCS_1"_s}));
    QCOMPARE(panel.text(u"restartsHeadline"), u"1 pending"_s);
    QVERIFY(panel.tree->model()->setData(panel.row(0, 0), Qt::Checked, Qt::CheckStateRole));
    QVERIFY(document.topology().pendingRestarts().isEmpty());
    // It stays to be ticked on again.
    QTRY_COMPARE(panel.row(0, 0).data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
}

void TestRestarts::exportedAnewIsPendingAnew()
{
    const TemporaryDocument document(site());
    Panel panel(document);
    panel.view.show();
    assign(document, u"Ixn_old");
    const auto old = applicationNamed(document.topology(), u"Ixn_old");
    await(document, {old}, 4);
    QTRY_VERIFY(!panel.row(0, 0).data(Qt::CheckStateRole).isNull());
    QVERIFY(panel.tree->model()->setData(panel.row(0, 0), Qt::Checked, Qt::CheckStateRole));
    QTRY_COMPARE(panel.row(0, 0).data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
    // Another change after that: what was done doesn't count for it.
    QVERIFY(document->apply(
        [old](const Topology &t) { return unassignTenant(t, old, tenantNamed(t, u"Acme")); }));
    QTRY_VERIFY(panel.row(0, 0).data(Qt::CheckStateRole).isNull());
    await(document, {old}, 5);
    QTRY_COMPARE(panel.row(0, 0).data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
}

// --- Groups ---

void TestRestarts::groupsByTenantAndHost()
{
    const TemporaryDocument document(site());
    Panel panel(document);
    panel.view.show();
    assign(document, u"SMS_1");
    assign(document, u"UCS_1");
    panel.click(u"byTenantButton");
    QTRY_COMPARE(lines(*panel.tree->model()),
        QStringList({u"Acme (1)"_s, u"  SMS_1"_s, u"Globex (1)"_s, u"  SMS_1"_s,
            u"Not stated (1)"_s, u"  UCS_1"_s}));
    QCOMPARE(
        panel.row(0, 0).siblingAtColumn(RestartsModel::AfterColumn).data().toString(), u"wave 1"_s);
    panel.click(u"byHostButton");
    QTRY_COMPARE(lines(*panel.tree->model()),
        QStringList({u"host-1 (1)"_s, u"  SMS_1"_s, u"No host (1)"_s, u"  UCS_1"_s}));
}

void TestRestarts::selectionStaysWhenRegrouped()
{
    const TemporaryDocument document(site());
    Panel panel(document);
    panel.view.show();
    assign(document, u"SMS_1");
    assign(document, u"UCS_1");
    QTRY_COMPARE(panel.tree->model()->rowCount(), 2);
    panel.tree->setCurrentIndex(panel.row(1, 0));
    const auto ucs = ObjectId(applicationNamed(document.topology(), u"UCS_1"));
    for (const auto *button : {u"byHostButton", u"byTenantButton", u"byWaveButton"}) {
        panel.click(button);
        QCOMPARE(panel.tree->currentIndex().data().toString(), u"UCS_1"_s);
        QCOMPARE(panel.selection.current(), ucs);
    }
}

// --- Answers ---

void TestRestarts::answerIsAskedForAndWithdrawn()
{
    const TemporaryDocument document(site());
    Panel panel(document);
    std::optional<ApplicationId> asked;
    connect(&panel.view, &RestartsView::answerRequested, this,
        [&](ApplicationId application) { asked = application; });
    panel.view.show();
    assign(document, u"UCS_1");
    QTRY_COMPARE(panel.tree->model()->rowCount(), 1);
    panel.tree->setCurrentIndex(panel.row(0, 0));
    const auto ucs = applicationNamed(document.topology(), u"UCS_1");
    QCOMPARE(document->planner().openFields(ucs), QStringList({u"tenants"_s}));
    panel.click(u"recordAnswerButton");
    QCOMPARE(asked, std::optional(ucs));

    QVERIFY(document->apply([](const Topology &topology) {
        return recordAnswer(topology,
            {u"contactserver"_s, u"tenants"_s, SiteAnswer::Effect::Restart, u"Tried it"_s, u"ann"_s,
                QDate(2026, 11, 2)});
    }));
    QTRY_COMPARE(lines(*panel.tree->model()), QStringList({u"Wave 1 (1)"_s, u"  UCS_1"_s}));
    QCOMPARE(panel.text(u"siteAnswerText"),
        u"Site's answer on tenants, by ann on 2026-11-02: Tried it"_s);
    QVERIFY(document->planner().openFields(ucs).isEmpty());
    panel.click(u"withdrawAnswerButton");
    QTRY_VERIFY(document.topology().siteAnswers().isEmpty());
    QTRY_COMPARE(lines(*panel.tree->model()), QStringList({u"Not stated (1)"_s, u"  UCS_1"_s}));
}

// --- Graph ---

namespace {

/// Two waves: a pair, and what connects to it.
Topology chain()
{
    TopologyBuilder b;
    b.tenant(u"Acme");
    b.tenant(u"Globex");
    b.application(u"SMS_1", u"istransportserver").tenants({u"Acme"}).backup(u"SMS_1b");
    b.application(u"SMS_1b", u"istransportserver").tenants({u"Acme"});
    b.application(u"Social_1", u"socialms").tenants({u"Acme"}).connect(u"SMS_1");
    return b.build();
}

PlanGraphView *graphOf(const Panel &panel)
{
    return panel.view.findChild<PlanGraphView *>(u"planGraphView"_s);
}

}  // namespace

void TestRestarts::graphShowsWhatRunsFirst()
{
    const TemporaryDocument document(chain());
    for (const auto *name : {u"SMS_1", u"SMS_1b", u"Social_1"})
        assign(document, name);
    const auto rows = restartRows(*document, document->planner().plan(), {});
    const auto graph = planGraph(document.topology(), rows, {});
    QStringList boxes;
    for (const auto &box : graph.boxes)
        boxes.append(u"%1 in %2"_s.arg(box.row->instance.name).arg(box.wave));
    QCOMPARE(boxes, QStringList({u"SMS_1 in 1"_s, u"SMS_1b in 1"_s, u"Social_1 in 2"_s}));
    QCOMPARE(graph.lines.size(), 1);
    QCOMPARE(graph.lines.constFirst().from, 0);
    QCOMPARE(graph.lines.constFirst().to, 2);
    QCOMPARE(graph.frames.size(), 1);
    QVERIFY(graph.frames.constFirst().contains(graph.boxes.at(0).rect));
    QVERIFY(graph.frames.constFirst().contains(graph.boxes.at(1).rect));
    QVERIFY(!graph.frames.constFirst().intersects(graph.boxes.at(2).rect));
    QVERIFY(graph.boxes.at(0).rect.right() < graph.boxes.at(2).rect.left());
}

void TestRestarts::graphIsWalkedByKeyboard()
{
    const TemporaryDocument document(chain());
    Panel panel(document);
    panel.view.show();
    for (const auto *name : {u"SMS_1", u"SMS_1b", u"Social_1"})
        assign(document, name);
    auto *graph = graphOf(panel);
    QTRY_COMPARE(graph->model()->rowCount(), 3);
    QCOMPARE(graph->model()->index(2, 0).data(Qt::AccessibleTextRole).toString(),
        u"Social_1, Restart, Wave 2, after SMS_1"_s);
    const auto sms = applicationNamed(document.topology(), u"SMS_1");
    panel.selection.select(sms);
    QCOMPARE(graph->currentIndex().row(), 0);
    QTest::keyClick(graph, Qt::Key_Right);
    QCOMPARE(
        panel.selection.current(), ObjectId(applicationNamed(document.topology(), u"Social_1")));
    QCOMPARE(panel.tree->currentIndex().data().toString(), u"Social_1"_s);
    QTest::keyClick(graph, Qt::Key_Left);
    QCOMPARE(panel.selection.current(), ObjectId(sms));
    QTest::keyClick(graph, Qt::Key_Down);
    QCOMPARE(panel.tree->currentIndex().data().toString(), u"SMS_1b"_s);
    QTRY_VERIFY(graph->isVisible());
    QTest::mouseClick(graph->viewport(), Qt::LeftButton, {},
        graph->visualRect(graph->model()->index(2, 0)).center());
    QCOMPARE(panel.tree->currentIndex().data().toString(), u"Social_1"_s);
}

void TestRestarts::graphOfManyIsCounted()
{
    TopologyBuilder b;
    b.tenant(u"Acme");
    b.tenant(u"Globex");
    for (int i = 0; i <= mostBoxes; ++i)
        b.application(u"SMS_%1"_s.arg(i), u"istransportserver").tenants({u"Acme"});
    const TemporaryDocument document(b.build());
    QVERIFY(document->apply([](const Topology &topology) -> Result<Step> {
        Step step;
        for (const auto &application : topology.applications())
            step.edits.append(
                assignTenant(topology, application.id, tenantNamed(topology, u"Globex"))->edits);
        return step;
    }));
    const auto graph =
        planGraph(document.topology(), restartRows(*document, document->planner().plan(), {}), {});
    QVERIFY(graph.isCounted());
    QCOMPARE(graph.boxes.size(), 1);
    QCOMPARE(graph.boxes.constFirst().restarts, int(mostBoxes) + 1);
}

void TestRestarts::graphGivesWayToTheList()
{
    const TemporaryDocument document(chain());
    Panel panel(document);
    panel.view.show();
    assign(document, u"SMS_1");
    auto *graph = graphOf(panel);
    QTRY_VERIFY(graph->isVisible());
    panel.view.resize(600, 300);
    QTRY_VERIFY(!graph->isVisible());
    panel.view.resize(1100, 300);
    QTRY_VERIFY(graph->isVisible());
    panel.click(u"planGraphButton");
    QVERIFY(!graph->isVisible());
}

QTEST_MAIN(TestRestarts)
#include "tst_restarts.moc"
