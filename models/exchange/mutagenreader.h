// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/exchange/inputs.h"
#include "models/exchange/jsondocument.h"

class MutagenKnowledge;

/// Whether the text has mutagen's metadata, or collections of its names.
bool looksLikeMutagen(const JsonValue &root);

/// mutagen's exports: JSON, COMPACT_JSON and RAW (contract: formats.md). What isn't read is kept as
/// extra keys; a key that the topology format uses for something else gets the prefix "mutagen:".
[[nodiscard]] ReadResult readMutagen(
    const JsonDocument &document, const MutagenKnowledge &knowledge);
