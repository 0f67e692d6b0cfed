// SPDX-License-Identifier: Apache-2.0
#include "models/document/fixall.h"
#include "models/document/stepcost.h"
#include "models/rules/catalogue.h"
#include "models/rules/validator.h"
#include "models/topology/apply.h"
#include "tests/models/rules/rulecase.h"
#include "tests/support/temporarydocument.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

QStringList texts(const std::vector<std::string> &lines)
{
    QStringList all;
    for (const auto &line : lines)
        all.append(QString::fromStdString(line));
    return all;
}

QStringList found(const Topology &topology)
{
    QStringList lines;
    for (const auto &finding : checkAll(topology))
        lines.append(ruleName(finding.rule) + u": "_s + message(topology, finding));
    return lines;
}

struct FixAllCase
{
    const char *rule;
    const char *title;
    int fixed;
    std::vector<std::string> skipped;  ///< "finding: why"
    std::vector<std::string> left;     ///< What is found then, by any rule: "rule: message".
    void (*make)(World &);
    FixChoice choice = {};
};

void threeOnADisabledHost(World &w)
{
    w.host("host-1").disabled();
    for (const auto *name : {"A", "B", "C"})
        w.application(name, "statserver").host("host-1");
}

/// Two E-mail Servers, of which the second has a tenant more.
void twoThatServeTooMany(World &w)
{
    w.tenant("Initech");
    w.application("Email_1", "emailserver").tenants({"Acme", "Globex"});
    w.application("Email_2", "emailserver").tenants({"Acme", "Globex", "Initech"});
}

}  // namespace

Q_DECLARE_METATYPE(FixAllCase)

class TestFixAll : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fixesAll_data();
    void fixesAll();
    void splitsEach();
    void countsByPrice_data();
    void countsByPrice();
};

void TestFixAll::fixesAll_data()
{
    const std::vector<FixAllCase> rows {
        {"tenant-exclusive", "each finding by its first fix", 2, {}, {},
            [](World &w) {
                w.application("Email_1", "emailserver").tenants({"Acme", "Globex"});
                w.application("Email_2", "emailserver").tenants({"Acme", "Globex"});
            }},
        {"reference-disabled", "one fix takes away several findings", 1, {}, {},
            threeOnADisabledHost},
        {"reference-disabled", "another fix is chosen", 3, {}, {}, threeOnADisabledHost, {1, {}}},
        {"reference-disabled", "there are fewer: the last one", 3, {}, {}, threeOnADisabledHost,
            {7, {}}},
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
        {"tenant-exclusive", "of the way that is chosen", 2, {}, {}, twoThatServeTooMany, {0, 1}},
        {"tenant-exclusive", "a way that they don't have", 0,
            {"Email_1 serves 2 tenants (Acme, Globex); E-mail Server allows exactly one. It can't be fixed in this way."},
            {"tenant-exclusive: Email_1 serves 2 tenants (Acme, Globex); E-mail Server allows exactly one."},
            [](World &w) {
                w.application("Email_1", "emailserver").tenants({"Acme", "Globex"});
            },
            {0, 2}},
        {"backup-self", "nothing is found", 0, {}, {},
            [](World &w) { w.application("A", "statserver"); }},
    };
    QTest::addColumn<FixAllCase>("row");
    for (const auto &row : rows)
        QTest::addRow("%s: %s", row.rule, row.title) << row;
}

void TestFixAll::fixesAll()
{
    QFETCH(FixAllCase, row);
    const auto rule = ruleFromName(QString::fromUtf8(row.rule));
    QVERIFY2(rule, row.rule);
    World world;
    row.make(world);
    const auto topology = world.builder.build();
    const auto all = fixAll(
        topology, topology, {}, [&](const Finding &finding) { return finding.rule == *rule; },
        row.choice);
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

/// Whatever the number of fixes of another way that stand before it.
void TestFixAll::splitsEach()
{
    World world;
    twoThatServeTooMany(world);
    auto topology = world.builder.build();
    const auto all = fixAll(topology, topology, {}, [](const Finding &) { return true; }, {0, 1});
    ::apply(topology, all.step);
    QCOMPARE(topology.applications().size(), 5);
}

void TestFixAll::countsByPrice_data()
{
    QTest::addColumn<int>("place");
    for (int place = 0; place < 2; ++place)
        QTest::addRow("fix %d", place + 1) << place;
}

/// In the same order for one finding and for all. By its own order the first fix would be the one
/// that takes a restart.
void TestFixAll::countsByPrice()
{
    QFETCH(int, place);
    World world;
    world.application("Ixn_1", "interactionserver").tenant("Globex").release("8.1.1");
    world.application("Ixn_2", "interactionserver").tenant("Globex").release("8.1.4");
    world.application("Capture", "capturepoint")
        .connect("Ixn_1")
        .connect("Ixn_2")
        .option("settings", "TenantId", "101");
    const TemporaryDocument document(world.builder.build());
    const auto findings = checkAll(document.topology());
    const auto finding = std::find_if(findings.cbegin(), findings.cend(), [](const Finding &each) {
        return ruleName(each.rule) == u"capture-point-tenant-unserved"_s;
    });
    QVERIFY(finding != findings.cend());
    const auto priced = pricedFixes(*document, *finding);
    QCOMPARE(priced.size(), 2);
    QVERIFY(priced.at(0).cost < priced.at(1).cost);
    QVERIFY(priced.constFirst().fix.place != 0);
    const auto all = fixAll(document.topology(), document->baseline(), {},
        [&](const Finding &each) { return each.rule == finding->rule; }, {place, {}});
    QCOMPARE(all.fixed, 1);
    auto byAll = document.topology();
    ::apply(byAll, all.step);
    auto byOne = document.topology();
    ::apply(byOne, priced.at(place).fix.step);
    QVERIFY(byAll == byOne);
}

QTEST_GUILESS_MAIN(TestFixAll)
#include "tst_fixall.moc"
