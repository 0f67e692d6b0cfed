// SPDX-License-Identifier: Apache-2.0
#include "tests/app/cli/cli.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

class TestCliImport final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void newDocument();
    void neverOverAFile_data();
    void neverOverAFile();
    void newWhereItCannotBe_data();
    void newWhereItCannotBe();
    void makesTheDocument();
    void failsAndLeavesNothing_data();
    void failsAndLeavesNothing();
    void dryRun();
    void dryRunSaysTheSame();
    void keepsWhatTheSourceLacks();
    void replaceRemovesWhatTheSourceLacks();
    void asBaseline();
    void severalSourcesAreOneStep();
    void severalSourcesReplaceTogether();
    void oneBadSourceChangesNothing();
    void sourceIsADocument();
    void standardInput();
    void forcedFormat();
    void problemsAreReportedWithFileAndPath();
    void mutagen();
    void restartsItCosts();
    void readOnlyDocument();
    void losesNothing();

private:
    Run into(const QStringList &more, const QByteArray &input = {})
    {
        return cli(QStringList {u"import"_s, u"--into"_s, m_document} + more, input);
    }
    QJsonObject exported() const
    {
        return cli({u"export"_s, m_document, u"--format"_s, u"topology"_s, u"--output"_s, u"-"_s,
                       u"--allow-errors"_s})
            .json();
    }
    QStringList names(const QString &collection) const;

    std::unique_ptr<Folder> m_folder;
    QString m_document;
};

namespace {

const QByteArray sms =
    topologyWith(application("SMS_1", "istransportserver", "\"Globex\"", ",\"release\":\"8.1.4\""));
const QByteArray smsWithAcme =
    topologyWith(application("SMS_1", "istransportserver", "\"Acme\",\"Globex\""));
const QByteArray email = topologyWith(application("Email_1", "emailserver", "\"Acme\""));

}  // namespace

void TestCliImport::init()
{
    m_folder = std::make_unique<Folder>();
    m_document = m_folder->path(u"a.switchyard"_s);
}

QStringList TestCliImport::names(const QString &collection) const
{
    QStringList names;
    for (const auto &value : exported().value(collection).toArray())
        names.append(value.toObject().value(u"name"_s).toString());
    return names;
}

void TestCliImport::newDocument()
{
    QCOMPARE(cli({u"new"_s, m_document}).exitCode, 0);
    QCOMPARE(cli({u"check"_s, m_document}).exitCode, 0);
    QCOMPARE(names(u"tenants"_s), QStringList {u"Environment"_s});
    QCOMPARE(m_folder->names(), QStringList {u"a.switchyard"_s});
}

void TestCliImport::neverOverAFile_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addRow("another file") << QByteArray("a letter");
    QTest::addRow("an empty file") << QByteArray();
}

void TestCliImport::neverOverAFile()
{
    QFETCH(QByteArray, content);
    const auto path = m_folder->file(u"b"_s, content);
    for (const auto &more : {QStringList(), QStringList {u"--sample"_s}}) {
        const auto run = cli(QStringList {u"new"_s, path} + more);
        QCOMPARE(run.exitCode, 4);
        QVERIFY(run.err.contains(path.toUtf8()));
        QCOMPARE(m_folder->content(u"b"_s), content);
    }
}

void TestCliImport::newWhereItCannotBe_data()
{
    QTest::addColumn<QString>("path");
    QTest::addRow("no such folder") << u"/nowhere/a.switchyard"_s;
    QTest::addRow("a folder") << u"/tmp"_s;
    QTest::addRow("a device") << u"/dev/null"_s;
    QTest::addRow("below a device") << u"/dev/null/a"_s;
}

void TestCliImport::newWhereItCannotBe()
{
    QFETCH(QString, path);
    for (const auto &more : {QStringList(), QStringList {u"--sample"_s}})
        QCOMPARE(cli(QStringList {u"new"_s, path} + more).exitCode, 4);
}

void TestCliImport::makesTheDocument()
{
    const auto run = into({m_folder->file(u"sms.json"_s, sms)});
    QCOMPARE(run.exitCode, 0);
    QVERIFY(run.out.contains("3"));  // Two tenants and an application were added.
    QCOMPARE(names(u"applications"_s), QStringList {u"SMS_1"_s});
    // What it left is the baseline.
    QCOMPARE(cli({u"plan"_s, m_document, u"--fail-on"_s, u"not-stated"_s}).exitCode, 0);
}

void TestCliImport::failsAndLeavesNothing_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addRow("empty") << QByteArray();
    QTest::addRow("cut") << sms.left(90);
    QTest::addRow("malformed") << topologyWith(application("A", "scs", "1"));
    QTest::addRow("another tenant 1") << QByteArray(
        "{\"format\":\"switchyard-topology\",\"version\":1,\"tenants\":[{\"dbid\":1,\"name\":\"Acme\"}]}");
    QTest::addRow("unknown format") << QByteArray("<ConfData/>");
}

void TestCliImport::failsAndLeavesNothing()
{
    QFETCH(QByteArray, content);
    const auto source = m_folder->file(u"bad.json"_s, content);
    const auto absent = into({source});
    QCOMPARE(absent.exitCode, 3);
    QVERIFY(absent.err.contains("bad.json"));
    QCOMPARE(m_folder->names(), QStringList {u"bad.json"_s});

    QCOMPARE(cli({u"new"_s, m_document}).exitCode, 0);
    const auto before = m_folder->content(u"a.switchyard"_s);
    QCOMPARE(into({source}).exitCode, 3);
    QCOMPARE(into({source, u"--as-baseline"_s}).exitCode, 3);
    QCOMPARE(m_folder->content(u"a.switchyard"_s), before);
}

void TestCliImport::dryRun()
{
    const auto source = m_folder->file(u"sms.json"_s, sms);
    QCOMPARE(into({source, u"--dry-run"_s}).exitCode, 0);
    QCOMPARE(m_folder->names(), QStringList {u"sms.json"_s});
    QCOMPARE(cli({u"new"_s, m_document}).exitCode, 0);
    const auto before = m_folder->content(u"a.switchyard"_s);
    QCOMPARE(into({source, u"--dry-run"_s}).exitCode, 0);
    QCOMPARE(into({source, u"--dry-run"_s, u"--as-baseline"_s}).exitCode, 0);
    QCOMPARE(m_folder->content(u"a.switchyard"_s), before);
}

void TestCliImport::dryRunSaysTheSame()
{
    const auto source = m_folder->file(
        u"sms.json"_s, topologyWith(application("SMS_1", "istransportserver", "\"Initech\"")));
    const auto dry = into({source, u"--dry-run"_s});
    const auto wet = into({source});
    QCOMPARE(dry.err, wet.err);
    // All but the last word on whether it was done.
    QCOMPARE(dry.out.split('\n').first(), wet.out.split('\n').first());
}

void TestCliImport::keepsWhatTheSourceLacks()
{
    QCOMPARE(into({m_folder->file(u"1"_s, sms)}).exitCode, 0);
    QCOMPARE(into({m_folder->file(u"2"_s, email)}).exitCode, 0);
    QCOMPARE(names(u"applications"_s), (QStringList {u"Email_1"_s, u"SMS_1"_s}));
    QCOMPARE(into({m_folder->file(u"3"_s, smsWithAcme)}).exitCode, 0);
    const auto second = exported().value(u"applications"_s).toArray().at(1).toObject();
    QCOMPARE(second.value(u"release"_s).toString(), u"8.1.4"_s);
    QCOMPARE(second.value(u"tenants"_s).toArray().size(), 2);
}

void TestCliImport::replaceRemovesWhatTheSourceLacks()
{
    QCOMPARE(into({m_folder->file(u"1"_s, sms)}).exitCode, 0);
    QCOMPARE(into({m_folder->file(u"2"_s, email)}).exitCode, 0);
    const auto run = into({m_folder->file(u"3"_s, smsWithAcme), u"--replace"_s});
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(names(u"applications"_s), QStringList {u"SMS_1"_s});
    QVERIFY(!exported().value(u"applications"_s).toArray().at(0).toObject().contains(u"release"_s));
    QCOMPARE(cli({u"edit"_s, m_document}, "{\"op\":\"undo\"}\n").exitCode, 0);
    QCOMPARE(names(u"applications"_s), (QStringList {u"Email_1"_s, u"SMS_1"_s}));
}

void TestCliImport::asBaseline()
{
    QCOMPARE(into({m_folder->file(u"1"_s, sms)}).exitCode, 0);
    QCOMPARE(into({m_folder->file(u"2"_s, smsWithAcme)}).exitCode, 0);
    QCOMPARE(cli({u"plan"_s, m_document, u"--fail-on"_s, u"restart"_s}).exitCode, 1);
    const auto before = exported();
    const auto run = into({m_folder->path(u"2"_s), u"--as-baseline"_s});
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(exported(), before);
    // The file lacks the release that the working copy kept: not stated, but no restart any more.
    QCOMPARE(cli({u"plan"_s, m_document, u"--fail-on"_s, u"restart"_s}).exitCode, 0);
    QCOMPARE(cli({u"plan"_s, m_document, u"--fail-on"_s, u"not-stated"_s}).exitCode, 1);
}

void TestCliImport::severalSourcesAreOneStep()
{
    QCOMPARE(cli({u"new"_s, m_document}).exitCode, 0);
    QCOMPARE(cli({u"edit"_s, m_document},
                 "{\"op\":\"add\",\"kind\":\"tenant\",\"object\":{\"name\":\"Initech\"}}\n")
                 .exitCode,
        0);
    QCOMPARE(into({m_folder->file(u"1"_s, sms), m_folder->file(u"2"_s, email)}).exitCode, 0);
    QCOMPARE(names(u"applications"_s), (QStringList {u"Email_1"_s, u"SMS_1"_s}));
    const auto undone = cli({u"edit"_s, m_document}, "{\"op\":\"undo\"}\n");
    QVERIFY(undone.out.startsWith("{\"ok\":true,\"edit\":3,\"undone\":"));
    QCOMPARE(names(u"applications"_s), QStringList());
    QCOMPARE(names(u"tenants"_s), (QStringList {u"Environment"_s, u"Initech"_s}));
}

void TestCliImport::severalSourcesReplaceTogether()
{
    QCOMPARE(into({m_folder->file(u"1"_s, sms), m_folder->file(u"2"_s, email)}).exitCode, 0);
    const auto run = into({m_folder->path(u"1"_s), m_folder->path(u"2"_s), u"--replace"_s});
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(names(u"applications"_s), (QStringList {u"Email_1"_s, u"SMS_1"_s}));
    // Nothing has changed, so nothing was recorded besides the first import.
    QCOMPARE(
        cli({u"edit"_s, m_document},
            "{\"op\":\"redo\"}\n{\"op\":\"set\",\"kind\":\"tenant\",\"name\":\"Acme\",\"field\":\"state\",\"value\":\"enabled\"}\n")
            .out.split('\n')
            .at(1),
        QByteArray("{\"ok\":true,\"edit\":1}"));
}

void TestCliImport::oneBadSourceChangesNothing()
{
    QCOMPARE(into({m_folder->file(u"1"_s, sms)}).exitCode, 0);
    const auto before = m_folder->content(u"a.switchyard"_s);
    const auto run = into({m_folder->file(u"2"_s, email),
        m_folder->file(u"3"_s, topologyWith(application("A", "scs", "1"))), u"/nowhere/4"_s});
    QCOMPARE(run.exitCode, 3);
    // Each of them is told.
    QVERIFY(run.err.contains("applications[0].tenants[0]"));
    QVERIFY(run.err.contains("/nowhere/4"));
    QCOMPARE(m_folder->content(u"a.switchyard"_s), before);
}

void TestCliImport::sourceIsADocument()
{
    const auto other = m_folder->path(u"other.switchyard"_s);
    QCOMPARE(cli({u"new"_s, other, u"--sample"_s}).exitCode, 0);
    QCOMPARE(into({other}).exitCode, 3);
    QCOMPARE(cli({u"new"_s, m_document}).exitCode, 0);
    QCOMPARE(into({m_document}).exitCode, 3);
    QCOMPARE(into({u"-"_s}, m_folder->content(u"other.switchyard"_s)).exitCode, 2);
}

void TestCliImport::standardInput()
{
    QCOMPARE(into({u"-"_s}, sms).exitCode, 0);
    QCOMPARE(names(u"applications"_s), QStringList {u"SMS_1"_s});
    QCOMPARE(into({u"-"_s, u"-"_s}, sms).exitCode, 2);
}

void TestCliImport::forcedFormat()
{
    const auto source = m_folder->file(u"sms.json"_s, sms);
    QCOMPARE(into({source, u"--format"_s, u"topology"_s, u"--dry-run"_s}).exitCode, 0);
    QCOMPARE(into({source, u"--format"_s, u"auto"_s, u"--dry-run"_s}).exitCode, 0);
    const auto mutagen = m_folder->file(u"m.json"_s, "{\"tenants\":[{\"name\":\"Acme\"}]}");
    QCOMPARE(into({mutagen, u"--format"_s, u"mutagen"_s, u"--dry-run"_s}).exitCode, 0);
    QCOMPARE(into({mutagen, u"--format"_s, u"topology"_s, u"--dry-run"_s}).exitCode, 3);
}

void TestCliImport::problemsAreReportedWithFileAndPath()
{
    const auto source = m_folder->file(u"odd.json"_s,
        topologyWith(application("A", "teapot", "") + ','
            + application("SMS_1", "istransportserver", "\"Initech\"")));
    const auto run = into({source});
    QCOMPARE(run.exitCode, 0);
    QVERIFY2(run.err.contains("odd.json"), run.err.constData());
    QVERIFY2(run.err.contains("applications[0]"), run.err.constData());
    QVERIFY2(run.err.contains("teapot"), run.err.constData());
    // A placeholder is reported too.
    QVERIFY2(run.err.contains("Initech"), run.err.constData());
}

void TestCliImport::mutagen()
{
    const auto source = m_folder->file(u"m.json"_s,
        "{\"__metadata__\":{\"formatName\":\"JSON\"},\"tenants\":[{\"name\":\"Acme\"}],"
        "\"appPrototypes\":[{\"name\":\"SMS_814\",\"type\":\"istransportserver\",\"version\":\"8.1.400.04\"}],"
        "\"applications\":[{\"name\":\"SMS_1\",\"appPrototype\":\"SMS_814\",\"tenants\":[\"Acme\"]},{\"name\":\"X\",\"appPrototype\":\"Gone\"}]}");
    const auto run = into({source});
    QCOMPARE(run.exitCode, 0);
    QVERIFY2(run.err.contains("Gone"), run.err.constData());
    const auto first = exported().value(u"applications"_s).toArray().at(0).toObject();
    QCOMPARE(first.value(u"type"_s).toString(), u"istransportserver"_s);
    QCOMPARE(first.value(u"release"_s).toString(), u"8.1.400.04"_s);
}

void TestCliImport::restartsItCosts()
{
    QCOMPARE(into({m_folder->file(u"1"_s, sms)}).exitCode, 0);
    const auto dry = into({m_folder->file(u"2"_s, smsWithAcme), u"--dry-run"_s});
    QVERIFY2(dry.out.contains("Restarts: 1 (+1)"), dry.out.constData());
    const auto none = into({m_folder->path(u"1"_s), u"--dry-run"_s});
    QVERIFY2(none.out.contains("Restarts: 0 (0)"), none.out.constData());
}

void TestCliImport::readOnlyDocument()
{
    // The superuser may write everything: a file that is immutable to all is a folder's.
    QCOMPARE(into({m_folder->file(u"1"_s, sms)}).exitCode, 0);
    const auto run =
        cli({u"import"_s, m_folder->path(u"1"_s), u"--into"_s, u"/proc/a.switchyard"_s});
    QCOMPARE(run.exitCode, 4);
    QVERIFY(run.err.contains("/proc/a.switchyard"));
}

// Import and export together keep what Switchyard doesn't know.
void TestCliImport::losesNothing()
{
    const auto source = m_folder->file(u"1"_s,
        topologyWith(application("SMS_1", "istransportserver", "\"Globex\"",
                         ",\"colour\":[1,{\"b\":1e300,\"a\":null}]"),
            "\"persons\":[{\"name\":\"Mara\"}],"));
    QCOMPARE(into({source}).exitCode, 0);
    const auto out =
        cli({u"export"_s, m_document, u"--format"_s, u"topology"_s, u"--output"_s, u"-"_s}).out;
    QVERIFY2(out.contains("persons"), out.constData());
    QVERIFY(out.contains("Mara"));
    QVERIFY(out.contains("1e300"));
}

QTEST_GUILESS_MAIN(TestCliImport)
#include "tst_cliimport.moc"
