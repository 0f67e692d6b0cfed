// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/hashindex.h"

#include <QStringView>

/// Ids by name, for one kind of object. Knows hashes and ids only: whoever asks compares the names.
class NameIndex final
{
public:
    void reserve(size_t count) { m_index.reserve(count); }
    void insert(QStringView name, quint32 id);
    /// The pair must be in the index.
    void remove(QStringView name, quint32 id);

    /// Calls visit(id) for every id whose name may be this one (equal hash), in the order of ids.
    template <class Visit>
    void candidates(QStringView name, Visit visit) const
    {
        m_index.candidates(hash(name), visit);
    }

    /// Calls visit(ids) for every set of two or more ids whose names may be equal, each set once.
    template <class Visit>
    void shared(Visit visit) const
    {
        m_index.shared(visit);
    }

    /// Ids of names that are empty, begin with white space, or have more than 255 units: all that
    /// may be blank or too long. Sorted.
    const std::vector<quint32> &unusual() const { return m_unusual; }

private:
    static quint32 hash(QStringView name);

    HashIndex m_index;
    std::vector<quint32> m_unusual;
};
