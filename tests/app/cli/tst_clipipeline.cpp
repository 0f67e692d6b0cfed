// SPDX-License-Identifier: Apache-2.0
#include "tests/app/cli/cli.h"

#include <QJsonArray>
#include <QProcess>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

/// What pipelines read: SARIF and JUnit.
class TestCliPipeline final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sarifKeepsToItsSchema_data();
    void sarifKeepsToItsSchema();
    void sarifTellsLines();
    void sarifSuppressesWhatIsWaived();
    void sarifDescribesEveryRule();
    void junitCounts_data();
    void junitCounts();
    void junitHoldsAnyName();

private:
    Folder m_folder;
};

namespace {

QJsonObject run(const QJsonObject &sarif)
{
    return sarif.value(u"runs"_s).toArray().at(0).toObject();
}

QJsonObject sarif(const QString &file)
{
    return cli({u"validate"_s, file, u"--format"_s, u"sarif"_s}).json();
}

/// The result of a rule, the first one.
QJsonObject resultOf(const QJsonObject &sarif, const QString &rule)
{
    const auto results = run(sarif).value(u"results"_s).toArray();
    for (const auto &result : results) {
        if (result.toObject().value(u"ruleId"_s).toString() == rule)
            return result.toObject();
    }
    return {};
}

}  // namespace

void TestCliPipeline::sarifKeepsToItsSchema_data()
{
    QTest::addColumn<QString>("file");
    QTest::addRow("the sample") << sample(u"harbour.topology.json"_s);
    QTest::addRow("nothing wrong") << m_folder.file(u"good.json"_s, topologyWith({}));
    QTest::addRow("odd names") << m_folder.file(u"odd %name&.json"_s,
        topologyWith(application("<a/b%>\\u0001", "emailserver", "\"Acme\",\"Globex\"")));
    const auto document = m_folder.path(u"site.switchyard"_s);
    cli({u"new"_s, document, u"--sample"_s});
    cli({u"waive"_s, document, u"--rule"_s, u"tenant-exclusive"_s, u"--all"_s, u"--reason"_s,
        u"\"agreed\""_s});
    QTest::addRow("a document with waivers") << document;
}

void TestCliPipeline::sarifKeepsToItsSchema()
{
    QFETCH(QString, file);
    const Folder folder;
    folder.file(u"run.sarif"_s, cli({u"validate"_s, file, u"--format"_s, u"sarif"_s}).out);
    QProcess checker;
    checker.start(u"python3"_s,
        {u"" SCHEMA_CHECKER ""_s, u"" TEST_DATA_DIR "/sarif/sarif-schema-2.1.0.json"_s,
            folder.path({})});
    QVERIFY(checker.waitForFinished(60000));
    QCOMPARE(checker.readAllStandardError(), QByteArray());
    QCOMPARE(checker.readAllStandardOutput(), QByteArray());
    QCOMPARE(checker.exitCode(), 0);
}

void TestCliPipeline::sarifTellsLines()
{
    // One application a line; the second one is at fault.
    const auto text = topologyWith(application("SMS_1", "istransportserver", "\"Acme\"") + ",\n"
        + application("Email_1", "emailserver", "\"Acme\",\"Globex\""));
    const auto at = text.left(text.indexOf("\"Email_1\"")).count('\n') + 1;
    const auto file = m_folder.file(u"lines.json"_s, text);
    const auto location = resultOf(sarif(file), u"tenant-exclusive"_s)
                              .value(u"locations"_s)
                              .toArray()
                              .at(0)
                              .toObject();
    const auto physical = location.value(u"physicalLocation"_s).toObject();
    QCOMPARE(physical.value(u"region"_s).toObject().value(u"startLine"_s).toInt(), at);
    QCOMPARE(physical.value(u"artifactLocation"_s).toObject().value(u"uri"_s).toString(), file);
    const auto logical = location.value(u"logicalLocations"_s).toArray().at(0).toObject();
    QCOMPARE(logical.value(u"fullyQualifiedName"_s).toString(), u"application/Email_1"_s);
}

void TestCliPipeline::sarifSuppressesWhatIsWaived()
{
    const auto document = m_folder.path(u"waived.switchyard"_s);
    const auto file = m_folder.file(u"waived.json"_s,
        topologyWith(application("Email_1", "emailserver", "\"Acme\",\"Globex\"")));
    QCOMPARE(cli({u"import"_s, file, u"--into"_s, document}).exitCode, 0);
    QVERIFY(!resultOf(sarif(document), u"tenant-exclusive"_s).contains(u"suppressions"_s));
    QCOMPARE(
        cli({u"waive"_s, document, u"--rule"_s, u"tenant-exclusive"_s, u"--reason"_s, u"Agreed"_s})
            .exitCode,
        0);
    const auto suppression = resultOf(sarif(document), u"tenant-exclusive"_s)
                                 .value(u"suppressions"_s)
                                 .toArray()
                                 .at(0)
                                 .toObject();
    QCOMPARE(suppression.value(u"justification"_s).toString(), u"Agreed"_s);
    QCOMPARE(cli({u"validate"_s, document, u"--format"_s, u"sarif"_s}).exitCode, 0);
}

void TestCliPipeline::sarifDescribesEveryRule()
{
    const auto rules = run(sarif(m_folder.file(u"good.json"_s, topologyWith({}))))
                           .value(u"tool"_s)
                           .toObject()
                           .value(u"driver"_s)
                           .toObject()
                           .value(u"rules"_s)
                           .toArray();
    const auto catalogue =
        cli({u"rules"_s, u"--format"_s, u"json"_s}).json().value(u"rules"_s).toArray();
    QCOMPARE(rules.size(), catalogue.size());
    for (qsizetype i = 0; i < rules.size(); ++i) {
        QCOMPARE(rules.at(i).toObject().value(u"id"_s), catalogue.at(i).toObject().value(u"id"_s));
        QVERIFY(!rules.at(i).toObject().value(u"helpUri"_s).toString().isEmpty());
    }
}

void TestCliPipeline::junitCounts_data()
{
    QTest::addColumn<QString>("failOn");
    QTest::addColumn<int>("failures");
    // An error, and advice that a tenant has no E-mail Server of its own.
    QTest::addRow("error") << u"error"_s << 1;
    QTest::addRow("advice") << u"advice"_s << 2;
    QTest::addRow("never") << u"never"_s << 0;
}

void TestCliPipeline::junitCounts()
{
    QFETCH(QString, failOn);
    QFETCH(int, failures);
    const auto file = m_folder.file(u"junit.json"_s,
        topologyWith(application("Email_1", "emailserver", "\"Acme\",\"Globex\"") + ','
            + application("Web_1", "webapiserver", "\"Acme\"")));
    const auto report =
        cli({u"validate"_s, file, u"--format"_s, u"junit"_s, u"--fail-on"_s, failOn});
    QCOMPARE(report.exitCode, failures > 0 ? 1 : 0);
    QXmlStreamReader xml(report.out);
    int cases = 0;
    int failed = 0;
    int told = 0;
    int claimed = -1;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == "testsuites"_L1) {
            told = xml.attributes().value("tests"_L1).toInt();
            claimed = xml.attributes().value("failures"_L1).toInt();
        }
        cases += xml.name() == "testcase"_L1;
        failed += xml.name() == "failure"_L1;
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    QCOMPARE(failed, failures);
    QCOMPARE(claimed, failures);
    QCOMPARE(cases, told);
}

void TestCliPipeline::junitHoldsAnyName()
{
    const auto file = m_folder.file(u"odd.json"_s,
        topologyWith(application(
            "a<b>&\\\"\\u0001\\uFFFF\\uD83D\\uDE00", "emailserver", "\"Acme\",\"Globex\"")));
    const auto report = cli({u"validate"_s, file, u"--format"_s, u"junit"_s});
    QCOMPARE(report.exitCode, 1);
    QXmlStreamReader xml(report.out);
    while (!xml.atEnd())
        xml.readNext();
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    QVERIFY(report.out.contains("\xF0\x9F\x98\x80"));
}

QTEST_GUILESS_MAIN(TestCliPipeline)
#include "tst_clipipeline.moc"
