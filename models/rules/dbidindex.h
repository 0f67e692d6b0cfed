// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/nameindex.h"

/// Ids by DBID, for one kind of object; DBIDs that aren't known (0) are left out. Like NameIndex it
/// knows hashes only: whoever asks compares the DBIDs.
class DbidIndex final
{
public:
    void reserve(size_t count) { m_index.reserve(count); }
    void insert(qint64 dbid, quint32 id)
    {
        if (dbid > 0)
            m_index.insert(bytes(dbid), id);
    }
    void remove(qint64 dbid, quint32 id)
    {
        if (dbid > 0)
            m_index.remove(bytes(dbid), id);
    }
    template <class Visit>
    void candidates(qint64 dbid, Visit visit) const
    {
        m_index.candidates(bytes(dbid), visit);
    }
    template <class Visit>
    void shared(Visit visit) const
    {
        m_index.shared(visit);
    }

private:
    /// The number's bytes as a text, so that one index serves both.
    struct Bytes
    {
        char16_t units[4];
        operator QStringView() const { return QStringView(units, 4); }
    };
    static Bytes bytes(qint64 dbid)
    {
        return {{char16_t(dbid), char16_t(dbid >> 16), char16_t(dbid >> 32), char16_t(dbid >> 48)}};
    }

    NameIndex m_index;
};
