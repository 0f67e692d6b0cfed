// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/plan/difference.h"

/// What came and went of a set-like field: "+Acme −Globex". Long lists are cut ("and 12 more").
QString membersText(const Reason &reason);
/// The members of a set-like field as people read them: "Acme", "Ixn_1 (default)".
QStringList memberTexts(const QStringList &members);
