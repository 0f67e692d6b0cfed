// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/result.h"
#include "models/topology/topology.h"

#include <optional>

class QWidget;

/// The topology that a file holds: the working copy of a document, or what import would make of the
/// file alone. What is known helps to read formats that don't say everything. Malformed files are
/// InvalidInput, with the first place in the message. Any thread may ask.
Result<Topology> readTopologyFile(const QString &path, const Topology &known);
/// The same in a thread of its own, with progress; none if people didn't want to wait.
std::optional<Result<Topology>> readTopologyFile(
    const QString &path, const Topology &known, QWidget *window);
/// For file dialogs: documents and the formats that can be read.
QString topologyFileFilter();
