// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/exitcode.h"
#include "app/cli/resultformat.h"
#include "app/cli/streams.h"

/// Lists the rules.
struct RulesOptions
{
    ResultFormat format = ResultFormat::Text;
};
ExitCode run(const RulesOptions &options, Streams &streams);

/// Tells why a rule matters, and where it is stated.
struct ExplainOptions
{
    QString rule;
};
ExitCode run(const ExplainOptions &options, Streams &streams);
