// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/exitcode.h"
#include "app/cli/resultformat.h"
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
    ResultFormat format = ResultFormat::Text;
};
ExitCode run(const RevisionListOptions &options, Streams &streams);

/// What is known of one revision, and what has changed since; or what it holds, as a file.
struct RevisionShowOptions
{
    enum class Format { Text, Json, Topology };

    QString document;
    int revision = 0;
    int other = 0;  ///< The revision to compare it with; 0: the working copy.
    Format format = Format::Text;
};
ExitCode run(const RevisionShowOptions &options, Streams &streams);

/// Makes the working copy what a revision holds, as one step.
struct RevisionRestoreOptions
{
    QString document;
    int revision = 0;
    QString author;
};
ExitCode run(const RevisionRestoreOptions &options, Streams &streams);

/// Declares that a revision runs in production: it becomes the baseline.
struct RevisionDeployedOptions
{
    QString document;
    int revision = 0;
    QString author;
};
ExitCode run(const RevisionDeployedOptions &options, Streams &streams);
