// SPDX-License-Identifier: Apache-2.0
#include "models/document/stepcost.h"
#include "models/rules/waivers.h"
#include "models/topology/apply.h"
#include "models/topology/edits.h"
#include "tests/models/rules/randomworld.h"
#include "tests/models/rules/ruleoracle.h"
#include "tests/support/temporarydocument.h"

#include <QTest>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace {

QString line(const Finding &finding)
{
    return findingLine(finding) + (finding.isWaived ? u" (waived)"_s : QString());
}

/// Found from scratch, sorted.
QStringList standing(const Document &document)
{
    QStringList lines;
    for (const auto &finding : checkAll(document.topology(), document.today()))
        lines.append(line(finding));
    lines.sort();
    return lines;
}

QStringList linesOf(const QList<StepEffect::Said> &findings)
{
    QStringList lines;
    for (const auto &said : findings)
        lines.append(line(said.finding));
    lines.sort();
    return lines;
}

/// What is in the first list and not in the second; both are sorted.
QStringList missing(const QStringList &lines, const QStringList &others)
{
    QStringList result;
    std::set_difference(
        lines.begin(), lines.end(), others.begin(), others.end(), std::back_inserter(result));
    return result;
}

QStringList linesOf(const QList<ObjectDifference> &changes)
{
    QStringList lines;
    for (const auto &change : changes) {
        QStringList reasons;
        for (const auto &reason : change.reasons)
            reasons.append(u"%1 %2 %3 %4 %5"_s.arg(reason.field, reason.added.join(u','),
                reason.removed.join(u','), reason.before, reason.after));
        lines.append(u"%1 %2 %3: %4"_s.arg(int(change.change))
                         .arg(int(change.kind))
                         .arg(change.name, reasons.join(u"; "_s)));
    }
    return lines;
}

using Rows = std::map<ApplicationId, PlanRow>;

Rows rowsOf(const Planner &planner)
{
    Rows rows;
    for (const auto id : planner.rows())
        rows.emplace(id, *planner.row(id));
    return rows;
}

/// A plan made from scratch.
Rows plannedRows(const Document &document)
{
    return rowsOf(Planner(document.baseline(), document.topology(), Matching::ById));
}

/// How many rows come, go or become others.
qsizetype changedRows(const Rows &before, const Rows &after)
{
    qsizetype count = 0;
    for (const auto &[id, row] : before) {
        const auto now = after.find(id);
        count += now == after.end() || now->second != row ? 1 : 0;
    }
    for (const auto &[id, row] : after)
        count += before.contains(id) ? 0 : 1;
    return count;
}

/// A working copy some steps from its baseline, with one finding in three waived.
Topology workingCopy(RandomWorld &world, const Topology &baseline)
{
    auto topology = baseline;
    for (int i = 0; i < 4; ++i)
        ::apply(topology, world.step(topology));
    int count = 0;
    for (const auto &finding : checkAll(topology)) {
        if (++count % 3 != 0)
            continue;
        if (const auto step = setWaiver(topology, {waiverKey(finding), u"agreed"_s, {}, {}, {}}))
            ::apply(topology, *step);
    }
    return topology;
}

}  // namespace

class TestFixPreview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void applyingDoesWhatWasShown_data();
    void applyingDoesWhatWasShown();
    void manyFixesWereTried() { QVERIFY(m_tried > 100); }

private:
    int m_tried = 0;
};

void TestFixPreview::applyingDoesWhatWasShown_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 0; seed < 6; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

/// Of every fix of every finding: findings, fields and plan are then what the preview said; the
/// preview itself changes nothing, and undo takes all of it back.
void TestFixPreview::applyingDoesWhatWasShown()
{
    QFETCH(quint32, seed);
    RandomWorld world(seed * 7919 + 3);
    const auto baseline = world.topology();
    const TemporaryDocument document(workingCopy(world, baseline), baseline);
    const auto before = document.topology();
    const auto findings = standing(*document);
    const auto rows = plannedRows(*document);
    const auto summary = document->planner().summary();

    for (const auto &finding : checkAll(before, document->today())) {
        for (const auto &[fix, cost] : pricedFixes(*document, finding)) {
            const auto told = (line(finding) + u" by "_s + fix.step.title).toUtf8();
            ++m_tried;
            const auto effect = document->effectOf(fix.step);
            QVERIFY2(document.topology() == before, told.constData());
            QVERIFY2(rowsOf(document->planner()) == rows, told.constData());
            QVERIFY2(effect.planBefore == summary, told.constData());

            const auto step = fix.step;
            const auto applied =
                document->apply([&](const Topology &) { return Result<Step>(step); });
            QVERIFY2(applied, told.constData());
            const auto findingsAfter = standing(*document);
            QCOMPARE(linesOf(effect.solved), missing(findings, findingsAfter));
            QCOMPARE(linesOf(effect.created), missing(findingsAfter, findings));
            QVERIFY2(linesOf(effect.solved).contains(line(finding)), told.constData());
            for (const auto &said : effect.created)
                QCOMPARE(said.message, message(document.topology(), said.finding));
            QCOMPARE(linesOf(effect.changes),
                linesOf(differences(before, document.topology(), Matching::ById)));

            const auto rowsAfter = plannedRows(*document);
            QVERIFY2(rowsOf(document->planner()) == rowsAfter, told.constData());
            QVERIFY2(effect.planAfter == document->planner().summary(), told.constData());
            QCOMPARE(effect.rows.size(), changedRows(rows, rowsAfter));
            for (const auto &row : effect.rows) {
                const auto id = row.after ? row.after->application : row.before->application;
                const auto was = rows.find(id);
                const auto now = rowsAfter.find(id);
                QVERIFY2(
                    (was == rows.end() ? std::nullopt : std::optional(was->second)) == row.before,
                    told.constData());
                QVERIFY2((now == rowsAfter.end() ? std::nullopt : std::optional(now->second))
                        == row.after,
                    told.constData());
            }
            QCOMPARE(cost.restarts, effect.planAfter.restarts - summary.restarts);
            QCOMPARE(cost.interruptions,
                effect.planAfter.tenantsInterrupted - summary.tenantsInterrupted);
            const auto errors =
                std::count_if(effect.created.begin(), effect.created.end(), [](const auto &said) {
                    return said.finding.severity == Severity::Error && !said.finding.isWaived;
                });
            QCOMPARE(cost.errors, int(errors));

            QVERIFY2(document->undo(), told.constData());
            QVERIFY2(document.topology() == before, told.constData());
            QCOMPARE(standing(*document), findings);
            QVERIFY2(rowsOf(document->planner()) == rows, told.constData());
        }
    }
}

QTEST_GUILESS_MAIN(TestFixPreview)
#include "tst_fixpreview.moc"
