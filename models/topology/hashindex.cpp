// SPDX-License-Identifier: Apache-2.0
#include "models/topology/hashindex.h"

#include <algorithm>
#include <bit>
#include <utility>

void HashIndex::reserve(size_t count)
{
    if (count * 4 > m_slots.size() * 3)
        rehash(std::bit_ceil(count * 2));
}

void HashIndex::insert(quint32 hash, quint32 id)
{
    if ((m_taken + 1) * 4 > m_slots.size() * 3)
        rehash(std::bit_ceil((m_taken + 8) * 2));
    auto &slot = m_slots[find(hash)];
    switch (slot.state) {
    case State::Free:
        slot = {hash, id, State::One};
        ++m_taken;
        break;
    case State::One: {
        const quint32 other = slot.value;
        slot.value = quint32(m_lists.size());
        slot.state = State::Several;
        m_lists.push_back({std::min(id, other), std::max(id, other)});
        break;
    }
    case State::Several: {
        auto &list = m_lists[slot.value];
        list.insert(std::lower_bound(list.begin(), list.end(), id), id);
        break;
    }
    case State::Gone:
        Q_UNREACHABLE();
    }
}

void HashIndex::remove(quint32 hash, quint32 id)
{
    auto &slot = m_slots[find(hash)];
    if (slot.state == State::One) {
        Q_ASSERT(slot.value == id);
        slot.state = State::Gone;
        return;
    }
    // A list that has shrunk stays one, be it empty: values that were shared tend to be shared
    // again.
    auto &list = m_lists[slot.value];
    list.erase(std::lower_bound(list.begin(), list.end(), id));
}

void HashIndex::rehash(size_t slots)
{
    const auto old = std::exchange(m_slots, std::vector<Slot>(slots));
    m_mask = slots - 1;
    m_taken = 0;
    for (const auto &slot : old) {
        if (slot.state == State::One || slot.state == State::Several) {
            m_slots[find(slot.hash)] = slot;
            ++m_taken;
        }
    }
}
