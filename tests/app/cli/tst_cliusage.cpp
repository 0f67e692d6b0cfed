// SPDX-License-Identifier: Apache-2.0
#include "tests/app/cli/cli.h"

#include <QJsonArray>
#include <QProcess>
#include <QProcessEnvironment>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

class TestCliUsage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void helpHasAnExample_data();
    void helpHasAnExample();
    void exampleIsACommand_data();
    void exampleIsACommand();
    void version();
    void wrongUsage_data();
    void wrongUsage();
    void unknownCommand();
    void namesThatAreNoText_data();
    void namesThatAreNoText();
    void offersNothingOfLaterIssues_data();
    void offersNothingOfLaterIssues();
    void missingInput_data();
    void missingInput();
    void fullOutput_data();
    void fullOutput();
    void resultsAndTheRestAreApart();
    void rules();
    void explain();
    void explainUnknownRule();
};

namespace {

void addCommands()
{
    QTest::addColumn<QStringList>("command");
    QTest::addRow("program") << QStringList();
    for (const char *name :
        {"new", "import", "validate", "diff", "plan", "export", "edit", "revision", "rules",
            "explain", "check", "onboard", "upgrade", "answer", "answers", "merge"})
        QTest::addRow("%s", name) << QStringList {QLatin1String(name)};
    for (const char *name : {"save", "list", "show", "restore", "deployed"})
        QTest::addRow("revision %s", name) << QStringList {u"revision"_s, QLatin1String(name)};
}

}  // namespace

void TestCliUsage::helpHasAnExample_data()
{
    addCommands();
}

void TestCliUsage::helpHasAnExample()
{
    QFETCH(QStringList, command);
    for (const auto &flag : {u"--help"_s, u"-h"_s}) {
        const auto run = cli(command + QStringList {flag});
        QCOMPARE(run.exitCode, 0);
        QCOMPARE(run.err, QByteArray());
        QVERIFY(run.out.contains("Example:\n"));
        QVERIFY(run.out.contains("switchyard-cli " + command.join(u' ').toUtf8()));
    }
}

void TestCliUsage::exampleIsACommand_data()
{
    addCommands();
}

// The examples that people copy are understood: they fail for a missing file, not for their usage.
void TestCliUsage::exampleIsACommand()
{
    QFETCH(QStringList, command);
    const auto help = QString::fromUtf8(cli(command + QStringList {u"--help"_s}).out);
    const auto lines = help.mid(help.indexOf(u"Example:\n"_s)).split(u'\n', Qt::SkipEmptyParts);
    for (const auto &line : lines.mid(1)) {
        auto words = QProcess::splitCommand(
            line.mid(line.indexOf(u"switchyard-cli "_s)).replace(u'\'', u'"'))
                         .mid(1);
        if (words.value(0) == u"new"_s)
            words[1] = u"/nowhere/"_s + words[1];
        QVERIFY2(cli(words).exitCode != 2, qPrintable(line));
    }
}

void TestCliUsage::version()
{
    const auto run = cli({u"--version"_s});
    QCOMPARE(run.exitCode, 0);
    QVERIFY(QString::fromUtf8(run.out).contains(
        QRegularExpression(u"^switchyard-cli \\d+\\.\\d+\\.\\d+\\n$"_s)));
}

void TestCliUsage::wrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    const QStringList empty;
    QTest::addRow("no command") << empty;
    QTest::addRow("unknown command") << QStringList {u"frobnicate"_s};
    QTest::addRow("unknown option") << QStringList {u"validate"_s, u"--loud"_s, u"x"_s};
    QTest::addRow("validate without file") << QStringList {u"validate"_s};
    QTest::addRow("validate with two files") << QStringList {u"validate"_s, u"a"_s, u"b"_s};
    QTest::addRow("unknown format")
        << QStringList {u"validate"_s, u"a"_s, u"--format"_s, u"yaml"_s};
    QTest::addRow("format without value") << QStringList {u"validate"_s, u"a"_s, u"--format"_s};
    QTest::addRow("unknown threshold")
        << QStringList {u"validate"_s, u"a"_s, u"--fail-on"_s, u"fatal"_s};
    QTest::addRow("threshold of another command")
        << QStringList {u"plan"_s, u"a"_s, u"--fail-on"_s, u"error"_s};
    QTest::addRow("plan without file") << QStringList {u"plan"_s};
    QTest::addRow("plan of standard input alone") << QStringList {u"plan"_s, u"-"_s};
    QTest::addRow("plan with three files") << QStringList {u"plan"_s, u"a"_s, u"b"_s, u"c"_s};
    QTest::addRow("diff with one file") << QStringList {u"diff"_s, u"a"_s};
    QTest::addRow("standard input twice") << QStringList {u"diff"_s, u"-"_s, u"-"_s};
    QTest::addRow("merge without output") << QStringList {u"merge"_s, u"a"_s, u"b"_s, u"c"_s};
    QTest::addRow("merge of standard input twice")
        << QStringList {u"merge"_s, u"-"_s, u"b"_s, u"-"_s, u"--output"_s, u"d"_s};
    QTest::addRow("merge with two results on standard output") << QStringList {
        u"merge"_s, u"a"_s, u"b"_s, u"c"_s, u"--output"_s, u"-"_s, u"--format"_s, u"json"_s};
    QTest::addRow("new without name") << QStringList {u"new"_s};
    QTest::addRow("new on standard input") << QStringList {u"new"_s, u"-"_s};
    QTest::addRow("edit on standard input") << QStringList {u"edit"_s, u"-"_s};
    QTest::addRow("check on standard input") << QStringList {u"check"_s, u"-"_s};
    QTest::addRow("import without target") << QStringList {u"import"_s, u"a.json"_s};
    QTest::addRow("import without source") << QStringList {u"import"_s, u"--into"_s, u"a"_s};
    QTest::addRow("import into standard output")
        << QStringList {u"import"_s, u"a.json"_s, u"--into"_s, u"-"_s};
    QTest::addRow("import with baseline and replace") << QStringList {
        u"import"_s, u"a"_s, u"--into"_s, u"b"_s, u"--replace"_s, u"--as-baseline"_s};
    QTest::addRow("export without format")
        << QStringList {u"export"_s, u"a"_s, u"--output"_s, u"b"_s};
    QTest::addRow("export without output")
        << QStringList {u"export"_s, u"a"_s, u"--format"_s, u"topology"_s};
    QTest::addRow("revision alone") << QStringList {u"revision"_s};
    QTest::addRow("revision without comment") << QStringList {u"revision"_s, u"save"_s, u"a"_s};
    QTest::addRow("explain without rule") << QStringList {u"explain"_s};
}

void TestCliUsage::wrongUsage()
{
    QFETCH(QStringList, arguments);
    const auto run = cli(arguments);
    QCOMPARE(run.exitCode, 2);
    QCOMPARE(run.out, QByteArray());
    QVERIFY(run.err.size() > 10);
}

void TestCliUsage::unknownCommand()
{
    QVERIFY(cli({u"frobnicate"_s}).err.contains("frobnicate"));
    QVERIFY(cli({u"revision"_s, u"frobnicate"_s}).err.contains("frobnicate"));
}

void TestCliUsage::namesThatAreNoText_data()
{
    QTest::addColumn<QByteArray>("arguments");
    QTest::addRow("new") << QByteArray("new \"$NAME\"");
    QTest::addRow("import") << QByteArray("import \"$SAMPLE\" --into \"$NAME\"");
    QTest::addRow("export") << QByteArray(
        "export \"$SAMPLE\" --format topology --allow-errors --output \"$NAME\"");
    QTest::addRow("validate") << QByteArray("validate \"$NAME\"");
}

// A file name is any bytes. One that can't be told is refused, before a file of another name is
// made.
void TestCliUsage::namesThatAreNoText()
{
    QFETCH(QByteArray, arguments);
    const Folder folder;
    QProcess shell;
    shell.setWorkingDirectory(folder.path({}));
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"SAMPLE"_s, sample(u"harbour.topology.json"_s));
    shell.setProcessEnvironment(environment);
    shell.start(u"sh"_s,
        {u"-c"_s, u"NAME=$(printf 'a\\377'); exec \"$0\" "_s + QString::fromUtf8(arguments),
            cliProgram()});
    QVERIFY(shell.waitForFinished());
    QCOMPARE(shell.exitCode(), 3);
    QCOMPARE(shell.readAllStandardOutput(), QByteArray());
    QVERIFY(shell.readAllStandardError().contains("UTF-8"));
    QCOMPARE(folder.names(), QStringList());
}

void TestCliUsage::offersNothingOfLaterIssues_data()
{
    QTest::addColumn<QStringList>("arguments");
    for (const char *format : {"gax", "gws", "confdata", "csv"})
        QTest::addRow("import %s", format) << QStringList {
            u"import"_s, u"a"_s, u"--into"_s, u"b"_s, u"--format"_s, QLatin1String(format)};
    for (const char *format : {"confdata", "csv", "xlsx"})
        QTest::addRow("export %s", format) << QStringList {
            u"export"_s, u"a"_s, u"--output"_s, u"b"_s, u"--format"_s, QLatin1String(format)};
}

void TestCliUsage::offersNothingOfLaterIssues()
{
    QFETCH(QStringList, arguments);
    const auto run = cli(arguments);
    QCOMPARE(run.exitCode, 2);
    QCOMPARE(run.out, QByteArray());
}

void TestCliUsage::missingInput_data()
{
    QTest::addColumn<QStringList>("arguments");
    const auto here = u"/nowhere/a"_s;
    QTest::addRow("validate") << QStringList {u"validate"_s, here};
    QTest::addRow("plan of one") << QStringList {u"plan"_s, here};
    QTest::addRow("plan of two") << QStringList {
        u"plan"_s, sample(u"harbour.topology.json"_s), here};
    QTest::addRow("diff") << QStringList {u"diff"_s, here, sample(u"harbour.topology.json"_s)};
    QTest::addRow("export") << QStringList {
        u"export"_s, here, u"--format"_s, u"topology"_s, u"--output"_s, u"-"_s};
    QTest::addRow("edit") << QStringList {u"edit"_s, here};
    QTest::addRow("revision save")
        << QStringList {u"revision"_s, u"save"_s, here, u"--comment"_s, u"x"_s};
    QTest::addRow("revision list") << QStringList {u"revision"_s, u"list"_s, here};
    QTest::addRow("check") << QStringList {u"check"_s, here};
    QTest::addRow("import") << QStringList {u"import"_s, here, u"--into"_s, u"/nowhere/b"_s};
    QTest::addRow("a folder") << QStringList {u"validate"_s, u"/"_s};
    QTest::addRow("a folder to check") << QStringList {u"check"_s, u"/"_s};
}

void TestCliUsage::missingInput()
{
    QFETCH(QStringList, arguments);
    const auto run = cli(arguments);
    QCOMPARE(run.exitCode, 3);
    QCOMPARE(run.out, QByteArray());
    QVERIFY(run.err.contains("/"));
}

void TestCliUsage::fullOutput_data()
{
    QTest::addColumn<QStringList>("arguments");
    const auto file = sample(u"harbour.topology.json"_s);
    QTest::addRow("help") << QStringList {u"--help"_s};
    QTest::addRow("version") << QStringList {u"--version"_s};
    QTest::addRow("rules") << QStringList {u"rules"_s};
    QTest::addRow("explain") << QStringList {u"explain"_s, u"tenant-none"_s};
    QTest::addRow("validate") << QStringList {u"validate"_s, file, u"--fail-on"_s, u"never"_s};
    QTest::addRow("plan") << QStringList {u"plan"_s, file, file};
    QTest::addRow("diff") << QStringList {
        u"diff"_s, file, sample(u"harbour-production.topology.json"_s)};
    QTest::addRow("export") << QStringList {u"export"_s, file, u"--format"_s, u"topology"_s,
        u"--allow-errors"_s, u"--output"_s, u"-"_s};
}

void TestCliUsage::fullOutput()
{
    QFETCH(QStringList, arguments);
    QProcess process;
    process.setStandardOutputFile(u"/dev/full"_s);
    process.start(cliProgram(), arguments);
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 4);
    QVERIFY(process.readAllStandardError().contains("No space left"));
}

void TestCliUsage::resultsAndTheRestAreApart()
{
    const auto run =
        cli({u"validate"_s, sample(u"harbour.topology.json"_s), u"--format"_s, u"json"_s});
    QCOMPARE(run.exitCode, 1);
    QCOMPARE(run.json().value(u"format"_s).toString(), u"switchyard-findings"_s);
}

void TestCliUsage::rules()
{
    const auto run = cli({u"rules"_s, u"--format"_s, u"json"_s});
    QCOMPARE(run.exitCode, 0);
    const auto list = run.json().value(u"rules"_s).toArray();
    QVERIFY(list.size() >= 37);
    QStringList ids;
    for (const auto &value : list) {
        const auto rule = value.toObject();
        ids.append(rule.value(u"id"_s).toString());
        for (const auto &key : {u"severity"_s, u"title"_s, u"explanation"_s})
            QVERIFY(!rule.value(key).toString().isEmpty());
        QVERIFY(rule.value(u"inference"_s).isBool());
        for (const auto &key : {u"document"_s, u"page"_s, u"topic"_s, u"address"_s})
            QVERIFY(rule.value(u"source"_s).toObject().value(key).isString());
    }
    auto sorted = ids;
    std::sort(sorted.begin(), sorted.end());
    QCOMPARE(ids, sorted);
    const auto text = cli({u"rules"_s});
    QCOMPARE(text.exitCode, 0);
    for (const auto &id : ids)
        QVERIFY(text.out.contains(id.toUtf8()));
}

void TestCliUsage::explain()
{
    const auto run = cli({u"explain"_s, u"tenant-exclusive"_s});
    QCOMPARE(run.exitCode, 0);
    QVERIFY(run.out.contains("tenant-exclusive"));
    QVERIFY(run.out.contains("https://docs.genesys.com/Documentation/ES/8.1.4/User/Config"));
}

void TestCliUsage::explainUnknownRule()
{
    const auto run = cli({u"explain"_s, u"tenant-exlusive"_s});
    QCOMPARE(run.exitCode, 2);
    QCOMPARE(run.out, QByteArray());
    QVERIFY(run.err.contains("tenant-exlusive"));
}

QTEST_GUILESS_MAIN(TestCliUsage)
#include "tst_cliusage.moc"
