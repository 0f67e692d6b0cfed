// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/applicationtype.h"

/// The drawing that stands for a type: the name of a file in resources/icons/types. Types that have
/// a display name have one each; all others share that of their family.
QLatin1String typeDrawing(const ApplicationType &type);
