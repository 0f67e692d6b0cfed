// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/topology.h"

/// A number that no enabled application of the host listens on, the next one above "near"; nothing
/// if there is none.
std::optional<qint64> freePort(const Topology &topology, HostId host, qint64 near);

/// A copy of an application for one tenant, to be added to the topology: the next free name, same
/// host, options and connections, ports that are free on the host; no DBID, no backup, no switches.
Application newInstance(const Topology &topology, ApplicationId model, TenantId tenant);
