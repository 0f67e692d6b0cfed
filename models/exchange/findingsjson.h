// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/rules/finding.h"

/// contract/cli.md: `validate --format json`. The findings must be sorted (sortFindings, checkAll).
QByteArray findingsJson(const Topology &topology, const QList<Finding> &findings);
