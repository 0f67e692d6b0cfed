// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/fields.h"
#include "models/topology/siteanswer.h"
#include "models/topology/waiver.h"

#include <optional>
#include <rapidjson/document.h>
#include <string_view>

/// Reads values and records from the forms that stand in editjson.h. Every function gives nothing
/// for what is malformed; references are for the caller to check.
namespace ValueReader {

using Wide = rapidjson::UTF16<char16_t>;
using Json = rapidjson::GenericValue<Wide>;
using JsonText = rapidjson::GenericDocument<Wide>;

/// False unless the text is one whole JSON value, no deeper than an edit is.
bool parse(std::string_view text, JsonText &document);

/// The member's value; null if there is none or "json" is no object.
const Json *find(const Json &json, const char16_t *name);
std::optional<qint64> whole(const Json &json);

template <class IdType>
std::optional<IdType> reference(const Json &json)
{
    const auto value = whole(json);
    return value && *value >= 0 && *value < 0xFFFFFFFF ? std::optional(IdType(quint32(*value)))
                                                       : std::nullopt;
}

template <class Enum>
std::optional<Enum> enumeration(const Json &json, Enum least, Enum most)
{
    const auto value = whole(json);
    return value && *value >= qint64(least) && *value <= qint64(most) ? std::optional(Enum(*value))
                                                                      : std::nullopt;
}

/// Out of order is malformed, and so is a value that is no JSON.
std::optional<Extra> extra(const Json &json);
std::optional<Connection> connection(const Json &json);
std::optional<Settings> settings(const Json &json);
/// The "kind" and "id" of a record or edit.
std::optional<ObjectId> object(const Json &json);
/// The value of a field that the kind has; null is no value.
std::optional<Value> fieldValueOf(Kind kind, Field field, const Json &json);
/// Its lists are in order (normalise.h).
std::optional<Record> record(const Json &json);
/// Its lists must be in order.
std::optional<Waiver> waiver(const Json &json);
std::optional<SiteAnswer> siteAnswer(const Json &json);

}  // namespace ValueReader
