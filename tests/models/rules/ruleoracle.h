// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/rules/finding.h"

/// The rules once more, written from the contract word by word and without a thought of speed: what
/// the validator is held against. One line a finding, "rule|severity|object|tenants|related",
/// sorted; objects are kind and id.
QStringList oracleFindings(const Topology &topology);

/// Findings in the same form.
QStringList findingLines(const QList<Finding> &findings);
QString findingLine(const Finding &finding);
