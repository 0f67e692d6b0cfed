// SPDX-License-Identifier: Apache-2.0
#include "models/store/storeconnection.h"

#include <QFile>
#include <QFileInfo>

#include <SQLiteCpp/Statement.h>
#include <sqlite3.h>

namespace {

int openFlags(StoreConnection::Mode mode)
{
    // NOMUTEX: a store is used by one thread at a time, and locking for every column is a tenth of
    // a load.
    const int flags = SQLITE_OPEN_NOMUTEX;
    switch (mode) {
    case StoreConnection::Mode::ReadOnly:
        return flags | SQLITE_OPEN_READONLY;
    case StoreConnection::Mode::ReadWrite:
        return flags | SQLITE_OPEN_READWRITE;
    case StoreConnection::Mode::Build:
        return flags | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    }
    Q_UNREACHABLE();
    return flags;
}

struct Limit
{
    int id;
    int value;
};
constexpr Limit limits[] = {
    {SQLITE_LIMIT_LENGTH, 16 << 20},
    {SQLITE_LIMIT_SQL_LENGTH, 256 << 10},
    {SQLITE_LIMIT_VDBE_OP, 100000},
    {SQLITE_LIMIT_EXPR_DEPTH, 100},
    {SQLITE_LIMIT_ATTACHED, 1},
};

struct Flag
{
    int id;
    int value;
};
constexpr Flag safeFlags[] = {
    {SQLITE_DBCONFIG_DEFENSIVE, 1},
    {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
    {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0},
    {SQLITE_DBCONFIG_ENABLE_VIEW, 0},
    {SQLITE_DBCONFIG_DQS_DDL, 0},
    {SQLITE_DBCONFIG_DQS_DML, 0},
    {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
};

int isOver(void *end)
{
    return std::chrono::steady_clock::now()
        > *static_cast<std::chrono::steady_clock::time_point *>(end);
}

}  // namespace

Result<std::unique_ptr<StoreConnection>> StoreConnection::open(
    const QString &path, Mode mode, std::chrono::milliseconds patience)
{
    return guarded(path, nullptr, [&]() -> Result<std::unique_ptr<StoreConnection>> {
        // Absolute: a relative name could be taken for a URI ("file:…").
        std::unique_ptr<StoreConnection> connection(
            new StoreConnection(QFileInfo(path).absoluteFilePath(), mode, patience));
        connection->harden(mode);
        return connection;
    });
}

StoreConnection::StoreConnection(const QString &path, Mode mode, std::chrono::milliseconds patience)
    : m_database(QFile::encodeName(path).toStdString(), openFlags(mode), int(patience.count()))
    , m_statements(m_database)
    , m_rows(m_statements)
{
    sqlite3_extended_result_codes(handle(), 1);
}

void StoreConnection::setPatience(std::chrono::milliseconds patience)
{
    sqlite3_busy_timeout(handle(), int(patience.count()));
}

void StoreConnection::set(const char *pragma, const char *value, const char *readBack)
{
    const auto name = std::string("PRAGMA ") + pragma;
    m_database.exec(name + " = " + value);
    if (m_database.execAndGet(name).getString() != readBack)
        throw SQLite::Exception(name + " did not take effect", SQLITE_MISUSE);
}

void StoreConnection::harden(Mode mode)
{
    for (const auto &limit : limits) {
        sqlite3_limit(handle(), limit.id, limit.value);
        if (sqlite3_limit(handle(), limit.id, -1) != limit.value)
            throw SQLite::Exception("a limit did not take effect", SQLITE_MISUSE);
    }
    for (const auto &asked : safeFlags) {
        int now = -1;
        if (sqlite3_db_config(handle(), asked.id, asked.value, &now) != SQLITE_OK
            || now != asked.value)
            throw SQLite::Exception("a setting did not take effect", SQLITE_MISUSE);
    }
    set("foreign_keys", "ON", "1");
    set("cell_size_check", "ON", "1");
    set("mmap_size", "0", "0");
    set("temp_store", "MEMORY", "2");
    if (mode == Mode::Build) {
        set("journal_mode", "MEMORY", "memory");
        set("synchronous", "OFF", "0");
        return;
    }
    set("journal_mode", "DELETE", "delete");
    set("synchronous", "EXTRA", "3");
}

qint64 StoreConnection::dataVersion()
{
    auto &statement = m_statements.get("PRAGMA data_version");
    statement.executeStep();
    const qint64 version = statement.getColumn(0).getInt64();
    statement.reset();
    return version;
}

Deadline::Deadline(sqlite3 *database, std::chrono::milliseconds time)
    : m_database(database)
    , m_end(std::chrono::steady_clock::now() + time)
{
    constexpr int instructions =
        20000;  // Some hundred microseconds between two looks at the clock.
    sqlite3_progress_handler(database, instructions, isOver, &m_end);
}

Deadline::~Deadline()
{
    sqlite3_progress_handler(m_database, 0, nullptr, nullptr);
}
