// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/plan/planner.h"

#include <vector>

/// The rows of a plan by their application's id, side by side in memory.
class RowSet final
{
public:
    /// Null if the application has no row. Holds until the next change.
    const PlanRow *find(ApplicationId application) const
    {
        const auto id = application.value();
        return id < m_places.size() && m_places[id] != 0 ? &m_rows[m_places[id] - 1] : nullptr;
    }
    /// Of the row's application, which has none yet.
    void insert(PlanRow row)
    {
        const auto id = row.application.value();
        if (id >= m_places.size())
            m_places.resize(id + 1);
        m_rows.push_back(std::move(row));
        m_places[id] = quint32(m_rows.size());
    }
    void remove(ApplicationId application)
    {
        auto &place = m_places[application.value()];
        if (place != m_rows.size()) {
            m_rows[place - 1] = std::move(m_rows.back());
            m_places[m_rows[place - 1].application.value()] = place;
        }
        m_rows.pop_back();
        place = 0;
    }
    const std::vector<PlanRow> &rows() const { return m_rows; }

private:
    std::vector<quint32> m_places;  // One more than the index into m_rows; 0 for no row.
    std::vector<PlanRow> m_rows;
};
