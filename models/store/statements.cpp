// SPDX-License-Identifier: Apache-2.0
#include "models/store/statements.h"

#include <SQLiteCpp/Database.h>

SQLite::Statement &Statements::get(const char *sql)
{
    const auto known = m_statements.find(sql);
    if (known != m_statements.end()) {
        // An error of the last run was reported then.
        known->second.tryReset();
        return known->second;
    }
    return m_statements.emplace(sql, SQLite::Statement(m_database, sql)).first->second;
}

void Statements::resetAll()
{
    for (auto &[sql, statement] : m_statements)
        statement.tryReset();
}
