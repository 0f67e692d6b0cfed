// SPDX-License-Identifier: Apache-2.0
#include "models/report/htmlwriter.h"
#include "models/report/markdownwriter.h"
#include "models/report/runbookoutline.h"
#include "models/report/topologyreport.h"
#include "tests/support/topologybuilder.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const Letterhead letterhead {
    u"a.switchyard"_s, u"Switchyard 1.2"_s, QDateTime({2026, 5, 12}, {22, 30}, Qt::UTC)};

QStringList headingsOf(const Outline &outline, int level = 1)
{
    QStringList texts;
    for (const auto &part : outline.parts) {
        if (const auto *heading = std::get_if<Outline::Heading>(&part);
            heading && heading->level == level)
            texts.append(heading->text);
    }
    return texts;
}

QStringList tasksOf(const Outline &outline)
{
    QStringList texts;
    for (const auto &part : outline.parts) {
        if (const auto *task = std::get_if<Outline::Task>(&part))
            texts.append(u"%1. %2"_s.arg(QString::number(task->number), task->title));
    }
    return texts;
}

const Outline::Table *tableAfter(const Outline &outline, const QString &heading)
{
    bool isThere = false;
    for (const auto &part : outline.parts) {
        if (const auto *each = std::get_if<Outline::Heading>(&part))
            isThere = each->text == heading;
        else if (const auto *table = std::get_if<Outline::Table>(&part); table && isThere)
            return table;
    }
    return nullptr;
}

QString verdictOf(const Outline &outline)
{
    return std::get<Outline::Paragraph>(outline.parts.first()).text;
}

QString textOf(const Outline &outline)
{
    return QString::fromUtf8(markdownOf(outline));
}

Outline reportOn(const Topology &topology, const Topology *baseline = nullptr)
{
    return reportOutline({letterhead, topology, baseline, {2026, 5, 12}});
}

/// Many tenants, each with a server of its own, and one server for all of them.
Topology crowd(int number)
{
    TopologyBuilder b;
    QStringList names;
    for (int i = 0; i < number; ++i) {
        names.append(u"T%1"_s.arg(i));
        b.tenant(names.last());
    }
    auto &shared = b.application(u"Shared", u"chatserver");
    for (const auto &name : names) {
        shared.tenant(name);
        b.application(u"Email_"_s + name, u"emailserver").tenant(name);
    }
    return b.build();
}

}  // namespace

class ReportsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runbookOfNothing()
    {
        const auto outline = runbookOutline({}, letterhead);
        QCOMPARE(verdictOf(outline), u"Nothing to do"_s);
        QCOMPARE(headingsOf(outline), QStringList());
        Runbook left;
        left.pending = {u"SMS_9"_s};
        QCOMPARE(
            tasksOf(runbookOutline(left, letterhead)), QStringList {u"1. ↻! Pending: SMS_9"_s});
        QVERIFY(textOf(outline).contains(u"2026-05-12 22:30 UTC, by Switchyard 1.2"_s));
        QVERIFY(!textOf(outline).contains(u"Revision"_s));
    }

    void runbookOfEverything()
    {
        Runbook runbook;
        const auto step = [](const QString &name, Action action) {
            RunbookStep made;
            made.application = name;
            made.action = action;
            made.check = u"Look."_s;
            return made;
        };
        runbook.undecided = {step(u"UCS_1"_s, Action::NotStated)};
        runbook.pending = {u"SMS_9"_s};
        using Kind = ManualStep::Kind;
        const auto byHand = [](Kind kind, ManualStep::Order order, const QString &action) {
            return ManualStep {
                u"Application Old"_s, action, u"So."_s, kind, order, ApplicationId(0), {}};
        };
        runbook.manual = {byHand(Kind::Rename, ManualStep::Order::BeforeImport, u"Rename it."_s),
            byHand(Kind::Remove, ManualStep::Order::AfterImport, u"Delete it."_s),
            byHand(Kind::Clear, ManualStep::Order::AfterImport, u"Clear it."_s)};
        runbook.waves = {{1, {step(u"SMS_1"_s, Action::Restart)}},
            {2, {step(u"Chat_9"_s, Action::Start), step(u"SMS_2"_s, Action::Restart)}}};
        runbook.waves[1].steps[1].interruption = Interruption::Switchover;
        runbook.waves[1].steps[1].interrupted = {u"Acme"_s, u"Globex"_s};
        runbook.waves[1].steps[1].bystanders = {u"Globex"_s};
        runbook.immediate = {step(u"Ixn_1"_s, Action::Immediate)};
        runbook.stops = {step(u"Chat_1"_s, Action::Stop)};
        runbook.interrupted = {u"Acme"_s, u"Globex"_s};
        runbook.webApiServers = {u"Web_1"_s};
        runbook.backOut = {{u"SMS_1"_s, Action::Restart, 1, {}}};
        auto second = letterhead;
        second.revision = 13;
        second.comment = u"Night of 12 May"_s;
        second.since = 9;
        const auto outline = runbookOutline(runbook, second);
        QCOMPARE(headingsOf(outline),
            (QStringList {u"Before the change"_s, u"Still to be done"_s, u"The configuration"_s,
                u"Wave 1"_s, u"Wave 2"_s, u"Takes effect at once"_s, u"Stop"_s, u"Delete"_s,
                u"Afterwards"_s, u"The way back as a whole"_s, u"Sign-off"_s}));
        QCOMPARE(tasksOf(outline),
            (QStringList {u"1. Keep the configuration as it is now"_s,
                u"2. Tell those who will be interrupted"_s, u"3. ? Not stated: UCS_1"_s,
                u"4. ↻! Pending: SMS_9"_s, u"5. By hand: Rename it."_s,
                u"6. Write the exported configuration"_s, u"7. By hand: Clear it."_s,
                u"8. ↻ Restart SMS_1"_s, u"9. + Start Chat_9"_s, u"10. ↻ Restart SMS_2"_s,
                u"11. ⚡ Immediate: Ixn_1"_s, u"12. – Stop Chat_1"_s, u"13. By hand: Delete it."_s,
                u"14. Clients of Web_1 send the tenant parameter"_s, u"15. Declare this deployed"_s,
                u"16. Write the configuration that was kept"_s, u"17. ↻ Restart SMS_1 (wave 1)"_s,
                u"18. Delete by hand what this change has created"_s}));
        const auto text = textOf(outline);
        QVERIFY(text.contains(u"**Interrupts:** Switchover for Acme, Globex (bystander)\n"_s));
        QVERIFY(text.contains(u"**Way back:** Give it its old name back: Application Old.\n"_s));
        QVERIFY(text.contains(u"**Before:** It is stopped; its step is above.\n"_s));
        QVERIFY(text.contains(u"**Changes:** since revision 9\n"_s));
        QVERIFY(text.contains(u"**Revision:** 13, Night of 12 May\n"_s));
        QVERIFY(text.contains(u"parameter tenant with every request"_s));
        // The same on paper and on screens.
        QCOMPARE(htmlOf(outline).count("type=\"checkbox\""), 18);
    }

    /// All steps are there, however many; reminders become one.
    void largeRunbook()
    {
        Runbook runbook;
        runbook.waves = {{1, QList<RunbookStep>(3000)}};
        for (int i = 0; i < 300; ++i)
            runbook.webApiServers.append(u"Web_%1"_s.arg(i));
        const auto outline = runbookOutline(runbook, letterhead);
        QCOMPARE(textOf(outline).count(u"↻ Restart"_s), 3000);
        QVERIFY(tasksOf(outline).contains(
            u"3003. Clients of all 300 Web API Servers send the tenant parameter"_s));
        QVERIFY(textOf(outline).contains(u"and 100 more"_s));
    }

    void readiness_data()
    {
        QTest::addColumn<Topology>("topology");
        QTest::addColumn<QString>("verdict");
        TopologyBuilder error;
        error.tenant(u"Acme");
        error.tenant(u"Globex");
        error.application(u"Email_1", u"emailserver").tenants({u"Acme", u"Globex"});
        TopologyBuilder warning;
        warning.tenant(u"Acme");
        warning.application(u"Chat_1", u"chatserver").tenant(u"Acme").redundancy(Redundancy::Warm);
        QTest::addRow("nothing") << Topology() << u"✔ Ready."_s;
        QTest::addRow("an error") << error.build() << u"✖ Not ready: 1 error stands."_s;
        QTest::addRow("a warning") << warning.build() << u"✔ Ready, with 1 warning."_s;
    }

    void readiness()
    {
        QFETCH(Topology, topology);
        QFETCH(QString, verdict);
        QCOMPARE(verdictOf(reportOn(topology)), verdict);
    }

    void reportSections()
    {
        const Topology topology;
        QCOMPARE(headingsOf(reportOn(topology)),
            (QStringList {
                u"Topology"_s, u"Assignments"_s, u"Findings"_s, u"Waivers"_s, u"Readings"_s}));
        QCOMPARE(headingsOf(reportOn(topology, &topology)),
            (QStringList {u"Topology"_s, u"Assignments"_s, u"Findings"_s, u"Waivers"_s,
                u"Readings"_s, u"Changes since the baseline"_s, u"Restart plan"_s}));
    }

    void assignments()
    {
        TopologyBuilder b;
        b.tenant(u"Acme");
        b.tenant(u"Globex");
        b.application(u"SMS_1", u"istransportserver").tenants({u"Acme", u"Globex"});
        b.application(u"Chat_1", u"chatserver").tenant(u"Globex");
        b.application(u"DAP_2", u"genericserver").tenant(u"Environment");
        b.application(u"DAP_1", u"genericserver").tenant(u"Environment");
        b.application(u"GUI_1", u"genericserver");
        b.application(u"Ixn_1", u"interactionserver").tenant(u"Undefined");
        const auto outline = reportOn(b.build());
        const auto *table = tableAfter(outline, u"By server"_s);
        QVERIFY(table);
        QCOMPARE(table->head,
            (QStringList {u"Server"_s, u"Type"_s, u"Acme"_s, u"Globex"_s, u"Undefined"_s}));
        QCOMPARE(table->rows,
            (QList<QStringList> {{u"Chat_1"_s, u"Chat Server"_s, u""_s, u"●"_s, u""_s},
                {u"Ixn_1"_s, u"Interaction Server"_s, u""_s, u""_s, u"●"_s},
                {u"SMS_1"_s, u"SMS Server"_s, u"●"_s, u"●"_s, u""_s}}));
        const auto text = textOf(outline);
        QVERIFY(text.contains(u"**In Environment alone:** DAP\\_1, DAP\\_2\n"_s));
        QVERIFY(text.contains(u"**Without a tenant:** GUI\\_1\n"_s));
    }

    void manyTenants()
    {
        const auto topology = crowd(50);
        const auto outline = reportOn(topology);
        const auto *table = tableAfter(outline, u"By server"_s);
        QVERIFY(table);
        QCOMPARE(table->head, (QStringList {u"Server"_s, u"Type"_s, u"Tenants"_s}));
        QCOMPARE(table->rows.size(), 51);
        QVERIFY(table->rows[0][2].endsWith(u" and 10 more"_s));
    }

    void manyServers()
    {
        const auto topology = crowd(500);
        const auto outline = reportOn(topology);
        const auto *table = tableAfter(outline, u"By server"_s);
        QVERIFY(table);
        QCOMPARE(table->rows.size(), 100);
        QCOMPARE(table->rows[0][0], u"Shared"_s);
        QVERIFY(textOf(outline).contains(u"… and 401 more."_s));
    }

    void waivers()
    {
        TopologyBuilder b;
        b.tenant(u"Acme");
        auto parts = Topology::Parts {};
        const auto plain = b.build();
        parts.tenants = plain.tenants();
        parts.waivers = {{{u"tenant-none"_s, TenantId(1), {}, {}}, u"Old | one"_s, u"Ann"_s,
            QDate(2026, 5, 11), u"What it said"_s}};
        const auto topology = Topology::fromParts(std::move(parts));
        QVERIFY(topology);
        const auto outline = reportOn(*topology);
        const auto *table = tableAfter(outline, u"Waivers"_s);
        QVERIFY(table);
        QCOMPARE(table->rows,
            (QList<QStringList> {{u"⊘ tenant-none: What it said"_s, u"Old | one"_s, u"Ann"_s,
                u"2026-05-11"_s, u"stale, nothing is found any more"_s}}));
    }

    void readings()
    {
        const Topology topology;
        const auto outline = reportOn(topology);
        const auto *table = tableAfter(outline, u"Readings"_s);
        QVERIFY(table);
        QVERIFY(table->rows.size() > 10);
        for (const auto &row : table->rows)
            QVERIFY(!row[1].isEmpty());
        QVERIFY(textOf(outline).contains(u"several tenants on one server: warn"_s));
    }

    void siteAnswers()
    {
        auto parts = Topology::Parts {};
        parts.tenants = Topology().tenants();
        parts.siteAnswers = {{u"chatserver"_s, u"options"_s, SiteAnswer::Effect::Restart,
            u"Tried it"_s, u"Ann"_s, QDate(2026, 5, 11)}};
        const auto topology = Topology::fromParts(std::move(parts));
        QVERIFY(topology);
        const auto outline = reportOn(*topology);
        const auto *table = tableAfter(outline, u"The site's answers"_s);
        QVERIFY(table);
        QCOMPARE(table->rows,
            (QList<QStringList> {{u"Chat Server"_s, u"options"_s, u"↻ Restart"_s, u"Tried it"_s,
                u"Ann, 2026-05-11"_s}}));
    }

    void changesAndPlan()
    {
        TopologyBuilder before;
        TopologyBuilder after;
        for (auto *b : {&before, &after}) {
            b->tenant(u"Acme");
            b->tenant(u"Globex");
            auto &sms = b->application(u"SMS_1", u"istransportserver").tenant(u"Acme");
            sms.option(u"s", u"password", b == &before ? u"hunter1" : u"hunter2");
            if (b == &after)
                sms.tenant(u"Globex");
        }
        const auto baseline = before.build();
        const auto topology = after.build();
        const auto outline = reportOn(topology, &baseline);
        QCOMPARE(tableAfter(outline, u"Changes since the baseline"_s)->rows,
            (QList<QStringList> {{u"SMS_1"_s, u"Application"_s, u"✎ Changed"_s,
                u"Options: s/password: ••• → •••; Tenants: +Globex"_s}}));
        QCOMPARE(tableAfter(outline, u"Restart plan"_s)->rows,
            (QList<QStringList> {{u"↻ Restart SMS_1"_s, u"1"_s,
                u"Options: s/password: ••• → •••; Tenants: +Globex"_s,
                u"Outage for Acme (bystander), Globex"_s}}));
        QVERIFY(!htmlOf(outline).contains("hunter"));
        QVERIFY(!markdownOf(outline).contains("hunter"));
    }

    void sameTwice()
    {
        const auto topology = crowd(20);
        QCOMPARE(htmlOf(reportOn(topology)), htmlOf(reportOn(topology)));
    }
};

QTEST_GUILESS_MAIN(ReportsTest)
#include "tst_reports.moc"
