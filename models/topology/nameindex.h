// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringView>

#include <vector>

/// Ids by name, for one kind of object. Knows hashes and ids only: whoever asks compares the names.
///
/// Open addressing with a list aside for hashes that several ids share, so that ten thousand
/// objects of one name cost no more than others.
class NameIndex final
{
public:
    void reserve(size_t count);
    void insert(QStringView name, quint32 id);
    /// The pair must be in the index.
    void remove(QStringView name, quint32 id);

    /// Calls visit(id) for every id whose name may be this one (equal hash), in the order of ids.
    template <class Visit>
    void candidates(QStringView name, Visit visit) const
    {
        if (m_slots.empty())
            return;
        const auto &slot = m_slots[find(hash(name))];
        if (slot.state == State::One) {
            visit(slot.value);
        } else if (slot.state == State::Several) {
            for (const quint32 id : m_lists[slot.value])
                visit(id);
        }
    }

    /// Calls visit(ids) for every set of two or more ids whose names may be equal, each set once.
    template <class Visit>
    void shared(Visit visit) const
    {
        for (const auto &list : m_lists) {
            if (list.size() > 1)
                visit(list);
        }
    }

private:
    enum class State : quint8 { Free, One, Several, Gone };
    struct Slot
    {
        quint32 hash = 0;
        quint32 value = 0;  ///< One: the id. Several: an index into m_lists.
        State state = State::Free;
    };
    static quint32 hash(QStringView name);
    /// The slot of this hash, or the free slot where it would stand.
    size_t find(quint32 hash) const
    {
        size_t i = hash & m_mask;
        while (m_slots[i].state != State::Free
            && (m_slots[i].state == State::Gone || m_slots[i].hash != hash))
            i = (i + 1) & m_mask;
        return i;
    }
    void rehash(size_t slots);

    std::vector<Slot> m_slots;                  // A power of two, at most three quarters not free.
    std::vector<std::vector<quint32>> m_lists;  // Each sorted.
    size_t m_mask = 0;
    size_t m_taken = 0;  // Slots that are not free.
};
