// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/edit.h"

#include <optional>
#include <string>
#include <string_view>

// Edits and records as JSON text, as the journal keeps them. Exact for every value: whole numbers
// of 64 bits, any Unicode. Words and numbers in it stand in documents: only add.
//
// An edit is a line, an object of one key:
//   {"add":R} {"remove":R} {"replace":[R,R]}
//   {"set":{"kind":4,"id":7,"field":11,"before":V,"after":V}}
//   {"assign":[7,2]} {"unassign":[7,2]} {"connect":[7,C]} {"disconnect":[7,C]} {"link":[7,3]}
//   {"unlink":[7,3]}
//   {"settings":[S,S]} {"extra":[E,E]} {"waiver":[W,W]} {"place":[4,7,null,2]}
//   {"answer":[A,A]} {"pending":[7,null,12]}
// A record R has "kind", "id", "placeholder" (if it is one) and those fields that differ from a new
// object's, by the topology format's names. Enumerations are numbers, references ids, an
// application type its token; E is [key,json,key,json,…], options are
// [[section,[key,value,key,value,…]],…]; W is waiverjson.h's, or null; A is
// [type,field,effect,evidence,author,Julian day], or null.

/// Appends the edit and a line feed; false if it could not be read again: a text of it has a lone
/// surrogate, or extra keys are out of order or no JSON.
[[nodiscard]] bool appendEdit(const Edit &edit, std::string &out);
/// Nothing if a line is malformed. Lists come out in order (normalise.h); references are for the
/// caller to check.
[[nodiscard]] std::optional<QList<Edit>> editsFromText(std::string_view lines);
