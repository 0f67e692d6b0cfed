// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

/// What opening a document is compared with: a plain sqlite3 C loop over every column of every row
/// of the tables that opening reads, the baseline's among them. Returns the number of bytes seen,
/// so that nothing is left out. SQLite locks a mutex at every column unless told
/// otherwise, which is a fifth of the time; the store tells it otherwise.
enum class Mutexes { AsByDefault, None };
qint64 readEveryColumn(const QString &path, Mutexes mutexes);

/// What a durable edit is compared with: one row changed and committed under the document's own
/// pragmas.
class BareCommits final
{
public:
    explicit BareCommits(const QString &folder);
    ~BareCommits();
    BareCommits(const BareCommits &) = delete;
    BareCommits &operator=(const BareCommits &) = delete;

    void commit();

private:
    struct sqlite3 *m_database = nullptr;
    struct sqlite3_stmt *m_statement = nullptr;
};
