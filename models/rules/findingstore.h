// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/rules/groups.h"
#include "models/rules/validator.h"

#include <deque>

/// Counts a finding in, or out (by -1).
void count(FindingsSummary &summary, const Finding &finding, int by);

/// The findings that stand, by id and by object. "Nothing about this object" costs one look.
class FindingStore final
{
public:
    /// Numbers that are given up from here on are not used again before the next call.
    void beginUpdate();
    FindingId add(Finding finding);
    void remove(FindingId id);
    void setWaived(FindingId id, bool isWaived);

    bool contains(FindingId id) const
    {
        return id.value() < m_slots.size() && m_slots[id.value()].isUsed;
    }
    const Finding &at(FindingId id) const { return m_slots[id.value()].finding; }
    QList<FindingId> all() const;
    const FindingsSummary &summary() const { return m_summary; }

    /// Calls visit(id) for each finding of the object.
    template <class Visit>
    void forEachOf(ObjectId object, Visit visit) const
    {
        const auto &first = m_first[size_t(object.kind)];
        if (object.id >= first.size())
            return;
        for (quint32 at = first[object.id]; at != none; at = m_slots[at].next)
            visit(FindingId(at));
    }
    FindingsSummary summaryOf(ObjectId object) const;

    void reserve(Kind kind, quint32 idBound) { m_first[size_t(kind)].resize(idBound, none); }

private:
    static constexpr quint32 none = ~quint32(0);
    struct Slot
    {
        Finding finding;
        quint32 next = none;  // In the object's list.
        quint32 previous = none;
        bool isUsed = false;
    };

    std::vector<Slot> m_slots;   // By id.
    std::deque<quint32> m_free;  // First in, first out, so that a number is not used again soon.
    size_t m_reusable = 0;       // So many of m_free, until the next update begins.
    std::array<std::vector<quint32>, kindCount> m_first;  // By object; heads of lists.
    FindingsSummary m_summary;
};
