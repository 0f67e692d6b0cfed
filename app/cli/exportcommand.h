// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/exitcode.h"
#include "app/cli/streams.h"

/// Writes a configuration, unless errors stand.
struct ExportOptions
{
    enum class Format { Topology };

    QString file;
    Format format = Format::Topology;
    QString output;  ///< "-" is standard output.
    bool allowsErrors = false;
};
ExitCode run(const ExportOptions &options, Streams &streams);
