// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/inputs.h"
#include "models/exchange/topologyjsonwriter.h"
#include "models/store/exportedfile.h"
#include "models/topology/edits.h"
#include "tests/support/fakeprompts.h"
#include "tests/support/temporarydocument.h"
#include "tests/support/topologybuilder.h"
#include "views/common/selection.h"
#include "views/review/exportstep.h"
#include "views/review/reviewpage.h"
#include "views/window/importfiles.h"
#include "views/window/reviewdesk.h"

#include <QCheckBox>
#include <QComboBox>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

TopologyBuilder site()
{
    TopologyBuilder b;
    b.tenant(u"Acme").dbid(101);
    b.tenant(u"Globex").dbid(102);
    b.application(u"SMS_1", u"istransportserver").tenants({u"Acme"}).release(u"8.1.400.04");
    b.application(u"Social_1", u"socialms").tenants({u"Acme"}).release(u"8.1.400.04");
    b.application(u"Email_1", u"emailserver").tenants({u"Acme"}).release(u"8.1.400.04");
    return b;
}

void assign(Document &document, QStringView application, QStringView tenant)
{
    const auto done = document.apply([&](const Topology &t) {
        return assignTenant(t, applicationNamed(t, application), tenantNamed(t, tenant));
    });
    QVERIFY(done.has_value());
}

/// The page with the window's desk behind it.
struct Desk
{
    QTemporaryDir folder;
    TemporaryDocument document;
    Selection selection;
    FakePrompts prompts;
    QObject owner;
    ReviewDesk desk {prompts, &owner};
    QSignalSpy told {&desk, &ReviewDesk::told};
    std::unique_ptr<ReviewPage> page;

    explicit Desk(const Topology &topology = site().build())
        : document(topology)
    {
    }
    void open()
    {
        page = std::make_unique<ReviewPage>(*document, selection, new QWidget);
        desk.serve(*document, *page);
        page->resize(900, 700);
        page->show();
        page->show(ReviewStep::Export);
        if (!QTest::qWaitForWindowActive(page.get()))
            qFatal("the window is not active");
    }
    /// Two restarts, nothing wrong.
    void change() const
    {
        assign(*document, u"SMS_1", u"Globex");
        assign(*document, u"Social_1", u"Globex");
    }
    template <class Widget>
    Widget *find(const QString &name) const
    {
        auto *found = page->findChild<Widget *>(name);
        if (!found)
            qFatal("no %s", qPrintable(name));
        return found;
    }
    void click(const QString &button) const
    {
        QTest::mouseClick(find<QAbstractButton>(button), Qt::LeftButton);
    }
    QString path(const QString &name = u"out.json"_s) const { return folder.filePath(name); }
    void exportTo(const QString &file)
    {
        prompts.files = {file};
        click(u"exportButton"_s);
        QTRY_VERIFY(find<QWidget>(u"exportedPane"_s)->isVisible());
    }
    QByteArray written(const QString &name = u"out.json"_s) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QListWidget &pending() const { return *find<QListWidget>(u"pendingList"_s); }
    ApplicationId sms() const { return applicationNamed(document.topology(), u"SMS_1"); }
};

}  // namespace

class ReviewExportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin)"_s)); }

    // --- The gate ---

    void itIsRefusedWhileErrorsStand()
    {
        Desk desk;
        assign(*desk.document, u"Email_1", u"Globex");
        desk.open();
        auto *button = desk.find<QPushButton>(u"exportButton"_s);
        QVERIFY(!button->isEnabled());
        auto *link = desk.find<QAbstractButton>(u"errorLink"_s);
        QVERIFY2(link->text().contains(u"Email_1"), qPrintable(link->text()));
        QSignalSpy revealed(&desk.selection, &Selection::revealed);
        link->setFocus();
        QTest::keyClick(link, Qt::Key_Return);
        QCOMPARE(revealed.size(), 1);
        QCOMPARE(desk.selection.current(),
            std::optional<ObjectId>(applicationNamed(desk.document.topology(), u"Email_1")));
        QCOMPARE(desk.selection.field(), std::optional(Field::Tenants));

        // And follows the repair.
        QVERIFY(desk.document->undo().has_value());
        QTRY_VERIFY(button->isEnabled());
        QCOMPARE(button->text(), u"Export revision 1, no restart…"_s);
        QVERIFY(!desk.find<QCheckBox>(u"allowErrorsBox"_s)->isVisible());
        QVERIFY(desk.prompts.asked.isEmpty());
    }

    void manyErrorsLeaveRoomForTheForm()
    {
        auto b = site();
        for (int i = 2; i < 12; ++i)
            b.application(u"Email_%1"_s.arg(i), u"emailserver").tenants({u"Acme", u"Globex"});
        Desk desk(b.build());
        desk.open();
        QCOMPARE(desk.page->findChildren<QAbstractButton *>(u"errorLink"_s).size(), 8);
        auto *more = desk.find<QAbstractButton>(u"moreErrorsLink"_s);
        QCOMPARE(more->text(), u"2 more errors"_s);
        QTest::mouseClick(more, Qt::LeftButton);
        QVERIFY(desk.find<QWidget>(u"problemsStep"_s)->isVisible());
    }

    void errorsCanBeAllowed()
    {
        Desk desk;
        assign(*desk.document, u"Email_1", u"Globex");
        desk.open();
        desk.find<QCheckBox>(u"allowErrorsBox"_s)->click();
        QCOMPARE(desk.find<QPushButton>(u"exportButton"_s)->text(),
            u"Export revision 1 with 1 error, no restart…"_s);
        desk.exportTo(desk.path());
        const auto stamp =
            QJsonDocument::fromJson(desk.written()).object().value("stamp"_L1).toObject();
        QCOMPARE(stamp.value("allowedErrors"_L1).toInt(), 1);
    }

    void whoAllowedErrorsDidNotMeanOthers()
    {
        Desk desk;
        assign(*desk.document, u"Email_1", u"Globex");
        desk.open();
        auto *allow = desk.find<QCheckBox>(u"allowErrorsBox"_s);
        allow->click();
        assign(*desk.document, u"SMS_1", u"Globex");
        QTRY_VERIFY(!allow->isChecked());
        QVERIFY(!desk.find<QPushButton>(u"exportButton"_s)->isEnabled());
    }

    // --- Exporting ---

    void aRevisionIsKeptWithItsFile()
    {
        Desk desk;
        desk.change();
        desk.open();
        QCOMPARE(
            desk.find<QPushButton>(u"exportButton"_s)->text(), u"Export revision 1, 2 restarts…"_s);
        auto *comment = desk.find<QLineEdit>(u"exportCommentEdit"_s);
        comment->setFocus();
        QTest::keyClicks(comment, u"Globex on SMS"_s);
        desk.exportTo(desk.path());

        const auto revisions = desk.document->revisions();
        QCOMPARE(revisions->size(), 1);
        const auto &revision = revisions->constFirst();
        QCOMPARE(revision.comment, u"Globex on SMS"_s);
        QCOMPARE(revision.author, u"tester"_s);
        const auto stamp =
            QJsonDocument::fromJson(desk.written()).object().value("stamp"_L1).toObject();
        QCOMPARE(stamp.value("checksum"_L1).toString(), revision.checksum);
        QCOMPARE(stamp.value("allowedErrors"_L1).toInt(), 0);
        QCOMPARE(desk.find<QLineEdit>(u"exportedChecksumEdit"_s)->text(), revision.checksum);
        QCOMPARE(desk.find<QLabel>(u"exportedTitle"_s)->text(), u"Revision 1 is exported"_s);
        QCOMPARE(
            desk.told.constFirst().constFirst().toString(), u"Exported revision 1 to out.json."_s);
        QCOMPARE(desk.document.topology().pendingRestarts().size(), 2);

        // What was written is read again.
        const auto again = readFiles({desk.path()}, Topology(), nullptr);
        QVERIFY(again.has_value() && again->has_value());
        const auto topology = topologyFromDrafts((*again)->draft);
        QVERIFY(differences(*topology, desk.document.topology(), Matching::ByName).isEmpty());
    }

    void enterInTheCommentExports()
    {
        Desk desk;
        desk.change();
        desk.open();
        desk.prompts.files = {desk.path()};
        auto *comment = desk.find<QLineEdit>(u"exportCommentEdit"_s);
        comment->setFocus();
        QTest::keyClick(comment, Qt::Key_Return);
        QTRY_VERIFY(desk.find<QWidget>(u"exportedPane"_s)->isVisible());
        QVERIFY(QFile::exists(desk.path()));
    }

    void withoutANameNothingHappens()
    {
        Desk desk;
        desk.open();
        desk.click(u"exportButton"_s);
        QCOMPARE(desk.prompts.asked, QStringList {u"Export"_s});
        QVERIFY(desk.document->revisions()->isEmpty());
    }

    void aFailedExportKeepsNothing_data()
    {
        QTest::addColumn<QString>("target");
        QTest::addColumn<QString>("says");

        QTest::addRow("over the document") << u"document"_s << u"This is a document"_s;
        QTest::addRow("a folder") << u"folder"_s << u"This is no regular file"_s;
        QTest::addRow("nowhere") << u"/nowhere/out.json"_s << u"The file can't be written"_s;
    }
    void aFailedExportKeepsNothing()
    {
        QFETCH(QString, target);
        QFETCH(QString, says);
        Desk desk;
        desk.change();
        desk.open();
        desk.prompts.files = {target == u"document" ? desk.document->path()
                : target == u"folder"               ? desk.folder.path()
                                                    : target};
        desk.click(u"exportButton"_s);
        auto *failed = desk.find<QLabel>(u"exportFailureLabel"_s);
        QTRY_VERIFY(failed->isVisible());
        QVERIFY2(failed->text().contains(says), qPrintable(failed->text()));
        QVERIFY(desk.document->revisions()->isEmpty());
        QVERIFY(desk.document.topology().pendingRestarts().isEmpty());
        QVERIFY(desk.document->checkIntegrity()->isEmpty());
    }

    void whatChangedMeanwhileIsNotExported()
    {
        Desk desk;
        desk.change();
        desk.open();
        desk.prompts.files = {desk.path()};
        desk.click(u"exportButton"_s);
        // The file is being made; somebody else edits.
        assign(*desk.document, u"Email_1", u"Globex");
        auto *failed = desk.find<QLabel>(u"exportFailureLabel"_s);
        QTRY_VERIFY(failed->isVisible());
        QVERIFY2(failed->text().contains(u"Export it again"), qPrintable(failed->text()));
        QVERIFY(!QFile::exists(desk.path()));
        QVERIFY(desk.document->revisions()->isEmpty());
    }

    void whoCancelsGetsNothing()
    {
        Desk desk;
        desk.change();
        desk.open();
        desk.prompts.files = {desk.path()};
        desk.click(u"exportButton"_s);
        Q_EMIT desk.page->exportStep().cancelRequested();
        desk.prompts.files = {desk.path(u"second.json"_s)};
        desk.click(u"exportButton"_s);
        QTRY_VERIFY(desk.find<QWidget>(u"exportedPane"_s)->isVisible());
        QVERIFY(!QFile::exists(desk.path()));
        QVERIFY(QFile::exists(desk.path(u"second.json"_s)));
        QCOMPARE(desk.document->revisions()->size(), 1);
    }

    void mutagensFileComesWithStepsByHand()
    {
        auto b = site();
        auto &chat = b.application(u"Chat_1", u"chatserver");
        chat.tenants({u"Acme"}).release(u"8.5.0").option(u"log", u"password", u"hush");
        Desk desk(b.build());
        QVERIFY(desk.document
                    ->apply([](const Topology &t) {
                        return removeObject(t, applicationNamed(t, u"Social_1"));
                    })
                    .has_value());
        desk.open();
        desk.find<QComboBox>(u"exportFormBox"_s)->setCurrentIndex(1);
        desk.exportTo(desk.path());
        QVERIFY(desk.written().contains("__metadata__"));
        QVERIFY(!(QFile::permissions(desk.path()) & (QFile::ReadGroup | QFile::ReadOther)));
        const auto steps = desk.page->findChildren<QLabel *>(u"manualStepLabel"_s);
        QCOMPARE(steps.size(), 1);
        QVERIFY2(steps.constFirst()->text().contains(u"Social_1"),
            qPrintable(steps.constFirst()->text()));
    }

    // --- What is left to do ---

    void restartsAreTickedOff()
    {
        Desk desk;
        desk.change();
        desk.open();
        desk.exportTo(desk.path());
        auto &list = desk.pending();
        QCOMPARE(list.count(), 2);
        QCOMPARE(list.item(0)->text(), u"SMS_1, exported in revision 1"_s);
        auto *deployed = desk.find<QPushButton>(u"deployedButton"_s);
        QCOMPARE(deployed->text(), u"Revision 1 is deployed"_s);
        QVERIFY(!deployed->isEnabled());

        list.setFocus();
        QVERIFY(!desk.selection.current());
        list.setCurrentRow(1);
        QTest::keyClick(&list, Qt::Key_Up);
        QCOMPARE(desk.selection.current(), std::optional<ObjectId>(desk.sms()));
        QTest::keyClick(&list, Qt::Key_Space);
        QVERIFY(!desk.document.topology().pendingRestart(desk.sms()));
        QCOMPARE(desk.document->undoTitle(), u"Confirm the restart of SMS_1"_s);
        QCOMPARE(list.item(0)->checkState(), Qt::Checked);
        // Unticked it waits again, for the same revision.
        QTest::keyClick(&list, Qt::Key_Space);
        QCOMPARE(desk.document.topology().pendingRestart(desk.sms()), std::optional<qint64>(1));
        QCOMPARE(list.item(0)->checkState(), Qt::Unchecked);
        // Undone, too.
        QTest::keyClick(&list, Qt::Key_Space);
        QVERIFY(desk.document->undo().has_value());
        QCOMPARE(list.item(0)->checkState(), Qt::Unchecked);

        QTest::keyClick(&list, Qt::Key_Space);
        list.setCurrentRow(1);
        QTest::keyClick(&list, Qt::Key_Space);
        QVERIFY(desk.document.topology().pendingRestarts().isEmpty());
        QVERIFY(deployed->isEnabled());
        QTest::mouseClick(deployed, Qt::LeftButton);
        QVERIFY(desk.document->revisions()->constFirst().isBaseline);
        QCOMPARE(desk.document->planner().summary().changes, 0);
        QVERIFY(!deployed->isVisible());
        QVERIFY(desk.find<QLabel>(u"deployedNote"_s)->text().contains(u"it is the baseline"));
    }

    void theNextDayTheyAreStillPending()
    {
        Desk desk;
        desk.change();
        QVERIFY(
            desk.document->saveExported(u"last night"_s, desk.document->head().step).has_value());
        desk.open();
        auto *link = desk.find<QAbstractButton>(u"pendingLink"_s);
        QCOMPARE(link->text(), u"2 exported restarts are pending. Tick them off…"_s);
        QTest::mouseClick(link, Qt::LeftButton);
        QCOMPARE(desk.pending().count(), 2);
        QCOMPARE(desk.find<QLabel>(u"exportedCommentLabel"_s)->text(), u"last night"_s);
        desk.click(u"backToExportLink"_s);
        QVERIFY(desk.find<QWidget>(u"exportForm"_s)->isVisible());
    }

    // --- For those who approve it ---

    void papersAreSaved_data()
    {
        QTest::addColumn<QString>("button");
        QTest::addColumn<int>("form");
        QTest::addColumn<QByteArray>("begins");
        QTest::addColumn<QByteArray>("holds");

        const QByteArray html = "<!DOCTYPE html>";
        QTest::addRow("report, HTML") << u"saveReportButton"_s << 0 << html << QByteArray("<svg");
        QTest::addRow("report, PDF")
            << u"saveReportButton"_s << 1 << QByteArray("%PDF") << QByteArray();
        QTest::addRow("report, Markdown")
            << u"saveReportButton"_s << 2 << QByteArray("# ") << QByteArray("SMS\\_1");
        QTest::addRow("runbook, HTML")
            << u"saveRunbookButton"_s << 0 << html << QByteArray("SMS_1");
        QTest::addRow("runbook, PDF")
            << u"saveRunbookButton"_s << 1 << QByteArray("%PDF") << QByteArray();
        QTest::addRow("runbook, Markdown")
            << u"saveRunbookButton"_s << 2 << QByteArray("# ") << QByteArray("- [ ]");
    }
    void papersAreSaved()
    {
        QFETCH(QString, button);
        QFETCH(int, form);
        QFETCH(QByteArray, begins);
        QFETCH(QByteArray, holds);
        Desk desk;
        desk.change();
        // Errors are no reason to refuse one.
        assign(*desk.document, u"Email_1", u"Globex");
        desk.open();
        const auto step = desk.document->head().step;
        desk.find<QComboBox>(u"paperFormBox"_s)->setCurrentIndex(form);
        desk.prompts.files = {desk.path(u"paper"_s)};
        desk.click(button);
        QTRY_COMPARE(desk.told.size(), 1);
        const auto bytes = desk.written(u"paper"_s);
        QVERIFY2(bytes.startsWith(begins), bytes.left(100).constData());
        QVERIFY(bytes.contains(holds));
        QCOMPARE(desk.document->head().step, step);
    }

    void aReadOnlyDocumentIsShownOnly()
    {
        Desk desk;
        desk.change();
        QVERIFY(desk.document->saveExported({}, desk.document->head().step).has_value());
        const auto reader =
            Document::open(desk.document->path(), u"tester"_s, Store::Access::ReadOnly);
        QVERIFY(reader.has_value());
        ReviewPage page(**reader, desk.selection, new QWidget);
        desk.desk.serve(**reader, page);
        page.resize(900, 700);
        page.show();
        page.show(ReviewStep::Export);
        QVERIFY(!page.findChild<QPushButton *>(u"exportButton"_s)->isEnabled());
        QVERIFY(page.findChild<QLabel *>(u"exportReasonLabel"_s)->text().contains(u"read-only"));
        page.findChild<QAbstractButton *>(u"pendingLink"_s)->click();
        auto *list = page.findChild<QListWidget *>(u"pendingList"_s);
        QCOMPARE(list->count(), 2);
        QVERIFY(!(list->item(0)->flags() & Qt::ItemIsUserCheckable));
        page.findChild<QAbstractButton *>(u"backToExportLink"_s)->click();
        desk.prompts.files = {desk.path(u"report.html"_s)};
        page.findChild<QAbstractButton *>(u"saveReportButton"_s)->click();
        QTRY_VERIFY(QFile::exists(desk.path(u"report.html"_s)));
    }

    void aFileThatIsNotCommittedGoes()
    {
        QTemporaryDir folder;
        const auto path = folder.filePath(u"out.json"_s);
        {
            const auto file = ExportedFile::write(path, "x");
            QVERIFY(file.has_value());
        }
        QVERIFY(QDir(folder.path()).isEmpty());
    }
};

QTEST_MAIN(ReviewExportTest)
#include "tst_reviewexport.moc"
