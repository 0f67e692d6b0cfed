// SPDX-License-Identifier: Apache-2.0
#include "models/rules/waivers.h"

#include "models/rules/catalogue.h"

#include <algorithm>
#include <set>

WaiverKey waiverKey(const Finding &finding)
{
    WaiverKey key {ruleName(finding.rule), finding.object, finding.tenants, finding.related};
    std::sort(key.related.begin(), key.related.end());
    return key;
}

bool isInForce(const Waiver &waiver, QDate today)
{
    return !waiver.expiry.isValid() || !today.isValid() || today <= waiver.expiry;
}

bool isWaived(const Topology &topology, const Finding &finding, QDate today)
{
    // Making the key costs more than most topologies have waivers.
    if (topology.waivers().isEmpty())
        return false;
    const auto *waiver = topology.findWaiver(waiverKey(finding));
    return waiver && isInForce(*waiver, today);
}

QLatin1String waiverStateToken(WaiverState state)
{
    switch (state) {
    case WaiverState::InForce:
        return QLatin1String("in-force");
    case WaiverState::Expired:
        return QLatin1String("expired");
    case WaiverState::Stale:
        break;
    }
    return QLatin1String("stale");
}

QList<WaiverState> waiverStates(
    const Topology &topology, const QList<Finding> &findings, QDate today)
{
    std::set<WaiverKey> standing;
    for (const auto &finding : findings)
        standing.insert(waiverKey(finding));
    QList<WaiverState> states;
    for (const auto &waiver : topology.waivers()) {
        const bool isStale = !standing.contains(waiver.key);
        states.append(isStale              ? WaiverState::Stale
                : isInForce(waiver, today) ? WaiverState::InForce
                                           : WaiverState::Expired);
    }
    return states;
}
