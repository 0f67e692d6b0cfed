// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/editlines.h"
#include "models/exchange/inputs.h"
#include "models/onboarding/onboarding.h"
#include "models/plan/planner.h"
#include "models/rules/validator.h"
#include "models/topology/apply.h"
#include "tests/support/topologybuilder.h"

#include <QFile>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

/// "+SMS_2 like SMS_1", "SMS_1", "SMS_1b (backup)", "tenant", "switch MM_Acme".
QStringList linesOf(const Proposal &proposal)
{
    QStringList lines;
    if (proposal.isNewTenant)
        lines.append(u"tenant"_s);
    if (!proposal.newSwitch.isEmpty())
        lines.append(u"switch "_s + proposal.newSwitch);
    for (const auto &assignment : proposal.assignments)
        lines.append(assignment.application + (assignment.isBackup ? u" (backup)"_s : QString()));
    for (const auto &instance : proposal.newInstances)
        lines.append(u"+%1 like %2"_s.arg(instance.name, instance.model));
    return lines;
}

QSet<Medium> mediaOf(const QString &tokens)
{
    QSet<Medium> media;
    for (const auto &token : tokens.split(u',', Qt::SkipEmptyParts))
        media.insert(*mediumFromToken(token));
    return media;
}

struct World
{
    Topology baseline;
    Topology working;
};

QByteArray content(const QString &name)
{
    QFile file(QStringLiteral(SAMPLES_DIR "/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

World sample()
{
    const auto read =
        readInput(content(u"harbour-production.topology.json"_s), InputFormat::Topology);
    World world;
    world.baseline = topologyFromDrafts(read.draft).value();
    world.working = world.baseline;
    for (const auto &line : content(u"harbour-changes.jsonl"_s).split('\n')) {
        if (!line.isEmpty())
            ::apply(world.working, parseEditLine(line)->build(world.working).value());
    }
    return world;
}

Topology after(Topology topology, const Step &step)
{
    ::apply(topology, step);
    return topology;
}

/// A site of one tenant, with one server of each type that the tests speak of.
TopologyBuilder site()
{
    TopologyBuilder b;
    b.tenant(u"Acme Bank").dbid(101).parent(u"Environment");
    b.host(u"host-1");
    b.application(u"UCS_1", u"contactserver").tenant(u"Acme Bank").port(u"ucsapi", 4000);
    b.application(u"Ixn_1", u"interactionserver")
        .tenant(u"Acme Bank")
        .release(u"8.1.4")
        .port(u"default", 4420);
    b.application(u"Chat_1", u"chatserver")
        .tenant(u"Acme Bank")
        .connect(u"Ixn_1", u"default")
        .connect(u"UCS_1", u"ucsapi")
        .host(u"host-1")
        .port(u"default", 4710)
        .option(u"endpoints:101", u"default", u"Inbound")
        .backup(u"Chat_1b");
    b.application(u"Chat_1b", u"chatserver")
        .tenant(u"Acme Bank")
        .connect(u"Ixn_1", u"default")
        .connect(u"UCS_1", u"ucsapi")
        .option(u"endpoints:101", u"default", u"Inbound");
    b.application(u"SMS_1", u"istransportserver").tenant(u"Acme Bank").connect(u"Ixn_1");
    b.application(u"Email_1", u"emailserver").tenant(u"Acme Bank").connect(u"Ixn_1", u"default");
    b.application(u"Web_1", u"webapiserver").tenant(u"Acme Bank").connect(u"Chat_1", u"default");
    b.application(u"Social_1", u"socialms").tenant(u"Acme Bank");
    return b;
}

const Proposal &proposalOf(const Proposals &proposals, Proposal::Kind kind)
{
    const auto found = std::find_if(proposals.legal.begin(), proposals.legal.end(),
        [&](const Proposal &proposal) { return proposal.kind == kind; });
    Q_ASSERT(found != proposals.legal.end());
    return *found;
}

Proposals proposed(const Topology &topology, const QString &tenant, const QString &media)
{
    return proposals(topology, topology, {tenant, mediaOf(media)}).value();
}

QStringList connectionsOf(const Topology &topology, const QString &application)
{
    QStringList lines;
    for (const auto &connection :
        topology.application(applicationNamed(topology, application)).connections)
        lines.append(topology.application(connection.target).name + u':' + connection.port);
    return lines;
}

QStringList sectionsOf(const Topology &topology, const QString &application)
{
    QStringList names;
    for (const auto &section :
        topology.application(applicationNamed(topology, application)).options)
        names.append(section.name);
    return names;
}

}  // namespace

class TestOnboarding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mediaHaveTokens();
    void sampleProposals_data();
    void sampleProposals();
    void sampleProposalsMakeNoError();
    void sharingFollowsTheType_data();
    void sharingFollowsTheType();
    void missingTypesAreNamed();
    void errorsAreReasons();
    void backupsStayAlike();
    void dedicatedInstancesBelongTogether();
    void sharedServersFindNewOnes();
    void chatServersGetEndpoints();
    void newInstancesSpeakOfThemselves();
    void switchesAreLikeThoseOfOthers_data();
    void switchesAreLikeThoseOfOthers();
    void whatServesStays();
    void wrongTenants_data();
    void wrongTenants();
    void price_data();
    void price();
    void connectionsAreNamed();
};

void TestOnboarding::mediaHaveTokens()
{
    QStringList tokens;
    for (const auto medium : allMedia()) {
        tokens.append(mediumToken(medium));
        QCOMPARE(mediumFromToken(QString(mediumToken(medium))), medium);
        QVERIFY(!mediumLabel(medium).isEmpty());
    }
    QCOMPARE(tokens.join(u','), u"chat,email,sms,social,webapi,classification,training,cobrowse"_s);
    QVERIFY(!mediumFromToken(u"fax"));
    QVERIFY(!mediumFromToken(u"Chat"));
}

void TestOnboarding::sampleProposals_data()
{
    QTest::addColumn<QString>("tenant");
    QTest::addColumn<QString>("media");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QStringList>("expected");
    QTest::addColumn<int>("restarts");
    using Kind = Proposal::Kind;

    const auto all = u"chat,email,sms,social"_s;
    QTest::addRow("share") << u"Gale Foods"_s << all << int(Kind::Share)
                           << QStringList {u"tenant"_s, u"switch MM_Gale"_s, u"UCS_1"_s,
                                  u"UCS_1b (backup)"_s, u"Ixn_1"_s, u"Ixn_1b (backup)"_s,
                                  u"Chat_1"_s, u"SMS_1"_s, u"SMS_1b (backup)"_s, u"Social_1"_s,
                                  u"+Email_Gale like Email_Aurora"_s}
                           << 3;
    QTest::addRow("dedicate") << u"Gale Foods"_s << all << int(Kind::Dedicate)
                              << QStringList {u"tenant"_s, u"switch MM_Gale"_s,
                                     u"+UCS_2 like UCS_1"_s, u"+Ixn_3 like Ixn_1"_s,
                                     u"+Chat_3 like Chat_1"_s, u"+Email_Gale like Email_Aurora"_s,
                                     u"+SMS_3 like SMS_1"_s, u"+Social_2 like Social_1"_s}
                              << 3;
    // SMS_1 and Social_1 restart anyway, but would interrupt one tenant more.
    QTest::addRow("fewest restarts")
        << u"Gale Foods"_s << all << int(Kind::FewestRestarts)
        << QStringList {u"tenant"_s, u"switch MM_Gale"_s, u"UCS_1"_s, u"UCS_1b (backup)"_s,
               u"Ixn_1"_s, u"Ixn_1b (backup)"_s, u"Chat_1"_s, u"+Email_Gale like Email_Aurora"_s,
               u"+SMS_3 like SMS_1"_s, u"+Social_2 like Social_1"_s}
        << 3;
    QTest::addRow("a tenant that is there")
        << u"Ember Retail"_s << u"sms,training"_s << int(Kind::FewestRestarts)
        << QStringList {u"+SMS_3 like SMS_2"_s, u"+Training_Ember like Training_Aurora"_s} << 3;
    QTest::addRow("exclusive types")
        << u"Gale Foods"_s << u"training,cobrowse"_s << int(Kind::Share)
        << QStringList {u"tenant"_s, u"switch MM_Gale"_s, u"UCS_1"_s, u"UCS_1b (backup)"_s,
               u"Ixn_1"_s, u"Ixn_1b (backup)"_s, u"+Training_Gale like Training_Aurora"_s,
               u"+Cobrowse_Gale like Cobrowse_Borealis"_s}
        << 3;
}

void TestOnboarding::sampleProposals()
{
    QFETCH(QString, tenant);
    QFETCH(QString, media);
    QFETCH(int, kind);
    const auto world = sample();
    const auto found = proposals(world.working, world.baseline, {tenant, mediaOf(media)}).value();
    QVERIFY(found.refused.isEmpty());
    const auto &proposal = proposalOf(found, Proposal::Kind(kind));
    QTEST(linesOf(proposal), "expected");
    const auto then = after(world.working, proposal.step);
    QTEST(Planner(world.baseline, then, Matching::ById).summary().restarts, "restarts");
}

void TestOnboarding::sampleProposalsMakeNoError()
{
    const auto world = sample();
    const auto before = summaryOf(checkAll(world.working));
    const auto all = u"chat,email,sms,social,webapi,classification,training,cobrowse"_s;
    const auto found =
        proposals(world.working, world.baseline, {u"Gale Foods"_s, mediaOf(all)}).value();
    QCOMPARE(found.legal.size(), 3);
    for (const auto &proposal : found.legal) {
        const auto then = after(world.working, proposal.step);
        QCOMPARE(summaryOf(checkAll(then)).errors, before.errors);
        QVERIFY(after(then, inverse(proposal.step)) == world.working);
        QCOMPARE(proposal.step.title, u"Onboard Gale Foods: "_s + proposalTitle(proposal.kind));
    }
}

void TestOnboarding::sharingFollowsTheType_data()
{
    QTest::addColumn<QString>("medium");
    QTest::addColumn<bool>("isBalanced");
    QTest::addColumn<int>("social");
    QTest::addColumn<QString>("expected");

    const auto warn = int(SocialMessagingTenants::Warn);
    const auto forbid = int(SocialMessagingTenants::Forbid);
    QTest::addRow("many") << u"sms"_s << false << warn << u"SMS_1"_s;
    QTest::addRow("one") << u"email"_s << false << warn << u"+Email_2 like Email_1"_s;
    QTest::addRow("balanced") << u"webapi"_s << true << warn << u"Web_1"_s;
    QTest::addRow("not balanced") << u"webapi"_s << false << warn << u"+Web_2 like Web_1"_s;
    QTest::addRow("undecided") << u"social"_s << false << warn << u"Social_1"_s;
    QTest::addRow("forbidden") << u"social"_s << false << forbid << u"+Social_2 like Social_1"_s;
}

void TestOnboarding::sharingFollowsTheType()
{
    QFETCH(QString, medium);
    QFETCH(bool, isBalanced);
    QFETCH(int, social);
    auto topology = site().build();
    auto settings = topology.settings();
    settings.socialMessagingTenants = SocialMessagingTenants(social);
    ::apply(topology, setSettings(topology, settings));
    ::apply(topology,
        *setField(topology, applicationNamed(topology, u"Web_1"), Field::LoadBalanced, isBalanced));

    const auto found = proposed(topology, u"Globex"_s, medium);
    const auto lines = linesOf(proposalOf(found, Proposal::Kind::Share));
    QTEST(lines.last(), "expected");
}

void TestOnboarding::missingTypesAreNamed()
{
    const auto found = proposed(site().build(), u"Globex"_s, u"chat,cobrowse,training"_s);
    QVERIFY(found.legal.isEmpty());
    const QStringList expected {
        u"There is no application of type Training Server to share or to model a new one on."_s,
        u"There is no application of type Co-browsing Server to share or to model a new one on."_s};
    QCOMPARE(found.refused, expected);
}

/// The only E-mail Server is too new for the only UCS: each copy would be too.
void TestOnboarding::errorsAreReasons()
{
    TopologyBuilder b;
    b.tenant(u"Acme");
    b.application(u"UCS_1", u"contactserver").tenant(u"Acme").release(u"8.1.0");
    b.application(u"Ixn_1", u"interactionserver").tenant(u"Acme");
    b.application(u"Email_1", u"emailserver").tenant(u"Acme").connect(u"UCS_1").release(u"8.5.0");
    const auto topology = b.build();
    const auto found = proposed(topology, u"Globex"_s, u"email"_s);
    QVERIFY(found.legal.isEmpty());
    QCOMPARE(found.refused.size(), 3);
    QVERIFY2(found.refused.constFirst().startsWith(
                 u"Share what may be shared: It would make an error: Email_2"),
        qPrintable(found.refused.constFirst()));

    const auto without = proposed(topology, u"Globex"_s, {});
    QCOMPARE(without.legal.size(), 3);
    QVERIFY(without.refused.isEmpty());
}

void TestOnboarding::backupsStayAlike()
{
    const auto topology = site().build();
    const auto found = proposed(topology, u"Globex"_s, u"chat"_s);
    const auto then = after(topology, proposalOf(found, Proposal::Kind::Share).step);
    const auto &primary = then.application(applicationNamed(then, u"Chat_1"));
    QCOMPARE(primary.tenants.size(), 2);
    QCOMPARE(then.application(*primary.backup).tenants, primary.tenants);

    // A copy is none's backup, and has none.
    const auto alone = after(topology, proposalOf(found, Proposal::Kind::Dedicate).step);
    const auto &copy = alone.application(applicationNamed(alone, u"Chat_2"));
    QVERIFY(!copy.backup);
    QVERIFY(alone.isPrimary(copy.id));
    QCOMPARE(copy.host, topology.application(applicationNamed(topology, u"Chat_1")).host);
    QCOMPARE(copy.ports.constFirst().number, 4711);
}

void TestOnboarding::dedicatedInstancesBelongTogether()
{
    const auto topology = site().build();
    const auto found = proposed(topology, u"Globex"_s, u"chat,email"_s);
    const auto then = after(topology, proposalOf(found, Proposal::Kind::Dedicate).step);
    QCOMPARE(
        connectionsOf(then, u"Chat_2"_s), (QStringList {u"UCS_2:ucsapi"_s, u"Ixn_2:default"_s}));
    QCOMPARE(connectionsOf(then, u"Email_2"_s), QStringList {u"Ixn_2:default"_s});
    QCOMPARE(connectionsOf(then, u"Chat_1"_s), connectionsOf(topology, u"Chat_1"_s));
}

/// A new E-mail Server is of no use to a Web API Server that doesn't know it.
void TestOnboarding::sharedServersFindNewOnes()
{
    auto b = site();
    b.application(u"Web_2", u"webapiserver").loadBalanced().connect(u"Email_1", u"default");
    const auto topology = b.build();
    const auto found = proposed(topology, u"Globex"_s, u"email,webapi"_s);
    const auto then = after(topology, proposalOf(found, Proposal::Kind::Share).step);
    QCOMPARE(connectionsOf(then, u"Web_2"_s),
        (QStringList {u"Email_1:default"_s, u"Email_2:default"_s}));
    QCOMPARE(connectionsOf(then, u"Web_1"_s), connectionsOf(topology, u"Web_1"_s));
}

void TestOnboarding::chatServersGetEndpoints()
{
    auto b = site();
    b.tenant(u"Globex").dbid(102);
    const auto topology = b.build();
    const auto known = proposed(topology, u"Globex"_s, u"chat"_s);
    const auto shared = after(topology, proposalOf(known, Proposal::Kind::Share).step);
    QCOMPARE(
        sectionsOf(shared, u"Chat_1"_s), (QStringList {u"endpoints:101"_s, u"endpoints:102"_s}));
    QCOMPARE(sectionsOf(shared, u"Chat_1b"_s), sectionsOf(shared, u"Chat_1"_s));
    const auto alone = after(topology, proposalOf(known, Proposal::Kind::Dedicate).step);
    const auto &copy = alone.application(applicationNamed(alone, u"Chat_2"));
    QCOMPARE(sectionsOf(alone, u"Chat_2"_s), QStringList {u"endpoints:102"_s});
    QCOMPARE(copy.options.constFirst().options.size(), 1);

    // A new tenant has no DBID yet.
    const auto unknown = proposed(topology, u"Newcomer"_s, u"chat"_s);
    const auto then = after(topology, proposalOf(unknown, Proposal::Kind::Share).step);
    QCOMPARE(sectionsOf(then, u"Chat_1"_s), QStringList {u"endpoints:101"_s});
    const auto bare = after(topology, proposalOf(unknown, Proposal::Kind::Dedicate).step);
    QCOMPARE(sectionsOf(bare, u"Chat_2"_s), QStringList {});
}

/// Not of the tenant and of the server that they are modelled on.
void TestOnboarding::newInstancesSpeakOfThemselves()
{
    TopologyBuilder b;
    b.tenant(u"Acme Bank").dbid(101);
    b.tenant(u"Globex Foods").dbid(102);
    b.application(u"UCS_1", u"contactserver").tenants({u"Acme Bank", u"Globex Foods"});
    b.application(u"Ixn_1", u"interactionserver")
        .tenants({u"Acme Bank", u"Globex Foods"})
        .release(u"8.1.4");
    b.application(u"Social_Acme", u"socialms")
        .tenant(u"Acme Bank")
        .connect(u"Ixn_1")
        .connect(u"UCS_1")
        .option(u"channel-a", u"inbound-route", u"101:a")
        .record.arguments = u"-app Social_Acme"_s;
    const auto topology = b.build();
    const auto found = proposed(topology, u"Globex Foods"_s, u"social"_s);
    const auto &proposal = proposalOf(found, Proposal::Kind::Dedicate);
    const auto then = after(topology, proposal.step);
    const auto &social = then.application(applicationNamed(then, u"Social_Globex"));
    QCOMPARE(social.arguments, u"-app Social_Globex"_s);
    QVERIFY(social.options.constFirst().options.isEmpty());
    QCOMPARE(proposal.consequences.created, QStringList());
}

void TestOnboarding::switchesAreLikeThoseOfOthers_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("tenant");
    QTest::addColumn<QString>("expected");

    QTest::addRow("first word") << u"MM_Acme"_s << u"Globex Foods"_s << u"MM_Globex"_s;
    QTest::addRow("whole name") << u"Acme Bank MM"_s << u"Globex Foods"_s << u"Globex Foods MM"_s;
    QTest::addRow("no name in it") << u"Multimedia"_s << u"Globex"_s << u"Multimedia"_s;
    QTest::addRow("nobody has one") << QString() << u"Globex"_s << QString();
}

void TestOnboarding::switchesAreLikeThoseOfOthers()
{
    QFETCH(QString, model);
    QFETCH(QString, tenant);
    QFETCH(QString, expected);
    auto b = site();
    b.voiceSwitch(u"Acme Bank", u"Voice_Acme");
    if (!model.isEmpty())
        b.multimediaSwitch(u"Acme Bank", model);
    const auto topology = b.build();
    const auto found = proposed(topology, tenant, {});
    const auto &proposal = proposalOf(found, Proposal::Kind::Share);
    QCOMPARE(proposal.newSwitch, expected);
    const auto then = after(topology, proposal.step);
    QCOMPARE(then.switchesOf(tenantNamed(then, tenant)).size(), expected.isEmpty() ? 0 : 1);
    // Once is enough.
    const auto again = proposed(then, tenant, {});
    QVERIFY(again.legal.isEmpty() && again.refused.isEmpty());
}

void TestOnboarding::whatServesStays()
{
    const auto topology = site().build();
    const auto nothing = proposed(topology, u"Acme Bank"_s, u"chat,email,sms"_s);
    QVERIFY(nothing.legal.isEmpty());
    QVERIFY(nothing.refused.isEmpty());

    auto b = site();
    b.tenant(u"Globex");
    b.application(u"UCS_2", u"contactserver").tenant(u"Globex");
    b.application(u"Legacy", u"tserver").interactionComponent().tenant(u"Globex");
    const auto found = proposed(b.build(), u"Globex"_s, u"sms"_s);
    const auto &proposal = proposalOf(found, Proposal::Kind::Dedicate);
    QCOMPARE(linesOf(proposal), QStringList {u"+SMS_2 like SMS_1"_s});
    QCOMPARE(proposal.serving, (QStringList {u"Legacy"_s, u"UCS_2"_s}));
}

void TestOnboarding::wrongTenants_data()
{
    QTest::addColumn<QString>("tenant");
    QTest::addRow("none") << QString();
    QTest::addRow("blank") << u" \u2003"_s;
    QTest::addRow("Environment") << u"Environment"_s;
}

void TestOnboarding::wrongTenants()
{
    QFETCH(QString, tenant);
    const auto topology = site().build();
    const auto found = proposals(topology, topology, {tenant, {}});
    QVERIFY(!found);
    QCOMPARE(found.error().code, Error::Code::InvalidInput);
}

void TestOnboarding::price_data()
{
    QTest::addColumn<int>("instances");
    QTest::addColumn<int>("restarts");
    QTest::addColumn<int>("interrupted");
    QTest::addColumn<int>("warnings");
    QTest::addColumn<int>("advice");
    QTest::addColumn<QString>("text");

    QTest::addRow("nothing") << 0 << 0 << 0 << 0 << 0 << u"no new problems"_s;
    QTest::addRow("one of each")
        << 1 << 1 << 1 << 1 << 1
        << u"1 new instance, 1 restart, interrupts 1 tenant, 1 new warning, 1 advice"_s;
    QTest::addRow("several")
        << 2 << 3 << 4 << 0 << 0
        << u"2 new instances, 3 restarts, interrupts 4 tenants, no new problems"_s;
    QTest::addRow("fewer restarts are no price") << 0 << -1 << -2 << 0 << 2 << u"2 advice"_s;
}

void TestOnboarding::price()
{
    QFETCH(int, instances);
    QFETCH(int, restarts);
    QFETCH(int, interrupted);
    QFETCH(int, warnings);
    QFETCH(int, advice);
    Proposal proposal;
    for (int i = 0; i < instances; ++i)
        proposal.newInstances.append({u"SMS_2"_s, {}, u"SMS_1"_s});
    auto &leads = proposal.consequences;
    leads.planBefore.restarts = 5;
    leads.planBefore.tenantsInterrupted = 7;
    leads.plan.restarts = 5 + restarts;
    leads.plan.tenantsInterrupted = 7 + interrupted;
    leads.counts.warnings = warnings;
    leads.counts.advice = advice;
    leads.created = QStringList(warnings + advice, u"…"_s);
    QTEST(priceText(proposal), "text");
}

/// Those of a new instance, and none that was there before.
void TestOnboarding::connectionsAreNamed()
{
    const auto topology = site().build();
    const auto found = proposed(topology, u"Globex"_s, u"email"_s);
    QStringList lines;
    for (const auto &made : proposalOf(found, Proposal::Kind::Share).connections)
        lines.append(u"%1 > %2:%3"_s.arg(made.from, made.to, made.port));
    QCOMPARE(lines, QStringList(u"Email_2 > Ixn_1:default"_s));
}

QTEST_APPLESS_MAIN(TestOnboarding)
#include "tst_onboarding.moc"
