// SPDX-License-Identifier: Apache-2.0
#include "models/topology/edits.h"
#include "tests/support/fakeprompts.h"
#include "tests/support/temporarydocument.h"
#include "tests/support/topologybuilder.h"
#include "views/canvas/canvasview.h"
#include "views/common/theme.h"
#include "views/window/documentsession.h"
#include "views/window/mainwindow.h"
#include "views/window/pictureoutput.h"
#include "views/window/workspace.h"

#include <QAction>
#include <QImage>
#include <QPrinter>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// A canvas of the sample, and what writes pictures of it.
struct Easel
{
    TemporaryDocument document;
    Selection selection;
    CanvasView canvas {*document, selection};
    FakePrompts prompts;
    QTemporaryDir folder;
    PictureOutput output {prompts, &canvas};
    QSignalSpy told {&output, &PictureOutput::told};
    QSignalSpy failed {&output, &PictureOutput::failed};

    Easel()
    {
        canvas.resize(500, 300);
        canvas.show();
        canvas.setZoom(1);
        canvas.scrollTo({});
    }
    QByteArray content(const QString &name) const
    {
        QFile file(folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QByteArray written(const QString &name, PictureOutput::Part part)
    {
        prompts.files = {folder.filePath(name)};
        output.write(canvas, part);
        return content(name);
    }
};

}  // namespace

class PicturesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin)"_s)); }
    void endingSaysTheFormat_data();
    void endingSaysTheFormat();
    void allOrVisible();
    void visibleIsAsTheCanvasShowsIt();
    void canvasIsLeftAsItWas();
    void otherEndings();
    void nothingIsChosen();
    void documentIsNoTarget();
    void printedAll();
    void printedPages();
    void printedVisible();
    void printerThatCannotBeUsed();
    void menu();
};

void PicturesTest::endingSaysTheFormat_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("begin");
    QTest::addRow("svg") << u"a.svg"_s << QByteArray("<?xml");
    QTest::addRow("png") << u"a.PNG"_s << QByteArray("\x89PNG");
    QTest::addRow("pdf") << u"a.pdf"_s << QByteArray("%PDF-");
}

void PicturesTest::endingSaysTheFormat()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, begin);
    for (const auto part : {PictureOutput::Part::All, PictureOutput::Part::Visible}) {
        Easel easel;
        QVERIFY(easel.written(name, part).startsWith(begin));
        QCOMPARE(easel.told.size(), 1);
        QCOMPARE(easel.told.constFirst().constFirst().toString(), u"Exported %1."_s.arg(name));
        QCOMPARE(easel.failed.size(), 0);
    }
}

void PicturesTest::allOrVisible()
{
    Easel easel;
    const auto all = easel.written(u"all.svg"_s, PictureOutput::Part::All);
    QVERIFY(all.contains(">DAP_log<"));
    QVERIFY(all.contains(">Email_Fjord<"));
    // The side lane stands at the left, the last tenant far to the right.
    const auto visible = easel.written(u"visible.svg"_s, PictureOutput::Part::Visible);
    QVERIFY(visible.contains(">DAP_log<"));
    QVERIFY(!visible.contains(">Email_Fjord<"));
}

void PicturesTest::visibleIsAsTheCanvasShowsIt()
{
    Easel easel;
    const auto size = [&] {
        return QImage::fromData(easel.written(u"a.png"_s, PictureOutput::Part::Visible)).size();
    };
    easel.canvas.resize(900, 700);
    easel.canvas.setZoom(1);
    easel.canvas.scrollTo({});
    const auto large = size();
    easel.canvas.setZoom(0.5);
    easel.canvas.scrollTo({});
    QVERIFY(size().height() < large.height());
    easel.canvas.setZoom(1);
    easel.canvas.scrollTo({});
    QCOMPARE(size(), large);
    easel.canvas.setBandFolded(0, true);
    const auto folded = easel.written(u"a.svg"_s, PictureOutput::Part::Visible);
    QVERIFY(!folded.contains(">Chat_1<"));
    QVERIFY(easel.written(u"a.svg"_s, PictureOutput::Part::All).contains(">Chat_1<"));
}

void PicturesTest::canvasIsLeftAsItWas()
{
    Easel easel;
    const auto before = easel.canvas.grab().toImage();
    easel.written(u"a.svg"_s, PictureOutput::Part::All);
    easel.written(u"a.svg"_s, PictureOutput::Part::Visible);
    easel.canvas.update();
    QCOMPARE(easel.canvas.grab().toImage(), before);
}

void PicturesTest::otherEndings()
{
    for (const auto &name : {u"a.jpg"_s, u"a"_s}) {
        Easel easel;
        QCOMPARE(easel.written(name, PictureOutput::Part::All), QByteArray());
        QCOMPARE(easel.failed.size(), 1);
        const auto error = easel.failed.constFirst().constFirst().value<Error>();
        QCOMPARE(error.text(), name + u": A picture's name ends in .svg, .png or .pdf."_s);
    }
}

void PicturesTest::nothingIsChosen()
{
    Easel easel;
    easel.output.write(easel.canvas, PictureOutput::Part::All);
    easel.output.print(easel.canvas, PictureOutput::Part::All);
    QCOMPARE(easel.told.size(), 0);
    QCOMPARE(easel.failed.size(), 0);
}

void PicturesTest::documentIsNoTarget()
{
    Easel easel;
    const auto path = easel.folder.filePath(u"other.svg"_s);
    QVERIFY(QFile::copy(easel.document->path(), path));
    const auto before = easel.content(u"other.svg"_s);
    QCOMPARE(easel.written(u"other.svg"_s, PictureOutput::Part::All), before);
    QCOMPARE(easel.failed.size(), 1);
}

void PicturesTest::printedAll()
{
    Easel easel;
    easel.prompts.chooses = [&](QPrinter &printer) {
        printer.setOutputFileName(easel.folder.filePath(u"out.pdf"_s));
        return true;
    };
    easel.output.print(easel.canvas, PictureOutput::Part::All);
    QCOMPARE(easel.told.size(), 1);
    const auto pdf = easel.content(u"out.pdf"_s);
    QVERIFY(pdf.startsWith("%PDF-"));
    QVERIFY(pdf.count("/Type /Page\n") > 1);  // It is too large for A4.
}

void PicturesTest::printedPages()
{
    Easel easel;
    easel.prompts.chooses = [&](QPrinter &printer) {
        printer.setOutputFileName(easel.folder.filePath(u"out.pdf"_s));
        printer.setPrintRange(QPrinter::PageRange);
        printer.setFromTo(2, 2);
        return true;
    };
    easel.output.print(easel.canvas, PictureOutput::Part::All);
    QCOMPARE(easel.content(u"out.pdf"_s).count("/Type /Page\n"), 1);
}

void PicturesTest::printedVisible()
{
    Easel easel;
    easel.canvas.fitAll();
    easel.prompts.chooses = [&](QPrinter &printer) {
        printer.setOutputFileName(easel.folder.filePath(u"out.pdf"_s));
        return true;
    };
    easel.output.print(easel.canvas, PictureOutput::Part::Visible);
    QCOMPARE(easel.told.size(), 1);
    QCOMPARE(easel.content(u"out.pdf"_s).count("/Type /Page\n"), 1);
}

void PicturesTest::printerThatCannotBeUsed()
{
    Easel easel;
    easel.prompts.chooses = [](QPrinter &printer) {
        printer.setOutputFileName(u"/nowhere/out.pdf"_s);
        return true;
    };
    QTest::ignoreMessage(QtWarningMsg, "QPainter::begin(): Returned false");
    easel.output.print(easel.canvas, PictureOutput::Part::All);
    QCOMPARE(easel.told.size(), 0);
    QCOMPARE(easel.failed.size(), 1);
}

void PicturesTest::menu()
{
    QTemporaryDir folder;
    QSettings settings(folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
    FakePrompts prompts;
    Theme theme;
    MainWindow window(settings, prompts, theme);
    window.resize(1200, 800);
    window.show();
    const QStringList names {u"exportPictureAction"_s, u"exportVisibleAction"_s, u"printAction"_s,
        u"printVisibleAction"_s};
    for (const auto &name : names)
        QVERIFY(!window.findChild<QAction *>(name)->isEnabled());
    prompts.files = {folder.filePath(u"a.switchyard"_s)};
    window.findChild<QAction *>(u"openSampleAction"_s)->trigger();
    QVERIFY(window.workspace());
    int printed = 0;
    prompts.chooses = [&](QPrinter &) {
        ++printed;
        return false;
    };
    for (const auto &name : names) {
        QVERIFY(window.findChild<QAction *>(name)->isEnabled());
        prompts.files = {folder.filePath(name + u".svg"_s)};
        // Whatever page is in front.
        window.workspace()->show(u"tenants"_s);
        window.findChild<QAction *>(name)->trigger();
    }
    QCOMPARE(printed, 2);
    const auto contains = [&](const QString &name, const QByteArray &word) {
        QFile file(folder.filePath(name + u".svg"_s));
        return file.open(QIODevice::ReadOnly) && file.readAll().contains(word);
    };
    QVERIFY(contains(names[0], ">a.switchyard<"));
    QVERIFY(contains(names[0], ">SIP_Cobalt<"));
    QVERIFY(contains(names[1], ">a.switchyard<"));
}

QTEST_MAIN(PicturesTest)
#include "tst_pictures.moc"
