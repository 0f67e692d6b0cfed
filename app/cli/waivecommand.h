// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/exitcode.h"
#include "app/cli/findingchoice.h"
#include "app/cli/resultformat.h"
#include "app/cli/streams.h"

/// Accepts a finding, for a reason.
struct WaiveOptions
{
    QString document;
    FindingChoice choice;
    QString reason;
    QString owner;
    QString expires;  ///< "2026-12-31"; empty: without end.
    QString author;
    bool isWithdrawal = false;
    bool takesAll = false;
};
ExitCode run(const WaiveOptions &options, Streams &streams);

/// Lists the waivers of a document.
struct WaiversOptions
{
    QString document;
    ResultFormat format = ResultFormat::Text;
};
ExitCode run(const WaiversOptions &options, Streams &streams);
