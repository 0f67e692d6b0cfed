// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/result.h"

/// Writes what was exported; whole or not at all, never over a document or what is no regular file.
[[nodiscard]] Result<void> writeExportedFile(const QString &path, const QByteArray &bytes);
