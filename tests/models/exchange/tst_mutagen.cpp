// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/mutagentypes.h"
#include "models/exchange/topologyjsonwriter.h"
#include "tests/models/exchange/readings.h"
#include "tests/support/topologybuilder.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;

class MutagenTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goldenFiles_data();
    void goldenFiles();
    void knowsTheDocument();
    void templatesStandInOtherFiles();
    void templatesOfAnEarlierImport();
    void fieldInBothSpellings();
    void emptyOwnSection();
    void refuses_data();
    void refuses();
    void typesInTemplateNames_data();
    void typesInTemplateNames();
};

/// A file "x.in.json" is read into the topology "x.topology.json"; what is told stands in
/// "x.problems.txt".
void MutagenTest::goldenFiles_data()
{
    QTest::addColumn<QString>("stem");
    const QDir folder(QStringLiteral(TEST_DATA_DIR "/mutagen"));
    const auto files = folder.entryList({u"*.in.json"_s}, QDir::Files, QDir::Name);
    QVERIFY(!files.isEmpty());
    for (const auto &file : files)
        QTest::addRow("%s", qPrintable(file)) << folder.filePath(file.chopped(8));
}

void MutagenTest::goldenFiles()
{
    QFETCH(QString, stem);
    const auto result = readInput(bytesOf(stem + u".in.json"_s), InputFormat::Auto);
    QCOMPARE(lines(result.errors), QString());
    QList<Problem> merged;
    const auto written = writeTopology(topologyOf(result, &merged)).bytes;
    const auto problems = (lines(result.problems + merged) + u'\n').toUtf8();
    QCOMPARE(QString::fromUtf8(problems), QString::fromUtf8(bytesOf(stem + u".problems.txt"_s)));
    QCOMPARE(QString::fromUtf8(written), QString::fromUtf8(bytesOf(stem + u".topology.json"_s)));
}

void MutagenTest::knowsTheDocument()
{
    TopologyBuilder builder;
    builder.tenant(u"Acme").dbid(101);
    builder.multimediaSwitch(u"Acme", u"MM").dbid(201);
    builder.application(u"Chat_1", u"chatserver").release(u"8.5");
    builder.application(u"Other", u"emailserver").record.templateName = u"House standard"_s;
    builder.settings.environment = Environment::SingleTenant;
    const auto document = builder.build();
    const auto result = readInput(R"({"applications":[
        {"name":"Chat_1","appPrototype":"x","autoRestart":false},
        {"name":"New","appPrototype":"House standard","flexibleProperties":{"CONN_INFO":{"CFGSwitch":{"201":{}}}}}]})",
        InputFormat::Auto, &document);
    QCOMPARE(lines(result.errors), QString());
    QCOMPARE(lines(result.problems),
        u"applications[1]: The input lacks its template. Type emailserver is assumed: applications of the document that were "
        "made from the same template have it."_s);
    const auto merge = mergeDrafts(document, result.draft, Missing::Keep);
    QVERIFY(merge);
    QCOMPARE(merge->added, 1);
    QCOMPARE(merge->modified, 1);
    QCOMPARE(lines(merge->problems), QString());
    // The format has no settings: replacing keeps them.
    const auto replaced = mergeDrafts(document, result.draft, Missing::Remove);
    QVERIFY(replaced);
    for (const auto &edit : replaced->step.edits)
        QVERIFY(!std::holds_alternative<SetSettings>(edit));
}

void MutagenTest::templatesStandInOtherFiles()
{
    const QList<InputSource> sources {
        {u"applications.json"_s, R"({"applications":[{"name":"A","appPrototype":"T"}]})"},
        {u"templates.json"_s,
            R"({"appPrototypes":[{"name":"T","type":"haproxy","version":"8.1"}]})"},
    };
    const auto result = readInputs(sources, InputFormat::Auto);
    QCOMPARE(lines(result.errors + result.problems), QString());
    const auto topology = topologyOf(result);
    const auto &application = topology.application(applicationNamed(topology, u"A"));
    QCOMPARE(application.type.token(), u"haproxy"_s);
    QCOMPARE(application.release, u"8.1"_s);
}

void MutagenTest::templatesOfAnEarlierImport()
{
    const auto first = readInput(
        R"({"appPrototypes":[{"name":"T","type":"haproxy","version":"8.1"}]})", InputFormat::Auto);
    const auto document = topologyOf(first);
    const auto second = readInput(
        R"({"applications":[{"name":"A","appPrototype":"T"}]})", InputFormat::Auto, &document);
    QCOMPARE(lines(second.problems), QString());
    const auto topology = topologyOf(second);
    QCOMPARE(topology.application(applicationNamed(topology, u"A")).type.token(), u"haproxy"_s);
}

// A field that is given twice is given once: the later one counts, and leaves no placeholder of the
// earlier one behind.
void MutagenTest::fieldInBothSpellings()
{
    const auto result = readInput(
        R"({"tenants":[{"name":"Acme","dbid":5,"DBID":6}],"physicalSwitches":[{"name":"O","type":"sipswitch"}],
        "switches":[{"name":"MM","tenant":"Ghost","tenantDBID":6,"physicalSwitch":"O"}]})",
        InputFormat::Auto);
    const auto topology = topologyOf(result);
    QCOMPARE(topology.tenant(tenantNamed(topology, u"Acme")).dbid, qint64(6));
    QVERIFY(topology.bearers(Kind::Tenant, u"Ghost"_s).isEmpty());
    const auto again = mergeDrafts(topology, result.draft, Missing::Keep);
    QVERIFY(again);
    QVERIFY(again->step.isEmpty());
}

// A section without keys differs from no section, ours too; one that our keys alone made is none.
void MutagenTest::emptyOwnSection()
{
    const auto topology = topologyOf(readInput(R"({"applications":[
        {"name":"A","type":"webapiserver","userProperties":{"switchyard":{}}},
        {"name":"B","type":"webapiserver","userProperties":{"switchyard":{"load-balanced":"true"}}}]})",
        InputFormat::Mutagen));
    QCOMPARE(topology.application(applicationNamed(topology, u"A")).annex.size(), 1);
    QVERIFY(topology.application(applicationNamed(topology, u"B")).annex.isEmpty());
}

void MutagenTest::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("errors");
    QTest::addRow("no name") << R"({"tenants":[{"state":"enabled"}]})"_ba
                             << u"1:13: tenants[0]: The mandatory field name is missing."_s;
    QTest::addRow("name as number")
        << R"({"hosts":[{"name":1}]})"_ba << u"1:19: hosts[0].name: A text expected, not 1."_s;
    QTest::addRow("no object") << R"({"applications":["A"]})"_ba
                               << u"1:18: applications[0]: An object expected, not \"A\"."_s;
    QTest::addRow("no list") << R"({"__metadata__":{},"switches":{}})"_ba
                             << u"1:31: switches: A list expected, not an object."_s;
    QTest::addRow("topology file")
        << R"({"format":"switchyard-topology","version":1,"hosts":[]})"_ba
        << u"1:11: format: This is a topology file, not one of mutagen."_s;
    QTest::addRow("key twice") << R"({"tenants":[],"tenants":[]})"_ba
                               << u"1:15: tenants: This key stands twice in one object."_s;
}

void MutagenTest::refuses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, errors);
    QCOMPARE(lines(readInput(bytes, InputFormat::Mutagen).errors), errors);
}

void MutagenTest::typesInTemplateNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("type");
    QTest::addRow("display name") << u"E-mail Server 8.1.4"_s << u"emailserver"_s;
    QTest::addRow("token") << u"Prod_EmailServer_812"_s << u"emailserver"_s;
    QTest::addRow("longest") << u"Social Messaging Server"_s << u"socialms"_s;
    QTest::addRow("product") << u"UCS_81"_s << u"contactserver"_s;
    QTest::addRow("SMS") << u"SMS Server 8.1"_s << u"istransportserver"_s;
    QTest::addRow("nothing") << u"House standard"_s << u""_s;
    QTest::addRow("empty") << u""_s << u""_s;
}

void MutagenTest::typesInTemplateNames()
{
    QFETCH(QString, name);
    QTEST(typeInTemplateName(name), "type");
}

QTEST_APPLESS_MAIN(MutagenTest)
#include "tst_mutagen.moc"
