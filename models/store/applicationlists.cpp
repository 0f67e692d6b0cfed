// SPDX-License-Identifier: Apache-2.0
#include "models/store/applicationlists.h"

#include "models/base/text.h"
#include "models/store/rowreader.h"

namespace {

/// The lists of one table that is clustered by application, one after the other.
template <class T, class ReadList>
bool readByOwner(RowReader &rows, ApplicationLists::ByOwner<T> &lists, ReadList readList)
{
    rows.next();
    while (rows.hasRow() && !rows.isDamaged()) {
        const auto owner = rows.id<ApplicationId>(0);
        if (!lists.empty() && !(lists.back().first < owner))
            rows.markDamaged();
        lists.emplace_back(owner, readList(owner));
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
            ? "SELECT application_id, target_id, port, protocol, local_timeout, remote_timeout, trace_mode, extra"
              " FROM application_connections ORDER BY application_id, target_id, port"
            : "SELECT application_id, target_id, port"
              " FROM application_connections ORDER BY application_id, target_id, port",
        texts);
    std::vector<Connection> list;  // Kept, so that each list is allocated once, in its size.
    return readByOwner(rows, lists.connections, [&](ApplicationId owner) {
        list.clear();
        do {
            auto &connection = list.emplace_back(
                Connection {rows.id<ApplicationId>(1), rows.word(2), {}, {}, {}, {}, {}});
            if (isWhole) {
                connection.protocol = rows.word(3);
                connection.localTimeout = rows.optionalWhole(4);
                connection.remoteTimeout = rows.optionalWhole(5);
                connection.traceMode = rows.word(6);
                connection.extra = rows.extra(7);
            }
        } while (nextOf(rows, owner));
        return QList<Connection>(
            std::make_move_iterator(list.begin()), std::make_move_iterator(list.end()));
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
        while (isMore) {
            const bool wasAnnex = std::exchange(isAnnex, rows.flag(1));
            if (wasAnnex && !isAnnex)
                rows.markDamaged();
            isMore = readSection(owner, isAnnex, isAnnex ? sections.annex : sections.options);
        }
        return sections;
    }

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
};

std::string optionsOfSomeTypes()
{
    std::string types;
    for (const auto &type : Store::typesReadWithOptions())
        types += (types.empty() ? "'" : ", '") + type.token().toStdString() + '\'';
    return "SELECT o.application_id, o.scope, o.section, o.key, o.value"
           " FROM applications AS a CROSS JOIN application_options AS o ON o.application_id = a.id AND o.scope = 0"
           " WHERE a.type IN ("
        + types + ") ORDER BY a.id, o.section, o.key";
}

bool readSections(sqlite3 *database, TextCache &texts, bool isWhole, ApplicationLists &lists)
{
    RowReader rows(database,
        isWhole ? "SELECT application_id, scope, section, key, value FROM application_options"
                  " ORDER BY application_id, scope, section, key"
                : optionsOfSomeTypes().c_str(),
        texts);
    SectionReader sections(rows);
    return readByOwner(
        rows, lists.sections, [&](ApplicationId owner) { return sections.read(owner); });
}

}  // namespace

ApplicationLists ApplicationLists::read(sqlite3 *database, Store::Reading reading)
{
    TextCache texts;
    ApplicationLists lists;
    const bool isWhole = reading == Store::Reading::Everything;
    lists.isDamaged = !readConnections(database, texts, isWhole, lists)
        || !readSections(database, texts, isWhole, lists);
    return lists;
}
