// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/report.h"
#include "models/store/exportedfile.h"

#include <functional>

/// What has to happen together with the writing, and tells for itself what goes wrong. It is done
/// when all of the content is on disk, and before the file has its name: unless it is Done, there
/// is no file.
using Together = std::function<ExitCode()>;

/// Writes a result where --output says: "-" is standard output. A file is whole or untouched; what
/// is no regular file, and a document, is refused.
ExitCode writeResult(Streams &streams, const QString &target, QByteArrayView content,
    ExportedFile::Readers readers = ExportedFile::Readers::AsUsual, const Together &together = {});
