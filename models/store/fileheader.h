// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/result.h"

#include <QByteArrayView>

/// True if these first bytes of a file begin as an SQLite database does.
bool hasDatabaseMagic(QByteArrayView bytes);
inline constexpr int databaseMagicSize = 16;
inline constexpr int databaseHeaderSize = 100;

/// Judges the first bytes of a file and its size before any connection is made, and gives its
/// version, which may be an older one. NotOurs, Corrupt (it ends too early), Unsupported (of a
/// newer version, or in a journal mode that isn't ours) are different messages. "version" is the
/// newest that this program knows.
Result<int> judgeHeader(QByteArrayView header, qint64 fileSize, int version, const QString &path);
