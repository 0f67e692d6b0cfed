// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/topology.h"

/// A time at which something may be deployed.
struct Window
{
    std::optional<QList<TenantId>> mayInterrupt;  ///< None: any tenant.
};

/// Where the changes of servers go that are to be split off, because they take effect at once.
enum class SplitOff : quint8 {
    IntoFirst,   ///< Into the first deployment, with whatever else is there.
    OnTheirOwn,  ///< Into the first deployment, and nothing else with them but what they need.
};

/// What a split of pending changes into deployments has to keep to.
struct DeploymentLimits
{
    /// Of each of these, no two tenants may be interrupted in one deployment.
    QList<QList<TenantId>> apart;
    /// One for each deployment that there may be, in order; empty: as many as are needed.
    QList<Window> windows;
    QList<ApplicationId> splitOff;
    SplitOff splitOffWay = SplitOff::IntoFirst;
};
