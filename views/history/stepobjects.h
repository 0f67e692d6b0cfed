// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/edit.h"

/// The objects that a step touched, as far as they still exist; each once, in the order in which
/// the step came to them. Of an assignment, a connection or a link that is the application.
QList<ObjectId> objectsTouchedBy(const Step &step, const Topology &topology);
