// SPDX-License-Identifier: Apache-2.0
#include "models/rules/fixall.h"

#include "models/rules/rule.h"
#include "models/rules/validator.h"
#include "models/rules/waivers.h"
#include "models/topology/apply.h"

#include <algorithm>

namespace {

bool stands(const Validator &validator, const Finding &finding)
{
    const auto key = waiverKey(finding);
    const auto ids = validator.findingsOf(finding.object);
    return std::any_of(ids.begin(), ids.end(), [&](FindingId id) {
        const auto &other = validator.finding(id);
        return other.rule == finding.rule && waiverKey(other) == key;
    });
}

/// What the first error says that came with a step; empty if none did.
QString newError(const Topology &topology, const Validator &validator, const FindingsDelta &delta)
{
    for (const auto id : delta.added) {
        const auto &finding = validator.finding(id);
        if (finding.severity == Severity::Error && !finding.isWaived)
            return message(topology, finding);
    }
    return {};
}

}  // namespace

FixAll fixAll(const Topology &topology, QDate today,
    const std::function<bool(const Finding &)> &isWanted, qsizetype choice)
{
    FixAll result;
    Topology scratch = topology;
    Validator validator(scratch, today);
    for (const auto &finding : checkAll(topology, today)) {
        if (!isWanted(finding) || !stands(validator, finding))
            continue;
        const auto says = message(scratch, finding);
        const auto fixes = fixesFor(scratch, finding);
        if (fixes.isEmpty()) {
            result.skipped.append({says, Rules::tr("There is no fix for it.")});
            continue;
        }
        const auto &step = fixes.at(std::min(choice, fixes.size() - 1)).step;
        ::apply(scratch, step);
        const auto delta = validator.update(step.edits);
        if (const auto error = newError(scratch, validator, delta); !error.isEmpty()) {
            const auto back = inverse(step);
            ::apply(scratch, back);
            validator.update(back.edits);
            result.skipped.append({says, Rules::tr("It would make an error: %1").arg(error)});
            continue;
        }
        result.step.edits.append(step.edits);
        ++result.fixed;
    }
    return result;
}
