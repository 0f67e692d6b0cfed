// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/store/rowwriter.h"
#include "models/store/sqliteerror.h"
#include "models/store/statements.h"

#include <SQLiteCpp/Database.h>
#include <chrono>
#include <memory>

/// One hardened connection to a document, and the statements that were prepared on it.
class StoreConnection final
{
public:
    enum class Mode {
        ReadOnly,
        ReadWrite,
        Build,  ///< A new file that nobody knows of yet: without journal and syncs.
    };

    /// Opens, hardens and reads every setting back. "patience" is how long a lock of another
    /// program is waited for.
    static Result<std::unique_ptr<StoreConnection>> open(
        const QString &path, Mode mode, std::chrono::milliseconds patience);

    SQLite::Database &database() { return m_database; }
    sqlite3 *handle() const { return m_database.getHandle(); }
    Statements &statements() { return m_statements; }
    RowWriter &rows() { return m_rows; }
    void setPatience(std::chrono::milliseconds patience);

    /// Grows whenever another connection changed the file. Throws SQLite::Exception.
    qint64 dataVersion();

private:
    StoreConnection(const QString &path, Mode mode, std::chrono::milliseconds patience);
    void harden(Mode mode);
    void set(const char *pragma, const char *value, const char *readBack);

    SQLite::Database m_database;
    Statements m_statements;  // Go before the database they were prepared on.
    RowWriter m_rows;
};

/// Bounds a read of a file that may be hostile: when the time is over, SQLite gives up (Corrupt).
class Deadline final
{
public:
    Deadline(sqlite3 *database, std::chrono::milliseconds time);
    ~Deadline();
    Deadline(const Deadline &) = delete;
    Deadline &operator=(const Deadline &) = delete;

private:
    sqlite3 *m_database;
    std::chrono::steady_clock::time_point m_end;
};

/// Calls "work" and turns SQLite's exceptions into errors: none of them leaves the store.
template <class Work>
auto guarded(const QString &path, StoreConnection *connection, Work work) -> decltype(work())
{
    try {
        return work();
    } catch (const SQLite::Exception &exception) {
        return tl::unexpected(
            storeError(exception, connection ? connection->handle() : nullptr, path));
    } catch (const std::bad_alloc &) {
        return failure(Error::Code::Io, StoreTexts::tr("There is not enough memory."), path);
    }
}
