// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/store/store.h"
#include "models/topology/objects.h"

#include <vector>

struct sqlite3;

/// Connections and options of all applications: two thirds of a document, read apart from the
/// applications, so that a second connection can read them at the same time.
struct ApplicationLists
{
    template <class T>
    using ByOwner = std::vector<std::pair<ApplicationId, T>>;
    struct Sections
    {
        Options options;
        Options annex;
    };
    ByOwner<QList<Connection>> connections;  ///< In the order of their owners, each once.
    ByOwner<Sections> sections;              ///< Likewise.
    /// How many rows of options were found for each application of typesReadWithOptions(); only
    /// with Reading::ForRules.
    ByOwner<qint64> optionCounts;
    /// A value or the order of the rows is not what our writer would have left. Then the lists are
    /// not whole.
    bool isDamaged = false;

    /// Whether the owners exist is for the caller to find out. SQLite's errors are thrown.
    static ApplicationLists read(sqlite3 *database, Store::Reading reading);

    /// Walks over all options: false if there are more of an application than these. Reading
    /// searches for those that rules look at, and where a page is out of place a search finds too
    /// little and does not tell. Takes as long as a quarter of the reading.
    static bool areOptionsFound(sqlite3 *database, const ByOwner<qint64> &counts);
};
