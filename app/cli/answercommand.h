// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/exitcode.h"
#include "app/cli/resultformat.h"
#include "app/cli/streams.h"
#include "models/topology/siteanswer.h"

/// Records what the site knows where the sources don't say whether a change needs a restart.
struct AnswerOptions
{
    QString document;
    QString type;
    QString field;
    std::optional<SiteAnswer::Effect> effect;
    QString evidence;
    QString author;
    bool isWithdrawal = false;
};
ExitCode run(const AnswerOptions &options, Streams &streams);

/// Lists what is recorded.
struct AnswersOptions
{
    QString document;
    ResultFormat format = ResultFormat::Text;
};
ExitCode run(const AnswersOptions &options, Streams &streams);
