// SPDX-License-Identifier: Apache-2.0
#include "models/rules/catalogue.h"
#include "models/rules/fix.h"
#include "models/rules/validator.h"
#include "models/topology/apply.h"
#include "tests/models/rules/randomworld.h"
#include "tests/models/rules/ruleoracle.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

class TestFixes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFixTakesItsFindingAway_data();
    void everyFixTakesItsFindingAway();
};

void TestFixes::everyFixTakesItsFindingAway_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 0; seed < 20; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

/// Of any finding of any topology; and taking the step back gives the topology before.
void TestFixes::everyFixTakesItsFindingAway()
{
    QFETCH(quint32, seed);
    RandomWorld world(seed * 6151 + 5);
    for (int i = 0; i < 30; ++i) {
        const auto topology = world.topology();
        for (const auto &finding : checkAll(topology)) {
            const auto line = findingLine(finding);
            const auto fixes = fixesFor(topology, finding);
            QVERIFY(fixes.size() <= maxFixes);
            QVERIFY(hasFixes(finding.rule) || fixes.isEmpty());
            for (const auto &fix : fixes) {
                const auto told = (line + u" by "_s + fix.step.title).toUtf8();
                QVERIFY2(!fix.step.isEmpty() && !fix.step.title.isEmpty(), told.constData());
                QVERIFY2(!fix.step.title.contains(u'%'), told.constData());
                auto fixed = topology;
                ::apply(fixed, fix.step);
                QVERIFY2(!findingLines(checkAll(fixed)).contains(line), told.constData());
                ::apply(fixed, inverse(fix.step));
                QVERIFY2(fixed == topology, told.constData());
            }
        }
    }
}

QTEST_APPLESS_MAIN(TestFixes)
#include "tst_fixes.moc"
