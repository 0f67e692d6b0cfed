// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/exitcode.h"
#include "app/cli/streams.h"

/// Writes a configuration, unless errors stand; or a report or a picture, whatever stands.
struct ExportOptions
{
    enum class Format { Topology, Mutagen, Html, Pdf, Markdown, Svg, Png };

    QString file;
    Format format = Format::Topology;
    QString output;  ///< "-" is standard output.
    bool allowsErrors = false;
    QString revision;  ///< The comment of a revision to keep of it; null for none.
    QString author;
    bool isOnlyChanges =
        false;  ///< For mutagen, and of a document: what differs from its baseline.
};
ExitCode run(const ExportOptions &options, Streams &streams);
/// The part that needs fonts. Each program has its own: one that draws, and one that hands over to
/// it.
ExitCode exportDrawn(const ExportOptions &options, Streams &streams);
