// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/rules/fix.h"

#include <compare>

class Document;
struct PlanSummary;

/// What a step costs, the worst first, so that the lesser of two costs less.
struct StepCost
{
    int errors = 0;         ///< That come, and that no waiver accepts; likewise below.
    int restarts = 0;       ///< More in the plan; below 0: fewer.
    int interruptions = 0;  ///< Tenants more that are interrupted.
    int warnings = 0;
    int advice = 0;

    auto operator<=>(const StepCost &) const = default;
};
/// "1 restart, interrupts 3 tenants"; empty if there is nothing to say. (That there is "no restart"
/// nobody can say.)
QString costText(const StepCost &cost);

/// Of a step that findings come with, and that makes one plan another.
StepCost costOf(const QList<Finding> &created, const PlanSummary &before, const PlanSummary &after);
/// Tried out on the document, which stays as it is.
StepCost costOf(Document &document, const Step &step);

/// A way out of a finding, and what it costs.
struct PricedFix
{
    Fix fix;
    StepCost cost;
};
/// The cheapest first; of those that cost the same, the one that stood before the other.
void sortByCost(QList<PricedFix> &fixes);
/// The fixes of a finding that stands, the cheapest first; of those that cost the same, the one
/// that loses least.
QList<PricedFix> pricedFixes(Document &document, const Finding &finding);
