// SPDX-License-Identifier: Apache-2.0
// Long because it is tables: about a row for each sentence of what a change asks for.
#include "models/plan/planner.h"
#include "models/topology/apply.h"
#include "models/topology/edits.h"
#include "tests/models/plan/planlines.h"
#include "tests/support/topologybuilder.h"

#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;

namespace {

using Build = std::function<void(TopologyBuilder &)>;

Topology built(const Build &build)
{
    TopologyBuilder b;
    b.tenant(u"Acme");
    b.tenant(u"Globex");
    b.tenant(u"Initech");
    build(b);
    return b.build();
}

QStringList planned(
    const Topology &before, const Topology &after, Matching matching = Matching::ByName)
{
    return linesOf(Planner(before, after, matching).plan());
}

Step stepOf(const Result<Step> &step)
{
    if (!step)
        qFatal("%s", qPrintable(step.error().message));
    return *step;
}

}  // namespace

class PlannerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// What one change of one application asks for.
    void states_data()
    {
        QTest::addColumn<Topology>("before");
        QTest::addColumn<Topology>("after");
        QTest::addColumn<QString>("line");

        using Change = std::function<void(ApplicationSketch &)>;
        const auto row = [](const char *name, const char *type, const Change &before,
                             const Change &after, const QString &line) {
            const auto with = [type](const Change &change) {
                return built(
                    [&](TopologyBuilder &b) { change(b.application(u"A", QLatin1String(type))); });
            };
            QTest::addRow("%s", name) << with(before) << with(after) << line;
        };
        const auto none = [](auto &) {};
        const auto acme = [](auto &a) { a.tenant(u"Acme"); };
        const auto both = [](auto &a) { a.tenants({u"Acme", u"Globex"}); };
        const auto at = [](QAnyStringView release, const Change &then) {
            return [text = release.toString(), then](ApplicationSketch &a) {
                a.release(text);
                then(a);
            };
        };
        const QString restart =
            u"1 restart A outage of Acme, Globex by Acme; tenants: +\"Globex\""_s;
        const QString notStated = u"- not-stated A; tenants: +\"Globex\""_s;
        const QString immediate = u"- immediate A; tenants: +\"Globex\""_s;

        row("SMS Server", "istransportserver", acme, both, restart);
        row(
            "SMS Server, other options", "istransportserver", none,
            [](auto &a) { a.option(u"channel-x", u"inbound-route", u"1"); },
            u"- not-stated A; options: {} > {\"channel-x\":{\"inbound-route\":\"1\"}}"_s);
        row("Social Messaging Server", "socialms", acme, both, restart);
        row("Interaction Server before 8.1.2", "interactionserver", at(u"8.1.101.03", acme),
            at(u"8.1.101.03", both), restart);
        row("Interaction Server 7.6", "interactionserver", at(u"7.6.0", acme), at(u"7.6.0", both),
            restart);
        row("Interaction Server 8.1.2", "interactionserver", at(u"8.1.2", acme), at(u"8.1.2", both),
            immediate);
        row("Interaction Server 8.1.201.07", "interactionserver", at(u"8.1.201.07", acme),
            at(u"8.1.201.07", both), immediate);
        row("Interaction Server 10", "interactionserver", at(u"10.0.0", acme), at(u"10.0.0", both),
            immediate);
        row("Interaction Server of unknown release", "interactionserver", acme, both, notStated);
        row("Interaction Server of no proper release", "interactionserver", at(u"8.1.12", acme),
            at(u"8.1.12", both), notStated);
        row("the working copy's release counts", "interactionserver", at(u"8.1.1", acme),
            at(u"8.1.4", both),
            u"- not-stated A; release: \"8.1.1\" > \"8.1.4\"; tenants: +\"Globex\""_s);
        row("the working copy's release is below", "interactionserver", at(u"8.1.4", acme),
            at(u"8.1.1", both),
            u"1 restart A outage of Acme, Globex by Acme; release: \"8.1.4\" > \"8.1.1\"; tenants: +\"Globex\""_s);
        row("under type tserver, before 8.1.2", "tserver",
            at(u"7.1.0", [=](auto &a) { acme(a.interactionComponent()); }),
            at(u"7.1.0", [=](auto &a) { both(a.interactionComponent()); }), restart);
        row("under type tserver, 8.1.4", "tserver",
            at(u"8.1.4", [=](auto &a) { acme(a.interactionComponent()); }),
            at(u"8.1.4", [=](auto &a) { both(a.interactionComponent()); }), immediate);
        row("a T-Server", "tserver", at(u"7.1.0", acme), at(u"7.1.0", both), notStated);
        row("Universal Contact Server", "contactserver", acme, both, notStated);
        row("a type that the enumeration lacks", "nosuchserver", acme, both, notStated);
        row(
            "another field", "istransportserver", none, [](auto &a) { a.release(u"8"); },
            u"- not-stated A; release: null > \"8\""_s);
        row(
            "restart before not stated, with all reasons", "istransportserver", both,
            [](auto &a) { a.release(u"8").disabled(); },
            u"1 restart A outage of Acme, Globex; release: null > \"8\"; state: \"enabled\" > \"disabled\"; "
            "tenants: -\"Acme\" -\"Globex\""_s);
        row("not stated before immediate", "interactionserver", at(u"8.1.4", acme),
            at(u"8.1.4", [=](auto &a) { both(a.port(u"p", 1)); }),
            u"- not-stated A; ports: [] > [{\"id\":\"p\",\"port\":1}]; tenants: +\"Globex\""_s);

        row(
            "channel: inbound-route added", "socialms", acme,
            [=](auto &a) { acme(a.option(u"channel-x", u"inbound-route", u"1:q")); },
            u"1 restart A outage of Acme by Acme; options: {} > {\"channel-x\":{\"inbound-route\":\"1:q\"}}"_s);
        row(
            "channel: driver-classname changed", "socialms",
            [](auto &a) { a.option(u"channel-x", u"driver-classname", u"a"); },
            [](auto &a) { a.option(u"channel-x", u"driver-classname", u"b"); },
            u"1 restart A outage; options: {\"channel-x\":{\"driver-classname\":\"a\"}} > "
            "{\"channel-x\":{\"driver-classname\":\"b\"}}"_s);
        row(
            "channel: inbound-route removed", "socialms",
            [](auto &a) {
                a.option(u"channel-", u"inbound-route", u"1").option(u"channel-", u"x", u"1");
            },
            [](auto &a) { a.option(u"channel-", u"x", u"1"); },
            u"1 restart A outage; options: {\"channel-\":{\"inbound-route\":\"1\"}} > {\"channel-\":{}}"_s);
        row(
            "channel: another option", "socialms", none,
            [](auto &a) { a.option(u"channel-x", u"Inbound-route", u"1"); },
            u"- not-stated A; options: {} > {\"channel-x\":{\"Inbound-route\":\"1\"}}"_s);
        row(
            "channel: another section", "socialms", none,
            [](auto &a) { a.option(u"Channel-x", u"inbound-route", u"1"); },
            u"- not-stated A; options: {} > {\"Channel-x\":{\"inbound-route\":\"1\"}}"_s);
        row(
            "channel: an empty value is none", "socialms", none,
            [](auto &a) { a.option(u"channel-x", u"inbound-route", u""); },
            u"- not-stated A; options: {} > {\"channel-x\":{\"inbound-route\":\"\"}}"_s);
        row(
            "channel: in the annex", "socialms", none,
            [](auto &a) { a.annex(u"channel-x", u"inbound-route", u"1"); },
            u"- not-stated A; annex: {} > {\"channel-x\":{\"inbound-route\":\"1\"}}"_s);
        row(
            "channel: another type", "chatserver", none,
            [](auto &a) { a.option(u"channel-x", u"inbound-route", u"1"); },
            u"- not-stated A; options: {} > {\"channel-x\":{\"inbound-route\":\"1\"}}"_s);

        row(
            "an undefined tenant", "istransportserver", none, [](auto &a) { a.tenant(u"Ghost"); },
            u"1 restart A outage of Ghost; tenants: +\"Ghost\""_s);
        row("no change at all", "socialms", acme,
            [=](auto &a) {
                acme(a.dbid(7).loadBalanced().annex(u"switchyard", u"component", u"x"));
            },
            {});
    }
    void states()
    {
        QFETCH(Topology, before);
        QFETCH(Topology, after);
        QFETCH(QString, line);
        const auto lines = line.isEmpty() ? QStringList() : QStringList {line};
        QCOMPARE(planned(before, after), lines);
        QCOMPARE(planned(before, after, Matching::ById), lines);
    }

    void plans_data()
    {
        QTest::addColumn<Topology>("before");
        QTest::addColumn<Topology>("after");
        QTest::addColumn<QStringList>("lines");

        const auto row = [](const char *name, const Build &before, const Build &after,
                             const QStringList &lines) {
            QTest::addRow("%s", name) << built(before) << built(after) << lines;
        };
        const auto sms = [](TopologyBuilder &b, QAnyStringView name) -> ApplicationSketch & {
            return b.application(name, u"istransportserver");
        };

        row(
            "new and gone", [](auto &b) { b.application(u"Old", u"scs").tenant(u"Acme"); },
            [](auto &b) { b.application(u"New", u"scs").tenant(u"Acme").disabled(); },
            {u"1 start New"_s, u"- stop Old"_s});
        row(
            "another type is a stop and a start", [](auto &b) { b.application(u"A", u"scs"); },
            [](auto &b) { b.application(u"A", u"statserver"); }, {u"1 start A"_s, u"- stop A"_s});
        row(
            "defining a placeholder is a start",
            [](auto &b) { b.application(u"A", u"scs").connect(u"B"); },
            [](auto &b) {
                b.application(u"A", u"scs").connect(u"B");
                b.application(u"B", u"scs");
            },
            {u"1 start B"_s});

        // Backups
        row(
            "a pair restarts together",
            [&](auto &b) {
                sms(b, u"A").tenant(u"Acme").backup(u"A_B").redundancy(Redundancy::Warm);
                sms(b, u"A_B").tenant(u"Acme");
            },
            [&](auto &b) {
                sms(b, u"A")
                    .tenants({u"Acme", u"Globex"})
                    .backup(u"A_B")
                    .redundancy(Redundancy::Warm);
                sms(b, u"A_B").tenant(u"Acme");
            },
            {u"1 restart A_B none; tenants: +\"Globex\""_s,
                u"1 restart A switchover of Acme, Globex by Acme; tenants: +\"Globex\""_s});
        row(
            "a backup's own list alone is not stated",
            [&](auto &b) {
                sms(b, u"A").tenant(u"Acme").backup(u"A_B");
                sms(b, u"A_B").tenant(u"Acme");
            },
            [&](auto &b) {
                sms(b, u"A").tenant(u"Acme").backup(u"A_B");
                sms(b, u"A_B").tenant(u"Globex");
            },
            {u"- not-stated A_B; tenants: +\"Globex\" -\"Acme\""_s});
        row(
            "a backup of another type is judged by its own",
            [&](auto &b) {
                sms(b, u"A").tenant(u"Acme").backup(u"B");
                b.application(u"B", u"contactserver");
            },
            [&](auto &b) {
                sms(b, u"A").tenant(u"Globex").backup(u"B");
                b.application(u"B", u"contactserver");
            },
            {u"1 restart A outage of Acme, Globex; tenants: +\"Globex\" -\"Acme\""_s,
                u"- not-stated B; tenants: +\"Globex\" -\"Acme\""_s});
        row(
            "of several primaries the first by name",
            [&](auto &b) {
                sms(b, u"P2").tenant(u"Acme").backup(u"B");
                sms(b, u"P1").tenant(u"Globex").backup(u"B");
                sms(b, u"B").tenant(u"Acme");
            },
            [&](auto &b) {
                sms(b, u"P2").tenant(u"Initech").backup(u"B");
                sms(b, u"P1").tenant(u"Globex").backup(u"B");
                sms(b, u"B").tenant(u"Acme");
            },
            {u"1 restart P2 outage of Acme, Initech; tenants: +\"Initech\" -\"Acme\""_s});
        row(
            "a chain of backups",
            [&](auto &b) {
                sms(b, u"C").tenant(u"Initech");
                sms(b, u"B").tenant(u"Globex").backup(u"C");
                sms(b, u"A").tenant(u"Acme").backup(u"B");
            },
            [&](auto &b) {
                sms(b, u"C").tenant(u"Initech");
                sms(b, u"B").tenant(u"Globex").backup(u"C");
                sms(b, u"A").backup(u"B");
            },
            {u"1 restart B none; tenants: -\"Acme\""_s, u"1 restart C none; tenants: -\"Acme\""_s,
                u"1 restart A outage of Acme; tenants: -\"Acme\""_s});
        row(
            "members of a circle keep their own lists",
            [&](auto &b) {
                sms(b, u"A").tenant(u"Acme").backup(u"B");
                sms(b, u"B").tenant(u"Globex").backup(u"A").disabled();
            },
            [&](auto &b) {
                sms(b, u"A").tenant(u"Initech").backup(u"B");
                sms(b, u"B").tenant(u"Globex").backup(u"A").disabled();
            },
            {u"1 restart A none; tenants: +\"Initech\" -\"Acme\""_s});
        row(
            "members of a circle keep their own lists, whoever else names them",
            [&](auto &b) {
                sms(b, u"0").tenant(u"Acme").backup(u"B");
                sms(b, u"A").backup(u"B");
                sms(b, u"B").backup(u"A");
            },
            [&](auto &b) {
                sms(b, u"0").tenant(u"Globex").backup(u"B");
                sms(b, u"A").backup(u"B");
                sms(b, u"B").backup(u"A");
            },
            {u"1 restart 0 outage of Acme, Globex; tenants: +\"Globex\" -\"Acme\""_s});
        row(
            "a circle that is cut",
            [&](auto &b) {
                sms(b, u"A").tenant(u"Acme").backup(u"B");
                sms(b, u"B").tenant(u"Globex").backup(u"A");
            },
            [&](auto &b) {
                sms(b, u"A").tenant(u"Acme").backup(u"B");
                sms(b, u"B").tenant(u"Globex");
            },
            {u"1 restart B none; backup: \"A\" > null; tenants: +\"Acme\" -\"Globex\""_s});
        row(
            "one that names itself is no backup",
            [&](auto &b) { sms(b, u"A").tenant(u"Acme").backup(u"A").redundancy(Redundancy::Hot); },
            [&](auto &b) { sms(b, u"A").backup(u"A").redundancy(Redundancy::Hot); },
            {u"1 restart A outage of Acme; tenants: -\"Acme\""_s});
        row(
            "becoming a backup",
            [&](auto &b) {
                sms(b, u"A").tenant(u"Acme");
                sms(b, u"B").tenant(u"Globex");
            },
            [&](auto &b) {
                sms(b, u"A").tenant(u"Acme").backup(u"B");
                sms(b, u"B").tenant(u"Globex");
            },
            {u"1 restart B none; tenants: +\"Acme\" -\"Globex\""_s,
                u"- not-stated A; backup: null > \"B\""_s});
        row(
            "a backup no more, with the same list in effect",
            [&](auto &b) {
                sms(b, u"A").tenant(u"Acme").backup(u"B");
                sms(b, u"B").tenant(u"Acme");
            },
            [&](auto &b) {
                sms(b, u"A").tenant(u"Acme");
                sms(b, u"B").tenant(u"Acme");
            },
            {u"- not-stated A; backup: \"B\" > null"_s});

        // Interruption
        const auto interruption = [&](const char *name, const Build &rest, Redundancy redundancy,
                                      const QString &expected) {
            row(
                name,
                [&](auto &b) {
                    sms(b, u"A").backup(u"B").redundancy(redundancy);
                    rest(b);
                },
                [&](auto &b) {
                    sms(b, u"A").tenant(u"Acme").backup(u"B").redundancy(redundancy);
                    rest(b);
                },
                {u"1 restart A %1 of Acme; tenants: +\"Acme\""_s.arg(expected)});
        };
        const auto enabledBackup = [](TopologyBuilder &b) {
            b.application(u"B", u"interactionserver").release(u"8.1.4");
            b.application(u"0", u"scs")
                .backup(u"B");  // So that B's list in effect stays what it is.
        };
        interruption("hot standby", enabledBackup, Redundancy::Hot, u"switchover"_s);
        interruption("warm standby", enabledBackup, Redundancy::Warm, u"switchover"_s);
        interruption("cold standby", enabledBackup, Redundancy::Cold, u"outage"_s);
        interruption("no redundancy", enabledBackup, Redundancy::None, u"outage"_s);
        interruption(
            "a disabled backup",
            [](TopologyBuilder &b) {
                b.application(u"B", u"scs").disabled();
                b.application(u"0", u"scs").backup(u"B");
            },
            Redundancy::Hot, u"outage"_s);
        interruption(
            "an undefined backup", [](TopologyBuilder &) {}, Redundancy::Hot, u"outage"_s);

        // Waves
        row(
            "waves follow connections", [](auto &) {},
            [](auto &b) {
                b.application(u"A", u"scs").connect(u"B").connect(u"C");
                b.application(u"B", u"scs").connect(u"C");
                b.application(u"C", u"scs").connect(u"C");
                b.application(u"D", u"scs").connect(u"Nobody");
            },
            {u"1 start C"_s, u"1 start D"_s, u"2 start B after C"_s, u"3 start A after B, C"_s});
        row(
            "only rows that restart or start count",
            [](auto &b) {
                b.application(u"M", u"scs").connect(u"Z");
                b.application(u"Gone", u"scs");
            },
            [](auto &b) {
                b.application(u"A", u"scs").connect(u"M");
                b.application(u"M", u"scs").connect(u"Z").release(u"8");
                b.application(u"Z", u"scs");
            },
            {u"1 start A"_s, u"1 start Z"_s, u"- stop Gone"_s,
                u"- not-stated M; release: null > \"8\""_s});
        row(
            "a pair is one unit", [](auto &) {},
            [](auto &b) {
                b.application(u"A", u"scs").backup(u"A_B").connect(u"A_B");
                b.application(u"A_B", u"scs").connect(u"X");
                b.application(u"C", u"scs").connect(u"A");
                b.application(u"X", u"scs");
            },
            {u"1 start X"_s, u"2 start A_B after X"_s, u"2 start A"_s, u"3 start C after A"_s});
        row(
            "two primaries of one backup are one unit", [](auto &) {},
            [](auto &b) {
                b.application(u"A1", u"scs").backup(u"B").connect(u"X");
                b.application(u"A2", u"scs").backup(u"B");
                b.application(u"B", u"scs");
                b.application(u"X", u"scs").connect(u"Y");
                b.application(u"Y", u"scs");
            },
            {u"1 start Y"_s, u"2 start X after Y"_s, u"3 start B"_s, u"3 start A1 after X"_s,
                u"3 start A2"_s});
        row(
            "a circle of connections is one unit", [](auto &) {},
            [](auto &b) {
                b.application(u"A", u"scs").connect(u"B");
                b.application(u"B", u"scs").connect(u"C").connect(u"X");
                b.application(u"C", u"scs").connect(u"A");
                b.application(u"D", u"scs").connect(u"C");
                b.application(u"X", u"scs");
            },
            {u"1 start X"_s, u"2 start A"_s, u"2 start B after X"_s, u"2 start C"_s,
                u"3 start D after C"_s});
        row(
            "a circle through a pair", [](auto &) {},
            [](auto &b) {
                b.application(u"A", u"scs").backup(u"A_B").connect(u"B");
                b.application(u"A_B", u"scs");
                b.application(u"B", u"scs").connect(u"A_B");
            },
            {u"1 start A_B"_s, u"1 start A"_s, u"1 start B"_s});
        row(
            "a stopped backup comes first",
            [](auto &b) {
                b.application(u"A", u"scs").backup(u"Z");
                b.application(u"Z", u"scs");
            },
            [](auto &) {}, {u"- stop Z"_s, u"- stop A"_s});
        row(
            "by action where names are equal", [](auto &b) { b.application(u"A", u"scs"); },
            [](auto &b) {
                b.application(u"A", u"scs").release(u"1");
                b.application(u"A", u"statserver");
            },
            {u"1 start A"_s, u"- not-stated A; release: null > \"1\""_s});
        row(
            "names by code point", [](auto &) {},
            [](auto &b) {
                b.application(u"😀", u"scs");
                b.application(u"ﬁ", u"scs");
                b.application(u"a", u"scs");
                b.application(u"B", u"scs");
            },
            {u"1 start B"_s, u"1 start a"_s, u"1 start ﬁ"_s, u"1 start 😀"_s});
    }
    void plans()
    {
        QFETCH(Topology, before);
        QFETCH(Topology, after);
        QTEST(planned(before, after), "lines");
    }

    void summary()
    {
        const auto before = built([](auto &b) {
            b.application(u"S1", u"istransportserver").tenants({u"Acme", u"Ghost"});
            b.application(u"S2", u"istransportserver")
                .tenant(u"Acme")
                .backup(u"S2_B")
                .redundancy(Redundancy::Warm);
            b.application(u"S2_B", u"istransportserver");
            b.application(u"I", u"interactionserver").release(u"8.1.4");
            b.application(u"U", u"contactserver");
            b.application(u"Gone", u"scs");
            b.host(u"h");
        });
        const auto after = built([](auto &b) {
            b.application(u"S1", u"istransportserver").tenants({u"Acme"});
            b.application(u"S2", u"istransportserver")
                .tenant(u"Globex")
                .backup(u"S2_B")
                .redundancy(Redundancy::Warm);
            b.application(u"S2_B", u"istransportserver");
            b.application(u"I", u"interactionserver").release(u"8.1.4").tenant(u"Initech");
            b.application(u"U", u"contactserver").tenant(u"Initech");
            b.application(u"New", u"scs");
            b.application(u"New2", u"scs");
        });
        // S2_B restarts with its primary, but is itself the same.
        QCOMPARE(lineOf(Planner(before, after, Matching::ByName).summary()),
            u"3 restarts, 2 starts, 1 stops, 1 immediate, 1 not stated, 3 tenants, 8 changes"_s);
        QCOMPARE(differences(before, after, Matching::ByName).size(), 8);
    }

    /// Tenants of one name are two inside a document, and one in files.
    void tenantsOfOneName()
    {
        const auto before = built([](auto &b) {
            b.tenant(u"Acme ");
            b.application(u"A", u"istransportserver").tenants({u"Acme", u"Acme "});
        });
        auto after = before;
        apply(after, stepOf(setField(after, tenantNamed(after, u"Acme "), Field::Name, u"Acme"_s)));
        apply(after,
            stepOf(
                assignTenant(after, applicationNamed(after, u"A"), tenantNamed(after, u"Globex"))));
        QCOMPARE(planned(before, after, Matching::ById),
            QStringList {
                u"1 restart A outage of Acme, Acme, Globex by Acme, Acme; tenants: +\"Globex\""_s});
        QCOMPARE(Planner(before, after, Matching::ById).summary().tenantsInterrupted, 3);
        QCOMPARE(planned(before, after, Matching::ByName),
            QStringList {
                u"1 restart A outage of Acme, Acme , Globex by Acme; tenants: +\"Globex\" -\"Acme \""_s});
    }

    void deletedTenants()
    {
        const auto before = built([](auto &b) {
            b.application(u"A", u"istransportserver").tenants({u"Acme", u"Globex"});
        });
        auto after = before;
        apply(after, stepOf(removeObject(after, tenantNamed(after, u"Acme"))));
        QCOMPARE(planned(before, after, Matching::ById),
            QStringList {u"1 restart A outage of Acme, Globex by Globex; tenants: -\"Acme\""_s});
        // In a file the list may still name it: nothing has changed for the server.
        TopologyBuilder file;
        file.tenant(u"Globex");
        file.tenant(u"Initech");
        file.application(u"A", u"istransportserver").tenants({u"Acme", u"Globex"});
        QCOMPARE(planned(before, file.build()), QStringList());
    }

    void renaming()
    {
        const auto before = built([](auto &b) {
            b.application(u"A", u"istransportserver").tenant(u"Acme").connect(u"U").backup(u"B");
            b.application(u"B", u"istransportserver").tenant(u"Acme").connect(u"U");
            b.application(u"U", u"contactserver");
        });
        auto after = before;
        apply(after,
            stepOf(setField(after, tenantNamed(after, u"Acme"), Field::Name, u"Acme Ltd"_s)));
        QCOMPARE(planned(before, after, Matching::ById), QStringList());
        apply(after, stepOf(setField(after, applicationNamed(after, u"U"), Field::Name, u"UCS"_s)));
        apply(after, stepOf(setField(after, applicationNamed(after, u"B"), Field::Name, u"A_B"_s)));
        QCOMPARE(planned(before, after, Matching::ById),
            (QStringList {u"- not-stated A_B; name: \"B\" > \"A_B\""_s,
                u"- not-stated UCS; name: \"U\" > \"UCS\""_s}));
    }

    /// A placeholder's id may be defined anew as another type: both a stop and a start.
    void anotherTypeUnderOneId()
    {
        const auto before = built([](auto &b) {
            b.application(u"A", u"scs");
            b.application(u"C", u"scs").connect(u"A");
        });
        auto after = before;
        auto record = before.application(applicationNamed(before, u"A"));
        const auto was = std::make_shared<Record>(record);
        record.type = ApplicationType::fromToken(u"statserver"_s);
        Planner planner(before, after, Matching::ById);
        const Step step {{}, {ReplaceObject {was, std::make_shared<Record>(record)}}};
        apply(after, step);
        QCOMPARE(planner.update(step.edits).applications, QList {record.id});
        QCOMPARE(linesOf(planner.plan()), (QStringList {u"1 start A"_s, u"- stop A"_s}));
        QCOMPARE(planner.rows(), QList {record.id});
        QCOMPARE(planner.row(record.id)->action, Action::Start);
        QCOMPARE(lineOf(planner.summary()),
            u"0 restarts, 1 starts, 1 stops, 0 immediate, 0 not stated, 0 tenants, 2 changes"_s);
    }

    void followsEdits()
    {
        const auto before = built([](auto &b) {
            b.application(u"A", u"istransportserver").tenant(u"Acme").backup(u"A_B");
            b.application(u"A_B", u"istransportserver");
            b.host(u"h");
        });
        auto working = before;
        Planner planner(before, working, Matching::ById);
        const auto a = applicationNamed(working, u"A");
        const auto backup = applicationNamed(working, u"A_B");
        const ObjectId host = hostNamed(working, u"h");
        const auto take = [&](const Result<Step> &step) {
            apply(working, stepOf(step));
            auto ids = planner.update(step->edits).applications;
            std::sort(ids.begin(), ids.end());
            return ids;
        };
        QVERIFY(!planner.row(a));
        QCOMPARE(
            take(assignTenant(working, a, tenantNamed(working, u"Globex"))), (QList {a, backup}));
        QCOMPARE(planner.row(a)->action, Action::Restart);
        QCOMPARE(planner.row(a)->interruption, Interruption::Outage);
        QCOMPARE(planner.row(a)->interrupted,
            (QList {tenantNamed(working, u"Acme"), tenantNamed(working, u"Globex")}));
        QCOMPARE(planner.row(a)->bystanders, QList {tenantNamed(working, u"Acme")});
        QCOMPARE(planner.row(backup)->interruption, Interruption::None);
        QVERIFY(planner.change(a) == ObjectDifference::Change::Modified);
        QVERIFY(!planner.change(backup));

        QCOMPARE(take(setField(working, a, Field::Redundancy, Redundancy::Hot)), QList {a});
        QCOMPARE(planner.row(a)->interruption, Interruption::Switchover);
        QCOMPARE(take(setField(working, backup, Field::State, ObjectState::Disabled)),
            (QList {a, backup}));
        QCOMPARE(planner.row(a)->interruption, Interruption::Outage);

        QCOMPARE(take(removeObject(working, host)), QList<ApplicationId>());
        QVERIFY(planner.change(host) == ObjectDifference::Change::Removed);
        QCOMPARE(take(removeObject(working, backup)), (QList {a, backup}));
        QCOMPARE(planner.row(backup)->action, Action::Stop);
        QCOMPARE(planner.summary().changes, 3);
    }

    /// Neither a chain of connections nor one of backups may exhaust the stack, and both stay
    /// linear.
    void longChains()
    {
        constexpr quint32 length = 100'000;
        Topology::Parts parts;
        parts.tenants.insert(Topology::environmentTenant());
        for (quint32 i = 0; i < length; ++i) {
            Application application;
            application.id = ApplicationId(i);
            application.name = u"A%1"_s.arg(i, 6, 10, QLatin1Char('0'));
            application.type = ApplicationType::SmsServer;
            if (i + 1 < length) {
                application.connections = {{ApplicationId(i + 1), {}, {}, {}, {}, {}, {}}};
                application.backup = ApplicationId((i + 1) % length);
            }
            if (i == 0)
                application.tenants = {Topology::environment};
            parts.applications.insert(application);
        }
        const auto chain = *Topology::fromParts(parts);
        auto last = chain;
        apply(last, Unassign {ApplicationId(0), Topology::environment});
        QCOMPARE(Planner(chain, last, Matching::ById).summary().restarts, int(length));

        for (quint32 i = 0; i < length; ++i)
            parts.applications.edit(ApplicationId(i)).backup.reset();
        const auto connected = *Topology::fromParts(parts);
        const auto plan = Planner(Topology(), connected, Matching::ById).plan();
        QCOMPARE(plan.instances.constFirst().name, u"A099999"_s);
        QCOMPARE(*plan.instances.constLast().wave, int(length));

        parts.applications.edit(ApplicationId(length - 1)).connections = {
            {ApplicationId(0), {}, {}, {}, {}, {}, {}}};
        const auto circle = *Topology::fromParts(parts);
        QCOMPARE(*Planner(Topology(), circle, Matching::ById).plan().instances.constLast().wave, 1);
    }
};

QTEST_APPLESS_MAIN(PlannerTest)
#include "tst_planner.moc"
