// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/plan/planner.h"

/// What a runbook says of one step, in plain words for those who do it at night.
///
/// The topology is the one where the application is: the working copy, of a stop the baseline. All
/// must outlive it.
class StepTexts final
{
public:
    StepTexts(
        const Topology &topology, const Application &application, const PlannedInstance &instance)
        : m_topology(topology)
        , m_application(application)
        , m_instance(instance)
    {
    }

    /// "SMS Server 8.1.400.04 on host-1"
    QString what() const;
    /// How, where that isn't plain; else empty.
    QString way() const;
    QString check() const;
    QString wayBack() const;

private:
    QString host() const;
    QString portsCheck() const;
    QString logCheck() const;
    QString trial() const;
    QString clientsCheck() const;
    QString changedBack() const;

    const Topology &m_topology;
    const Application &m_application;
    const PlannedInstance &m_instance;
};
