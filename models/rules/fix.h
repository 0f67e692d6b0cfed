// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/rules/finding.h"
#include "models/topology/edit.h"

/// A way out of a finding: one step, worked out and not yet applied.
struct Fix
{
    Step step;  ///< Its title, in the imperative, is the fix's: "Keep only Acme on Email_1".
    /// Which of the rule's ways out it is, such as to keep one tenant or to split; all findings of
    /// a rule count them alike, from 0.
    int way = 0;
    int place = 0;  ///< Among the finding's fixes of this way.
};

/// Ways out of a finding that stands in this topology, the one that loses least first; at most
/// maxFixes. Empty where only people can know what is meant. Each takes the finding away; what else
/// it does, a trial tells (Document::preview).
QList<Fix> fixesFor(const Topology &topology, const Finding &finding);
inline constexpr int maxFixes = 12;

/// Whether a rule has fixes at all.
bool hasFixes(RuleId rule);
