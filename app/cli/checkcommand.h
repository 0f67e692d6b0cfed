// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/exitcode.h"
#include "app/cli/streams.h"

/// Examines the integrity of the file of a document.
struct CheckOptions
{
    QString document;
};
ExitCode run(const CheckOptions &options, Streams &streams);
