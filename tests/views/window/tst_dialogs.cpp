// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/inputs.h"
#include "models/topology/edits.h"
#include "tests/support/fakeprompts.h"
#include "tests/support/temporarydocument.h"
#include "tests/support/topologybuilder.h"
#include "views/window/importdialog.h"
#include "views/window/importfiles.h"
#include "views/window/revisiondialog.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPointer>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

Topology site()
{
    TopologyBuilder b;
    b.tenant(u"Acme").dbid(101);
    b.tenant(u"Globex").dbid(102);
    b.application(u"SMS_1", u"istransportserver").tenants({u"Acme"});
    b.application(u"Email_1", u"emailserver").tenants({u"Acme"});
    return b.build();
}

const QByteArray addsGlobexToSms =
    "{'format':'switchyard-topology','version':1,'tenants':[{'name':'Acme'},{'name':'Globex'},{'name':'Initech'}],"
    "'applications':[{'name':'SMS_1','type':'istransportserver','tenants':['Acme','Globex']}]}";

ReadResult read(QByteArray text, const Topology &known)
{
    return readInputs({{u"site.json"_s, text.replace('\'', '"')}}, InputFormat::Auto, &known);
}

template <class Widget>
Widget *child(QWidget &parent, const QString &name)
{
    auto *found = parent.findChild<Widget *>(name);
    if (!found)
        qFatal("no %s", qPrintable(name));
    return found;
}

void breakEmail(Document &document)
{
    const auto broken = document.apply([](const Topology &t) {
        return assignTenant(t, applicationNamed(t, u"Email_1"), tenantNamed(t, u"Globex"));
    });
    QVERIFY(broken.has_value());
}

}  // namespace

class DialogsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin)"_s)); }

    // --- Import ---

    void importSaysWhatItWouldDo()
    {
        TemporaryDocument document(site());
        QWidget window;
        QPointer<ImportDialog> dialog = new ImportDialog(
            *document, {u"site.json"_s}, read(addsGlobexToSms, document.topology()), &window);
        QSignalSpy imported(dialog.data(), &ImportDialog::imported);
        dialog->open();
        QCOMPARE(child<QLabel>(*dialog, u"importEffectLabel"_s)->text(),
            u"1 added, 1 changed, 0 removed. 1 restart (now 0)."_s);
        QCOMPARE(document->head().step, 0);
        QTest::mouseClick(child<QPushButton>(*dialog, u"importButton"_s), Qt::LeftButton);
        QCOMPARE(imported.size(), 1);
        QCOMPARE(imported.constFirst().constFirst().toString(), u"Imported site.json."_s);
        QVERIFY(document.topology().findTenant(u"Initech").has_value());
        QCOMPARE(document->planner().summary().restarts, 1);
        QCOMPARE(document->undoTitle(), u"Import site.json"_s);
        QTRY_VERIFY(!dialog);
    }

    void importCanRemoveWhatTheFileLacks()
    {
        TemporaryDocument document(site());
        QWidget window;
        QPointer<ImportDialog> dialog = new ImportDialog(
            *document, {u"site.json"_s}, read(addsGlobexToSms, document.topology()), &window);
        dialog->open();
        child<QRadioButton>(*dialog, u"replaceButton"_s)->click();
        QVERIFY(child<QLabel>(*dialog, u"importEffectLabel"_s)->text().contains(u"1 removed"));
        QTest::mouseClick(child<QPushButton>(*dialog, u"importButton"_s), Qt::LeftButton);
        QVERIFY(!document.topology().findApplication(u"Email_1").has_value());
        QVERIFY(document->undo().has_value());
        QCOMPARE(document.topology(), site());
    }

    void importCanReplaceTheBaseline()
    {
        TemporaryDocument document(site());
        QWidget window;
        QPointer<ImportDialog> dialog = new ImportDialog(
            *document, {u"site.json"_s}, read(addsGlobexToSms, document.topology()), &window);
        dialog->open();
        child<QRadioButton>(*dialog, u"baselineButton"_s)->click();
        auto *button = child<QPushButton>(*dialog, u"importButton"_s);
        QCOMPARE(button->text(), u"Replace the baseline"_s);
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(document.topology(), site());
        QVERIFY(document->baseline().findTenant(u"Initech").has_value());
        QCOMPARE(document->planner().summary().restarts, 1);
    }

    void whatIsThereAlreadyIsNoImport()
    {
        TemporaryDocument document(site());
        QWidget window;
        QPointer<ImportDialog> dialog = new ImportDialog(*document, {u"site.json"_s},
            read("{'format':'switchyard-topology','version':1,'tenants':[{'name':'Acme'}]}",
                document.topology()),
            &window);
        dialog->open();
        QVERIFY(!child<QPushButton>(*dialog, u"importButton"_s)->isEnabled());
    }

    void malformedFilesCannotBeImported()
    {
        TemporaryDocument document(site());
        QWidget window;
        QPointer<ImportDialog> dialog = new ImportDialog(*document, {u"site.json"_s},
            read("{'format':'switchyard-topology','version':1,'tenants':[{'name':7}]}",
                document.topology()),
            &window);
        dialog->open();
        QVERIFY(!child<QPushButton>(*dialog, u"importButton"_s)->isEnabled());
        const auto *list = child<QListWidget>(*dialog, u"importProblemsList"_s);
        QCOMPARE(list->count(), 1);
        QVERIFY2(
            list->item(0)->text().contains(u"tenants[0].name"), qPrintable(list->item(0)->text()));
    }

    void problemsAreListedBeforeAnythingIsWritten()
    {
        TemporaryDocument document(site());
        QWidget window;
        QPointer<ImportDialog> dialog = new ImportDialog(*document, {u"site.json"_s},
            read(
                "{'format':'switchyard-topology','version':1,'applications':[{'name':'X','type':'teleporter','host':'h'}]}",
                document.topology()),
            &window);
        dialog->open();
        const auto *list = child<QListWidget>(*dialog, u"importProblemsList"_s);
        QVERIFY(list->count() >= 2);  // The type, and the host that nothing defines.
        // Choosing again must not list them twice.
        const auto count = list->count();
        child<QRadioButton>(*dialog, u"baselineButton"_s)->click();
        child<QRadioButton>(*dialog, u"mergeButton"_s)->click();
        QCOMPARE(list->count(), count);
    }

    void anEmptyDocumentTakesItsBaselineFromTheImport()
    {
        TemporaryDocument document((Topology()));
        QWidget window;
        QPointer<ImportDialog> dialog = new ImportDialog(
            *document, {u"site.json"_s}, read(addsGlobexToSms, document.topology()), &window);
        dialog->open();
        QVERIFY(child<QLabel>(*dialog, u"importEffectLabel"_s)->text().contains(u"baseline"));
        QTest::mouseClick(child<QPushButton>(*dialog, u"importButton"_s), Qt::LeftButton);
        QVERIFY(document->baseline().findApplication(u"SMS_1").has_value());
        QCOMPARE(document->planner().summary().changes, 0);
    }

    void filesThatCannotBeRead()
    {
        TemporaryDocument document(site());
        const auto missing = readFiles({u"/nowhere/site.json"_s}, document.topology(), nullptr);
        QVERIFY(missing.has_value() && !missing->has_value());
        QCOMPARE(missing->error().code, Error::Code::NotFound);
        const auto itself = readFiles({document->path()}, document.topology(), nullptr);
        QVERIFY(itself.has_value() && !itself->has_value());
        QVERIFY(itself->error().message.startsWith(u"This is a document"));
    }

    // --- Revision ---

    void aRevisionIsKept()
    {
        TemporaryDocument document(site());
        breakEmail(*document);
        QWidget window;
        QPointer<RevisionDialog> dialog = new RevisionDialog(*document, &window);
        QSignalSpy kept(dialog.data(), &RevisionDialog::kept);
        dialog->open();
        QTest::keyClicks(child<QLineEdit>(*dialog, u"revisionCommentEdit"_s), u"as agreed"_s);
        QTest::mouseClick(child<QPushButton>(*dialog, u"keepRevisionButton"_s), Qt::LeftButton);
        QCOMPARE(kept.constFirst().constFirst().toString(), u"Kept as revision 1."_s);
        const auto revisions = document->revisions();
        QVERIFY(revisions.has_value());
        QCOMPARE(revisions->size(), 1);
        QCOMPARE(revisions->constFirst().comment, u"as agreed"_s);
        QVERIFY(document->planner().summary().changes > 0);
    }

    void aDeployedRevisionIsTheBaseline()
    {
        TemporaryDocument document(site());
        breakEmail(*document);
        QWidget window;
        QPointer<RevisionDialog> dialog = new RevisionDialog(*document, &window);
        dialog->open();
        child<QCheckBox>(*dialog, u"deployedBox"_s)->click();
        QTest::mouseClick(child<QPushButton>(*dialog, u"keepRevisionButton"_s), Qt::LeftButton);
        QCOMPARE(document->planner().summary().changes, 0);
    }
};

QTEST_MAIN(DialogsTest)
#include "tst_dialogs.moc"
