// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/rules/finding.h"

/// A finding of a stage, with the sentence that says it there.
struct StageFinding
{
    Finding finding;
    QString message;
    bool operator==(const StageFinding &) const = default;
};
