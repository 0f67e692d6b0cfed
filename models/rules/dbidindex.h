// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/hashindex.h"

#include <QHash>

/// Ids by DBID, for one kind of object; DBIDs that aren't known (0) are left out. Like NameIndex it
/// knows hashes only: whoever asks compares the DBIDs.
class DbidIndex final
{
public:
    void reserve(size_t count) { m_index.reserve(count); }
    void insert(qint64 dbid, quint32 id)
    {
        if (dbid > 0)
            m_index.insert(hash(dbid), id);
    }
    void remove(qint64 dbid, quint32 id)
    {
        if (dbid > 0)
            m_index.remove(hash(dbid), id);
    }
    template <class Visit>
    void candidates(qint64 dbid, Visit visit) const
    {
        m_index.candidates(hash(dbid), visit);
    }
    template <class Visit>
    void shared(Visit visit) const
    {
        m_index.shared(visit);
    }

private:
    /// DBIDs are handed out one after the other, and indexed in that order: four of them stay side
    /// by side in memory. Where they do is left to Qt's random seed: a file can't aim at one place.
    static quint32 hash(qint64 dbid)
    {
        const auto block = qHash(quint64(dbid) >> 2, QHashSeed::globalSeed());
        return quint32(block << 2) | quint32(dbid & 3);
    }

    HashIndex m_index;
};
