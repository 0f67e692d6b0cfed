// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/exitcode.h"
#include "app/cli/findingchoice.h"
#include "app/cli/streams.h"

/// Repairs findings of a document as one step.
struct FixOptions
{
    QString document;
    FindingChoice choice;
    int fix = 0;  ///< Which of a finding's fixes, from 1; 0: the cheapest.
    bool isDryRun = false;
    QString author;
};
ExitCode run(const FixOptions &options, Streams &streams);
