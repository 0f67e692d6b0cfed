// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/hashindex.h"

#include <QHash>

#include <utility>

/// Ids by DBID, for one kind of object; DBIDs that aren't known (0) are left out. Like NameIndex it
/// may tell too many candidates: whoever asks compares the DBIDs.
///
/// DBIDs are handed out one after the other, so that nearly all are small and borne once: those are
/// looked up directly, all others by hash.
class DbidIndex final
{
public:
    /// For so many objects; before the first one.
    void reserve(size_t count) { m_direct.assign(2 * count, none); }
    void insert(qint64 dbid, quint32 id)
    {
        if (dbid <= 0)
            return;
        if (isDirect(dbid)) {
            auto &only = m_direct[size_t(dbid)];
            if (only == none) {
                only = id;
                return;
            }
            if (only != several)
                m_index.insert(hash(dbid), std::exchange(only, several));
        }
        m_index.insert(hash(dbid), id);
    }
    void remove(qint64 dbid, quint32 id)
    {
        if (dbid <= 0)
            return;
        if (isDirect(dbid) && m_direct[size_t(dbid)] != several)
            m_direct[size_t(dbid)] = none;
        else
            m_index.remove(hash(dbid), id);
    }
    template <class Visit>
    void candidates(qint64 dbid, Visit visit) const
    {
        const auto only = isDirect(dbid) ? m_direct[size_t(dbid)] : several;
        if (only == several)
            m_index.candidates(hash(dbid), visit);
        else if (only != none)
            visit(only);
    }
    template <class Visit>
    void shared(Visit visit) const
    {
        m_index.shared(visit);
    }

private:
    static constexpr quint32 none = ~quint32(0);
    static constexpr quint32 several = none - 1;  // Once, be they fewer now.

    bool isDirect(qint64 dbid) const { return dbid > 0 && size_t(dbid) < m_direct.size(); }
    /// Qt's random seed: a file can't aim at one slot.
    static quint32 hash(qint64 dbid)
    {
        return quint32(qHash(quint64(dbid), QHashSeed::globalSeed()));
    }

    std::vector<quint32> m_direct;  // By DBID: the only bearer, or none, or several.
    HashIndex m_index;
};
