// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/store/utf8.h"
#include "models/topology/objects.h"

#include <QList>

#include <memory>
#include <optional>

struct sqlite3;
struct sqlite3_stmt;
struct sqlite3_value;

/// The rows of one query, straight from SQLite's own interface, because this is where a load spends
/// its time.
///
/// Every value is checked for its type and range: a damaged or hostile file may hold anything,
/// whatever its schema says. What is wrong reads as nought or empty, and isDamaged() stays true.
/// SQLite's errors are thrown as SQLite::Exception.
class RowReader final
{
public:
    RowReader(sqlite3 *database, const char *sql, TextCache &texts);
    ~RowReader();
    RowReader(const RowReader &) = delete;
    RowReader &operator=(const RowReader &) = delete;

    void bind(int parameter, qint64 value);
    /// Goes to the next row; false after the last one.
    bool next();
    bool hasRow() const { return m_hasRow; }
    bool isDamaged() const { return m_isDamaged; }
    void markDamaged() { m_isDamaged = true; }

    bool isNull(int column) const;
    qint64 whole(int column);
    qint64 whole(int column, qint64 least, qint64 most);
    std::optional<qint64> optionalWhole(int column);
    bool flag(int column) { return whole(column, 0, 1) != 0; }
    template <class Enum>
    Enum enumeration(int column, Enum least, Enum most)
    {
        return Enum(whole(column, qint64(least), qint64(most)));
    }
    template <class IdType>
    IdType id(int column)
    {
        return IdType(quint32(whole(column, 0, maxId)));
    }
    template <class IdType>
    std::optional<IdType> optionalId(int column)
    {
        return isNull(column) ? std::nullopt : std::optional(id<IdType>(column));
    }
    /// A text that rarely comes twice.
    QString text(int column);
    /// A text that comes again and again.
    QString word(int column);
    std::string_view bytes(int column);
    Extra extra(int column);

private:
    static constexpr qint64 maxId = 0xFFFFFFFE;

    sqlite3_value *value(int column) const;
    qint64 wholeOf(sqlite3_value *value);

    sqlite3 *m_database;
    sqlite3_stmt *m_statement = nullptr;
    TextCache &m_texts;
    bool m_hasRow = false;
    bool m_isDamaged = false;
};
