// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/editlines.h"
#include "models/exchange/namelookup.h"
#include "models/exchange/topologyjsonwriter.h"
#include "models/topology/apply.h"
#include "tests/support/topologybuilder.h"

#include <QTest>

using namespace Qt::StringLiterals;

class EditLinesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changes_data();
    void changes();
    void changesNothing_data();
    void changesNothing();
    void refuses_data();
    void refuses();
    void travels();
    void aRequestFollowsTheTopology();
    void answers();
    void nearestNames_data();
    void nearestNames();
};

namespace {

Topology site()
{
    TopologyBuilder builder;
    builder.tenant(u"Acme").dbid(101);
    builder.tenant(u"Globex");
    builder.multimediaSwitch(u"Acme", u"MM");
    builder.multimediaSwitch(u"Globex", u"MM");
    builder.host(u"host-1");
    builder.application(u"Ixn_1", u"interactionserver").port(u"default", 4420);
    builder.application(u"SMS_1", u"istransportserver")
        .tenants({u"Globex", u"Ghost"})
        .connect(u"Ixn_1", u"default")
        .connect(u"Ixn_1")
        .connect(u"Phantom")
        .release(u"8.1.400.04")
        .host(u"host-1");
    builder.application(u"T_1", u"tserver").link(u"Acme", u"MM").link(u"Ghost", u"Old");
    return builder.build();
}

/// What the second topology's file has and the first's hasn't, and the other way round, one line
/// each.
QString difference(const Topology &before, const Topology &after)
{
    const auto old = QString::fromUtf8(writeTopology(before).bytes).split(u'\n');
    const auto now = QString::fromUtf8(writeTopology(after).bytes).split(u'\n');
    QStringList changed;
    const auto compare = [&changed](
                             const QStringList &some, const QStringList &others, QChar sign) {
        for (const auto &line : some) {
            const auto shown = sign + line.trimmed();
            const bool isBracket = line.trimmed().remove(u',').size() < 2;
            if (!isBracket && some.count(line) > others.count(line) && !changed.contains(shown))
                changed.append(shown);
        }
    };
    compare(old, now, u'-');
    compare(now, old, u'+');
    return changed.join(u'\n');
}

QByteArray quoted(QByteArray line)
{
    return line.replace('\'', '"');
}

}  // namespace

void EditLinesTest::changes_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("changed");

    const auto row = [](const char *line, const QString &changed) {
        QTest::addRow("%s", line) << quoted(line) << changed;
    };
    row("{'op':'assign','application':'SMS_1','tenant':'Acme'}",
        u"-\"tenants\": [\"Ghost\",\"Globex\"],\n+\"tenants\": [\"Acme\",\"Ghost\",\"Globex\"],"_s);
    row("{'op':'unassign','application':'SMS_1','tenant':'Globex'}",
        u"-\"tenants\": [\"Ghost\",\"Globex\"],\n+\"tenants\": [\"Ghost\"],"_s);
    row("{'op':'unassign','application':'SMS_1','tenant':'Ghost'}",
        u"-\"tenants\": [\"Ghost\",\"Globex\"],\n+\"tenants\": [\"Globex\"],"_s);
    row("{'op':'add','kind':'tenant','object':{'name':'Initech','colour':1}}",
        u"+\"name\": \"Initech\",\n+\"state\": \"enabled\",\n+\"colour\": 1"_s);
    row("{'op':'add','kind':'switch','tenant':'Acme','object':{'name':'S','switchingOffice':'New'}}",
        u"+\"state\": \"enabled\"\n+\"tenant\": \"Acme\",\n+\"name\": \"S\",\n+\"switchingOffice\": \"New\","_s);
    row("{'op':'set','kind':'application','name':'SMS_1','field':'release','value':'8.1.500.00'}",
        u"-\"release\": \"8.1.400.04\",\n+\"release\": \"8.1.500.00\","_s);
    row("{'op':'set','kind':'application','name':'SMS_1','field':'release','value':null}",
        u"-\"release\": \"8.1.400.04\","_s);
    row("{'op':'set','kind':'application','name':'SMS_1','field':'release','value':''}",
        u"-\"release\": \"8.1.400.04\","_s);
    row("{'op':'set','kind':'application','name':'SMS_1','field':'tenants','value':['Acme','Nobody','']}",
        u"-\"tenants\": [\"Ghost\",\"Globex\"],\n+\"tenants\": [\"Acme\",\"Nobody\"],"_s);
    row("{'op':'set','kind':'application','name':'SMS_1','field':'host','value':'host-2'}",
        u"-\"host\": \"host-1\"\n+\"host\": \"host-2\""_s);
    row("{'op':'set','kind':'application','name':'T_1','field':'component','value':'interaction-server'}",
        u"+\"component\": \"interaction-server\","_s);
    row("{'op':'set','kind':'application','name':'Ixn_1','field':'options','value':{'s':{'k':'v'}}}",
        u"+\"options\": {\n+\"s\": {\n+\"k\": \"v\""_s);
    row("{'op':'set','kind':'switch','tenant':'Globex','name':'MM','field':'dbid','value':7}",
        u"+\"dbid\": 7,"_s);
    row("{'op':'set','kind':'settings','field':'environment','value':'single-tenant'}",
        u"-\"environment\": \"multi-tenant\",\n+\"environment\": \"single-tenant\","_s);
    row("{'op':'set','kind':'settings','field':'socialMessagingTenants','value':'allow'}",
        u"-\"socialMessagingTenants\": \"warn\"\n+\"socialMessagingTenants\": \"allow\""_s);
    row("{'op':'remove','kind':'switch','tenant':'Acme','name':'MM'}",
        u"-\"state\": \"enabled\"\n-\"name\": \"MM\",\n-\"tenant\": \"Acme\",\n-\"switchingOffice\": \"Multimedia\",\n"
        "-{\"tenant\":\"Acme\",\"name\":\"MM\"},"_s);
    row("{'op':'connect','application':'T_1','target':'SMS_1','port':'x','protocol':'addp','localTimeout':5}",
        u"+\"connections\": [\n+{\"application\":\"SMS_1\",\"port\":\"x\",\"protocol\":\"addp\",\"localTimeout\":5}"_s);
    row("{'op':'connect','application':'SMS_1','target':'Ixn_1','port':'default','remoteTimeout':9}",
        u"-{\"application\":\"Ixn_1\",\"port\":\"default\"},\n+{\"application\":\"Ixn_1\",\"port\":\"default\",\"remoteTimeout\":9},"_s);
    row("{'op':'disconnect','application':'SMS_1','target':'Ixn_1','port':'default'}",
        u"-{\"application\":\"Ixn_1\",\"port\":\"default\"},"_s);
    row("{'op':'disconnect','application':'SMS_1','target':'Ixn_1'}",
        u"-{\"application\":\"Ixn_1\"},\n-{\"application\":\"Ixn_1\",\"port\":\"default\"},"_s);
    row("{'op':'disconnect','application':'SMS_1','target':'Phantom'}",
        u"-{\"application\":\"Ixn_1\",\"port\":\"default\"},\n-{\"application\":\"Phantom\"}\n"
        "+{\"application\":\"Ixn_1\",\"port\":\"default\"}"_s);
    row("{'op':'link','application':'Ixn_1','tenant':'Globex','switch':'MM'}",
        u"+\"switches\": [\n+{\"tenant\":\"Globex\",\"name\":\"MM\"}"_s);
    row("{'op':'link','application':'T_1','switch':{'tenant':'Globex','name':'MM'}}",
        u"-{\"tenant\":\"Ghost\",\"name\":\"Old\"}\n+{\"tenant\":\"Ghost\",\"name\":\"Old\"},\n+{\"tenant\":\"Globex\",\"name\":\"MM\"}"_s);
    row("{'op':'link','application':'T_1','kind':'switch','tenant':'Globex','name':'MM'}",
        u"-{\"tenant\":\"Ghost\",\"name\":\"Old\"}\n+{\"tenant\":\"Ghost\",\"name\":\"Old\"},\n+{\"tenant\":\"Globex\",\"name\":\"MM\"}"_s);
    row("{'op':'unlink','application':'T_1','tenant':'Ghost','switch':'Old'}",
        u"-{\"tenant\":\"Acme\",\"name\":\"MM\"},\n-{\"tenant\":\"Ghost\",\"name\":\"Old\"}\n+{\"tenant\":\"Acme\",\"name\":\"MM\"}"_s);
}

void EditLinesTest::changes()
{
    QFETCH(QByteArray, line);
    QFETCH(QString, changed);
    const auto request = parseEditLine(line);
    QVERIFY2(request, request ? "" : qPrintable(request.error().message));
    QCOMPARE(request->operation, EditRequest::Operation::Change);
    const auto before = site();
    const auto step = request->build(before);
    QVERIFY2(step, step ? "" : qPrintable(step.error().message));
    auto after = before;
    ::apply(after, *step);
    QCOMPARE(difference(before, after), changed);
}

void EditLinesTest::changesNothing_data()
{
    QTest::addColumn<QByteArray>("line");
    const auto row = [](const char *line) { QTest::addRow("%s", line) << quoted(line); };
    row("{'op':'assign','application':'SMS_1','tenant':'Globex'}");
    row("{'op':'unassign','application':'SMS_1','tenant':'Acme'}");
    row("{'op':'connect','application':'SMS_1','target':'Ixn_1','port':'default'}");
    row("{'op':'connect','application':'SMS_1','target':'Ixn_1'}");
    row("{'op':'disconnect','application':'T_1','target':'Ixn_1'}");
    row("{'op':'link','application':'T_1','tenant':'Acme','switch':'MM'}");
    row("{'op':'unlink','application':'T_1','tenant':'Globex','switch':'MM'}");
    row("{'op':'set','kind':'tenant','name':'Acme','field':'dbid','value':101}");
    row("{'op':'set','kind':'tenant','name':'Environment','field':'state','value':'enabled'}");
    row("{'op':'set','kind':'settings','field':'environment','value':null}");
}

void EditLinesTest::changesNothing()
{
    QFETCH(QByteArray, line);
    const auto request = parseEditLine(line);
    QVERIFY2(request, request ? "" : qPrintable(request.error().message));
    const auto step = request->build(site());
    QVERIFY2(step, step ? "" : qPrintable(step.error().message));
    QVERIFY(step->isEmpty());
}

void EditLinesTest::refuses_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("message");

    const auto row = [](const char *line, const QString &message) {
        QTest::addRow("%s", line) << quoted(line) << message;
    };
    row("", u"The text breaks off: a value expected."_s);
    row("[]", u"An edit line is one object."_s);
    row("{'op':'assign'",
        u"column 15: The text breaks off: a comma or a closing brace expected."_s);
    row("{'op':'assign','op':'undo'}",
        u"The line lacks application. The line lacks tenant. "
        "op: This key stands twice in one object."_s);
    row("{}", u"The line lacks op."_s);
    row("{'op':'explode'}",
        u"op: \"explode\" is not one of assign, unassign, add, set, remove, connect, disconnect, link, unlink, undo, redo."_s);
    row("{'op':'undo','steps':2}", u"steps: The operation undo has no such member."_s);
    row("{'op':'assign','application':'SMS_1'}", u"The line lacks tenant."_s);
    row("{'op':'assign','application':'SMS_1','tenant':''}", u"The line lacks tenant."_s);
    row("{'op':'assign','application':7,'tenant':'Acme'}",
        u"application: A text expected, not 7."_s);
    row("{'op':'assign','application':'SMS_1','tenant':'Acme','port':1}",
        u"port: The operation assign has no such member."_s);
    row("{'op':'assign','application':'SMS_2','tenant':'Acme'}",
        u"There is no application named SMS_2. Is SMS_1 meant?"_s);
    row("{'op':'assign','application':'SMS_1','tenant':'acme'}",
        u"There is no tenant named acme. Is Acme meant?"_s);
    row("{'op':'assign','application':'SMS_1','tenant':'Umbrella'}",
        u"There is no tenant named Umbrella."_s);
    row("{'op':'assign','application':'SMS_1','tenant':'Ghost'}",
        u"The tenant Ghost is only referred to. Define it first."_s);
    row("{'op':'connect','application':'SMS_1','target':'Phantom'}",
        u"The application Phantom is only referred to. Define it first."_s);
    row("{'op':'connect','application':'SMS_1','target':'Ixn_1','localTimeout':'soon'}",
        u"localTimeout: A whole number expected, not \"soon\"."_s);
    row("{'op':'link','application':'T_1','tenant':'Acme','switch':'MN'}",
        u"The tenant Acme has no switch named MN. Is MM meant?"_s);
    row("{'op':'link','application':'T_1','switch':'MM'}", u"The line lacks tenant."_s);
    row("{'op':'link','application':'T_1','kind':'switch','name':'MM'}",
        u"The line lacks tenant."_s);
    row("{'op':'link','application':'T_1','kind':'tenant','tenant':'Acme','name':'MM'}",
        u"kind: A switch is named by tenant and name."_s);
    row("{'op':'link','application':'T_1','switch':{'name':'MM'}}",
        u"switch: A switch is named by tenant and name."_s);
    row("{'op':'link','application':'T_1','tenant':'Ghost','switch':'Old'}",
        u"The switch Old is only referred to. Define it first."_s);
    row("{'op':'add','kind':'tenant'}", u"The line lacks object."_s);
    row("{'op':'add','kind':'tenant','object':null}", u"The line lacks object."_s);
    row("{'op':'add','kind':'person','object':{'name':'P'}}",
        u"kind: \"person\" is not one of tenant, switching-office, switch, host, application."_s);
    row("{'op':'add','kind':'application','object':{'type':'tserver','state':1}}",
        u"object: The mandatory field name is missing. object.state: A text expected, not 1."_s);
    row("{'op':'add','kind':'switch','object':{'name':'S','switchingOffice':'O'}}",
        u"object: The mandatory field tenant is missing."_s);
    row("{'op':'add','kind':'switch','tenant':'Acme','object':{'name':'S','tenant':'Globex','switchingOffice':'O'}}",
        u"tenant: The object names another tenant."_s);
    row("{'op':'add','kind':'tenant','object':{'name':'T','dbid':1}}",
        u"T can't have DBID 1; it belongs to Environment."_s);
    row("{'op':'set','kind':'tenant','name':'Acme','field':'colour','value':1}",
        u"field: No tenant has a field colour. The fields are name, dbid, state, parent."_s);
    row("{'op':'set','kind':'tenant','name':'Acme','field':'state'}", u"The line lacks value."_s);
    row("{'op':'set','kind':'tenant','name':'Acme','field':'state','value':'on'}",
        u"value: \"on\" is not one of enabled, disabled."_s);
    row("{'op':'set','kind':'switch','name':'MM','field':'state','value':'disabled'}",
        u"The line lacks tenant."_s);
    row("{'op':'set','kind':'tenant','tenant':'Acme','name':'Acme','field':'dbid','value':5}",
        u"tenant: The operation set has no such member."_s);
    row("{'op':'set','kind':'application','name':'T_1','field':'component','value':'chat'}",
        u"value: \"chat\" is not one of interaction-server."_s);
    row("{'op':'set','kind':'settings','field':'language','value':'de'}",
        u"field: \"language\" is not one of environment, socialMessagingTenants."_s);
    row("{'op':'set','kind':'settings','field':'environment','value':'dual'}",
        u"value: \"dual\" is not one of multi-tenant, single-tenant."_s);
    row("{'op':'remove','kind':'host','name':'host-2'}",
        u"There is no host named host-2. Is host-1 meant?"_s);
    row("{'op':'remove','kind':'tenant','name':'Ghost'}",
        u"The tenant Ghost is only referred to. Define it first."_s);
    row("{'op':'assign','application':'\\ud800','tenant':'Acme'}",
        u"application: The escape \\uD800 is half of a surrogate pair."_s);
}

void EditLinesTest::refuses()
{
    QFETCH(QByteArray, line);
    QFETCH(QString, message);
    const auto request = parseEditLine(line);
    if (!request) {
        QCOMPARE(request.error().message, message);
        return;
    }
    QCOMPARE(request->operation, EditRequest::Operation::Change);
    const auto step = request->build(site());
    QVERIFY(!step);
    QCOMPARE(step.error().message, message);
}

void EditLinesTest::travels()
{
    QCOMPARE(parseEditLine(R"({"op":"undo"})")->operation, EditRequest::Operation::Undo);
    QCOMPARE(parseEditLine(" {\"op\" : \"redo\"}\r")->operation, EditRequest::Operation::Redo);
}

void EditLinesTest::aRequestFollowsTheTopology()
{
    // Another process renames what the line is about, between two tries.
    const auto request = parseEditLine(R"({"op":"assign","application":"SMS_1","tenant":"Acme"})");
    auto topology = site();
    QVERIFY(request->build(topology));
    ::apply(topology,
        SetField {
            applicationNamed(topology, u"SMS_1"), Field::Name, Value(u"SMS_1"_s), Value(u"X"_s)});
    QVERIFY(!request->build(topology));
}

void EditLinesTest::answers()
{
    QCOMPARE(acceptedAnswer(12), "{\"ok\":true,\"edit\":12}"_ba);
    QCOMPARE(travelAnswer(EditRequest::Operation::Undo, 13, u"Assign \"A\" to Ä"_s, u"eva"_s),
        "{\"ok\":true,\"edit\":13,\"undone\":\"Assign \\\"A\\\" to \xC3\x84\",\"author\":\"eva\"}"_ba);
    QCOMPARE(travelAnswer(EditRequest::Operation::Redo, 14, u"x"_s, u"y"_s),
        "{\"ok\":true,\"edit\":14,\"redone\":\"x\",\"author\":\"y\"}"_ba);
    QCOMPARE(refusedAnswer(u"No\nway"_s), "{\"ok\":false,\"error\":\"No\\nway\"}"_ba);
}

void EditLinesTest::nearestNames_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("nearest");
    QTest::addRow("other case") << u"sms_1"_s << u"SMS_1"_s;
    QTest::addRow("one letter") << u"SMS_3"_s << u"SMS_1"_s;
    QTest::addRow("nearer wins") << u"Email_22"_s << u"Email_2"_s;
    QTest::addRow("too far") << u"Chat"_s << u""_s;
    QTest::addRow("short") << u"x"_s << u""_s;
    QTest::addRow("very long") << QString(1 << 20, u'x') << u""_s;
}

void EditLinesTest::nearestNames()
{
    QFETCH(QString, text);
    QFETCH(QString, nearest);
    QCOMPARE(nearestName(text, {u"SMS_1"_s, u"Email_1"_s, u"Email_2"_s, u"abc"_s}), nearest);
}

QTEST_APPLESS_MAIN(EditLinesTest)
#include "tst_editlines.moc"
