// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/exitcode.h"
#include "app/cli/resultformat.h"
#include "app/cli/streams.h"
#include "models/merge/conflict.h"

/// Brings two files or documents together that came from one.
struct MergeOptions
{
    QString base;
    QString ours;
    QString theirs;
    QString output;  ///< A file; or the document that is ours, which takes the merge as one step.
    std::optional<MergeSide> preference;  ///< Counts in all conflicts, which are none any more.
    ResultFormat format = ResultFormat::Text;
    QString author;
};
ExitCode run(const MergeOptions &options, Streams &streams);
