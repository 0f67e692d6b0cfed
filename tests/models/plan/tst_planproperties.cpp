// SPDX-License-Identifier: Apache-2.0
#include "models/plan/planner.h"
#include "models/topology/apply.h"
#include "tests/models/plan/planoracle.h"
#include "tests/models/plan/randomplansteps.h"
#include "tests/support/randomsteps.h"
#include "tests/support/topologybuilder.h"

#include <QTest>

#include <rapidcheck.h>

using namespace Qt::StringLiterals;

namespace {

Topology start()
{
    TopologyBuilder b;
    b.tenant(u"T1");
    b.tenant(u"T2").parent(u"T1");
    b.multimediaSwitch(u"T1", u"S1");
    b.host(u"H1");
    b.application(u"A1", u"istransportserver")
        .tenants({u"T1", u"T2"})
        .backup(u"A2")
        .redundancy(Redundancy::Hot)
        .host(u"H1");
    b.application(u"A2", u"istransportserver").tenants({u"T1", u"T2"}).connect(u"A3");
    b.application(u"A3", u"interactionserver")
        .tenants({u"T1"})
        .release(u"8.1.1")
        .connect(u"A1")
        .link(u"T1", u"S1");
    b.application(u"A4", u"socialms")
        .tenants({u"T2"})
        .option(u"channel-a", u"inbound-route", u"101")
        .connect(u"A3");
    b.application(u"A5", u"interactionserver")
        .tenants({u"T1"})
        .release(u"8.1.400")
        .backup(u"A6")
        .host(u"P0");
    b.application(u"A6", u"interactionserver")
        .tenants({u"P0"})
        .release(u"8.1.400")
        .link(u"P0", u"S");
    return b.build();
}

Topology walked(RandomPlanSteps &random, Topology topology, int steps)
{
    for (int i = 0; i < steps; ++i)
        apply(topology, random.next(topology));
    return topology;
}

void assertSame(const QStringList &actual, const QStringList &expected)
{
    RC_LOG() << "actual:\n  " << qPrintable(actual.join(u"\n  "_s)) << "\nexpected:\n  "
             << qPrintable(expected.join(u"\n  "_s)) << "\n";
    RC_ASSERT(actual == expected);
}

/// Site answers apart: the oracle says what the sources say.
void assertAgrees(const Topology &baseline, const Topology &answered, Matching matching)
{
    const auto working = asInFiles(answered);
    const PlanOracle oracle(baseline, working, matching);
    const Planner planner(baseline, working, matching);
    assertSame(comparable(planner.plan()), oracle.plan);
    assertSame({comparable(planner.summary())}, {oracle.summary});
    assertSame(comparable(differences(baseline, working, matching)), oracle.differences);
}

/// Everything that can be asked of a planner, as lines.
QStringList answers(const Planner &planner, const Topology &baseline, const Topology &working)
{
    auto lines = comparable(planner.plan());
    lines.append(comparable(planner.summary()));
    const auto ids = planner.rows();
    QStringList rows;
    for (const auto id : ids) {
        const auto &row = *planner.row(id);
        auto line = u"%1 %2 %3"_s.arg(id.value()).arg(int(row.action)).arg(int(row.interruption));
        for (const auto tenant : row.interrupted)
            line += u" %1"_s.arg(tenant.value());
        for (const auto tenant : row.bystanders)
            line += u" by %1"_s.arg(tenant.value());
        rows.append(line);
    }
    rows.sort();
    lines += rows;
    for (const Kind kind :
        {Kind::Tenant, Kind::SwitchingOffice, Kind::Switch, Kind::Host, Kind::Application}) {
        for (quint32 id = 0; id < std::max(baseline.nextId(kind), working.nextId(kind)); ++id) {
            if (const auto change = planner.change(ObjectId(kind, id)))
                lines.append(u"%1 %2 %3"_s.arg(kindToken(kind)).arg(id).arg(int(*change)));
        }
    }
    return lines;
}

/// What a view that listens to deltas alone knows of the rows.
class RowsByDelta
{
public:
    explicit RowsByDelta(const Planner &planner)
        : m_planner(planner)
    {
        take({planner.rows()});
    }
    void take(const PlanDelta &delta)
    {
        for (const auto id : delta.applications) {
            const auto *row = m_planner.row(id);
            if (row)
                m_rows.insert_or_assign(id, *row);
            else
                m_rows.erase(id);
        }
    }
    bool isUpToDate() const
    {
        const auto ids = m_planner.rows();
        return size_t(ids.size()) == m_rows.size()
            && std::all_of(ids.begin(), ids.end(), [this](ApplicationId id) {
                   const auto known = m_rows.find(id);
                   return known != m_rows.end() && known->second == *m_planner.row(id);
               });
    }

private:
    const Planner &m_planner;
    std::map<ApplicationId, PlanRow> m_rows;
};

}  // namespace

class PlanPropertiesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oracleInsideADocument()
    {
        QVERIFY(rc::check("plan and differences by id are the oracle's", [](quint32 seed) {
            RandomPlanSteps random(seed);
            const auto baseline = walked(random, start(), *rc::gen::inRange(0, 120));
            assertAgrees(
                baseline, walked(random, baseline, *rc::gen::inRange(1, 150)), Matching::ById);
        }));
    }

    void oracleBetweenFiles()
    {
        QVERIFY(rc::check("plan and differences by name are the oracle's", [](quint32 seed) {
            RandomPlanSteps random(seed);
            const auto baseline = walked(random, start(), *rc::gen::inRange(0, 120));
            const auto working = walked(random, baseline, *rc::gen::inRange(1, 150));
            assertAgrees(baseline, renumbered(working, seed), Matching::ByName);
        }));
    }

    void nothingDiffersFromItself()
    {
        QVERIFY(
            rc::check("a topology and its copy under other numbers have no plan", [](quint32 seed) {
                RandomPlanSteps random(seed);
                const auto topology = walked(random, start(), *rc::gen::inRange(0, 120));
                const auto copy = renumbered(topology, seed);
                assertSame(comparable(Planner(topology, copy, Matching::ByName).plan()), {});
                assertSame(comparable(differences(topology, copy, Matching::ByName)), {});
                assertSame(comparable(Planner(topology, topology, Matching::ById).plan()), {});
            }));
    }

    void incrementalEqualsFresh()
    {
        QVERIFY(rc::check(
            "after any edits, undo and redo the planner is like a new one", [](quint32 seed) {
                RandomPlanSteps random(seed);
                const auto baseline = walked(random, start(), *rc::gen::inRange(0, 60));
                auto working = baseline;
                Planner planner(baseline, working, Matching::ById);
                RowsByDelta view(planner);
                std::mt19937 choice(seed);
                std::vector<Step> done;
                std::vector<Step> undone;
                const int steps = *rc::gen::inRange(1, 150);
                for (int i = 0; i < steps; ++i) {
                    Step step;
                    if (choice() % 3 == 0 && !done.empty()) {
                        step = inverse(done.back());
                        undone.push_back(done.back());
                        done.pop_back();
                    } else if (choice() % 3 == 0 && !undone.empty()) {
                        step = undone.back();
                        done.push_back(step);
                        undone.pop_back();
                    } else {
                        // Now and then several at once, as an import does.
                        Topology scratch = working;
                        const int edits = choice() % 8 == 0 ? 12 : 1;
                        for (int k = 0; k < edits; ++k) {
                            const auto next = random.next(scratch);
                            apply(scratch, next);
                            step.edits += next.edits;
                        }
                        done.push_back(step);
                        undone.clear();
                    }
                    apply(working, step);
                    view.take(planner.update(step.edits));
                    assertSame(answers(planner, baseline, working),
                        answers(Planner(baseline, working, Matching::ById), baseline, working));
                    RC_ASSERT(view.isUpToDate());
                    RC_ASSERT(planner.summary().changes
                        == differences(baseline, working, Matching::ById).size());
                }
            }));
    }
};

QTEST_APPLESS_MAIN(PlanPropertiesTest)
#include "tst_planproperties.moc"
