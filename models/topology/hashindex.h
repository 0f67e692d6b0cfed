// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

#include <vector>

/// Ids by a hash of 32 bits. Values that are told apart by more are not told apart here: whoever
/// asks compares them.
///
/// Open addressing with a list aside for hashes that several ids share, so that ten thousand
/// objects of one name cost no more than others.
class HashIndex final
{
public:
    void reserve(size_t count);
    void insert(quint32 hash, quint32 id);
    /// The pair must be in the index.
    void remove(quint32 hash, quint32 id);

    /// Calls visit(id) for every id of this hash, in the order of ids.
    template <class Visit>
    void candidates(quint32 hash, Visit visit) const
    {
        if (m_slots.empty())
            return;
        const auto &slot = m_slots[find(hash)];
        if (slot.state == State::One) {
            visit(slot.value);
        } else if (slot.state == State::Several) {
            for (const quint32 id : m_lists[slot.value])
                visit(id);
        }
    }

    /// Calls visit(ids) for every set of two or more ids of one hash, each set once.
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
