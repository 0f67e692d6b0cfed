// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/exportcommand.h"
#include "models/exchange/exportstamp.h"
#include "models/topology/topology.h"

#include <optional>

/// What is exported, and what runs in production, if that is known: a document's baseline.
struct ExportSource
{
    Topology topology;
    std::optional<Topology> baseline;
};

/// Writes a file for mutagen, and tells what is left to do by hand.
ExitCode exportMutagen(const ExportSource &source, const ExportStamp &stamp,
    const ExportOptions &options, Streams &streams);
