// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/report.h"

/// Who may read a file that is made; one that is there keeps its mode.
enum class Readers { AsUsual, OwnerAlone };

/// Writes a result where --output says: "-" is standard output. A file is whole or untouched; what
/// is no regular file, and a document, is refused.
ExitCode writeResult(Streams &streams, const QString &target, QByteArrayView content,
    Readers readers = Readers::AsUsual);
