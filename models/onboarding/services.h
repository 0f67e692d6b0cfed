// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/onboarding/medium.h"
#include "models/topology/topology.h"

#include <QSet>

/// Interaction Server under either of its types; else the application's type.
ApplicationType::Id roleOf(const Topology &topology, ApplicationId application);
bool hasTenant(const Topology &topology, ApplicationId application, TenantId tenant);
/// Whether one tenant more on its list is legal by the sharing of its type.
bool mayTakeTenant(const Topology &topology, ApplicationId application);

/// One type of server that a tenant needs, and who may be that server.
struct Service
{
    ApplicationType::Id type = ApplicationType::Unlisted;
    std::optional<ApplicationId> serving;  ///< It has one already; then the rest doesn't matter.
    QList<ApplicationId> shareable;        ///< Enabled ones that may take it too; by name.
    QList<ApplicationId> models;           ///< A new one can be modelled on these; by name.
};

/// Universal Contact Server and Interaction Server first, then those of the media. Backups are
/// nobody's server. The tenant need not be in the topology yet: then nobody serves it.
QList<Service> neededServices(const Topology &topology, TenantId tenant, const QSet<Medium> &media);
