// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/exitcode.h"
#include "app/cli/streams.h"

/// Applies edit lines to a document, each durable before it is answered.
struct EditOptions
{
    QString document;
    QString script;  ///< Empty or "-": standard input.
    QString author;
};
ExitCode run(const EditOptions &options, Streams &streams);
