// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/exportsource.h"
#include "models/exchange/exportstamp.h"

/// Writes a file for mutagen, and tells what is left to do by hand.
ExitCode exportMutagen(const ExportSource &source, const ExportStamp &stamp,
    const ExportOptions &options, Streams &streams);
