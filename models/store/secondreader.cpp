// SPDX-License-Identifier: Apache-2.0
#include "models/store/secondreader.h"

#include "models/store/roomyheap.h"
#include "models/store/storesession.h"

#include <system_error>

namespace {

/// Below this a thread and a connection cost more than they save.
constexpr qint64 leastSize = 512 << 10;

/// True unless the path still leads to the file that the connection has open: somebody may have put
/// another one in its place.
bool hasMoved(sqlite3 *database)
{
    int moved = 1;
    const int code = sqlite3_file_control(database, "main", SQLITE_FCNTL_HAS_MOVED, &moved);
    return code != SQLITE_OK || moved != 0;
}

std::optional<ApplicationLists> readLists(
    const QString &path, qint64 fileSize, Store::Reading reading)
{
    RoomyHeap::useLargePages();
    const auto connection =
        StoreConnection::open(path, StoreConnection::Mode::ReadOnly, std::chrono::milliseconds(0));
    if (!connection)
        return std::nullopt;
    // Its errors are told by the first connection, which meets them again.
    auto lists = guarded(path, connection->get(), [&]() -> Result<ApplicationLists> {
        const Deadline deadline((*connection)->handle(), StoreSession::readingTime(fileSize));
        Transaction transaction(**connection, Transaction::Kind::Read);
        auto found = ApplicationLists::read((*connection)->handle(), reading);
        transaction.commit();
        return found;
    });
    return lists && !hasMoved((*connection)->handle()) ? std::optional(std::move(*lists))
                                                       : std::nullopt;
}

}  // namespace

SecondReader::SecondReader(
    sqlite3 *first, const QString &path, qint64 fileSize, Store::Reading reading)
    : m_first(first)
    , m_reading(reading)
{
    if (fileSize < leastSize)
        return;
    try {
        m_lists = std::async(std::launch::async, readLists, path, fileSize, reading);
    } catch (const std::system_error &) {
        // No thread can be had now.
    }
}

ApplicationLists SecondReader::lists()
{
    if (m_lists.valid()) {
        auto lists = m_lists.get();
        if (lists && !hasMoved(m_first))
            return std::move(*lists);
    }
    return ApplicationLists::read(m_first, m_reading);
}
