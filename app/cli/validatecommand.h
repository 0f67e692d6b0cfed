// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/exitcode.h"
#include "app/cli/streams.h"

/// Checks a document or a file against all rules.
struct ValidateOptions
{
    enum class Format { Text, Json, Sarif, Junit };
    enum class FailOn { Error, Warning, Advice, Never };

    QString file;
    Format format = Format::Text;
    FailOn failOn = FailOn::Error;
};
ExitCode run(const ValidateOptions &options, Streams &streams);
