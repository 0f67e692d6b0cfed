// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/mutagenmembers.h"

#include "models/exchange/jsondocument.h"
#include "models/exchange/mutagenobject.h"

#include <algorithm>

namespace {

int countSecrets(const JsonValue &value)
{
    int count = 0;
    if (value.isObject()) {
        value.forEachMember([&count](QByteArrayView key, const JsonValue &member) {
            const bool isSecret =
                !member.isObject() && !member.isArray() && looksSecret(QString::fromUtf8(key));
            count += isSecret ? 1 : countSecrets(member);
        });
    } else if (value.isArray()) {
        value.forEachItem(
            [&count](qsizetype, const JsonValue &item) { count += countSecrets(item); });
    }
    return count;
}

}  // namespace

Extra membersOfObject(const QString &json)
{
    Extra members;
    const auto document = JsonDocument::parse(json.toUtf8());
    if (const auto root = document.root(); root && root->isObject())
        root->forEachMember([&members](QByteArrayView key, const JsonValue &value) {
            members.append({QString::fromUtf8(key), value.compact()});
        });
    return members;
}

QStringList itemsOfList(const QString &json)
{
    QStringList items;
    const auto document = JsonDocument::parse(json.toUtf8());
    if (const auto root = document.root(); root && root->isArray())
        root->forEachItem(
            [&items](qsizetype, const JsonValue &item) { items.append(item.compact()); });
    return items;
}

int countSecrets(const QString &json)
{
    const auto document = JsonDocument::parse(json.toUtf8());
    const auto root = document.root();
    return root ? countSecrets(*root) : 0;
}

MutagenMembers::MutagenMembers(JsonWriter &json, const Extra &kept, const TravellingObject *changes)
    : m_json(json)
    , m_kept(kept)
    , m_changes(changes)
{
}

bool MutagenMembers::wants(Field field, QLatin1String key) const
{
    return !m_changes || m_changes->fields.test(size_t(field)) || m_changes->keys.contains(key)
        || m_changes->keys.contains(takenKeyPrefix + key);
}

QString MutagenMembers::take(QLatin1String key)
{
    if (m_kept.isEmpty())
        return {};
    done(key);
    for (const auto &name : {QString(key), takenKeyPrefix + key}) {
        const auto found = std::find_if(m_kept.begin(), m_kept.end(),
            [&name](const ExtraField &field) { return field.key == name; });
        if (found != m_kept.end()) {
            const auto json = found->json;
            m_kept.erase(found);
            return json;
        }
    }
    return {};
}

void MutagenMembers::json(QLatin1String key, const QString &value)
{
    if (value.isEmpty())
        return;
    m_json.key(key);
    m_json.raw(value);
}

template <class Write>
void MutagenMembers::member(Field field, QLatin1String key, bool hasValue, Write write)
{
    if (!wants(field, key))
        return;
    if (hasValue) {
        // What was kept of an earlier value keeps its own key, if it has one, or is overtaken.
        done(key);
        m_json.key(key);
        write();
    } else {
        json(key, take(key));
    }
}

void MutagenMembers::text(Field field, QLatin1String key, QStringView value)
{
    member(field, key, !value.isEmpty(), [&] { m_json.value(value); });
}

void MutagenMembers::number(Field field, QLatin1String key, std::optional<qint64> value)
{
    member(field, key, value.has_value(), [&] { m_json.value(*value); });
}

void MutagenMembers::numberText(Field field, QLatin1String key, std::optional<qint64> value)
{
    member(
        field, key, value.has_value(), [&] { m_json.value(QStringView(QString::number(*value))); });
}

void MutagenMembers::flag(Field field, QLatin1String key, std::optional<bool> value)
{
    member(field, key, value.has_value(), [&] { m_json.value(*value); });
}

void MutagenMembers::choice(Field field, QLatin1String key, QLatin1String token, bool isDefault)
{
    if (!wants(field, key))
        return;
    const auto kept = isDefault ? take(key) : QString();
    done(key);
    m_json.key(key);
    if (kept.isEmpty())
        m_json.value(token);
    else
        m_json.raw(kept);
}

void MutagenMembers::options(Field field, QLatin1String key, const Options &options)
{
    if (!wants(field, key))
        return;
    const auto kept = take(key);
    auto unread = membersOfObject(kept);
    unread.removeIf([&options](const ExtraField &member) {
        return std::any_of(options.begin(), options.end(),
            [&member](const OptionSection &section) { return section.name == member.key; });
    });
    if (options.isEmpty() && unread.isEmpty()) {
        json(key, kept);
        return;
    }
    m_json.key(key);
    m_json.beginObject(JsonWriter::Layout::Lines);
    for (const auto &section : options) {
        m_json.key(QStringView(section.name));
        m_json.beginObject();
        for (const auto &option : section.options) {
            m_json.key(QStringView(option.key));
            m_json.value(QStringView(option.value));
        }
        m_json.endObject();
    }
    for (const auto &[name, json] : std::as_const(unread)) {
        m_json.key(QStringView(name));
        m_json.raw(json);
    }
    m_json.endObject();
}

void MutagenMembers::object(Field field, QLatin1String key, const Extra &members)
{
    if (!wants(field, key))
        return;
    const auto kept = take(key);
    auto all = members;
    for (const auto &other : membersOfObject(kept)) {
        const bool isThere = std::any_of(members.begin(), members.end(),
            [&other](const ExtraField &member) { return member.key == other.key; });
        if (!isThere)
            all.append(other);
    }
    if (all.isEmpty()) {
        json(key, kept);
        return;
    }
    m_json.key(key);
    m_json.beginObject(JsonWriter::Layout::Lines);
    for (const auto &[name, json] : std::as_const(all)) {
        m_json.key(QStringView(name));
        m_json.raw(json);
    }
    m_json.endObject();
}

void MutagenMembers::rest(std::initializer_list<QLatin1String> always)
{
    for (const auto &[key, json] : std::as_const(m_kept)) {
        if (m_done.contains(key))
            continue;
        if (!isWhole() && !m_changes->keys.contains(key)
            && std::find(always.begin(), always.end(), key) == always.end())
            continue;
        const auto own = key.startsWith(takenKeyPrefix) ? key.sliced(takenKeyPrefix.size()) : key;
        const auto &written = m_done.contains(own) ? key : own;
        m_json.key(QStringView(written));
        m_json.raw(json);
        m_done.append(written);
    }
}
