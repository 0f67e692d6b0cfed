// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/exitcode.h"
#include "app/cli/streams.h"

/// Writes a configuration, unless errors stand; or a picture, whatever stands.
struct ExportOptions
{
    enum class Format { Topology, Svg, Png, Pdf };

    QString file;
    Format format = Format::Topology;
    QString output;  ///< "-" is standard output.
    bool allowsErrors = false;
};
ExitCode run(const ExportOptions &options, Streams &streams);
/// The part for pictures. Each program has its own: one that draws, and one that hands over to it.
ExitCode exportPicture(const ExportOptions &options, Streams &streams);
