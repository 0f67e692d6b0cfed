// SPDX-License-Identifier: Apache-2.0
#include "models/store/rawfile.h"

#include "models/store/sqliteerror.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <sqlite3.h>
#include <sys/stat.h>
#include <thread>

Result<std::unique_ptr<RawFile>> RawFile::open(const QString &path)
{
    struct stat status = {};
    if (::stat(QFile::encodeName(path).constData(), &status) != 0) {
        if (errno == ENOENT || errno == ENOTDIR)
            return failure(Error::Code::NotFound, StoreTexts::tr("There is no such file."), path);
        return failure(Error::Code::Io,
            StoreTexts::tr("The file can't be read: %1.").arg(qt_error_string(errno)), path);
    }
    if (!S_ISREG(status.st_mode))
        return failure(Error::Code::NotOurs,
            StoreTexts::tr("This is no Switchyard document: it is no file."), path);

    sqlite3_initialize();
    auto *vfs = sqlite3_vfs_find(nullptr);
    std::unique_ptr<RawFile> file(new RawFile);
    file->m_path = path;
    file->m_memory.resize(size_t(vfs->szOsFile) / sizeof(std::max_align_t) + 1);
    // The layer wants a resolved name, in memory of SQLite's own form.
    const auto resolved = QFile::encodeName(QFileInfo(path).canonicalFilePath());
    file->m_name = sqlite3_create_filename(resolved.constData(), "", "", 0, nullptr);
    auto *object = reinterpret_cast<sqlite3_file *>(file->m_memory.data());
    int flags = 0;
    const int code =
        vfs->xOpen(vfs, file->m_name, object, SQLITE_OPEN_READONLY | SQLITE_OPEN_MAIN_DB, &flags);
    if (code != SQLITE_OK)
        return failure(Error::Code::Io,
            StoreTexts::tr("The file can't be read: %1.").arg(qt_error_string(errno)), path);
    file->m_file = object;
    return file;
}

RawFile::~RawFile()
{
    if (m_file) {
        unlock();
        m_file->pMethods->xClose(m_file);
    }
    sqlite3_free_filename(m_name);
}

qint64 RawFile::size() const
{
    sqlite3_int64 size = 0;
    return m_file->pMethods->xFileSize(m_file, &size) == SQLITE_OK ? size : 0;
}

QByteArray RawFile::read(qint64 offset, qsizetype count) const
{
    count = std::min<qint64>(count, size() - offset);
    if (count <= 0)
        return {};
    QByteArray bytes(count, Qt::Uninitialized);
    return m_file->pMethods->xRead(m_file, bytes.data(), int(count), offset) == SQLITE_OK
        ? bytes
        : QByteArray();
}

bool RawFile::lockShared(std::chrono::milliseconds patience)
{
    constexpr std::chrono::milliseconds pause(5);
    while (m_file->pMethods->xLock(m_file, SQLITE_LOCK_SHARED) != SQLITE_OK) {
        if (patience <= std::chrono::milliseconds::zero())
            return false;
        std::this_thread::sleep_for(pause);
        patience -= pause;
    }
    return true;
}

void RawFile::unlock()
{
    m_file->pMethods->xUnlock(m_file, SQLITE_LOCK_NONE);
}

Result<bool> RawFile::isReserved() const
{
    int reserved = 0;
    if (m_file->pMethods->xCheckReservedLock(m_file, &reserved) != SQLITE_OK)
        return failure(
            Error::Code::Io, StoreTexts::tr("The locks of the file can't be read."), m_path);
    return reserved != 0;
}

QString journalPath(const QString &path)
{
    const QFileInfo info(path);
    const auto file = info.exists() ? info.canonicalFilePath()
                                    : info.dir().canonicalPath() + u'/' + info.fileName();
    return file + QLatin1String("-journal");
}
