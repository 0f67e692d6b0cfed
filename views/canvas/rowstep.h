// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/canvas/scene.h"

/// Brings a bus to another row of its band; whoever it would meet there changes places with it.
/// From then on all buses of the band stand in the rows they have now. Empty if it stands there
/// already, or there is no such row.
Step rowStep(const Scene &scene, ApplicationId bus, int row);
