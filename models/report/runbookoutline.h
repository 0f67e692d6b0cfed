// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/plan/runbook.h"
#include "models/report/reporttext.h"

/// The runbook as a document, in the order in which it is done: what to decide and prepare, the
/// configuration, the waves, what to verify, what to stop, the way back, who did it. Every step is
/// there, however many there are.
Outline runbookOutline(const Runbook &runbook, const Letterhead &letterhead);
