// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/document/document.h"

/// A new document of the sample: an outsourcing contact centre whose baseline is its production,
/// with a few edits since then in its history. Never over an existing file; if it fails it leaves
/// none.
Result<std::unique_ptr<Document>> createSample(const QString &path, const QString &author = {});
