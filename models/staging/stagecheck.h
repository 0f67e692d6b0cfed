// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/plan/takeover.h"
#include "models/rules/validator.h"
#include "models/staging/stagefinding.h"

#include <set>

/// The baseline with some of the changes to the working copy taken over, and its waivers and site
/// answers.
Topology stageOf(const Topology &baseline, const Topology &working, const QList<Change> &changes);

/// Knows what is found in any stage on the way from a baseline to a working copy.
///
/// A stage is told by its changes (stageOf). Both topologies must outlive it. To ask for a stage
/// costs what its changes can reach.
class StageCheck final
{
public:
    StageCheck(const Topology &baseline, const Topology &working, QDate today);

    /// Findings of the stage that the baseline hasn't, waived ones apart.
    QList<StageFinding> added(const QList<Change> &changes);
    /// Of these the errors that the working copy hasn't either: they stand in the way of the stage.
    QList<StageFinding> newErrors(const QList<Change> &changes);

private:
    template <class IsWanted>
    QList<StageFinding> found(const QList<Change> &changes, IsWanted isWanted);

    const Topology &m_baseline;
    const Topology &m_working;
    Topology m_topology;  // The baseline with the working copy's waivers, but within found().
    Validator m_validator;
    std::set<WaiverKey> m_errorsOfWorking;
};
