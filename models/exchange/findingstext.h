// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/rules/finding.h"

/// One line a finding and a summary, for a terminal. The findings must be sorted.
QString findingsText(const Topology &topology, const QList<Finding> &findings);
/// "✖ 2 errors  ▲ 5 warnings  3 advice (37 rules on 214 objects)", or "No problems: 37 rules on 214
/// objects."
QString findingsSummaryText(const Topology &topology, const QList<Finding> &findings);
/// "✖", "▲", "ⓘ".
QString severityGlyph(Severity severity);
