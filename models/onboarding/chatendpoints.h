// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/objects.h"

// Chat Server has an option section "endpoints:<DBID>" for each of its tenants, unless it has no
// options at all.

/// With a section for this tenant too, like the first that is there. A DBID of 0 (not known) adds
/// none.
Options withEndpoints(Options options, qint64 dbid);
/// With a section for this tenant alone, or for none if its DBID is not known.
Options withEndpointsOnly(Options options, qint64 dbid);
