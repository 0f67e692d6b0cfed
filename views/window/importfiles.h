// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/result.h"
#include "models/exchange/inputs.h"

#include <optional>

class QWidget;

/// Reads the files in a thread of its own, with progress. What can't be read at all is an error;
/// none if people didn't want to wait. What is known helps to read formats that don't say
/// everything.
std::optional<Result<ReadResult>> readFiles(
    const QStringList &paths, const Topology &known, QWidget *window);
