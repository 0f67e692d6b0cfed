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
    /// A value or the order of the rows is not what our writer would have left. Then the lists are
    /// not whole.
    bool isDamaged = false;

    /// Whether the owners exist is for the caller to find out. SQLite's errors are thrown.
    static ApplicationLists read(sqlite3 *database, Store::Reading reading);
};
