// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/result.h"
#include "models/topology/topology.h"

class StoreConnection;

/// The baseline, kept as what the objects were that differ from the working copy.
///
/// An object without an image is the same in both; so a document costs little more than its working
/// copy, and declaring it deployed costs nothing. Settings and keys that belong to no object are
/// not kept: no plan depends on them, so the baseline is read with the working copy's. SQLite's
/// errors are thrown.
class BaselineImages final
{
public:
    explicit BaselineImages(StoreConnection &connection)
        : m_connection(connection)
    {
    }

    /// Keeps what the edits are about to change, unless an older image is there. False if a text
    /// can't be held.
    [[nodiscard]] bool keep(const Topology &before, const QList<Edit> &edits);
    /// From now on the baseline is the working copy.
    void clear();
    /// From now on the baseline is this one. False if a text can't be held.
    [[nodiscard]] bool replace(const Topology &baseline, const Topology &working);
    /// The baseline to this working copy; what is equal is shared. Corrupt if they don't fit.
    Result<Topology> read(const Topology &working);

private:
    [[nodiscard]] bool write(ObjectId object, const Topology &from);
    template <class T>
    [[nodiscard]] bool replace(
        const Table<T> &baseline, const Table<T> &working, const Topology &from);

    StoreConnection &m_connection;
};
