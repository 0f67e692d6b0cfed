// SPDX-License-Identifier: Apache-2.0
#include "models/plan/difference.h"
#include "models/plan/jsonvalue.h"
#include "models/topology/apply.h"
#include "models/topology/edits.h"
#include "tests/models/plan/planlines.h"
#include "tests/support/topologybuilder.h"

#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;

namespace {

using Build = std::function<void(TopologyBuilder &)>;
using Change = std::function<void(ApplicationSketch &)>;

Topology built(const Build &build)
{
    TopologyBuilder b;
    build(b);
    return b.build();
}

/// A small site whose application "App" is told by the caller.
Topology withApplication(const Change &change)
{
    return built([&](TopologyBuilder &b) {
        b.tenant(u"Acme");
        b.tenant(u"Globex");
        b.host(u"h1");
        b.host(u"h2");
        b.multimediaSwitch(u"Acme", u"MM");
        b.multimediaSwitch(u"Globex", u"MM");
        b.application(u"UCS", u"contactserver").port(u"default", 1).port(u"esp", 2);
        change(b.application(u"App", u"chatserver"));
    });
}

/// The connections of a topology told in full.
Connection connectionTo(ApplicationId target, const QString &port)
{
    return {target, port, {}, {}, {}, {}, {}};
}

Topology edited(Topology topology,
    std::initializer_list<std::function<Result<Step>(const Topology &)>> builders)
{
    for (const auto &build : builders) {
        const auto step = build(topology);
        if (!step)
            qFatal("%s", qPrintable(step.error().message));
        apply(topology, *step);
    }
    return topology;
}

}  // namespace

class DifferenceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// One field of one application, between two files and inside one document alike.
    void applicationFields_data()
    {
        QTest::addColumn<Topology>("before");
        QTest::addColumn<Topology>("after");
        QTest::addColumn<QString>("reasons");

        const auto row = [](const char *name, const Change &before, const Change &after,
                             const QString &reasons) {
            QTest::addRow("%s", name)
                << withApplication(before) << withApplication(after) << reasons;
        };
        const Change none = [](auto &) {};

        row("nothing", none, none, {});
        row(
            "release", [](auto &a) { a.release(u"8.1.3"); }, [](auto &a) { a.release(u"8.1.4"); },
            u"release: \"8.1.3\" > \"8.1.4\""_s);
        row(
            "release goes", [](auto &a) { a.release(u"8.1.3"); }, none,
            u"release: \"8.1.3\" > null"_s);
        row(
            "state", none, [](auto &a) { a.disabled(); }, u"state: \"enabled\" > \"disabled\""_s);
        row(
            "redundancy", none, [](auto &a) { a.redundancy(Redundancy::Hot); },
            u"redundancy: \"none\" > \"hot\""_s);
        row(
            "host", [](auto &a) { a.host(u"h1"); }, [](auto &a) { a.host(u"h2"); },
            u"host: \"h1\" > \"h2\""_s);
        row(
            "host that nothing defines", none, [](auto &a) { a.host(u"h9"); },
            u"host: null > \"h9\""_s);
        row(
            "the same undefined host", [](auto &a) { a.host(u"h9"); },
            [](auto &a) { a.host(u"h9"); }, {});
        row(
            "backup", none, [](auto &a) { a.backup(u"UCS"); }, u"backup: null > \"UCS\""_s);
        row(
            "texts", none,
            [](auto &a) {
                a.record.templateName = u"T"_s;
                a.record.workingDirectory = u"/w"_s;
                a.record.commandLine = u"./run"_s;
                a.record.arguments = u"-a \"b\""_s;
            },
            u"arguments: null > \"-a \\\"b\\\"\"; commandLine: null > \"./run\"; template: null > \"T\"; "
            "workingDirectory: null > \"/w\""_s);
        row(
            "false is another value than none", none, [](auto &a) { a.record.autoRestart = false; },
            u"autoRestart: null > false"_s);
        row(
            "0 is another value than none", none,
            [](auto &a) {
                a.record.startupTimeout = 0;
                a.record.shutdownTimeout = 60;
            },
            u"shutdownTimeout: null > 60; startupTimeout: null > 0"_s);
        row(
            "tenants",
            [](auto &a) {
                a.tenants({u"Acme", u"Environment"});
            },
            [](auto &a) {
                a.tenants({u"Globex", u"Acme", u"Ghost"});
            },
            u"tenants: +\"Ghost\" +\"Globex\" -\"Environment\""_s);
        row(
            "tenants in another order",
            [](auto &a) {
                a.tenants({u"Acme", u"Globex"});
            },
            [](auto &a) {
                a.tenants({u"Globex", u"Acme"});
            },
            {});
        row(
            "connections", [](auto &a) { a.connect(u"UCS", u"default"); },
            [](auto &a) {
                a.connect(u"UCS", u"default");
                a.connect(u"UCS");
                a.connect(u"Ghost", u"x");
            },
            u"connections: +{\"application\":\"Ghost\",\"port\":\"x\"} +{\"application\":\"UCS\"}"_s);
        row(
            "another port is one removed and one added",
            [](auto &a) { a.connect(u"UCS", u"default"); },
            [](auto &a) { a.connect(u"UCS", u"esp"); },
            u"connections: +{\"application\":\"UCS\",\"port\":\"esp\"} -{\"application\":\"UCS\",\"port\":\"default\"}"_s);
        row(
            "a connection to itself", none, [](auto &a) { a.connect(u"App"); },
            u"connections: +{\"application\":\"App\"}"_s);
        row(
            "switches", [](auto &a) { a.link(u"Acme", u"MM"); },
            [](auto &a) { a.link(u"Globex", u"MM"); },
            u"switches: +{\"tenant\":\"Globex\",\"name\":\"MM\"} -{\"tenant\":\"Acme\",\"name\":\"MM\"}"_s);
        row(
            "ports are whole lists", [](auto &a) { a.port(u"b", 2).port(u"a", 1); },
            [](auto &a) { a.port(u"a", 1).port(u"b", 3).port(u""); },
            u"ports: [{\"id\":\"a\",\"port\":1},{\"id\":\"b\",\"port\":2}] > "
            "[{},{\"id\":\"a\",\"port\":1},{\"id\":\"b\",\"port\":3}]"_s);
        row(
            "order of ports", [](auto &a) { a.port(u"b", 2).port(u"a", 1); },
            [](auto &a) { a.port(u"a", 1).port(u"b", 2); }, {});
        row(
            "the last port goes", [](auto &a) { a.port(u"a", 1); }, none,
            u"ports: [{\"id\":\"a\",\"port\":1}] > []"_s);
        row("DBID", none, [](auto &a) { a.dbid(7); }, {});
        row("load balanced", none, [](auto &a) { a.loadBalanced(); }, {});
        row(
            "unknown keys",
            [](auto &a) { a.extra(u"folder", u"{\"a\":[1,2]}").extra(u"gone", u"7"); },
            [](auto &a) { a.extra(u"folder", u"{\"a\":[2,1]}").extra(u"new", u"true"); },
            u"folder: {\"a\":[1,2]} > {\"a\":[2,1]}; gone: 7 > null; new: null > true"_s);
        row(
            "unknown keys of the same value", [](auto &a) { a.extra(u"x", u"{\"a\":1,\"b\":10}"); },
            [](auto &a) { a.extra(u"x", u"{\"b\":1.0e1,\"a\":1.0}"); }, {});
        row("unknown keys without a value",
            [](auto &a) { a.extra(u"x", u"null").extra(u"y", u"\"\""); }, none, {});
    }
    void applicationFields()
    {
        QFETCH(Topology, before);
        QFETCH(Topology, after);
        QFETCH(QString, reasons);
        const QStringList expected =
            reasons.isEmpty() ? QStringList() : QStringList {u"~ application App; "_s + reasons};
        QCOMPARE(linesOf(differences(before, after, Matching::ByName)), expected);
        QCOMPARE(linesOf(differences(before, after, Matching::ById)), expected);
    }

    void options_data()
    {
        QTest::addColumn<Options>("before");
        QTest::addColumn<Options>("after");
        QTest::addColumn<QString>("inOptions");
        QTest::addColumn<QString>("inAnnex");

        const auto row = [](const char *name, const Options &before, const Options &after,
                             const QString &inOptions, const std::optional<QString> &inAnnex = {}) {
            QTest::addRow("%s", name)
                << before << after << inOptions << inAnnex.value_or(inOptions);
        };
        const QString none;
        row("same", {{u"s"_s, {{u"k"_s, u"v"_s}}}}, {{u"s"_s, {{u"k"_s, u"v"_s}}}}, none);
        row("a value", {{u"s"_s, {{u"a"_s, u"1"_s}, {u"k"_s, u"v"_s}}}},
            {{u"s"_s, {{u"a"_s, u"1"_s}, {u"k"_s, u"w"_s}}}},
            u"{\"s\":{\"k\":\"v\"}} > {\"s\":{\"k\":\"w\"}}"_s);
        row("a key", {{u"s"_s, {{u"a"_s, u"1"_s}}}},
            {{u"s"_s, {{u"a"_s, u"1"_s}, {u"k"_s, u"w"_s}}}},
            u"{\"s\":{}} > {\"s\":{\"k\":\"w\"}}"_s);
        row("a whole section", {}, {{u"s"_s, {{u"a"_s, u"1"_s}, {u"k"_s, u"w"_s}}}},
            u"{} > {\"s\":{\"a\":\"1\",\"k\":\"w\"}}"_s);
        row("a section without keys", {{u"s"_s, {}}}, {}, u"{\"s\":{}} > {}"_s);
        row("an empty text is no key", {{u"s"_s, {{u"k"_s, {}}}}}, {{u"s"_s, {}}}, none);
        row("a key gets a value", {{u"s"_s, {{u"k"_s, {}}}}}, {{u"s"_s, {{u"k"_s, u"w"_s}}}},
            u"{\"s\":{\"k\":\"\"}} > {\"s\":{\"k\":\"w\"}}"_s);
        row("letter case counts", {{u"S"_s, {}}}, {{u"s"_s, {}}}, u"{\"S\":{}} > {\"s\":{}}"_s);
        row("our statements", {{u"switchyard"_s, {{u"component"_s, u"interaction-server"_s}}}}, {},
            u"{\"switchyard\":{\"component\":\"interaction-server\"}} > {}"_s, none);
        row("our statements beside an empty section",
            {{u"switchyard"_s, {{u"load-balanced"_s, u"1"_s}}}}, {{u"switchyard"_s, {}}},
            u"{\"switchyard\":{\"load-balanced\":\"1\"}} > {\"switchyard\":{}}"_s, none);
        row("our statements beside others",
            {{u"switchyard"_s, {{u"component"_s, u"x"_s}, {u"y"_s, u"1"_s}}}}, {},
            u"{\"switchyard\":{\"component\":\"x\",\"y\":\"1\"}} > {}"_s,
            u"{\"switchyard\":{\"y\":\"1\"}} > {}"_s);
        row("an empty section of our name", {}, {{u"switchyard"_s, {}}},
            u"{} > {\"switchyard\":{}}"_s);
    }
    void options()
    {
        QFETCH(Options, before);
        QFETCH(Options, after);
        QFETCH(QString, inOptions);
        QFETCH(QString, inAnnex);
        const auto compare = [&](Options Application::*field, const QString &name,
                                 const QString &reason) {
            const auto lines =
                linesOf(differences(withApplication([&](auto &a) { a.record.*field = before; }),
                    withApplication([&](auto &a) { a.record.*field = after; }), Matching::ByName));
            const auto line = u"~ application App; %1: %2"_s.arg(name, reason);
            QCOMPARE(lines, reason.isEmpty() ? QStringList() : QStringList {line});
        };
        compare(&Application::options, u"options"_s, inOptions);
        compare(&Application::annex, u"annex"_s, inAnnex);
    }

    void connectionFields()
    {
        auto before = withApplication([](auto &a) { a.connect(u"UCS", u"default"); });
        auto after = before;
        const auto app = applicationNamed(after, u"App");
        Connection full {applicationNamed(after, u"UCS"), u"default"_s, u"addp"_s, 0, 20,
            u"traceOn"_s, {{u"note"_s, u"[1]"_s}, {u"void"_s, u"null"_s}}};
        apply(after, *connectTo(after, app, full));
        QCOMPARE(linesOf(differences(before, after, Matching::ById)),
            QStringList {
                u"~ application App; connections: +{\"application\":\"UCS\",\"port\":\"default\",\"protocol\":\"addp\","
                "\"localTimeout\":0,\"remoteTimeout\":20,\"traceMode\":\"traceOn\",\"note\":[1]} "
                "-{\"application\":\"UCS\",\"port\":\"default\"}"_s});
    }

    void kinds_data()
    {
        QTest::addColumn<Topology>("before");
        QTest::addColumn<Topology>("after");
        QTest::addColumn<QStringList>("lines");

        const auto row = [](const char *name, const Build &before, const Build &after,
                             const QStringList &lines) {
            QTest::addRow("%s", name) << built(before) << built(after) << lines;
        };
        const Build none = [](auto &) {};
        row("every kind, added; sorted by kind and name", none,
            [](auto &b) {
                b.tenant(u"Acme");
                b.office(u"O");
                b.switchOf(u"Acme", u"S", u"O");
                b.host(u"ﬁ");
                b.host(u"😀");
                b.application(u"A", u"scs");
            },
            {u"+ application A"_s, u"+ host ﬁ"_s, u"+ host 😀"_s, u"+ switch S"_s,
                u"+ switching-office O"_s, u"+ tenant Acme"_s});
        row("removed", [](auto &b) { b.tenant(u"Acme"); }, none, {u"- tenant Acme"_s});
        row(
            "placeholders are no objects", [](auto &b) { b.application(u"A", u"scs").host(u"h"); },
            [](auto &b) { b.application(u"A", u"scs").host(u"h").connect(u"B"); },
            {u"~ application A; connections: +{\"application\":\"B\"}"_s});
        row(
            "a placeholder that is defined is new",
            [](auto &b) { b.application(u"A", u"scs").host(u"h").tenant(u"T"); },
            [](auto &b) {
                b.host(u"h");
                b.application(u"A", u"scs").host(u"h").tenant(u"T");
            },
            {u"+ host h"_s});
        row(
            "tenant", [](auto &b) { b.tenant(u"Acme"); },
            [](auto &b) { b.tenant(u"Acme").parent(u"Environment").disabled(); },
            {u"~ tenant Acme; parent: null > \"Environment\"; state: \"enabled\" > \"disabled\""_s});
        row(
            "host", [](auto &b) { b.host(u"h").address(u"10.0.0.1"); },
            [](auto &b) {
                auto &host = b.host(u"h");
                host.record.lcaPort = 4999;
                host.record.osType = u"linux"_s;
            },
            {u"~ host h; ipAddress: \"10.0.0.1\" > null; lcaPort: null > 4999; osType: null > \"linux\""_s});
        row(
            "another type of office", [](auto &b) { b.office(u"O", u"multimediaswitch"); },
            [](auto &b) { b.office(u"O", u"sipswitch"); },
            {u"~ switching-office O; type: \"multimediaswitch\" > \"sipswitch\""_s});
        row(
            "a switch is of its tenant", [](auto &b) { b.multimediaSwitch(u"Acme", u"MM"); },
            [](auto &b) { b.multimediaSwitch(u"Globex", u"MM"); },
            {u"+ switch MM"_s, u"- switch MM"_s});
        row(
            "a switch is of its office",
            [](auto &b) {
                b.tenant(u"Acme");
                b.office(u"O");
                b.office(u"P");
                b.switchOf(u"Acme", u"MM", u"O");
            },
            [](auto &b) {
                b.tenant(u"Acme");
                b.office(u"O");
                b.office(u"P");
                b.switchOf(u"Acme", u"MM", u"P").disabled();
            },
            {u"+ switch MM"_s, u"- switch MM"_s});
        row(
            "another type under the same name is another application",
            [](auto &b) { b.application(u"A", u"scs"); },
            [](auto &b) { b.application(u"A", u"statserver"); },
            {u"+ application A"_s, u"- application A"_s});
        row(
            "types that the enumeration lacks", [](auto &b) { b.application(u"A", u"foo"); },
            [](auto &b) { b.application(u"A", u"bar"); },
            {u"+ application A"_s, u"- application A"_s});
        row(
            "a connection to another type of the same name",
            [](auto &b) {
                b.application(u"A", u"scs");
                b.application(u"B", u"scs").connect(u"A");
            },
            [](auto &b) {
                b.application(u"A", u"statserver");
                b.application(u"B", u"scs").connect(u"A");
            },
            {u"+ application A"_s, u"- application A"_s});
        row(
            "of several alike the first with the first",
            [](auto &b) {
                b.application(u"A", u"scs").release(u"1");
                b.application(u"A", u"statserver").release(u"2");
                b.application(u"A", u"scs").release(u"3");
            },
            [](auto &b) {
                b.application(u"A", u"statserver").release(u"2");
                b.application(u"A", u"scs").release(u"3");
            },
            {u"- application A"_s, u"~ application A; release: \"1\" > \"3\""_s});
        row(
            "names compare exactly", [](auto &b) { b.tenant(u"Acme"); },
            [](auto &b) { b.tenant(u"acme"); }, {u"- tenant Acme"_s, u"+ tenant acme"_s});
    }
    void kinds()
    {
        QFETCH(Topology, before);
        QFETCH(Topology, after);
        auto lines = linesOf(differences(before, after, Matching::ByName));
        const auto isSigned = [](const QString &a, const QString &b) {
            return a.mid(2) == b.mid(2) && a < b;
        };
        for (qsizetype i = 1; i < lines.size();
             ++i) {  // Nothing is promised about the order of equal names.
            if (isSigned(lines[i], lines[i - 1]))
                lines.swapItemsAt(i, i - 1);
        }
        QTEST(lines, "lines");
    }

    void renamingIsOneDifference()
    {
        const auto before = withApplication([](auto &a) {
            a.tenant(u"Acme")
                .connect(u"UCS", u"default")
                .host(u"h1")
                .backup(u"UCS")
                .link(u"Acme", u"MM");
        });
        const auto rename = [](ObjectId object, const QString &name) {
            return [=](const Topology &t) { return setField(t, object, Field::Name, name); };
        };
        const auto after = edited(before,
            {rename(tenantNamed(before, u"Acme"), u"Acme Ltd"_s),
                rename(applicationNamed(before, u"UCS"), u"UCS_1"_s),
                rename(hostNamed(before, u"h1"), u"host-1"_s),
                rename(officeNamed(before, u"Multimedia"), u"Chat"_s),
                rename(switchNamed(before, u"Acme", u"MM"), u"MM_1"_s)});
        QCOMPARE(linesOf(differences(before, after, Matching::ById)),
            (QStringList {u"~ application UCS_1; name: \"UCS\" > \"UCS_1\""_s,
                u"~ host host-1; name: \"h1\" > \"host-1\""_s,
                u"~ switch MM_1; name: \"MM\" > \"MM_1\""_s,
                u"~ switching-office Chat; name: \"Multimedia\" > \"Chat\""_s,
                u"~ tenant Acme Ltd; name: \"Acme\" > \"Acme Ltd\""_s}));
    }

    /// A placeholder that goes with its last reference and comes back with the next has another id,
    /// and is the same.
    void placeholdersComeBack()
    {
        const auto before =
            withApplication([](auto &a) { a.tenant(u"Ghost").connect(u"Nobody").host(u"h9"); });
        const auto app = applicationNamed(before, u"App");
        auto after = edited(before,
            {[&](const Topology &t) { return setField(t, app, Field::Host, Value()); },
                [&](const Topology &t) { return unassignTenant(t, app, tenantNamed(t, u"Ghost")); },
                [&](const Topology &t) {
                    return disconnectFrom(t, app, applicationNamed(t, u"Nobody"), {});
                }});
        QCOMPARE(linesOf(differences(before, after, Matching::ById)),
            QStringList {
                u"~ application App; connections: -{\"application\":\"Nobody\"}; host: \"h9\" > null; "
                "tenants: -\"Ghost\""_s});
        Host host;
        host.id = HostId(after.nextId(Kind::Host));
        host.name = u"h9"_s;
        host.isPlaceholder = true;
        Tenant tenant;
        tenant.id = TenantId(after.nextId(Kind::Tenant));
        tenant.name = u"Ghost"_s;
        tenant.isPlaceholder = true;
        Application target;
        target.id = ApplicationId(after.nextId(Kind::Application));
        target.name = u"Nobody"_s;
        target.isPlaceholder = true;
        apply(after,
            Step {{},
                {AddObject {std::make_shared<Record>(host)},
                    AddObject {std::make_shared<Record>(tenant)},
                    AddObject {std::make_shared<Record>(target)},
                    SetField {app, Field::Host, Value(), host.id}, Assign {app, tenant.id},
                    Connect {app, connectionTo(target.id, {})}}});
        QVERIFY(hostNamed(after, u"h9") != hostNamed(before, u"h9"));
        QCOMPARE(linesOf(differences(before, after, Matching::ById)), QStringList());
    }

    /// A tenant that was deleted and made again is another one, whatever its name.
    void objectsDoNotComeBack()
    {
        const auto before = withApplication([](auto &a) { a.tenant(u"Acme"); });
        const auto app = applicationNamed(before, u"App");
        Tenant tenant;
        tenant.name = u"Acme"_s;
        const auto after = edited(before,
            {[](const Topology &t) { return removeObject(t, tenantNamed(t, u"Acme")); },
                [&](const Topology &t) { return addObject(t, tenant); },
                [&](const Topology &t) { return assignTenant(t, app, tenantNamed(t, u"Acme")); }});
        QVERIFY(linesOf(differences(before, after, Matching::ById))
                    .contains(u"~ application App; tenants: +\"Acme\" -\"Acme\""_s));
    }

    void jsonValues_data()
    {
        QTest::addColumn<QString>("a");
        QTest::addColumn<QString>("b");
        QTest::addColumn<bool>("same");
        QTest::addRow("order of keys")
            << u"{\"a\":1,\"b\":[true,null]}"_s << u"{\"b\":[true,null],\"a\":1}"_s << true;
        QTest::addRow("order in lists") << u"[1,2]"_s << u"[2,1]"_s << false;
        QTest::addRow("ways to write a number")
            << u"[100,0.5,-0,0]"_s << u"[1e2,5E-1,0,0.000]"_s << true;
        QTest::addRow("sign") << u"1"_s << u"-1"_s << false;
        QTest::addRow("long numbers")
            << u"12345678901234567890123"_s << u"12345678901234567890124"_s << false;
        QTest::addRow("text and number") << u"\"1\""_s << u"1"_s << false;
        QTest::addRow("escapes") << u"\"\\u0041\\/\""_s << u"\"A/\""_s << true;
        QTest::addRow("nested") << u"{\"a\":{\"x\":[],\"y\":{}}}"_s
                                << u"{\"a\":{\"y\":{},\"x\":[]}}"_s << true;
        QTest::addRow("null and false") << u"null"_s << u"false"_s << false;
        QTest::addRow("a list and what it holds") << u"[1]"_s << u"1"_s << false;
    }
    void jsonValues()
    {
        QFETCH(QString, a);
        QFETCH(QString, b);
        QTEST(isSameJson(a, b), "same");
    }

    void deepJson()
    {
        const auto deep = QString(10'000, u'[') + QString(10'000, u']');
        QVERIFY(isSameJson(deep, u' ' + deep));
    }
};

QTEST_APPLESS_MAIN(DifferenceTest)
#include "tst_difference.moc"
