// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/exitcode.h"
#include "app/cli/resultformat.h"
#include "app/cli/streams.h"

/// Shows what differs between two files or documents.
struct DiffOptions
{
    QString base;
    QString work;
    ResultFormat format = ResultFormat::Text;
    bool tellsByExitCode = false;  ///< Differences are findings.
};
ExitCode run(const DiffOptions &options, Streams &streams);
