// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/plan/planner.h"
#include "models/rules/validator.h"
#include "models/topology/edit.h"

#include <functional>

/// Tries steps out on a copy of a topology: what they do to its findings, and to the plan that
/// leads to it from the baseline. A step costs what its edits can reach.
class Trial final
{
public:
    /// The baseline must outlive it.
    Trial(const Topology &working, const Topology &baseline);
    Trial(const Trial &) = delete;
    Trial &operator=(const Trial &) = delete;

    /// As it is without a step.
    const Topology &topology() const { return m_topology; }
    const Planner &planner() const { return m_planner; }
    const Topology &baseline() const { return m_baseline; }

    /// Calls look while the step is applied; topology() and planner() are then those after it.
    /// Nothing of it stays.
    void tryOut(const Step &step, const std::function<void(const FindingsTrial &)> &look);

private:
    const Topology &m_baseline;
    Topology m_topology;
    Validator m_validator;
    Planner m_planner;
};
