// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/apply.h"

/// Builds a step edit by edit, each against what the ones before it left.
class Cascade
{
public:
    explicit Cascade(const Topology &topology)
        : m_scratch(topology)
    {
    }
    const Topology &topology() const { return m_scratch; }
    void add(Edit edit)
    {
        ::apply(m_scratch, edit);
        m_edits.append(std::move(edit));
    }
    void setField(ObjectId object, Field field, Value after)
    {
        const auto before = fieldValue(m_scratch.record(object), field);
        if (before != after)
            add(SetField {object, field, before, std::move(after)});
    }
    Step take(QString title) { return {std::move(title), std::move(m_edits)}; }

private:
    Topology m_scratch;
    QList<Edit> m_edits;
};
