// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/rules/finding.h"

// contract/rules.md, Waivers: which findings are accepted.

/// What a waiver of this finding is for.
WaiverKey waiverKey(const Finding &finding);

/// A waiver counts through its expiry date. Without a date to compare with it counts.
bool isInForce(const Waiver &waiver, QDate today);
/// True if a waiver of the topology that still counts has the finding's key.
bool isWaived(const Topology &topology, const Finding &finding, QDate today);

enum class WaiverState : quint8 {
    InForce,
    Expired,  ///< Its date is over; the finding counts again.
    Stale,    ///< Nothing is found any more that it would accept.
};
/// "in-force", "expired", "stale".
QLatin1String waiverStateToken(WaiverState state);

/// The topology's waivers in their order, each with its state; "findings" are all that stand.
QList<WaiverState> waiverStates(
    const Topology &topology, const QList<Finding> &findings, QDate today);
