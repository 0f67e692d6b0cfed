// SPDX-License-Identifier: Apache-2.0
#include "views/review/comparedstate.h"

struct ComparedState::Revision
{
    int number;
    Topology topology;
    Planner planner;

    Revision(int revision, Topology content, const Topology &working)
        : number(revision)
        , topology(std::move(content))
        , planner(topology, working, Matching::ById)
    {
    }
};

ComparedState::ComparedState(Document &document, QObject *parent)
    : QObject(parent)
    , m_document(document)
{
    connect(&document, &Document::changed, this, [this](const Delta &delta) {
        if (m_revision)
            m_revision->planner.update(delta);
    });
}

ComparedState::~ComparedState() = default;

Result<void> ComparedState::setRevision(std::optional<int> number)
{
    if (!number) {
        m_revision.reset();
        return {};
    }
    auto topology = m_document.revision(*number);
    if (!topology)
        return tl::unexpected(topology.error());
    m_revision = std::make_unique<Revision>(*number, *std::move(topology), m_document.topology());
    return {};
}

std::optional<int> ComparedState::revision() const
{
    return m_revision ? std::optional(m_revision->number) : std::nullopt;
}

const Topology &ComparedState::topology() const
{
    return m_revision ? m_revision->topology : m_document.baseline();
}

const Planner &ComparedState::planner() const
{
    return m_revision ? m_revision->planner : m_document.planner();
}
