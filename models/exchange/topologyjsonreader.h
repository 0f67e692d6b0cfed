// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/exchange/inputs.h"
#include "models/exchange/jsondocument.h"

/// Whether the text says that it is of the topology format, or looks like it rather than like
/// another one.
bool looksLikeTopology(const JsonValue &root);

/// The topology format (contract: cli.md). Every malformed place is told.
[[nodiscard]] ReadResult readTopology(const JsonDocument &document);
