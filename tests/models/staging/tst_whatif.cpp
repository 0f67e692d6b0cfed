// SPDX-License-Identifier: Apache-2.0
#include "models/staging/whatif.h"
#include "models/topology/apply.h"
#include "models/topology/edits.h"
#include "tests/support/topologybuilder.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// Two Interaction Servers that restart for a tenant, one of which connects to the other.
class World
{
public:
    World()
    {
        TopologyBuilder b;
        b.tenant(u"T1");
        b.tenant(u"T2");
        b.application(u"Ixn1", u"interactionserver").tenants({u"T1"}).release(u"8.1.1");
        b.application(u"Ixn2", u"interactionserver")
            .tenants({u"T1"})
            .release(u"8.1.1")
            .connect(u"Ixn1");
        baseline = b.build();
        working = baseline;
        for (const auto *name : {u"Ixn1", u"Ixn2"})
            ::apply(working, *assignTenant(working, server(name), tenantNamed(working, u"T2")));
    }
    ApplicationId server(QAnyStringView name) const { return applicationNamed(baseline, name); }

    Topology baseline;
    Topology working;
};

QString text(const std::optional<PlannedInstance> &instance)
{
    return !instance     ? u"-"_s
        : instance->wave ? u"%1 %2"_s.arg(actionToken(instance->action)).arg(*instance->wave)
                         : QString(actionToken(instance->action));
}

QStringList lines(const WhatIf &whatIf)
{
    QStringList result;
    for (const auto &[now, then] : whatIf.rows)
        result.append(u"%1: %2 > %3"_s.arg((now ? now : then)->name, text(now), text(then)));
    return result;
}

}  // namespace

class WhatIfTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void raised_data()
    {
        QTest::addColumn<Raised>("raised");
        QTest::addColumn<QString>("release");
        QTest::addColumn<QStringList>("expected");
        QTest::addColumn<int>("restarts");

        QTest::addRow("before: takes effect at once")
            << Raised::Before << u"8.1.4"_s
            << QStringList {u"Ixn2: restart 2 > restart 1"_s, u"Ixn1: restart 1 > immediate"_s}
            << 1;
        QTest::addRow("along: the release is a change too")
            << Raised::Along << u"8.1.4"_s
            << QStringList {u"Ixn2: restart 2 > restart 1"_s, u"Ixn1: restart 1 > not-stated"_s}
            << 1;
        QTest::addRow("not far enough") << Raised::Before << u"8.1.101.01"_s << QStringList {} << 2;
        QTest::addRow("the same") << Raised::Along << u"8.1.1"_s << QStringList {} << 2;
    }

    void raised()
    {
        QFETCH(const Raised, raised);
        QFETCH(const QString, release);
        const World w;
        const auto result = whatIf(w.baseline, w.working, {{w.server(u"Ixn1"), release}}, raised);
        QVERIFY(result);
        QTEST(lines(*result), "expected");
        QCOMPARE(result->now.restarts, 2);
        QTEST(result->then.restarts, "restarts");
    }

    void serversThatAreNotThere()
    {
        World w;
        ::apply(w.working, *removeObject(w.working, w.server(u"Ixn2")));
        QVERIFY(!whatIf(w.baseline, w.working, {{w.server(u"Ixn2"), u"8.1.4"_s}}, Raised::Along));

        // A new one can't have been raised before.
        const auto result =
            whatIf(w.working, w.baseline, {{w.server(u"Ixn2"), u"8.1.4"_s}}, Raised::Before);
        QVERIFY(result);
        QVERIFY(result->rows.isEmpty());
    }
};

QTEST_APPLESS_MAIN(WhatIfTest)
#include "tst_whatif.moc"
