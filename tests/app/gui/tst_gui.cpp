// SPDX-License-Identifier: Apache-2.0
#include "app/gui/invocation.h"
#include "models/document/sample.h"

#include <QImage>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

struct Outcome
{
    int code = -1;
    QString out;
    QString err;
};

/// Runs the program to its end, with an environment that has no display unless one is given.
Outcome runProgram(const QStringList &arguments, const QString &platform = {})
{
    QProcess process;
    auto environment = QProcessEnvironment::systemEnvironment();
    for (const auto &name : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"QT_QPA_PLATFORM"_s})
        environment.remove(name);
    if (!platform.isEmpty())
        environment.insert(u"QT_QPA_PLATFORM"_s, platform);
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(SWITCHYARD_PROGRAM), arguments);
    constexpr int patience = 60000;
    if (!process.waitForFinished(patience) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
        QString::fromUtf8(process.readAllStandardError())};
}

}  // namespace

class GuiTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // --- Invocation ---

    void options()
    {
        const auto options = Invocation::parse({u"--screenshot"_s, u"a.png"_s, u"--size=800x600"_s,
            u"--theme"_s, u"dark"_s, u"--panel"_s, u"hosts"_s, u"x.switchyard"_s});
        QVERIFY(options.has_value());
        QCOMPARE(options->task, Invocation::Task::Screenshot);
        QCOMPARE(options->picture, u"a.png"_s);
        QCOMPARE(options->size, QSize(800, 600));
        QCOMPARE(options->theme, u"dark"_s);
        QCOMPARE(options->panel, u"hosts"_s);
        QCOMPARE(options->document, u"x.switchyard"_s);
    }

    void refusedOptions_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("message");

        QTest::addRow("unknown") << QStringList {u"--colour"_s}
                                 << u"There is no option “--colour”. Try --help."_s;
        QTest::addRow("no value") << QStringList {u"--theme"_s}
                                  << u"--theme takes a value. Try --help."_s;
        QTest::addRow("theme") << QStringList {u"--theme"_s, u"blue"_s}
                               << u"--theme takes system, light or dark, not “blue”."_s;
        QTest::addRow("size") << QStringList {u"--size"_s, u"800"_s}
                              << u"--size takes WIDTHxHEIGHT, such as 1366x768, not “800”."_s;
        QTest::addRow("negative size") << QStringList {
            u"--size=-1x5"_s} << u"--size takes WIDTHxHEIGHT, such as 1366x768, not “-1x5”."_s;
        QTest::addRow("two documents")
            << QStringList {u"a"_s, u"b"_s} << u"One document at a time: “b” is the second."_s;
    }
    void refusedOptions()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, message);
        const auto options = Invocation::parse(arguments);
        QVERIFY(!options.has_value());
        QCOMPARE(options.error().message, message);
    }

    void aNameMayBeginWithADash()
    {
        const auto options = Invocation::parse({u"--"_s, u"--odd"_s});
        QVERIFY(options.has_value());
        QCOMPARE(options->document, u"--odd"_s);
    }

    // --- The program ---

    void versionAndHelpNeedNoDisplay()
    {
        const auto version = runProgram({u"--version"_s});
        QCOMPARE(version.code, 0);
        QVERIFY(version.out.startsWith(u"Switchyard "));
        const auto help = runProgram({u"--help"_s});
        QCOMPARE(help.code, 0);
        QVERIFY(help.out.contains(u"Example: switchyard"));
    }

    void wrongUsage()
    {
        const auto outcome = runProgram({u"--colour"_s});
        QCOMPARE(outcome.code, 2);
        QVERIFY(outcome.err.contains(u"--colour"));
    }

    void withoutADisplayItSaysSo()
    {
        const auto outcome = runProgram({});
        QCOMPARE(outcome.code, 4);
        QVERIFY2(outcome.err.contains(u"There is no display"), qPrintable(outcome.err));
        QCOMPARE(outcome.err.count(u'\n'), 1);
    }

    void aDisplayThatIsNotThereIsNoCrash()
    {
        const auto outcome = runProgram({}, u"xcb"_s);
        QCOMPARE(outcome.code, 4);
        QVERIFY2(outcome.err.contains(u"There is no display"), qPrintable(outcome.err));
    }

    void drawsTheWindow()
    {
        QTemporaryDir folder;
        const auto document = folder.filePath(u"sample.switchyard"_s);
        QVERIFY(createSample(document).has_value());
        const auto picture = folder.filePath(u"window.png"_s);
        auto outcome = runProgram({u"--screenshot"_s, picture, u"--size"_s, u"1200x700"_s,
            u"--theme"_s, u"dark"_s, document});
        // The offscreen platform says what it can't do; the program itself says nothing.
        QVERIFY2(outcome.err.remove(QRegularExpression(u"This plugin[^\\n]*\\n"_s)).isEmpty(),
            qPrintable(outcome.err));
        QCOMPARE(outcome.code, 0);
        const QImage image(picture);
        QCOMPARE(image.size(), QSize(1200, 700));
        QVERIFY(image.pixelColor(500, 300).lightness() < 128);
    }

    void pictureOfWhatIsNotThere()
    {
        QTemporaryDir folder;
        const auto outcome = runProgram({u"--screenshot"_s, folder.filePath(u"w.png"_s),
            folder.filePath(u"missing.switchyard"_s)});
        QCOMPARE(outcome.code, 3);
        QVERIFY(outcome.err.contains(u"missing.switchyard"));
        QVERIFY(!QFile::exists(folder.filePath(u"w.png"_s)));
    }

    void pictureThatCannotBeWritten()
    {
        QTemporaryDir folder;
        const auto outcome = runProgram({u"--screenshot"_s, folder.filePath(u"no/such/w.png"_s)});
        QCOMPARE(outcome.code, 4);
    }

    void panelThatIsNotThere()
    {
        QTemporaryDir folder;
        const auto document = folder.filePath(u"sample.switchyard"_s);
        QVERIFY(createSample(document).has_value());
        const auto outcome = runProgram(
            {u"--screenshot"_s, folder.filePath(u"w.png"_s), u"--panel"_s, u"canvas"_s, document});
        QCOMPARE(outcome.code, 2);
    }
};

QTEST_GUILESS_MAIN(GuiTest)
#include "tst_gui.moc"
