// SPDX-License-Identifier: Apache-2.0
#include "models/rules/catalogue.h"
#include "models/rules/validator.h"
#include "models/topology/apply.h"
#include "models/topology/edits.h"
#include "tests/models/rules/randomworld.h"
#include "tests/models/rules/ruleoracle.h"
#include "tests/support/largetopology.h"
#include "tests/support/topologybuilder.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <set>

using namespace Qt::StringLiterals;

namespace {

using Standing = std::map<FindingId, QString>;

Standing standing(const Validator &validator)
{
    Standing lines;
    for (const auto id : validator.findings())
        lines.emplace(id, findingLine(validator.finding(id)));
    return lines;
}

QStringList sortedLines(const Standing &findings)
{
    QStringList lines;
    for (const auto &[id, line] : findings)
        lines.append(line);
    lines.sort();
    return lines;
}

/// What is in one list only, for a failure's message.
QString difference(const QStringList &expected, const QStringList &found)
{
    QStringList missing;
    QStringList extra;
    std::set_difference(
        expected.begin(), expected.end(), found.begin(), found.end(), std::back_inserter(missing));
    std::set_difference(
        found.begin(), found.end(), expected.begin(), expected.end(), std::back_inserter(extra));
    return u"missing:\n  %1\ntoo many:\n  %2"_s.arg(missing.join(u"\n  "_s), extra.join(u"\n  "_s));
}

/// That what edits keep up (facts of applications, unusual names) is as in a topology that was
/// built from the same records.
bool agreesWithItsRecords(const Topology &topology)
{
    const auto built = *Topology::fromParts(
        {topology.tenants(), topology.offices(), topology.switches(), topology.hosts(),
            topology.applications(), topology.settings(), topology.extra(), {}, {}, {}, {}, {}});
    const auto fields = [](const Topology::Facts &f) {
        return std::tuple(f.type, f.sharing, f.isDefined, f.isEnabled, f.isBackup, f.isEServices,
            f.isInteractionServer, f.traits, f.portTraits, f.port, f.firstTenant, f.dbid);
    };
    for (quint32 id = 0; id < topology.applications().idBound(); ++id) {
        if (fields(topology.facts(ApplicationId(id))) != fields(built.facts(ApplicationId(id))))
            return false;
    }
    for (int kind = 0; kind < kindCount; ++kind) {
        if (topology.names(Kind(kind)).unusual() != built.names(Kind(kind)).unusual())
            return false;
    }
    return true;
}

/// A validator that is asked, at every step, whether it told exactly what changed.
class Follower
{
public:
    explicit Follower(const Topology &topology)
        : m_validator(topology)
        , m_standing(standing(m_validator))
    {
    }

    QStringList lines() const { return sortedLines(m_standing); }

    /// Tries the step out, then applies it for good; what went wrong, or nothing.
    QString take(Topology &topology, const Step &step)
    {
        apply(topology, step);
        const auto trial = m_validator.tryOut(step.edits);
        const auto back = inverse(step);
        apply(topology, back);
        m_validator.endTrial(back.edits);
        if (standing(m_validator) != m_standing)
            return u"the trial left something"_s;

        apply(topology, step);
        const auto delta = m_validator.update(step.edits);
        const auto before = std::exchange(m_standing, standing(m_validator));

        // What stood, without what went, with what came, is what stands; id by id.
        auto expected = before;
        Standing gone;
        Standing come;
        for (const auto id : delta.removed) {
            if (m_validator.contains(id) || !expected.contains(id))
                return u"%1 is not gone"_s.arg(id.value());
            gone.insert(expected.extract(id));
        }
        for (const auto id : delta.added) {
            if (before.contains(id) || !m_standing.contains(id) || come.contains(id))
                return u"%1 is not new"_s.arg(id.value());
            come.emplace(id, m_standing.at(id));
        }
        expected.insert(come.begin(), come.end());
        if (expected != m_standing)
            return u"the delta is not what changed"_s;
        const auto goneLines = sortedLines(gone);
        const auto comeLines = sortedLines(come);
        QStringList both;
        std::set_intersection(goneLines.begin(), goneLines.end(), comeLines.begin(),
            comeLines.end(), std::back_inserter(both));
        if (!both.isEmpty())
            return u"goes and comes: "_s + both.join(u", "_s);

        if (findingLines(trial.added) != comeLines || findingLines(trial.removed) != goneLines)
            return u"the trial told something else"_s;
        const auto scratch = findingLines(checkAll(topology));
        return scratch == lines() ? QString() : difference(scratch, lines());
    }

private:
    Validator m_validator;
    Standing m_standing;
};

}  // namespace

class TestValidator : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithTheOracle_data();
    void agreesWithTheOracle();
    void everyRuleHappensInTheRandomWorlds();
    void keepsUpWithEdits_data();
    void keepsUpWithEdits();
    void keepsUpWithManyFindingsAtOnce();
    void keepsIdsOfWhatStands();
    void countsWithoutAWalk();
};

void TestValidator::agreesWithTheOracle_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 0; seed < 40; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestValidator::agreesWithTheOracle()
{
    QFETCH(quint32, seed);
    RandomWorld world(seed * 7919 + 1);
    for (int i = 0; i < 60; ++i) {
        const auto topology = world.topology();
        const auto expected = oracleFindings(topology);
        const auto found = findingLines(checkAll(topology));
        QVERIFY2(
            found == expected, qPrintable(u"topology %1: "_s.arg(i) + difference(expected, found)));
    }
}

/// What never fires in them would not be tested by them.
void TestValidator::everyRuleHappensInTheRandomWorlds()
{
    std::set<QString> seen;
    RandomWorld world(1);
    for (int i = 0; i < 2500; ++i) {
        for (const auto &line : oracleFindings(world.topology()))
            seen.insert(line.section(u'|', 0, 0));
    }
    for (int i = 0; i < ruleCount(); ++i)
        QVERIFY2(seen.contains(ruleName(RuleId(i))), ruleName(RuleId(i)).data());
    QCOMPARE(int(seen.size()), ruleCount());
}

void TestValidator::keepsUpWithEdits_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 0; seed < 60; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

/// Any series of edits, undo and redo: findings equal a check from scratch, deltas tell exactly
/// what changed, and what stands keeps its id.
void TestValidator::keepsUpWithEdits()
{
    QFETCH(quint32, seed);
    RandomWorld world(seed * 104729 + 3);
    Topology topology = world.topology();
    Follower follower(topology);
    QList<Step> done;
    QList<Step> undone;
    std::mt19937 random(seed);
    for (int i = 0; i < 150; ++i) {
        Step step;
        const auto way = random() % 6;
        if (way == 0 && !done.isEmpty()) {
            step = inverse(done.last());
            undone.append(done.takeLast());
        } else if (way == 1 && !undone.isEmpty()) {
            step = undone.takeLast();
            done.append(step);
        } else {
            step = world.step(topology);
            if (step.isEmpty())
                continue;
            done.append(step);
            undone.clear();
        }
        const auto title = u"edit %1 (%2)"_s.arg(i).arg(stepTitle(topology, step));
        const auto fault = follower.take(topology, step);
        QVERIFY2(fault.isEmpty(), qPrintable(title + u": "_s + fault));
        QVERIFY2(agreesWithItsRecords(topology), qPrintable(title));
        const auto expected = oracleFindings(topology);
        const auto found = follower.lines();
        QVERIFY2(found == expected, qPrintable(title + u": "_s + difference(expected, found)));
    }
}

/// One edit takes thousands of findings away and brings thousands: numbers are not used again
/// within it.
void TestValidator::keepsUpWithManyFindingsAtOnce()
{
    Topology topology = LargeTopology::working(400);
    Follower follower(topology);
    const auto first = applicationNamed(topology, u"MessageServer");
    const auto second = applicationNamed(topology, u"SCS");
    QList<ApplicationId> all;
    for (const auto &application : topology.applications())
        all.append(application.id);
    const auto change = [&](auto object, Field field, const Value &value) {
        return setField(topology, object, field, value)->edits;
    };
    for (int i = 0; i < 2; ++i) {
        // Some five thousand connect to the one, four hundred to the other.
        const auto state = i % 2 ? ObjectState::Enabled : ObjectState::Disabled;
        const auto other = i % 2 ? ObjectState::Disabled : ObjectState::Enabled;
        const Step swap {
            u"swap"_s, change(first, Field::State, state) + change(second, Field::State, other)};
        QCOMPARE(follower.take(topology, swap), QString());
        // One DBID and one name for all, and back.
        Step shared {u"share"_s, {}};
        for (const auto id : all) {
            shared.edits += change(id, Field::Dbid, qint64(7));
            shared.edits += change(id, Field::Name, u"Shared"_s);
        }
        QCOMPARE(follower.take(topology, shared), QString());
        QCOMPARE(follower.take(topology, inverse(shared)), QString());
    }
}

void TestValidator::keepsIdsOfWhatStands()
{
    TopologyBuilder b;
    b.tenant(u"Acme");
    b.tenant(u"Globex");
    b.tenant(u"Initech");
    b.application(u"Email_1", u"emailserver").tenants({u"Acme", u"Globex"}).disabled();
    b.application(u"Email_2", u"emailserver").tenants({u"Acme", u"Globex"});
    Topology topology = b.build();
    Validator validator(topology);
    const auto email = applicationNamed(topology, u"Email_1");
    const auto other = applicationNamed(topology, u"Email_2");
    const auto exclusive = [&](ApplicationId id) {
        QList<FindingId> ids;
        for (const auto finding : validator.findingsOf(id)) {
            if (ruleName(validator.finding(finding).rule) == "tenant-exclusive"_L1)
                ids.append(finding);
        }
        return ids;
    };
    const auto first = exclusive(email);
    QCOMPARE(first.size(), 1);

    const auto renamed = *setField(topology, email, Field::Name, u"Mail"_s);
    apply(topology, renamed);
    QVERIFY(validator.update(renamed.edits).isEmpty());
    QCOMPARE(exclusive(email), first);

    const auto assigned = *assignTenant(topology, other, tenantNamed(topology, u"Initech"));
    apply(topology, assigned);
    const auto delta = validator.update(assigned.edits);
    QCOMPARE(exclusive(email), first);
    QCOMPARE(delta.added.size(), 1);
    QCOMPARE(validator.finding(delta.added.first()).tenants.size(), 3);
    // One finding of Email_2 is another now, and Initech is covered.
    QCOMPARE(delta.removed.size(), 2);
}

void TestValidator::countsWithoutAWalk()
{
    RandomWorld world(5);
    Topology topology = world.topology();
    Validator validator(topology);
    for (int i = 0; i < 200; ++i) {
        const auto step = world.step(topology);
        apply(topology, step);
        validator.update(step.edits);
        FindingsSummary whole;
        std::map<ObjectId, FindingsSummary> objects;
        const auto count = [](FindingsSummary &summary, Severity severity) {
            ++(severity == Severity::Error          ? summary.errors
                    : severity == Severity::Warning ? summary.warnings
                                                    : summary.advice);
        };
        for (const auto id : validator.findings()) {
            const auto &finding = validator.finding(id);
            count(whole, finding.severity);
            count(objects[finding.object], finding.severity);
            QVERIFY(validator.findingsOf(finding.object).contains(id));
        }
        QCOMPARE(validator.summary(), whole);
        for (const auto &[object, summary] : objects)
            QCOMPARE(validator.summaryOf(object), summary);
        for (const auto &application : topology.applications())
            QCOMPARE(validator.summaryOf(application.id).total(),
                validator.findingsOf(application.id).size());
    }
}

QTEST_GUILESS_MAIN(TestValidator)
#include "tst_validator.moc"
