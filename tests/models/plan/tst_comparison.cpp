// SPDX-License-Identifier: Apache-2.0
#include "models/plan/comparison.h"
#include "tests/support/topologybuilder.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

Topology site(std::initializer_list<QAnyStringView> tenants)
{
    TopologyBuilder b;
    b.tenant(u"Acme");
    b.tenant(u"Globex");
    b.application(u"SMS_1", u"istransportserver").tenants(tenants);
    return b.build();
}

}  // namespace

class ComparisonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void differencesAndPlanBelongTogether()
    {
        const auto comparison =
            compare(site({u"Acme"}), site({u"Acme", u"Globex"}), Matching::ByName);
        QCOMPARE(comparison.differences.size(), 1);
        QCOMPARE(comparison.differences.constFirst().name, u"SMS_1"_s);
        QCOMPARE(comparison.plan.restarts, 1);
        QVERIFY(!comparison.isSettings);
    }

    void settingsAreNoObject()
    {
        const auto from = site({u"Acme"});
        TopologyBuilder b;
        b.tenant(u"Acme");
        b.tenant(u"Globex");
        b.application(u"SMS_1", u"istransportserver").tenants({u"Acme"});
        b.settings.environment = Environment::SingleTenant;
        const auto comparison = compare(from, b.build(), Matching::ByName);
        QVERIFY(comparison.differences.isEmpty());
        QVERIFY(comparison.isSettings);
    }

    void totals_data()
    {
        QTest::addColumn<PlanSummary>("plan");
        QTest::addColumn<QString>("text");

        QTest::addRow("nothing") << PlanSummary() << QString();
        QTest::addRow("one of each")
            << PlanSummary {1, 1, 1, 1, 1, 1, 9}
            << u"1 restart · 1 start · 1 stop · 1 immediate · 1 not stated · 1 tenant interrupted"_s;
        QTest::addRow("several") << PlanSummary {3, 0, 0, 0, 2, 4, 9}
                                 << u"3 restarts · 2 not stated · 4 tenants interrupted"_s;
    }

    void totals()
    {
        QFETCH(const PlanSummary, plan);
        QTEST(planTotals(plan), "text");
    }
};

QTEST_GUILESS_MAIN(ComparisonTest)
#include "tst_comparison.moc"
