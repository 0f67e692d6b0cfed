// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/exchange/jsonwriter.h"
#include "models/plan/mutagenchanges.h"

/// The members of a kept object; none if it is no object.
Extra membersOfObject(const QString &json);
/// The items of a kept list, as JSON.
QStringList itemsOfList(const QString &json);
/// How many values at any depth have a key that looks secret.
int countSecrets(const QString &json);

/// Writes the members of one object: a field's value, else what the reader kept unread in its
/// place; at last all else that it kept, under the keys that it came with.
class MutagenMembers final
{
public:
    /// The writer and the changes must outlive it. Null: everything is written.
    MutagenMembers(JsonWriter &json, const Extra &kept, const TravellingObject *changes);

    /// Whether the member is to be written.
    bool wants(Field field, QLatin1String key) const;
    bool isWhole() const { return !m_changes || m_changes->isNew; }

    // Missing values are not written.
    void text(Field field, QLatin1String key, QStringView value);
    void number(Field field, QLatin1String key, std::optional<qint64> value);
    void numberText(Field field, QLatin1String key, std::optional<qint64> value);
    void flag(Field field, QLatin1String key, std::optional<bool> value);
    /// A word that is always there; the default one gives way to what was kept unread.
    void choice(Field field, QLatin1String key, QLatin1String token, bool isDefault);
    /// With the sections that are kept unread.
    void options(Field field, QLatin1String key, const Options &options);
    /// The first members, then those kept of the same object; nothing if there are none. Values are
    /// JSON.
    void object(Field field, QLatin1String key, const Extra &members);

    /// What is kept under the key, which is done with then; empty if nothing is.
    QString take(QLatin1String key);
    /// A value that is JSON; nothing for an empty text.
    void json(QLatin1String key, const QString &value);
    /// Says that the key stands in the file, so that what is kept keeps its own.
    void done(QLatin1String key)
    {
        if (!m_kept.isEmpty())
            m_done.append(key);
    }
    /// All that isn't done with. In a file of changes: what changed, and the keys in "always".
    void rest(std::initializer_list<QLatin1String> always = {});

private:
    template <class Write>
    void member(Field field, QLatin1String key, bool hasValue, Write write);

    JsonWriter &m_json;
    Extra m_kept;
    const TravellingObject *m_changes;
    QStringList m_done;
};
