// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/exitcode.h"
#include "app/cli/streams.h"

/// Keeps the present state of a document as a numbered revision.
struct RevisionSaveOptions
{
    QString document;
    QString comment;
    bool isDeployed = false;  ///< It is what runs in production: the new baseline.
    QString author;
};
ExitCode run(const RevisionSaveOptions &options, Streams &streams);

struct RevisionListOptions
{
    QString document;
};
ExitCode run(const RevisionListOptions &options, Streams &streams);
