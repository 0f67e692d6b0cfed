// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/exitcode.h"
#include "app/cli/streams.h"

/// Brings an older document to this program's version, after a backup.
struct UpgradeOptions
{
    QString document;
};
ExitCode run(const UpgradeOptions &options, Streams &streams);
