// SPDX-License-Identifier: Apache-2.0
#include "models/onboarding/removal.h"
#include "models/rules/validator.h"
#include "models/topology/apply.h"
#include "models/topology/edits.h"
#include "tests/models/rules/randomworld.h"
#include "tests/support/topologybuilder.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

Topology site()
{
    TopologyBuilder b;
    b.tenant(u"Acme").parent(u"Environment");
    b.tenant(u"Branch").parent(u"Acme");
    b.tenant(u"Globex").parent(u"Environment");
    b.multimediaSwitch(u"Acme", u"MM_Acme");
    b.application(u"SMS_1", u"istransportserver").tenants({u"Acme", u"Globex"});
    b.application(u"Email_1", u"emailserver").tenant(u"Acme");
    b.application(u"Email_2", u"emailserver").tenant(u"Globex");
    b.application(u"Legacy", u"tserver")
        .interactionComponent()
        .tenant(u"Acme")
        .link(u"Acme", u"MM_Acme");
    return b.build();
}

Removal removalOf(const Topology &topology, ObjectId object)
{
    return removalOf(topology, topology, removeObject(topology, object).value());
}

}  // namespace

class TestRemoval : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTenantTakesAlong();
    void wordsOfATenant();
    void anApplicationTakesNothing();
    void longListsAreShortened();
    void saysWhatComesAndGoes_data();
    void saysWhatComesAndGoes();
};

void TestRemoval::aTenantTakesAlong()
{
    const auto topology = site();
    const auto removal = removalOf(topology, tenantNamed(topology, u"Acme"));
    QCOMPARE(removal.tenants, QStringList {u"Acme"_s});
    QCOMPARE(removal.switches.size(), 1);
    QCOMPARE(removal.switches.constFirst().tenant, u"Acme"_s);
    QCOMPARE(removal.switches.constFirst().name, u"MM_Acme"_s);
    QCOMPARE(removal.losing, (QStringList {u"Email_1"_s, u"Legacy"_s, u"SMS_1"_s}));
    QCOMPARE(removal.withoutTenant, (QStringList {u"Email_1"_s, u"Legacy"_s}));
    QCOMPARE(removal.unlinked, QStringList {u"Legacy"_s});
    QCOMPARE(removal.children.size(), 1);
    QCOMPARE(removal.children.constFirst().tenant, u"Branch"_s);
    QCOMPARE(removal.children.constFirst().parent, u"Environment"_s);
    QCOMPARE(removal.consequences.restarts.size(), 1);
    QCOMPARE(removal.consequences.restarts.constFirst().application, u"SMS_1"_s);
    QCOMPARE(removal.consequences.restarts.constFirst().interrupted,
        (QStringList {u"Acme"_s, u"Globex"_s}));
    QCOMPARE(removal.consequences.restarts.constFirst().bystanders, QStringList {u"Globex"_s});
}

void TestRemoval::wordsOfATenant()
{
    const auto topology = site();
    const auto lines = removalText(removalOf(topology, tenantNamed(topology, u"Acme")));
    const QStringList expected {u"The tenant Acme goes."_s,
        u"The switch MM_Acme of Acme goes with it."_s,
        u"3 applications lose a tenant from their lists: Email_1, Legacy and SMS_1."_s,
        u"2 applications are left without a tenant: Email_1 and Legacy."_s,
        u"Legacy loses a linked switch."_s,
        u"A tenant below it gets another parent: Branch (Environment)."_s,
        u"SMS_1 restarts and interrupts Acme and Globex; for Globex nothing changes."_s};
    QCOMPARE(lines.first(expected.size()), expected);
    QVERIFY(lines.contains(u"New finding: Email_1 has no tenant. In a multi-tenant environment an "
                           "eServices server needs one."_s));
    for (const auto &line : lines)
        QVERIFY(!line.contains(u'%'));
}

void TestRemoval::anApplicationTakesNothing()
{
    const auto topology = site();
    const auto removal = removalOf(topology, applicationNamed(topology, u"Email_2"));
    QVERIFY(removal.tenants.isEmpty() && removal.losing.isEmpty()
        && removal.consequences.restarts.isEmpty());
    QVERIFY(removalOf(topology, topology, {}).isEmpty());
    QVERIFY(removalText({}).isEmpty());
}

void TestRemoval::longListsAreShortened()
{
    Removal removal;
    for (int i = 10; i < 25; ++i)
        removal.losing.append(u"A%1"_s.arg(i));
    QCOMPARE(removalText(removal),
        QStringList {
            u"15 applications lose a tenant from their lists: A10, A11, A12, A13, A14, A15, "
            "A16, A17, A18, A19, A20, A21 and 3 more."_s});
}

void TestRemoval::saysWhatComesAndGoes_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 0; seed < 10; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

/// Whatever goes, of any topology: what is said of findings is what a check before and after says.
void TestRemoval::saysWhatComesAndGoes()
{
    QFETCH(quint32, seed);
    RandomWorld world(seed * 4099 + 3);
    for (int i = 0; i < 60; ++i) {
        const auto baseline = world.topology();
        auto before = baseline;
        ::apply(before, world.step(before));
        for (const auto &tenant : before.tenants()) {
            const auto step = removeObject(before, tenant.id);
            if (!step)
                continue;
            const auto removal = removalOf(before, baseline, *step);
            auto then = before;
            ::apply(then, *step);
            QCOMPARE(checkAll(then).size(),
                checkAll(before).size() + removal.consequences.created.size()
                    - removal.consequences.solved.size());
            QCOMPARE(removal.losing.size(), before.applicationsOf(tenant.id).size());
            QCOMPARE(removal.children.size(),
                before.childrenOf(tenant.id).size()
                    - before.childrenOf(tenant.id).count(tenant.id));
            QVERIFY(removal.switches.size() >= before.switchesOf(tenant.id).size());
        }
    }
}

QTEST_APPLESS_MAIN(TestRemoval)
#include "tst_removal.moc"
