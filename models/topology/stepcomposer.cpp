// SPDX-License-Identifier: Apache-2.0
#include "models/topology/stepcomposer.h"

#include "models/topology/apply.h"

StepComposer::StepComposer(const Topology &topology)
    : m_scratch(topology)
{
}

void StepComposer::add(Result<Step> step)
{
    if (m_error)
        return;
    if (!step) {
        m_error = step.error();
        return;
    }
    ::apply(m_scratch, *step);
    m_step.edits.append(step->edits);
}

void StepComposer::set(ObjectId object, Field field, Value value)
{
    if (!m_error)
        add(setField(m_scratch, object, field, std::move(value)));
}

std::optional<ObjectId> StepComposer::addObject(Record record)
{
    if (m_error)
        return std::nullopt;
    auto step = ::addObject(m_scratch, std::move(record));
    const auto id = step ? std::optional(addedObject(*step)) : std::nullopt;
    add(std::move(step));
    return id;
}

Result<Step> StepComposer::take(QString title)
{
    if (m_error)
        return tl::unexpected(*m_error);
    m_step.title = std::move(title);
    return std::move(m_step);
}
