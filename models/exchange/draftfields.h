// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/exchange/reading.h"

// Objects in the topology format's form, as files and edit lines have them.

/// One field's value. Nothing if it is missing (null, empty text) or malformed, which is reported.
std::optional<DraftValue> readField(
    Reading &reading, Kind kind, Field field, const JsonPlace &place, const JsonValue &value);

/// An object with all its fields; the keys that are none are its extra keys. Nothing if it is no
/// object or lacks a mandatory field, which is reported. What the format can't hold is reported
/// too: a component where none may be, a type that the enumeration lacks. A switch that doesn't say
/// its tenant is of "tenant".
std::optional<Draft> readObject(Reading &reading, Kind kind, const JsonPlace &place,
    const JsonValue &value, const QString &tenant = {});

/// Keys of the object for which isKnown(key) is false.
template <class IsKnown>
Extra readExtra(const JsonValue &object, IsKnown isKnown)
{
    Extra extra;
    object.forEachMember([&](QByteArrayView key, const JsonValue &value) {
        if (!isKnown(key))
            extra.append({QString::fromUtf8(key), value.compact()});
    });
    return extra;
}

/// The setting's value: nothing if missing or malformed.
std::optional<Environment> readEnvironment(
    Reading &reading, const JsonPlace &place, const JsonValue &value);
std::optional<SocialMessagingTenants> readSocialMessaging(
    Reading &reading, const JsonPlace &place, const JsonValue &value);
