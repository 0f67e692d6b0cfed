// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/exitcode.h"
#include "app/cli/streams.h"
#include "models/base/result.h"
#include "models/exchange/inputs.h"

// What people are told beside the result, on standard error.

/// Whether a file was to be read or written when something went wrong: that decides the exit code.
enum class During { Reading, Writing };

/// Says what went wrong with a file. Empty path: the error says it all.
ExitCode report(Streams &streams, const QString &path, const Error &error, During during);
/// What opening a document had to tell, such as a recovery; nothing if it is empty.
void reportNotice(Streams &streams, const QString &notice);
/// Every problem of inputs, a line each.
void reportProblems(Streams &streams, const ReadResult &read);
void reportProblems(Streams &streams, const QList<Problem> &problems);
ExitCode exitCode(Error::Code code, During during);
