// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/edit.h"

#include <set>

/// What a delta asks of the picture.
struct TouchedObjects
{
    std::set<ObjectId> moved {};    ///< Stand elsewhere, or come or go.
    std::set<ObjectId> changed {};  ///< Look different.
    std::set<ObjectId> placed {};   ///< Servers that somebody moved, or moved back.
    bool isAll = false;             ///< Lanes or titles of bands are others.

    static TouchedObjects by(const Delta &delta);
};
