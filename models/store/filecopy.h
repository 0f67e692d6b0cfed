// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/result.h"

class StoreConnection;

/// Copies the document that the connection reads, in one state of it, to this path.
///
/// To a new file: under a hidden name, checked, made durable, then named. Over a document: into it
/// through SQLite, because somebody may have it open. Over any other file: as to a new one. At each
/// moment there is the old content or the new.
Result<void> copyDocument(
    StoreConnection &source, const QString &sourcePath, const QString &target);

/// True if both names lead to one file. Opens neither: closing a document would drop its locks.
bool isSameFile(const QString &a, const QString &b);
