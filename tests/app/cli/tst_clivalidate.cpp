// SPDX-License-Identifier: Apache-2.0
#include "tests/app/cli/cli.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

class TestCliValidate final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void threshold_data();
    void threshold();
    void json();
    void text();
    void allWell();
    void everyKindOfInputIsTheSame();
    void mutagen();
    void documentFromStandardInput();
    void readsWithoutChange();
    void malformed_data();
    void malformed();
    void everyProblemIsTold();
    void hugeFile();
    void hiddenCharacters();
};

namespace {

const QByteArray oneError =
    topologyWith(application("Email_1", "emailserver", "\"Acme\",\"Globex\""));
const QByteArray oneWarning =
    topologyWith(application("SMS_1", "istransportserver", "\"Acme\"", ",\"redundancy\":\"warm\""));
const QByteArray oneAdvice = topologyWith(application("Web_1", "webapiserver", "\"Acme\""));
const QByteArray nothing =
    topologyWith(application("SMS_1", "istransportserver", "\"Acme\",\"Globex\""));

}  // namespace

void TestCliValidate::threshold_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QStringList>("failing");
    QTest::addRow("an error") << oneError << QStringList {u"error"_s, u"warning"_s, u"advice"_s};
    QTest::addRow("a warning") << oneWarning << QStringList {u"warning"_s, u"advice"_s};
    QTest::addRow("advice") << oneAdvice << QStringList {u"advice"_s};
    QTest::addRow("nothing") << nothing << QStringList();
}

void TestCliValidate::threshold()
{
    QFETCH(QByteArray, file);
    QFETCH(QStringList, failing);
    for (const auto &threshold : {u"error"_s, u"warning"_s, u"advice"_s, u"never"_s}) {
        for (const auto &format : {u"text"_s, u"json"_s}) {
            const auto run = cli(
                {u"validate"_s, u"-"_s, u"--fail-on"_s, threshold, u"--format"_s, format}, file);
            QCOMPARE(run.exitCode, failing.contains(threshold) ? 1 : 0);
        }
    }
    QCOMPARE(cli({u"validate"_s, u"-"_s}, file).exitCode, failing.contains(u"error"_s) ? 1 : 0);
}

void TestCliValidate::json()
{
    const auto json = cli({u"validate"_s, u"-"_s, u"--format"_s, u"json"_s}, oneError).json();
    QCOMPARE(json.value(u"format"_s).toString(), u"switchyard-findings"_s);
    QCOMPARE(json.value(u"version"_s).toInt(), 1);
    const auto findings = json.value(u"findings"_s).toArray();
    const auto first = findings.at(0).toObject();
    QCOMPARE(first.value(u"rule"_s).toString(), u"tenant-exclusive"_s);
    QCOMPARE(first.value(u"severity"_s).toString(), u"error"_s);
    QCOMPARE(first.value(u"object"_s).toObject(),
        (QJsonObject {{u"kind"_s, u"application"_s}, {u"name"_s, u"Email_1"_s}}));
    QCOMPARE(first.value(u"tenants"_s).toArray(), (QJsonArray {u"Acme"_s, u"Globex"_s}));
    QCOMPARE(first.value(u"related"_s).toArray(), QJsonArray());
    QCOMPARE(first.value(u"waived"_s).toBool(true), false);
    QVERIFY(first.value(u"message"_s).toString().contains(u"Email_1"_s));
    QCOMPARE(json.value(u"summary"_s).toObject(),
        (QJsonObject {{u"errors"_s, 1}, {u"warnings"_s, 0}, {u"advice"_s, findings.size() - 1},
            {u"waived"_s, 0}}));
}

void TestCliValidate::text()
{
    const auto run = cli({u"validate"_s, u"-"_s}, oneError);
    QVERIFY(run.out.contains("tenant-exclusive"));
    QVERIFY(run.out.contains("Email_1"));
    QCOMPARE(run.err, QByteArray());
}

void TestCliValidate::allWell()
{
    const auto run = cli({u"validate"_s, u"-"_s}, nothing);
    QCOMPARE(run.exitCode, 0);
    // When all is well it says what was checked.
    QVERIFY(run.out.contains("rules"));
    QVERIFY(run.out.contains("objects"));
}

void TestCliValidate::everyKindOfInputIsTheSame()
{
    Folder folder;
    const auto file = sample(u"harbour.topology.json"_s);
    const auto document = folder.path(u"no suffix"_s);
    QCOMPARE(cli({u"import"_s, file, u"--into"_s, document}).exitCode, 0);
    for (const auto &format : {u"text"_s, u"json"_s}) {
        const auto ofFile = cli({u"validate"_s, file, u"--format"_s, format});
        const auto ofDocument = cli({u"validate"_s, document, u"--format"_s, format});
        QFile bytes(file);
        QVERIFY(bytes.open(QIODevice::ReadOnly));
        const auto content = bytes.readAll();
        const auto ofInput = cli({u"validate"_s, u"-"_s, u"--format"_s, format}, content);
        const auto ofPipe = cli({u"validate"_s, u"/dev/stdin"_s, u"--format"_s, format}, content);
        QCOMPARE(ofFile.exitCode, 1);
        QCOMPARE(ofDocument.out, ofFile.out);
        QCOMPARE(ofInput.out, ofFile.out);
        QCOMPARE(ofPipe.out, ofFile.out);
    }
}

void TestCliValidate::mutagen()
{
    const QByteArray file =
        "{\"__metadata__\":{\"formatName\":\"JSON\"},\"tenants\":[{\"name\":\"Acme\"},{\"name\":\"Globex\"}],"
        "\"appPrototypes\":[{\"name\":\"Email_814\",\"type\":\"emailserver\",\"version\":\"8.1.400.15\"}],"
        "\"applications\":[{\"name\":\"Email_1\",\"appPrototype\":\"Email_814\",\"tenants\":[\"Acme\",\"Globex\"]}]}";
    const auto run = cli({u"validate"_s, u"-"_s, u"--format"_s, u"json"_s}, file);
    QCOMPARE(run.exitCode, 1);
    QCOMPARE(run.json().value(u"findings"_s).toArray().at(0).toObject().value(u"rule"_s).toString(),
        u"tenant-exclusive"_s);
}

void TestCliValidate::documentFromStandardInput()
{
    Folder folder;
    const auto document = folder.path(u"a.switchyard"_s);
    QCOMPARE(cli({u"new"_s, document, u"--sample"_s}).exitCode, 0);
    const auto run = cli({u"validate"_s, u"-"_s}, folder.content(u"a.switchyard"_s));
    QCOMPARE(run.exitCode, 2);
    QCOMPARE(run.out, QByteArray());
}

void TestCliValidate::readsWithoutChange()
{
    Folder folder;
    const auto document = folder.path(u"a.switchyard"_s);
    QCOMPARE(cli({u"new"_s, document, u"--sample"_s}).exitCode, 0);
    const auto bytes = folder.content(u"a.switchyard"_s);
    const auto modified = QFileInfo(document).lastModified();
    for (const auto &arguments :
        {QStringList {u"validate"_s, document}, QStringList {u"plan"_s, document},
            QStringList {u"check"_s, document}, QStringList {u"diff"_s, document, document},
            QStringList {u"revision"_s, u"list"_s, document},
            QStringList {u"export"_s, document, u"--format"_s, u"topology"_s, u"--output"_s, u"-"_s,
                u"--allow-errors"_s}})
        QVERIFY2(cli(arguments).exitCode <= 1, qPrintable(arguments[0]));
    QCOMPARE(folder.content(u"a.switchyard"_s), bytes);
    QCOMPARE(QFileInfo(document).lastModified(), modified);
    QCOMPARE(folder.names(), QStringList {u"a.switchyard"_s});
}

void TestCliValidate::malformed_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("place");
    QTest::addRow("empty") << QByteArray() << QByteArray();
    QTest::addRow("text") << QByteArray("hello") << QByteArray();
    QTest::addRow("binary") << QByteArray("\x7f"
                                          "ELF\0\1\2\3",
        8) << QByteArray();
    QTest::addRow("zeros") << QByteArray(4096, '\0') << QByteArray();
    QTest::addRow("array") << QByteArray("[]") << QByteArray();
    QTest::addRow("unknown object") << QByteArray("{\"a\":1}") << QByteArray();
    QTest::addRow("cut") << oneError.left(100) << QByteArray();
    QTest::addRow("newer version")
        << QByteArray("{\"format\":\"switchyard-topology\",\"version\":2}")
        << QByteArray("version");
    QTest::addRow("no version") << QByteArray("{\"format\":\"switchyard-topology\"}")
                                << QByteArray("version");
    QTest::addRow("a key twice") << topologyWith("", "\"hosts\":[],\"hosts\":[],")
                                 << QByteArray("hosts");
    QTest::addRow("wrong type") << topologyWith(application("A", "scs", "1"))
                                << QByteArray("applications[0].tenants[0]");
    QTest::addRow("outside an enumeration")
        << topologyWith(application("A", "scs", "", ",\"state\":\"on\""))
        << QByteArray("applications[0].state");
    QTest::addRow("no type") << topologyWith("{\"name\":\"A\"}") << QByteArray("applications[0]");
    QTest::addRow("no name") << topologyWith("{\"type\":\"scs\"}") << QByteArray("applications[0]");
    QTest::addRow("lone surrogate")
        << topologyWith(application("\\ud800", "scs", "")) << QByteArray("applications[0].name");
    QTest::addRow("no UTF-8") << topologyWith(application("\xff", "scs", "")) << QByteArray();
    QTest::addRow("another tenant 1") << QByteArray(
        "{\"format\":\"switchyard-topology\",\"version\":1,\"tenants\":[{\"dbid\":1,\"name\":\"Acme\"}]}")
                                      << QByteArray("tenants[0]");
    QTest::addRow("deep") << QByteArray(3'000'000, '[') << QByteArray();
    QTest::addRow("deep in a known file") << topologyWith(
        "", "\"x\":" + QByteArray(1'000'000, '[') + QByteArray(1'000'000, ']') + ",")
                                          << QByteArray();
}

void TestCliValidate::malformed()
{
    QFETCH(QByteArray, file);
    QFETCH(QByteArray, place);
    Folder folder;
    const auto path = folder.file(u"a.json"_s, file);
    const auto fromFile = cli({u"validate"_s, path});
    QCOMPARE(fromFile.exitCode, 3);
    QCOMPARE(fromFile.out, QByteArray());
    QVERIFY2(fromFile.err.contains("a.json"), fromFile.err.constData());
    QVERIFY2(fromFile.err.contains(place), fromFile.err.constData());
    QVERIFY(fromFile.err.size() < 2'000);
    const auto fromInput = cli({u"validate"_s, u"-"_s}, file);
    QCOMPARE(fromInput.exitCode, 3);
    QCOMPARE(fromInput.out, QByteArray());
}

void TestCliValidate::everyProblemIsTold()
{
    const auto run = cli({u"validate"_s, u"-"_s},
        topologyWith(application("A", "scs", "1", ",\"state\":\"on\"") + ','
            + application("B", "scs", "", ",\"redundancy\":\"lukewarm\"")));
    QCOMPARE(run.exitCode, 3);
    for (const auto *place :
        {"applications[0].tenants[0]", "applications[0].state", "applications[1].redundancy"})
        QVERIFY2(run.err.contains(place), run.err.constData());
}

void TestCliValidate::hugeFile()
{
    QByteArray applications;
    for (int i = 0; i < 50'000; ++i)
        applications += (i == 0 ? "" : ",")
            + application(
                "SMS_" + QByteArray::number(i), "istransportserver", "\"Acme\",\"Globex\"");
    const auto run =
        cli({u"validate"_s, u"-"_s, u"--format"_s, u"json"_s}, topologyWith(applications));
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.json().value(u"findings"_s).toArray().size(), 0);
}

// A name can't take over the terminal, nor make a line of its own.
void TestCliValidate::hiddenCharacters()
{
    const auto run = cli({u"validate"_s, u"-"_s},
        topologyWith(application("E\\u001b[31m\\nx\\u202e", "emailserver", "\"Acme\",\"Globex\"")));
    QCOMPARE(run.exitCode, 1);
    QVERIFY(!run.out.contains('\x1b'));
    QVERIFY(!run.out.contains("\xe2\x80\xae"));
    QVERIFY(!run.out.contains("\nx"));
}

QTEST_GUILESS_MAIN(TestCliValidate)
#include "tst_clivalidate.moc"
