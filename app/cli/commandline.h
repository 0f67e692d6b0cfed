// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/answercommand.h"
#include "app/cli/checkcommand.h"
#include "app/cli/diffcommand.h"
#include "app/cli/editcommand.h"
#include "app/cli/exportcommand.h"
#include "app/cli/fixcommand.h"
#include "app/cli/importcommand.h"
#include "app/cli/mergecommand.h"
#include "app/cli/newcommand.h"
#include "app/cli/onboardcommand.h"
#include "app/cli/plancommand.h"
#include "app/cli/revisioncommand.h"
#include "app/cli/rulescommand.h"
#include "app/cli/upgradecommand.h"
#include "app/cli/validatecommand.h"
#include "app/cli/waivecommand.h"

#include <variant>

/// What the arguments ask for.
using Invocation = std::variant<NewOptions, ImportOptions, ValidateOptions, DiffOptions,
    PlanOptions, ExportOptions, EditOptions, RevisionSaveOptions, RevisionListOptions,
    RevisionShowOptions, RevisionRestoreOptions, RevisionDeployedOptions, RulesOptions,
    ExplainOptions, CheckOptions, FixOptions, OnboardOptions, WaiveOptions, WaiversOptions,
    UpgradeOptions, AnswerOptions, AnswersOptions, MergeOptions>;

/// An exit code where all is said already: help, version, wrong usage.
std::variant<Invocation, ExitCode> parseCommandLine(int argc, char **argv, Streams &streams);
