// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <SQLiteCpp/Statement.h>
#include <unordered_map>

namespace SQLite {
class Database;
}

/// Statements of one connection, each prepared once.
class Statements final
{
public:
    explicit Statements(SQLite::Database &database)
        : m_database(database)
    {
    }

    /// The SQL must be a literal: it is told apart by its address. Ready to bind and run. Throws
    /// SQLite::Exception.
    SQLite::Statement &get(const char *sql);
    /// Ends whatever is still running, so that a transaction can be closed.
    void resetAll();

    SQLite::Database &database() { return m_database; }

private:
    SQLite::Database &m_database;
    std::unordered_map<const char *, SQLite::Statement> m_statements;
};
