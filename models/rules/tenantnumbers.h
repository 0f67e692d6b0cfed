// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/text.h"
#include "models/topology/topology.h"

// Options that speak of tenants by DBID; those of capture points are in tenantoptions.h.

/// Whether the number is the known DBID of one of these tenants.
bool isDbidAmong(
    const Topology &topology, const QList<TenantId> &tenants, const WholeNumber &number);

/// A Chat Server with option sections, none of which has the endpoints of this tenant (whose DBID
/// is known).
bool lacksEndpoints(const Topology &topology, const Application &server, TenantId tenant);
/// A section "endpoints:<n>" whose number is the DBID of none of these tenants.
bool isStrayEndpoints(
    const Topology &topology, const QList<TenantId> &tenants, const QString &section);

/// An option that routes a channel's messages: "101:endpoint,102:endpoint".
bool isInboundRoute(const OptionSection &section, const Option &option);
/// A part of the route begins with the DBID of none of these tenants.
bool isStrayRoute(const Topology &topology, const QList<TenantId> &tenants, const QString &route);
