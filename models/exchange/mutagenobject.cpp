// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/mutagenobject.h"

#include "models/base/jsontext.h"
#include "models/exchange/mutagenvalues.h"
#include "models/topology/normalise.h"

#include <QCoreApplication>

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(MutagenObject)
};

}  // namespace

ExtraField keptMember(QByteArrayView key, const JsonValue &value, bool isTaken)
{
    const auto name = QString::fromUtf8(key);
    return {isTaken ? QLatin1String("mutagen:") + name : name, value.compact()};
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

MutagenObject::MutagenObject(const MutagenSource &source, Kind kind, const JsonPlace &place)
    : m_source(source)
{
    m_draft.kind = kind;
    m_draft.where = place.text();
}

ExtraField MutagenObject::kept(QByteArrayView key, const JsonValue &value) const
{
    return keptMember(key, value, fieldFromName(m_draft.kind, QString::fromUtf8(key)).has_value());
}

void MutagenObject::keep(QByteArrayView key, const JsonPlace &place, const JsonValue &value)
{
    m_extra.append(kept(key, value));
    // RAW is known in part only: whoever reads the report should see what wasn't understood.
    if (m_source.isRaw)
        m_source.reading.problem(place, Texts::tr("It isn't read; it is kept as it stands."));
}

bool MutagenObject::keepUnread(QByteArrayView key, const JsonPlace &place, const JsonValue &value)
{
    m_extra.append(kept(key, value));
    m_source.reading.problem(place, Texts::tr("The value can't be read; it is kept as it stands."));
    return true;
}

void MutagenObject::keepObject(const QString &key, Extra members)
{
    if (!members.isEmpty())
        m_extra.append({key, membersAsObject(std::move(members))});
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
            Texts::tr(
                "Neither the input nor the document has a %1 with DBID %2; a placeholder stands for it.")
                .arg(kindLabel(kind).toLower())
                .arg(*dbid));
        return placeholder;
    }
    if (!isEmptyValue(value) && dbid != 0)
        m_source.reading.problem(
            place, Texts::tr("This names no %1; it isn't kept.").arg(kindLabel(kind).toLower()));
    return std::nullopt;
}

Draft MutagenObject::take() &&
{
    if (!m_extra.isEmpty())
        set(Field::Extra, DraftValue(std::in_place_type<Extra>, std::move(m_extra)));
    return std::move(m_draft);
}
