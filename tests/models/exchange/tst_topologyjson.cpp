// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/inputs.h"
#include "models/exchange/topologyjsonwriter.h"
#include "models/topology/align.h"
#include "models/topology/apply.h"
#include "tests/support/randomsteps.h"
#include "tests/support/topologybuilder.h"

#include <QCryptographicHash>
#include <QFile>
#include <QTest>

#include <rapidcheck.h>

using namespace Qt::StringLiterals;

class TopologyJsonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesMalformedPlaces_data();
    void refusesMalformedPlaces();
    void tellsEveryMalformedPlace();
    void listIsCapped();
    void tellsProblems_data();
    void tellsProblems();
    void takesWhatIsMissing_data();
    void takesWhatIsMissing();
    void readsEveryField();
    void keepsUnknownKeys();
    void skipsAByteOrderMark();
    void breaksOffEverywhere();
    void tellsFormatsApart_data();
    void tellsFormatsApart();
    void severalSourcesAreOne();
    void writesEveryField();
    void sampleRoundTrips_data();
    void sampleRoundTrips();
    void roundTrips();
    void writesNoPlaceholders();
    void warnsOfSecondBearers();
    void leavesOutWhatHasNoName();
    void stamps();
};

namespace {

constexpr QLatin1String head("{\"format\":\"switchyard-topology\",\"version\":1");

QByteArray file(QStringView members)
{
    return (QString(head) + (members.isEmpty() ? u""_s : u","_s) + members.toString() + u'}')
        .toUtf8();
}

QString lines(const QList<Problem> &problems)
{
    QStringList texts;
    for (const auto &problem : problems)
        texts.append(problemText(problem));
    return texts.join(u'\n');
}

ReadResult readTopologyText(const QByteArray &bytes)
{
    return readInput(bytes, InputFormat::Topology);
}

Topology topologyOf(const QByteArray &bytes, QList<Problem> *problems = nullptr)
{
    const auto result = readTopologyText(bytes);
    if (result.isMalformed())
        qFatal("%s", qPrintable(lines(result.errors)));
    auto topology = topologyFromDrafts(result.draft, problems);
    if (!topology)
        qFatal("%s", qPrintable(topology.error().text()));
    return *std::move(topology);
}

Topology randomTopology(quint32 seed, int steps)
{
    Topology topology;
    RandomSteps random(seed);
    for (int i = 0; i < steps; ++i)
        ::apply(topology, random.next(topology));
    return asInFiles(topology);
}

}  // namespace

void TopologyJsonTest::refusesMalformedPlaces_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("errors");

    const auto row = [](const char *name, QStringView members, const QString &error) {
        QTest::addRow("%s", name) << file(members) << error;
    };
    const auto application = [](const char *name, QStringView members, const QString &error) {
        QTest::addRow("application: %s", name) << file(
            u"\"applications\":[{\"name\":\"A\",\"type\":\"tserver\","_s + members.toString()
            + u"}]"_s) << error;
    };
    QTest::addRow("no object") << "[]"_ba << u"1:1: A topology file is one object."_s;
    QTest::addRow("no format") << "{\"version\":1}"_ba
                               << u"1:1: The mandatory field format is missing."_s;
    QTest::addRow("null format") << "{\"format\":null,\"version\":1}"_ba
                                 << u"1:1: The mandatory field format is missing."_s;
    QTest::addRow("no version") << "{\"format\":\"switchyard-topology\"}"_ba
                                << u"1:1: The mandatory field version is missing."_s;
    QTest::addRow("other format") << "{\"format\":\"x\",\"version\":1}"_ba
                                  << u"1:11: format: \"x\" is not one of switchyard-topology."_s;
    QTest::addRow("other version")
        << "{\"format\":\"switchyard-topology\",\"version\":2}"_ba
        << u"1:43: version: Version 2 of the topology format is not known; this program reads version 1."_s;
    QTest::addRow("version as text") << "{\"format\":\"switchyard-topology\",\"version\":\"1\"}"_ba
                                     << u"1:43: version: A whole number expected, not \"1\"."_s;
    row("settings", u"\"settings\":[]", u"1:56: settings: An object expected, not a list."_s);
    row("environment", u"\"settings\":{\"environment\":\"both\"}",
        u"1:71: settings.environment: \"both\" is not one of multi-tenant, single-tenant."_s);
    row("social messaging", u"\"settings\":{\"socialMessagingTenants\":1}",
        u"1:82: settings.socialMessagingTenants: A text expected, not 1."_s);
    row("collection", u"\"tenants\":{}", u"1:55: tenants: A list expected, not an object."_s);
    row("object", u"\"hosts\":[\"h\"]", u"1:54: hosts[0]: An object expected, not \"h\"."_s);
    row("no name", u"\"tenants\":[{}]",
        u"1:56: tenants[0]: The mandatory field name is missing."_s);
    row("null name", u"\"tenants\":[{\"name\":null}]",
        u"1:56: tenants[0]: The mandatory field name is missing."_s);
    row("name as number", u"\"tenants\":[{\"name\":7}]",
        u"1:64: tenants[0].name: A text expected, not 7."_s);
    row("state", u"\"tenants\":[{\"name\":\"T\",\"state\":\"Enabled\"}]",
        u"1:76: tenants[0].state: \"Enabled\" is not one of enabled, disabled."_s);
    row("DBID as text", u"\"tenants\":[{\"name\":\"T\",\"dbid\":\"7\"}]",
        u"1:75: tenants[0].dbid: A whole number expected, not \"7\"."_s);
    row("fraction", u"\"tenants\":[{\"name\":\"T\",\"dbid\":7.5}]",
        u"1:75: tenants[0].dbid: A whole number expected, not 7.5."_s);
    row("beyond 63 bits", u"\"tenants\":[{\"name\":\"T\",\"dbid\":9223372036854775808}]",
        u"1:75: tenants[0].dbid: A whole number expected, not 9223372036854775808."_s);
    row("below 0", u"\"tenants\":[{\"name\":\"T\",\"dbid\":-1}]",
        u"1:75: tenants[0].dbid: A DBID is a whole number above 0; 0 means not known."_s);
    row("DBID 1", u"\"tenants\":[{\"name\":\"T\",\"dbid\":1}]",
        u"1:75: tenants[0].dbid: DBID 1 belongs to the tenant Environment."_s);
    row("office without type", u"\"switchingOffices\":[{\"name\":\"O\"}]",
        u"1:65: switchingOffices[0]: The mandatory field type is missing."_s);
    row("switch without office", u"\"switches\":[{\"name\":\"S\",\"tenant\":\"T\"}]",
        u"1:57: switches[0]: The mandatory field switchingOffice is missing."_s);
    row("switch of no tenant",
        u"\"switches\":[{\"name\":\"S\",\"tenant\":\"\",\"switchingOffice\":\"O\"}]",
        u"1:57: switches[0]: The mandatory field tenant is missing."_s);
    row("application without type", u"\"applications\":[{\"name\":\"A\"}]",
        u"1:61: applications[0]: The mandatory field type is missing."_s);
    row("type as number", u"\"applications\":[{\"name\":\"A\",\"type\":1}]",
        u"1:80: applications[0].type: A text expected, not 1."_s);
    application("tenants", u"\"tenants\":\"T\"",
        u"1:100: applications[0].tenants: A list expected, not \"T\"."_s);
    application("tenant", u"\"tenants\":[\"T\",1]",
        u"1:105: applications[0].tenants[1]: A text expected, not 1."_s);
    application("connection", u"\"connections\":[\"B\"]",
        u"1:105: applications[0].connections[0]: An object expected, not \"B\"."_s);
    application("time-out", u"\"connections\":[{\"application\":\"B\",\"localTimeout\":\"9\"}]",
        u"1:139: applications[0].connections[0].localTimeout: A whole number expected, not \"9\"."_s);
    application(
        "host", u"\"host\":{}", u"1:97: applications[0].host: A text expected, not an object."_s);
    application("port", u"\"ports\":[{\"id\":1,\"port\":true}]",
        u"1:105: applications[0].ports[0].id: A text expected, not 1.\n"
        "1:114: applications[0].ports[0].port: A whole number expected, not true."_s);
    application("redundancy", u"\"redundancy\":\"lukewarm\"",
        u"1:103: applications[0].redundancy: \"lukewarm\" is not one of none, cold, warm, hot."_s);
    application("switch", u"\"switches\":[{\"tenant\":1,\"name\":\"S\"}]",
        u"1:112: applications[0].switches[0].tenant: A text expected, not 1."_s);
    application("component", u"\"component\":7",
        u"1:102: applications[0].component: A text expected, not 7."_s);
    application("load balanced", u"\"loadBalanced\":\"yes\"",
        u"1:105: applications[0].loadBalanced: true or false expected, not \"yes\"."_s);
    application("section", u"\"options\":{\"a b\":1}",
        u"1:107: applications[0].options[\"a b\"]: An object expected, not 1."_s);
    application("option", u"\"annex\":{\"s\":{\"k\":1}}",
        u"1:108: applications[0].annex.s.k: A text expected, not 1."_s);
    application("key twice in an unknown key", u"\"x\":{\"k\":1,\"k\":1}",
        u"1:101: applications[0].x.k: This key stands twice in one object."_s);
    row("lone surrogate", u"\"tenants\":[{\"name\":\"\\ud800\"}]",
        u"1:65: tenants[0].name: The escape \\uD800 is half of a surrogate pair."_s);
    row("collection twice", u"\"tenants\":[],\"tenants\":[]",
        u"1:58: tenants: This key stands twice in one object."_s);
    QTest::addRow("breaks off") << file(u"").chopped(
        1) << u"1:44: The text breaks off: a comma or a closing brace expected."_s;
}

void TopologyJsonTest::refusesMalformedPlaces()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, errors);
    const auto result = readTopologyText(bytes);
    QCOMPARE(lines(result.errors), errors);
    QVERIFY(result.draft.objects.isEmpty());
}

void TopologyJsonTest::tellsEveryMalformedPlace()
{
    const auto result = readInputs({{u"site.json"_s,
                                       "{\"format\":\"switchyard-topology\",\"version\":1,\n"
                                       "\"hosts\":[{\"name\":\"h\",\"lcaPort\":\"x\"}],\n"
                                       "\"tenants\":[{\"name\":\"\\udfff\",\"name\":\"T\"},\n"
                                       "{\"state\":3}]}"}},
        InputFormat::Auto);
    QCOMPARE(lines(result.errors),
        u"site.json:2:32: hosts[0].lcaPort: A whole number expected, not \"x\".\n"
        "site.json:3:21: tenants[0].name: The escape \\uDFFF is half of a surrogate pair.\n"
        "site.json:3:29: tenants[0].name: This key stands twice in one object.\n"
        "site.json:4:1: tenants[1]: The mandatory field name is missing.\n"
        "site.json:4:10: tenants[1].state: A text expected, not 3."_s);
}

void TopologyJsonTest::listIsCapped()
{
    QString tenants;
    for (int i = 0; i < 1000; ++i)
        tenants += u"{\"name\":1},"_s;
    const auto result = readTopologyText(file(u"\"tenants\":["_s + tenants.chopped(1) + u']'));
    QCOMPARE(result.errors.size(), ReadResult::listedErrors);
    QCOMPARE(result.furtherErrors, 800);
}

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

void TopologyJsonTest::breaksOffEverywhere()
{
    const auto whole =
        file(u"\"tenants\":[{\"name\":\"\\u00e9\",\"dbid\":12,\"x\":[null]}],\"applications\":[]");
    QVERIFY(!readTopologyText(whole).isMalformed());
    for (qsizetype size = 0; size < whole.size(); ++size) {
        QVERIFY(readInput(whole.first(size), InputFormat::Auto).isMalformed());
        QVERIFY(readTopologyText(whole.first(size)).isMalformed());
    }
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

void TopologyJsonTest::writesEveryField()
{
    TopologyBuilder builder;
    builder.extra = {{u"zebra"_s, u"{\"a\":1}"_s}};
    builder.tenant(u"Acme").dbid(101).parent(u"Environment").extra(u"note", u"\"x\"");
    builder.multimediaSwitch(u"Acme", u"MM");
    builder.host(u"h").address(u"10.0.0.5").disabled().record.lcaPort = 4999;
    auto &server = builder.application(u"A \"1\"", u"tserver");
    server.release(u"8.1")
        .tenants({u"Environment", u"Acme"})
        .connect(u"B", u"p")
        .connect(u"B")
        .host(u"h")
        .port(u"p", 1);
    server.redundancy(Redundancy::Hot)
        .backup(u"B")
        .link(u"Acme", u"MM")
        .interactionComponent()
        .loadBalanced();
    server.option(u"s", u"k", u"v\n").section(u"bare").annex(u"a", u"b", u"c");
    server.record.autoRestart = true;
    server.record.startupTimeout = 0;
    QCOMPARE(QString::fromUtf8(writeTopology(builder.build()).bytes), uR"({
  "format": "switchyard-topology",
  "version": 1,
  "settings": {
    "environment": "multi-tenant",
    "socialMessagingTenants": "warn"
  },
  "tenants": [
    {
      "dbid": 101,
      "name": "Acme",
      "state": "enabled",
      "parent": "Environment",
      "note": "x"
    },
    {
      "dbid": 1,
      "name": "Environment",
      "state": "enabled"
    }
  ],
  "switchingOffices": [
    {
      "name": "Multimedia",
      "type": "multimediaswitch",
      "state": "enabled"
    }
  ],
  "switches": [
    {
      "name": "MM",
      "tenant": "Acme",
      "switchingOffice": "Multimedia",
      "state": "enabled"
    }
  ],
  "hosts": [
    {
      "name": "h",
      "ipAddress": "10.0.0.5",
      "lcaPort": 4999,
      "state": "disabled"
    }
  ],
  "applications": [
    {
      "name": "A \"1\"",
      "type": "tserver",
      "component": "interaction-server",
      "release": "8.1",
      "state": "enabled",
      "loadBalanced": true,
      "tenants": ["Acme","Environment"],
      "connections": [
        {"application":"B"},
        {"application":"B","port":"p"}
      ],
      "host": "h",
      "ports": [
        {"id":"p","port":1}
      ],
      "redundancy": "hot",
      "backup": "B",
      "switches": [
        {"tenant":"Acme","name":"MM"}
      ],
      "autoRestart": true,
      "startupTimeout": 0,
      "options": {
        "bare": {},
        "s": {
          "k": "v\n"
        }
      },
      "annex": {
        "a": {
          "b": "c"
        }
      }
    }
  ],
  "zebra": {"a":1}
}
)"_s);
}

void TopologyJsonTest::sampleRoundTrips_data()
{
    QTest::addColumn<QString>("name");
    QTest::addRow("working copy") << u"harbour.topology.json"_s;
    QTest::addRow("production") << u"harbour-production.topology.json"_s;
}

void TopologyJsonTest::sampleRoundTrips()
{
    QFETCH(QString, name);
    const auto source = readSourceFile(QStringLiteral(SAMPLES_DIR "/") + name);
    QVERIFY(source);
    const auto result = readInput(source->bytes, InputFormat::Auto);
    QCOMPARE(lines(result.errors + result.problems), QString());
    const auto topology = topologyFromDrafts(result.draft);
    QVERIFY(topology);
    const auto written = writeTopology(*topology);
    QCOMPARE(lines(written.warnings), QString());
    const auto again = topologyOf(written.bytes);
    QVERIFY(alignedTo(*topology, again) == *topology);
    QCOMPARE(writeTopology(again).bytes, written.bytes);
}

void TopologyJsonTest::roundTrips()
{
    int exact = 0;
    const bool holds = rc::check("reading what was written gives the same topology", [&] {
        const auto topology =
            randomTopology(*rc::gen::arbitrary<quint32>(), *rc::gen::inRange(0, 120));
        const auto written = writeTopology(topology);
        const auto again = topologyOf(written.bytes);
        RC_ASSERT(writeTopology(again).bytes == written.bytes);
        if (!written.warnings.isEmpty())
            return;
        ++exact;
        RC_ASSERT(alignedTo(topology, again) == topology);
    });
    QVERIFY(holds);
    QVERIFY2(exact >= 30, "too few of the topologies can be written as they are");
}

void TopologyJsonTest::writesNoPlaceholders()
{
    TopologyBuilder builder;
    builder.application(u"A", u"tserver")
        .tenant(u"Ghost")
        .host(u"nowhere")
        .link(u"Spectre", u"MM")
        .connect(u"B");
    const auto topology = builder.build();
    const auto bytes = writeTopology(topology).bytes;
    QVERIFY(!bytes.contains("\"name\": \"Ghost\""));
    QVERIFY(bytes.contains("\"switches\": [],"));
    QVERIFY(bytes.contains("\"hosts\": [],"));
    const auto again = topologyOf(bytes);
    QVERIFY(alignedTo(topology, again) == topology);
    QVERIFY(again.tenant(tenantNamed(again, u"Spectre")).isPlaceholder);
}

void TopologyJsonTest::warnsOfSecondBearers()
{
    TopologyBuilder builder;
    builder.tenant(u"Acme");
    builder.tenant(u"Acme");
    builder.multimediaSwitch(u"Acme", u"MM");
    builder.application(u"A", u"tserver").tenant(u"Acme").link(u"Acme", u"MM");
    auto topology = builder.build();
    QCOMPARE(lines(writeTopology(topology).warnings), QString());
    ::apply(topology, Assign {applicationNamed(topology, u"A"), TenantId(2)});
    ::apply(topology,
        SetField {switchNamed(topology, u"Acme", u"MM"), Field::Tenant, Value(TenantId(1)),
            Value(TenantId(2))});
    const auto written = writeTopology(topology);
    const auto meansFirst =
        u" that is not the first of this name. In the file the name means the first."_s;
    QCOMPARE(lines(written.warnings),
        u"MM: It refers to the tenant Acme"_s + meansFirst + u"\nA: It refers to the tenant Acme"_s
            + meansFirst + u"\nA: It refers to the switch MM"_s + meansFirst);
    QVERIFY(written.bytes.contains("\"tenants\": [\"Acme\"]"));
}

void TopologyJsonTest::leavesOutWhatHasNoName()
{
    TopologyBuilder builder;
    builder.tenant(u"");
    builder.office(u"Multimedia");
    auto &server = builder.application(u"A", u"tserver");
    auto topology = builder.build();
    Switch object;
    object.id = SwitchId(0);
    object.name = u"MM"_s;
    object.tenant = TenantId(1);
    object.office = SwitchingOfficeId(0);
    ::apply(topology, AddObject {std::make_shared<Record>(object)});
    ::apply(topology, Assign {server.id(), TenantId(1)});
    ::apply(topology, Link {server.id(), object.id});
    const auto written = writeTopology(topology);
    QCOMPARE(lines(written.warnings),
        u"MM: It is left out: a file can't name the tenant of the switch, which has no name.\n"
        "A: It refers to the tenant without a name, which a file can't say.\n"
        "A: It refers to the switch MM that is not the first of this name. In the file the name means the first."_s);
    const auto again = topologyOf(written.bytes);
    QCOMPARE(again.switches().size(), 0);
    QCOMPARE(again.tenants().size(), 2);
    QCOMPARE(writeTopology(again).bytes, written.bytes);
}

void TopologyJsonTest::stamps()
{
    const Topology topology;
    const auto plain = writeTopology(topology).bytes;
    const auto stamped =
        writeTopology(topology, ExportStamp {u"Switchyard 0.1.0"_s, 37, 1, 2, 3, 0, 1}).bytes;
    const auto checksum = QCryptographicHash::hash(plain, QCryptographicHash::Sha256).toHex();
    const auto stamp =
        ",\n  \"stamp\": {\"product\":\"Switchyard 0.1.0\",\"rules\":37,\"errors\":1,\"warnings\":2,\"advice\":3,"
        "\"waived\":0,\"allowedErrors\":1,\"checksum\":\"sha256:"
        + checksum + "\"}";
    QVERIFY(stamped.contains(stamp));
    auto without = stamped;
    QCOMPARE(without.replace(stamp, ""), plain);
    QVERIFY(topologyOf(stamped) == topology);
}

QTEST_APPLESS_MAIN(TopologyJsonTest)
#include "tst_topologyjson.moc"
