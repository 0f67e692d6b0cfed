// SPDX-License-Identifier: Apache-2.0
#include "models/store/rowreader.h"

#include "models/store/recordjson.h"

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

RowReader::RowReader(sqlite3 *database, const char *sql, TextCache &texts)
    : m_database(database)
    , m_texts(texts)
{
    const int code = sqlite3_prepare_v2(database, sql, -1, &m_statement, nullptr);
    if (code != SQLITE_OK)
        throw SQLite::Exception(database, code);
}

RowReader::~RowReader()
{
    sqlite3_finalize(m_statement);
}

void RowReader::bind(int parameter, qint64 value)
{
    sqlite3_bind_int64(m_statement, parameter, value);
}

bool RowReader::next()
{
    const int code = sqlite3_step(m_statement);
    m_hasRow = code == SQLITE_ROW;
    if (!m_hasRow && code != SQLITE_DONE)
        throw SQLite::Exception(m_database, code);
    return m_hasRow;
}

sqlite3_value *RowReader::value(int column) const
{
    // One look into the row, and cheap questions about what it found: sqlite3_column_type() and
    // its like look anew each time. Allowed because the connection takes no mutexes.
    return sqlite3_column_value(m_statement, column);
}

bool RowReader::isNull(int column) const
{
    return sqlite3_value_type(value(column)) == SQLITE_NULL;
}

qint64 RowReader::whole(int column)
{
    return wholeOf(value(column));
}

qint64 RowReader::wholeOf(sqlite3_value *value)
{
    if (sqlite3_value_type(value) == SQLITE_INTEGER)
        return sqlite3_value_int64(value);
    m_isDamaged = true;
    return 0;
}

qint64 RowReader::whole(int column, qint64 least, qint64 most)
{
    const qint64 value = whole(column);
    if (value >= least && value <= most)
        return value;
    m_isDamaged = true;
    return least;
}

std::optional<qint64> RowReader::optionalWhole(int column)
{
    auto *found = value(column);
    return sqlite3_value_type(found) == SQLITE_NULL ? std::nullopt : std::optional(wholeOf(found));
}

std::string_view RowReader::bytes(int column)
{
    auto *found = value(column);
    if (sqlite3_value_type(found) != SQLITE_TEXT) {
        m_isDamaged = true;
        return {};
    }
    const auto *text = reinterpret_cast<const char *>(sqlite3_value_text(found));
    return text ? std::string_view(text, size_t(sqlite3_value_bytes(found))) : std::string_view();
}

QString RowReader::text(int column)
{
    auto text = fromUtf8(bytes(column));
    m_isDamaged |= !text;
    return text ? *std::move(text) : QString();
}

QString RowReader::word(int column)
{
    auto text = m_texts.text(bytes(column));
    m_isDamaged |= !text;
    return text ? *std::move(text) : QString();
}

Extra RowReader::extra(int column)
{
    if (isNull(column))
        return {};
    auto extra = extraFromText(bytes(column));
    m_isDamaged |= !extra;
    return extra ? *std::move(extra) : Extra();
}
