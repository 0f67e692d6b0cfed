// SPDX-License-Identifier: Apache-2.0
#include "tests/views/matrix/assignmentspanel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QStringList tenantsOf(const Topology &topology, QStringView application)
{
    QStringList names;
    for (const auto tenant : topology.application(applicationNamed(topology, application)).tenants)
        names.append(topology.tenant(tenant).name);
    return names;
}

}  // namespace

class TestAssignments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin)"_s)); }

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

void TestAssignments::clickToggles()
{
    const TemporaryDocument document(smallSite());
    AssignmentsPanel panel(document);
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
    AssignmentsPanel panel(document);
    panel.table->setCurrentIndex(panel.cell(document.topology(), u"SMS_1", u"Globex"));
    QTest::keyClick(panel.table, Qt::Key_Space);
    QCOMPARE(tenantsOf(document.topology(), u"SMS_1"), QStringList({u"Acme"_s, u"Globex"_s}));
    QTest::keyClick(panel.table, Qt::Key_Space);
    QCOMPARE(tenantsOf(document.topology(), u"SMS_1"), QStringList({u"Acme"_s}));
}

void TestAssignments::spaceFillsARangeAsOneStep()
{
    const TemporaryDocument document(smallSite());
    AssignmentsPanel panel(document);
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
    AssignmentsPanel panel(document);
    const auto cell = panel.cell(document.topology(), u"Email_1", u"Globex");
    QCOMPARE(panel.model->cell(cell.row(), cell.column()).toggle, Verdict::Forbidden);
    QTest::mouseClick(panel.table->viewport(), Qt::LeftButton, {}, panel.dot(cell));
    QCOMPARE(tenantsOf(document.topology(), u"Email_1"), QStringList({u"Acme"_s, u"Globex"_s}));
    QCOMPARE(panel.model->cell(cell.row(), cell.column()).fault, Severity::Error);
}

void TestAssignments::copyAndPaste()
{
    const TemporaryDocument document(smallSite());
    AssignmentsPanel panel(document);
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
    AssignmentsPanel panel(document);
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
    AssignmentsPanel panel(document);
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
    AssignmentsPanel panel(document);
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
    AssignmentsPanel panel(document);
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
    AssignmentsPanel panel(document);
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
