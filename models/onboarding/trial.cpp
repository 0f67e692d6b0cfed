// SPDX-License-Identifier: Apache-2.0
#include "models/onboarding/trial.h"

#include "models/topology/apply.h"

Trial::Trial(const Topology &working, const Topology &baseline)
    : m_baseline(baseline)
    , m_topology(working)
    , m_validator(m_topology)
    , m_planner(baseline, m_topology, Matching::ById)
{
}

void Trial::tryOut(const Step &step, const std::function<void(const FindingsTrial &)> &look)
{
    ::apply(m_topology, step);
    const auto findings = m_validator.tryOut(step.edits);
    m_planner.update(step.edits);
    look(findings);

    const auto back = inverse(step);
    ::apply(m_topology, back);
    m_validator.endTrial(back.edits);
    m_planner.update(back.edits);
}
