// SPDX-License-Identifier: Apache-2.0
#include "tests/app/cli/cli.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;

class TestCliPlan final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void threshold_data();
    void threshold();
    void json();
    void text();
    void ofADocument();
    void ofAFileAlone();
    void output();
    void outputThatCannotBeWritten_data();
    void outputThatCannotBeWritten();
    void renamedIsTheSameObject();
    void deployedBecomesTheBaseline();
    void standardInputAsBase();
    void diffJson();
    void diffExitCode();
    void diffOfDocuments();
};

namespace {

const QByteArray base = topologyWith(application("SMS_1", "istransportserver", "\"Globex\"") + ','
    + application("Ixn_1", "interactionserver", "\"Globex\"", ",\"release\":\"8.1.400.12\""));
const QByteArray restart =
    topologyWith(application("SMS_1", "istransportserver", "\"Acme\",\"Globex\"") + ','
        + application("Ixn_1", "interactionserver", "\"Globex\"", ",\"release\":\"8.1.400.12\""));
const QByteArray notStated = topologyWith(
    application("SMS_1", "istransportserver", "\"Globex\"", ",\"release\":\"8.1.5\"") + ','
    + application("Ixn_1", "interactionserver", "\"Globex\"", ",\"release\":\"8.1.400.12\""));
const QByteArray immediate =
    topologyWith(application("SMS_1", "istransportserver", "\"Globex\"") + ','
        + application(
            "Ixn_1", "interactionserver", "\"Acme\",\"Globex\"", ",\"release\":\"8.1.400.12\""));

QByteArray compact(const QJsonValue &value)
{
    return QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
}

}  // namespace

void TestCliPlan::threshold_data()
{
    QTest::addColumn<QByteArray>("work");
    QTest::addColumn<QStringList>("failing");
    QTest::addRow("no change") << base << QStringList();
    QTest::addRow("immediate") << immediate << QStringList();
    QTest::addRow("not stated") << notStated << QStringList {u"not-stated"_s};
    QTest::addRow("restart") << restart << QStringList {u"not-stated"_s, u"restart"_s};
}

void TestCliPlan::threshold()
{
    QFETCH(QByteArray, work);
    QFETCH(QStringList, failing);
    Folder folder;
    const auto basePath = folder.file(u"base.json"_s, base);
    for (const auto &threshold : {u"restart"_s, u"not-stated"_s}) {
        for (const auto &format : {u"text"_s, u"json"_s})
            QCOMPARE(
                cli({u"plan"_s, basePath, u"-"_s, u"--fail-on"_s, threshold, u"--format"_s, format},
                    work)
                    .exitCode,
                failing.contains(threshold) ? 1 : 0);
    }
    QCOMPARE(cli({u"plan"_s, basePath, u"-"_s}, work).exitCode, 0);
}

void TestCliPlan::json()
{
    Folder folder;
    const auto run = cli({u"plan"_s, folder.file(u"base.json"_s, base),
        folder.file(u"work.json"_s, restart), u"--format"_s, u"json"_s});
    QCOMPARE(run.exitCode, 0);
    const auto expected = QJsonDocument::fromJson(
        "{\"format\":\"switchyard-plan\",\"version\":1,\"instances\":[{\"application\":\"SMS_1\",\"action\":\"restart\",\"wave\":1,"
        "\"interruption\":\"outage\",\"tenantsInterrupted\":[\"Acme\",\"Globex\"],\"bystanders\":[\"Globex\"],\"reasons\":[{\"field\":"
        "\"tenants\",\"added\":[\"Acme\"],\"removed\":[]}]}],\"summary\":{\"restarts\":1,\"starts\":0,\"stops\":0,\"immediate\":0,"
        "\"notStated\":0,\"tenantsInterrupted\":2},\"pending\":[]}");
    QCOMPARE(compact(run.json()), compact(expected.object()));
}

void TestCliPlan::text()
{
    Folder folder;
    const auto run =
        cli({u"plan"_s, folder.file(u"base.json"_s, base), folder.file(u"work.json"_s, restart)});
    QVERIFY(run.out.contains("SMS_1"));
    QVERIFY(run.out.contains("Restart"));
    QVERIFY(run.out.contains("Acme"));
}

void TestCliPlan::ofADocument()
{
    Folder folder;
    const auto document = folder.path(u"a.switchyard"_s);
    QCOMPARE(
        cli({u"import"_s, folder.file(u"base.json"_s, base), u"--into"_s, document}).exitCode, 0);
    // The first import is the baseline.
    QCOMPARE(cli({u"plan"_s, document, u"--fail-on"_s, u"not-stated"_s}).exitCode, 0);
    // Later ones are edits.
    QCOMPARE(
        cli({u"import"_s, folder.file(u"work.json"_s, restart), u"--into"_s, document}).exitCode,
        0);
    QCOMPARE(cli({u"plan"_s, document, u"--fail-on"_s, u"restart"_s}).exitCode, 1);
    const auto ofFiles = cli({u"plan"_s, folder.path(u"base.json"_s), folder.path(u"work.json"_s),
        u"--format"_s, u"json"_s});
    QCOMPARE(cli({u"plan"_s, document, u"--format"_s, u"json"_s}).out, ofFiles.out);
    // A document as one of two stands for its working copy.
    QCOMPARE(cli({u"plan"_s, folder.path(u"base.json"_s), document, u"--format"_s, u"json"_s}).out,
        ofFiles.out);
}

void TestCliPlan::ofAFileAlone()
{
    Folder folder;
    const auto run = cli({u"plan"_s, folder.file(u"base.json"_s, base)});
    QCOMPARE(run.exitCode, 3);
    QVERIFY(run.err.contains("base.json"));
}

void TestCliPlan::output()
{
    Folder folder;
    const auto basePath = folder.file(u"base.json"_s, base);
    const auto workPath = folder.file(u"work.json"_s, restart);
    const auto target = folder.path(u"plan.txt"_s);
    for (const auto &format : {u"text"_s, u"json"_s}) {
        const auto direct = cli({u"plan"_s, basePath, workPath, u"--format"_s, format});
        const auto run = cli({u"plan"_s, basePath, workPath, u"--format"_s, format, u"--output"_s,
            target, u"--fail-on"_s, u"restart"_s});
        QCOMPARE(run.exitCode, 1);
        QCOMPARE(run.out, QByteArray());
        QCOMPARE(folder.content(u"plan.txt"_s), direct.out);
    }
    QCOMPARE(cli({u"plan"_s, basePath, workPath, u"--output"_s, u"-"_s}).out,
        cli({u"plan"_s, basePath, workPath}).out);
}

void TestCliPlan::outputThatCannotBeWritten_data()
{
    QTest::addColumn<QString>("target");
    QTest::addRow("no such folder") << u"/nowhere/plan.txt"_s;
    QTest::addRow("a folder") << u"/tmp"_s;
    QTest::addRow("a device") << u"/dev/full"_s;
    QTest::addRow("nothing") << u""_s;
}

void TestCliPlan::outputThatCannotBeWritten()
{
    QFETCH(QString, target);
    const auto file = sample(u"harbour.topology.json"_s);
    const auto run = cli({u"plan"_s, file, file, u"--output"_s, target});
    QCOMPARE(run.exitCode, 4);
    QCOMPARE(run.out, QByteArray());
    QVERIFY(run.err.size() > 10);
}

void TestCliPlan::renamedIsTheSameObject()
{
    Folder folder;
    const auto document = folder.path(u"a.switchyard"_s);
    QCOMPARE(
        cli({u"import"_s, folder.file(u"base.json"_s, base), u"--into"_s, document}).exitCode, 0);
    QCOMPARE(
        cli({u"edit"_s, document},
            "{\"op\":\"set\",\"kind\":\"application\",\"name\":\"SMS_1\",\"field\":\"name\",\"value\":\"SMS_2\"}\n")
            .exitCode,
        0);
    const auto rows =
        cli({u"plan"_s, document, u"--format"_s, u"json"_s}).json().value(u"instances"_s).toArray();
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows[0].toObject().value(u"application"_s).toString(), u"SMS_2"_s);
    QCOMPARE(rows[0].toObject().value(u"action"_s).toString(), u"not-stated"_s);
    // Two files know no identity: one went, one came.
    const auto files =
        cli({u"plan"_s, folder.path(u"base.json"_s), document, u"--format"_s, u"json"_s}).json();
    QCOMPARE(files.value(u"instances"_s).toArray().size(), 2);
}

void TestCliPlan::deployedBecomesTheBaseline()
{
    Folder folder;
    const auto document = folder.path(u"a.switchyard"_s);
    QCOMPARE(cli({u"new"_s, document, u"--sample"_s}).exitCode, 0);
    const auto save = cli({u"revision"_s, u"save"_s, document, u"--comment"_s, u"Before"_s});
    QCOMPARE(save.exitCode, 0);
    QVERIFY(save.out.contains("1"));
    QCOMPARE(cli({u"plan"_s, document, u"--fail-on"_s, u"restart"_s}).exitCode, 1);
    QCOMPARE(cli({u"revision"_s, u"save"_s, document, u"--comment"_s, u"Done"_s, u"--deployed"_s})
                 .exitCode,
        0);
    QCOMPARE(cli({u"plan"_s, document, u"--fail-on"_s, u"not-stated"_s}).exitCode, 0);
    const auto list = cli({u"revision"_s, u"list"_s, document});
    QVERIFY(list.out.indexOf("Done") < list.out.indexOf("Before"));
    QVERIFY(list.out.contains("Before"));
}

void TestCliPlan::standardInputAsBase()
{
    Folder folder;
    const auto run =
        cli({u"plan"_s, u"-"_s, folder.file(u"work.json"_s, restart), u"--fail-on"_s, u"restart"_s},
            base);
    QCOMPARE(run.exitCode, 1);
}

void TestCliPlan::diffJson()
{
    Folder folder;
    const auto run = cli({u"diff"_s, folder.file(u"base.json"_s, base),
        folder.file(u"work.json"_s, restart), u"--format"_s, u"json"_s});
    QCOMPARE(run.exitCode, 0);
    const auto expected = QJsonDocument::fromJson(
        "{\"format\":\"switchyard-diff\",\"version\":1,\"changes\":[{\"object\":{\"kind\":\"application\",\"name\":\"SMS_1\"},"
        "\"change\":\"modified\",\"fields\":[{\"field\":\"tenants\",\"added\":[\"Acme\"],\"removed\":[]}]}]}");
    QCOMPARE(compact(run.json()), compact(expected.object()));
}

void TestCliPlan::diffExitCode()
{
    Folder folder;
    const auto basePath = folder.file(u"base.json"_s, base);
    QCOMPARE(cli({u"diff"_s, basePath, u"-"_s, u"--exit-code"_s}, restart).exitCode, 1);
    QCOMPARE(cli({u"diff"_s, basePath, u"-"_s}, restart).exitCode, 0);
    QCOMPARE(cli({u"diff"_s, basePath, u"-"_s, u"--exit-code"_s}, base).exitCode, 0);
}

void TestCliPlan::diffOfDocuments()
{
    Folder folder;
    const auto document = folder.path(u"a.switchyard"_s);
    QCOMPARE(cli({u"new"_s, document, u"--sample"_s}).exitCode, 0);
    QCOMPARE(cli({u"diff"_s, document, document, u"--exit-code"_s}).exitCode, 0);
    const auto run =
        cli({u"diff"_s, sample(u"harbour-production.topology.json"_s), document, u"--exit-code"_s});
    QCOMPARE(run.exitCode, 1);
    QVERIFY(run.out.contains("Email_Shared"));
    QVERIFY(run.out.contains("Training_Ember"));
}

QTEST_GUILESS_MAIN(TestCliPlan)
#include "tst_cliplan.moc"
