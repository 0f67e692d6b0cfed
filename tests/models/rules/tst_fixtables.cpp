// SPDX-License-Identifier: Apache-2.0
#include "models/rules/catalogue.h"
#include "models/rules/facts.h"
#include "models/rules/fix.h"
#include "models/rules/validator.h"
#include "models/topology/apply.h"
#include "tests/models/rules/fixcase.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace {

QStringList texts(const std::vector<std::string> &lines)
{
    QStringList all;
    for (const auto &line : lines)
        all.append(QString::fromStdString(line));
    return all;
}

/// What is otherwise in one kind of object.
template <class T>
void compare(QStringList &lines, const Topology &before, const Topology &after)
{
    const T blank;
    for (const auto &old : before.table<T>()) {
        if (!after.table<T>().contains(old.id))
            lines.append(old.name + u" is removed"_s);
    }
    for (const auto &now : after.table<T>()) {
        const auto *old = before.table<T>().find(now.id);
        if (!old)
            lines.append(now.name + u" is added"_s);
        else if (old->isPlaceholder && !now.isPlaceholder)
            lines.append(now.name + u" is defined"_s);
        for (const auto field : fieldsOf(T::kind)) {
            const auto value = fieldValue(now, field);
            if (field != Field::Name || old) {
                if (value != fieldValue(old ? *old : blank, field))
                    lines.append((old ? old->name : now.name) + u": "_s
                        + factText(after, {now.id, field, value}));
            }
        }
    }
}

QStringList changes(const Topology &before, const Topology &after)
{
    QStringList lines;
    compare<Tenant>(lines, before, after);
    compare<Switch>(lines, before, after);
    compare<Host>(lines, before, after);
    compare<Application>(lines, before, after);
    const auto setting = after.settings().socialMessagingTenants;
    if (before.settings().socialMessagingTenants != setting)
        lines.append(factText(after, {.setting = setting}));
    return lines;
}

QStringList found(const Topology &topology)
{
    QStringList lines;
    for (const auto &finding : checkAll(topology))
        lines.append(ruleName(finding.rule) + u": "_s + message(topology, finding));
    return lines;
}

std::optional<Finding> firstOf(const Topology &topology, RuleId rule)
{
    for (const auto &finding : checkAll(topology)) {
        if (finding.rule == rule)
            return finding;
    }
    return std::nullopt;
}

}  // namespace

Q_DECLARE_METATYPE(FixCase)

class TestFixTables : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void offers_data();
    void offers();
    void everyRuleWithFixesHasARow();
};

void TestFixTables::offers_data()
{
    QTest::addColumn<FixCase>("row");
    for (const auto &row : fixCases())
        QTest::addRow("%s: %s", row.rule, row.title) << row;
}

void TestFixTables::offers()
{
    QFETCH(FixCase, row);
    const auto rule = ruleFromName(QString::fromUtf8(row.rule));
    QVERIFY2(rule, row.rule);
    World world;
    row.make(world);
    const auto topology = world.builder.build();
    const auto finding = firstOf(topology, *rule);
    QVERIFY(finding);

    const auto fixes = fixesFor(topology, *finding);
    QStringList titles;
    for (const auto &fix : fixes)
        titles.append(fix.step.title);
    QCOMPARE(titles, texts(row.fixes));
    if (fixes.isEmpty())
        return;
    auto fixed = topology;
    ::apply(fixed, fixes.constFirst().step);
    QCOMPARE(changes(topology, fixed), texts(row.changes));
    QCOMPARE(found(fixed), texts(row.left));
}

void TestFixTables::everyRuleWithFixesHasARow()
{
    std::set<std::string> withRow;
    for (const auto &row : fixCases()) {
        if (!row.fixes.empty())
            withRow.insert(row.rule);
    }
    for (int i = 0; i < ruleCount(); ++i) {
        const auto name = ruleName(RuleId(i));
        QVERIFY2(hasFixes(RuleId(i)) == withRow.contains(name.data()), name.data());
    }
}

QTEST_APPLESS_MAIN(TestFixTables)
#include "tst_fixtables.moc"
