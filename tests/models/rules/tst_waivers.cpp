// SPDX-License-Identifier: Apache-2.0
#include "models/rules/catalogue.h"
#include "models/rules/validator.h"
#include "models/rules/waivers.h"
#include "models/topology/apply.h"
#include "models/topology/edits.h"
#include "tests/models/rules/randomworld.h"
#include "tests/models/rules/ruleoracle.h"
#include "tests/support/topologybuilder.h"

#include <QTest>

#include <map>
#include <random>

using namespace Qt::StringLiterals;

namespace {

/// An E-mail Server with two tenants too many.
Topology site()
{
    TopologyBuilder b;
    b.tenant("Acme").dbid(101);
    b.tenant("Globex").dbid(102);
    b.tenant("Initech").dbid(103);
    b.application("Email_1", "emailserver").tenants({"Acme", "Globex"});
    return b.build();
}

Finding onlyOf(const Topology &topology, const char *rule, QDate today = {})
{
    Finding found;
    int count = 0;
    for (const auto &finding : checkAll(topology, today)) {
        if (ruleName(finding.rule) == QLatin1String(rule)) {
            found = finding;
            ++count;
        }
    }
    Q_ASSERT(count == 1);
    return found;
}

Topology waived(Topology topology, const Finding &finding, QDate expiry = {})
{
    ::apply(topology,
        *setWaiver(topology, {waiverKey(finding), u"Agreed"_s, u"mia"_s, expiry, u"…"_s}));
    return topology;
}

using Standing = std::map<FindingId, std::pair<QString, bool>>;

Standing standing(const Validator &validator)
{
    Standing findings;
    for (const auto id : validator.findings())
        findings.emplace(
            id, std::pair(findingLine(validator.finding(id)), validator.finding(id).isWaived));
    return findings;
}

/// Line and whether it is waived, sorted.
QStringList described(const QList<Finding> &findings)
{
    QStringList lines;
    for (const auto &finding : findings)
        lines.append(findingLine(finding) + (finding.isWaived ? u" waived"_s : QString()));
    lines.sort();
    return lines;
}

}  // namespace

class TestWaivers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void acceptsItsFinding();
    void countsThroughItsExpiryDate_data();
    void countsThroughItsExpiryDate();
    void endsWhenTheKeyChanges();
    void outlivesARename();
    void needsAReason();
    void isUndoneAndRedone();
    void keepsUpWithEdits_data();
    void keepsUpWithEdits();
};

void TestWaivers::acceptsItsFinding()
{
    const auto topology = site();
    const auto before = summaryOf(checkAll(topology));
    const auto after = waived(topology, onlyOf(topology, "tenant-exclusive"));
    QVERIFY(onlyOf(after, "tenant-exclusive").isWaived);
    const auto summary = summaryOf(checkAll(after));
    QCOMPARE(summary.errors, before.errors - 1);
    QCOMPARE(summary.waived, 1);
    QCOMPARE(summary.total(), before.total());
    QCOMPARE(waiverStates(after, checkAll(after), {}), QList {WaiverState::InForce});
}

void TestWaivers::countsThroughItsExpiryDate_data()
{
    QTest::addColumn<QDate>("today");
    QTest::addColumn<bool>("counts");
    QTest::addRow("the day before") << QDate(2026, 12, 30) << true;
    QTest::addRow("the day itself") << QDate(2026, 12, 31) << true;
    QTest::addRow("the day after") << QDate(2027, 1, 1) << false;
    QTest::addRow("nobody knows the day") << QDate() << true;
}

void TestWaivers::countsThroughItsExpiryDate()
{
    QFETCH(QDate, today);
    QFETCH(bool, counts);
    auto topology = site();
    const auto finding = onlyOf(topology, "tenant-exclusive");
    topology = waived(topology, finding, QDate(2026, 12, 31));
    QCOMPARE(onlyOf(topology, "tenant-exclusive", today).isWaived, counts);
    QCOMPARE(waiverStates(topology, checkAll(topology), today),
        QList {counts ? WaiverState::InForce : WaiverState::Expired});
    // The same where a day begins while one looks on.
    Validator validator(topology, QDate(2026, 12, 1));
    const auto delta = validator.setToday(today);
    QCOMPARE(delta.waived.size(), counts ? 0 : 1);
    QVERIFY(delta.added.isEmpty() && delta.removed.isEmpty());
    QCOMPARE(validator.summary(), summaryOf(checkAll(topology, today)));
}

void TestWaivers::endsWhenTheKeyChanges()
{
    auto topology = site();
    topology = waived(topology, onlyOf(topology, "tenant-exclusive"));
    const auto email = *topology.findApplication(u"Email_1");
    ::apply(topology, *assignTenant(topology, email, *topology.findTenant(u"Initech")));
    QVERIFY(!onlyOf(topology, "tenant-exclusive").isWaived);
    QCOMPARE(waiverStates(topology, checkAll(topology), {}), QList {WaiverState::Stale});
    ::apply(topology, *removeObject(topology, email));
    QCOMPARE(waiverStates(topology, checkAll(topology), {}), QList {WaiverState::Stale});
}

void TestWaivers::outlivesARename()
{
    auto topology = site();
    topology = waived(topology, onlyOf(topology, "tenant-exclusive"));
    ::apply(topology,
        *setField(topology, *topology.findApplication(u"Email_1"), Field::Name, u"Mail"_s));
    QVERIFY(onlyOf(topology, "tenant-exclusive").isWaived);
}

void TestWaivers::needsAReason()
{
    const auto topology = site();
    const auto key = waiverKey(onlyOf(topology, "tenant-exclusive"));
    QCOMPARE(
        setWaiver(topology, {key, u" \t"_s, {}, {}, {}}).error().code, Error::Code::InvalidInput);
    QCOMPARE(withdrawWaiver(topology, key).error().code, Error::Code::NotFound);
}

void TestWaivers::isUndoneAndRedone()
{
    const auto before = site();
    const auto key = waiverKey(onlyOf(before, "tenant-exclusive"));
    const auto made = *setWaiver(before, {key, u"Agreed"_s, {}, {}, {}});
    auto topology = before;
    ::apply(topology, made);
    const auto first = topology;
    QVERIFY(setWaiver(topology, {key, u"Agreed"_s, {}, {}, {}})->isEmpty());
    const auto changed = *setWaiver(topology, {key, u"Still agreed"_s, u"mia"_s, {}, {}});
    ::apply(topology, changed);
    QCOMPARE(topology.waivers().size(), 1);
    ::apply(topology, inverse(changed));
    QVERIFY(topology == first);
    ::apply(topology, inverse(made));
    QVERIFY(topology == before);
    ::apply(topology, made);
    QVERIFY(topology == first);
    ::apply(topology, *withdrawWaiver(topology, key));
    QVERIFY(topology == before);
}

void TestWaivers::keepsUpWithEdits_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 0; seed < 12; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

/// Waivers made, changed and withdrawn among edits of all kinds: what is waived equals a check from
/// scratch, and the delta tells exactly whose state turned.
void TestWaivers::keepsUpWithEdits()
{
    QFETCH(quint32, seed);
    RandomWorld world(seed * 611953 + 7);
    auto topology = world.topology();
    const QDate today(2026, 6, 15);
    Validator validator(topology, today);
    std::mt19937 random(seed);
    const auto below = [&](qsizetype bound) { return qsizetype(random() % quint32(bound)); };
    for (int i = 0; i < 120; ++i) {
        const auto before = standing(validator);
        const auto ids = validator.findings();
        Step step;
        if (i % 3 != 0 || ids.isEmpty()) {
            step = world.step(topology);
        } else if (!topology.waivers().isEmpty() && below(4) == 0) {
            const auto &waiver = topology.waivers().at(below(topology.waivers().size()));
            step = *withdrawWaiver(topology, waiver.key);
        } else {
            const auto key = waiverKey(validator.finding(ids.at(below(ids.size()))));
            step =
                *setWaiver(topology, {key, u"r%1"_s.arg(i), {}, today.addDays(below(3) - 1), {}});
        }
        ::apply(topology, step);
        const auto delta = validator.update(step.edits);
        const auto after = standing(validator);
        QCOMPARE(described([&] {
            QList<Finding> findings;
            for (const auto id : validator.findings())
                findings.append(validator.finding(id));
            return findings;
        }()),
            described(checkAll(topology, today)));
        QCOMPARE(validator.summary(), summaryOf(checkAll(topology, today)));
        for (const auto &[id, state] : after) {
            const auto known = before.find(id);
            const bool isTurned =
                known != before.end() && !delta.added.contains(id) && known->second != state;
            QCOMPARE(delta.waived.contains(id), isTurned);
        }
    }
}

QTEST_APPLESS_MAIN(TestWaivers)
#include "tst_waivers.moc"
