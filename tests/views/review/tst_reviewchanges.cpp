// SPDX-License-Identifier: Apache-2.0
#include "models/topology/apply.h"
#include "models/topology/edits.h"
#include "tests/support/randomsteps.h"
#include "tests/support/temporarydocument.h"
#include "tests/support/topologybuilder.h"
#include "views/common/notices.h"
#include "views/common/selection.h"
#include "views/review/changesmodel.h"
#include "views/review/changesstep.h"
#include "views/review/problemsstep.h"
#include "views/review/reviewpage.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

/// The lines of a tree: "Acme (1)", "  SMS_1 | Tenants: +Acme | ↻ Restart".
QStringList lines(const QAbstractItemModel &model, const QModelIndex &parent = {})
{
    QStringList all;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(parent); ++column)
            cells.append(model.index(row, column, parent).data().toString());
        cells.removeAll(QString());
        all.append((parent.isValid() ? u"  "_s : QString()) + cells.join(u" | "_s));
        all += lines(model, model.index(row, 0, parent));
    }
    return all;
}

TopologyBuilder site()
{
    TopologyBuilder b;
    b.tenant(u"Acme").dbid(101);
    b.tenant(u"Globex").dbid(102);
    b.host(u"host-1");
    b.application(u"SMS_1", u"istransportserver").tenants({u"Acme"});
    b.application(u"Email_1", u"emailserver").tenants({u"Acme"});
    return b;
}

Topology with(Topology topology, const Result<Step> &step)
{
    apply(topology, *step);
    return topology;
}

Topology assigned(const Topology &topology, const QString &application, const QString &tenant)
{
    return with(topology,
        assignTenant(
            topology, applicationNamed(topology, application), tenantNamed(topology, tenant)));
}

/// Keeps what is posted.
class Board final : public QWidget, public NoticeBoard
{
public:
    void post(const Notice &notice) override { notices.append(notice); }
    QList<Notice> notices;
};

/// The step alone, shown.
struct Desk
{
    TemporaryDocument document;
    Selection selection;
    Board board;
    ChangesStep *step;
    QTreeView *tree;

    explicit Desk(const Topology &topology, const Topology &baseline)
        : document(topology, baseline)
    {
        open();
    }
    Desk() { open(); }
    void open()
    {
        auto *column = new QVBoxLayout(&board);
        step = new ChangesStep(*document, selection, &board);
        column->addWidget(step);
        board.resize(900, 500);
        board.show();
        if (!QTest::qWaitForWindowActive(&board))
            qFatal("the window is not active");
        tree = board.findChild<QTreeView *>(u"changesView"_s);
    }
    ChangesModel &model() const { return static_cast<ChangesModel &>(*tree->model()); }
    void choose(const QList<std::pair<int, int>> &rows) const
    {
        tree->clearSelection();
        for (const auto &[group, row] : rows)
            tree->selectionModel()->select(
                row < 0 ? model().index(group, 0) : model().index(row, 0, model().index(group, 0)),
                QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }
    void revert() const
    {
        QTest::mouseClick(board.findChild<QToolButton *>(u"revertButton"_s), Qt::LeftButton);
    }
};

bool isAsBaseline(const Document &document)
{
    return changesBetween(document.baseline(), document.topology()).isEmpty();
}

}  // namespace

class ReviewChangesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin)"_s)); }

    void theSampleByTenant()
    {
        Desk desk;
        QCOMPARE(lines(desk.model()).mid(0, 9),
            (QStringList {
                u"Cobalt Telecom (5)"_s,
                u"  SMS_1 | Tenants: +Cobalt Telecom | ↻ Restart"_s,
                u"  Social_1 | Tenants: +Cobalt Telecom | ↻ Restart"_s,
                u"  Ixn_1 | Tenants: +Cobalt Telecom | ⚡ Immediate"_s,
                u"  Ixn_1b | Tenants: +Cobalt Telecom | ⚡ Immediate"_s,
                u"  Chat_1 | Tenants: +Cobalt Telecom | ? Not stated"_s,
                u"Ember Retail (2)"_s,
                u"  MM_Ember_2 | New: Switch"_s,
                u"  Training_Ember | Removed: Training Server | – Stop"_s,
            }));
        QCOMPARE(desk.board.findChild<QLabel *>(u"changesHeadline"_s)->text(),
            u"8 changed objects, 10 differences"_s);
    }

    void byServerEveryServerHasAHeading()
    {
        Desk desk(assigned(site().build(), u"SMS_1"_s, u"Globex"_s), site().build());
        auto *grouping = desk.board.findChild<QComboBox *>(u"changesGroupingBox"_s);
        grouping->setFocus();
        QTest::keyClick(grouping, Qt::Key_Down);
        QCOMPARE(lines(desk.model()),
            (QStringList {u"SMS_1 (1)"_s, u"  SMS_1 | Tenants: +Globex | ↻ Restart"_s}));
    }

    void secretsAreHidden()
    {
        auto before = site();
        before.application(u"Chat_1", u"chatserver").option(u"settings", u"password", u"old");
        auto after = site();
        after.application(u"Chat_1", u"chatserver").option(u"settings", u"password", u"new");
        Desk desk(after.build(), before.build());
        const auto text = lines(desk.model()).join(u'\n');
        QVERIFY2(text.contains(u"•••"), qPrintable(text));
        QVERIFY(!text.contains(u"old") && !text.contains(u"new"));
    }

    void placeholdersAndSettingsAreShown()
    {
        auto after = site();
        after.settings.environment = Environment::SingleTenant;
        after.application(u"Chat_1", u"chatserver").tenants({u"Nobody"});
        Desk desk(after.build(), site().build());
        // Settings are the document's own, and the baseline has none.
        QCOMPARE(lines(desk.model()),
            (QStringList {
                u"Nobody (undefined) (1)"_s, u"  Chat_1 | New: Chat Server | + Start"_s}));
    }

    void settingsAreComparedWithARevision()
    {
        Desk desk(site().build(), site().build());
        QVERIFY(desk.document->saveRevision({}, Store::Deployed::No).has_value());
        QVERIFY(desk.document
                    ->apply([](const Topology &t) -> Result<Step> {
                        auto settings = t.settings();
                        settings.environment = Environment::SingleTenant;
                        return setSettings(t, settings);
                    })
                    .has_value());
        auto *bases = desk.board.findChild<QComboBox *>(u"changesBaseBox"_s);
        QTRY_COMPARE(bases->count(), 2);
        bases->setFocus();
        QTest::keyClick(bases, Qt::Key_Down);
        QCOMPARE(lines(desk.model()).constLast(),
            u"  Settings of the document | Environment: multi-tenant → single-tenant"_s);
        desk.tree->selectAll();
        desk.revert();
        QCOMPARE(desk.document.topology().settings().environment, Environment::MultiTenant);
    }

    // --- Revert ---

    void oneChangeIsReverted()
    {
        Desk desk;
        const auto &topology = desk.document.topology();
        const auto sms = applicationNamed(topology, u"SMS_1");
        const auto changes = changesBetween(desk.document->baseline(), topology).size();
        desk.choose({{0, 0}});
        QCOMPARE(desk.selection.current(), std::optional(ObjectId(sms)));
        desk.revert();
        QCOMPARE(
            topology.application(sms).tenants, desk.document->baseline().application(sms).tenants);
        QCOMPARE(changesBetween(desk.document->baseline(), topology).size(), changes - 1);
        QCOMPARE(desk.document->undoTitle(), u"Revert Tenants of SMS_1"_s);
        QTRY_COMPARE(lines(desk.model()).constFirst(), u"Cobalt Telecom (4)"_s);
        QCOMPARE(desk.board.notices.constLast().text, u"Revert Tenants of SMS_1."_s);
        desk.board.notices.constLast().action();
        QCOMPARE(changesBetween(desk.document->baseline(), topology).size(), changes);
    }

    void allThatIsChosenGoesInOneStep()
    {
        Desk desk;
        const auto before = desk.document->head().step;
        const auto was = desk.document.topology();
        desk.tree->setFocus();
        desk.tree->selectAll();
        QTest::keyClick(desk.tree, Qt::Key_Backspace, Qt::ControlModifier);
        QVERIFY(isAsBaseline(*desk.document));
        QCOMPARE(desk.document->head().step, before + 1);
        QTRY_VERIFY(desk.board.findChild<QWidget *>(u"noChangesState"_s)->isVisible());
        QVERIFY(desk.document->undo().has_value());
        QCOMPARE(desk.document.topology(), was);
        QTRY_COMPARE(desk.model().rowCount(), 3);
    }

    void aHeadingStandsForItsRows()
    {
        Desk desk;
        desk.choose({{0, -1}});
        QCOMPARE(
            desk.board.findChild<QToolButton *>(u"revertButton"_s)->text(), u"Revert 5 changes"_s);
        desk.revert();
        QTRY_COMPARE(desk.model().rowCount(), 2);
        QCOMPARE(desk.document->undoTitle(), u"Revert 5 changes"_s);
    }

    void whatCantComeBackIsTold()
    {
        // Email_1 went to another host, and its old one is gone.
        auto b = site();
        b.application(u"Chat_1", u"chatserver").host(u"host-1");
        const auto baseline = b.build();
        const auto working = with(baseline, removeObject(baseline, *baseline.findHost(u"host-1")));
        Desk desk(working, baseline);
        const auto chat = ObjectId(applicationNamed(working, u"Chat_1"));
        desk.tree->setCurrentIndex(desk.model().find(chat));
        desk.revert();
        const auto &notice = desk.board.notices.constLast();
        QVERIFY2(
            notice.text.contains(u"Left out, because it isn't there: host-1 in Host of Chat_1"),
            qPrintable(notice.text));
        QCOMPARE(notice.mark, std::optional(Mark::Warning));
    }

    void revertGoesToTheRevisionThatIsCompared()
    {
        Desk desk(site().build(), Topology());
        QVERIFY(desk.document->saveRevision(u"as agreed"_s, Store::Deployed::No).has_value());
        QVERIFY(desk.document
                    ->apply([](const Topology &t) {
                        return assignTenant(
                            t, applicationNamed(t, u"SMS_1"), tenantNamed(t, u"Globex"));
                    })
                    .has_value());
        auto *bases = desk.board.findChild<QComboBox *>(u"changesBaseBox"_s);
        QTRY_COMPARE(bases->count(), 2);
        QCOMPARE(bases->itemText(1), u"Against revision 1: as agreed"_s);
        bases->setFocus();
        QTest::keyClick(bases, Qt::Key_Down);
        QCOMPARE(lines(desk.model()),
            (QStringList {u"Globex (1)"_s, u"  SMS_1 | Tenants: +Globex | ↻ Restart"_s}));
        // The plan of the revision follows the document.
        QVERIFY(desk.document
                    ->apply([](const Topology &t) {
                        return assignTenant(
                            t, applicationNamed(t, u"Email_1"), tenantNamed(t, u"Globex"));
                    })
                    .has_value());
        QTRY_COMPARE(
            lines(desk.model()).constLast(), u"  Email_1 | Tenants: +Globex | ? Not stated"_s);
        desk.tree->selectAll();
        desk.revert();
        QCOMPARE(desk.document.topology(), *desk.document->revision(1));
    }

    // --- The tree ---

    void causesOfRestartsAreNotFoldedAway()
    {
        Desk desk;
        const auto cobalt = desk.model().index(0, 0);
        const auto ember = desk.model().index(1, 0);
        QVERIFY(desk.tree->isExpanded(cobalt) && desk.tree->isExpanded(ember));
        desk.tree->collapse(cobalt);
        desk.tree->collapse(ember);
        QVERIFY(desk.tree->isExpanded(cobalt));
        QVERIFY(!desk.tree->isExpanded(ember));
    }

    void selectionStaysWhenRowsChange()
    {
        Desk desk;
        desk.tree->setCurrentIndex(desk.model().index(2, 0, desk.model().index(0, 0)));
        const auto chosen = desk.selection.current();
        QVERIFY(desk.document
                    ->apply([](const Topology &t) {
                        return unassignTenant(
                            t, applicationNamed(t, u"SMS_1"), tenantNamed(t, u"Cobalt Telecom"));
                    })
                    .has_value());
        QTRY_COMPARE(lines(desk.model()).constFirst(), u"Cobalt Telecom (4)"_s);
        QCOMPARE(desk.tree->currentIndex().data().toString(), u"Ixn_1"_s);
        QCOMPARE(desk.selection.current(), chosen);
    }

    void enterLeadsToTheField()
    {
        Desk desk;
        QSignalSpy revealed(&desk.selection, &Selection::revealed);
        desk.tree->setFocus();
        desk.tree->setCurrentIndex(desk.model().index(0, 0, desk.model().index(0, 0)));
        QTest::keyClick(desk.tree, Qt::Key_Return);
        QCOMPARE(revealed.size(), 1);
        QCOMPARE(desk.selection.field(), std::optional(Field::Tenants));
    }

    void theSelectionIsFollowed()
    {
        Desk desk;
        desk.selection.select(applicationNamed(desk.document.topology(), u"Chat_1"));
        QCOMPARE(desk.tree->currentIndex().data().toString(), u"Chat_1"_s);
    }

    void readOnlyNothingIsReverted()
    {
        TemporaryDocument document;
        const auto reader = Document::open(document->path(), u"tester"_s, Store::Access::ReadOnly);
        QVERIFY(reader.has_value());
        Selection selection;
        ChangesStep step(**reader, selection);
        step.show();
        auto *tree = step.findChild<QTreeView *>(u"changesView"_s);
        tree->selectAll();
        auto *revert = step.findChild<QToolButton *>(u"revertButton"_s);
        QVERIFY(!revert->isEnabled());
        QCOMPARE(revert->toolTip(), u"The document is read-only."_s);
    }

    /// Random steps, some taken back at once, and after each the model says what a new one would
    /// say.
    void itFollowsAsIfMadeAnew_data()
    {
        QTest::addColumn<ChangesModel::Grouping>("grouping");

        QTest::addRow("by tenant") << ChangesModel::Grouping::ByTenant;
        QTest::addRow("by server") << ChangesModel::Grouping::ByServer;
    }
    void itFollowsAsIfMadeAnew()
    {
        QFETCH(ChangesModel::Grouping, grouping);
        const auto baseline = site().build();
        auto working = baseline;
        Planner planner(baseline, working, Matching::ById);
        ChangesModel model;
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        RandomSteps random(7);
        int most = 0;
        for (int round = 0; round < 300; ++round) {
            const auto step = random.next(working);
            for (const auto &taken : {step, inverse(step)}) {
                ::apply(working, taken);
                planner.update(taken.edits);
                model.show(baseline, working, planner, grouping);
                ChangesModel anew;
                anew.show(baseline, working, planner, grouping);
                QCOMPARE(lines(model), lines(anew));
                most = std::max(most, model.changeCount());
                if (round % 4 != 0)
                    break;
            }
        }
        QVERIFY2(most > 20, qPrintable(QString::number(most)));
    }

    // --- Problems, and the page ---

    void problemsSaysWhatStands()
    {
        TemporaryDocument document;
        Selection selection;
        ProblemsStep step(*document, selection);
        step.resize(700, 500);
        step.show();
        auto *tree = step.findChild<QTreeView *>(u"standingView"_s);
        const QAbstractItemModelTester tester(
            tree->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(tree->model()->index(0, 0).data().toString(), u"2 errors block the export"_s);
        QSignalSpy requested(&step, &ProblemsStep::problemsRequested);
        QSignalSpy revealed(&selection, &Selection::revealed);
        tree->setFocus();
        tree->setCurrentIndex(tree->model()->index(0, 0, tree->model()->index(0, 0)));
        QTest::keyClick(tree, Qt::Key_Return);
        QCOMPARE(requested.size(), 1);
        QCOMPARE(revealed.size(), 1);
        QVERIFY(document
                    ->apply([](const Topology &t) {
                        return unassignTenant(t, applicationNamed(t, u"Email_Shared"),
                            tenantNamed(t, u"Cobalt Telecom"));
                    })
                    .has_value());
        QTRY_COMPARE(tree->model()->index(0, 0).data().toString(), u"1 error blocks the export"_s);
    }

    void withoutProblemsItSaysWhatWasChecked()
    {
        TemporaryDocument document((Topology()));
        Selection selection;
        ProblemsStep step(*document, selection);
        step.show();
        auto *empty = step.findChild<QWidget *>(u"noProblemsState"_s);
        QVERIFY(empty->isVisible());
    }

    void theStepsSayHowTheyStand()
    {
        TemporaryDocument document;
        Selection selection;
        ReviewPage page(*document, selection, new QLabel(u"the plan"_s));
        page.show();
        auto *steps = page.findChild<QAbstractItemView *>(u"reviewSteps"_s);
        const auto said = [&](int step) {
            return steps->model()->index(step, 0).data(Qt::AccessibleTextRole).toString();
        };
        QCOMPARE(said(0), u"1  Changes: 8 changes"_s);
        QCOMPARE(said(1), u"2  Problems: 2 errors, 6 warnings"_s);
        QCOMPARE(said(2), u"3  Restarts: 3 restarts, 4 tenants, 1 not stated"_s);
        QCOMPARE(said(3), u"4  Export: Refused: 2 errors"_s);
        for (int undone = 0; document->canUndo() && undone < 100; ++undone)
            QVERIFY(document->undo().has_value());
        QTRY_COMPARE(said(0), u"1  Changes: no change"_s);
        QCOMPARE(said(2), u"3  Restarts: no restart"_s);

        // By keyboard through the steps, and into one.
        steps->setFocus();
        QTest::keyClick(steps, Qt::Key_Down);
        QVERIFY(page.findChild<QWidget *>(u"problemsStep"_s)->isVisible());
        QTest::keyClick(steps, Qt::Key_End);
        QVERIFY(page.findChild<QWidget *>(u"exportStep"_s)->isVisible());
    }
};

QTEST_MAIN(ReviewChangesTest)
#include "tst_reviewchanges.moc"
