// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/topology.h"

/// A number that no enabled application of the host listens on, the next one above "near"; nothing
/// if there is none.
std::optional<qint64> freePort(const Topology &topology, HostId host, qint64 near);

/// A copy of an application for one tenant, to be added to the topology: same host, options and
/// connections, ports that are free on the host; no DBID, no backup, no switches. Where the model's
/// name stands as a whole word in its command line, arguments, working directory and log options,
/// the copy has its own. A Social Messaging Server takes along only those routes of its channels
/// that are this tenant's. An empty name means the next free one.
Application newInstance(
    const Topology &topology, ApplicationId model, TenantId tenant, const QString &name = {});

/// Without the parts of a Social Messaging Server's routes that are those of other tenants.
Options withRoutesOf(const Topology &topology, TenantId tenant, Options options);
