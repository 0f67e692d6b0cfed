// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/exchange/mutagenknowledge.h"
#include "models/exchange/reading.h"

/// What the objects of one file share while they are read; outlives them.
struct MutagenSource
{
    Reading &reading;
    const MutagenKnowledge &knowledge;
    bool isRaw = false;  ///< Configuration Server's own names.
};

/// Stands before a kept key that the topology format would take for one of its own.
inline constexpr QLatin1String takenKeyPrefix("mutagen:");

/// A key that is kept, renamed if the topology format would take it for one of its own.
ExtraField keptMember(QByteArrayView key, const JsonValue &value, bool isTaken = false);

/// The members as a compact object; empty text for none.
QString membersAsObject(Extra members);

/// An object of a file while it is read: the fields that are understood, and what is kept beside
/// them as it stands.
class MutagenObject final
{
public:
    MutagenObject(const MutagenSource &source, Kind kind, const JsonPlace &place, qsizetype offset);

    const QString &name() const { return m_draft.name; }
    void setName(const QString &name) { m_draft.name = name; }
    const DraftValue *find(Field field) const { return m_draft.find(field); }
    /// Of a field that is given in both spellings (tenant, tenantDBID) the later one counts.
    void set(Field field, DraftValue value);
    template <class T>
    void setIf(Field field, std::optional<T> value)
    {
        if (value)
            set(field, DraftValue(std::in_place_type<T>, *std::move(value)));
    }

    /// Keeps a member that isn't one of ours.
    void keep(QByteArrayView key, const JsonPlace &place, const JsonValue &value);
    /// Keeps, and tells, what is there and can't be read. True: the member is done with.
    bool keepUnread(QByteArrayView key, const JsonPlace &place, const JsonValue &value);
    void keepAs(ExtraField field) { m_extra.append(std::move(field)); }
    /// Keeps them as one object; nothing if there are none.
    void keepObject(QByteArrayView key, Extra members);

    /// A field, or what is kept unread. True, as above.
    bool readText(Field field, QByteArrayView key, const JsonPlace &place, const JsonValue &value);
    bool readNumber(
        Field field, QByteArrayView key, const JsonPlace &place, const JsonValue &value);

    /// The name of an object that is referred to by name or by DBID; a placeholder's for a DBID
    /// that nobody knows. Nothing for what names no object.
    std::optional<QString> reference(Kind kind, const JsonPlace &place, const JsonValue &value);

    bool readReference(
        Field field, Kind kind, QByteArrayView key, const JsonPlace &place, const JsonValue &value);

    Draft take() &&;

private:
    bool isTaken(QByteArrayView key) const;

    const MutagenSource &m_source;
    Draft m_draft;
    Extra m_extra;
};
