// SPDX-License-Identifier: Apache-2.0
#include "models/topology/edits.h"
#include "tests/support/temporarydocument.h"
#include "tests/support/topologybuilder.h"
#include "views/common/selection.h"
#include "views/matrix/assignmentedits.h"
#include "views/matrix/assignmentsmodel.h"
#include "views/matrix/assignmentsview.h"
#include "views/matrix/matrixpainting.h"
#include "views/matrix/matrixtable.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// Two tenants and one server of each way of sharing.
Topology smallSite()
{
    TopologyBuilder b;
    b.tenant(u"Acme").dbid(101);
    b.tenant(u"Globex").dbid(102);
    b.tenant(u"Initech").dbid(103).disabled();
    b.application(u"SMS_1", u"istransportserver").tenants({u"Acme"});
    b.application(u"Email_1", u"emailserver").tenants({u"Acme"});
    b.application(u"Web_1", u"webapiserver").tenants({u"Acme"});
    b.application(u"Web_2", u"webapiserver").tenants({u"Acme"}).loadBalanced();
    b.application(u"Social_1", u"socialms").tenants({u"Acme"});
    b.application(u"Stat_1", u"statserver").tenants({u"Acme"});
    return b.build();
}

struct Panel
{
    explicit Panel(const TemporaryDocument &document)
        : view(*document, selection)
        , table(view.findChild<MatrixTable *>(u"assignmentsView"_s))
        , model(static_cast<AssignmentsModel *>(table->model()))
    {
        view.resize(900, 500);
        view.show();
    }

    QModelIndex cell(const Topology &topology, QStringView application, QStringView tenant) const
    {
        return model->index(model->rowOf(applicationNamed(topology, application)),
            model->columnOf(tenantNamed(topology, tenant)));
    }
    QPoint dot(const QModelIndex &index) const
    {
        return toggleArea(table->visualRect(index)).center();
    }
    QString sentence() const { return view.findChild<QLabel *>(u"cellSentence"_s)->text(); }

    Selection selection;
    AssignmentsView view;
    MatrixTable *table;
    AssignmentsModel *model;
};

QStringList tenantsOf(const Topology &topology, QStringView application)
{
    QStringList names;
    for (const auto tenant : topology.application(applicationNamed(topology, application)).tenants)
        names.append(topology.tenant(tenant).name);
    return names;
}

QStringList rowNames(const AssignmentsModel &model)
{
    QStringList names;
    for (int row = 0; row < model.rowCount(); ++row) {
        const auto name = model.headerData(row, Qt::Vertical, Qt::DisplayRole).toString();
        names.append(model.isHeading(row) ? u'[' + name + u']' : name);
    }
    return names;
}

QStringList columnNames(const AssignmentsModel &model)
{
    QStringList names;
    for (int column = 0; column < model.columnCount(); ++column)
        names.append(model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
    return names;
}

}  // namespace

class TestAssignments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin)"_s)); }

    void rowsAreGroupedByTypeWithPairsTogether();
    void onlyServersWithATenantRuleUnlessAsked();
    void filters();
    void sorts_data();
    void sorts();
    void folds();
    void foldingSelectsNothing();
    void rowsFollowTheDocument();
    void modelIsSound();

    void paintedVerdictIsThePreviews_data();
    void paintedVerdictIsThePreviews();
    void sentenceSaysWhatAClickWouldDo_data();
    void sentenceSaysWhatAClickWouldDo();

    void pendingRestartIsSaid();
    void clickToggles();
    void spaceToggles();
    void spaceFillsARangeAsOneStep();
    void illegalEditIsPossible();
    void copyAndPaste();
    void pasteRefuses_data();
    void pasteRefuses();
    void enterOpensTheInspector();
    void followsTheSelection();
    void leadsTheSelection();
    void placeholderTenantGoesWithItsLastAssignment();
};

void TestAssignments::rowsAreGroupedByTypeWithPairsTogether()
{
    TopologyBuilder b;
    b.tenant(u"Zeta");
    b.tenant(u"Acme");
    b.application(u"SMS_2", u"istransportserver");
    b.application(u"A_standby", u"istransportserver");
    b.application(u"SMS_1", u"istransportserver").backup(u"A_standby").redundancy(Redundancy::Warm);
    b.application(u"Chat_1", u"chatserver");
    const TemporaryDocument document(b.build());
    const AssignmentsModel model(*document, nullptr);
    QCOMPARE(rowNames(model),
        QStringList({u"[Chat Server]"_s, u"Chat_1"_s, u"[SMS Server]"_s, u"SMS_1"_s, u"A_standby"_s,
            u"SMS_2"_s}));
    QCOMPARE(columnNames(model), QStringList({u"Environment"_s, u"Acme"_s, u"Zeta"_s}));
    QCOMPARE(model.serverCount(2), 3);
}

void TestAssignments::onlyServersWithATenantRuleUnlessAsked()
{
    const TemporaryDocument document(smallSite());
    Panel panel(document);
    QVERIFY(!rowNames(*panel.model).contains(u"Stat_1"_s));
    panel.view.findChild<QCheckBox *>(u"showAllBox"_s)->click();
    QVERIFY(rowNames(*panel.model).contains(u"Stat_1"_s));
}

void TestAssignments::filters()
{
    const TemporaryDocument document(smallSite());
    Panel panel(document);
    auto *servers = panel.view.findChild<QLineEdit *>(u"serverFilterEdit"_s);
    QTest::keyClicks(servers, u"web"_s);
    QCOMPARE(rowNames(*panel.model), QStringList({u"[Web API Server]"_s, u"Web_1"_s, u"Web_2"_s}));
    QTest::keyClicks(panel.view.findChild<QLineEdit *>(u"tenantFilterEdit"_s), u"glo"_s);
    QCOMPARE(columnNames(*panel.model), QStringList({u"Globex"_s}));
    servers->clear();
    QTest::keyClicks(servers, u"sms server"_s);
    QCOMPARE(rowNames(*panel.model), QStringList({u"[SMS Server]"_s, u"SMS_1"_s}));
}

void TestAssignments::sorts_data()
{
    QTest::addColumn<AssignmentsModel::Order>("order");
    QTest::addColumn<QStringList>("rows");

    QTest::addRow("name") << AssignmentsModel::Order::Name
                          << QStringList({u"Email_1"_s, u"SMS_1"_s, u"A_standby"_s, u"Web_1"_s});
    QTest::addRow("number of tenants")
        << AssignmentsModel::Order::TenantCount
        << QStringList({u"Web_1"_s, u"SMS_1"_s, u"A_standby"_s, u"Email_1"_s});
}

void TestAssignments::sorts()
{
    QFETCH(const AssignmentsModel::Order, order);
    QFETCH(const QStringList, rows);
    TopologyBuilder b;
    b.tenant(u"Acme");
    b.tenant(u"Globex");
    b.application(u"A_standby", u"istransportserver");
    b.application(u"SMS_1", u"istransportserver").backup(u"A_standby").tenants({u"Acme"});
    b.application(u"Email_1", u"emailserver");
    b.application(u"Web_1", u"webapiserver").tenants({u"Acme", u"Globex"});
    const TemporaryDocument document(b.build());
    Panel panel(document);
    auto *box = panel.view.findChild<QComboBox *>(u"orderBox"_s);
    box->setCurrentIndex(box->findData(int(order)));
    QCOMPARE(rowNames(*panel.model), rows);
    // What an edit leaves is what a new model makes.
    const auto &topology = document.topology();
    for (const auto &tenant : topology.tenants()) {
        QVERIFY(document->apply([&](const Topology &t) {
            return assignTenant(t, applicationNamed(t, u"Email_1"), tenant.id);
        }));
    }
    AssignmentsModel anew(*document, nullptr);
    anew.setFilter(panel.model->filter());
    QCOMPARE(rowNames(*panel.model), rowNames(anew));
}

void TestAssignments::foldingSelectsNothing()
{
    const TemporaryDocument document(smallSite());
    Panel panel(document);
    const ObjectId acme = tenantNamed(document.topology(), u"Acme");
    panel.table->selectColumn(panel.model->columnOf(acme.tenant()));
    panel.selection.select(acme);
    Q_EMIT panel.table->foldingAsked(0);
    QVERIFY(panel.model->isFolded(0));
    QCOMPARE(panel.selection.objects(), QList<ObjectId> {acme});
}

void TestAssignments::folds()
{
    const TemporaryDocument document(smallSite());
    Panel panel(document);
    const int heading = int(rowNames(*panel.model).indexOf(u"[Web API Server]"_s));
    panel.table->setCurrentIndex(panel.model->index(heading, 0));
    QTest::keyClick(panel.table, Qt::Key_Space);
    QVERIFY(panel.model->isFolded(heading));
    QVERIFY(!rowNames(*panel.model).contains(u"Web_1"_s));
    // What is folded away is still counted.
    QCOMPARE(panel.model->serverCount(heading), 2);
    QCOMPARE(panel.model->countInGroup(
                 heading, panel.model->columnOf(tenantNamed(document.topology(), u"Acme"))),
        2);
    QTest::mouseClick(panel.table->viewport(), Qt::LeftButton, {},
        panel.table->visualRect(panel.model->index(heading, 1)).center());
    QVERIFY(rowNames(*panel.model).contains(u"Web_1"_s));
}

void TestAssignments::rowsFollowTheDocument()
{
    const TemporaryDocument document(smallSite());
    AssignmentsModel model(*document, nullptr);
    const QAbstractItemModelTester tester(
        &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    const auto &topology = document.topology();

    Application added;
    added.name = u"SMS_0"_s;
    added.type = ApplicationType::SmsServer;
    QVERIFY(document->apply([&](const Topology &t) { return addObject(t, added); }));
    QVERIFY(rowNames(model).contains(u"SMS_0"_s));
    QCOMPARE(rowNames(model).indexOf(u"SMS_0"_s) + 1, rowNames(model).indexOf(u"SMS_1"_s));

    const QPersistentModelIndex kept =
        model.index(model.rowOf(applicationNamed(topology, u"SMS_1")), 1);
    QVERIFY(document->apply([&](const Topology &t) {
        return setField(t, applicationNamed(t, u"SMS_1"), Field::Name, u"AAA"_s);
    }));
    QVERIFY(rowNames(model).indexOf(u"AAA"_s) < rowNames(model).indexOf(u"SMS_0"_s));
    QCOMPARE(kept.row(), int(rowNames(model).indexOf(u"AAA"_s)));

    QVERIFY(document->apply(
        [&](const Topology &t) { return removeObject(t, tenantNamed(t, u"Globex")); }));
    QCOMPARE(columnNames(model), QStringList({u"Environment"_s, u"Acme"_s, u"Initech"_s}));
    QVERIFY(document->undo());
    QCOMPARE(
        columnNames(model), QStringList({u"Environment"_s, u"Acme"_s, u"Globex"_s, u"Initech"_s}));
    QCOMPARE(resets.count(), 0);
}

void TestAssignments::modelIsSound()
{
    const TemporaryDocument document;
    AssignmentsModel model(*document, nullptr);
    const QAbstractItemModelTester tester(
        &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(model.rowCount() > 10);
    QVERIFY(!model.data(model.index(model.rowCount(), 0), Qt::CheckStateRole).isValid());
    QVERIFY(!model.data(model.index(0, model.columnCount()), Qt::DisplayRole).isValid());
    QVERIFY(!model.headerData(model.rowCount(), Qt::Vertical, Qt::DisplayRole).isValid());
    QVERIFY(!model.headerData(model.columnCount(), Qt::Horizontal, Qt::DisplayRole).isValid());
    model.setFilter({AssignmentsModel::Servers::All, AssignmentsModel::Order::Type, {}, {}});
    model.setFolded(0, true);
    model.setFilter(
        {AssignmentsModel::Servers::WithTenantRule, AssignmentsModel::Order::Type, u"sms"_s, {}});
    model.setFilter({});
}

void TestAssignments::paintedVerdictIsThePreviews_data()
{
    QTest::addColumn<Topology>("topology");

    QTest::addRow("small site") << smallSite();
    QTest::addRow("sample") << TemporaryDocument().topology();

    TopologyBuilder pairs;
    pairs.tenant(u"Acme");
    pairs.tenant(u"Globex").disabled();
    pairs.tenant(u"Hooli");
    pairs.multimediaSwitch(u"Hooli", u"MM_1");
    pairs.multimediaSwitch(u"Hooli", u"MM_2");
    pairs.voiceSwitch(u"Acme", u"Voice");
    pairs.application(u"Ixn_1", u"interactionserver")
        .tenants({u"Acme", u"Undefined"})
        .backup(u"Ixn_1b");
    pairs.application(u"Ixn_1b", u"interactionserver").tenants({u"Acme", u"Undefined"});
    pairs.application(u"SMS_1", u"istransportserver")
        .tenants({u"Acme"})
        .backup(u"SMS_1b")
        .connect(u"Ixn_1");
    pairs.application(u"SMS_1b", u"istransportserver").tenants({u"Acme"});
    pairs.application(u"Chat_1", u"chatserver").backup(u"Chat_1");
    pairs.application(u"Email_0", u"emailserver").disabled();
    pairs.application(u"Email_2", u"emailserver").tenants({u"Acme", u"Globex"});
    pairs.application(u"Email_3", u"emailserver").tenants({u"Acme", u"Globex", u"Hooli"});
    pairs.application(u"Legacy_0", u"tserver").interactionComponent();
    pairs.application(u"Legacy_1", u"tserver").interactionComponent().tenants({u"Acme"});
    pairs.application(u"Legacy_2", u"tserver").interactionComponent().tenants({u"Acme", u"Hooli"});
    pairs.application(u"T_1", u"tserver").tenants({u"Acme"}).link(u"Acme", u"Voice");
    pairs.application(u"T_2", u"tserver").tenants({u"Acme", u"Hooli"});
    pairs.application(u"Proxy", u"haproxy");
    pairs.application(u"Capture", u"capturepoint")
        .option(u"settings", u"TenantId", u"Acme")
        .connect(u"Ixn_1");
    QTest::addRow("pairs, legacy and placeholders") << pairs.build();

    TopologyBuilder numbers;
    numbers.tenant(u"Acme").dbid(101);
    numbers.tenant(u"Globex").dbid(102);
    numbers.tenant(u"Initech").dbid(101);
    numbers.application(u"Chat_1", u"chatserver")
        .tenants({u"Acme", u"Globex"})
        .section(u"endpoints:102");
    numbers.application(u"Chat_2", u"chatserver")
        .tenants({u"Acme", u"Initech"})
        .section(u"endpoints:101");
    numbers.application(u"Social_1", u"socialms")
        .tenants({u"Acme"})
        .option(u"channel-a", u"inbound-route", u"101:x")
        .option(u"channel-b", u"inbound-route", u"102:x");
    numbers.settings.socialMessagingTenants = SocialMessagingTenants::Allow;
    QTest::addRow("options that name tenants by DBID") << numbers.build();

    pairs.settings.socialMessagingTenants = SocialMessagingTenants::Forbid;
    pairs.settings.environment = Environment::SingleTenant;
    pairs.application(u"Social_1", u"socialms").tenants({u"Acme"});
    pairs.application(u"Social_2", u"socialms").tenants({u"Acme", u"Hooli"});
    QTest::addRow("single-tenant, social messaging forbidden") << pairs.build();
    pairs.settings.socialMessagingTenants = SocialMessagingTenants::Allow;
    QTest::addRow("social messaging allowed") << pairs.build();
}

void TestAssignments::paintedVerdictIsThePreviews()
{
    QFETCH(const Topology, topology);
    const TemporaryDocument document(topology);
    int verdicts[3] = {};
    for (const auto &application : document.topology().applications()) {
        if (application.isPlaceholder)
            continue;
        for (const auto &tenant : document.topology().tenants()) {
            const auto step = toggleStep(document.topology(), application.id, tenant.id);
            QVERIFY(step);
            const auto preview = document->preview(*step, application.id);
            const auto expected =
                previewVerdict(document.topology(), preview, application.id, tenant.id);
            const auto painted = toggleVerdict(document.topology(), application.id, tenant.id);
            ++verdicts[size_t(painted)];
            if (painted != expected)
                QFAIL(qPrintable(u"%1, %2: painted %3, the validator says %4: %5"_s
                                     .arg(application.name, tenant.name)
                                     .arg(int(painted))
                                     .arg(int(expected))
                                     .arg(preview.messagesAdded.join(u' '))));
        }
    }
    QVERIFY(verdicts[0] > 0 && verdicts[1] > 0 && verdicts[2] > 0);
}

void TestAssignments::sentenceSaysWhatAClickWouldDo_data()
{
    QTest::addColumn<QString>("application");
    QTest::addColumn<QString>("tenant");
    QTest::addColumn<QString>("sentence");

    QTest::addRow("shared server")
        << u"SMS_1"_s << u"Globex"_s
        << u"Assign Globex to SMS_1: allowed; one SMS Server may serve several tenants. "
           "↻ Restart: interrupts Globex; Acme (bystander)."_s;
    QTest::addRow("exclusive server")
        << u"Email_1"_s << u"Globex"_s
        << u"Assign Globex to Email_1: not allowed. Email_1 serves 2 tenants (Acme, Globex);"_s;
    QTest::addRow("last tenant") << u"SMS_1"_s << u"Acme"_s
                                 << u"Unassign Acme from SMS_1: not allowed."_s;
    QTest::addRow("disabled tenant")
        << u"SMS_1"_s << u"Initech"_s << u"Assign Initech to SMS_1: allowed, with a condition."_s;
}

void TestAssignments::sentenceSaysWhatAClickWouldDo()
{
    QFETCH(const QString, application);
    QFETCH(const QString, tenant);
    QFETCH(const QString, sentence);
    const TemporaryDocument document(smallSite());
    Panel panel(document);
    panel.table->setCurrentIndex(panel.cell(document.topology(), application, tenant));
    QTRY_VERIFY2(panel.sentence().startsWith(sentence), qPrintable(panel.sentence()));
}

void TestAssignments::pendingRestartIsSaid()
{
    const TemporaryDocument document(smallSite());
    Panel panel(document);
    const auto sms = applicationNamed(document.topology(), u"SMS_1");
    panel.table->setCurrentIndex(panel.cell(document.topology(), u"SMS_1", u"Globex"));
    QVERIFY(document->apply(
        [sms](const Topology &topology) { return awaitRestarts(topology, {sms}, 12); }));
    const auto said = u"↻! Exported in revision 12, restart not confirmed."_s;
    QTRY_VERIFY2(panel.sentence().endsWith(said), qPrintable(panel.sentence()));
    QVERIFY(document->undo());
    QTRY_VERIFY2(!panel.sentence().contains(u"revision"_s), qPrintable(panel.sentence()));
}

void TestAssignments::clickToggles()
{
    const TemporaryDocument document(smallSite());
    Panel panel(document);
    QVERIFY(QTest::qWaitForWindowExposed(&panel.view));
    const auto cell = panel.cell(document.topology(), u"SMS_1", u"Globex");
    QTest::mouseClick(panel.table->viewport(), Qt::LeftButton, {}, panel.dot(cell));
    QTRY_COMPARE(tenantsOf(document.topology(), u"SMS_1"), QStringList({u"Acme"_s, u"Globex"_s}));
    QCOMPARE(document->undoTitle(), u"Assign Globex to SMS_1"_s);
    QVERIFY(panel.model->cell(cell.row(), cell.column()).isChanged);
    QTest::mouseClick(panel.table->viewport(), Qt::LeftButton, {}, panel.dot(cell));
    QCOMPARE(tenantsOf(document.topology(), u"SMS_1"), QStringList({u"Acme"_s}));
    QVERIFY(!panel.model->cell(cell.row(), cell.column()).isChanged);

    // Beside the dot a click only selects.
    const auto beside = panel.table->visualRect(cell).topLeft() + QPoint(3, 5);
    QTest::mouseClick(panel.table->viewport(), Qt::LeftButton, {}, beside);
    QCOMPARE(tenantsOf(document.topology(), u"SMS_1"), QStringList({u"Acme"_s}));
    QCOMPARE(panel.table->currentIndex(), cell);
}

void TestAssignments::spaceToggles()
{
    const TemporaryDocument document(smallSite());
    Panel panel(document);
    panel.table->setCurrentIndex(panel.cell(document.topology(), u"SMS_1", u"Globex"));
    QTest::keyClick(panel.table, Qt::Key_Space);
    QCOMPARE(tenantsOf(document.topology(), u"SMS_1"), QStringList({u"Acme"_s, u"Globex"_s}));
    QTest::keyClick(panel.table, Qt::Key_Space);
    QCOMPARE(tenantsOf(document.topology(), u"SMS_1"), QStringList({u"Acme"_s}));
}

void TestAssignments::spaceFillsARangeAsOneStep()
{
    const TemporaryDocument document(smallSite());
    Panel panel(document);
    panel.table->setCurrentIndex(panel.cell(document.topology(), u"Web_1", u"Acme"));
    QTest::keyClick(panel.table, Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(panel.table, Qt::Key_Right, Qt::ShiftModifier);
    QTest::keyClick(panel.table, Qt::Key_Space);
    QCOMPARE(tenantsOf(document.topology(), u"Web_1"), QStringList({u"Acme"_s, u"Globex"_s}));
    QCOMPARE(tenantsOf(document.topology(), u"Web_2"), QStringList({u"Acme"_s, u"Globex"_s}));
    QCOMPARE(document->undoTitle(), u"Change 2 assignments"_s);
    // All are assigned now: the same again takes all of them away.
    QTest::keyClick(panel.table, Qt::Key_Space);
    QCOMPARE(tenantsOf(document.topology(), u"Web_1"), QStringList());
    QVERIFY(document->undo());
    QVERIFY(document->undo());
    QCOMPARE(tenantsOf(document.topology(), u"Web_1"), QStringList({u"Acme"_s}));
    QVERIFY(!document->canUndo());
}

void TestAssignments::illegalEditIsPossible()
{
    const TemporaryDocument document(smallSite());
    Panel panel(document);
    const auto cell = panel.cell(document.topology(), u"Email_1", u"Globex");
    QCOMPARE(panel.model->cell(cell.row(), cell.column()).toggle, Verdict::Forbidden);
    QTest::mouseClick(panel.table->viewport(), Qt::LeftButton, {}, panel.dot(cell));
    QCOMPARE(tenantsOf(document.topology(), u"Email_1"), QStringList({u"Acme"_s, u"Globex"_s}));
    QCOMPARE(panel.model->cell(cell.row(), cell.column()).fault, Severity::Error);
}

void TestAssignments::copyAndPaste()
{
    const TemporaryDocument document(smallSite());
    Panel panel(document);
    const auto &topology = document.topology();
    QGuiApplication::clipboard()->setText(u"x\t1\r\n\tX\r\n"_s);
    panel.table->setCurrentIndex(panel.cell(topology, u"Web_1", u"Acme"));
    QTest::keySequence(panel.table, QKeySequence::Paste);
    QCOMPARE(tenantsOf(topology, u"Web_1"), QStringList({u"Acme"_s, u"Globex"_s}));
    QCOMPARE(tenantsOf(topology, u"Web_2"), QStringList({u"Globex"_s}));

    panel.table->setCurrentIndex(panel.cell(topology, u"Web_1", u"Acme"));
    QTest::keyClick(panel.table, Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(panel.table, Qt::Key_Right, Qt::ShiftModifier);
    QTest::keySequence(panel.table, QKeySequence::Copy);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"x\tx\n\tx\n"_s);

    // One cell fills the whole selection.
    QGuiApplication::clipboard()->setText(u"0"_s);
    QTest::keySequence(panel.table, QKeySequence::Paste);
    QCOMPARE(tenantsOf(topology, u"Web_1"), QStringList());
    QCOMPARE(tenantsOf(topology, u"Web_2"), QStringList());
}

void TestAssignments::pasteRefuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("message");

    QTest::addRow("a word")
        << u"x\tmaybe"_s
        << u"“maybe” in row 1, column 2 of the clipboard is neither x nor empty; nothing was pasted."_s;
    QTest::addRow("too wide")
        << u"x\tx\tx\tx\tx\tx"_s
        << u"The block has 1 × 6 cells; from here there is room for 2 × 3. Nothing was pasted."_s;
    QTest::addRow("too high")
        << u"x\nx\nx\n"_s
        << u"The block has 3 × 1 cells; from here there is room for 2 × 3. Nothing was pasted."_s;
}

void TestAssignments::pasteRefuses()
{
    QFETCH(const QString, text);
    QFETCH(const QString, message);
    const TemporaryDocument document(smallSite());
    Panel panel(document);
    QString refused;
    connect(panel.table, &MatrixTable::refused, this,
        [&](const Error &error) { refused = error.message; });
    QGuiApplication::clipboard()->setText(text);
    panel.table->setCurrentIndex(panel.cell(document.topology(), u"Web_1", u"Acme"));
    QTest::keySequence(panel.table, QKeySequence::Paste);
    QCOMPARE(refused, message);
    QVERIFY(!document->canUndo());
}

void TestAssignments::enterOpensTheInspector()
{
    const TemporaryDocument document(smallSite());
    Panel panel(document);
    std::optional<ObjectId> revealed;
    connect(
        &panel.selection, &Selection::revealed, this, [&](ObjectId object) { revealed = object; });
    const auto cell = panel.cell(document.topology(), u"Web_1", u"Acme");
    panel.table->setCurrentIndex(cell);
    QTest::keyClick(panel.table, Qt::Key_Return);
    QCOMPARE(revealed, ObjectId(applicationNamed(document.topology(), u"Web_1")));
    revealed.reset();
    QTest::mouseDClick(panel.table->viewport(), Qt::LeftButton, {},
        panel.table->visualRect(cell).topLeft() + QPoint(3, 5));
    QCOMPARE(revealed, ObjectId(applicationNamed(document.topology(), u"Web_1")));
}

void TestAssignments::followsTheSelection()
{
    const TemporaryDocument document(smallSite());
    Panel panel(document);
    const auto &topology = document.topology();
    panel.selection.select(applicationNamed(topology, u"Web_2"));
    QCOMPARE(panel.table->currentIndex().row(),
        panel.model->rowOf(applicationNamed(topology, u"Web_2")));
    panel.selection.select(tenantNamed(topology, u"Globex"));
    QCOMPARE(panel.table->currentIndex(), panel.cell(topology, u"Web_2", u"Globex"));
    QCOMPARE(panel.selection.current(), ObjectId(tenantNamed(topology, u"Globex")));
}

void TestAssignments::leadsTheSelection()
{
    const TemporaryDocument document(smallSite());
    Panel panel(document);
    const auto &topology = document.topology();
    panel.table->setCurrentIndex(panel.cell(topology, u"Web_1", u"Acme"));
    QCOMPARE(panel.selection.objects(), QList<ObjectId> {applicationNamed(topology, u"Web_1")});
    QTest::keyClick(panel.table, Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(panel.selection.objects(),
        (QList<ObjectId> {
            applicationNamed(topology, u"Web_1"), applicationNamed(topology, u"Web_2")}));
}

void TestAssignments::placeholderTenantGoesWithItsLastAssignment()
{
    TopologyBuilder b;
    b.application(u"SMS_1", u"istransportserver").tenants({u"Ghost"});
    b.application(u"SMS_2", u"istransportserver").tenants({u"Ghost"});
    const TemporaryDocument document(b.build());
    Panel panel(document);
    QCOMPARE(columnNames(*panel.model), QStringList({u"Environment"_s, u"Ghost (undefined)"_s}));
    panel.table->setCurrentIndex(panel.cell(document.topology(), u"SMS_1", u"Ghost"));
    QTest::keyClick(panel.table, Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(panel.table, Qt::Key_Space);
    QCOMPARE(columnNames(*panel.model), QStringList({u"Environment"_s}));
    QVERIFY(document->undo());
    QCOMPARE(tenantsOf(document.topology(), u"SMS_2"), QStringList({u"Ghost"_s}));
}

QTEST_MAIN(TestAssignments)
#include "tst_assignments.moc"
