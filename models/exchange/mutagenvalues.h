// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/exchange/jsondocument.h"
#include "models/topology/objects.h"

// Values as exports of Configuration Server hold them: a number may be a text, a token a number,
// and a list may be wrapped in an object of one member ({"CfgPortInfo": [...]}).

/// Collections by the name that a format gives them; null for a name that isn't one of ours.
struct MutagenCollection
{
    QByteArrayView key;
    QByteArrayView rawKey;
    Kind kind;
};
const MutagenCollection *findMutagenCollection(QByteArrayView key);
bool isTemplateCollection(QByteArrayView key);

/// A text, a number as it is written, or true and false. Nothing for null, lists and objects.
std::optional<QString> looseText(const JsonValue &value);
/// A whole number, or a text of one.
std::optional<qint64> looseNumber(const JsonValue &value);
/// true and false, 2 and 1 (CfgFlag), or a text of one of them, such as "cfgtrue".
std::optional<bool> looseFlag(const JsonValue &value);
/// A token without "cfg", in lower case; a number stays a number.
QString looseToken(const JsonValue &value);
/// The list in the value: itself, or what the only member of an object holds.
std::optional<JsonValue> looseList(const JsonValue &value);
/// The DBID in a reference: a number, or an object with one.
std::optional<qint64> looseDbid(const JsonValue &value);
/// null, an empty text, an empty object.
bool isEmptyValue(const JsonValue &value);
/// Says that nothing is referred to: empty, or DBID 0.
bool isNoReference(const JsonValue &value);
