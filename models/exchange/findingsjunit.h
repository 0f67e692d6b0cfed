// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/rules/finding.h"

#include <functional>

/// Findings as a JUnit report, which every pipeline can show: a suite a rule, in it a failed case a
/// finding; waived ones are skipped, with the waiver's reason; a rule without findings is one case
/// that passed. "fails" says which findings are failures, the others are told as output of a case
/// that passed.
QByteArray findingsJunit(const Topology &topology, const QList<Finding> &findings,
    const std::function<bool(const Finding &)> &fails);
