// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/topologyjsonwriter.h"
#include "models/topology/align.h"
#include "models/topology/apply.h"
#include "tests/models/exchange/topologytext.h"
#include "tests/support/topologybuilder.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TopologyJsonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsProblems_data();
    void tellsProblems();
    void takesWhatIsMissing_data();
    void takesWhatIsMissing();
    void readsEveryField();
    void keepsUnknownKeys();
    void skipsAByteOrderMark();
    void tellsFormatsApart_data();
    void tellsFormatsApart();
    void severalSourcesAreOne();
};

void TopologyJsonTest::tellsProblems_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("problems");

    const auto application = [](const char *name, QStringView members, const QString &problem) {
        QTest::addRow("%s", name) << file(
            u"\"applications\":[{\"name\":\"A\","_s + members.toString() + u"}]"_s)
                                  << problem;
    };
    application("unknown type", u"\"type\":\"InteractionServer\"",
        u"applications[0].type: The application type InteractionServer is not known; it is kept, and no rule about types applies."_s);
    application("unknown component", u"\"type\":\"tserver\",\"component\":\"chat\"",
        u"applications[0].component: The component chat is not known and counts as none."_s);
    application("component of another type",
        u"\"component\":\"interaction-server\",\"type\":\"haproxy\"",
        u"applications[0].component: Only an application of type tserver has a component; it counts as none."_s);
    application("connection to nothing", u"\"type\":\"tserver\",\"connections\":[{\"port\":\"p\"}]",
        u"applications[0].connections[0]: A connection that names no application is not kept."_s);
    application("switch without tenant", u"\"type\":\"tserver\",\"switches\":[{\"name\":\"S\"}]",
        u"applications[0].switches[0]: A linked switch that lacks its tenant or its name is not kept."_s);
    application("unknown key of a linked switch",
        u"\"type\":\"tserver\",\"tenants\":[\"Environment\"],\"switches\":[{\"tenant\":\"Environment\",\"name\":\"S\",\"x\":1}]",
        u"applications[0].switches[0].x: A linked switch has tenant and name; other keys are not kept.\n"
        "applications[0].switches: There is no switch named S; it is kept as a placeholder."_s);
    application("undefined names",
        u"\"type\":\"tserver\",\"tenants\":[\"T\"],\"host\":\"h\",\"backup\":\"B\"",
        u"applications[0].tenants: There is no tenant named T; it is kept as a placeholder.\n"
        "applications[0].host: There is no host named h; it is kept as a placeholder.\n"
        "applications[0].backup: There is no application named B; it is kept as a placeholder."_s);
    QTest::addRow("unknown switch type")
        << file(u"\"switchingOffices\":[{\"name\":\"O\",\"type\":\"abacus\"}]")
        << u"switchingOffices[0].type: The switch type abacus is not known; it is kept as it stands."_s;
    QTest::addRow("Environment otherwise")
        << file(
               u"\"tenants\":[{\"name\":\"Environment\",\"dbid\":7,\"state\":\"disabled\",\"parent\":\"T\"}]")
        << u"tenants[0].dbid: The DBID of Environment is 1, whatever the input says.\n"
           "tenants[0].state: Environment is always enabled.\n"
           "tenants[0].parent: Environment has no parent tenant."_s;
    QTest::addRow("Environment as it is") << file(
        u"\"tenants\":[{\"name\":\"Environment\",\"dbid\":1,\"state\":\"enabled\",\"parent\":\"\"}]")
                                          << u""_s;
}

void TopologyJsonTest::tellsProblems()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, problems);
    const auto result = readTopologyText(bytes);
    QCOMPARE(lines(result.errors), QString());
    QList<Problem> merged;
    QVERIFY(topologyFromDrafts(result.draft, &merged));
    QCOMPARE(lines(result.problems + merged), problems);
}

void TopologyJsonTest::takesWhatIsMissing_data()
{
    QTest::addColumn<QByteArray>("bytes");

    QTest::addRow("nothing") << file(u"");
    QTest::addRow("null collections") << file(
        u"\"settings\":null,\"tenants\":null,\"switchingOffices\":null,\"switches\":null,\"hosts\":null,\"applications\":null");
    QTest::addRow("null entries") << file(u"\"tenants\":[null],\"applications\":[null]");
    QTest::addRow("empty settings")
        << file(u"\"settings\":{\"environment\":null,\"socialMessagingTenants\":\"\"}");
    QTest::addRow("version as 1.0") << "{\"format\":\"switchyard-topology\",\"version\":1.0}"_ba;
    QTest::addRow("version as 10e-1")
        << "{\"format\":\"switchyard-topology\",\"version\":10e-1}"_ba;
    QTest::addRow("a stamp") << file(u"\"stamp\":{\"product\":\"x\"}");
    QTest::addRow("Environment") << file(u"\"tenants\":[{\"name\":\"Environment\"}]");
}

void TopologyJsonTest::takesWhatIsMissing()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(topologyOf(bytes) == Topology());
}

void TopologyJsonTest::readsEveryField()
{
    const auto topology = topologyOf(file(
        u"\"settings\":{\"environment\":\"single-tenant\",\"socialMessagingTenants\":\"forbid\"},"
        "\"applications\":[{\"dbid\":2.01e2,\"name\":\"Ixn_1\",\"type\":\"tserver\",\"release\":\"8.1.4\",\"state\":\"disabled\","
        "\"tenants\":[\"Globex\",\"Acme\",\"\",null,\"Acme\"],"
        "\"connections\":[{\"application\":\"UCS_1\",\"port\":\"default\",\"protocol\":\"addp\",\"localTimeout\":7,"
        "\"remoteTimeout\":11,\"traceMode\":\"tmboth\"},{\"application\":\"UCS_1\",\"port\":\"default\",\"localTimeout\":99}],"
        "\"host\":\"host-1\",\"ports\":[{\"id\":\"default\",\"port\":4420},{\"port\":99999},{\"id\":\"x\"}],"
        "\"redundancy\":\"warm\",\"backup\":\"Ixn_1_B\",\"switches\":[{\"tenant\":\"Acme\",\"name\":\"MM\"}],"
        "\"component\":\"interaction-server\",\"loadBalanced\":true,\"template\":\"t\",\"workingDirectory\":\"/w\","
        "\"commandLine\":\"c\",\"arguments\":\"a\",\"autoRestart\":false,\"startupTimeout\":90,\"shutdownTimeout\":0,"
        "\"options\":{\"s\":{\"k\":\"v\",\"empty\":\"\",\"gone\":null},\"bare\":{},\"gone\":null},\"annex\":{\"s\":{\"k\":\"v\"}}},"
        "{\"name\":\"Ixn_1_B\",\"type\":\"tserver\"},{\"name\":\"UCS_1\",\"type\":\"contactserver\"}],"
        "\"hosts\":[{\"dbid\":101,\"name\":\"host-1\",\"ipAddress\":\"10.0.0.5\",\"lcaPort\":4999,\"osType\":\"windows\"}],"
        "\"switches\":[{\"name\":\"MM\",\"tenant\":\"Acme\",\"switchingOffice\":\"MM Office\"}],"
        "\"switchingOffices\":[{\"name\":\"MM Office\",\"type\":\"multimediaswitch\"}],"
        "\"tenants\":[{\"name\":\"Acme\",\"dbid\":0},{\"dbid\":102,\"name\":\"Globex\",\"parent\":\"Acme\"}]"));

    TopologyBuilder builder;
    builder.settings.environment = Environment::SingleTenant;
    builder.settings.socialMessagingTenants = SocialMessagingTenants::Forbid;
    builder.tenant(u"Acme");
    builder.tenant(u"Globex").dbid(102).parent(u"Acme");
    builder.multimediaSwitch(u"Acme", u"MM").officeName = u"MM Office"_s;
    builder.office(u"MM Office");
    auto &host = builder.host(u"host-1").address(u"10.0.0.5").dbid(101);
    host.record.lcaPort = 4999;
    host.record.osType = u"windows"_s;
    auto &server = builder.application(u"Ixn_1", u"tserver");
    server.dbid(201)
        .disabled()
        .release(u"8.1.4")
        .tenants({u"Globex", u"Acme"})
        .connect(u"UCS_1", u"default")
        .host(u"host-1");
    server.port(u"default", 4420)
        .port(u"", 99999)
        .port(u"x")
        .redundancy(Redundancy::Warm)
        .backup(u"Ixn_1_B");
    server.link(u"Acme", u"MM").interactionComponent().loadBalanced();
    server.section(u"bare")
        .option(u"s", u"k", u"v")
        .option(u"s", u"empty", u"")
        .annex(u"s", u"k", u"v");
    server.record.templateName = u"t"_s;
    server.record.workingDirectory = u"/w"_s;
    server.record.commandLine = u"c"_s;
    server.record.arguments = u"a"_s;
    server.record.autoRestart = false;
    server.record.startupTimeout = 90;
    server.record.shutdownTimeout = 0;
    builder.application(u"Ixn_1_B", u"tserver");
    builder.application(u"UCS_1", u"contactserver");
    auto expected = builder.build();
    // The builder makes an office of its own for the switch.
    ::apply(expected,
        RemoveObject {
            std::make_shared<Record>(expected.office(officeNamed(expected, u"Multimedia")))});
    const auto id = applicationNamed(expected, u"Ixn_1");
    const auto plain = expected.application(id).connections.constFirst();
    auto full = plain;
    full.protocol = u"addp"_s;
    full.localTimeout = 7;
    full.remoteTimeout = 11;
    full.traceMode = u"tmboth"_s;
    ::apply(expected, Step {{}, {Disconnect {id, plain}, Connect {id, full}}});
    QVERIFY(alignedTo(expected, topology) == expected);
}

void TopologyJsonTest::keepsUnknownKeys()
{
    const auto bytes = file(
        u"\"persons\":[{\"z\":1,\"a\":[1.50,1e400]}],\"note\":null,\"settings\":{\"theme\":\"dark\"},"
        "\"tenants\":[{\"name\":\"Acme\",\"colour\":\"red\"},{\"name\":\"Environment\",\"room\":7}],"
        "\"applications\":[{\"name\":\"A\",\"type\":\"tserver\",\"x\":{\"b\":\"\\u0041\",\"a\":null},"
        "\"connections\":[{\"application\":\"A\",\"weight\":2}],\"ports\":[{\"id\":\"p\",\"tls\":true}]}]");
    const auto topology = topologyOf(bytes);
    const Extra expected {
        {u"note"_s, u"null"_s}, {u"persons"_s, u"[{\"a\":[1.50,1e400],\"z\":1}]"_s}};
    QCOMPARE(topology.extra(), expected);
    QCOMPARE(topology.settings().extra, (Extra {{u"theme"_s, u"\"dark\""_s}}));
    QCOMPARE(topology.tenant(Topology::environment).extra, (Extra {{u"room"_s, u"7"_s}}));
    QCOMPARE(topology.tenant(tenantNamed(topology, u"Acme")).extra,
        (Extra {{u"colour"_s, u"\"red\""_s}}));
    const auto &application = topology.application(applicationNamed(topology, u"A"));
    QCOMPARE(application.extra, (Extra {{u"x"_s, u"{\"a\":null,\"b\":\"A\"}"_s}}));
    QCOMPARE(application.connections.constFirst().extra, (Extra {{u"weight"_s, u"2"_s}}));
    QCOMPARE(application.ports.constFirst().extra, (Extra {{u"tls"_s, u"true"_s}}));
    QVERIFY(topologyOf(writeTopology(topology).bytes) == topology);
}

void TopologyJsonTest::skipsAByteOrderMark()
{
    QVERIFY(topologyOf("\xEF\xBB\xBF" + file(u"")) == Topology());
    QVERIFY(!readInput("\xEF\xBB\xBF" + file(u""), InputFormat::Auto).isMalformed());
}

void TopologyJsonTest::tellsFormatsApart_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("errors");

    const auto neither =
        u"1:1: This is neither a Switchyard document nor a JSON file of a format that is known (topology, mutagen)."_s;
    const auto noCollection =
        u"1:1: This is neither a topology file nor an export of mutagen: it has no collection that is known."_s;
    QTest::addRow("empty") << ""_ba << neither;
    QTest::addRow("text") << "hello"_ba << neither;
    QTest::addRow("list") << "[]"_ba << neither;
    QTest::addRow("XML") << "<ConfData/>"_ba << neither;
    QTest::addRow("other JSON") << "{\"a\":1}"_ba << noCollection;
    QTest::addRow("nothing in it") << "{}"_ba << noCollection;
    QTest::addRow("topology") << file(u"") << u""_s;
    QTest::addRow("topology without format")
        << "{\"version\":1,\"tenants\":[]}"_ba << u"1:1: The mandatory field format is missing."_s;
    QTest::addRow("result of ours")
        << "{\"format\":\"switchyard-findings\",\"version\":1}"_ba
        << u"1:11: format: \"switchyard-findings\" is not one of switchyard-topology."_s;
    QTest::addRow("mutagen") << "{\"__metadata__\":{\"formatName\":\"JSON\"}}"_ba << u""_s;
    QTest::addRow("mutagen without metadata") << " \n{\"tenants\":[{\"name\":\"T\"}]}"_ba << u""_s;
    QTest::addRow("broken") << "{\"tenants\":"_ba
                            << u"1:12: tenants: The text breaks off: a value expected."_s;
}

void TopologyJsonTest::tellsFormatsApart()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, errors);
    QCOMPARE(lines(readInput(bytes, InputFormat::Auto).errors), errors);
}

void TopologyJsonTest::severalSourcesAreOne()
{
    const QList<InputSource> sources {
        {u"a.json"_s,
            file(
                u"\"persons\":[1],\"tenants\":[{\"name\":\"Acme\",\"dbid\":101}],"
                "\"applications\":[{\"name\":\"A\",\"type\":\"tserver\",\"release\":\"8.1\",\"tenants\":[\"Acme\"],\"host\":\"h\"}]")},
        {u"b.json"_s,
            file(
                u"\"scripts\":[2],\"hosts\":[{\"name\":\"h\"}],"
                "\"applications\":[{\"name\":\"A\",\"type\":\"tserver\",\"release\":\"8.5\",\"backup\":\"B\"}]")},
    };
    const auto result = readInputs(sources, InputFormat::Auto);
    QList<Problem> problems;
    const auto topology = topologyFromDrafts(result.draft, &problems);
    QVERIFY(topology);
    QCOMPARE(topology->extra(), (Extra {{u"persons"_s, u"[1]"_s}, {u"scripts"_s, u"[2]"_s}}));
    const auto &application = topology->application(applicationNamed(*topology, u"A"));
    QCOMPARE(application.release, u"8.5"_s);
    QCOMPARE(application.tenants.size(), 1);
    QVERIFY(!topology->isPlaceholder(*application.host));
    QCOMPARE(lines(problems),
        u"a.json: applications[0].backup: There is no application named B; it is kept as a placeholder."_s);

    auto broken = sources;
    broken[0].bytes = "{";
    broken[1].bytes = file(u"\"hosts\":1");
    QCOMPARE(lines(readInputs(broken, InputFormat::Auto).errors),
        u"a.json:1:2: The text breaks off: a key in quotation marks expected.\n"
        "b.json:1:53: hosts: A list expected, not 1."_s);
}

QTEST_APPLESS_MAIN(TopologyJsonTest)
#include "tst_topologyjson.moc"
