// SPDX-License-Identifier: Apache-2.0
#include "models/store/storesession.h"

#include "models/store/filecopy.h"
#include "models/store/fileheader.h"
#include "models/store/newfile.h"
#include "models/store/rawfile.h"
#include "models/store/recovery.h"
#include "models/store/schema.h"

namespace {

qint64 sizeOf(StoreConnection &connection)
{
    return connection.database().execAndGet("PRAGMA page_count").getInt64()
        * connection.database().execAndGet("PRAGMA page_size").getInt64();
}

}  // namespace

qint64 StoreSession::fileSize()
{
    return sizeOf(*connection);
}

std::chrono::milliseconds StoreSession::readingTime(qint64 size)
{
    return std::chrono::seconds(10) + std::chrono::milliseconds(size / 1000);
}

void StoreSession::checkStructure(
    StoreConnection &connection, QStringList &problems, const char *pragma)
{
    SQLite::Statement structure(connection.database(), pragma);
    while (structure.executeStep()) {
        const auto line = QString::fromUtf8(structure.getColumn(0).getText());
        if (line != QLatin1String("ok"))
            problems.append(line);
    }
    // One line a pair of tables: a lost object may leave thousands.
    SQLite::Statement references(connection.database(), "PRAGMA foreign_key_check");
    while (references.executeStep()) {
        const auto line = StoreTexts::tr("%1: a reference to %2 does not resolve.")
                              .arg(QString::fromUtf8(references.getColumn(0).getText()),
                                  QString::fromUtf8(references.getColumn(2).getText()));
        if (!problems.contains(line))
            problems.append(line);
    }
}

Result<bool> StoreSession::judge()
{
    auto file = RawFile::open(openPath);
    if (!file)
        return tl::unexpected(file.error());
    if (!(*file)->lockShared(patience))
        return tl::unexpected(storeError(SQLITE_BUSY, 0, path));
    const auto header = (*file)->read(0, databaseHeaderSize);
    const auto judged = judgeHeader(header, (*file)->size(), schemaVersion(), path);
    // Beside a hot journal the header may be a stale one; but whose file it is it always tells.
    const auto isHot = judged || judged.error().code != Error::Code::NotOurs
        ? hasHotJournal(**file, openPath)
        : false;
    if (!isHot || *isHot)
        return isHot;
    if (!judged)
        return tl::unexpected(judged.error());
    version = *judged;
    return false;
}

Result<void> StoreSession::open()
{
    connection.reset();
    lastDataVersion.reset();
    m_recovered.reset();
    m_migrated.reset();
    openPath = path;
    readOnlyReason = access == Store::Access::ReadOnly
        ? StoreTexts::tr("The document was opened for reading only.")
        : QString();

    const auto isHot = judge();
    if (!isHot)
        return tl::unexpected(isHot.error());
    if (*isHot) {
        auto recovery = recover(path, patience);
        if (!recovery)
            return tl::unexpected(recovery.error());
        notice = recovery->notice;
        openPath = recovery->path;
        m_recovered = std::move(recovery->copy);
        if (const auto judged = judge(); !judged)
            return tl::unexpected(judged.error());
    }
    if (readOnlyReason.isEmpty())
        readOnlyReason = ::readOnlyReason(path);

    return guarded(path, nullptr, [&]() -> Result<void> {
        auto opened = openVerified(*isHot);
        if (!opened)
            return tl::unexpected(opened.error());
        if (version < schemaVersion())
            return openMigratedCopy(**opened);
        if (readOnlyReason.isEmpty()) {
            opened = StoreConnection::open(openPath, StoreConnection::Mode::ReadWrite, patience);
            if (!opened)
                return tl::unexpected(opened.error());
        }
        connection = std::move(*opened);
        return {};
    });
}

Result<std::unique_ptr<StoreConnection>> StoreSession::openVerified(bool wasRecovered)
{
    auto opened = StoreConnection::open(openPath, StoreConnection::Mode::ReadOnly, patience);
    if (!opened)
        return opened;
    const Deadline deadline((*opened)->handle(), readingTime(0));
    Transaction reading(**opened, Transaction::Kind::Read);
    if (const auto verified = verifySchema((*opened)->database(), version); !verified)
        return failure(verified.error().code, verified.error().message, path);
    QStringList problems;
    if (wasRecovered) {
        const Deadline longer((*opened)->handle(), readingTime(sizeOf(**opened)));
        checkStructure(**opened, problems, "PRAGMA quick_check(10)");
    }
    if (!problems.isEmpty())
        return failure(Error::Code::Corrupt,
            StoreTexts::tr("The document is damaged: %1").arg(problems.constFirst()), path);
    return opened;
}

/// An older document is never changed unless somebody asks for it (upgrade.h): it is read through a
/// copy of this version.
Result<void> StoreSession::openMigratedCopy(StoreConnection &source)
{
    readOnlyReason = StoreTexts::tr(
        "The document is of an older version (%1; this program writes %2). Bring it up to date with: switchyard-cli upgrade")
                         .arg(version)
                         .arg(schemaVersion());
    m_migrated = std::make_unique<QTemporaryDir>();
    openPath = m_migrated->filePath(QStringLiteral("document.switchyard"));
    if (const auto copied = copyDocument(source, path, openPath); !copied)
        return copied;
    {
        const auto copy =
            StoreConnection::open(openPath, StoreConnection::Mode::ReadWrite, patience);
        if (!copy)
            return tl::unexpected(copy.error());
        Transaction writing(**copy, Transaction::Kind::Write);
        migrate((*copy)->database(), version);
        writing.commit();
    }
    auto opened = StoreConnection::open(openPath, StoreConnection::Mode::ReadOnly, patience);
    if (!opened)
        return tl::unexpected(opened.error());
    if (const auto verified = verifySchema((*opened)->database(), schemaVersion()); !verified)
        return failure(verified.error().code, verified.error().message, path);
    connection = std::move(*opened);
    return {};
}

Result<Head> StoreSession::outcome(const Head &expected, const Head &after, const Error &error)
{
    // The commit ended in an error of the disk: only the file tells whether it is in. A fresh
    // connection sees what everybody would.
    connection.reset();
    const auto head = read([&] { return Journal(*connection).head(); });
    if (!head)
        return failure(error.code,
            StoreTexts::tr("%1 Whether the edit was kept can't be told now.").arg(error.message),
            error.where);
    if (*head != after || *head == expected)
        return tl::unexpected(error);
    // It is in. But if what failed was the sync that keeps the journal from coming back, it must be
    // made good before anybody is told that the edit is safe.
    if (const auto synced = syncFolderOf(openPath); !synced)
        return failure(synced.error().code,
            StoreTexts::tr("The edit is in the file, but the disk failed to make it safe: %1")
                .arg(synced.error().message),
            path);
    return after;
}
