// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/rules/groups.h"
#include "models/rules/rulelist.h"

#include <QSet>

/// What has to be looked at again: units, each once, with the rules that may say something else
/// about it now.
class Marks final
{
public:
    struct Mark
    {
        ObjectId object;
        RuleMask rules;
    };

    void add(ObjectId object, RuleMask rules)
    {
        if (rules == 0)
            return;
        auto &places = m_places[size_t(object.kind)];
        if (object.id >= places.size())
            places.resize(object.id + 1);
        auto &place = places[object.id];
        if (place != 0) {
            m_marks[place - 1].rules |= rules;
        } else {
            m_marks.push_back({object, rules});
            place = quint32(m_marks.size());
        }
    }
    void add(const GroupKey &key) { m_groups.insert(key); }

    const std::vector<Mark> &objects() const { return m_marks; }
    const QSet<GroupKey> &groups() const { return m_groups; }

    void clear()
    {
        for (const auto &mark : m_marks)
            m_places[size_t(mark.object.kind)][mark.object.id] = 0;
        m_marks.clear();
        if (!m_groups.isEmpty())
            m_groups.clear();
    }

private:
    std::vector<Mark> m_marks;
    std::array<std::vector<quint32>, kindCount> m_places;  // By id: 1 + the index in m_marks, or 0.
    QSet<GroupKey> m_groups;
};
