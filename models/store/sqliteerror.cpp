// SPDX-License-Identifier: Apache-2.0
#include "models/store/sqliteerror.h"

#include "models/store/lockholder.h"

#include <cerrno>
#include <sqlite3.h>

Error storeError(int code, int systemError, const QString &path)
{
    if ((code & 0xFF) == SQLITE_IOERR && (systemError == ENOSPC || systemError == EDQUOT))
        code = SQLITE_FULL;
    switch (code & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED: {
        const auto holder = lockHolder(path);
        return {Error::Code::Busy,
            holder.isEmpty() ? StoreTexts::tr("Another program holds the file.")
                             : StoreTexts::tr("Another program holds the file: %1.").arg(holder),
            path};
    }
    case SQLITE_READONLY:
        if (code == SQLITE_READONLY_DBMOVED)
            return {Error::Code::Io,
                StoreTexts::tr("The file was moved or replaced while it was open."), path};
        return {Error::Code::ReadOnly, StoreTexts::tr("The file can only be read."), path};
    case SQLITE_FULL:
        return {Error::Code::DiskFull, StoreTexts::tr("The disk is full."), path};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_FORMAT:
    case SQLITE_SCHEMA:
    case SQLITE_MISMATCH:
        return {Error::Code::Corrupt, StoreTexts::tr("The document is damaged."), path};
    case SQLITE_INTERRUPT:
        return {Error::Code::Corrupt,
            StoreTexts::tr("The document takes far too long to read: it is damaged."), path};
    case SQLITE_CONSTRAINT:
        return {Error::Code::InvalidInput,
            StoreTexts::tr("The edit does not fit what the document holds."), path};
    case SQLITE_TOOBIG:
        return {Error::Code::InvalidInput,
            StoreTexts::tr("A text is longer than a document can hold (16 MiB)."), path};
    case SQLITE_NOMEM:
        return {Error::Code::Io, StoreTexts::tr("There is not enough memory."), path};
    case SQLITE_CANTOPEN:
        return {Error::Code::Io,
            StoreTexts::tr("The file, or the journal beside it, can't be opened."), path};
    case SQLITE_IOERR:
        return {Error::Code::Io,
            systemError == 0 ? StoreTexts::tr("Reading or writing the file failed.")
                             : StoreTexts::tr("Reading or writing the file failed: %1.")
                                   .arg(qt_error_string(systemError)),
            path};
    default:
        return {Error::Code::Io,
            StoreTexts::tr("SQLite reports: %1.").arg(QString::fromUtf8(sqlite3_errstr(code))),
            path};
    }
}

Error storeError(const SQLite::Exception &exception, sqlite3 *database, const QString &path)
{
    // A file whose schema can't even be parsed shows as a plain SQL error.
    const int code = exception.getExtendedErrorCode();
    if (code == SQLITE_ERROR)
        return {Error::Code::Corrupt,
            StoreTexts::tr("The document is damaged: %1.").arg(QString::fromUtf8(exception.what())),
            path};
    return storeError(code, database ? sqlite3_system_errno(database) : 0, path);
}

bool isOutcomeUnknown(int code)
{
    return (code & 0xFF) != SQLITE_BUSY && (code & 0xFF) != SQLITE_CONSTRAINT;
}
