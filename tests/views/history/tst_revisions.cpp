// SPDX-License-Identifier: Apache-2.0
#include "models/topology/edits.h"
#include "tests/support/temporarydocument.h"
#include "tests/support/topologybuilder.h"
#include "tests/views/history/panelwindow.h"
#include "views/history/revisionsmodel.h"
#include "views/history/revisionsview.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace {

Topology site()
{
    TopologyBuilder b;
    b.tenant(u"Acme");
    b.tenant(u"Globex");
    b.application(u"SMS_1", u"istransportserver").tenants({u"Acme"});
    b.application(u"Chat_1", u"chatserver").tenants({u"Acme"});
    return b.build();
}

void assign(Document &document, const QString &tenant)
{
    const auto applied = document.apply([&](const Topology &t) {
        return assignTenant(t, applicationNamed(t, u"SMS_1"), tenantNamed(t, tenant));
    });
    QVERIFY2(applied, applied ? "" : qPrintable(applied.error().text()));
}

void remove(Document &document, const QString &application)
{
    QVERIFY(document
                .apply([&](const Topology &t) {
                    return removeObject(t, applicationNamed(t, application));
                })
                .has_value());
}

/// The panel as it stands in a window; the work "beside the window" is done when the test says so.
struct Panel : PanelWindow
{
    QList<std::function<void()>> waiting;
    RevisionsView &view;

    explicit Panel(Document &document)
        : view(*new RevisionsView(
            document, selection,
            [this](QObject *, const std::function<RevisionsView::Compared()> &work,
                const std::function<void(RevisionsView::Compared)> &take) {
                waiting.append([work, take] { take(work()); });
            },
            &board))
    {
        show(view, 1000, u"revisionsList"_s);
    }
    void work()
    {
        QTRY_VERIFY(!waiting.isEmpty());
        while (!waiting.isEmpty())
            waiting.takeFirst()();
    }
    QString headline() const { return child<QLabel>(u"comparisonHeadline"_s)->text(); }
    QStringList differences() const
    {
        const auto &model = *child<QTreeView>(u"differencesView"_s)->model();
        QStringList lines;
        for (int row = 0; row < model.rowCount(); ++row) {
            const auto object = model.index(row, 0);
            lines.append(object.data().toString());
            for (int field = 0; field < model.rowCount(object); ++field)
                lines.append(u"  "_s + model.index(field, 0, object).data().toString());
        }
        return lines;
    }
};

}  // namespace

class RevisionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin)"_s)); }

    void newestStandsFirst()
    {
        TemporaryDocument document(site());
        RevisionsModel model(*document, nullptr);
        QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 0);
        const auto first = document->saveRevision(u"as it was"_s, Store::Deployed::Yes);
        QVERIFY(first.has_value());
        assign(*document, u"Globex"_s);
        QVERIFY(document->saveRevision(u"with Globex"_s, Store::Deployed::No).has_value());
        QCOMPARE(model.rowCount(), 2);
        const auto text = [&](int row, int column) {
            return model.index(row, column).data().toString();
        };
        QCOMPARE(text(0, RevisionsModel::NumberColumn), u"Revision 2"_s);
        QCOMPARE(text(0, RevisionsModel::CommentColumn), u"with Globex"_s);
        QCOMPARE(text(1, RevisionsModel::NumberColumn), u"Revision 1, what runs now"_s);
        QCOMPARE(text(1, RevisionsModel::WhoColumn), u"tester"_s);
        QVERIFY(text(1, RevisionsModel::ProblemsColumn).contains(u"warning"_s)
            || text(1, RevisionsModel::ProblemsColumn).contains(u"advice"_s)
            || text(1, RevisionsModel::ProblemsColumn) == u"no problems"_s);
        QVERIFY(model.index(1, 0).data(Qt::ToolTipRole).toString().contains(first->checksum));
        QVERIFY(document->declareDeployed(2).has_value());
        QVERIFY(model.index(0, 0)
                    .data(Qt::ToolTipRole)
                    .toString()
                    .contains(u"Declared deployed by tester, "_s));
        QCOMPARE(text(0, RevisionsModel::NumberColumn), u"Revision 2, what runs now"_s);
        QCOMPARE(text(1, RevisionsModel::NumberColumn), u"Revision 1, deployed once"_s);
    }

    void anotherProcessIsFollowed()
    {
        TemporaryDocument document(site());
        Panel panel(*document);
        QVERIFY(!panel.list->isVisible());
        {
            const auto other = Document::open(document->path(), u"ben"_s);
            QVERIFY(other.has_value());
            QVERIFY((*other)->saveRevision(u"his"_s, Store::Deployed::No).has_value());
        }
        QVERIFY(document->follow().has_value());
        QVERIFY(panel.list->isVisible());
        QCOMPARE(panel.list->model()->rowCount(), 1);
        QCOMPARE(panel.list->currentIndex().row(), 0);
    }

    void aRevisionIsComparedWithTheWorkingCopy()
    {
        TemporaryDocument document(site());
        QVERIFY(document->saveRevision(u"start"_s, Store::Deployed::No).has_value());
        assign(*document, u"Globex"_s);
        remove(*document, u"Chat_1"_s);
        Panel panel(*document);
        panel.work();
        QCOMPARE(panel.headline(), u"From revision 1 to the working copy"_s);
        QCOMPARE(panel.differences(),
            (QStringList {u"Application Chat_1 is removed"_s, u"Application SMS_1"_s,
                u"  Tenants: +Globex"_s}));
        QVERIFY(panel.child<QLabel>(u"comparisonPlanLabel"_s)
                    ->text()
                    .startsWith(u"2 objects differ. Restart plan between them: 1 restart"));
        // A choice selects in the window what is there, and follows what is done.
        auto *tree = panel.child<QTreeView>(u"differencesView"_s);
        tree->setCurrentIndex(tree->model()->index(0, 0));
        QVERIFY(panel.selection.objects().isEmpty());
        tree->setCurrentIndex(tree->model()->index(0, 0, tree->model()->index(1, 0)));
        QCOMPARE(panel.selection.objects(),
            QList<ObjectId> {applicationNamed(document.topology(), u"SMS_1")});
        QVERIFY(document->undo().has_value());
        panel.work();
        QCOMPARE(
            panel.differences(), (QStringList {u"Application SMS_1"_s, u"  Tenants: +Globex"_s}));
        QCOMPARE(tree->currentIndex().data().toString(), u"Tenants: +Globex"_s);
        tree->setFocus();
        QTest::keyClick(tree, Qt::Key_C, Qt::ControlModifier);
        QVERIFY(QGuiApplication::clipboard()->text().contains(u"SMS_1"));
    }

    void whatHappensWhileItIsComparedComesAfter()
    {
        TemporaryDocument document(site());
        QVERIFY(document->saveRevision(u"start"_s, Store::Deployed::No).has_value());
        Panel panel(*document);
        QTRY_COMPARE(panel.waiting.size(), 1);
        assign(*document, u"Globex"_s);
        panel.work();
        panel.work();
        QCOMPARE(panel.differences().size(), 2);
    }

    void twoRevisionsAreCompared()
    {
        TemporaryDocument document(site());
        QVERIFY(document->saveRevision(u"one"_s, Store::Deployed::No).has_value());
        assign(*document, u"Globex"_s);
        QVERIFY(document->saveRevision(u"two"_s, Store::Deployed::No).has_value());
        remove(*document, u"Chat_1"_s);
        Panel panel(*document);
        panel.work();
        auto *other = panel.child<QComboBox>(u"comparedWithBox"_s);
        QCOMPARE(other->count(), 3);
        panel.choose(0);
        other->setCurrentIndex(other->findData(1));
        panel.work();
        QCOMPARE(panel.headline(), u"From revision 1 to revision 2"_s);
        QCOMPARE(
            panel.differences(), (QStringList {u"Application SMS_1"_s, u"  Tenants: +Globex"_s}));
        panel.choose(1);
        QTRY_VERIFY(!panel.child<QTreeView>(u"differencesView"_s)->isVisible());
    }

    void aRevisionIsRestored()
    {
        TemporaryDocument document(site());
        QVERIFY(document->saveRevision(u"start"_s, Store::Deployed::No).has_value());
        assign(*document, u"Globex"_s);
        remove(*document, u"Chat_1"_s);
        const auto changed = document.topology();
        Panel panel(*document);
        panel.work();
        QTest::mouseClick(
            panel.child<QToolButton>(u"restoreRevisionActionButton"_s), Qt::LeftButton);
        QCOMPARE(document.topology(), site());
        QCOMPARE(document->undoTitle(), u"Restore revision 1"_s);
        QCOMPARE(panel.board.notices.constLast().text, u"Restored revision 1."_s);
        panel.work();
        QVERIFY(!panel.child<QTreeView>(u"differencesView"_s)->isVisible());
        QCOMPARE(panel.board.notices.constLast().actionText, u"Undo"_s);
        panel.board.notices.constLast().action();
        QCOMPARE(document.topology(), changed);
        QVERIFY(document->redo().has_value());
        panel.child<QAction>(u"restoreRevisionAction"_s)->trigger();
        QCOMPARE(
            panel.board.notices.constLast().text, u"The working copy is as revision 1 already."_s);
    }

    void aRevisionIsDeclaredDeployed()
    {
        TemporaryDocument document(site());
        QVERIFY(document->saveRevision(u"start"_s, Store::Deployed::Yes).has_value());
        assign(*document, u"Globex"_s);
        QVERIFY(document->saveRevision(u"next"_s, Store::Deployed::No).has_value());
        QCOMPARE(document->planner().summary().restarts, 1);
        Panel panel(*document);
        auto *deployed = panel.child<QAction>(u"markDeployedAction"_s);
        panel.choose(1);
        QVERIFY(!deployed->isEnabled());  // It is what runs.
        panel.choose(0);
        deployed->trigger();
        QCOMPARE(document->planner().summary().restarts, 0);
        QVERIFY(!deployed->isEnabled());
        const auto notice = panel.board.notices.constLast();
        QCOMPARE(notice.text, u"Revision 2 is deployed: the new baseline."_s);
        QCOMPARE(notice.actionText, u"Back to revision 1"_s);
        notice.action();
        QCOMPARE(document->planner().summary().restarts, 1);
    }

    void whatCannotBeWrittenIsNotOffered()
    {
        TemporaryDocument document(site());
        QVERIFY(document->saveRevision(u"start"_s, Store::Deployed::No).has_value());
        assign(*document, u"Globex"_s);
        const auto reader = Document::open(document->path(), u"eve"_s, Store::Access::ReadOnly);
        QVERIFY(reader.has_value());
        Panel panel(**reader);
        panel.work();
        QVERIFY(!panel.child<QAction>(u"restoreRevisionAction"_s)->isEnabled());
        QVERIFY(!panel.child<QAction>(u"markDeployedAction"_s)->isEnabled());
        QCOMPARE(panel.differences().size(), 2);
    }
};

QTEST_MAIN(RevisionsTest)
#include "tst_revisions.moc"
