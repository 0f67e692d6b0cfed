// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/objects.h"

#include <optional>
#include <string>
#include <string_view>

// Records and unknown keys alone, in the forms that stand in editjson.h. Writing replaces "out",
// and is false if it could not be read again; reading gives nothing for what is malformed.

[[nodiscard]] bool recordToText(const Record &record, std::string &out);
[[nodiscard]] std::optional<Record> recordFromText(std::string_view text);

/// The text for columns named "extra".
[[nodiscard]] bool extraToText(const Extra &extra, std::string &out);
/// Out of order is malformed, and so is a value that is no JSON.
[[nodiscard]] std::optional<Extra> extraFromText(std::string_view text);
