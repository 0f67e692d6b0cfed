// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/plan/difference.h"

/// One block an object and a summary, for a terminal.
QString diffText(const QList<ObjectDifference> &differences);
