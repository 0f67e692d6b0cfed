// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/result.h"

#include <QCoreApplication>

#include <SQLiteCpp/Exception.h>
#include <new>

struct sqlite3;

/// The translation context of the store's messages.
struct StoreTexts
{
    Q_DECLARE_TR_FUNCTIONS(Store)
};

/// What an extended result code of SQLite means to people. Never about OK, ROW or DONE. "path" is
/// the document's, to name who holds it.
Error storeError(int code, int systemError, const QString &path);
Error storeError(const SQLite::Exception &exception, sqlite3 *database, const QString &path);

/// True where the outcome of a commit that ended so must be read from the file.
bool isOutcomeUnknown(int code);
