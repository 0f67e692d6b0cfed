// SPDX-License-Identifier: Apache-2.0
#include "models/topology/align.h"
#include "tests/models/topology/appliedstep.h"
#include "tests/models/topology/drafts.h"
#include "tests/support/topologybuilder.h"

#include <QTest>

using namespace Qt::StringLiterals;

class MergeDraftsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addsAndUpdates();
    void nullClearsListsReplace();
    void namesMeanTheFirstOfTheDrafts();
    void namesMeanTheDocumentNext();
    void alikeMatchInOrder();
    void withoutTypeTheNameMatches();
    void switchesMatchByTenantAndOffice();
    void undefinedNamesMakePlaceholders();
    void definesPlaceholders();
    void dropsPlaceholdersThatNothingRefersTo();
    void extraKeysAreMerged();
    void environmentStaysAsItIs();
    void fixedFieldsStay();
    void refuses_data();
    void refuses();
    void replaces();
    void circlesComeAndGo();
    void combines();
};

namespace {

Merge merged(const Topology &topology, const TopologyDraft &drafts, Missing missing = Missing::Keep)
{
    auto merge = mergeDrafts(topology, drafts, missing);
    if (!merge)
        qFatal("%s", qPrintable(merge.error().text()));
    return *merge;
}

Topology mergedTopology(
    const Topology &topology, const TopologyDraft &drafts, Missing missing = Missing::Keep)
{
    return applied(topology, merged(topology, drafts, missing).step);
}

QString lines(const QList<Problem> &problems)
{
    QStringList texts;
    for (const auto &problem : problems)
        texts.append(problem.where + u": "_s + problem.message);
    return texts.join(u'\n');
}

}  // namespace

void MergeDraftsTest::addsAndUpdates()
{
    TopologyBuilder builder;
    builder.tenant(u"Acme").dbid(101);
    builder.application(u"A", u"tserver").release(u"8.1").tenant(u"Acme");
    builder.application(u"B", u"chatserver");
    const auto topology = builder.build();

    TopologyDraft drafts;
    drafts.objects = {tenant(u"Acme"_s),
        tenant(u"Globex"_s, {{Field::Dbid, qint64(102)}, {Field::Parent, u"Acme"_s}}),
        application(u"A"_s, u"tserver"_s, {{Field::Release, u"8.5"_s}, {Field::Host, u"h"_s}}),
        host(u"h"_s)};
    drafts.environment = Environment::SingleTenant;
    const auto merge = merged(topology, drafts);
    QCOMPARE(merge.added, 2);
    QCOMPARE(merge.modified, 1);
    QCOMPARE(merge.removed, 0);
    QCOMPARE(lines(merge.problems), QString());
    const auto after = applied(topology, merge.step);
    const auto &server = after.application(applicationNamed(after, u"A"));
    QCOMPARE(server.id, applicationNamed(topology, u"A"));
    QCOMPARE(server.release, u"8.5"_s);
    QCOMPARE(server.host, hostNamed(after, u"h"));
    QCOMPARE(server.tenants, (QList<TenantId> {tenantNamed(after, u"Acme")}));
    QCOMPARE(after.tenant(tenantNamed(after, u"Acme")).dbid, 101);
    QCOMPARE(after.tenant(tenantNamed(after, u"Globex")).parent, tenantNamed(after, u"Acme"));
    QCOMPARE(after.settings().environment, Environment::SingleTenant);
    QCOMPARE(after.applications().size(), 2);

    const auto again = merged(after, drafts);
    QVERIFY(again.step.isEmpty());
    QCOMPARE(again.modified, 0);
}

void MergeDraftsTest::nullClearsListsReplace()
{
    TopologyBuilder builder;
    builder.tenant(u"Acme");
    builder.tenant(u"Globex");
    builder.application(u"A", u"tserver").release(u"8.1").tenants({u"Acme", u"Globex"}).host(u"h");
    const auto topology = builder.build();
    TopologyDraft drafts;
    drafts.objects = {application(u"A"_s, u"tserver"_s,
        {{Field::Release, {}}, {Field::Host, {}},
            {Field::Tenants, QStringList {u"Globex"_s, u"Globex"_s, u""_s}}})};
    const auto after = mergedTopology(topology, drafts);
    const auto &server = after.application(applicationNamed(after, u"A"));
    QVERIFY(server.release.isEmpty());
    QVERIFY(!server.host);
    QCOMPARE(server.tenants, (QList<TenantId> {tenantNamed(after, u"Globex")}));
}

void MergeDraftsTest::namesMeanTheFirstOfTheDrafts()
{
    TopologyBuilder builder;
    builder.application(u"A", u"chatserver");
    const auto topology = builder.build();
    TopologyDraft drafts;
    drafts.objects = {
        application(u"C"_s, u"tserver"_s, {{Field::Connections, connections({u"A"_s})}}),
        application(u"A"_s, u"emailserver"_s), application(u"A"_s, u"haproxy"_s)};
    const auto after = mergedTopology(topology, drafts);
    QCOMPARE(after.applications().size(), 4);
    const auto &client = after.application(applicationNamed(after, u"C"));
    QCOMPARE(
        after.application(client.connections.constFirst().target).type.token(), u"emailserver"_s);
}

void MergeDraftsTest::namesMeanTheDocumentNext()
{
    TopologyBuilder builder;
    builder.application(u"A", u"chatserver");
    builder.application(u"A", u"emailserver");
    const auto topology = builder.build();
    TopologyDraft drafts;
    drafts.objects = {application(u"C"_s, u"tserver"_s, {{Field::Backup, u"A"_s}})};
    const auto after = mergedTopology(topology, drafts);
    QCOMPARE(after.application(applicationNamed(after, u"C")).backup, ApplicationId(0));
}

void MergeDraftsTest::alikeMatchInOrder()
{
    TopologyBuilder builder;
    builder.host(u"h").address(u"1");
    builder.host(u"h").address(u"2");
    const auto topology = builder.build();
    TopologyDraft drafts;
    drafts.objects = {host(u"h"_s, {{Field::OsType, u"a"_s}}),
        host(u"h"_s, {{Field::OsType, u"b"_s}}), host(u"h"_s, {{Field::OsType, u"c"_s}})};
    const auto after = mergedTopology(topology, drafts);
    QCOMPARE(after.hosts().size(), 3);
    QCOMPARE(after.host(HostId(0)).osType, u"a"_s);
    QCOMPARE(after.host(HostId(0)).ipAddress, u"1"_s);
    QCOMPARE(after.host(HostId(1)).osType, u"b"_s);
    QCOMPARE(after.host(HostId(2)).osType, u"c"_s);
}

void MergeDraftsTest::withoutTypeTheNameMatches()
{
    TopologyBuilder builder;
    builder.application(u"A", u"chatserver");
    builder.application(u"A", u"emailserver");
    const auto topology = builder.build();
    TopologyDraft drafts;
    drafts.objects = {draft(Kind::Application, u"A"_s, {{Field::Release, u"8.1"_s}})};
    const auto after = mergedTopology(topology, drafts);
    QCOMPARE(after.application(ApplicationId(0)).release, u"8.1"_s);
    QCOMPARE(after.application(ApplicationId(0)).type.token(), u"chatserver"_s);
    QVERIFY(after.application(ApplicationId(1)).release.isEmpty());
}

void MergeDraftsTest::switchesMatchByTenantAndOffice()
{
    TopologyBuilder builder;
    builder.tenant(u"Acme");
    builder.tenant(u"Globex");
    builder.office(u"O1");
    builder.office(u"O2");
    builder.switchOf(u"Acme", u"S", u"O1");
    builder.switchOf(u"Globex", u"S", u"O1");
    const auto topology = builder.build();
    TopologyDraft drafts;
    drafts.objects = {switchOf(u"Globex"_s, u"S"_s, u"O1"_s, {{Field::Dbid, qint64(7)}}),
        switchOf(u"Acme"_s, u"S"_s, u"O2"_s, {{Field::Dbid, qint64(8)}}),
        application(
            u"A"_s, u"tserver"_s, {{Field::Switches, QList<SwitchName> {{u"Acme"_s, u"S"_s}}}})};
    const auto after = mergedTopology(topology, drafts);
    QCOMPARE(after.switches().size(), 3);
    QCOMPARE(after.switchAt(SwitchId(1)).dbid, 7);
    QCOMPARE(after.switchAt(SwitchId(2)).dbid, 8);
    // The first of that tenant and name in the drafts.
    QCOMPARE(after.application(ApplicationId(0)).switches, (QList<SwitchId> {SwitchId(2)}));
}

void MergeDraftsTest::undefinedNamesMakePlaceholders()
{
    TopologyDraft drafts;
    drafts.objects = {tenant(u"Acme"_s, {{Field::Parent, u"Holding"_s}}),
        switchOf(u"Globex"_s, u"S"_s, u"O"_s),
        application(u"A"_s, u"tserver"_s,
            {{Field::Host, u"h"_s},
                {Field::Switches,
                    QList<SwitchName> {{u"Initech"_s, u"MM"_s}, {u"Initech"_s, u"MM"_s}}},
                {Field::Connections, connections({u"B"_s, u"B"_s})}})};
    const auto merge = merged(Topology(), drafts);
    QCOMPARE(lines(merge.problems),
        u"switch S.tenant: There is no tenant named Globex; it is kept as a placeholder.\n"
        "switch S.switchingOffice: There is no switching office named O; it is kept as a placeholder.\n"
        "tenant Acme.parent: There is no tenant named Holding; it is kept as a placeholder.\n"
        "application A.host: There is no host named h; it is kept as a placeholder.\n"
        "application A.switches: There is no tenant named Initech; it is kept as a placeholder.\n"
        "application A.switches: There is no switch named MM; it is kept as a placeholder.\n"
        "application A.connections: There is no application named B; it is kept as a placeholder."_s);
    QCOMPARE(merge.added, 3);
    const auto after = applied(Topology(), merge.step);
    const auto &linked = after.switchAt(switchNamed(after, u"Initech", u"MM"));
    QVERIFY(linked.isPlaceholder);
    QVERIFY(!linked.office);
    QVERIFY(after.tenant(linked.tenant).isPlaceholder);
    QVERIFY(after == *topologyFromDrafts(drafts));
}

void MergeDraftsTest::definesPlaceholders()
{
    TopologyBuilder builder;
    builder.application(u"A", u"tserver")
        .tenant(u"Acme")
        .host(u"h")
        .backup(u"B")
        .link(u"Acme", u"MM");
    const auto topology = builder.build();
    TopologyDraft drafts;
    drafts.objects = {tenant(u"Acme"_s), host(u"h"_s),
        application(u"B"_s, u"tserver"_s, {{Field::Backup, u"A"_s}}),
        office(u"O"_s, u"multimediaswitch"_s), switchOf(u"Acme"_s, u"MM"_s, u"O"_s)};
    const auto merge = merged(topology, drafts);
    QCOMPARE(merge.added, 5);
    const auto after = applied(topology, merge.step);
    const auto &server = after.application(applicationNamed(after, u"A"));
    QCOMPARE(server, topology.application(server.id));
    QVERIFY(!after.isPlaceholder(server.tenants.constFirst()));
    QVERIFY(!after.isPlaceholder(*server.host));
    QVERIFY(!after.isPlaceholder(*server.backup));
    QVERIFY(after.isMultimedia(server.switches.constFirst()));
}

void MergeDraftsTest::dropsPlaceholdersThatNothingRefersTo()
{
    TopologyBuilder builder;
    builder.application(u"A", u"tserver").link(u"Ghost", u"MM").host(u"h");
    TopologyDraft drafts;
    drafts.objects = {application(
        u"A"_s, u"tserver"_s, {{Field::Switches, QList<SwitchName>()}, {Field::Host, {}}})};
    const auto after = mergedTopology(builder.build(), drafts);
    QCOMPARE(after.switches().size(), 0);
    QCOMPARE(after.hosts().size(), 0);
    QCOMPARE(after.tenants().size(), 1);
}

void MergeDraftsTest::extraKeysAreMerged()
{
    TopologyBuilder builder;
    builder.tenant(u"Acme").extra(u"a", u"1").extra(u"b", u"2");
    builder.extra = {{u"persons"_s, u"[]"_s}};
    builder.settings.extra = {{u"theme"_s, u"1"_s}};
    const auto topology = builder.build();
    TopologyDraft drafts;
    drafts.objects = {
        tenant(u"Acme"_s, {{Field::Extra, extra({{u"c"_s, u"4"_s}, {u"b"_s, u"3"_s}})}})};
    drafts.extra = {{u"scripts"_s, u"[]"_s}};
    const auto after = mergedTopology(topology, drafts);
    QCOMPARE(after.tenant(TenantId(1)).extra,
        (Extra {{u"a"_s, u"1"_s}, {u"b"_s, u"3"_s}, {u"c"_s, u"4"_s}}));
    QCOMPARE(after.extra(), (Extra {{u"persons"_s, u"[]"_s}, {u"scripts"_s, u"[]"_s}}));
    QCOMPARE(after.settings().extra, topology.settings().extra);
    const auto replaced = mergedTopology(topology, drafts, Missing::Remove);
    QCOMPARE(replaced.tenant(TenantId(1)).extra, (Extra {{u"b"_s, u"3"_s}, {u"c"_s, u"4"_s}}));
    QCOMPARE(replaced.extra(), drafts.extra);
    QCOMPARE(replaced.settings().extra, Extra());
}

void MergeDraftsTest::environmentStaysAsItIs()
{
    TopologyDraft drafts;
    drafts.objects = {
        tenant(u"Environment"_s,
            {{Field::Dbid, qint64(5)}, {Field::State, ObjectState::Disabled},
                {Field::Parent, u"Acme"_s}, {Field::Extra, extra({{u"note"_s, u"1"_s}})}}),
        tenant(
            u"Environment"_s, {{Field::Dbid, qint64(1)}, {Field::State, ObjectState::Disabled}})};
    const auto merge = merged(Topology(), drafts);
    QCOMPARE(lines(merge.problems),
        u"tenant Environment.dbid: The DBID of Environment is 1, whatever the input says.\n"
        "tenant Environment.state: Environment is always enabled.\n"
        "tenant Environment.parent: Environment has no parent tenant."_s);
    const auto after = applied(Topology(), merge.step);
    QCOMPARE(after.tenants().size(), 2);
    auto expected = Topology::environmentTenant();
    expected.extra = {{u"note"_s, u"1"_s}};
    QCOMPARE(after.tenant(Topology::environment), expected);
    QCOMPARE(after.tenant(TenantId(1)).state, ObjectState::Disabled);
}

void MergeDraftsTest::fixedFieldsStay()
{
    TopologyBuilder builder;
    builder.office(u"O", u"avayaipoffice");
    TopologyDraft drafts;
    drafts.objects = {office(u"O"_s, u"multimediaswitch"_s)};
    const auto merge = merged(builder.build(), drafts);
    QVERIFY(merge.step.isEmpty());
    QCOMPARE(lines(merge.problems),
        u"switching-office O.type: The type of a switching office is fixed once it is created; O keeps its own."_s);
}

void MergeDraftsTest::refuses_data()
{
    QTest::addColumn<Draft>("given");
    QTest::addColumn<QString>("message");

    QTest::addRow("DBID 1") << tenant(u"Acme"_s, {{Field::Dbid, qint64(1)}})
                            << u"tenant Acme: Acme can't have DBID 1; it belongs to Environment."_s;
    QTest::addRow("application") << draft(Kind::Application, u"A"_s)
                                 << u"application A: The application A needs a type."_s;
    QTest::addRow("office") << draft(Kind::SwitchingOffice, u"O"_s)
                            << u"switching-office O: The switching office O needs a type."_s;
    QTest::addRow("switch of no tenant")
        << draft(Kind::Switch, u"S"_s) << u"switch S: The switch S needs a tenant."_s;
    QTest::addRow("switch of no office")
        << draft(Kind::Switch, u"S"_s, {{Field::Tenant, u"Environment"_s}})
        << u"switch S: The switch S needs a switching office."_s;
}

void MergeDraftsTest::refuses()
{
    QFETCH(Draft, given);
    QFETCH(QString, message);
    TopologyDraft drafts;
    drafts.objects = {given};
    const auto merge = mergeDrafts(Topology(), drafts, Missing::Keep);
    QVERIFY(!merge);
    QCOMPARE(merge.error().text(), message);
    QVERIFY(!topologyFromDrafts(drafts));
    QVERIFY(!addDraft(Topology(), given));
}

void MergeDraftsTest::replaces()
{
    TopologyBuilder builder;
    builder.tenant(u"Acme").dbid(101).disabled();
    builder.tenant(u"Globex").parent(u"Initech");
    builder.tenant(u"Initech").parent(u"Globex");
    builder.multimediaSwitch(u"Globex", u"MM");
    builder.application(u"A", u"tserver")
        .release(u"8.1")
        .tenants({u"Acme", u"Globex"})
        .link(u"Globex", u"MM")
        .host(u"ghost");
    const auto topology = builder.build();
    TopologyDraft drafts;
    drafts.objects = {tenant(u"Acme"_s),
        application(
            u"A"_s, u"tserver"_s, {{Field::Tenants, QStringList {u"Acme"_s, u"Globex"_s}}})};
    const auto merge = merged(topology, drafts, Missing::Remove);
    QCOMPARE(merge.added, 0);
    QCOMPARE(merge.modified, 2);
    QCOMPARE(merge.removed, 4);
    const auto after = applied(topology, merge.step);
    QCOMPARE(after.application(ApplicationId(0)).id, topology.application(ApplicationId(0)).id);
    QVERIFY(after.tenant(tenantNamed(after, u"Globex")).isPlaceholder);
    QCOMPARE(after.tenant(tenantNamed(after, u"Acme")).state, ObjectState::Enabled);
    QCOMPARE(after.tenant(tenantNamed(after, u"Acme")).dbid, 0);
    QCOMPARE(after.hosts().size(), 0);
    QVERIFY(alignedTo(after, *topologyFromDrafts(drafts)) == after);
}

void MergeDraftsTest::circlesComeAndGo()
{
    TopologyDraft drafts;
    drafts.objects = {tenant(u"T1"_s, {{Field::Parent, u"T2"_s}}),
        tenant(u"T2"_s, {{Field::Parent, u"T1"_s}}), tenant(u"T3"_s, {{Field::Parent, u"T3"_s}}),
        application(u"A"_s, u"tserver"_s,
            {{Field::Backup, u"B"_s}, {Field::Connections, connections({u"A"_s, u"B"_s})}}),
        application(u"B"_s, u"tserver"_s,
            {{Field::Backup, u"A"_s}, {Field::Connections, connections({u"A"_s, u"C"_s})}}),
        application(u"C"_s, u"tserver"_s, {{Field::Backup, u"C"_s}})};
    const auto full = mergedTopology(Topology(), drafts);
    QVERIFY(full == *topologyFromDrafts(drafts));
    QCOMPARE(full.application(ApplicationId(2)).backup, ApplicationId(2));
    const auto empty = mergedTopology(full, {}, Missing::Remove);
    QVERIFY(empty == Topology());
}

void MergeDraftsTest::combines()
{
    TopologyDraft first;
    first.objects = {host(u"h"_s, {{Field::IpAddress, u"1"_s}, {Field::OsType, u"a"_s}}),
        host(u"h"_s, {{Field::OsType, u"z"_s}}), application(u"A"_s, u"tserver"_s)};
    first.extra = {{u"k"_s, u"1"_s}};
    first.environment = Environment::SingleTenant;
    TopologyDraft second;
    second.objects = {application(u"A"_s, u"chatserver"_s),
        host(u"h"_s, {{Field::OsType, u"b"_s}, {Field::LcaPort, qint64(1)}})};
    second.extra = {{u"k"_s, u"2"_s}};
    const auto both = combined(first, second);
    QCOMPARE(both.objects.size(), 4);
    QCOMPARE(both.objects[0].fields,
        (Fields {
            {Field::IpAddress, u"1"_s}, {Field::OsType, u"b"_s}, {Field::LcaPort, qint64(1)}}));
    QCOMPARE(both.objects[1].fields, first.objects[1].fields);
    QCOMPARE(both.extra, (Extra {{u"k"_s, u"2"_s}}));
    QCOMPARE(both.environment, Environment::SingleTenant);
}

QTEST_APPLESS_MAIN(MergeDraftsTest)
#include "tst_mergedrafts.moc"
