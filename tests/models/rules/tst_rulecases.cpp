// SPDX-License-Identifier: Apache-2.0
#include "models/rules/catalogue.h"
#include "models/rules/validator.h"
#include "tests/models/rules/rulecase.h"
#include "tests/models/rules/ruleoracle.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(RuleCase)

namespace {

QString listed(const QStringList &names)
{
    return names.isEmpty() ? u"-"_s : names.join(u", "_s);
}

/// A finding as rows write it.
QString described(const Topology &topology, const Finding &finding)
{
    const auto labelled = [&](const Subject &subject) {
        return subjectKindToken(subject) + u' ' + subjectName(topology, subject);
    };
    QStringList tenants;
    for (const auto tenant : tenantsByName(topology, finding))
        tenants.append(topology.tenant(tenant).name);
    QStringList related;
    for (const auto &subject : relatedByName(topology, finding))
        related.append(labelled(subject));
    return QStringList {severityToken(finding.severity), labelled(Subject::of(finding.object)),
        listed(tenants), listed(related)}
        .join(u" | "_s);
}

}  // namespace

class TestRuleCases : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsExactly_data();
    void findsExactly();
    void everyRuleFiresAndNearlyFires();
};

void TestRuleCases::findsExactly_data()
{
    QTest::addColumn<RuleCase>("row");
    for (const auto &row : ruleCases())
        QTest::addRow("%s: %s", row.rule, row.title) << row;
}

void TestRuleCases::findsExactly()
{
    QFETCH(RuleCase, row);
    const auto rule = ruleFromName(QString::fromUtf8(row.rule));
    QVERIFY2(rule, row.rule);
    World world;
    row.make(world);
    const auto topology = world.builder.build();
    const auto findings = checkAll(topology);

    QStringList expected;
    for (const auto &line : row.findings)
        expected.append(QString::fromStdString(line));
    QStringList found;
    for (const auto &finding : findings) {
        if (finding.rule == *rule)
            found.append(described(topology, finding));
    }
    QCOMPARE(found, expected);
    // Of all other rules too.
    QCOMPARE(findingLines(findings), oracleFindings(topology));
    // Messages can be made of whatever was found.
    for (const auto &finding : findings)
        QVERIFY(!message(topology, finding).isEmpty());
}

void TestRuleCases::everyRuleFiresAndNearlyFires()
{
    std::set<std::string> firing;
    std::set<std::string> missing;
    for (const auto &row : ruleCases())
        (row.findings.empty() ? missing : firing).insert(row.rule);
    for (int i = 0; i < ruleCount(); ++i) {
        const auto name = ruleName(RuleId(i));
        QVERIFY2(firing.contains(name.data()), name.data());
        QVERIFY2(missing.contains(name.data()), name.data());
    }
}

QTEST_GUILESS_MAIN(TestRuleCases)
#include "tst_rulecases.moc"
