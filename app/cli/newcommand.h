// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/exitcode.h"
#include "app/cli/streams.h"

/// Creates a document; never over an existing file.
struct NewOptions
{
    QString document;
    bool isSample = false;
    QString author;  ///< Empty: the user of the operating system. Here and elsewhere.
};
ExitCode run(const NewOptions &options, Streams &streams);
