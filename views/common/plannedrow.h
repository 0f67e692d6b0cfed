// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/document/document.h"

/// The line of the restart plan for an application of the working copy that has one, without wave
/// and order: what is always known, and costs nothing to ask.
PlannedInstance plannedRow(const Document &document, ApplicationId application);
/// "Restart SMS_1: its tenant list changes (+Acme)."
QString plannedSentence(const Document &document, ApplicationId application);
