// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/stepcomposer.h"

#include <map>

/// Who does the work of one type for the tenant.
struct Pick
{
    enum class How { Serving, Shared, New };
    ApplicationId application {0};
    How how = How::Serving;
};
using Picks = std::map<ApplicationType::Id, Pick>;

/// Leads the connections of those that were picked to each other. A new instance, made after a
/// model, connects to the picked servers where the model connects to others of their types.
/// Existing ones keep their connections; where none of those to a type leads to a server of the
/// tenant, they (and their backups) get one to the server that was picked for it.
void wire(StepComposer &composer, const Picks &picks, TenantId tenant);

/// The application's backup, if it is one that can get the same fields.
std::optional<ApplicationId> ownBackup(const Topology &topology, ApplicationId application);
