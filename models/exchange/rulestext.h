// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/rules/catalogue.h"

/// The catalogue as a table for a terminal.
QString rulesText();
/// One rule with its explanation and source.
QString explanationText(RuleId rule);
