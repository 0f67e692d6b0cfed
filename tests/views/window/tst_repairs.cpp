// SPDX-License-Identifier: Apache-2.0
#include "models/document/stepcost.h"
#include "models/rules/catalogue.h"
#include "models/rules/waivers.h"
#include "models/topology/edits.h"
#include "tests/support/temporarydocument.h"
#include "tests/support/topologybuilder.h"
#include "tests/views/window/desk.h"
#include "views/common/gestures.h"
#include "views/common/selection.h"
#include "views/problems/problemsview.h"
#include "views/window/fixdialog.h"
#include "views/window/removaldialog.h"
#include "views/window/waiverdialog.h"
#include "views/window/waiversdialog.h"

#include <QCheckBox>
#include <QDateEdit>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

using namespace Qt::StringLiterals;

namespace {

/// Two E-mail Servers with a tenant too many each.
Topology site()
{
    TopologyBuilder b;
    b.tenant(u"Acme").dbid(101);
    b.tenant(u"Globex").dbid(102);
    b.application(u"SMS_1", u"istransportserver").tenants({u"Acme"});
    b.application(u"Email_1", u"emailserver").tenants({u"Acme", u"Globex"});
    b.application(u"Email_2", u"emailserver").tenants({u"Acme", u"Globex"});
    return b.build();
}

template <class Widget>
Widget *child(QWidget &parent, const QString &name)
{
    auto *found = parent.findChild<Widget *>(name);
    if (!found)
        qFatal("no %s", qPrintable(name));
    return found;
}

FindingId findingAbout(const Document &document, QStringView application, QStringView rule)
{
    const auto &validator = document.validator();
    for (const auto id : validator.findingsOf(applicationNamed(document.topology(), application))) {
        if (ruleName(validator.finding(id).rule) == rule)
            return id;
    }
    qFatal("no such finding");
}

FindingId emailFinding(const Document &document)
{
    return findingAbout(document, u"Email_1", u"tenant-exclusive");
}

Waiver waiverFor(const Document &document, FindingId id)
{
    const auto &finding = document.validator().finding(id);
    return {waiverKey(finding), u"Agreed with operations"_s, u"anna"_s, {},
        message(document.topology(), finding)};
}

bool waive(Document &document, const Waiver &waiver)
{
    return document.apply([&](const Topology &t) { return setWaiver(t, waiver); }).has_value();
}

/// All lines of a tree, rows indented.
QStringList linesOf(const QTreeWidget &tree)
{
    QStringList lines;
    for (int i = 0; i < tree.topLevelItemCount(); ++i) {
        const auto *group = tree.topLevelItem(i);
        lines.append(group->text(0));
        for (int row = 0; row < group->childCount(); ++row)
            lines.append(u"  "_s + group->child(row)->text(0));
    }
    return lines;
}

/// A window on a document with problems.
struct RepairsDesk : Desk
{
    explicit RepairsDesk(const Topology &topology) { show(topology); }
    ProblemsView &problems() const { return *window->workspace()->problems(); }
    void choose(QStringView application) const
    {
        window->workspace()->selection().select(
            applicationNamed(document().topology(), application));
    }
};

}  // namespace

class RepairsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin)"_s)); }

    // --- Fix preview ---

    void previewIsWhatApplyingDoes()
    {
        const TemporaryDocument document(site());
        const auto finding = document->validator().finding(emailFinding(*document));
        const auto fixes = pricedFixes(*document, finding);
        QVERIFY(fixes.size() > 1);
        QWidget window;
        for (int choice = 0; choice < fixes.size(); ++choice) {
            QPointer dialog(new FixDialog(*document, emailFinding(*document), choice, &window));
            dialog->open();
            auto *list = child<QListWidget>(*dialog, u"fixesList"_s);
            QCOMPARE(list->count(), int(fixes.size()));
            QCOMPARE(list->currentRow(), choice);
            const auto effect = document->effectOf(fixes.at(choice).fix.step);
            const auto lines = linesOf(*child<QTreeWidget>(*dialog, u"stepEffectView"_s));
            QVERIFY(lines.contains(u"Changes (%1)"_s.arg(effect.changes.size())));
            QVERIFY(lines.contains(u"Solves (%1)"_s.arg(effect.solved.size())));
            QVERIFY(lines.contains(u"  "_s + effect.solved.constFirst().message));
            QCOMPARE(lines.contains(u"Creates (%1)"_s.arg(effect.created.size())),
                !effect.created.isEmpty());

            QSignalSpy applied(dialog, &FixDialog::applied);
            const auto before = document->topology();
            const auto head = document->head().step;
            QTest::mouseClick(child<QPushButton>(*dialog, u"applyFixButton"_s), Qt::LeftButton);
            QCOMPARE(applied.count(), 1);
            QTRY_VERIFY(!dialog);
            QCOMPARE(document->head().step, head + 1);
            QCOMPARE(document->undoTitle(), fixes.at(choice).fix.step.title);
            QCOMPARE(document->planner().summary(), effect.planAfter);
            const auto standing = checkAll(document->topology());
            for (const auto &solved : effect.solved)
                QVERIFY(!standing.contains(solved.finding));
            for (const auto &created : effect.created)
                QVERIFY(standing.contains(created.finding));
            QVERIFY(document->undo());
            QVERIFY(document->topology() == before);
        }
    }

    void choosingShowsAnotherEffect()
    {
        const TemporaryDocument document(site());
        QWidget window;
        FixDialog dialog(*document, emailFinding(*document), 0, &window);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        auto *list = child<QListWidget>(dialog, u"fixesList"_s);
        auto *tree = child<QTreeWidget>(dialog, u"stepEffectView"_s);
        const auto first = linesOf(*tree);
        QTest::keyClick(list, Qt::Key_Down);
        QCOMPARE(list->currentRow(), 1);
        QVERIFY(linesOf(*tree) != first);
    }

    void appliesToAllOfTheRule()
    {
        const TemporaryDocument document(site());
        QWidget window;
        FixDialog dialog(*document, emailFinding(*document), 0, &window);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        auto *all = child<QCheckBox>(dialog, u"allOfRuleBox"_s);
        QVERIFY(all->isVisible());
        QCOMPARE(all->text(), u"Apply to all 2 of this rule"_s);
        all->click();
        const auto head = document->head().step;
        auto *button = child<QPushButton>(dialog, u"applyFixButton"_s);
        QCOMPARE(button->text(), u"Apply to all"_s);
        button->click();
        QCOMPARE(document->head().step, head + 1);
        const auto standing = checkAll(document->topology());
        QVERIFY(std::none_of(standing.cbegin(), standing.cend(), [](const Finding &finding) {
            return ruleName(finding.rule) == u"tenant-exclusive"_s;
        }));
    }

    /// All are split, whatever number the split has in each one's own list.
    void theWayShownIsTakenForAll()
    {
        auto topology = site();
        const TemporaryDocument document(topology);
        QVERIFY(document->apply([](const Topology &t) {
            Tenant tenant;
            tenant.name = u"Initech"_s;
            return addObject(t, tenant);
        }));
        QVERIFY(document->apply([](const Topology &t) {
            return assignTenant(t, applicationNamed(t, u"Email_2"), tenantNamed(t, u"Initech"));
        }));
        QWidget window;
        FixDialog dialog(*document, emailFinding(*document), 0, &window);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        auto *list = child<QListWidget>(dialog, u"fixesList"_s);
        const auto splits = list->findItems(u"Split"_s, Qt::MatchStartsWith);
        QCOMPARE(splits.size(), 1);
        list->setCurrentItem(splits.constFirst());
        child<QCheckBox>(dialog, u"allOfRuleBox"_s)->click();
        const auto before = document->topology().applications().size();
        child<QPushButton>(dialog, u"applyFixButton"_s)->click();
        QCOMPARE(document->topology().applications().size(), before + 1 + 2);
    }

    void previewFollowsTheDocument()
    {
        const TemporaryDocument document(site());
        QWidget window;
        FixDialog dialog(*document, emailFinding(*document), 0, &window);
        dialog.show();
        QVERIFY(document->apply([](const Topology &t) {
            return unassignTenant(t, applicationNamed(t, u"Email_1"), tenantNamed(t, u"Globex"));
        }));
        QCOMPARE(child<QLabel>(dialog, u"fixMessageLabel"_s)->text(),
            u"This problem is gone already."_s);
        QVERIFY(!child<QPushButton>(dialog, u"applyFixButton"_s)->isEnabled());
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    }

    /// Another process was faster, and this one has not noticed yet.
    void refusesWhenTheDocumentChanged()
    {
        QTemporaryDir folder;
        const auto path = folder.filePath(u"shared.switchyard"_s);
        auto mine = Document::create(path, u"anna"_s, site(), site());
        QVERIFY(mine);
        auto theirs = Document::open(path, u"ben"_s);
        QVERIFY(theirs);
        QWidget window;
        FixDialog dialog(**mine, emailFinding(**mine), 0, &window);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        QVERIFY((*theirs)->apply([](const Topology &t) {
            return assignTenant(t, applicationNamed(t, u"SMS_1"), tenantNamed(t, u"Globex"));
        }));
        auto *button = child<QPushButton>(dialog, u"applyFixButton"_s);
        button->click();
        QVERIFY(dialog.isVisible());
        QVERIFY(child<QLabel>(dialog, u"fixFailureLabel"_s)->isVisible());
        QVERIFY((*mine)->validator().contains(emailFinding(**mine)));
        button->click();  // What is shown now is up to date.
        QVERIFY(!dialog.isVisible());
    }

    // --- Waivers ---

    void waiverNeedsAReason()
    {
        const TemporaryDocument document(site());
        const auto id = emailFinding(*document);
        QWidget window;
        auto waiver = waiverFor(*document, id);
        waiver.reason.clear();
        waiver.owner.clear();
        WaiverDialog dialog(*document, waiver, &window);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        auto *button = child<QPushButton>(dialog, u"acceptWaiverButton"_s);
        QVERIFY(!button->isEnabled());
        QTest::keyClicks(child<QLineEdit>(dialog, u"waiverReasonEdit"_s), u"  "_s);
        QVERIFY(!button->isEnabled());
        QTest::keyClicks(child<QLineEdit>(dialog, u"waiverReasonEdit"_s), u"Pilot "_s);
        QVERIFY(button->isEnabled());
        QTest::keyClicks(child<QLineEdit>(dialog, u"waiverOwnerEdit"_s), u"anna"_s);
        child<QCheckBox>(dialog, u"waiverExpiresBox"_s)->click();
        const auto last = document->today().addDays(30);
        child<QDateEdit>(dialog, u"waiverExpiryEdit"_s)->setDate(last);
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(document->validator().finding(id).isWaived);
        const auto *made = document->topology().findWaiver(waiver.key);
        QVERIFY(made);
        QCOMPARE(made->reason, u"Pilot"_s);
        QCOMPARE(made->owner, u"anna"_s);
        QCOMPARE(made->expiry, last);
        QVERIFY(document->undo());
        QVERIFY(!document->validator().finding(id).isWaived);
    }

    void unsoundWaiversComeFirstAndCanBeWithdrawn()
    {
        const TemporaryDocument document(site());
        auto expired = waiverFor(*document, emailFinding(*document));
        expired.expiry = document->today().addDays(-1);
        QVERIFY(waive(*document, expired));
        const auto stale =
            waiverFor(*document, findingAbout(*document, u"Email_2", u"tenant-exclusive"));
        QVERIFY(waive(*document, stale));
        QVERIFY(document->apply([](const Topology &t) {
            return unassignTenant(t, applicationNamed(t, u"Email_2"), tenantNamed(t, u"Globex"));
        }));
        QWidget window;
        WaiversDialog dialog(*document, &window);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        auto *list = child<QTreeWidget>(dialog, u"waiversList"_s);
        QCOMPARE(list->topLevelItemCount(), 2);
        QCOMPARE(list->topLevelItem(0)->text(0), u"Stale: nothing to waive"_s);
        QCOMPARE(list->topLevelItem(1)->text(0), u"Expired: it counts again"_s);
        QTest::mouseClick(child<QPushButton>(dialog, u"withdrawWaiverButton"_s), Qt::LeftButton);
        QCOMPARE(list->topLevelItemCount(), 1);
        QVERIFY(!document->topology().findWaiver(stale.key));
        QSignalSpy change(&dialog, &WaiversDialog::changeRequested);
        child<QPushButton>(dialog, u"changeWaiverButton"_s)->click();
        QCOMPARE(change.count(), 1);
        QCOMPARE(change.at(0).at(0).value<Waiver>(), expired);
    }

    // --- Removal of a tenant ---

    void removalShowsWhatGoesAlong()
    {
        RepairsDesk desk(site());
        auto &document = desk.document();
        const auto &topology = document.topology();
        const auto acme = tenantNamed(topology, u"Acme");
        removeObjects(document, {acme}, &desk.problems());
        QPointer dialog(desk.window->findChild<RemovalDialog *>());
        QVERIFY(dialog);
        QVERIFY(topology.contains(acme));
        const auto lines = linesOf(*child<QTreeWidget>(*dialog, u"stepEffectView"_s));
        QVERIFY(lines.contains(u"  Tenant Acme is removed"_s));
        QVERIFY(lines.contains(u"  Email_1: Tenants: −Acme"_s));
        QCOMPARE(lines.mid(0, 2), QStringList({u"Left without a tenant (1)"_s, u"  SMS_1"_s}));
        dialog->reject();
        QTRY_VERIFY(!dialog);
        QVERIFY(topology.contains(acme));

        removeObjects(document, {acme}, &desk.problems());
        dialog = desk.window->findChild<RemovalDialog *>();
        const auto head = document.head().step;
        QTest::mouseClick(child<QPushButton>(*dialog, u"removeButton"_s), Qt::LeftButton);
        QTRY_VERIFY(!dialog);
        QVERIFY(!topology.contains(acme));
        QCOMPARE(document.head().step, head + 1);
    }

    /// Another process was faster, and this one has not noticed yet.
    void removesNothingThatWasNotShown()
    {
        QTemporaryDir folder;
        const auto path = folder.filePath(u"shared.switchyard"_s);
        auto mine = Document::create(path, u"anna"_s, site(), site());
        QVERIFY(mine);
        auto theirs = Document::open(path, u"ben"_s);
        QVERIFY(theirs);
        const auto globex = tenantNamed((*mine)->topology(), u"Globex");
        QWidget window;
        RemovalDialog dialog(**mine, {globex}, &window);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        auto *tree = child<QTreeWidget>(dialog, u"stepEffectView"_s);
        QVERIFY(!linesOf(*tree).contains(u"  SMS_1: Tenants: −Globex"_s));
        QVERIFY((*theirs)->apply([](const Topology &t) {
            return assignTenant(t, applicationNamed(t, u"SMS_1"), tenantNamed(t, u"Globex"));
        }));
        auto *button = child<QPushButton>(dialog, u"removeButton"_s);
        button->click();
        QVERIFY(dialog.isVisible());
        QVERIFY(child<QLabel>(dialog, u"removalFailureLabel"_s)->isVisible());
        QVERIFY((*mine)->topology().contains(globex));
        QVERIFY(linesOf(*tree).contains(u"  SMS_1: Tenants: −Globex"_s));
        button->click();  // What is shown now is up to date.
        QVERIFY(!dialog.isVisible());
        QVERIFY(!(*mine)->topology().contains(globex));
    }

    void whatNothingRefersToGoesAtOnce()
    {
        RepairsDesk desk(site());
        auto &document = desk.document();
        QVERIFY(document.apply([](const Topology &t) {
            Tenant tenant;
            tenant.name = u"Initech"_s;
            return addObject(t, tenant);
        }));
        removeObjects(document, {tenantNamed(document.topology(), u"Initech")}, &desk.problems());
        removeObjects(
            document, {applicationNamed(document.topology(), u"SMS_1")}, &desk.problems());
        QVERIFY(!desk.window->findChild<RemovalDialog *>());
        QCOMPARE(document.topology().applications().size(), 2);
    }

    // --- In the window ---

    void keyOffersFixes()
    {
        RepairsDesk desk(site());
        desk.problems().showSeverity(Severity::Error);
        desk.choose(u"Email_1");
        QTest::keyClick(desk.window.get(), Qt::Key_Period, Qt::ControlModifier);
        QPointer dialog(desk.window->findChild<FixDialog *>());
        QVERIFY(dialog);
        QTest::keyClick(dialog, Qt::Key_Return);
        QTRY_VERIFY(!dialog);
        QCOMPARE(desk.document()
                     .validator()
                     .findingsOf(applicationNamed(desk.document().topology(), u"Email_1"))
                     .size(),
            0);
    }

    void detailOffersFixesAndWaivers()
    {
        RepairsDesk desk(site());
        desk.problems().showSeverity(Severity::Error);
        desk.choose(u"Email_1");
        auto &problems = desk.problems();
        const auto finding = emailFinding(desk.document());
        const auto fixes =
            pricedFixes(desk.document(), desk.document().validator().finding(finding));
        QTRY_VERIFY(!problems.findChildren<QPushButton *>(u"fixButton"_s).isEmpty());
        auto *button = problems.findChildren<QPushButton *>(u"fixButton"_s).constFirst();
        QVERIFY(button->accessibleName().startsWith(fixes.constFirst().fix.step.title));
        QTest::mouseClick(button, Qt::LeftButton);
        QPointer fix(desk.window->findChild<FixDialog *>());
        QVERIFY(fix);
        fix->reject();
        QTRY_VERIFY(!fix);

        QTest::mouseClick(child<QPushButton>(problems, u"waiveButton"_s), Qt::LeftButton);
        QPointer dialog(desk.window->findChild<WaiverDialog *>());
        QVERIFY(dialog);
        child<QLineEdit>(*dialog, u"waiverReasonEdit"_s)->setText(u"Agreed"_s);
        child<QPushButton>(*dialog, u"acceptWaiverButton"_s)->click();
        QTRY_VERIFY(!dialog);
        QVERIFY(desk.document().validator().finding(finding).isWaived);

        problems.showWaived();
        QTest::mouseClick(child<QPushButton>(problems, u"withdrawButton"_s), Qt::LeftButton);
        QTRY_VERIFY(!desk.document().validator().finding(finding).isWaived);
        QVERIFY(!child<QToolButton>(problems, u"waiversButton"_s)->isVisible());
    }
};

QTEST_MAIN(RepairsTest)
#include "tst_repairs.moc"
