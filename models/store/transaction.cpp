// SPDX-License-Identifier: Apache-2.0
#include "models/store/transaction.h"

Transaction::Transaction(StoreConnection &connection, Kind kind)
    : m_connection(connection)
{
    connection.statements().get(kind == Kind::Write ? "BEGIN IMMEDIATE" : "BEGIN").exec();
}

Transaction::~Transaction()
{
    if (!m_isOpen)
        return;
    m_connection.statements().resetAll();
    // After some errors (a full disk) SQLite has rolled back by itself, and says so with an error.
    m_connection.database().tryExec("ROLLBACK");
}

void Transaction::commit()
{
    m_connection.statements().get("COMMIT").exec();
    m_isOpen = false;
}
