// SPDX-License-Identifier: Apache-2.0
#include "models/store/recovery.h"

#include "models/store/rawfile.h"
#include "models/store/sqliteerror.h"
#include "models/store/storeconnection.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <sys/statvfs.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView journalMagic("\xd9\xd5\x05\xf9\x20\xa1\x63\xd7", 8);

/// A copy of a file that may be open here, through SQLite's file layer.
Result<void> copyDatabase(const QString &from, const QString &to)
{
    auto source = RawFile::open(from);
    if (!source)
        return tl::unexpected(source.error());
    QFile target(to);
    bool isGood = target.open(QIODevice::WriteOnly | QIODevice::NewOnly);
    constexpr qsizetype piece = 1 << 20;
    const qint64 size = (*source)->size();
    for (qint64 offset = 0; isGood && offset < size; offset += piece) {
        const auto bytes = (*source)->read(offset, piece);
        isGood = bytes.size() == std::min<qint64>(piece, size - offset)
            && target.write(bytes) == bytes.size();
    }
    if (!isGood || !target.flush())
        return failure(Error::Code::Io,
            StoreTexts::tr("No copy could be made to recover the document: %1.")
                .arg(target.errorString()),
            from);
    return {};
}

}  // namespace

Result<bool> hasHotJournal(const RawFile &file, const QString &path)
{
    // As SQLite judges: there is a journal with a header, and nobody is writing at the moment.
    QFile journal(journalPath(path));
    char first = 0;
    const auto isThere = [&] { return QFileInfo::exists(journal.fileName()); };
    if (!isThere())
        return false;
    const auto reserved = file.isReserved();
    if (!reserved)
        return tl::unexpected(reserved.error());
    if (*reserved || !isThere() || !journal.open(QIODevice::ReadOnly) || !journal.getChar(&first)
        || first == 0)
        return false;
    // A journal that ends in the name of a super-journal belongs to a transaction over several
    // files. Ours never do; and SQLite would delete the file of that name.
    if (journal.size() >= 8 && journal.seek(journal.size() - 8) && journal.read(8) == journalMagic)
        return failure(Error::Code::Corrupt,
            StoreTexts::tr("The journal beside the document is not Switchyard's."), path);
    return true;
}

Result<Recovery> recover(const QString &path, std::chrono::milliseconds patience)
{
    Recovery recovery {path, {},
        StoreTexts::tr(
            "A program ended in the middle of an edit. What it left half done was taken back.")};
    if (const auto reason = readOnlyReason(path); !reason.isEmpty()) {
        recovery.copy = std::make_unique<QTemporaryDir>();
        recovery.path = recovery.copy->filePath(u"document.switchyard"_s);
        recovery.notice = StoreTexts::tr(
            "A program ended in the middle of an edit. What it left half done was taken back in a copy, because the file can't be mended: %1")
                              .arg(reason);
        if (const auto copied = copyDatabase(path, recovery.path); !copied)
            return tl::unexpected(copied.error());
        QFile journal(journalPath(path));
        const auto copied = journalPath(recovery.path);
        if (!journal.copy(copied)
            || !QFile::setPermissions(copied, QFile::ReadOwner | QFile::WriteOwner))
            return failure(Error::Code::Io,
                StoreTexts::tr("No copy could be made to recover the document: %1.")
                    .arg(journal.errorString()),
                path);
    }
    // Any read makes SQLite play the journal back.
    const auto connection =
        StoreConnection::open(recovery.path, StoreConnection::Mode::ReadWrite, patience);
    if (!connection)
        return tl::unexpected(connection.error());
    return recovery;
}

QString readOnlyReason(const QString &path)
{
    const QFileInfo info(QFileInfo(path).canonicalFilePath());
    const auto isRefused = [](const QString &asked, int &error) {
        const bool refused = ::access(QFile::encodeName(asked).constData(), W_OK) != 0;
        error = errno;
        return refused;
    };
    int error = 0;
    if (isRefused(info.filePath(), error)) {
        return error == EROFS ? StoreTexts::tr("The file lies on a medium that can only be read.")
                              : StoreTexts::tr("You have no permission to write the file.");
    }
    // SQLite keeps its journal beside the file: without it no edit could be made safe.
    if (isRefused(info.path(), error)) {
        return error == EROFS
            ? StoreTexts::tr("The file lies on a medium that can only be read.")
            : StoreTexts::tr(
                "You have no permission to write the file's folder, where each edit is secured.");
    }
    return {};
}
