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

Result<void> optionsOutOfOrder(const QString &path)
{
    return failure(Error::Code::Corrupt,
        StoreTexts::tr("The document is damaged: its options are out of order."), path);
}

/// Gives the lists as soon as they are read, or nothing if they can't be. Errors of reading are
/// told by the first connection, which meets them again.
Result<void> readLists(const QString &path, qint64 fileSize, Store::Reading reading,
    std::promise<std::optional<ApplicationLists>> lists)
{
    RoomyHeap::useLargePages();
    bool isGiven = false;
    const auto readWith = [&](StoreConnection &connection) -> Result<void> {
        auto *database = connection.handle();
        const Deadline deadline(database, StoreSession::readingTime(fileSize));
        Transaction transaction(connection, Transaction::Kind::Read);
        auto found = ApplicationLists::read(database, reading);
        if (hasMoved(database))
            return {};
        const auto counts = std::move(found.optionCounts);
        lists.set_value(std::move(found));
        isGiven = true;
        if (reading == Store::Reading::ForRules
            && !ApplicationLists::areOptionsFound(database, counts))
            return optionsOutOfOrder(path);
        transaction.commit();
        return {};
    };
    const auto connection =
        StoreConnection::open(path, StoreConnection::Mode::ReadOnly, std::chrono::milliseconds(0));
    auto confirmed = connection
        ? guarded(path, connection->get(), [&] { return readWith(**connection); })
        : Result<void>();
    if (!isGiven)
        lists.set_value(std::nullopt);
    return confirmed;
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
        std::promise<std::optional<ApplicationLists>> lists;
        auto future = lists.get_future();
        m_confirmation =
            std::async(std::launch::async, readLists, path, fileSize, reading, std::move(lists));
        m_lists = std::move(future);
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
    m_confirmation = {};
    auto lists = ApplicationLists::read(m_first, m_reading);
    lists.isDamaged = lists.isDamaged
        || (m_reading == Store::Reading::ForRules
            && !ApplicationLists::areOptionsFound(m_first, lists.optionCounts));
    return lists;
}

std::future<Result<void>> SecondReader::confirmation()
{
    return m_reading == Store::Reading::ForRules ? std::move(m_confirmation)
                                                 : std::future<Result<void>>();
}
