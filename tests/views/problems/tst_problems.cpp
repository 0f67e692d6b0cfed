// SPDX-License-Identifier: Apache-2.0
#include "models/document/stepcost.h"
#include "models/rules/catalogue.h"
#include "models/rules/waivers.h"
#include "models/topology/edits.h"
#include "tests/support/temporarydocument.h"
#include "tests/support/topologybuilder.h"
#include "views/common/selection.h"
#include "views/problems/problemsmodel.h"
#include "views/problems/problemsview.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QTreeView>
#include <QWindow>

using namespace Qt::StringLiterals;

namespace {

/// One error (Email_1 serves two tenants), and nothing to restart.
Topology faultySite()
{
    TopologyBuilder b;
    b.tenant(u"Acme").dbid(101);
    b.tenant(u"Globex").dbid(102);
    b.application(u"SMS_1", u"istransportserver").tenants({u"Acme"});
    b.application(u"Email_1", u"emailserver").tenants({u"Acme", u"Globex"});
    return b.build();
}

/// Heading, then its rows as "rule object".
QStringList lines(const ProblemsModel &model)
{
    QStringList lines;
    for (int group = 0; group < model.rowCount(); ++group) {
        const auto heading = model.index(group, 0);
        lines.append(heading.data().toString());
        for (int row = 0; row < model.rowCount(heading); ++row) {
            const auto index = model.index(row, 0, heading);
            lines.append(
                u"  %1 %2"_s.arg(index.siblingAtColumn(ProblemsModel::RuleColumn).data().toString(),
                    index.siblingAtColumn(ProblemsModel::ObjectColumn).data().toString()));
        }
    }
    return lines;
}

Document::Builder toggling(QStringView application, QStringView tenant, bool isAssigned)
{
    return [=](const Topology &t) {
        return isAssigned
            ? assignTenant(t, applicationNamed(t, application), tenantNamed(t, tenant))
            : unassignTenant(t, applicationNamed(t, application), tenantNamed(t, tenant));
    };
}

/// Accepts what is found about Email_1.
Document::Builder waiving(QDate expiry = {})
{
    return [=](const Topology &t) {
        for (const auto &finding : checkAll(t)) {
            if (finding.object == ObjectId(applicationNamed(t, u"Email_1")))
                return setWaiver(
                    t, {waiverKey(finding), u"Agreed"_s, u"anna"_s, expiry, message(t, finding)});
        }
        qFatal("nothing to waive");
    };
}

struct Panel
{
    explicit Panel(const TemporaryDocument &document)
        : view(*document, selection)
        , tree(view.findChild<QTreeView *>(u"findingsView"_s))
        , model(static_cast<ProblemsModel *>(tree->model()))
    {
        view.resize(1000, 300);
        view.show();
        if (!QTest::qWaitForWindowActive(&view))
            qFatal("the panel is not active");
    }

    Selection selection;
    ProblemsView view;
    QTreeView *tree;
    ProblemsModel *model;
};

}  // namespace

class TestProblems : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin)"_s)); }

    void findingsComeAndGo();
    void restartsStandHereToo();
    void groupings_data();
    void groupings();
    void modelIsSound();
    void filters();
    void stripButtonsFilter();
    void enterRevealsObjectAndField();
    void walksAndWraps();
    void shortcutsSelectOneRow();
    void selectionStaysWhenRowsChange();
    void solvingAFindingSelectsNothingElse();
    void factsSelect();
    void reasonsLeadToTheirFields();
    void copiesAsText();
    void saysWhatWasCheckedWhenAllIsWell();
    void waivedRowsStandApart_data() { groupings_data(); }
    void waivedRowsStandApart();
    void waivedGroupIsFoldedUntilAskedFor();
    void walkSkipsWaivedRows();
    void copyMarksWaivedRows();
    void fixesAreOfferedForTheRowThatIsShown();
    void asksForFixAndWaiver();
    void tabFollowsTheEye();
    void keyboardComesBackToTheList();
};

void TestProblems::findingsComeAndGo()
{
    const TemporaryDocument document(faultySite());
    ProblemsModel model(*document, nullptr);
    const QAbstractItemModelTester tester(
        &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QVERIFY(lines(model).contains(u"  tenant-exclusive Email_1"_s));
    QVERIFY(document->apply(toggling(u"Email_1", u"Globex", false)));
    QVERIFY(!lines(model).contains(u"  tenant-exclusive Email_1"_s));
    QVERIFY(document->undo());
    QVERIFY(lines(model).contains(u"  tenant-exclusive Email_1"_s));
    QCOMPARE(resets.count(), 0);
}

void TestProblems::restartsStandHereToo()
{
    const TemporaryDocument document(faultySite());
    ProblemsModel model(*document, nullptr);
    const QAbstractItemModelTester tester(
        &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(!lines(model).contains(u"  restart SMS_1"_s));
    QVERIFY(document->apply(toggling(u"SMS_1", u"Globex", true)));
    QVERIFY(lines(model).contains(u"Restarts (1)"_s));
    QVERIFY(lines(model).contains(u"  restart SMS_1"_s));
    const ProblemRow row {
        ProblemRow::Kind::Restart, applicationNamed(document.topology(), u"SMS_1").value()};
    QCOMPARE(model.message(row), u"Restart SMS_1: its tenant list changes (+Globex)."_s);
    QCOMPARE(model.field(row), Field::Tenants);
    QVERIFY(document->undo());
    QVERIFY(!lines(model).contains(u"  restart SMS_1"_s));
}

void TestProblems::groupings_data()
{
    QTest::addColumn<int>("grouping");
    QTest::addColumn<QString>("heading");

    QTest::addRow("severity") << int(ProblemGrouping::Severity) << u"Error (1)"_s;
    QTest::addRow("object") << int(ProblemGrouping::Object) << u"Email_1 (1)"_s;
    QTest::addRow("tenant") << int(ProblemGrouping::Tenant) << u"Globex (1)"_s;
    QTest::addRow("rule") << int(ProblemGrouping::Rule)
                          << u"%1 (1)"_s.arg(ruleInfo(*ruleFromName(u"tenant-exclusive")).title);
}

void TestProblems::groupings()
{
    QFETCH(const int, grouping);
    QFETCH(const QString, heading);
    const TemporaryDocument document(faultySite());
    ProblemsModel model(*document, nullptr);
    model.setGrouping(ProblemGrouping(grouping));
    const auto all = lines(model);
    QVERIFY2(all.contains(heading), qPrintable(all.join(u'\n')));
    // Rows that come one by one stand where a rebuild puts them.
    QVERIFY(document->apply(toggling(u"SMS_1", u"Globex", true)));
    QVERIFY(document->apply(toggling(u"Email_1", u"Globex", false)));
    QVERIFY(document->undo());
    ProblemsModel anew(*document, nullptr);
    anew.setGrouping(ProblemGrouping(grouping));
    QCOMPARE(lines(model), lines(anew));
}

void TestProblems::modelIsSound()
{
    const TemporaryDocument document;
    ProblemsModel model(*document, nullptr);
    const QAbstractItemModelTester tester(
        &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(model.rowCount() > 2);
    QVERIFY(!model.index(model.rowCount(), 0).isValid());
    QVERIFY(!model.index(0, ProblemsModel::ColumnCount).isValid());
    QVERIFY(
        !model.headerData(ProblemsModel::ColumnCount, Qt::Horizontal, Qt::DisplayRole).isValid());
    while (document->canUndo())
        QVERIFY(document->undo());
    while (document->canRedo())
        QVERIFY(document->redo());
    const ProblemsModel anew(*document, nullptr);
    QCOMPARE(lines(model), lines(anew));
}

void TestProblems::filters()
{
    const TemporaryDocument document;
    Panel panel(document);
    const int all = panel.model->problemCount();
    QTest::keyClicks(panel.view.findChild<QLineEdit *>(u"problemsFilterEdit"_s), u"EMAIL_SHARED"_s);
    QVERIFY(panel.model->problemCount() > 0);
    QVERIFY(panel.model->problemCount() < all);
    panel.view.findChild<QLineEdit *>(u"problemsFilterEdit"_s)->clear();
    QCOMPARE(panel.model->problemCount(), all);
    panel.view.findChild<QToolButton *>(u"adviceToggle"_s)->click();
    QCOMPARE(panel.model->problemCount(), all - document->validator().summary().advice);
}

void TestProblems::stripButtonsFilter()
{
    const TemporaryDocument document;
    Panel panel(document);
    panel.view.showSeverity(Severity::Error);
    QCOMPARE(panel.model->problemCount(), document->validator().summary().errors);
    panel.view.showRestarts();
    const auto plan = document->planner().summary();
    QCOMPARE(panel.model->problemCount(), plan.restarts + plan.notStated);
}

void TestProblems::enterRevealsObjectAndField()
{
    const TemporaryDocument document(faultySite());
    Panel panel(document);
    std::optional<ObjectId> object;
    std::optional<Field> field;
    connect(&panel.selection, &Selection::revealed, this,
        [&](ObjectId revealed, std::optional<Field> at) {
            object = revealed;
            field = at;
        });
    panel.view.showSeverity(Severity::Error);
    QTest::keyClick(panel.tree, Qt::Key_Return);
    QCOMPARE(object, ObjectId(applicationNamed(document.topology(), u"Email_1")));
    QCOMPARE(field, Field::Tenants);
}

void TestProblems::walksAndWraps()
{
    const TemporaryDocument document;
    Panel panel(document);
    panel.tree->setCurrentIndex({});
    panel.view.next();
    const QPersistentModelIndex first = panel.tree->currentIndex();
    QVERIFY(panel.model->row(first));
    for (int i = 1; i < panel.model->problemCount(); ++i) {
        panel.view.next();
        QVERIFY(panel.tree->currentIndex() != first);
    }
    panel.view.next();
    QCOMPARE(panel.tree->currentIndex(), QModelIndex(first));
    panel.view.previous();
    panel.view.next();
    QCOMPARE(panel.tree->currentIndex(), QModelIndex(first));
}

/// While Ctrl+D is down a view would add to its selection, whoever moves its cursor.
void TestProblems::shortcutsSelectOneRow()
{
    const TemporaryDocument document;
    Panel panel(document);
    const auto &topology = document.topology();
    auto *other = new QAction(&panel.view);
    other->setShortcut(QKeySequence(u"Ctrl+D"_s));
    connect(other, &QAction::triggered, &panel.view,
        [&] { panel.selection.select(applicationNamed(topology, u"SMS_1b")); });
    panel.view.addAction(other);
    panel.selection.select(applicationNamed(topology, u"Email_Shared"));
    QTest::keyClick(panel.view.windowHandle(), Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(panel.selection.current(), ObjectId(applicationNamed(topology, u"SMS_1b")));
    QCOMPARE(panel.tree->selectionModel()->selectedRows().size(), 1);
}

void TestProblems::selectionStaysWhenRowsChange()
{
    const TemporaryDocument document;
    Panel panel(document);
    QVERIFY(QTest::qWaitForWindowExposed(&panel.view));
    panel.tree->verticalScrollBar()->setValue(panel.tree->verticalScrollBar()->maximum() / 2);
    const auto top = *panel.model->row(panel.tree->indexAt(QPoint(1, 1)).siblingAtColumn(0));
    const auto current = panel.tree->indexBelow(panel.tree->indexAt(QPoint(1, 1)));
    panel.tree->selectionModel()->setCurrentIndex(current, QItemSelectionModel::ClearAndSelect);
    const auto chosen = *panel.model->row(current);
    QVERIFY(document->apply([](const Topology &t) {
        return unassignTenant(
            t, applicationNamed(t, u"Email_Shared"), tenantNamed(t, u"Cobalt Telecom"));
    }));
    QCOMPARE(*panel.model->row(panel.tree->currentIndex()), chosen);
    QCOMPARE(*panel.model->row(panel.tree->indexAt(QPoint(1, 1))), top);
}

void TestProblems::solvingAFindingSelectsNothingElse()
{
    const TemporaryDocument document(faultySite());
    Panel panel(document);
    panel.view.showSeverity(Severity::Error);
    const auto email = ObjectId(applicationNamed(document.topology(), u"Email_1"));
    QCOMPARE(panel.selection.current(), email);
    QVERIFY(document->apply(toggling(u"Email_1", u"Globex", false)));
    QCOMPARE(panel.selection.current(), email);
}

void TestProblems::reasonsLeadToTheirFields()
{
    const TemporaryDocument document(faultySite());
    Panel panel(document);
    panel.view.showSeverity(Severity::Error);
    const auto links = panel.view.findChildren<QAbstractButton *>(u"reasonLink"_s);
    QStringList texts;
    for (const auto *link : links)
        texts.append(link->text());
    QCOMPARE(texts,
        (QStringList {
            u"Email_1: type is E-mail Server"_s, u"Email_1: tenants are Acme and Globex"_s}));
    QList<std::pair<ObjectId, std::optional<Field>>> revealed;
    connect(&panel.selection, &Selection::revealed, this,
        [&](ObjectId object, std::optional<Field> field) {
            revealed.append({object, field});
        });
    QTest::mouseClick(links.constLast(), Qt::LeftButton);
    const ObjectId email = applicationNamed(document.topology(), u"Email_1");
    QCOMPARE(revealed.size(), 1);
    QVERIFY(revealed.constFirst() == std::pair(email, std::optional(Field::Tenants)));
}

void TestProblems::factsSelect()
{
    const TemporaryDocument document(faultySite());
    Panel panel(document);
    panel.view.showSeverity(Severity::Error);
    const auto links = panel.view.findChildren<QAbstractButton *>(u"factLink"_s);
    const auto globex = std::find_if(
        links.cbegin(), links.cend(), [](auto *link) { return link->text() == u"Globex"_s; });
    QVERIFY(globex != links.cend());
    QTest::mouseClick(*globex, Qt::LeftButton);
    QCOMPARE(panel.selection.current(), ObjectId(tenantNamed(document.topology(), u"Globex")));
}

void TestProblems::copiesAsText()
{
    const TemporaryDocument document(faultySite());
    Panel panel(document);
    panel.view.showSeverity(Severity::Error);
    QTest::keySequence(panel.tree, QKeySequence::Copy);
    const auto cells = QGuiApplication::clipboard()->text().trimmed().split(u'\t');
    QCOMPARE(cells.size(), qsizetype(ProblemsModel::ColumnCount));
    QCOMPARE(cells.at(ProblemsModel::TenantsColumn), u"Acme, Globex"_s);
    QCOMPARE(cells.at(ProblemsModel::RuleColumn), u"tenant-exclusive"_s);
}

void TestProblems::saysWhatWasCheckedWhenAllIsWell()
{
    TopologyBuilder b;
    b.tenant(u"Acme").dbid(101);
    const TemporaryDocument document(b.build());
    Panel panel(document);
    const auto expected = u"No problems: %1 rules on %2 objects."_s.arg(ruleCount())
                              .arg(document.topology().definedCount());
    const auto labels = panel.view.findChildren<QLabel *>();
    QVERIFY(std::any_of(
        labels.cbegin(), labels.cend(), [&](QLabel *label) { return label->text() == expected; }));
}

void TestProblems::waivedRowsStandApart()
{
    QFETCH(const int, grouping);
    QFETCH(const QString, heading);
    const TemporaryDocument document(faultySite());
    ProblemsModel model(*document, nullptr);
    const QAbstractItemModelTester tester(
        &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setGrouping(ProblemGrouping(grouping));
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    const int count = model.problemCount();
    const auto before = lines(model);
    QVERIFY(document->apply(waiving()));
    const auto after = lines(model);
    QVERIFY(!after.contains(heading));
    QCOMPARE(after.mid(after.size() - 2),
        QStringList({u"Waived (1)"_s, u"  tenant-exclusive Email_1"_s}));
    QCOMPARE(model.problemCount(), count);
    ProblemsModel anew(*document, nullptr);
    anew.setGrouping(ProblemGrouping(grouping));
    QCOMPARE(after, lines(anew));
    QVERIFY(document->undo());
    QCOMPARE(lines(model), before);
    QCOMPARE(resets.count(), 0);
}

void TestProblems::waivedGroupIsFoldedUntilAskedFor()
{
    const TemporaryDocument document(faultySite());
    Panel panel(document);
    auto *toggle = panel.view.findChild<QToolButton *>(u"waivedToggle"_s);
    QVERIFY(!toggle->isVisible());
    QVERIFY(document->apply(waiving()));
    QVERIFY(toggle->isVisible());
    QCOMPARE(toggle->text(), u"1"_s);
    const auto waived = [&] { return panel.model->index(panel.model->rowCount() - 1, 0); };
    QCOMPARE(waived().data().toString(), u"Waived (1)"_s);
    QVERIFY(!panel.tree->isExpanded(waived()));
    panel.view.findChild<QComboBox *>(u"groupingBox"_s)->setCurrentIndex(1);
    QVERIFY(!panel.tree->isExpanded(waived()));
    panel.view.showWaived();
    QCOMPARE(panel.model->rowCount(), 1);
    QVERIFY(panel.tree->isExpanded(waived()));
    QVERIFY(panel.model->isWaived(*panel.model->row(panel.tree->currentIndex())));
}

void TestProblems::walkSkipsWaivedRows()
{
    const TemporaryDocument document(faultySite());
    QVERIFY(document->apply(toggling(u"SMS_1", u"Globex", true)));
    QVERIFY(document->apply(waiving()));
    Panel panel(document);
    for (int i = 0; i < 2 * panel.model->problemCount(); ++i) {
        panel.view.next();
        QVERIFY(!panel.model->isWaived(*panel.model->row(panel.tree->currentIndex())));
    }
    panel.view.showWaived();
    const auto chosen = panel.tree->currentIndex();
    panel.view.next();
    panel.view.previous();
    QCOMPARE(panel.tree->currentIndex(), chosen);  // There is nowhere else to go.
}

void TestProblems::copyMarksWaivedRows()
{
    const TemporaryDocument document(faultySite());
    QVERIFY(document->apply(waiving()));
    Panel panel(document);
    panel.view.showWaived();
    QTest::keySequence(panel.tree, QKeySequence::Copy);
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"Error, waived\tEmail_1 "_s));
}

void TestProblems::fixesAreOfferedForTheRowThatIsShown()
{
    const TemporaryDocument document;
    Panel panel(document);
    const auto names = [&] {
        QStringList all;
        for (const auto *button : panel.view.findChildren<QPushButton *>(u"fixButton"_s))
            all.append(button->accessibleName());
        return all;
    };
    // Nothing is worked out on the way.
    panel.view.next();
    panel.view.next();
    QVERIFY(names().isEmpty());
    panel.view.showSeverity(Severity::Error);
    panel.selection.select(applicationNamed(document.topology(), u"Email_Shared"));
    QTRY_VERIFY(names().contains(u"Keep only Borealis Air on Email_Shared"_s));
    const auto *row = panel.model->row(panel.tree->currentIndex());
    const auto fixes = pricedFixes(*document, document->validator().finding(row->finding()));
    QCOMPARE(names().size(), std::min<qsizetype>(3, fixes.size()));
    for (qsizetype i = 0; i < names().size(); ++i)
        QVERIFY(names().at(i).startsWith(fixes.at(i).fix.step.title));
    // They go with the finding.
    QVERIFY(document->apply(
        [&](const Topology &) -> Result<Step> { return fixes.constFirst().fix.step; }));
    QVERIFY(!names().contains(u"Keep only Borealis Air on Email_Shared"_s));
}

void TestProblems::asksForFixAndWaiver()
{
    const TemporaryDocument document(faultySite());
    QVERIFY(document->apply(toggling(u"SMS_1", u"Globex", true)));
    Panel panel(document);
    QList<FindingId> fix;
    QList<FindingId> waive;
    connect(&panel.view, &ProblemsView::fixRequested, this,
        [&](FindingId finding, int) { fix.append(finding); });
    connect(&panel.view, &ProblemsView::waiveRequested, this,
        [&](FindingId finding) { waive.append(finding); });
    panel.view.showRestarts();
    panel.view.requestFix();
    QVERIFY(fix.isEmpty());
    QVERIFY(!panel.view.findChild<QPushButton *>(u"waiveButton"_s));
    panel.view.showSeverity(Severity::Error);
    const auto id = panel.model->row(panel.tree->currentIndex())->finding();
    panel.view.requestFix();
    QCOMPARE(fix, QList<FindingId> {id});
    QTRY_VERIFY(panel.view.findChild<QPushButton *>(u"fixButton"_s));
    QTest::mouseClick(panel.view.findChild<QPushButton *>(u"fixButton"_s), Qt::LeftButton);
    QCOMPARE(fix, QList<FindingId>({id, id}));
    QTest::mouseClick(panel.view.findChild<QPushButton *>(u"waiveButton"_s), Qt::LeftButton);
    QCOMPARE(waive, QList<FindingId> {id});
}

/// Fixes come later than what stands below them, and are reached before it.
void TestProblems::tabFollowsTheEye()
{
    const TemporaryDocument document(faultySite());
    const Panel panel(document);
    panel.tree->setFocus();
    QTest::keyClick(panel.tree, Qt::Key_Down);
    QTRY_VERIFY(!panel.view.findChildren<QPushButton *>(u"fixButton"_s).isEmpty());
    QStringList reached;
    auto *detail = panel.view.findChild<QWidget *>(u"problemDetail"_s);
    QTest::keyClick(panel.tree, Qt::Key_Tab);
    for (int i = 0; i < 40 && detail->isAncestorOf(panel.view.focusWidget()); ++i) {
        const auto name = panel.view.focusWidget()->objectName();
        if (reached.isEmpty() || reached.constLast() != name)
            reached.append(name);
        QTest::keyClick(panel.view.focusWidget(), Qt::Key_Tab);
    }
    QCOMPARE(reached.join(u' '),
        u"problemDetail factLink reasonLink fixButton waiveButton sourceLink"_s);
}

/// The button that had it is gone with what it was about.
void TestProblems::keyboardComesBackToTheList()
{
    const TemporaryDocument document(faultySite());
    QVERIFY(document->apply(waiving()));
    const Panel panel(document);
    panel.tree->expandAll();
    panel.tree->setCurrentIndex(panel.model->index(0, 0, panel.model->index(0, 0)));
    auto *button = panel.view.findChild<QPushButton *>(u"withdrawButton"_s);
    QVERIFY(button);
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Space);
    QTRY_VERIFY(!panel.view.findChild<QPushButton *>(u"withdrawButton"_s));
    QVERIFY(panel.tree->hasFocus());
}

QTEST_MAIN(TestProblems)
#include "tst_problems.moc"
