// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/topology.h"

#include <vector>

/// What an object was; null if it was not there.
struct Image
{
    ObjectId object;
    RecordPointer record;
};

/// What a damaged image of the object is told as.
tl::unexpected<Error> damagedImage(ObjectId object);

/// The topology with the images in the places of its objects; what has no image is shared with it.
/// Images come in the order of their objects, each once. Corrupt if a reference is left that does
/// not resolve.
Result<Topology> withImages(const Topology &topology, const std::vector<Image> &images);
