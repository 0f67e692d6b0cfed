// SPDX-License-Identifier: Apache-2.0
#include "tests/models/plan/plansite.h"

#include <QTest>

using namespace Qt::StringLiterals;

class PlannerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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
};

QTEST_APPLESS_MAIN(PlannerTest)
#include "tst_planner.moc"
