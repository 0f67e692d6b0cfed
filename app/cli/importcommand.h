// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/exitcode.h"
#include "app/cli/streams.h"

#include <QStringList>

/// Reads files and merges them into a document.
struct ImportOptions
{
    enum class Format { Auto, Topology, Mutagen };

    QStringList sources;  ///< "-" is standard input.
    QString document;     ///< Made if absent.
    Format format = Format::Auto;
    bool isDryRun = false;
    bool replaces = false;    ///< What the sources lack goes.
    bool isBaseline = false;  ///< The sources become the baseline; the working copy stays.
    QString author;
};
ExitCode run(const ImportOptions &options, Streams &streams);
