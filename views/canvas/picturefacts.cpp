// SPDX-License-Identifier: Apache-2.0
#include "views/canvas/picturefacts.h"

std::optional<Mark> PictureFacts::problem(ObjectId object) const
{
    return markOf(validator.summaryOf(object));
}

std::optional<Mark> PictureFacts::plan(ApplicationId application) const
{
    return planMark(topology, planner, application);
}

std::optional<Mark> PictureFacts::change(ObjectId object) const
{
    const auto change = planner.change(object);
    if (!change)
        return std::nullopt;
    return *change == ObjectDifference::Change::Added ? Mark::Start : Mark::Changed;
}

std::vector<PictureFacts::Troubled> PictureFacts::troubled() const
{
    std::vector<Troubled> warnings;
    std::vector<Troubled> errors;
    for (const auto id : validator.findings()) {
        const auto &finding = validator.finding(id);
        if (finding.isWaived || finding.severity == Severity::Advice)
            continue;
        auto &list = finding.severity == Severity::Error ? errors : warnings;
        list.push_back({finding.object, markOf(finding.severity)});
    }
    warnings.insert(warnings.end(), errors.begin(), errors.end());
    return warnings;
}

PictureFacts::LaneMarks PictureFacts::laneMarks(TenantId tenant) const
{
    LaneMarks marks;
    int errors = 0;
    int warnings = 0;
    const auto count = [&](ObjectId object) {
        const auto summary = validator.summaryOf(object);
        errors += summary.errors > 0;
        warnings += summary.errors == 0 && summary.warnings > 0;
    };
    count(tenant);
    for (const auto id : topology.switchesOf(tenant))
        count(id);
    for (const auto id : topology.applicationsOf(tenant)) {
        count(id);
        const auto mark = plan(id);
        marks.restarts += mark == Mark::Restart || mark == Mark::Pending;
    }
    if (errors > 0 || warnings > 0)
        marks.problem = errors > 0 ? Mark::Error : Mark::Warning;
    marks.problems = errors > 0 ? errors : warnings;
    return marks;
}
