// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/result.h"

#include <QByteArray>

class QIODevice;

/// One input as it came: what it is called in messages, and its bytes.
/// (The name Source is taken: catalogue.h, where a rule comes from.)
struct InputSource
{
    QString name;
    QByteArray bytes;
};

/// Larger inputs are refused: they are no configuration.
inline constexpr qint64 largestSource = qint64(1) << 30;

/// Reads to the end. Io if that fails, InvalidInput if it is too large.
[[nodiscard]] Result<InputSource> readSource(QIODevice &device, const QString &name);
/// "-" is standard input. NotFound if there is no such file. Not for documents: their bytes go
/// through the store alone.
[[nodiscard]] Result<InputSource> readSourceFile(const QString &path);
