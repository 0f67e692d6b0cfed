// SPDX-License-Identifier: Apache-2.0
#include "tests/app/cli/cli.h"

#include <QProcess>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace {

const QStringList formats {u"markdown"_s, u"html"_s, u"pdf"_s};

QByteArray beginOf(const QString &format, const QByteArray &title)
{
    if (format == u"markdown")
        return "# " + title;
    return format == u"html" ? QByteArray("<!DOCTYPE html>") : QByteArray("%PDF-1.");
}

/// The texts of a page; none where it is no XML.
QStringList textsOf(const QByteArray &html)
{
    QStringList texts;
    QXmlStreamReader xml(html);
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::Characters)
            texts.append(xml.text().toString().trimmed());
    }
    return xml.hasError() ? QStringList() : texts;
}

/// Without what says when it was made.
QByteArray timeless(const QByteArray &text)
{
    static const QRegularExpression time(u"\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d UTC"_s);
    return QString::fromUtf8(text).remove(time).toUtf8();
}

Run reported(const QString &file, const QString &format, const QString &target = u"-"_s)
{
    return cli({u"export"_s, file, u"--format"_s, format, u"--output"_s, target});
}

const QByteArray hostile = "<img src=x onerror=1>|\\n\\u202E";  // As JSON has it.

}  // namespace

class TestCliReport final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QCOMPARE(cli({u"new"_s, m_document, u"--sample"_s}).exitCode, 0); }

    void report_data() { addFormats(); }
    void report();
    void runbook_data() { addFormats(); }
    void runbook();
    void runbookOfFiles_data() { addFormats(); }
    void runbookOfFiles();
    void runbookThreshold_data() { addFormats(); }
    void runbookThreshold();
    void errorsDoNotMatter_data() { addFormats(); }
    void errorsDoNotMatter();
    void fromStandardInput_data() { addFormats(); }
    void fromStandardInput();
    void malformedInput_data() { addFormats(); }
    void malformedInput();
    void targetThatCannotBeWritten_data() { addFormats(); }
    void targetThatCannotBeWritten();
    void hostileNames_data() { addFormats(); }
    void hostileNames();
    void sameTwice_data();
    void sameTwice();
    void documentIsUnchanged();
    void hasThePicture();
    void reminders();
    void secretsAreHidden();
    void runbookLoadsNoGui();

private:
    static void addFormats()
    {
        QTest::addColumn<QString>("format");
        for (const auto &format : formats)
            QTest::addRow("%s", qPrintable(format)) << format;
    }

    const Folder m_folder;
    const QString m_document = m_folder.path(u"harbour.switchyard"_s);
    const QString m_sample = sample(u"harbour.topology.json"_s);
    const QString m_production = sample(u"harbour-production.topology.json"_s);
};

void TestCliReport::report()
{
    QFETCH(QString, format);
    const auto direct = reported(m_document, format);
    QCOMPARE(direct.err, QByteArray());
    QCOMPARE(direct.exitCode, 0);
    QVERIFY(direct.out.startsWith(beginOf(format, "Topology report: harbour.switchyard\n")));
    const auto name = u"report."_s + format;
    const auto run = reported(m_document, format, m_folder.path(name));
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.out, QByteArray());
    QVERIFY(m_folder.content(name).size() > 10'000);
}

void TestCliReport::runbook()
{
    QFETCH(QString, format);
    const auto direct = cli({u"plan"_s, m_document, u"--format"_s, format});
    QCOMPARE(direct.err, QByteArray());
    QCOMPARE(direct.exitCode, 0);
    QVERIFY(direct.out.startsWith(beginOf(format, "Runbook: harbour.switchyard\n")));
    const auto name = u"runbook."_s + format;
    const auto run =
        cli({u"plan"_s, m_document, u"--format"_s, format, u"--output"_s, m_folder.path(name)});
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.out, QByteArray());
    QVERIFY(m_folder.content(name).startsWith(beginOf(format, "Runbook")));
}

void TestCliReport::runbookOfFiles()
{
    QFETCH(QString, format);
    const auto run = cli({u"plan"_s, m_production, m_sample, u"--format"_s, format});
    QCOMPARE(run.exitCode, 0);
    QVERIFY(run.out.startsWith(
        beginOf(format, "Runbook: harbour-production.topology.json → harbour.topology.json\n")));
}

void TestCliReport::runbookThreshold()
{
    QFETCH(QString, format);
    const auto run = cli({u"plan"_s, m_document, u"--format"_s, format, u"--output"_s,
        m_folder.path(u"threshold"_s), u"--fail-on"_s, u"restart"_s});
    QCOMPARE(run.exitCode, 1);
    QVERIFY(m_folder.content(u"threshold"_s).startsWith(beginOf(format, "Runbook")));
}

void TestCliReport::errorsDoNotMatter()
{
    QFETCH(QString, format);
    QCOMPARE(cli({u"validate"_s, m_sample}).exitCode, 1);
    QCOMPARE(reported(m_sample, format).exitCode, 0);
}

void TestCliReport::fromStandardInput()
{
    QFETCH(QString, format);
    const auto bytes = topologyWith(application("SMS_1", "istransportserver", "\"Acme\""));
    const auto report =
        cli({u"export"_s, u"-"_s, u"--format"_s, format, u"--output"_s, u"-"_s}, bytes);
    QCOMPARE(report.exitCode, 0);
    QVERIFY(report.out.startsWith(beginOf(format, "Topology report: Standard input\n")));
    const auto plan = cli({u"plan"_s, u"-"_s, m_sample, u"--format"_s, format}, bytes);
    QCOMPARE(plan.exitCode, 0);
    QVERIFY(plan.out.startsWith(beginOf(format, "Runbook")));
}

void TestCliReport::malformedInput()
{
    QFETCH(QString, format);
    const auto target = m_folder.path(u"none"_s);
    for (const auto &file : {u"/nowhere/a"_s, m_folder.file(u"a.json"_s, "{")}) {
        QCOMPARE(reported(file, format, target).exitCode, 3);
        QCOMPARE(cli({u"plan"_s, file, u"--format"_s, format, u"--output"_s, target}).exitCode, 3);
        QVERIFY(!m_folder.contains(u"none"_s));
    }
}

void TestCliReport::targetThatCannotBeWritten()
{
    QFETCH(QString, format);
    for (const auto &target : {u"/nowhere/a"_s, u"/tmp"_s, m_document}) {
        QCOMPARE(reported(m_document, format, target).exitCode, 4);
        QCOMPARE(
            cli({u"plan"_s, m_document, u"--format"_s, format, u"--output"_s, target}).exitCode, 4);
    }
}

void TestCliReport::hostileNames()
{
    QFETCH(QString, format);
    const auto file = m_folder.file(
        u"hostile.json"_s, topologyWith(application(hostile, "istransportserver", "\"Acme\"")));
    const auto empty = m_folder.file(u"empty.json"_s, topologyWith({}));
    const auto report = reported(file, format);
    const auto runbook = cli({u"plan"_s, empty, file, u"--format"_s, format});
    for (const auto &run : {report, runbook}) {
        QCOMPARE(run.exitCode, 0);
        QVERIFY(!run.out.contains("<img"));
        QVERIFY(format == u"pdf" || !run.out.contains("\u202E"));
    }
    if (format != u"html")
        return;
    QVERIFY(textsOf(report.out).contains(u"<img src=x onerror=1>|\\u000A\\u202E"_s));
    QVERIFY(textsOf(runbook.out)
                .join(u'\n')
                .contains(u"+ Start <img src=x onerror=1>|\\u000A\\u202E"_s));
}

void TestCliReport::sameTwice_data()
{
    QTest::addColumn<QString>("format");
    for (const auto *format : {"markdown", "html"})
        QTest::addRow("%s", format) << QString(QLatin1String(format));
}

void TestCliReport::sameTwice()
{
    QFETCH(QString, format);
    QVERIFY(
        timeless(reported(m_document, format).out) == timeless(reported(m_document, format).out));
    const QStringList plan {u"plan"_s, m_document, u"--format"_s, format};
    QVERIFY(timeless(cli(plan).out) == timeless(cli(plan).out));
}

void TestCliReport::documentIsUnchanged()
{
    const auto before = m_folder.content(u"harbour.switchyard"_s);
    for (const auto &format : formats)
        QCOMPARE(reported(m_document, format).exitCode, 0);
    QVERIFY(m_folder.content(u"harbour.switchyard"_s) == before);
}

void TestCliReport::hasThePicture()
{
    const auto texts = textsOf(reported(m_document, u"html"_s).out);
    QVERIFY(texts.contains(u"Cobalt Telecom"_s));
    QVERIFY(texts.contains(u"✖ Not ready: 2 errors stand."_s));
    QVERIFY(reported(m_document, u"html"_s).out.contains("<svg"));
    QVERIFY(reported(m_document, u"pdf"_s).out.size() > 100'000);
}

void TestCliReport::reminders()
{
    const auto text = cli({u"plan"_s, m_document, u"--format"_s, u"markdown"_s}).out;
    for (const auto *server : {"WebAPI\\_1", "WebAPI\\_2"})
        QVERIFY(text.contains(QByteArray("Clients of ") + server + " send the tenant parameter"));
}

void TestCliReport::secretsAreHidden()
{
    const auto with = [](const QByteArray &password) {
        return topologyWith(application("SMS_1", "istransportserver", "\"Acme\"",
            ",\"options\":{\"s\":{\"password\":\"" + password + "\"}}"));
    };
    const auto document = m_folder.path(u"secret.switchyard"_s);
    for (const auto *password : {"hunter1", "hunter2"})
        QCOMPARE(cli({u"import"_s, m_folder.file(u"secret.json"_s, with(password)), u"--into"_s,
                         document})
                     .exitCode,
            0);
    for (const auto &format : {u"markdown"_s, u"html"_s}) {
        const auto runbook = cli({u"plan"_s, document, u"--format"_s, format}).out;
        const auto report = reported(document, format).out;
        for (const auto &text : {runbook, report}) {
            QVERIFY(text.contains("•••"));
            QVERIFY(!text.contains("hunter"));
        }
    }
}

// What needs no fonts is written by the small program itself.
void TestCliReport::runbookLoadsNoGui()
{
    Folder alone;
    const auto program = alone.path(u"switchyard-cli"_s);
    QVERIFY(QFile::copy(cliProgram(), program));
    const auto exitCodeOf = [&](const QStringList &arguments) {
        return QProcess::execute(program, arguments);
    };
    const auto target = alone.path(u"out"_s);
    for (const auto &format : {u"markdown"_s, u"html"_s})
        QCOMPARE(
            exitCodeOf({u"plan"_s, m_document, u"--format"_s, format, u"--output"_s, target}), 0);
    QCOMPARE(
        exitCodeOf({u"plan"_s, m_document, u"--format"_s, u"pdf"_s, u"--output"_s, target}), 4);
}

QTEST_GUILESS_MAIN(TestCliReport)
#include "tst_clireport.moc"
