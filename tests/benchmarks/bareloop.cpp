// SPDX-License-Identifier: Apache-2.0
#include "tests/benchmarks/bareloop.h"

#include <QStringList>

#include <sqlite3.h>

namespace {

void must(bool ok)
{
    if (!ok)
        qFatal("a bare SQLite call failed");
}

}  // namespace

qint64 readEveryColumn(const QString &path, Mutexes mutexes)
{
    sqlite3 *database = nullptr;
    const int flags = SQLITE_OPEN_READONLY | (mutexes == Mutexes::None ? SQLITE_OPEN_NOMUTEX : 0);
    must(sqlite3_open_v2(path.toUtf8().constData(), &database, flags, nullptr) == SQLITE_OK);

    // The history is read when somebody looks at it.
    const QByteArray list =
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'step%' "
        "AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'revisions' ORDER BY name";
    QStringList tables;
    sqlite3_stmt *statement = nullptr;
    must(sqlite3_prepare_v2(database, list.constData(), -1, &statement, nullptr) == SQLITE_OK);
    while (sqlite3_step(statement) == SQLITE_ROW)
        tables.append(
            QString::fromUtf8(reinterpret_cast<const char *>(sqlite3_column_text(statement, 0))));
    sqlite3_finalize(statement);

    qint64 seen = 0;
    for (const auto &table : tables) {
        const QByteArray sql = "SELECT * FROM " + table.toUtf8();
        must(sqlite3_prepare_v2(database, sql.constData(), -1, &statement, nullptr) == SQLITE_OK);
        const int columns = sqlite3_column_count(statement);
        while (sqlite3_step(statement) == SQLITE_ROW) {
            for (int i = 0; i < columns; ++i) {
                switch (sqlite3_column_type(statement, i)) {
                case SQLITE_INTEGER:
                    seen += sqlite3_column_int64(statement, i) & 7;
                    break;
                case SQLITE_NULL:
                    break;
                default:
                    seen +=
                        sqlite3_column_text(statement, i)[0] + sqlite3_column_bytes(statement, i);
                }
            }
        }
        sqlite3_finalize(statement);
    }
    sqlite3_close(database);
    return seen;
}

BareCommits::BareCommits(const QString &folder)
{
    must(sqlite3_open((folder + QLatin1String("/bare.db")).toUtf8().constData(), &m_database)
        == SQLITE_OK);
    must(
        sqlite3_exec(m_database,
            "PRAGMA journal_mode=DELETE; PRAGMA synchronous=EXTRA;"
            "CREATE TABLE IF NOT EXISTS t(id INTEGER PRIMARY KEY, n INTEGER) STRICT; INSERT OR IGNORE INTO t VALUES(1, 0)",
            nullptr, nullptr, nullptr)
        == SQLITE_OK);
    must(sqlite3_prepare_v2(
             m_database, "UPDATE t SET n = n + 1 WHERE id = 1", -1, &m_statement, nullptr)
        == SQLITE_OK);
}

BareCommits::~BareCommits()
{
    sqlite3_finalize(m_statement);
    sqlite3_close(m_database);
}

void BareCommits::commit()
{
    must(sqlite3_step(m_statement) == SQLITE_DONE);
    sqlite3_reset(m_statement);
}
