// SPDX-License-Identifier: Apache-2.0
#include "tests/models/topology/appliedstep.h"
#include "tests/models/topology/drafts.h"
#include "tests/support/topologybuilder.h"

#include <QTest>

using namespace Qt::StringLiterals;

class DraftEditsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addsOneObject();
    void setsOneField();
};

void DraftEditsTest::addsOneObject()
{
    TopologyBuilder builder;
    builder.tenant(u"Acme");
    builder.application(u"A", u"tserver").connect(u"P");
    const auto topology = builder.build();

    // A bearer of the same name is no hindrance; names mean the topology's objects first.
    auto step = addDraft(topology, application(u"A"_s, u"chatserver"_s, {{Field::Backup, u"A"_s}}));
    QVERIFY(step);
    auto after = applied(topology, *step);
    QCOMPARE(after.applications().size(), 3);
    QCOMPARE(after.application(ApplicationId(2)).backup, ApplicationId(0));

    // Its own name, where nobody else bears it.
    step = addDraft(topology,
        application(u"N"_s, u"chatserver"_s, {{Field::Connections, connections({u"N"_s})}}));
    QVERIFY(step);
    QCOMPARE(step->title, u"Add N"_s);
    after = applied(topology, *step);
    QCOMPARE(after.application(ApplicationId(2)).connections.constFirst().target, ApplicationId(2));

    // Undefined names.
    step = addDraft(topology,
        application(
            u"N"_s, u"chatserver"_s, {{Field::Tenants, QStringList {u"Ghost"_s, u"Acme"_s}}}));
    after = applied(topology, *step);
    QVERIFY(after.tenant(tenantNamed(after, u"Ghost")).isPlaceholder);

    // A placeholder's name.
    step = addDraft(topology, application(u"P"_s, u"chatserver"_s, {{Field::Backup, u"P"_s}}));
    after = applied(topology, *step);
    QCOMPARE(after.applications().size(), 2);
    QVERIFY(!after.isPlaceholder(applicationNamed(after, u"P")));
    QCOMPARE(after.clientsOf(applicationNamed(after, u"P")).size(), 1);

    step = addDraft(topology, tenant(u"Acme"_s, {{Field::Extra, extra({{u"k"_s, u"1"_s}})}}));
    after = applied(topology, *step);
    QCOMPARE(after.tenants().size(), 3);
}

void DraftEditsTest::setsOneField()
{
    TopologyBuilder builder;
    builder.tenant(u"Acme");
    builder.application(u"A", u"tserver").host(u"h").tenant(u"Acme");
    const auto topology = builder.build();
    const auto id = applicationNamed(topology, u"A");

    auto step = setDraftField(topology, id, Field::Tenants, QStringList {u"Acme"_s, u"Ghost"_s});
    QVERIFY(step);
    auto after = applied(topology, *step);
    QVERIFY(after.tenant(tenantNamed(after, u"Ghost")).isPlaceholder);
    QCOMPARE(after.application(id).tenants.size(), 2);
    QCOMPARE(step->title, u"Set tenants of A"_s);

    step = setDraftField(topology, id, Field::Host, {});
    after = applied(topology, *step);
    QCOMPARE(after.hosts().size(), 0);

    step = setDraftField(topology, id, Field::Switches, QList<SwitchName> {{u"Acme"_s, u"MM"_s}});
    after = applied(topology, *step);
    QVERIFY(after.isPlaceholder(switchNamed(after, u"Acme", u"MM")));

    step = setDraftField(topology, id, Field::Tenants, QStringList {u"Acme"_s});
    QVERIFY(step->isEmpty());
    step = setDraftField(topology, id, Field::Name, u"Z"_s);
    QVERIFY(applied(topology, *step).findApplication(u"Z"));
    QVERIFY(!setDraftField(topology, id, Field::Type, ApplicationType::fromToken(u"chatserver"_s)));
    QVERIFY(!setDraftField(topology, ApplicationId(9), Field::Release, u"8"_s));
}

QTEST_APPLESS_MAIN(DraftEditsTest)
#include "tst_draftedits.moc"
