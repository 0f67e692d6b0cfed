// SPDX-License-Identifier: Apache-2.0
#include "tests/support/fakeprompts.h"
#include "tests/support/topologybuilder.h"
#include "views/common/theme.h"
#include "views/window/documentsession.h"
#include "views/window/mainwindow.h"
#include "views/window/workspace.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCheckBox>
#include <QListWidget>
#include <QPushButton>
#include <QSettings>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace {

/// The cell of the matrix where the server's row meets the tenant's column.
QModelIndex cell(const QTableView &matrix, const QString &server, const QString &tenant)
{
    const auto *model = matrix.model();
    const auto find = [&](Qt::Orientation orientation, int count, const QString &wanted) {
        for (int i = 0; i < count; ++i) {
            if (model->headerData(i, orientation).toString() == wanted)
                return i;
        }
        return -1;
    };
    return model->index(find(Qt::Vertical, model->rowCount(), server),
        find(Qt::Horizontal, model->columnCount(), tenant));
}

bool says(const QAbstractItemModel &model, const QString &text, const QModelIndex &parent = {})
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        for (int column = 0; column < model.columnCount(parent); ++column) {
            if (model.index(row, column, parent).data().toString().contains(text))
                return true;
        }
        if (says(model, text, model.index(row, 0, parent)))
            return true;
    }
    return false;
}

}  // namespace

/// The main job once through the real window: see, break, repair, export, tick off.
class JourneyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(u"Switchyard"_s);
        QCoreApplication::setApplicationName(u"tst_journey"_s);
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin)"_s));
    }

    void fromSampleToProduction()
    {
        QTemporaryDir folder;
        QSettings settings(folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
        FakePrompts prompts;
        Theme theme;
        theme.setChoice(ThemeChoice::Light);
        MainWindow window(settings, prompts, theme);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));

        // The start page leads to the sample.
        prompts.files = {folder.filePath(u"harbour.switchyard"_s)};
        auto *start = window.findChild<QWidget *>(u"startPage"_s);
        QVERIFY(start && start->isVisible());
        auto *sample = start->findChild<QPushButton *>(u"openSampleActionButton"_s);
        QVERIFY(sample && sample->isVisible());
        QTest::mouseClick(sample, Qt::LeftButton);
        QVERIFY(window.workspace());
        auto &document = window.workspace()->document();
        const auto &topology = document.topology();
        QCOMPARE(document.validator().summary().errors, 2);
        const auto restarts = document.planner().summary().restarts;
        const auto errorsText = window.findChild<QToolButton *>(u"errorsButton"_s)->text();
        QCOMPARE(errorsText, u"2 errors"_s);

        // A second tenant for an E-mail Server, in the matrix, by keyboard.
        QVERIFY(window.workspace()->show(u"assignments"_s));
        auto *matrix = window.findChild<QTableView *>(u"assignmentsView"_s);
        QVERIFY(matrix && matrix->isVisible());
        auto *findings = window.findChild<QAbstractItemView *>(u"findingsView"_s);
        const auto email = cell(*matrix, u"Email_Aurora"_s, u"Cobalt Telecom"_s);
        QVERIFY(email.isValid());
        matrix->setFocus();
        matrix->setCurrentIndex(email);
        QTest::keyClick(matrix, Qt::Key_Space);
        QCOMPARE(
            topology.application(applicationNamed(topology, u"Email_Aurora")).tenants.size(), 2);
        QTRY_VERIFY(says(*findings->model(), u"Email_Aurora serves 2 tenants"_s));
        QCOMPARE(window.findChild<QToolButton *>(u"errorsButton"_s)->text(), u"3 errors"_s);

        // And one that costs a restart.
        const auto sms = cell(*matrix, u"SMS_1"_s, u"Fjord Insurance"_s);
        QVERIFY(sms.isValid());
        const bool wasRestarting =
            document.planner().row(applicationNamed(topology, u"SMS_1")) != nullptr;
        matrix->setCurrentIndex(sms);
        QTest::keyClick(matrix, Qt::Key_Space);
        window.findChild<QToolButton *>(u"restartsButton"_s)->click();
        auto *plan = window.findChild<QAbstractItemView *>(u"restartsView"_s);
        QTRY_VERIFY(plan->isVisible() && says(*plan->model(), u"Fjord Insurance"_s));
        QCOMPARE(document.planner().summary().restarts, restarts + (wasRestarting ? 0 : 1));

        // Undo names what it takes back, and takes it back.
        auto *undo = window.findChild<QAction *>(u"undoAction"_s);
        QCOMPARE(undo->text(), u"&Undo Assign Fjord Insurance to SMS_1"_s);
        undo->trigger();
        undo->trigger();
        QTRY_VERIFY(!says(*findings->model(), u"Email_Aurora serves 2 tenants"_s));
        QTRY_VERIFY(!says(*plan->model(), u"Fjord Insurance"_s));
        QCOMPARE(window.findChild<QToolButton *>(u"errorsButton"_s)->text(), errorsText);

        // Export is refused, and waved through once repaired.
        auto *exportAction = window.findChild<QAction *>(u"exportAction"_s);
        exportAction->trigger();
        auto *button = window.findChild<QPushButton *>(u"exportButton"_s);
        QVERIFY(button && button->isVisible());
        QVERIFY(!button->isEnabled());
        QVERIFY(window.workspace()->show(u"assignments"_s));
        repair(*matrix);
        QCOMPARE(document.validator().summary().errors, 0);
        exportAction->trigger();
        QTRY_VERIFY(button->isEnabled());
        prompts.files = {folder.filePath(u"out.json"_s)};
        QTest::mouseClick(button, Qt::LeftButton);
        QTRY_VERIFY(window.findChild<QWidget *>(u"exportedPane"_s)->isVisible());
        QVERIFY(QFile::exists(folder.filePath(u"out.json"_s)));

        // What was exported is ticked off, and runs in production then.
        auto *pending = window.findChild<QListWidget *>(u"pendingList"_s);
        QCOMPARE(pending->count(), document.planner().summary().restarts);
        auto *deployed = window.findChild<QPushButton *>(u"deployedButton"_s);
        QVERIFY(!deployed->isEnabled());
        pending->setFocus();
        for (int row = 0; row < pending->count(); ++row) {
            pending->setCurrentRow(row);
            QTest::keyClick(pending, Qt::Key_Space);
        }
        QVERIFY(topology.pendingRestarts().isEmpty());
        QTest::mouseClick(deployed, Qt::LeftButton);
        QCOMPARE(document.planner().summary().changes, 0);
        QVERIFY(document.revisions()->constLast().isBaseline);
        QVERIFY(window.close());
    }

private:
    /// The two errors of the sample: a server with a tenant too many, a backup that lacks one.
    static void repair(QTableView &matrix)
    {
        for (const auto &server : {u"Email_Shared"_s, u"SMS_1b"_s}) {
            matrix.setCurrentIndex(cell(matrix, server, u"Cobalt Telecom"_s));
            QTest::keyClick(&matrix, Qt::Key_Space);
        }
    }
};

QTEST_MAIN(JourneyTest)
#include "tst_journey.moc"
