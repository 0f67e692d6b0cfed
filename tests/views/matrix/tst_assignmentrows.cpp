// SPDX-License-Identifier: Apache-2.0
#include "models/topology/edits.h"
#include "tests/views/matrix/assignmentspanel.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QStringList rowNames(const AssignmentsModel &model)
{
    QStringList names;
    for (int row = 0; row < model.rowCount(); ++row) {
        const auto name = model.headerData(row, Qt::Vertical, Qt::DisplayRole).toString();
        names.append(model.isHeading(row) ? u'[' + name + u']' : name);
    }
    return names;
}

}  // namespace

class TestAssignmentRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin)"_s)); }

    void rowsAreGroupedByTypeWithPairsTogether();
    void onlyServersWithATenantRuleUnlessAsked();
    void filters();
    void sorts_data();
    void sorts();
    void foldingSelectsNothing();
    void folds();
    void rowsFollowTheDocument();
    void modelIsSound();
};

void TestAssignmentRows::rowsAreGroupedByTypeWithPairsTogether()
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

void TestAssignmentRows::onlyServersWithATenantRuleUnlessAsked()
{
    const TemporaryDocument document(smallSite());
    AssignmentsPanel panel(document);
    QVERIFY(!rowNames(*panel.model).contains(u"Stat_1"_s));
    panel.view.findChild<QCheckBox *>(u"showAllBox"_s)->click();
    QVERIFY(rowNames(*panel.model).contains(u"Stat_1"_s));
}

void TestAssignmentRows::filters()
{
    const TemporaryDocument document(smallSite());
    AssignmentsPanel panel(document);
    auto *servers = panel.view.findChild<QLineEdit *>(u"serverFilterEdit"_s);
    QTest::keyClicks(servers, u"web"_s);
    QCOMPARE(rowNames(*panel.model), QStringList({u"[Web API Server]"_s, u"Web_1"_s, u"Web_2"_s}));
    QTest::keyClicks(panel.view.findChild<QLineEdit *>(u"tenantFilterEdit"_s), u"glo"_s);
    QCOMPARE(columnNames(*panel.model), QStringList({u"Globex"_s}));
    servers->clear();
    QTest::keyClicks(servers, u"sms server"_s);
    QCOMPARE(rowNames(*panel.model), QStringList({u"[SMS Server]"_s, u"SMS_1"_s}));
}

void TestAssignmentRows::sorts_data()
{
    QTest::addColumn<AssignmentsModel::Order>("order");
    QTest::addColumn<QStringList>("rows");

    QTest::addRow("name") << AssignmentsModel::Order::Name
                          << QStringList({u"Email_1"_s, u"SMS_1"_s, u"A_standby"_s, u"Web_1"_s});
    QTest::addRow("number of tenants")
        << AssignmentsModel::Order::TenantCount
        << QStringList({u"Web_1"_s, u"SMS_1"_s, u"A_standby"_s, u"Email_1"_s});
}

void TestAssignmentRows::sorts()
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
    AssignmentsPanel panel(document);
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

void TestAssignmentRows::foldingSelectsNothing()
{
    const TemporaryDocument document(smallSite());
    AssignmentsPanel panel(document);
    const ObjectId acme = tenantNamed(document.topology(), u"Acme");
    panel.table->selectColumn(panel.model->columnOf(acme.tenant()));
    panel.selection.select(acme);
    Q_EMIT panel.table->foldingAsked(0);
    QVERIFY(panel.model->isFolded(0));
    QCOMPARE(panel.selection.objects(), QList<ObjectId> {acme});
}

void TestAssignmentRows::folds()
{
    const TemporaryDocument document(smallSite());
    AssignmentsPanel panel(document);
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

void TestAssignmentRows::rowsFollowTheDocument()
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

void TestAssignmentRows::modelIsSound()
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

QTEST_MAIN(TestAssignmentRows)
#include "tst_assignmentrows.moc"
