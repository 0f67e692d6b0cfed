// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/mutagenobject.h"

#include "models/base/jsontext.h"
#include "models/exchange/mutagenvalues.h"
#include "models/topology/normalise.h"

#include <QCoreApplication>

namespace {

struct MutagenObjectTexts
{
    Q_DECLARE_TR_FUNCTIONS(MutagenObject)
};

QString keptName(QByteArrayView key, bool isTaken)
{
    const auto name = QString::fromUtf8(key);
    return isTaken ? takenKeyPrefix + name : name;
}

}  // namespace

ExtraField keptMember(QByteArrayView key, const JsonValue &value, bool isTaken)
{
    return {keptName(key, isTaken), value.compact()};
}

QString membersAsObject(Extra members)
{
    if (members.isEmpty())
        return {};
    normalise(members);
    QStringList parts;
    for (const auto &[key, json] : std::as_const(members))
        parts.append(jsonString(key) + u':' + json);
    return u'{' + parts.join(u',') + u'}';
}

MutagenObject::MutagenObject(
    const MutagenSource &source, Kind kind, const JsonPlace &place, qsizetype offset)
    : m_source(source)
{
    m_draft.kind = kind;
    m_draft.where = place.text();
    m_draft.offset = offset;
}

void MutagenObject::set(Field field, DraftValue value)
{
    auto &fields = m_draft.fields;
    fields.removeIf([field](const auto &given) { return given.first == field; });
    fields.emplace_back(field, std::move(value));
}

bool MutagenObject::isTaken(QByteArrayView key) const
{
    return fieldFromName(m_draft.kind, QString::fromUtf8(key)).has_value();
}

void MutagenObject::keep(QByteArrayView key, const JsonPlace &place, const JsonValue &value)
{
    m_extra.append(keptMember(key, value, isTaken(key)));
    // RAW is known in part only: whoever reads the report should see what wasn't understood.
    if (m_source.isRaw)
        m_source.reading.problem(
            place, MutagenObjectTexts::tr("It isn't read; it is kept as it stands."));
}

bool MutagenObject::keepUnread(QByteArrayView key, const JsonPlace &place, const JsonValue &value)
{
    m_extra.append(keptMember(key, value, isTaken(key)));
    m_source.reading.problem(
        place, MutagenObjectTexts::tr("The value can't be read; it is kept as it stands."));
    return true;
}

void MutagenObject::keepObject(QByteArrayView key, Extra members)
{
    if (!members.isEmpty())
        m_extra.append({keptName(key, isTaken(key)), membersAsObject(std::move(members))});
}

bool MutagenObject::readText(
    Field field, QByteArrayView key, const JsonPlace &place, const JsonValue &value)
{
    const auto text = looseText(value);
    if (!text && !isEmptyValue(value))
        return keepUnread(key, place, value);
    setIf(field, text);
    return true;
}

bool MutagenObject::readNumber(
    Field field, QByteArrayView key, const JsonPlace &place, const JsonValue &value)
{
    const auto number = looseNumber(value);
    if (!number)
        return keepUnread(key, place, value);
    set(field, *number);
    return true;
}

std::optional<QString> MutagenObject::reference(
    Kind kind, const JsonPlace &place, const JsonValue &value)
{
    const bool isByDbid = place.key.endsWith("DBID") || place.key.endsWith("DBIDs")
        || (place.parent && place.parent->key.endsWith("DBIDs") && place.index >= 0);
    if (value.isString() && !isByDbid)
        return value.bytes().isEmpty() ? std::nullopt : std::optional(value.text());
    if (value.isObject()) {
        if (const auto name = value.find("name"); name && name->isString())
            return name->text();
    }
    const auto dbid = looseDbid(value);
    if (dbid && *dbid > 0) {
        const auto name = m_source.knowledge.objectName(kind, *dbid);
        if (!name.isEmpty())
            return name;
        const auto placeholder = QStringLiteral("%1 #%2").arg(kindToken(kind)).arg(*dbid);
        m_source.reading.problem(place,
            MutagenObjectTexts::tr(
                "Neither the input nor the document has the %1 with DBID %2; a placeholder stands for it.")
                .arg(kindLabel(kind).toLower())
                .arg(*dbid));
        return placeholder;
    }
    return std::nullopt;
}

bool MutagenObject::readReference(
    Field field, Kind kind, QByteArrayView key, const JsonPlace &place, const JsonValue &value)
{
    const auto name = reference(kind, place, value);
    if (!name && !isNoReference(value))
        return keepUnread(key, place, value);
    setIf(field, name);
    return true;
}

Draft MutagenObject::take() &&
{
    if (!m_extra.isEmpty())
        set(Field::Extra, DraftValue(std::in_place_type<Extra>, std::move(m_extra)));
    return std::move(m_draft);
}
