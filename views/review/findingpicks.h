// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/rules/validator.h"

/// Findings of one severity, or those that are waived: the first ones, in the order of the
/// contract, and how many there are.
struct FindingPick
{
    QList<Finding> shown;
    int count = 0;
};

/// At most "most"; usually more than anybody would go through in a summary, Problems has them all.
/// Without a severity: those that are waived. Costs a walk over the findings.
FindingPick pickFindings(const Topology &topology, const Validator &validator,
    std::optional<Severity> severity, qsizetype most = 50);
