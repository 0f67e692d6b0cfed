// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/exitcode.h"
#include "app/cli/streams.h"
#include "models/onboarding/onboarding.h"

/// Shows the ways to bring a tenant in, or takes one of them.
struct OnboardOptions
{
    QString document;
    QString tenant;
    QString media;  ///< Tokens, with commas between them.
    std::optional<Proposal::Kind> choice;
    bool isDryRun = false;
    QString author;
};
ExitCode run(const OnboardOptions &options, Streams &streams);
