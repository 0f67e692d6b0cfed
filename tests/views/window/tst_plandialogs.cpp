// SPDX-License-Identifier: Apache-2.0
#include "models/topology/edits.h"
#include "tests/support/fakeprompts.h"
#include "tests/support/temporarydocument.h"
#include "tests/support/topologybuilder.h"
#include "views/window/answerdialog.h"
#include "views/window/stagingdialog.h"
#include "views/window/whatifdialog.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPointer>
#include <QPushButton>
#include <QRadioButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QTreeWidget>

using namespace Qt::StringLiterals;

namespace {

Topology site()
{
    TopologyBuilder b;
    b.tenant(u"Acme").dbid(101);
    b.tenant(u"Globex").dbid(102);
    b.tenant(u"Initech").dbid(103);
    b.application(u"Ixn_old", u"interactionserver").release(u"8.1.1").tenants({u"Initech"});
    b.application(u"SMS_1", u"istransportserver").tenants({u"Acme"});
    b.application(u"SMS_2", u"istransportserver").tenants({u"Globex"});
    b.application(u"UCS_1", u"contactserver").tenants({u"Acme"});
    return b.build();
}

void assign(const TemporaryDocument &document, QStringView application, QStringView tenant)
{
    QVERIFY(document->apply([=](const Topology &t) {
        return assignTenant(t, applicationNamed(t, application), tenantNamed(t, tenant));
    }));
}

template <class Widget>
Widget *child(QWidget &parent, const QString &name)
{
    auto *found = parent.findChild<Widget *>(name);
    if (!found)
        qFatal("no %s", qPrintable(name));
    return found;
}

void click(QWidget &dialog, const QString &name)
{
    child<QAbstractButton>(dialog, name)->click();
}

QStringList itemsOf(const QListWidget &list)
{
    QStringList items;
    for (int row = 0; row < list.count(); ++row)
        items.append(list.item(row)->text());
    return items;
}

/// SMS_1 restarts for Acme and Initech, SMS_2 for Globex and Initech.
void makePending(const TemporaryDocument &document)
{
    assign(document, u"SMS_1", u"Initech");
    assign(document, u"SMS_2", u"Initech");
}

}  // namespace

class PlanDialogsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin)"_s)); }

    void answerIsRecorded();
    void answerNeedsAnEffectAndEvidence();
    void whatIfChangesNothing();
    void splitIsShownAgainstAllAtOnce();
    void splitKeepsTenantsApart();
    void limitInTheWayIsNamed();
    void searchCanBeCancelled();
    void onlyTheFirstDeploymentStays();
    void deploymentBecomesADocument();
};

// --- Answers ---

void PlanDialogsTest::answerIsRecorded()
{
    const TemporaryDocument document(site());
    assign(document, u"UCS_1", u"Globex");
    const auto ucs = applicationNamed(document.topology(), u"UCS_1");
    QWidget window;
    QPointer<AnswerDialog> dialog = new AnswerDialog(*document, ucs, &window);
    QSignalSpy recorded(dialog.data(), &AnswerDialog::recorded);
    dialog->open();
    QVERIFY(child<QCheckBox>(*dialog, u"tenantsFieldBox"_s)->isChecked());
    click(*dialog, u"answerRestartButton"_s);
    child<QLineEdit>(*dialog, u"answerEvidenceEdit"_s)->setText(u" Case 4711 "_s);
    click(*dialog, u"acceptAnswerButton"_s);
    QCOMPARE(recorded.size(), 1);
    const SiteAnswer wanted {u"contactserver"_s, u"tenants"_s, SiteAnswer::Effect::Restart,
        u"Case 4711"_s, u"tester"_s, document->today()};
    QCOMPARE(document.topology().siteAnswers().size(), 1);
    QVERIFY(document.topology().siteAnswers().constFirst() == wanted);
    QCOMPARE(document->planner().row(ucs)->action, Action::Restart);
    QVERIFY(document->undo());
    QCOMPARE(document->planner().row(ucs)->action, Action::NotStated);
    QTRY_VERIFY(!dialog);
}

void PlanDialogsTest::answerNeedsAnEffectAndEvidence()
{
    const TemporaryDocument document(site());
    assign(document, u"UCS_1", u"Globex");
    AnswerDialog dialog(*document, applicationNamed(document.topology(), u"UCS_1"), nullptr);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    const auto *accept = child<QPushButton>(dialog, u"acceptAnswerButton"_s);
    QVERIFY(!accept->isEnabled());
    click(dialog, u"answerImmediateButton"_s);
    QVERIFY(!accept->isEnabled());
    child<QLineEdit>(dialog, u"answerEvidenceEdit"_s)->setText(u"  "_s);
    QVERIFY(!accept->isEnabled());
    child<QLineEdit>(dialog, u"answerEvidenceEdit"_s)->setText(u"Seen"_s);
    QVERIFY(accept->isEnabled());
}

// --- What if ---

void PlanDialogsTest::whatIfChangesNothing()
{
    const TemporaryDocument document(site());
    assign(document, u"Ixn_old", u"Acme");
    const auto before = document.topology();
    WhatIfDialog dialog(*document, applicationNamed(document.topology(), u"Ixn_old"), nullptr);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    const auto *rows = child<QTreeWidget>(dialog, u"whatIfView"_s);
    child<QLineEdit>(dialog, u"whatIfReleaseEdit"_s)->setText(u"8.1.4"_s);
    QTRY_COMPARE(rows->topLevelItemCount(), 1);
    QCOMPARE(rows->topLevelItem(0)->text(0), u"Ixn_old"_s);
    QCOMPARE(rows->topLevelItem(0)->text(1), u"Restart, wave 1, outage for Acme, Initech"_s);
    QCOMPARE(rows->topLevelItem(0)->text(2), u"Immediate"_s);
    click(dialog, u"upgradeWithButton"_s);
    QTRY_COMPARE(rows->topLevelItem(0)->text(2), u"Not stated"_s);
    child<QLineEdit>(dialog, u"whatIfReleaseEdit"_s)->setText(u"8.1.1"_s);
    QTRY_COMPARE(rows->topLevelItemCount(), 0);
    QCOMPARE(document.topology(), before);
    QCOMPARE(document->head().step, 1);
}

// --- Fewest restarts ---

void PlanDialogsTest::splitIsShownAgainstAllAtOnce()
{
    const TemporaryDocument document(site());
    makePending(document);
    FakePrompts prompts;
    StagingDialog dialog(*document, prompts, nullptr);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    QCOMPARE(itemsOf(*child<QListWidget>(dialog, u"apartTenantsList"_s)),
        QStringList({u"Acme"_s, u"Globex"_s, u"Initech"_s}));
    click(dialog, u"findSplitButton"_s);
    QTRY_COMPARE(itemsOf(*child<QListWidget>(dialog, u"deploymentsList"_s)),
        QStringList {u"Deployment 1: 2 restarts, interrupts Acme, Globex, Initech"_s});
    QCOMPARE(child<QLabel>(dialog, u"splitHeadline"_s)->text(),
        u"1 deployment · 2 restarts · 3 interruptions"_s);
    QVERIFY(child<QLabel>(dialog, u"splitVerdict"_s)
                ->text()
                .startsWith(u"All at once: 2 restarts, 3 tenants interrupted. No split"_s));
    QVERIFY(!child<QPushButton>(dialog, u"keepOnlyButton"_s)->isEnabled());
}

namespace {

void keepApart(QWidget &dialog, const QStringList &names)
{
    auto *tenants = child<QListWidget>(dialog, u"apartTenantsList"_s);
    for (const auto &name : names)
        tenants->findItems(name, Qt::MatchExactly).constFirst()->setCheckState(Qt::Checked);
    click(dialog, u"keepApartButton"_s);
}

}  // namespace

void PlanDialogsTest::splitKeepsTenantsApart()
{
    const TemporaryDocument document(site());
    makePending(document);
    FakePrompts prompts;
    StagingDialog dialog(*document, prompts, nullptr);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    keepApart(dialog, {u"Acme"_s, u"Globex"_s});
    QCOMPARE(
        itemsOf(*child<QListWidget>(dialog, u"apartSetsList"_s)), QStringList {u"Acme, Globex"_s});
    click(dialog, u"findSplitButton"_s);
    auto *deployments = child<QListWidget>(dialog, u"deploymentsList"_s);
    QTRY_COMPARE(deployments->count(), 2);
    for (const auto &text : itemsOf(*deployments))
        QVERIFY2(text.contains(u"Acme"_s) != text.contains(u"Globex"_s), qPrintable(text));
    const auto *effect = child<QTreeWidget>(dialog, u"stepEffectView"_s);
    QCOMPARE(effect->topLevelItem(0)->text(0), u"Restart (1)"_s);
    click(dialog, u"copySplitButton"_s);
    const auto text = QGuiApplication::clipboard()->text();
    QVERIFY2(
        text.startsWith(u"2 deployments · 2 restarts · 4 interruptions\n"_s), qPrintable(text));
    QVERIFY2(text.contains(u"SMS_1: ↻ Restart"_s), qPrintable(text));
}

void PlanDialogsTest::limitInTheWayIsNamed()
{
    const TemporaryDocument document(site());
    makePending(document);
    FakePrompts prompts;
    StagingDialog dialog(*document, prompts, nullptr);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    // Both are interrupted by one server.
    keepApart(dialog, {u"Acme"_s, u"Initech"_s});
    click(dialog, u"findSplitButton"_s);
    auto *state = child<QWidget>(dialog, u"stagingStateView"_s);
    const auto said = [state] {
        QString text;
        for (const auto *label : state->findChildren<QLabel *>())
            text += label->text() + u'\n';
        return text;
    };
    QTRY_VERIFY(said().startsWith(u"No split keeps to these limits\n"_s));
    QVERIFY2(said().contains(u"SMS_1"_s), qPrintable(said()));
}

void PlanDialogsTest::searchCanBeCancelled()
{
    const TemporaryDocument document(site());
    makePending(document);
    FakePrompts prompts;
    StagingDialog dialog(*document, prompts, nullptr);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    click(dialog, u"findSplitButton"_s);
    const auto *find = child<QPushButton>(dialog, u"findSplitButton"_s);
    QCOMPARE(find->text(), u"Cancel"_s);
    click(dialog, u"findSplitButton"_s);
    QTRY_COMPARE(find->text(), u"Find the split"_s);
}

void PlanDialogsTest::onlyTheFirstDeploymentStays()
{
    const TemporaryDocument document(site());
    makePending(document);
    const auto whole = document.topology();
    FakePrompts prompts;
    QPointer<StagingDialog> dialog = new StagingDialog(*document, prompts, nullptr);
    QSignalSpy done(dialog.data(), &StagingDialog::done);
    keepApart(*dialog, {u"Acme"_s, u"Globex"_s});
    click(*dialog, u"findSplitButton"_s);
    QTRY_COMPARE(child<QListWidget>(*dialog, u"deploymentsList"_s)->count(), 2);
    const auto step = document->head().step;
    click(*dialog, u"keepOnlyButton"_s);
    QCOMPARE(done.size(), 1);
    QVERIFY(done.constFirst().constFirst().toString().contains(u"revision 1"_s));
    QCOMPARE(document->planner().summary().restarts, 1);
    QCOMPARE(document->head().step, step + 1);
    QCOMPARE(document->undoTitle(), u"Keep only the first of 2 deployments"_s);
    // The rest comes back when its turn comes; or by undo.
    QVERIFY(document->restoreRevision(1));
    QCOMPARE(document.topology(), whole);
    QVERIFY(document->undo());
    QVERIFY(document->undo());
    QCOMPARE(document.topology(), whole);
    QTRY_VERIFY(!dialog);
}

void PlanDialogsTest::deploymentBecomesADocument()
{
    const TemporaryDocument document(site());
    makePending(document);
    const QTemporaryDir folder;
    FakePrompts prompts;
    prompts.files = {folder.filePath(u"first.switchyard"_s)};
    StagingDialog dialog(*document, prompts, nullptr);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    QSignalSpy done(&dialog, &StagingDialog::done);
    keepApart(dialog, {u"Acme"_s, u"Globex"_s});
    click(dialog, u"findSplitButton"_s);
    auto *deployments = child<QListWidget>(dialog, u"deploymentsList"_s);
    QTRY_COMPARE(deployments->count(), 2);
    deployments->setCurrentRow(1);
    click(dialog, u"saveDeploymentButton"_s);
    QCOMPARE(done.size(), 1);
    const auto saved = Document::open(folder.filePath(u"first.switchyard"_s));
    QVERIFY(saved);
    QCOMPARE((*saved)->topology(), document.topology());
    QCOMPARE((*saved)->planner().summary().restarts, 1);
}

QTEST_MAIN(PlanDialogsTest)
#include "tst_plandialogs.moc"
