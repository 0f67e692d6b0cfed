// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/merge/fieldmerge.h"

#include <QSet>

/// What one side removed and the other side now refers to anew: keeps it, or clears those
/// references, as is chosen for each such conflict.
class NeededObjects final
{
public:
    NeededObjects(const Identities &identities, const FieldMerge &fields, ConflictLog &log,
        VersionTables &objects)
        : m_identities(identities)
        , m_fields(fields)
        , m_log(log)
        , m_objects(objects)
    {
    }

    /// Until nothing is needed any more: what is kept may need others.
    void settle()
    {
        while (keepOrClear()) { }
    }

private:
    /// An object that one side alone removed.
    struct Removed
    {
        ObjectId identity;
        quint32 inBase;
        MergeSide remover;
        bool isDecided;                   ///< A conflict has decided against it.
        QList<ObjectId> referrers = {};   ///< Identities.
        QList<ObjectId> references = {};  ///< Keys by which they mean it.
        QStringList names = {};           ///< Of the referrers.
    };

    bool keepOrClear();
    template <class T>
    void findRemoved(const std::vector<Versions<T>> &objects);
    template <class T>
    void findReferrers(const std::vector<Versions<T>> &objects);
    Removed *meant(ObjectId reference);
    bool keep(const Removed &removed);
    void clear(const Removed &removed);
    ObjectId byName(ObjectId reference) const;

    const Identities &m_identities;
    const FieldMerge &m_fields;
    ConflictLog &m_log;
    VersionTables &m_objects;
    QSet<ObjectId> m_decided;                   // Identities.
    QHash<ObjectId, QList<Removed>> m_removed;  // By the key of a reference by name.
    QSet<ObjectId> m_borne;                     // Keys of names that somebody bears.
};
