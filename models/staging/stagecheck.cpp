// SPDX-License-Identifier: Apache-2.0
#include "models/staging/stagecheck.h"

#include "models/rules/waivers.h"
#include "models/topology/apply.h"

namespace {

/// What the site accepts and knows: waivers and answers are those of today, whatever the stage.
Topology withDecisionsOf(Topology topology, const Topology &other)
{
    const auto before = topology.waivers();
    for (const auto &waiver : before)
        apply(topology, SetWaiver {waiver, std::nullopt});
    for (const auto &waiver : other.waivers())
        apply(topology, SetWaiver {std::nullopt, waiver});
    const auto answers = topology.siteAnswers();
    for (const auto &answer : answers)
        apply(topology, SetSiteAnswer {answer, std::nullopt});
    for (const auto &answer : other.siteAnswers())
        apply(topology, SetSiteAnswer {std::nullopt, answer});
    return topology;
}

Step stepTo(const Topology &baseline, const Topology &working, const QList<Change> &changes)
{
    const auto taken = takeOver(baseline, working, changes);
    Q_ASSERT(taken);
    return taken->step;
}

}  // namespace

Topology stageOf(const Topology &baseline, const Topology &working, const QList<Change> &changes)
{
    auto topology = withDecisionsOf(baseline, working);
    apply(topology, stepTo(baseline, working, changes));
    return topology;
}

StageCheck::StageCheck(const Topology &baseline, const Topology &working, QDate today)
    : m_baseline(baseline)
    , m_working(working)
    , m_topology(withDecisionsOf(baseline, working))
    , m_validator(m_topology, today)
{
    const auto ofWorking = added(changesBetween(baseline, working));
    for (const auto &[finding, message] : ofWorking) {
        if (finding.severity == Severity::Error)
            m_errorsOfWorking.insert(waiverKey(finding));
    }
}

template <class IsWanted>
QList<StageFinding> StageCheck::found(const QList<Change> &changes, IsWanted isWanted)
{
    const auto step = stepTo(m_baseline, m_working, changes);
    apply(m_topology, step);
    const auto trial = m_validator.tryOut(step.edits);
    QList<StageFinding> found;
    for (const auto &finding : trial.added) {
        if (!finding.isWaived && isWanted(finding))
            found.append({finding, message(m_topology, finding)});
    }
    const auto back = inverse(step);
    apply(m_topology, back);
    m_validator.endTrial(back.edits);
    return found;
}

QList<StageFinding> StageCheck::added(const QList<Change> &changes)
{
    return found(changes, [](const Finding &) { return true; });
}

QList<StageFinding> StageCheck::newErrors(const QList<Change> &changes)
{
    return found(changes, [this](const Finding &finding) {
        return finding.severity == Severity::Error
            && !m_errorsOfWorking.contains(waiverKey(finding));
    });
}
