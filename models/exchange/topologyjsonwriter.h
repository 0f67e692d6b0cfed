// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/exchange/exportstamp.h"
#include "models/topology/draft.h"

struct WrittenTopology
{
    QByteArray bytes;
    QList<Problem> warnings;  ///< References that a file of names can't carry.
};

/// The topology format (contract: cli.md), as UTF-8. Equal topologies give equal bytes: objects are
/// sorted by name, those of one name in the order of the document. Placeholders are no objects;
/// what refers to them keeps their names. The stamp stands under the key "stamp"; its checksum is
/// of the bytes that would be written without it.
WrittenTopology writeTopology(
    const Topology &topology, const std::optional<ExportStamp> &stamp = {});
/// "sha256:…": the checksum that the stamp of this topology's file has.
QString topologyChecksum(const Topology &topology);
