// SPDX-License-Identifier: Apache-2.0
#include "tests/models/exchange/topologytext.h"

#include <QTest>

using namespace Qt::StringLiterals;

class MalformedTopologyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesMalformedPlaces_data();
    void refusesMalformedPlaces();
    void tellsEveryMalformedPlace();
    void listIsCapped();
    void breaksOffEverywhere();
};

void MalformedTopologyTest::refusesMalformedPlaces_data()
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

void MalformedTopologyTest::refusesMalformedPlaces()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, errors);
    const auto result = readTopologyText(bytes);
    QCOMPARE(lines(result.errors), errors);
    QVERIFY(result.draft.objects.isEmpty());
}

void MalformedTopologyTest::tellsEveryMalformedPlace()
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

void MalformedTopologyTest::listIsCapped()
{
    QString tenants;
    for (int i = 0; i < 1000; ++i)
        tenants += u"{\"name\":1},"_s;
    const auto result = readTopologyText(file(u"\"tenants\":["_s + tenants.chopped(1) + u']'));
    QCOMPARE(result.errors.size(), ReadResult::listedErrors);
    QCOMPARE(result.furtherErrors, 800);
}

void MalformedTopologyTest::breaksOffEverywhere()
{
    const auto whole =
        file(u"\"tenants\":[{\"name\":\"\\u00e9\",\"dbid\":12,\"x\":[null]}],\"applications\":[]");
    QVERIFY(!readTopologyText(whole).isMalformed());
    for (qsizetype size = 0; size < whole.size(); ++size) {
        QVERIFY(readInput(whole.first(size), InputFormat::Auto).isMalformed());
        QVERIFY(readTopologyText(whole.first(size)).isMalformed());
    }
}

QTEST_APPLESS_MAIN(MalformedTopologyTest)
#include "tst_malformedtopology.moc"
