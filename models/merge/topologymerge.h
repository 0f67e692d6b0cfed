// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/merge/conflict.h"
#include "models/topology/topology.h"

/// Two topologies that came from one, brought together.
struct TopologyMerge
{
    Topology topology;
    Step step;                  ///< What makes ours the merged topology; untitled.
    QList<Conflict> conflicts;  ///< Sorted: the document's own, then by kind and name.
};

/// What ours and theirs each changed since base, in one topology. Changed by one side alone, or by
/// both alike: that counts. Lists of tenants, connections and switches are sets; options, annex and
/// unknown keys are merged key by key, ports by their ids where these are unique. Where no one
/// answer is right there is a conflict, and the merged topology has what the choices say.
///
/// Objects are the same by kind and name, switches by tenant, office and name, applications by name
/// and type; of several alike the first with the first. References are by name, as in files; that a
/// side lost one together with what it removed is no change of the object that held it. The merged
/// topology has the ids, waivers and places of ours. Without conflicts the sides may change
/// places.
TopologyMerge mergeTopologies(const Topology &base, const Topology &ours, const Topology &theirs,
    const MergeChoices &choices = {});
