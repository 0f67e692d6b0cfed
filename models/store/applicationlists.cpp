// SPDX-License-Identifier: Apache-2.0
#include "models/store/applicationlists.h"

#include "models/base/text.h"
#include "models/store/rowreader.h"

#include <algorithm>

namespace {

/// Calls readRows(owner) at the first row of every application of a table that is clustered by
/// application; it goes on to the next one's. False if their order or a value is damaged.
template <class ReadRows>
bool forEachOwner(RowReader &rows, ReadRows readRows)
{
    std::optional<ApplicationId> last;
    rows.next();
    while (rows.hasRow() && !rows.isDamaged()) {
        const auto owner = rows.id<ApplicationId>(0);
        if (last && !(*last < owner))
            rows.markDamaged();
        last = owner;
        readRows(owner);
    }
    return !rows.isDamaged();
}

/// Goes to the next row; false if that is another application's.
bool nextOf(RowReader &rows, ApplicationId owner)
{
    return rows.next() && rows.whole(0) == qint64(owner.value()) && !rows.isDamaged();
}

bool readConnections(sqlite3 *database, TextCache &texts, bool isWhole, ApplicationLists &lists)
{
    RowReader rows(database,
        isWhole
            ? "SELECT application_id, target_id, port, trace_mode, extra, protocol, local_timeout, remote_timeout"
              " FROM application_connections ORDER BY application_id, target_id, port"
            : "SELECT application_id, target_id, port, trace_mode, extra"
              " FROM application_connections ORDER BY application_id, target_id, port",
        texts);
    std::vector<Connection> list;  // Kept, so that each list is allocated once, in its size.
    return forEachOwner(rows, [&](ApplicationId owner) {
        list.clear();
        do {
            auto &connection = list.emplace_back(
                Connection {rows.id<ApplicationId>(1), rows.word(2), {}, {}, {}, {}, {}});
            if (isWhole) {
                connection.traceMode = rows.word(3);
                connection.extra = rows.extra(4);
                connection.protocol = rows.word(5);
                connection.localTimeout = rows.optionalWhole(6);
                connection.remoteTimeout = rows.optionalWhole(7);
            } else {
                rows.bytes(3);
            }
        } while (nextOf(rows, owner));
        lists.connections.emplace_back(owner,
            QList<Connection>(
                std::make_move_iterator(list.begin()), std::make_move_iterator(list.end())));
    });
}

class SectionReader
{
public:
    explicit SectionReader(RowReader &rows)
        : rows(rows)
    {
    }
    /// All rows of an application.
    ApplicationLists::Sections read(ApplicationId owner)
    {
        ApplicationLists::Sections sections;
        bool isAnnex = false;
        bool isMore = true;
        m_count = 0;
        while (isMore) {
            const bool wasAnnex = std::exchange(isAnnex, rows.flag(1));
            if (wasAnnex && !isAnnex)
                rows.markDamaged();
            isMore = readSection(owner, isAnnex, isAnnex ? sections.annex : sections.options);
        }
        return sections;
    }
    /// How many rows the last one had.
    qint64 count() const { return m_count; }

private:
    /// All rows of one section; false if the next one is another application's.
    bool readSection(ApplicationId owner, bool isAnnex, Options &sections)
    {
        const auto name = rows.word(2);
        m_name = rows.bytes(2);
        if (!sections.isEmpty() && !textLess(sections.constLast().name, name))
            rows.markDamaged();
        m_options.clear();
        bool isEmpty = false;
        bool isMore = true;
        do {
            if (rows.isNull(4)) {
                isEmpty = true;
                if (!rows.bytes(3).empty())
                    rows.markDamaged();
            } else {
                m_options.push_back({rows.word(3), rows.word(4)});
                const auto count = m_options.size();
                if (count > 1 && !textLess(m_options[count - 2].key, m_options[count - 1].key))
                    rows.markDamaged();
            }
            ++m_count;
            isMore = nextOf(rows, owner);
        } while (isMore && rows.flag(1) == isAnnex && rows.bytes(2) == m_name);
        if (isEmpty && !m_options.empty())
            rows.markDamaged();
        sections.emplaceBack(OptionSection {name,
            QList<Option>(std::make_move_iterator(m_options.begin()),
                std::make_move_iterator(m_options.end()))});
        return isMore && !rows.isDamaged();
    }

    RowReader &rows;
    std::string m_name;  // The section's, as it stands in the row.
    std::vector<Option> m_options;
    qint64 m_count = 0;
};

bool readSections(sqlite3 *database, TextCache &texts, ApplicationLists &lists)
{
    RowReader rows(database,
        "SELECT application_id, scope, section, key, value FROM application_options"
        " ORDER BY application_id, scope, section, key",
        texts);
    SectionReader sections(rows);
    return forEachOwner(rows,
        [&](ApplicationId owner) { lists.sections.emplace_back(owner, sections.read(owner)); });
}

/// The sections of the types that rules look into: a quarter of all.
bool readSectionsForRules(sqlite3 *database, TextCache &texts, ApplicationLists &lists)
{
    std::string types;
    for (const auto &type : Store::typesReadWithOptions())
        types += (types.empty() ? "'" : ", '") + type.token().toStdString() + '\'';
    RowReader rows(database,
        ("SELECT a.id, scope, section, key, value, application_id FROM applications AS a"
         " LEFT JOIN application_options ON application_id = a.id WHERE a.type IN ("
            + types + ") ORDER BY a.id, scope, section, key")
            .c_str(),
        texts);
    SectionReader sections(rows);
    return forEachOwner(rows, [&](ApplicationId owner) {
        if (rows.isNull(5)) {
            lists.optionCounts.emplace_back(owner, 0);
            rows.next();
            return;
        }
        lists.sections.emplace_back(owner, sections.read(owner));
        lists.optionCounts.emplace_back(owner, sections.count());
    });
}

}  // namespace

ApplicationLists ApplicationLists::read(sqlite3 *database, Store::Reading reading)
{
    TextCache texts;
    ApplicationLists lists;
    const bool isWhole = reading == Store::Reading::Everything;
    const bool isGood = readConnections(database, texts, isWhole, lists)
        && (isWhole ? readSections(database, texts, lists)
                    : readSectionsForRules(database, texts, lists));
    lists.isDamaged = !isGood;
    return lists;
}

bool ApplicationLists::areOptionsFound(sqlite3 *database, const ByOwner<qint64> &counts)
{
    TextCache texts;
    RowReader rows(database,
        "SELECT application_id, count(*) FROM application_options"
        " GROUP BY application_id ORDER BY application_id",
        texts);
    bool areFound = true;
    auto expected = counts.cbegin();
    const auto skipThoseBefore = [&](ApplicationId owner) {
        for (; expected != counts.cend() && expected->first < owner; ++expected)
            areFound &= expected->second == 0;
    };
    const bool areInOrder = forEachOwner(rows, [&](ApplicationId owner) {
        skipThoseBefore(owner);
        if (expected != counts.cend() && expected->first == owner)
            areFound &= (expected++)->second == rows.whole(1);
        rows.next();
    });
    return areInOrder && areFound
        && std::all_of(expected, counts.cend(), [](const auto &none) { return none.second == 0; });
}
