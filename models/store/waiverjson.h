// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/waiver.h"

#include <optional>
#include <string>
#include <string_view>

// Waivers as JSON text, as their table keeps them:
//   {"rule":"…","kind":4,"id":7,"tenants":[2],"related":[[0,4,8],[1,"emailserver"]],
//    "reason":"…","owner":"…","expiry":2461406,"about":"…"}
// A related subject is its kind, and an object's kind and id or a name; the expiry is a Julian day,
// 0 for none. Words and numbers in it stand in documents: only add.

/// Replaces "out"; false if it could not be read again.
[[nodiscard]] bool waiverToText(const Waiver &waiver, std::string &out);
/// Of the key alone: what tells one waiver of a document from another.
[[nodiscard]] bool waiverKeyToText(const WaiverKey &key, std::string &out);
/// Nothing for what is malformed or out of order.
[[nodiscard]] std::optional<Waiver> waiverFromText(std::string_view text);
