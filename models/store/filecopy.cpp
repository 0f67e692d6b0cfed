// SPDX-License-Identifier: Apache-2.0
#include "models/store/filecopy.h"

#include "models/store/fileheader.h"
#include "models/store/newfile.h"
#include "models/store/rawfile.h"
#include "models/store/recovery.h"
#include "models/store/storeconnection.h"

#include <QFile>

#include <SQLiteCpp/Backup.h>
#include <sqlite3.h>
#include <sys/stat.h>

namespace {

constexpr std::chrono::seconds patience(2);

/// Copies all pages in one transaction.
Result<void> backUp(StoreConnection &source, StoreConnection &target, const QString &path)
{
    SQLite::Backup backup(target.database(), source.database());
    const int code = backup.executeStep(-1);
    if (code != SQLITE_DONE)
        return tl::unexpected(storeError(code, 0, path));
    return {};
}

unsigned permissionsOf(const QString &path)
{
    struct stat status = {};
    return ::stat(QFile::encodeName(path).constData(), &status) == 0 ? status.st_mode & 0777 : 0600;
}

Result<void> check(const QString &copy)
{
    const auto connection = StoreConnection::open(copy, StoreConnection::Mode::ReadOnly, patience);
    if (!connection)
        return tl::unexpected(connection.error());
    if ((*connection)->database().execAndGet("PRAGMA quick_check(1)").getString() != "ok")
        return failure(
            Error::Code::Io, StoreTexts::tr("The copy was not written as it should be."), copy);
    return {};
}

Result<void> copyToNew(StoreConnection &source, const QString &target, unsigned permissions,
    NewFile::Overwrite overwrite)
{
    auto file = NewFile::beside(target, permissions);
    if (!file)
        return tl::unexpected(file.error());
    {
        const auto copy =
            StoreConnection::open(file->path(), StoreConnection::Mode::Build, patience);
        if (!copy)
            return tl::unexpected(copy.error());
        if (const auto copied = backUp(source, **copy, target); !copied)
            return copied;
    }
    if (const auto checked = check(file->path()); !checked)
        return checked;
    return file->place(overwrite);
}

Result<void> copyInto(StoreConnection &source, const QString &target)
{
    const auto opened = StoreConnection::open(target, StoreConnection::Mode::ReadWrite, patience);
    if (!opened)
        return tl::unexpected(opened.error());
    const auto copied =
        guarded(target, opened->get(), [&] { return backUp(source, **opened, target); });
    if (!copied && copied.error().code == Error::Code::Io)
        return failure(Error::Code::Io,
            StoreTexts::tr("Whether the copy was made can't be told, because the disk failed: %1")
                .arg(copied.error().message),
            target);
    return copied;
}

}  // namespace

bool isSameFile(const QString &a, const QString &b)
{
    struct stat first = {};
    struct stat second = {};
    return ::stat(QFile::encodeName(a).constData(), &first) == 0
        && ::stat(QFile::encodeName(b).constData(), &second) == 0 && first.st_dev == second.st_dev
        && first.st_ino == second.st_ino;
}

Result<void> copyDocument(StoreConnection &source, const QString &sourcePath, const QString &target)
{
    if (isSameFile(sourcePath, target))
        return failure(Error::Code::InvalidInput,
            StoreTexts::tr("A document can't be copied onto itself."), target);
    return guarded(target, nullptr, [&]() -> Result<void> {
        const auto existing = RawFile::open(target);
        if (!existing && existing.error().code == Error::Code::NotFound)
            return copyToNew(source, target, permissionsOf(sourcePath), NewFile::Overwrite::No);
        if (!existing)
            return tl::unexpected(existing.error());
        if (const auto reason = readOnlyReason(target); !reason.isEmpty())
            return failure(Error::Code::ReadOnly, reason, target);
        const bool isDatabase = hasDatabaseMagic((*existing)->read(0, databaseMagicSize));
        if (isDatabase)
            return copyInto(source, target);
        return copyToNew(source, target, permissionsOf(target), NewFile::Overwrite::Yes);
    });
}
