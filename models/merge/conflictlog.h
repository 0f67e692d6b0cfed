// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/merge/conflict.h"

/// Collects conflicts, and says what was chosen for each.
class ConflictLog final
{
public:
    explicit ConflictLog(const MergeChoices &choices)
        : m_choices(choices)
    {
    }

    /// Which side counts.
    MergeSide add(ConflictPlace place, QString base, QString ours, QString theirs)
    {
        // A reference may mean another of several bearers and still be the same by name.
        if (ours == theirs || theirs == base)
            return MergeSide::Ours;
        if (ours == base)
            return MergeSide::Theirs;
        const auto choice = m_choices.at(place);
        m_conflicts.append(
            {std::move(place), std::move(base), std::move(ours), std::move(theirs), choice});
        return choice;
    }
    QList<Conflict> take() { return std::move(m_conflicts); }

private:
    const MergeChoices &m_choices;
    QList<Conflict> m_conflicts;
};
