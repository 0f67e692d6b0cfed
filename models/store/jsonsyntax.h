// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

/// True for one whole JSON value: of any depth, with numbers of any size, and no half of a
/// character among its escapes. The text must be UTF-8.
///
/// Unknown data is kept as it was written, and rapidjson can't judge it: it refuses a number that
/// is too large for a double, even if nobody asks for its value.
[[nodiscard]] bool isJson(std::string_view text);
