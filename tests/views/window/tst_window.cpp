// SPDX-License-Identifier: Apache-2.0
#include "models/rules/waivers.h"
#include "models/topology/edits.h"
#include "tests/support/fakeprompts.h"
#include "tests/support/temporarydocument.h"
#include "tests/support/topologybuilder.h"
#include "views/common/theme.h"
#include "views/window/documentfollower.h"
#include "views/window/documentsession.h"
#include "views/window/longwork.h"
#include "views/window/mainwindow.h"
#include "views/window/noticebar.h"
#include "views/window/recentfiles.h"
#include "views/window/statusstrip.h"
#include "views/window/workspace.h"

#include <QAbstractButton>
#include <QAction>
#include <QActionGroup>
#include <QDialog>
#include <QDockWidget>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QSettings>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace {

Tenant tenantCalled(const QString &name)
{
    Tenant tenant;
    tenant.name = name;
    return tenant;
}

/// A window with settings, folder and prompts of its own.
struct Desk
{
    QTemporaryDir folder;
    QSettings settings {folder.filePath(u"settings.ini"_s), QSettings::IniFormat};
    FakePrompts prompts;
    Theme theme;
    std::unique_ptr<MainWindow> window;

    Desk()
    {
        theme.setChoice(ThemeChoice::Light);
        open();
    }
    void open()
    {
        window = std::make_unique<MainWindow>(settings, prompts, theme);
        window->show();
        if (!QTest::qWaitForWindowActive(window.get()))
            qFatal("the window is not active");
    }
    QString path(const QString &name) const { return folder.filePath(name); }
    /// A document of the window's own with this content.
    Document &show(const Topology &topology, const QString &name = u"site.switchyard"_s)
    {
        {
            const auto made = Document::create(path(name), u"anna"_s, topology, topology);
            if (!made)
                qFatal("%s", qPrintable(made.error().text()));
        }
        if (!window->session().open(path(name)))
            qFatal("not opened");
        return window->workspace()->document();
    }
    template <class Widget = QAction>
    Widget *find(const QString &name) const
    {
        auto *found = window->findChild<Widget *>(name);
        if (!found)
            qFatal("no %s", qPrintable(name));
        return found;
    }
    QString notice() const
    {
        const auto *label = find<QLabel>(u"noticeLabel"_s);
        return label->isVisible() ? label->text() : QString();
    }
};

Topology site()
{
    TopologyBuilder b;
    b.tenant(u"Acme");
    b.tenant(u"Globex");
    b.application(u"SMS_1", u"istransportserver").tenants({u"Acme"});
    b.application(u"Email_1", u"emailserver").tenants({u"Acme"});
    return b.build();
}

Document::Builder assigning(QStringView application, QStringView tenant)
{
    return [application, tenant](const Topology &t) {
        return assignTenant(t, applicationNamed(t, application), tenantNamed(t, tenant));
    };
}

}  // namespace

class WindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(u"Switchyard"_s);
        QCoreApplication::setApplicationName(u"tst_window"_s);
    }
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin)"_s)); }

    // --- Documents ---

    void newOpenAndClose()
    {
        Desk desk;
        QVERIFY(!desk.window->workspace());
        QVERIFY(!desk.find(u"exportAction"_s)->isEnabled());
        desk.prompts.files = {desk.path(u"a.switchyard"_s)};
        desk.find(u"newAction"_s)->trigger();
        QVERIFY(desk.window->workspace());
        QCOMPARE(desk.window->windowTitle(), u"a.switchyard – Switchyard"_s);
        QVERIFY(desk.find<QWidget>(u"emptyPage"_s)->isVisible());
        desk.find(u"closeAction"_s)->trigger();
        QVERIFY(!desk.window->workspace());
        QVERIFY(desk.find<QWidget>(u"startPage"_s)->isVisible());

        desk.prompts.files = {desk.path(u"a.switchyard"_s)};
        desk.find(u"openAction"_s)->trigger();
        QVERIFY(desk.window->workspace());
    }

    void nothingIsMadeOverAnExistingFile()
    {
        Desk desk;
        desk.show(site());
        desk.prompts.files = {desk.path(u"site.switchyard"_s)};
        desk.find(u"newAction"_s)->trigger();
        QVERIFY(!desk.notice().isEmpty());
        QVERIFY(desk.window->workspace()->document().topology().findTenant(u"Acme").has_value());
    }

    void whatCannotBeOpenedLeavesTheOpenOne()
    {
        Desk desk;
        const auto &document = desk.show(site());
        QFile file(desk.path(u"notours.switchyard"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("this is no document, and never was one of ours");
        file.close();
        QVERIFY(!desk.window->session().open(file.fileName()));
        QVERIFY(!desk.notice().isEmpty());
        QCOMPARE(&desk.window->workspace()->document(), &document);
    }

    void recentDocumentsAreListed()
    {
        Desk desk;
        desk.show(site(), u"a.switchyard"_s);
        desk.show(site(), u"b & c.switchyard"_s);
        auto *menu = desk.window->findChild<QMenu *>();
        QMenu *recent = nullptr;
        for (auto *candidate : desk.window->findChildren<QMenu *>()) {
            if (candidate->title() == u"Open &Recent")
                recent = candidate;
        }
        QVERIFY(menu && recent);
        QCOMPARE(recent->actions().constFirst()->text(), u"b && c.switchyard"_s);
        recent->actions().at(1)->trigger();
        QCOMPARE(desk.window->windowTitle(), u"a.switchyard – Switchyard"_s);

        QVERIFY(QFile::remove(desk.path(u"b & c.switchyard"_s)));
        recent->actions().at(1)->trigger();
        QCOMPARE(recent->actions().size(), 3);  // One document, a line, and "clear".
        QCOMPARE(desk.window->session().recentFiles().last(), desk.path(u"a.switchyard"_s));
    }

    void aCopyIsADocument()
    {
        Desk desk;
        desk.show(site());
        desk.prompts.files = {desk.path(u"copy.switchyard"_s)};
        desk.find(u"saveCopyAction"_s)->trigger();
        QCOMPARE(desk.notice(), u"Saved a copy as copy.switchyard."_s);
        const auto copy =
            Document::open(desk.path(u"copy.switchyard"_s), {}, Store::Access::ReadOnly);
        QVERIFY(copy.has_value());
        QCOMPARE((*copy)->topology(), site());
    }

    void anEmptyDocumentShowsWhatToDo()
    {
        Desk desk;
        auto &document = desk.show(Topology());
        QVERIFY(desk.find<QWidget>(u"emptyPage"_s)->isVisible());
        QTest::mouseClick(desk.find<QAbstractButton>(u"addTenantActionButton"_s), Qt::LeftButton);
        auto *page = desk.window->workspace()->pages()->currentWidget();
        auto *name = page->findChild<QLineEdit *>(u"newNameEdit"_s);
        QVERIFY(name && name->isVisible());
        name->setText(u"Acme"_s);
        QTest::keyClick(name, Qt::Key_Return);
        QVERIFY(document.topology().findTenant(u"Acme").has_value());
        QVERIFY(!desk.find<QWidget>(u"emptyPage"_s)->isVisible());
    }

    void followsAnotherProcess()
    {
        Desk desk;
        auto &document = desk.show(site());
        desk.window->workspace()->selection().select(
            applicationNamed(document.topology(), u"SMS_1"));
        const auto other = Document::open(document.path(), u"ben"_s);
        QVERIFY(other.has_value());
        QVERIFY((*other)->apply(assigning(u"SMS_1", u"Globex")).has_value());
        QTRY_COMPARE(document.topology()
                         .application(applicationNamed(document.topology(), u"SMS_1"))
                         .tenants.size(),
            2);
        QCOMPARE(desk.find<QToolButton>(u"restartsButton"_s)->text(), u"1 restart (2 tenants)"_s);
        QCOMPARE(desk.window->workspace()->selection().current(),
            std::optional<ObjectId>(applicationNamed(document.topology(), u"SMS_1")));
        // Undo takes it back, and says whose it was.
        desk.find(u"undoAction"_s)->trigger();
        QCOMPARE(desk.notice(), u"Undone: Assign Globex to SMS_1 (ben)"_s);
    }

    // --- Commands ---

    void undoAndRedoNameTheirSteps()
    {
        Desk desk;
        auto &document = desk.show(site());
        auto *undo = desk.find(u"undoAction"_s);
        auto *redo = desk.find(u"redoAction"_s);
        QVERIFY(!undo->isEnabled());
        QCOMPARE(undo->text(), u"&Undo"_s);
        QVERIFY(document.apply(assigning(u"SMS_1", u"Globex")).has_value());
        QVERIFY(undo->isEnabled());
        QCOMPARE(undo->text(), u"&Undo Assign Globex to SMS_1"_s);
        QTest::keyClick(desk.window.get(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(document.topology(), site());
        QCOMPARE(redo->text(), u"&Redo Assign Globex to SMS_1"_s);
        QTest::keyClick(desk.window.get(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(document.topology() != site());
    }

    void undoKeysAreTheLinesWhileSomethingIsTyped()
    {
        Desk desk;
        auto &document = desk.show(site());
        auto *window = desk.window.get();
        const auto sms = applicationNamed(document.topology(), u"SMS_1");
        desk.window->workspace()->selection().reveal(sms, Field::Release);
        auto *release = desk.find<QLineEdit>(u"releaseEditor"_s);
        QTRY_VERIFY(release->hasFocus());
        QTest::keyClicks(release, u"8.1"_s);
        QTest::keyClick(release, Qt::Key_Return);
        QCOMPARE(document.topology().application(sms).release, u"8.1"_s);
        // Typed and not yet taken over: the line's own.
        QTest::keyClicks(release, u"5"_s);
        QTest::keyClick(release, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(release->text(), u"8.1"_s);
        QCOMPARE(document.topology().application(sms).release, u"8.1"_s);
        // Then the document's.
        QTest::keyClick(window->windowHandle(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(document.topology(), site());
        QVERIFY(release->hasFocus());
        QTest::keyClick(window->windowHandle(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(release->text(), u"8.1"_s);
    }

    void aNameWithAnAmpersandIsShownWhole()
    {
        Desk desk;
        auto &document = desk.show(site());
        QVERIFY(document
                    .apply([](const Topology &t) {
                        return addObject(t, Record(tenantCalled(u"R&D"_s)));
                    })
                    .has_value());
        QCOMPARE(desk.find(u"undoAction"_s)->text(), u"&Undo Add R&&D"_s);
    }

    void deleteRemovesWithUndo()
    {
        Desk desk;
        auto &document = desk.show(site());
        auto *tree = desk.find<QTreeView>(u"navigatorTree"_s);
        desk.window->workspace()->selection().select(
            applicationNamed(document.topology(), u"SMS_1"));
        tree->setFocus();
        QTest::keyClick(tree, Qt::Key_Delete);
        QVERIFY(!document.topology().findApplication(u"SMS_1").has_value());
        QVERIFY2(desk.notice().startsWith(u"Removed SMS_1"), qPrintable(desk.notice()));
        QTest::mouseClick(desk.find<QAbstractButton>(u"noticeActionButton"_s), Qt::LeftButton);
        QCOMPARE(document.topology(), site());
        QCOMPARE(desk.notice(), QString());
    }

    void commandsFollowTheSelection()
    {
        Desk desk;
        auto &document = desk.show(site());
        auto &selection = desk.window->workspace()->selection();
        QVERIFY(!desk.find(u"removeAction"_s)->isEnabled());
        selection.select(applicationNamed(document.topology(), u"SMS_1"));
        QVERIFY(desk.find(u"removeAction"_s)->isEnabled());
        selection.select(Topology::environment);
        QVERIFY(!desk.find(u"removeAction"_s)->isEnabled());
        selection.select(applicationNamed(document.topology(), u"SMS_1"));
        desk.find(u"duplicateAction"_s)->trigger();
        QVERIFY(document.topology().findApplication(u"SMS_2").has_value());
        // What is selected may be removed by somebody else.
        QVERIFY(document.undo().has_value());
        QVERIFY(!selection.current());
        QVERIFY(!desk.find(u"duplicateAction"_s)->isEnabled());
    }

    void panelsAreWalked()
    {
        Desk desk;
        desk.show(site());
        desk.window->activateWindow();
        auto *workspace = desk.window->workspace();
        const QList<QWidget *> panels {
            workspace->navigator(), workspace->pages(), workspace->inspector(), workspace->lists()};
        desk.find<QTreeView>(u"navigatorTree"_s)->setFocus();
        workspace->selection().select(applicationNamed(workspace->document().topology(), u"SMS_1"));
        for (int i = 1; i <= 4; ++i) {
            QTest::keyClick(desk.window.get(), Qt::Key_F6);
            auto *focus = QApplication::focusWidget();
            QVERIFY2(
                focus && panels.at(i % 4)->isAncestorOf(focus), qPrintable(QString::number(i)));
            QVERIFY2(focus->focusPolicy() & Qt::TabFocus, qPrintable(focus->objectName()));
        }
        QTest::keyClick(desk.window.get(), Qt::Key_F6, Qt::ShiftModifier);
        QVERIFY(panels.at(3)->isAncestorOf(QApplication::focusWidget()));
    }

    void findGoesToTheFilterOfThePanel()
    {
        Desk desk;
        desk.show(site());
        desk.find<QTreeView>(u"navigatorTree"_s)->setFocus();
        QTest::keyClick(desk.window.get(), Qt::Key_F, Qt::ControlModifier);
        QCOMPARE(QApplication::focusWidget()->objectName(), u"navigatorFilterEdit"_s);
        QVERIFY(desk.window->showPanel(u"hosts"_s));
        desk.window->workspace()->pages()->currentWidget()->setFocus();
        QTest::keyClick(desk.window.get(), Qt::Key_F6);
    }

    void addOpensTheBarOfItsTable_data()
    {
        QTest::addColumn<QString>("action");
        QTest::addColumn<QString>("page");
        QTest::addRow("tenant") << u"addTenantAction"_s << u"tenantsPage"_s;
        QTest::addRow("application") << u"addApplicationAction"_s << u"applicationsPage"_s;
        QTest::addRow("switch") << u"addSwitchAction"_s << u"switchesPage"_s;
        QTest::addRow("office") << u"addOfficeAction"_s << u"switchesPage"_s;
        QTest::addRow("host") << u"addHostAction"_s << u"hostsPage"_s;
    }
    void addOpensTheBarOfItsTable()
    {
        QFETCH(QString, action);
        QFETCH(QString, page);
        Desk desk;
        desk.show(site());
        desk.find(action)->trigger();
        auto *shown = desk.window->workspace()->pages()->currentWidget();
        QCOMPARE(shown->objectName(), page);
        const auto names = shown->findChildren<QLineEdit *>(u"newNameEdit"_s);
        QCOMPARE(std::count_if(names.cbegin(), names.cend(),
                     [](const QLineEdit *edit) { return edit->isVisible(); }),
            1);
    }

    void shortcutsAreUnambiguous()
    {
        Desk desk;
        QSet<QString> seen;
        for (const auto *action : desk.window->findChildren<QAction *>()) {
            if (action->shortcutContext() != Qt::WindowShortcut)
                continue;
            for (const auto &keys : action->shortcuts()) {
                QVERIFY2(!seen.contains(keys.toString()),
                    qPrintable(keys.toString() + action->objectName()));
                seen.insert(keys.toString());
            }
        }
        for (const auto &keys : {u"Ctrl+N"_s, u"Ctrl+O"_s, u"Ctrl+S"_s, u"Ctrl+Z"_s,
                 u"Ctrl+Shift+Z"_s, u"Ctrl+F"_s, u"F1"_s, u"F8"_s})
            QVERIFY2(seen.contains(keys), qPrintable(keys));
    }

    void keysAreExplained()
    {
        Desk desk;
        desk.find(u"shortcutsAction"_s)->trigger();
        auto *dialog = desk.find<QDialog>(u"shortcutsDialog"_s);
        QVERIFY(dialog->isVisible());
    }

    void themesAreChosen()
    {
        Desk desk;
        desk.find(u"darkThemeAction"_s)->trigger();
        QCOMPARE(desk.theme.choice(), ThemeChoice::Dark);
        QCOMPARE(desk.settings.value("window/theme"_L1).toString(), u"dark"_s);
        desk.find(u"lightThemeAction"_s)->trigger();
        QCOMPARE(desk.theme.choice(), ThemeChoice::Light);
    }

    // --- Strip, notices ---

    void theStripTellsTheTruth()
    {
        Desk desk;
        auto &document = desk.show(site());
        auto *errors = desk.find<QToolButton>(u"errorsButton"_s);
        auto *allWell = desk.find<QLabel>(u"allWellLabel"_s);
        QVERIFY(!errors->isVisible());
        QVERIFY(document.apply(assigning(u"Email_1", u"Globex")).has_value());
        QVERIFY(errors->isVisible());
        QCOMPARE(errors->text(), u"1 error"_s);
        QCOMPARE(desk.find<QToolButton>(u"notStatedButton"_s)->text(), u"1 not stated"_s);
        QCOMPARE(desk.find<QToolButton>(u"changesButton"_s)->text(), u"1 change"_s);
        QCOMPARE(desk.find<QLabel>(u"savedLabel"_s)->text(), u"every edit is saved · step 1"_s);
        QVERIFY(!allWell->isVisible());
    }

    void whenAllIsWellItSaysWhatWasChecked()
    {
        TopologyBuilder b;
        b.host(u"host-1");
        Desk desk;
        desk.show(b.build());
        auto *allWell = desk.find<QLabel>(u"allWellLabel"_s);
        QVERIFY(allWell->isVisible());
        QVERIFY2(allWell->text().startsWith(u"No problems: ")
                && allWell->text().endsWith(u"rules on 2 objects."),
            qPrintable(allWell->text()));
    }

    void theStripCountsWaivedFindings_data()
    {
        QTest::addColumn<int>("days");
        QTest::addColumn<QString>("text");

        QTest::addRow("without end") << -1 << u"%1 waived"_s;
        QTest::addRow("far away") << 15 << u"%1 waived"_s;
        QTest::addRow("two weeks") << 14 << u"%1 waived, one expires in 14 days"_s;
        QTest::addRow("tomorrow") << 1 << u"%1 waived, one expires in 1 day"_s;
        QTest::addRow("today") << 0 << u"%1 waived, one expires today"_s;
        QTest::addRow("over") << -2 << u"0 waived, %1 expired"_s;
    }
    void theStripCountsWaivedFindings()
    {
        QFETCH(const int, days);
        QFETCH(const QString, text);
        Desk desk;
        auto &document = desk.show(site());
        QVERIFY(document.apply(assigning(u"Email_1", u"Globex")));
        auto *button = desk.find<QToolButton>(u"waivedButton"_s);
        auto *allWell = desk.find<QLabel>(u"allWellLabel"_s);
        QVERIFY(!button->isVisible());
        QVERIFY(!allWell->isVisible());
        const auto expiry = days == -1 ? QDate() : document.today().addDays(days);
        int waived = 0;
        for (const auto &finding : checkAll(document.topology())) {
            ++waived;
            QVERIFY(document.apply([&](const Topology &t) {
                return setWaiver(t, {waiverKey(finding), u"Agreed"_s, {}, expiry, {}});
            }));
        }
        QVERIFY(button->isVisible());
        QCOMPARE(button->text(), text.arg(waived));
        QCOMPARE(allWell->isVisible(), days != -2);
        QCOMPARE(desk.window->workspace()->lists()->tabText(0) == u"Problems"_s, days != -2);
        if (days == -2)
            return;
        button->click();
        auto *tree = desk.find<QTreeView>(u"findingsView"_s);
        QVERIFY(tree->isVisible());
        QCOMPARE(tree->model()->index(0, 0).data().toString(), u"Waived (%1)"_s.arg(waived));
        QVERIFY(tree->isExpanded(tree->model()->index(0, 0)));
    }

    void planCommandsOpenTheirDialogs()
    {
        Desk desk;
        auto &document = desk.show(site());
        QVERIFY(document.apply(assigning(u"SMS_1", u"Globex")).has_value());
        QVERIFY(document
                    .apply([](const Topology &t) {
                        return setField(
                            t, applicationNamed(t, u"Email_1"), Field::Release, u"8.5.1"_s);
                    })
                    .has_value());
        const auto has = [&](const QString &name) {
            return desk.window->findChild<QDialog *>(name) != nullptr;
        };
        const auto close = [&](const QString &name) {
            desk.find<QDialog>(name)->close();
            QTRY_VERIFY(!has(name));
        };
        desk.find(u"fewestRestartsAction"_s)->trigger();
        QVERIFY(has(u"stagingDialog"_s));
        close(u"stagingDialog"_s);
        // Both are about what is selected, and say so.
        desk.find(u"whatIfAction"_s)->trigger();
        QVERIFY(!has(u"whatIfDialog"_s));
        QCOMPARE(desk.notice(), u"Choose a server first."_s);
        auto &selection = desk.window->workspace()->selection();
        selection.select(applicationNamed(document.topology(), u"SMS_1"));
        desk.find(u"whatIfAction"_s)->trigger();
        QVERIFY(has(u"whatIfDialog"_s));
        close(u"whatIfDialog"_s);
        desk.find(u"recordAnswerAction"_s)->trigger();
        QVERIFY(!has(u"answerDialog"_s));
        QCOMPARE(desk.notice(), u"Choose a line that is not stated first."_s);
        selection.select(applicationNamed(document.topology(), u"Email_1"));
        desk.find(u"recordAnswerAction"_s)->trigger();
        QVERIFY(has(u"answerDialog"_s));
        desk.find<QAbstractButton>(u"answerImmediateButton"_s)->click();
        desk.find<QLineEdit>(u"answerEvidenceEdit"_s)->setText(u"Seen"_s);
        desk.find<QAbstractButton>(u"acceptAnswerButton"_s)->click();
        QCOMPARE(document.topology().siteAnswers().size(), 1);
        QCOMPARE(desk.notice(), u"The answer is recorded, and counts from now on."_s);
    }

    void choicesOfThePlanComeBack()
    {
        Desk desk;
        auto &document = desk.show(site());
        QVERIFY(document.apply(assigning(u"SMS_1", u"Globex")).has_value());
        desk.find<QToolButton>(u"planGraphButton"_s)->click();
        desk.find<QToolButton>(u"byTenantButton"_s)->click();
        QVERIFY(desk.window->session().open(document.path()));
        QVERIFY(!desk.find<QToolButton>(u"planGraphButton"_s)->isChecked());
        QVERIFY(desk.find<QToolButton>(u"byTenantButton"_s)->isChecked());
        QVERIFY(!desk.find<QToolButton>(u"byWaveButton"_s)->isChecked());
    }

    void partsOfTheStripLeadToTheirPanels()
    {
        Desk desk;
        auto &document = desk.show(site());
        QVERIFY(document.apply(assigning(u"SMS_1", u"Globex")).has_value());
        auto *lists = desk.window->workspace()->lists();
        desk.find<QDockWidget>(u"listsDock"_s)->hide();
        desk.find<QToolButton>(u"restartsButton"_s)->click();
        QVERIFY(lists->isVisible());
        QCOMPARE(lists->currentWidget()->objectName(), u"restartsPanel"_s);
        desk.find<QToolButton>(u"changesButton"_s)->click();
        QCOMPARE(desk.window->workspace()->pages()->currentWidget()->objectName(), u"reviewPage"_s);
        auto *pending = desk.find<QToolButton>(u"pendingButton"_s);
        QVERIFY(pending->isHidden());
        QVERIFY(document.apply([](const Topology &topology) {
            return awaitRestarts(topology, {applicationNamed(topology, u"SMS_1")}, 1);
        }));
        QCOMPARE(pending->text(), u"1 pending"_s);
        pending->click();
        QCOMPARE(lists->currentWidget()->objectName(), u"restartsPanel"_s);
        QVERIFY(document.apply(assigning(u"Email_1", u"Globex")).has_value());
        desk.find<QToolButton>(u"errorsButton"_s)->click();
        QCOMPARE(lists->currentWidget()->objectName(), u"problemsPanel"_s);
        QCOMPARE(lists->tabText(1), u"Restarts 1"_s);
    }

    void theReviewIsReachedFromEverywhere()
    {
        Desk desk;
        auto &document = desk.show(site());
        QVERIFY(document.apply(assigning(u"Email_1", u"Globex")).has_value());
        auto *pages = desk.window->workspace()->pages();
        QTest::keyClick(desk.window.get(), Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(pages->currentWidget()->objectName(), u"reviewPage"_s);
        QVERIFY(desk.find<QWidget>(u"reviewSteps"_s)->hasFocus());
        QVERIFY(desk.find<QWidget>(u"changesStep"_s)->isVisible());
        QTest::keyClick(desk.window.get(), Qt::Key_E, Qt::ControlModifier);
        QVERIFY(desk.find<QWidget>(u"exportStep"_s)->isVisible());

        // Its problems lead to Problems.
        auto *steps = desk.find<QAbstractItemView>(u"reviewSteps"_s);
        QTest::keyClick(steps, Qt::Key_Up);
        QTest::keyClick(steps, Qt::Key_Up);
        auto *lists = desk.window->workspace()->lists();
        lists->setCurrentIndex(2);
        auto *standing = desk.find<QAbstractItemView>(u"standingView"_s);
        standing->setFocus();
        standing->setCurrentIndex(standing->model()->index(0, 0, standing->model()->index(0, 0)));
        QTest::keyClick(standing, Qt::Key_Return);
        QCOMPARE(lists->currentWidget()->objectName(), u"problemsPanel"_s);
        QCOMPARE(desk.window->workspace()->selection().current(),
            std::optional<ObjectId>(applicationNamed(document.topology(), u"Email_1")));
    }

    void anEmptyDocumentHasAReview()
    {
        Desk desk;
        desk.show(Topology());
        QVERIFY(desk.find<QWidget>(u"emptyPage"_s)->isVisible());
        QVERIFY(desk.window->showPanel(u"review"_s));
        QVERIFY(desk.find<QWidget>(u"noChangesState"_s)->isVisible());
    }

    void noticesGoButErrorsStay()
    {
        NoticeBar bar;
        bar.post({u"done"_s, {}, {}, {}});
        QVERIFY(bar.isVisible());
        bar.clear();
        QVERIFY(!bar.isVisible());
        int count = 0;
        bar.post({u"failed"_s, Mark::Error, u"Again"_s, [&count] { ++count; }});
        QTest::mouseClick(
            bar.findChild<QAbstractButton *>(u"noticeActionButton"_s), Qt::LeftButton);
        QCOMPARE(count, 1);
        QVERIFY(!bar.isVisible());
    }

    // --- What comes back ---

    void theWindowComesBack()
    {
        Desk desk;
        desk.show(site());
        desk.window->resize(1111, 707);
        desk.find<QDockWidget>(u"inspectorDock"_s)->hide();
        QVERIFY(desk.window->close());
        desk.window.reset();
        desk.open();
        QCOMPARE(desk.window->size(), QSize(1111, 707));
        const auto last = desk.window->session().recentFiles().last();
        QCOMPARE(last, desk.path(u"site.switchyard"_s));
        QVERIFY(desk.window->session().open(last));
        QVERIFY(!desk.find<QDockWidget>(u"inspectorDock"_s)->isVisible());
        QVERIFY(desk.find<QDockWidget>(u"navigatorDock"_s)->isVisible());
    }

    void columnsComeBack()
    {
        Desk desk;
        desk.show(site());
        QVERIFY(desk.window->showPanel(u"hosts"_s));
        auto *hosts = desk.find<QTableView>(u"hostView"_s);
        hosts->setColumnWidth(0, 333);
        hosts->setColumnHidden(2, true);
        hosts->sortByColumn(1, Qt::DescendingOrder);
        QVERIFY(desk.window->close());
        desk.window.reset();
        desk.open();
        QVERIFY(desk.window->session().open(desk.path(u"site.switchyard"_s)));
        QVERIFY(desk.window->showPanel(u"hosts"_s));
        hosts = desk.find<QTableView>(u"hostView"_s);
        QCOMPARE(hosts->columnWidth(0), 333);
        QVERIFY(hosts->isColumnHidden(2));
        QCOMPARE(hosts->horizontalHeader()->sortIndicatorSection(), 1);
    }

    void aClosedDocumentIsNotOpenedAgain()
    {
        Desk desk;
        desk.show(site());
        desk.find(u"closeAction"_s)->trigger();
        QCOMPARE(desk.window->session().recentFiles().last(), QString());
    }

    void recentFilesForgetTheOldest()
    {
        QTemporaryDir folder;
        QSettings settings(folder.filePath(u"s.ini"_s), QSettings::IniFormat);
        RecentFiles recent(settings);
        for (int i = 0; i < 12; ++i)
            recent.add(u"/tmp/%1.switchyard"_s.arg(i));
        recent.add(u"/tmp/5.switchyard"_s);
        QCOMPARE(recent.paths().size(), 10);
        QCOMPARE(recent.paths().constFirst(), u"/tmp/5.switchyard"_s);
        QVERIFY(!recent.paths().contains(u"/tmp/0.switchyard"_s));
    }

    // --- Others ---

    void longWorkGivesItsResult()
    {
        const auto result = doLongWork<int>(u"Counting"_s, nullptr, [] { return 42; });
        QCOMPARE(result, std::optional(42));
    }

    void everythingHasANameToBeReadAloud()
    {
        Desk desk;
        desk.show(site());
        for (const auto *button : desk.window->findChildren<QAbstractButton *>()) {
            const bool isOfLine = qobject_cast<QLineEdit *>(button->parentWidget());
            if (!button->isVisible() || isOfLine || button->objectName().startsWith(u"qt_"))
                continue;
            QVERIFY2(!button->text().isEmpty() || !button->accessibleName().isEmpty()
                    || !button->toolTip().isEmpty(),
                qPrintable(
                    button->objectName() + u" in "_s + button->parentWidget()->objectName()));
        }
    }
};

QTEST_MAIN(WindowTest)
#include "tst_window.moc"
