// SPDX-License-Identifier: Apache-2.0
#include "models/rules/waivers.h"
#include "tests/views/window/desk.h"
#include "tests/views/window/smallsite.h"
#include "views/window/noticebar.h"

#include <QAbstractButton>
#include <QDockWidget>
#include <QRegularExpression>
#include <QTabWidget>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace Qt::StringLiterals;

class StatusStripTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin)"_s)); }

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

    void theRestartsTabCountsPendingOnesToo()
    {
        Desk desk;
        auto &document = desk.show(site());
        const auto *lists = desk.window->workspace()->lists();
        const auto await = [&](QStringView application) {
            return document.apply([application](const Topology &topology) {
                return awaitRestarts(topology, {applicationNamed(topology, application)}, 1);
            });
        };
        QCOMPARE(lists->tabText(1), u"Restarts"_s);
        QVERIFY(await(u"SMS_1"));
        QCOMPARE(lists->tabText(1), u"Restarts 1"_s);
        // Planned as well, it is one restart still.
        QVERIFY(document.apply(assigning(u"SMS_1", u"Globex")));
        QCOMPARE(lists->tabText(1), u"Restarts 1"_s);
        QVERIFY(await(u"Email_1"));
        QCOMPARE(lists->tabText(1), u"Restarts 2"_s);
        QVERIFY(document.undo());
        QCOMPARE(lists->tabText(1), u"Restarts 1"_s);
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
};

QTEST_MAIN(StatusStripTest)
#include "tst_statusstrip.moc"
