// SPDX-License-Identifier: Apache-2.0
#include "models/staging/staging.h"
#include "models/staging/whatif.h"
#include "models/topology/apply.h"
#include "models/topology/edits.h"
#include "tests/support/topologybuilder.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

Topology baseline()
{
    TopologyBuilder b;
    b.tenant(u"Acme");
    b.tenant(u"Globex");
    b.application(u"Ixn_1", u"interactionserver").release(u"8.1.1").tenants({u"Acme"});
    b.application(u"Chat_1", u"chatserver").tenants({u"Acme"});
    return b.build();
}

Topology assigned(Topology topology, QStringView application)
{
    apply(topology,
        *assignTenant(
            topology, applicationNamed(topology, application), tenantNamed(topology, u"Globex")));
    return topology;
}

QStringList lines(const WhatIf &result)
{
    const auto text = [](const std::optional<PlannedInstance> &instance) {
        return instance ? QString(actionToken(instance->action)) : u"nothing"_s;
    };
    QStringList lines;
    for (const auto &row : result.differing)
        lines.append(u"%1: %2, %3"_s.arg(row.either().name, text(row.now), text(row.then)));
    return lines;
}

}  // namespace

class TestWhatIf : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void releases_data();
    void releases();
    void newServerIsRaisedInTheWorkingCopyAlone();
    void answersCountInEveryStage();
};

void TestWhatIf::releases_data()
{
    QTest::addColumn<QString>("application");
    QTest::addColumn<QString>("release");
    QTest::addColumn<bool>("isBefore");
    QTest::addColumn<QStringList>("rows");

    QTest::addRow("raised before, it takes the change over")
        << u"Ixn_1"_s << u"8.1.4"_s << true << QStringList {u"Ixn_1: restart, immediate"_s};
    QTest::addRow("raised with it, nobody knows")
        << u"Ixn_1"_s << u"8.1.4"_s << false << QStringList {u"Ixn_1: restart, not-stated"_s};
    QTest::addRow("as it is") << u"Ixn_1"_s << u"8.1.1"_s << false << QStringList();
    QTest::addRow("not raised far enough") << u"Ixn_1"_s << u"8.1.1.9"_s << true << QStringList();
    QTest::addRow("another one comes into the plan")
        << u"Chat_1"_s << u"8.1.4"_s << false << QStringList {u"Chat_1: nothing, not-stated"_s};
    QTest::addRow("unknown") << u"Ixn_1"_s << QString() << true
                             << QStringList {u"Ixn_1: restart, not-stated"_s};
}

void TestWhatIf::releases()
{
    QFETCH(QString, application);
    QFETCH(QString, release);
    QFETCH(bool, isBefore);
    const auto before = baseline();
    const auto working = assigned(before, u"Ixn_1");
    const auto result = whatIfRelease(before, working, applicationNamed(working, application),
        release, isBefore ? Upgrade::Before : Upgrade::With);
    QVERIFY(result);
    QTEST(lines(*result), "rows");
    QCOMPARE(result->now.summary, Planner(before, working, Matching::ById).summary());
}

void TestWhatIf::newServerIsRaisedInTheWorkingCopyAlone()
{
    const auto before = baseline();
    auto working = before;
    Application added;
    added.name = u"New"_s;
    added.type = working.application(applicationNamed(working, u"Ixn_1")).type;
    const auto step = addObject(working, added);
    QVERIFY(step);
    apply(working, *step);
    const auto result = whatIfRelease(
        before, working, applicationNamed(working, u"New"), u"8.1.4"_s, Upgrade::Before);
    QVERIFY(result);
    QCOMPARE(lines(*result), QStringList());
}

/// The site's answers belong to the document, not to a change that some deployment brings.
void TestWhatIf::answersCountInEveryStage()
{
    const auto before = baseline();
    auto working = assigned(before, u"Chat_1");
    const auto answer = recordAnswer(working,
        {u"chatserver"_s, u"tenants"_s, SiteAnswer::Effect::Restart, u"Seen"_s, u"ann"_s, {}});
    QVERIFY(answer);
    apply(working, *answer);
    const auto staging = splitIntoDeployments(before, working, {});
    QCOMPARE(staging.deployments.size(), 1);
    QCOMPARE(staging.restarts, 1);
    QCOMPARE(staging.restarts, staging.atOnce.restarts);
}

QTEST_APPLESS_MAIN(TestWhatIf)
#include "tst_whatif.moc"
