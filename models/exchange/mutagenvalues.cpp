// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/mutagenvalues.h"

namespace {

constexpr MutagenCollection mutagenCollections[] = {
    {"tenants", "CFGTenant", Kind::Tenant},
    {"physicalSwitches", "CFGPhysicalSwitch", Kind::SwitchingOffice},
    {"switches", "CFGSwitch", Kind::Switch},
    {"hosts", "CFGHost", Kind::Host},
    {"applications", "CFGApplication", Kind::Application},
};

/// The only member of an object.
std::optional<JsonValue> onlyMember(const JsonValue &value)
{
    std::optional<JsonValue> found;
    int count = 0;
    if (!value.isObject())
        return found;
    value.forEachMember([&](QByteArrayView, const JsonValue &member) {
        found = member;
        ++count;
    });
    return count == 1 ? found : std::nullopt;
}

}  // namespace

const MutagenCollection *findMutagenCollection(QByteArrayView key)
{
    for (const auto &collection : mutagenCollections) {
        if (key == collection.key || key == collection.rawKey)
            return &collection;
    }
    return nullptr;
}

bool isTemplateCollection(QByteArrayView key)
{
    return key == "appPrototypes" || key == "CFGAppPrototype";
}

std::optional<QString> looseText(const JsonValue &value)
{
    switch (value.type()) {
    case JsonType::String:
    case JsonType::Number:
        return value.text();
    case JsonType::True:
        return QStringLiteral("true");
    case JsonType::False:
        return QStringLiteral("false");
    default:
        return std::nullopt;
    }
}

std::optional<qint64> looseNumber(const JsonValue &value)
{
    if (!value.isString())
        return value.wholeNumber();
    bool isNumber = false;
    const auto number = value.bytes().toByteArray().toLongLong(&isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

std::optional<bool> looseFlag(const JsonValue &value)
{
    if (value.type() == JsonType::True || value.type() == JsonType::False)
        return value.type() == JsonType::True;
    const auto token = looseToken(value);
    if (token == u"true" || token == u"2")
        return true;
    if (token == u"false" || token == u"1")
        return false;
    return std::nullopt;
}

QString looseToken(const JsonValue &value)
{
    auto token = looseText(value).value_or(QString()).toLower();
    if (token.startsWith(QLatin1String("cfg")))
        token.remove(0, 3);
    return token;
}

std::optional<JsonValue> looseList(const JsonValue &value)
{
    if (value.isArray())
        return value;
    const auto inner = onlyMember(value);
    return inner && inner->isArray() ? inner : std::nullopt;
}

std::optional<qint64> looseDbid(const JsonValue &value)
{
    if (!value.isObject())
        return looseNumber(value);
    for (const auto *key : {"DBID", "dbid"}) {
        if (const auto dbid = value.find(key))
            return looseNumber(*dbid);
    }
    const auto inner = onlyMember(value);
    return inner && !inner->isObject() ? looseNumber(*inner) : std::nullopt;
}

bool isEmptyValue(const JsonValue &value)
{
    bool isEmpty = value.isNull() || (value.isString() && value.bytes().isEmpty());
    if (value.isObject()) {
        isEmpty = true;
        value.forEachMember([&](QByteArrayView, const JsonValue &) { isEmpty = false; });
    }
    return isEmpty;
}

bool isNoReference(const JsonValue &value)
{
    return isEmptyValue(value) || looseDbid(value) == 0;
}
