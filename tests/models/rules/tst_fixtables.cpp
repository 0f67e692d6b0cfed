// SPDX-License-Identifier: Apache-2.0
#include "models/rules/catalogue.h"
#include "models/rules/facts.h"
#include "models/rules/fix.h"
#include "models/rules/fixall.h"
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

struct FixAllCase
{
    const char *rule;
    const char *title;
    int fixed;
    std::vector<std::string> skipped;  ///< "finding: why"
    std::vector<std::string> left;     ///< As in FixCase.
    void (*make)(World &);
    qsizetype choice = 0;
};

void threeOnADisabledHost(World &w)
{
    w.host("host-1").disabled();
    for (const auto *name : {"A", "B", "C"})
        w.application(name, "statserver").host("host-1");
}

}  // namespace

Q_DECLARE_METATYPE(FixCase)
Q_DECLARE_METATYPE(FixAllCase)

class TestFixTables : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void offers_data();
    void offers();
    void everyRuleWithFixesHasARow();
    void fixesAll_data();
    void fixesAll();
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

void TestFixTables::fixesAll_data()
{
    const std::vector<FixAllCase> rows {
        {"tenant-exclusive", "each finding by its first fix", 2, {}, {},
            [](World &w) {
                w.application("Email_1", "emailserver").tenants({"Acme", "Globex"});
                w.application("Email_2", "emailserver").tenants({"Acme", "Globex"});
            }},
        {"reference-disabled", "one fix takes away several findings", 1, {}, {},
            threeOnADisabledHost},
        {"reference-disabled", "another fix is chosen", 3, {}, {}, threeOnADisabledHost, 1},
        {"reference-disabled", "there are fewer: the last one", 3, {}, {}, threeOnADisabledHost, 7},
        {"reference-undefined", "what has no fix is skipped", 1,
            {"Nowhere (Application) is not defined, but A refers to it. There is no fix for it."},
            {"reference-undefined: Nowhere (Application) is not defined, but A refers to it."},
            [](World &w) { w.application("A", "statserver").host("host-1").connect("Nowhere"); }},
        {"capture-point-tenant-unserved", "an error that stood before stops nothing", 1, {},
            {"backup-mismatch: Ixn_B is the backup of Ixn, but its tenants differ; they must agree."},
            [](World &w) {
                w.application("Ixn", "interactionserver")
                    .tenant("Globex")
                    .release("8.1.4")
                    .backup("Ixn_B")
                    .redundancy(Redundancy::Warm);
                w.application("Ixn_B", "interactionserver").release("8.1.4");
                w.application("Capture", "capturepoint")
                    .connect("Ixn")
                    .option("settings", "TenantId", "101");
            }},
        {"ucs-shared-tenant", "an error that comes with any fix", 0,
            {"Acme is served by 2 contact servers (UCS_1, UCS_2); check that they are meant to share it. It would make an error: UCS_2 has no tenant. In a multi-tenant environment an eServices server needs one."},
            {"ucs-shared-tenant: Acme is served by 2 contact servers (UCS_1, UCS_2); check that they are meant to share it."},
            [](World &w) {
                w.application("UCS_1", "contactserver").tenant("Acme");
                w.application("UCS_2", "contactserver").tenant("Acme");
            }},
        {"backup-self", "nothing is found", 0, {}, {},
            [](World &w) { w.application("A", "statserver"); }},
    };
    QTest::addColumn<FixAllCase>("row");
    for (const auto &row : rows)
        QTest::addRow("%s: %s", row.rule, row.title) << row;
}

void TestFixTables::fixesAll()
{
    QFETCH(FixAllCase, row);
    const auto rule = ruleFromName(QString::fromUtf8(row.rule));
    QVERIFY2(rule, row.rule);
    World world;
    row.make(world);
    const auto topology = world.builder.build();
    const auto all = fixAll(
        topology, {}, [&](const Finding &finding) { return finding.rule == *rule; }, row.choice);
    QStringList skipped;
    for (const auto &one : all.skipped)
        skipped.append(one.finding + u" "_s + one.why);
    QCOMPARE(skipped, texts(row.skipped));
    QCOMPARE(all.fixed, row.fixed);
    auto fixed = topology;
    ::apply(fixed, all.step);
    QCOMPARE(found(fixed), texts(row.left));
    // One step: taken back as a whole.
    ::apply(fixed, inverse(all.step));
    QVERIFY(fixed == topology);
}

QTEST_APPLESS_MAIN(TestFixTables)
#include "tst_fixtables.moc"
