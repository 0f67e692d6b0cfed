// SPDX-License-Identifier: Apache-2.0
#include "models/document/fixall.h"

#include "models/document/document.h"
#include "models/document/stepcost.h"
#include "models/rules/waivers.h"
#include "models/topology/apply.h"

#include <algorithm>

namespace {

/// A copy of the working copy, with its findings and its plan, on which one fix follows the other.
class Scratch final
{
public:
    Scratch(const Topology &working, const Topology &baseline, QDate today)
        : m_topology(working)
        , m_validator(m_topology, today)
        , m_planner(baseline, m_topology, Matching::ById)
    {
    }

    const Topology &topology() const { return m_topology; }
    bool stands(const Finding &finding) const;
    StepCost costOf(const Step &step);
    /// What the first error says that comes with the step; then it is not applied.
    QString apply(const Step &step);

private:
    QString newError(const FindingsDelta &delta) const;

    Topology m_topology;
    Validator m_validator;
    Planner m_planner;
};

bool Scratch::stands(const Finding &finding) const
{
    const auto key = waiverKey(finding);
    const auto ids = m_validator.findingsOf(finding.object);
    return std::any_of(ids.begin(), ids.end(), [&](FindingId id) {
        const auto &other = m_validator.finding(id);
        return other.rule == finding.rule && waiverKey(other) == key;
    });
}

StepCost Scratch::costOf(const Step &step)
{
    const auto before = m_planner.summary();
    ::apply(m_topology, step);
    const auto findings = m_validator.tryOut(step.edits);
    m_planner.update(step.edits);
    const auto after = m_planner.summary();
    const auto back = inverse(step);
    ::apply(m_topology, back);
    m_validator.endTrial(back.edits);
    m_planner.update(back.edits);
    return ::costOf(findings.added, before, after);
}

QString Scratch::apply(const Step &step)
{
    ::apply(m_topology, step);
    const auto error = newError(m_validator.update(step.edits));
    if (error.isEmpty()) {
        m_planner.update(step.edits);
        return {};
    }
    const auto back = inverse(step);
    ::apply(m_topology, back);
    m_validator.update(back.edits);
    return error;
}

QString Scratch::newError(const FindingsDelta &delta) const
{
    for (const auto id : delta.added) {
        const auto &finding = m_validator.finding(id);
        if (finding.severity == Severity::Error && !finding.isWaived)
            return message(m_topology, finding);
    }
    return {};
}

void sortByCost(Scratch &scratch, QList<Fix> &fixes)
{
    QList<PricedFix> priced;
    for (auto &fix : fixes) {
        const auto cost = scratch.costOf(fix.step);
        priced.append({std::move(fix), cost});
    }
    sortByCost(priced);
    std::transform(priced.begin(), priced.end(), fixes.begin(),
        [](PricedFix &one) { return std::move(one.fix); });
}

}  // namespace

FixAll fixAll(const Topology &working, const Topology &baseline, QDate today,
    const std::function<bool(const Finding &)> &isWanted, FixChoice choice)
{
    FixAll result;
    Scratch scratch(working, baseline, today);
    for (const auto &finding : checkAll(working, today)) {
        if (!isWanted(finding) || !scratch.stands(finding))
            continue;
        const auto says = message(scratch.topology(), finding);
        auto fixes = fixesFor(scratch.topology(), finding);
        const bool hasNone = fixes.isEmpty();
        if (choice.way)
            fixes.removeIf([&](const Fix &fix) { return fix.way != *choice.way; });
        else if (fixes.size() > 1)
            sortByCost(scratch, fixes);
        if (fixes.isEmpty()) {
            result.skipped.append({says,
                hasNone ? Document::tr("There is no fix for it.")
                        : Document::tr("It can't be fixed in this way.")});
            continue;
        }
        const auto &step = fixes.at(std::min(qsizetype(choice.place), fixes.size() - 1)).step;
        if (const auto error = scratch.apply(step); !error.isEmpty()) {
            result.skipped.append({says, Document::tr("It would make an error: %1").arg(error)});
            continue;
        }
        result.step.edits.append(step.edits);
        ++result.fixed;
    }
    return result;
}
