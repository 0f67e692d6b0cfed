// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/plan/difference.h"

/// contract/cli.md: `diff --format json`.
QByteArray diffJson(const QList<ObjectDifference> &differences);
/// Its list of changes alone, for results that have more to tell.
QByteArray changesJson(const QList<ObjectDifference> &differences);
/// A reason as in diff and plan: {"field":…,"added":[…],"removed":[…]} or with before and after.
QByteArray reasonJson(const Reason &reason);
