// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/edits.h"

/// The tenant that comes, and its switch.
struct NewTenant
{
    TenantId tenant {0};  ///< In the topology after the step.
    bool isNew = false;   ///< The step adds it.
    QString newSwitch;    ///< Name of the switch that the step adds; empty for none.
    Step step;
};

/// A name that no defined tenant bears means a new tenant below Environment, with whatever refers
/// to the name already. Where other tenants have a multimedia switch, one without gets its own in
/// the same switching office, named like theirs. InvalidInput for a blank name, and for
/// Environment.
[[nodiscard]] Result<NewTenant> newTenant(const Topology &topology, const QString &name);

/// "MM_Acme" of Acme Bank is "MM_Globex" for Globex Foods; a name without a tenant's in it stays.
QString nameForTenant(const QString &name, const QString &from, const QString &to);
