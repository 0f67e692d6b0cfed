// SPDX-License-Identifier: Apache-2.0
#include "tests/views/window/desk.h"
#include "tests/views/window/smallsite.h"
#include "views/window/recentfiles.h"

#include <QAbstractButton>
#include <QDockWidget>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QRegularExpression>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;

class WindowDocumentsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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
};

QTEST_MAIN(WindowDocumentsTest)
#include "tst_windowdocuments.moc"
