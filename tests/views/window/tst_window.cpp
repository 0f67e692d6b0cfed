// SPDX-License-Identifier: Apache-2.0
#include "tests/views/window/desk.h"
#include "tests/views/window/smallsite.h"
#include "views/window/longwork.h"

#include <QAbstractButton>
#include <QDialog>
#include <QLineEdit>
#include <QRegularExpression>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace {

Tenant tenantCalled(const QString &name)
{
    Tenant tenant;
    tenant.name = name;
    return tenant;
}

}  // namespace

class WindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin)"_s)); }

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
