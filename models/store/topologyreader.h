// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/result.h"
#include "models/store/applicationlists.h"
#include "models/store/rowreader.h"
#include "models/topology/topology.h"

#include <functional>

/// Reads the working copy: one ordered pass over each table, short lists merged into their
/// applications as they come by, long ones put into them at the end.
///
/// Corrupt, with table and object, for whatever our writer would not have left. SQLite's errors are
/// thrown.
class TopologyReader final
{
public:
    /// "nextIds" bound the ids: whoever asks has made sure that the file is large enough for them.
    TopologyReader(
        sqlite3 *database, const std::array<quint32, kindCount> &nextIds, Store::Reading reading);

    /// "lists" is called once all else has been read well.
    Result<Topology> read(const std::function<ApplicationLists()> &lists);

private:
    bool readSettings();
    bool readExtra();
    bool readWaivers();
    bool readPlaces();
    bool readSiteAnswers();
    bool readPendingRestarts();
    bool readTenants();
    bool readOffices();
    bool readSwitches();
    bool readHosts();
    bool readApplications();
    bool takeLists(ApplicationLists lists);

    template <class T>
    bool take(RowReader &rows, T record, Table<T> &table);
    template <class T>
    void readHead(RowReader &rows, T &record);
    bool damaged(const char *table, qint64 id);

    sqlite3 *m_database;
    bool m_isWhole;
    TextCache m_texts;
    Topology::Parts m_parts;
    std::optional<Error> m_error;
};
