// SPDX-License-Identifier: Apache-2.0
#include "models/rules/validator.h"
#include "models/topology/edits.h"
#include "tests/support/temporarydocument.h"
#include "tests/support/topologybuilder.h"
#include "tests/views/window/desk.h"
#include "views/common/selection.h"
#include "views/window/onboardingdialog.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QTreeView>
#include <QTreeWidget>

using namespace Qt::StringLiterals;

namespace {

/// One tenant, with one server for chat, e-mail and SMS, and none for social media.
Topology site()
{
    TopologyBuilder b;
    b.tenant(u"Acme").dbid(101).parent(u"Environment");
    b.application(u"UCS_1", u"contactserver").tenant(u"Acme").port(u"ucsapi", 4000);
    b.application(u"Ixn_1", u"interactionserver")
        .tenant(u"Acme")
        .release(u"8.1.4")
        .port(u"default", 4420);
    b.application(u"Chat_1", u"chatserver")
        .tenant(u"Acme")
        .connect(u"Ixn_1", u"default")
        .connect(u"UCS_1", u"ucsapi")
        .port(u"default", 4710)
        .option(u"endpoints:101", u"default", u"Inbound");
    b.application(u"SMS_1", u"istransportserver").tenant(u"Acme").connect(u"Ixn_1");
    b.application(u"Email_1", u"emailserver").tenant(u"Acme").connect(u"Ixn_1", u"default");
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

/// The dialog's widgets, as people see them.
struct Wizard
{
    QPointer<OnboardingDialog> dialog;

    QComboBox &tenant() const { return *child<QComboBox>(*dialog, u"onboardingTenantBox"_s); }
    QListWidget &ways() const { return *child<QListWidget>(*dialog, u"waysList"_s); }
    QPushButton &button() const { return *child<QPushButton>(*dialog, u"applyOnboardingButton"_s); }
    QLabel &failure() const { return *child<QLabel>(*dialog, u"onboardingFailureLabel"_s); }
    bool isBusy() const
    {
        return child<QProgressBar>(*dialog, u"onboardingBusyBar"_s)->isVisible();
    }
    QStringList effect() const
    {
        return linesOf(*child<QTreeWidget>(*dialog, u"stepEffectView"_s));
    }
    /// What stands where there are no ways; empty where there are.
    QString state() const
    {
        auto *view = child<QWidget>(*dialog, u"onboardingStateView"_s);
        QStringList texts;
        for (const auto *label : view->findChildren<QLabel *>())
            texts.append(label->text());
        return view->isVisible() ? texts.join(u" | "_s) : QString();
    }
    void name(const QString &tenantName) const
    {
        tenant().lineEdit()->selectAll();
        QTest::keyClicks(tenant().lineEdit(), tenantName);
    }
    void tick(const QString &medium) const
    {
        child<QCheckBox>(*dialog, medium + u"MediumBox"_s)->click();
    }
    QStringList waysShown() const
    {
        QStringList texts;
        for (int row = 0; row < ways().count(); ++row)
            texts.append(ways().item(row)->text());
        return texts;
    }
};

/// A window on a document, from where the wizard is opened.
struct WizardDesk : Desk
{
    explicit WizardDesk(const Topology &topology) { show(topology); }
    const Topology &topology() const { return document().topology(); }
    void select(const QString &tenant) const
    {
        window->workspace()->selection().select(tenantNamed(topology(), tenant));
    }
    Wizard openWizard() const
    {
        find(u"onboardAction"_s)->trigger();
        return wizard();
    }
    Wizard wizard() const { return {window->findChild<OnboardingDialog *>()}; }
};

}  // namespace

class OnboardingDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin)"_s)); }

    void asksForATenantFirst()
    {
        const WizardDesk desk(site());
        const auto wizard = desk.openWizard();
        QVERIFY(wizard.dialog);
        QCOMPARE(wizard.tenant().currentText(), QString());
        QVERIFY(wizard.state().startsWith(u"Which tenant?"_s));
        QVERIFY(!wizard.button().isEnabled());
        QVERIFY(!wizard.isBusy());
    }

    void aNewTenantIsOnboardedAsOneStep()
    {
        const WizardDesk desk(site());
        const auto before = desk.topology();
        const auto head = desk.document().head().step;
        const auto wizard = desk.openWizard();
        wizard.name(u"Globex"_s);
        wizard.tick(u"chat"_s);
        wizard.tick(u"email"_s);
        wizard.tick(u"sms"_s);
        QVERIFY(wizard.isBusy());
        QTRY_COMPARE(wizard.ways().count(), 3);
        QVERIFY(!wizard.isBusy());
        QCOMPARE(wizard.state(), QString());

        // Shared: all but the E-mail Server, which serves exactly one.
        QCOMPARE(wizard.waysShown().constFirst(),
            u"Share what may be shared · 1 new instance, 1 restart, interrupts 2 tenants, no new problems"_s);
        const auto shared = wizard.effect();
        QVERIFY(shared.contains(u"New instances (1)"_s));
        QVERIFY(shared.contains(u"  Email_2, E-mail Server, like Email_1"_s));
        QVERIFY(shared.contains(u"  SMS_1, SMS Server"_s));
        QVERIFY(shared.contains(u"  Email_2 → Ixn_1, port default"_s));
        QVERIFY2(shared.contains(u"  SMS_1: Restart, interrupts Acme (bystander), Globex"_s),
            qPrintable(shared.join(u'\n')));
        QCOMPARE(wizard.button().text(), u"Apply, 1 restart"_s);

        // Dedicated.
        QTest::keyClick(&wizard.ways(), Qt::Key_Down);
        QCOMPARE(wizard.ways().currentRow(), 1);
        const auto dedicated = wizard.effect();
        QVERIFY(dedicated.contains(u"New instances (5)"_s));
        QCOMPARE(wizard.button().text(), u"Apply"_s);

        const QSignalSpy applied(wizard.dialog, &OnboardingDialog::applied);
        QTest::mouseClick(&wizard.button(), Qt::LeftButton);
        QCOMPARE(applied.count(), 1);
        QTRY_VERIFY(!wizard.dialog);
        QCOMPARE(desk.document().head().step, head + 1);
        QCOMPARE(desk.document().undoTitle(), u"Onboard Globex: Dedicated instances"_s);
        const auto globex = tenantNamed(desk.topology(), u"Globex");
        QCOMPARE(desk.topology().applicationsOf(globex).size(), 5);
        const auto findings = checkAll(desk.topology());
        QVERIFY(std::none_of(findings.cbegin(), findings.cend(),
            [](const Finding &finding) { return finding.severity == Severity::Error; }));

        QVERIFY(desk.document().undo());
        QVERIFY(desk.topology() == before);
    }

    void anExistingTenantGetsWhatItLacks()
    {
        auto topology = site();
        const WizardDesk desk(topology);
        QVERIFY(desk.document().apply([](const Topology &t) {
            Tenant tenant;
            tenant.name = u"Globex"_s;
            tenant.dbid = 102;
            tenant.parent = Topology::environment;
            return addObject(t, tenant);
        }));
        desk.select(u"Globex"_s);
        const auto wizard = desk.openWizard();
        QCOMPARE(wizard.tenant().currentText(), u"Globex"_s);
        QTRY_VERIFY(wizard.ways().count() > 0);
        QVERIFY(child<QLabel>(*wizard.dialog, u"onboardingTenantLabel"_s)
                    ->text()
                    .startsWith(u"It is there already"_s));
        QTest::mouseClick(&wizard.button(), Qt::LeftButton);
        QTRY_VERIFY(!wizard.dialog);
        const auto globex = tenantNamed(desk.topology(), u"Globex");
        QCOMPARE(desk.topology().applicationsOf(globex).size(), 2);
    }

    void whoHasAllNeedsNothing()
    {
        const WizardDesk desk(site());
        desk.select(u"Acme"_s);
        const auto wizard = desk.openWizard();
        wizard.tick(u"chat"_s);
        QTRY_COMPARE(
            wizard.state(), u"Nothing to do | Acme has a server of every type that it needs."_s);
        QVERIFY(!wizard.button().isEnabled());
        QVERIFY(!wizard.isBusy());
    }

    void whereThereIsNoWayTheReasonStands()
    {
        const WizardDesk desk(site());
        const auto wizard = desk.openWizard();
        wizard.name(u"Globex"_s);
        wizard.tick(u"social"_s);
        QTRY_VERIFY(wizard.state().startsWith(u"There is no legal way | "_s));
        QVERIFY2(wizard.state().contains(u"Social Messaging Server"_s), qPrintable(wizard.state()));
        QVERIFY(!wizard.button().isEnabled());
        // Another wish, and there is one.
        wizard.tick(u"social"_s);
        QTRY_COMPARE(wizard.state(), QString());
        QVERIFY(wizard.ways().count() > 0);

        wizard.name(u"Environment"_s);
        QTRY_VERIFY(wizard.state().startsWith(u"There is no way | "_s));
        QVERIFY(!wizard.button().isEnabled());
    }

    void aChangedDocumentIsLookedAtAnew()
    {
        const WizardDesk desk(site());
        const auto wizard = desk.openWizard();
        wizard.name(u"Globex"_s);
        wizard.tick(u"email"_s);
        QTRY_VERIFY(wizard.ways().count() > 0);
        QVERIFY(wizard.effect().contains(u"  Email_2, E-mail Server, like Email_1"_s));
        QVERIFY(desk.document().apply([](const Topology &t) {
            return setField(t, applicationNamed(t, u"Email_1"), Field::Name, u"Post_1"_s);
        }));
        QVERIFY(!wizard.button().isEnabled());
        QTRY_VERIFY(wizard.ways().count() > 0);
        QVERIFY(wizard.effect().contains(u"  Post_2, E-mail Server, like Post_1"_s));
        QVERIFY(desk.document().undo());
        QTRY_VERIFY(wizard.ways().count() > 0);
        QVERIFY(wizard.effect().contains(u"  Email_2, E-mail Server, like Email_1"_s));
    }

    /// Another process was faster, and this one has not noticed yet.
    void whatWasNotShownIsNotApplied()
    {
        QTemporaryDir folder;
        const auto path = folder.filePath(u"shared.switchyard"_s);
        const auto mine = Document::create(path, u"anna"_s, site(), site());
        QVERIFY(mine);
        const auto theirs = Document::open(path, u"ben"_s);
        QVERIFY(theirs);
        QWidget window;
        const Wizard wizard {new OnboardingDialog(**mine, u"Globex"_s, &window)};
        wizard.dialog->open();
        QTRY_VERIFY(wizard.ways().count() > 0);
        QVERIFY((*theirs)->apply([](const Topology &t) {
            return setField(t, applicationNamed(t, u"UCS_1"), Field::Name, u"UCS_9"_s);
        }));
        wizard.button().click();
        QVERIFY(wizard.dialog);
        QVERIFY(wizard.failure().isVisible());
        QVERIFY(!wizard.button().isEnabled());
        QTRY_VERIFY(wizard.ways().count() > 0);
        QVERIFY(wizard.effect().contains(u"  UCS_9, Universal Contact Server (UCS)"_s));
        wizard.button().click();
        QTRY_VERIFY(!wizard.dialog);
        QCOMPARE((*mine)->undoTitle(), u"Onboard Globex: Share what may be shared"_s);
    }

    void whatIsLookedForCanBeGivenUp()
    {
        const WizardDesk desk(site());
        const auto head = desk.document().head().step;
        const auto wizard = desk.openWizard();
        wizard.name(u"Globex"_s);
        QVERIFY(wizard.isBusy());
        QTest::keyClick(wizard.dialog, Qt::Key_Escape);
        QTRY_VERIFY(!wizard.dialog);
        QCOMPARE(desk.document().head().step, head);
    }

    void keyboardAlone()
    {
        const WizardDesk desk(site());
        QTest::keyClick(desk.window.get(), Qt::Key_T, Qt::ControlModifier);
        const auto wizard = desk.wizard();
        QVERIFY(wizard.dialog);
        QVERIFY(QTest::qWaitForWindowActive(wizard.dialog));
        const auto press = [&](Qt::Key key) { QTest::keyClick(wizard.dialog->focusWidget(), key); };
        QTest::keyClicks(wizard.dialog->focusWidget(), u"Globex"_s);
        press(Qt::Key_Tab);
        QCOMPARE(wizard.dialog->focusWidget()->objectName(), u"chatMediumBox"_s);
        press(Qt::Key_Tab);
        press(Qt::Key_Space);
        QVERIFY(child<QCheckBox>(*wizard.dialog, u"emailMediumBox"_s)->isChecked());
        QTRY_VERIFY(wizard.ways().count() > 1);
        for (int i = 0; i < 20 && wizard.dialog->focusWidget() != &wizard.ways(); ++i)
            press(Qt::Key_Tab);
        QCOMPARE(wizard.dialog->focusWidget(), &wizard.ways());
        press(Qt::Key_Down);
        QCOMPARE(wizard.ways().currentRow(), 1);
        press(Qt::Key_Return);
        QTRY_VERIFY(!wizard.dialog);
        QCOMPARE(desk.document().undoTitle(), u"Onboard Globex: Dedicated instances"_s);
    }

    void tableAndNavigatorOfferIt()
    {
        const WizardDesk desk(site());
        desk.window->showPanel(u"tenants"_s);
        desk.select(u"Acme"_s);
        QTest::mouseClick(
            child<QToolButton>(*desk.window, u"tenant-onboardButton"_s), Qt::LeftButton);
        auto wizard = desk.wizard();
        QVERIFY(wizard.dialog);
        QCOMPARE(wizard.tenant().currentText(), u"Acme"_s);
        wizard.dialog->reject();
        QTRY_VERIFY(!wizard.dialog);
        QVERIFY(!desk.window->findChild<QToolButton *>(u"application-onboardButton"_s));

        auto *tree = desk.window->workspace()->navigator()->findChild<QTreeView *>();
        const auto place = tree->visualRect(tree->currentIndex()).center();
        QContextMenuEvent asked(
            QContextMenuEvent::Keyboard, place, tree->viewport()->mapToGlobal(place));
        QApplication::sendEvent(tree->viewport(), &asked);
        auto *menu = tree->parentWidget()->findChild<QMenu *>();
        QVERIFY(menu);
        const auto actions = menu->actions();
        const auto onboard = std::find_if(actions.cbegin(), actions.cend(),
            [](const QAction *action) { return action->text() == u"Onboard…"_s; });
        QVERIFY(onboard != actions.cend());
        (*onboard)->trigger();
        menu->close();
        wizard = desk.wizard();
        QVERIFY(wizard.dialog);
        QCOMPARE(wizard.tenant().currentText(), u"Acme"_s);
    }
};

QTEST_MAIN(OnboardingDialogTest)
#include "tst_onboardingdialog.moc"
