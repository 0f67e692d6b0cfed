// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/edits.h"

/// Puts several checked edits together to one step; each is checked against what the ones before it
/// leave. The first error stays, and take() tells it.
class StepComposer final
{
public:
    explicit StepComposer(const Topology &topology);

    /// The topology as the edits so far leave it.
    const Topology &topology() const { return m_scratch; }

    /// Takes what one of edits.h's functions made for topology(). Nothing after an error.
    void add(Result<Step> step);
    void set(ObjectId object, Field field, Value value);
    /// The id of the new object; nothing on an error.
    std::optional<ObjectId> addObject(Record record);

    /// The whole, under this title.
    [[nodiscard]] Result<Step> take(QString title);

private:
    Topology m_scratch;
    Step m_step;
    std::optional<Error> m_error;
};
