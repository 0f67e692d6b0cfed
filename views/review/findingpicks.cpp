// SPDX-License-Identifier: Apache-2.0
#include "views/review/findingpicks.h"

#include <algorithm>

FindingPick pickFindings(const Topology &topology, const Validator &validator,
    std::optional<Severity> severity, qsizetype most)
{
    FindingPick pick;
    for (const auto id : validator.findings()) {
        const auto &finding = validator.finding(id);
        if (severity ? !finding.isWaived && finding.severity == *severity : finding.isWaived)
            pick.shown.append(finding);
    }
    pick.count = int(pick.shown.size());
    if (pick.count > most) {
        // Names are only looked up for those that are shown: the first by rule and object's number.
        const auto comesBefore = [](const Finding &a, const Finding &b) {
            return std::tie(a.rule, a.object, a.tenants) < std::tie(b.rule, b.object, b.tenants);
        };
        std::nth_element(
            pick.shown.begin(), pick.shown.begin() + most, pick.shown.end(), comesBefore);
        pick.shown.resize(most);
    }
    sortFindings(topology, pick.shown);
    return pick;
}
