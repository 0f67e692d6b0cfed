// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/store/journal.h"
#include "models/store/store.h"
#include "models/store/storeconnection.h"
#include "models/store/transaction.h"

#include <QTemporaryDir>

#include <sqlite3.h>

/// A document's file while a Store is open: found to be ours, recovered, hardened and verified, and
/// all that once more after an error that leaves the connection in doubt.
class StoreSession
{
public:
    QString path;
    QString readOnlyReason;  ///< Empty if it can be written.
    QString notice;
    int version = 0;  ///< That of the file; what is open is always of schemaVersion().
    Store::Access access = Store::Access::ReadWrite;
    std::chrono::milliseconds patience = std::chrono::seconds(2);

    std::unique_ptr<StoreConnection>
        connection;    ///< Null only after an error; then open() is tried again.
    QString openPath;  ///< What is open: the path, or the recovered copy.
    std::optional<qint64> lastDataVersion;

    Result<void> open();
    /// Nothing to do unless an error closed the connection.
    Result<void> ensureOpen() { return connection ? Result<void>() : open(); }
    /// One read transaction. If another program ended in the middle of a write meanwhile, its
    /// journal is played back first.
    template <class Work>
    auto read(Work work) -> decltype(work());
    /// One write transaction on the expected state; "work" gives the head that it leaves.
    template <class Work>
    Result<Head> write(const Head &expected, Work work);

    qint64 fileSize();
    /// How long reading a file of this size may take at most; only a hostile one comes near.
    static std::chrono::milliseconds readingTime(qint64 size);
    /// Appends what a pragma and the foreign keys say of the file's structure.
    static void checkStructure(
        StoreConnection &connection, QStringList &problems, const char *pragma);

private:
    /// What stands at openPath: whether an interrupted writer's journal lies beside it; and, unless
    /// that is so, its version.
    Result<bool> judge();
    Result<std::unique_ptr<StoreConnection>> openVerified(bool wasRecovered);
    Result<void> openMigratedCopy(StoreConnection &source);
    Result<Head> outcome(const Head &expected, const Head &after, const Error &error);

    // Hold a recovered and a migrated copy, where those are what is open.
    std::unique_ptr<QTemporaryDir> m_recovered;
    std::unique_ptr<QTemporaryDir> m_migrated;
};

template <class Work>
auto StoreSession::read(Work work) -> decltype(work())
{
    for (bool isSecondTry = false;; isSecondTry = true) {
        if (const auto opened = ensureOpen(); !opened)
            return tl::unexpected(opened.error());
        int code = SQLITE_OK;
        auto result = guarded(path, connection.get(), [&] {
            try {
                Transaction reading(*connection, Transaction::Kind::Read);
                auto found = work();
                if (found)
                    reading.commit();
                return found;
            } catch (const SQLite::Exception &exception) {
                code = exception.getExtendedErrorCode();
                throw;
            }
        });
        if (result || isSecondTry || code != SQLITE_READONLY_ROLLBACK)
            return result;
        // A read-only connection can't play back the journal of a writer that was killed.
        connection.reset();
    }
}

template <class Work>
Result<Head> StoreSession::write(const Head &expected, Work work)
{
    if (const auto opened = ensureOpen(); !opened)
        return tl::unexpected(opened.error());
    if (!readOnlyReason.isEmpty())
        return failure(Error::Code::ReadOnly, readOnlyReason, path);
    std::optional<Head> after;
    auto result = guarded(path, connection.get(), [&]() -> Result<Head> {
        Transaction writing(*connection, Transaction::Kind::Write);
        const auto head = Journal(*connection).head();
        if (!head)
            return head;
        if (*head != expected)
            return failure(Error::Code::Conflict,
                StoreTexts::tr("Another program changed the document meanwhile."), path);
        auto left = work(*head);
        if (!left)
            return left;
        after = *left;
        writing.commit();
        return left;
    });
    if (result || !after || result.error().code == Error::Code::Busy
        || result.error().code == Error::Code::InvalidInput)
        return result;
    return outcome(expected, *after, result.error());
}
