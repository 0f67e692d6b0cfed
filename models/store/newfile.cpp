// SPDX-License-Identifier: Apache-2.0
#include "models/store/newfile.h"

#include "models/store/rawfile.h"
#include "models/store/sqliteerror.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>

#include <cerrno>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

namespace {

/// Syncs a file or folder; 0 or errno.
int sync(const QString &path)
{
    const int file = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return errno;
    const int error = ::fsync(file) == 0 ? 0 : errno;
    ::close(file);
    return error;
}

/// Gives the file its name unless that is taken; 0 or errno.
int renameNoReplace(const char *from, const char *to)
{
    if (::renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
        return 0;
    if (errno != EINVAL && errno != ENOSYS)
        return errno;
    // File systems that don't know the flag: a second name fails where the first way would.
    if (::link(from, to) != 0)
        return errno;
    ::unlink(from);
    return 0;
}

/// False where the file system can't do it.
bool exchange(const char *a, const char *b)
{
    return ::renameat2(AT_FDCWD, a, AT_FDCWD, b, RENAME_EXCHANGE) == 0;
}

}  // namespace

Error writeError(int error, const QString &path)
{
    switch (error) {
    case ENOSPC:
    case EDQUOT:
        return {Error::Code::DiskFull, StoreTexts::tr("The disk is full."), path};
    case EACCES:
    case EPERM:
        return {
            Error::Code::ReadOnly, StoreTexts::tr("You have no permission to write there."), path};
    case EROFS:
        return {Error::Code::ReadOnly, StoreTexts::tr("The medium can only be read."), path};
    case ENOENT:
    case ENOTDIR:
        return {Error::Code::NotFound, StoreTexts::tr("There is no such folder."), path};
    default:
        return {Error::Code::Io,
            StoreTexts::tr("The file can't be written: %1.").arg(qt_error_string(error)), path};
    }
}

Result<void> syncFolderOf(const QString &path)
{
    const int error = sync(QFileInfo(path).absolutePath());
    // Some file systems can't sync a folder, and say so.
    if (error != 0 && error != EINVAL)
        return tl::unexpected(writeError(error, path));
    return {};
}

Result<NewFile> NewFile::beside(const QString &target, unsigned permissions)
{
    // SQLite would play a journal that some other document left here into the new one.
    if (const auto journal = journalPath(target); QFileInfo::exists(journal))
        return failure(Error::Code::Conflict,
            StoreTexts::tr("The journal of another document lies in the way: %1").arg(journal),
            target);
    const QDir folder(QFileInfo(target).absolutePath());
    for (;;) {
        const auto path = folder.filePath(
            QStringLiteral(".switchyard-%1.part")
                .arg(QRandomGenerator::global()->generate64(), 16, 16, QLatin1Char('0')));
        const int file = ::open(QFile::encodeName(path).constData(),
            O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, mode_t(permissions));
        if (file >= 0) {
            ::close(file);
            return NewFile(path, target);
        }
        if (errno != EEXIST)
            return tl::unexpected(writeError(errno, target));
    }
}

NewFile::NewFile(NewFile &&other) noexcept
    : m_path(std::exchange(other.m_path, {}))
    , m_target(std::move(other.m_target))
{
}

NewFile::~NewFile()
{
    if (!m_path.isEmpty())
        ::unlink(QFile::encodeName(m_path).constData());
}

Result<void> NewFile::place(Overwrite overwrite)
{
    if (const int error = sync(m_path); error != 0)
        return tl::unexpected(writeError(error, m_target));
    const auto from = QFile::encodeName(m_path);
    const auto to = QFile::encodeName(m_target);
    // What was there before keeps our hidden name until the change is safe, so that it can come
    // back.
    const bool isExchanged =
        overwrite == Overwrite::Yes && exchange(from.constData(), to.constData());
    int error = 0;
    if (overwrite == Overwrite::No)
        error = renameNoReplace(from.constData(), to.constData());
    else if (!isExchanged && ::rename(from.constData(), to.constData()) != 0)
        error = errno;
    if (error == EEXIST)
        return failure(Error::Code::Conflict,
            StoreTexts::tr("There is already a file of this name."), m_target);
    if (error != 0)
        return tl::unexpected(writeError(error, m_target));

    const auto synced = syncFolderOf(m_target);
    bool isTakenBack = true;
    if (!synced && isExchanged)
        isTakenBack = exchange(from.constData(), to.constData());
    else if (!synced)
        isTakenBack = overwrite == Overwrite::No && ::unlink(to.constData()) == 0;
    if (!isExchanged)
        m_path.clear();
    if (!isTakenBack)
        return failure(synced.error().code,
            StoreTexts::tr("Whether the file was made can't be told, because the disk failed: %1")
                .arg(synced.error().message),
            m_target);
    return synced;
}
