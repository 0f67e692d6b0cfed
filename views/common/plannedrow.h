// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/document/document.h"

/// "Restart SMS_1: its tenant list changes (+Acme).", of an application of the working copy that
/// has a row in the plan.
QString plannedSentence(const Document &document, ApplicationId application);
/// "Exported in revision 12, restart not confirmed."
QString pendingSentence(qint64 revision);
