// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/exportcommand.h"
#include "app/cli/outputfile.h"
#include "models/topology/topology.h"

#include <optional>

/// A configuration that is exported.
struct ExportSource
{
    Topology topology;
    std::optional<Topology> baseline;  ///< What runs in production, of a document.
    Together keepRevision;  ///< With --revision: keeps one, and makes its restarts pending.
};

/// What is wrong with it has been said when an exit code comes back.
tl::expected<ExportSource, ExitCode> readExportSource(
    const ExportOptions &options, Streams &streams);
