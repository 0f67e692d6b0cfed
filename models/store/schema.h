// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/result.h"

#include <span>

namespace SQLite {
class Database;
}

/// "SWYD": stands in the header of every document. Do not change.
inline constexpr qint32 documentApplicationId = 0x53575944;

/// One numbered change of the schema. A document of version N was made by the migrations 1 to N, a
/// new one too, so that the text of its schema can be compared.
struct Migration
{
    int version;  ///< From 1, without gaps.
    const char *sql;
    const char *digest;  ///< SHA-256 of the schema that it leaves.
};
std::span<const Migration> migrations();
/// The version that this program writes: the last migration's.
int schemaVersion();

/// Runs all migrations on an empty database, and marks it as ours. Throws SQLite::Exception.
void createSchema(SQLite::Database &database);
/// Runs the migrations that a document of this version lacks; in the caller's transaction. Throws
/// SQLite::Exception.
void migrate(SQLite::Database &database, int version);
/// Corrupt unless tables, indexes and their text are exactly what our migrations up to this version
/// make. Throws SQLite::Exception.
Result<void> verifySchema(SQLite::Database &database, int version);
