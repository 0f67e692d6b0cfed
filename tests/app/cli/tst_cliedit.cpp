// SPDX-License-Identifier: Apache-2.0
#include "tests/app/cli/cli.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;

class TestCliEdit final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void answersEachLine();
    void refusesAndGoesOn_data();
    void refusesAndGoesOn();
    void noChangeKeepsTheNumber();
    void undoAndRedoNameTheStep();
    void blankLines();
    void lastLineNeedsNoEnd();
    void carriageReturns();
    void linesThatAreTooLong();
    void script();
    void scriptThatCannotBeRead_data();
    void scriptThatCannotBeRead();
    void scriptIsTheDocument();
    void answersBeforeTheNextLine();
    void twoProcessesInTurn();
    void manyLines();
    void notADocument();
    void outputThatIsFull();
    void readerThatGoesAway();
    void closedOutput();
    void author();

private:
    Run edit(const QByteArray &lines) { return cli({u"edit"_s, m_document}, lines); }
    QJsonObject topology() const;
    QStringList tenantsOf(const QString &application) const;

    std::unique_ptr<Folder> m_folder;
    QString m_document;
};

namespace {

QByteArray assign(const QByteArray &tenant)
{
    return "{\"op\":\"assign\",\"application\":\"SMS_1\",\"tenant\":\"" + tenant + "\"}\n";
}

QByteArray addTenant(const QByteArray &name)
{
    return "{\"op\":\"add\",\"kind\":\"tenant\",\"object\":{\"name\":\"" + name + "\"}}\n";
}

const QByteArray addSms =
    "{\"op\":\"add\",\"kind\":\"application\",\"object\":{\"name\":\"SMS_1\",\"type\":\"istransportserver\"}}\n";

}  // namespace

void TestCliEdit::init()
{
    m_folder = std::make_unique<Folder>();
    m_document = m_folder->path(u"a.switchyard"_s);
    QCOMPARE(cli({u"new"_s, m_document}).exitCode, 0);
}

void TestCliEdit::cleanup()
{
    const auto run = cli({u"check"_s, m_document});
    QVERIFY2(run.exitCode == 0, run.err.constData());
    m_folder.reset();
}

QJsonObject TestCliEdit::topology() const
{
    return cli({u"export"_s, m_document, u"--format"_s, u"topology"_s, u"--output"_s, u"-"_s,
                   u"--allow-errors"_s})
        .json();
}

QStringList TestCliEdit::tenantsOf(const QString &application) const
{
    for (const auto &value : topology().value(u"applications"_s).toArray()) {
        if (value.toObject().value(u"name"_s) == application) {
            QStringList names;
            for (const auto &tenant : value.toObject().value(u"tenants"_s).toArray())
                names.append(tenant.toString());
            return names;
        }
    }
    return {u"(no such application)"_s};
}

void TestCliEdit::answersEachLine()
{
    const auto run = edit(addTenant("Acme") + addSms + assign("Acme")
        + "{\"op\":\"add\",\"kind\":\"application\",\"object\":{\"name\":\"Ixn_1\",\"type\":\"interactionserver\",\"ports\":[{\"id\":"
          "\"default\",\"port\":4420}]}}\n"
          "{\"op\":\"connect\",\"application\":\"SMS_1\",\"target\":\"Ixn_1\",\"port\":\"default\"}\n"
          "{\"op\":\"disconnect\",\"application\":\"SMS_1\",\"target\":\"Ixn_1\"}\n"
          "{\"op\":\"set\",\"kind\":\"application\",\"name\":\"SMS_1\",\"field\":\"release\",\"value\":\"8.1.500.00\"}\n"
          "{\"op\":\"set\",\"kind\":\"settings\",\"field\":\"environment\",\"value\":\"single-tenant\"}\n"
          "{\"op\":\"unassign\",\"application\":\"SMS_1\",\"tenant\":\"Acme\"}\n"
          "{\"op\":\"remove\",\"kind\":\"application\",\"name\":\"Ixn_1\"}\n");
    QCOMPARE(run.exitCode, 0);
    QByteArray expected;
    for (int i = 1; i <= 10; ++i)
        expected += "{\"ok\":true,\"edit\":" + QByteArray::number(i) + "}\n";
    QCOMPARE(run.out, expected);
    QCOMPARE(run.err, QByteArray());
    QCOMPARE(topology().value(u"settings"_s).toObject().value(u"environment"_s).toString(),
        u"single-tenant"_s);
    QCOMPARE(tenantsOf(u"SMS_1"_s), QStringList());
}

void TestCliEdit::refusesAndGoesOn_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addRow("no JSON") << QByteArray("assign Acme to SMS_1");
    QTest::addRow("half an object") << QByteArray("{\"op\":\"undo\"");
    QTest::addRow("two objects") << QByteArray("{\"op\":\"undo\"}{\"op\":\"undo\"}");
    QTest::addRow("an array") << QByteArray("[]");
    QTest::addRow("a key twice") << QByteArray("{\"op\":\"undo\",\"op\":\"undo\"}");
    QTest::addRow("no op") << QByteArray("{}");
    QTest::addRow("op is no text") << QByteArray("{\"op\":1}");
    QTest::addRow("unknown op") << QByteArray("{\"op\":\"explode\"}");
    QTest::addRow("no tenant") << QByteArray("{\"op\":\"assign\",\"application\":\"SMS_1\"}");
    QTest::addRow("unknown tenant")
        << QByteArray("{\"op\":\"assign\",\"application\":\"SMS_1\",\"tenant\":\"Initech\"}");
    QTest::addRow("unknown application")
        << QByteArray("{\"op\":\"assign\",\"application\":\"SMS_9\",\"tenant\":\"Acme\"}");
    QTest::addRow("unknown field") << QByteArray(
        "{\"op\":\"set\",\"kind\":\"tenant\",\"name\":\"Acme\",\"field\":\"colour\",\"value\":1}");
    QTest::addRow("wrong type of value") << QByteArray(
        "{\"op\":\"set\",\"kind\":\"application\",\"name\":\"SMS_1\",\"field\":\"release\",\"value\":8}");
    QTest::addRow("type is fixed") << QByteArray(
        "{\"op\":\"set\",\"kind\":\"application\",\"name\":\"SMS_1\",\"field\":\"type\",\"value\":\"scs\"}");
    QTest::addRow("Environment stays")
        << QByteArray("{\"op\":\"remove\",\"kind\":\"tenant\",\"name\":\"Environment\"}");
    QTest::addRow("application without type")
        << QByteArray("{\"op\":\"add\",\"kind\":\"application\",\"object\":{\"name\":\"X\"}}");
    QTest::addRow("unknown kind") << QByteArray(
        "{\"op\":\"add\",\"kind\":\"person\",\"object\":{\"name\":\"X\"}}");
    QTest::addRow("no UTF-8") << QByteArray(
        "{\"op\":\"add\",\"kind\":\"tenant\",\"object\":{\"name\":\"\xff\xfe\"}}");
    QTest::addRow("lone surrogate")
        << QByteArray("{\"op\":\"add\",\"kind\":\"tenant\",\"object\":{\"name\":\"\\ud800\"}}");
    QTest::addRow("a zero byte") << QByteArray("{\"op\":\"undo\"\0}", 14);
    QTest::addRow("deep") << QByteArray("{\"op\":" + QByteArray(200'000, '['));
}

void TestCliEdit::refusesAndGoesOn()
{
    QFETCH(QByteArray, line);
    const auto before = edit(addTenant("Acme") + addSms);
    QCOMPARE(before.exitCode, 0);
    const auto run = edit(line + '\n' + assign("Acme"));
    QCOMPARE(run.exitCode, 3);
    const auto answers = run.out.split('\n');
    QCOMPARE(answers.size(), 3);
    const auto refusal = QJsonDocument::fromJson(answers[0]).object();
    QCOMPARE(refusal.value(u"ok"_s).toBool(true), false);
    QVERIFY(refusal.value(u"error"_s).toString().size() > 10);
    QCOMPARE(refusal.size(), 2);
    QCOMPARE(answers[1], QByteArray("{\"ok\":true,\"edit\":3}"));
}

void TestCliEdit::noChangeKeepsTheNumber()
{
    const auto run = edit(addTenant("Acme") + addSms + assign("Acme") + assign("Acme")
        + "{\"op\":\"set\",\"kind\":\"application\",\"name\":\"SMS_1\",\"field\":\"release\",\"value\":null}\n");
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.out.split('\n').mid(2),
        (QList<QByteArray> {"{\"ok\":true,\"edit\":3}", "{\"ok\":true,\"edit\":3}",
            "{\"ok\":true,\"edit\":3}", ""}));
}

void TestCliEdit::undoAndRedoNameTheStep()
{
    QCOMPARE(cli({u"edit"_s, m_document, u"--author"_s, u"Mara"_s},
                 addTenant("Acme") + addSms + assign("Acme"))
                 .exitCode,
        0);
    const auto run = edit("{\"op\":\"undo\"}\n{\"op\":\"redo\"}\n{\"op\":\"redo\"}\n");
    QCOMPARE(run.exitCode, 3);
    const auto answers = run.out.split('\n');
    QCOMPARE(answers[0],
        QByteArray(
            "{\"ok\":true,\"edit\":4,\"undone\":\"Assign Acme to SMS_1\",\"author\":\"Mara\"}"));
    QCOMPARE(answers[1],
        QByteArray(
            "{\"ok\":true,\"edit\":5,\"redone\":\"Assign Acme to SMS_1\",\"author\":\"Mara\"}"));
    QVERIFY(answers[2].startsWith("{\"ok\":false,\"error\":\""));
    QCOMPARE(tenantsOf(u"SMS_1"_s), QStringList {u"Acme"_s});
}

void TestCliEdit::blankLines()
{
    const auto run = edit("\n  \n" + addTenant("Acme") + "\n\r\n" + addTenant("Globex"));
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.out, QByteArray("{\"ok\":true,\"edit\":1}\n{\"ok\":true,\"edit\":2}\n"));
}

void TestCliEdit::lastLineNeedsNoEnd()
{
    const auto run = edit(addTenant("Acme").trimmed());
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.out, QByteArray("{\"ok\":true,\"edit\":1}\n"));
}

void TestCliEdit::carriageReturns()
{
    const auto run = edit(addTenant("Acme").trimmed() + "\r\n");
    QCOMPARE(run.exitCode, 0);
}

void TestCliEdit::linesThatAreTooLong()
{
    const auto run = edit(addTenant(QByteArray(40 << 20, 'x')) + addTenant("Acme"));
    QCOMPARE(run.exitCode, 3);
    const auto answers = run.out.split('\n');
    QCOMPARE(answers.size(), 3);
    QVERIFY(answers[0].startsWith("{\"ok\":false"));
    QVERIFY(answers[0].size() < 300);
    QCOMPARE(answers[1], QByteArray("{\"ok\":true,\"edit\":1}"));
}

void TestCliEdit::script()
{
    const auto script =
        m_folder->file(u"night.jsonl"_s, addTenant("Acme") + addSms + assign("Acme"));
    const auto run = cli({u"edit"_s, m_document, u"--script"_s, script}, "not read\n");
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.out.count('\n'), 3);
    QCOMPARE(tenantsOf(u"SMS_1"_s), QStringList {u"Acme"_s});
}

void TestCliEdit::scriptThatCannotBeRead_data()
{
    QTest::addColumn<QString>("script");
    QTest::addRow("missing") << u"/nowhere/a.jsonl"_s;
    QTest::addRow("folder") << u"/"_s;
}

void TestCliEdit::scriptThatCannotBeRead()
{
    QFETCH(QString, script);
    const auto run = cli({u"edit"_s, m_document, u"--script"_s, script});
    QCOMPARE(run.exitCode, 3);
    QVERIFY(run.err.contains(script.toUtf8()));
}

void TestCliEdit::scriptIsTheDocument()
{
    QCOMPARE(cli({u"edit"_s, m_document, u"--script"_s, m_document}).exitCode, 2);
}

void TestCliEdit::answersBeforeTheNextLine()
{
    QProcess process;
    process.start(cliProgram(), {u"edit"_s, m_document});
    QVERIFY(process.waitForStarted());
    for (int i = 1; i <= 5; ++i) {
        process.write(addTenant("Tenant " + QByteArray::number(i)));
        while (!process.canReadLine())
            QVERIFY(process.waitForReadyRead(20'000));
        QCOMPARE(process.readLine(), "{\"ok\":true,\"edit\":" + QByteArray::number(i) + "}\n");
        // Durable, and nothing is held open: another process sees it while this one runs.
        QCOMPARE(topology().value(u"tenants"_s).toArray().size(), i + 1);
    }
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 0);
}

void TestCliEdit::twoProcessesInTurn()
{
    QProcess processes[2];
    for (auto &process : processes) {
        process.start(cliProgram(), {u"edit"_s, m_document, u"--author"_s, u"one of two"_s});
        QVERIFY(process.waitForStarted());
    }
    const auto ask = [](QProcess &process, const QByteArray &line) {
        process.write(line);
        while (!process.canReadLine()) {
            if (!process.waitForReadyRead(20'000))
                return QByteArray("(no answer)");
        }
        return process.readLine();
    };
    QCOMPARE(ask(processes[0], addTenant("Acme")), QByteArray("{\"ok\":true,\"edit\":1}\n"));
    QCOMPARE(ask(processes[1], addSms), QByteArray("{\"ok\":true,\"edit\":2}\n"));
    // Each knows what the other did: the names resolve.
    QCOMPARE(ask(processes[1], assign("Acme")), QByteArray("{\"ok\":true,\"edit\":3}\n"));
    QCOMPARE(ask(processes[0], addTenant("Globex")), QByteArray("{\"ok\":true,\"edit\":4}\n"));
    QCOMPARE(ask(processes[0], assign("Globex")), QByteArray("{\"ok\":true,\"edit\":5}\n"));
    // One history: this process takes back what the other one did.
    QCOMPARE(ask(processes[1], "{\"op\":\"undo\"}\n"),
        QByteArray(
            "{\"ok\":true,\"edit\":6,\"undone\":\"Assign Globex to SMS_1\",\"author\":\"one of two\"}\n"));
    QCOMPARE(ask(processes[0], "{\"op\":\"redo\"}\n"),
        QByteArray(
            "{\"ok\":true,\"edit\":7,\"redone\":\"Assign Globex to SMS_1\",\"author\":\"one of two\"}\n"));
    QCOMPARE(ask(processes[0], "{\"op\":\"remove\",\"kind\":\"tenant\",\"name\":\"Acme\"}\n"),
        QByteArray("{\"ok\":true,\"edit\":8}\n"));
    QVERIFY(
        ask(processes[1], "{\"op\":\"unassign\",\"application\":\"SMS_1\",\"tenant\":\"Acme\"}\n")
            .startsWith("{\"ok\":false"));
    for (auto &process : processes) {
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished());
    }
    QCOMPARE(processes[0].exitCode(), 0);
    QCOMPARE(processes[1].exitCode(), 3);
    QCOMPARE(tenantsOf(u"SMS_1"_s), QStringList {u"Globex"_s});
}

void TestCliEdit::manyLines()
{
    QByteArray lines;
    for (int i = 0; i < 500; ++i)
        lines += addTenant("Tenant " + QByteArray::number(i));
    const auto run = edit(lines);
    QCOMPARE(run.exitCode, 0);
    QVERIFY(run.out.endsWith("{\"ok\":true,\"edit\":500}\n"));
    QCOMPARE(topology().value(u"tenants"_s).toArray().size(), 501);
}

void TestCliEdit::notADocument()
{
    for (const auto &content : {QByteArray(), QByteArray("{}"),
             QByteArray("SQLite format 3\0", 16) + QByteArray(5000, 'x')}) {
        const auto path = m_folder->file(u"b.switchyard"_s, content);
        const auto run = cli({u"edit"_s, path}, addTenant("Acme"));
        QCOMPARE(run.exitCode, 3);
        QCOMPARE(run.out, QByteArray());
        QVERIFY(run.err.contains("b.switchyard"));
        QCOMPARE(m_folder->content(u"b.switchyard"_s), content);
    }
}

// What can't be answered isn't done any more.
void TestCliEdit::outputThatIsFull()
{
    QProcess process;
    process.setStandardOutputFile(u"/dev/full"_s);
    process.start(cliProgram(), {u"edit"_s, m_document});
    process.write(addTenant("Acme") + addTenant("Globex"));
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 4);
    QCOMPARE(topology().value(u"tenants"_s).toArray().size(), 2);
}

void TestCliEdit::readerThatGoesAway()
{
    QProcess process;
    QProcess reader;
    process.setStandardOutputProcess(&reader);
    process.start(cliProgram(), {u"edit"_s, m_document});
    reader.start(u"true"_s, {});
    QVERIFY(process.waitForStarted());
    QVERIFY(reader.waitForFinished());
    process.write(addTenant("Acme") + addTenant("Globex"));
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 4);
    QCOMPARE(topology().value(u"tenants"_s).toArray().size(), 2);
}

// The document must not be given the number of a channel that was closed, and be written into.
void TestCliEdit::closedOutput()
{
    const auto script = m_folder->file(u"night.jsonl"_s, addTenant("Acme") + addTenant("Globex"));
    for (const auto &closed : {u">&-"_s, u">&- 2>&-"_s, u"<&- >&- 2>&-"_s}) {
        QProcess process;
        process.start(u"sh"_s,
            {u"-c"_s, u"exec \"$0\" edit \"$1\" --script \"$2\" "_s + closed, cliProgram(),
                m_document, script});
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 4);
        QCOMPARE(cli({u"check"_s, m_document}).exitCode, 0);
    }
}

void TestCliEdit::author()
{
    QCOMPARE(cli({u"edit"_s, m_document, u"--author"_s, u"Mara"_s}, addTenant("Acme")).exitCode, 0);
    QCOMPARE(cli({u"revision"_s, u"save"_s, m_document, u"--comment"_s, u"Night of 12 May"_s,
                     u"--author"_s, u"Mara"_s})
                 .exitCode,
        0);
    const auto list = cli({u"revision"_s, u"list"_s, m_document});
    QCOMPARE(list.exitCode, 0);
    QVERIFY(list.out.contains("Mara"));
    QVERIFY(list.out.contains("Night of 12 May"));
}

QTEST_GUILESS_MAIN(TestCliEdit)
#include "tst_cliedit.moc"
