// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/merge/mergeeffect.h"
#include "models/merge/topologymerge.h"

/// Each conflict and what was taken, then what only shows when both are together, and a line that
/// counts; for a terminal. Empty if there is nothing to tell.
QString mergeText(const TopologyMerge &merge, const MergeEffect &effect);

/// {"format":"switchyard-merge","version":1,"conflicts":[…],"findings":[…],"restarts":[…]}. A
/// conflict's values are JSON, as conflict.h tells them.
QByteArray mergeJson(const TopologyMerge &merge, const MergeEffect &effect);
