// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/plan/difference.h"

#include <array>
#include <vector>

/// How each object of one topology differs from the other; and how many do.
class ChangeSet final
{
public:
    using Change = ObjectDifference::Change;

    std::optional<Change> find(ObjectId object) const
    {
        const auto &changes = m_changes[size_t(object.kind)];
        return object.id < changes.size() && changes[object.id] != 0
            ? std::optional(Change(changes[object.id] - 1))
            : std::nullopt;
    }
    void set(ObjectId object, std::optional<Change> change)
    {
        auto &changes = m_changes[size_t(object.kind)];
        if (object.id >= changes.size()) {
            if (!change)
                return;
            changes.resize(object.id + 1);
        }
        const auto mark = change ? quint8(quint8(*change) + 1) : quint8(0);
        m_count += int(mark != 0) - int(changes[object.id] != 0);
        changes[object.id] = mark;
    }
    int count() const { return m_count; }

private:
    std::array<std::vector<quint8>, kindCount> m_changes;  // By id: 0, or one more than the change.
    int m_count = 0;
};
