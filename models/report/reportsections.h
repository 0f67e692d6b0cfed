// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/report/topologyreport.h"

// The sections of a report, each with its heading.

using Parts = QList<Outline::Part>;

/// Which tenants each server serves: a matrix, or a list where there are many tenants.
Parts assignmentParts(const Topology &topology);
/// By severity and rule; waived ones are in their own section.
Parts findingParts(const Topology &topology, const QList<Finding> &findings);
Parts waiverParts(const Topology &topology, const QList<Finding> &findings, QDate today);
/// How sources are read where they are undecided, and what the document itself states.
Parts readingParts(const Topology &topology);
Parts changeParts(const Topology &baseline, const Topology &topology);
Parts planParts(const RestartPlan &plan);

/// "… and 12 more."; nothing if there are none.
void appendMore(Parts &parts, qsizetype more);
