// SPDX-License-Identifier: Apache-2.0
#include "models/store/fileheader.h"

#include "models/store/schema.h"
#include "models/store/sqliteerror.h"

#include <QtEndian>

namespace {

constexpr char magic[databaseMagicSize] = "SQLite format 3";  // With the final NUL.

// Places in the header: https://www.sqlite.org/fileformat.html
constexpr qsizetype pageSizeAt = 16;
constexpr qsizetype writeVersionAt =
    18;  // 1: rollback journal, 2: write-ahead log; the read version follows.
constexpr qsizetype changeCounterAt = 24;
constexpr qsizetype pageCountAt = 28;
constexpr qsizetype encodingAt = 56;  // 1: UTF-8
constexpr qsizetype userVersionAt = 60;
constexpr qsizetype applicationIdAt = 68;
constexpr qsizetype validForAt = 92;  // The change counter for which the page count holds.

quint32 number(QByteArrayView header, qsizetype at)
{
    return qFromBigEndian<quint32>(header.data() + at);
}

}  // namespace

bool hasDatabaseMagic(QByteArrayView bytes)
{
    return bytes.startsWith(QByteArrayView(magic, databaseMagicSize));
}

Result<int> judgeHeader(QByteArrayView header, qint64 fileSize, int version, const QString &path)
{
    const auto refuse = [&](Error::Code code, const QString &message) {
        return failure(code, message, path);
    };
    if (fileSize == 0)
        return refuse(Error::Code::NotOurs,
            StoreTexts::tr("This is no Switchyard document: the file is empty."));
    const auto begun = header.first(std::min<qsizetype>(header.size(), databaseMagicSize));
    if (!QByteArrayView(magic, databaseMagicSize).startsWith(begun))
        return refuse(Error::Code::NotOurs, StoreTexts::tr("This is no Switchyard document."));
    const auto truncated = StoreTexts::tr("The document is damaged: the file ends too early.");
    if (header.size() < databaseHeaderSize)
        return refuse(Error::Code::Corrupt, truncated);
    if (number(header, applicationIdAt) != quint32(documentApplicationId))
        return refuse(Error::Code::NotOurs,
            StoreTexts::tr("This is no Switchyard document, but a database of another program."));
    const auto found = qint32(number(header, userVersionAt));
    if (found > version)
        return refuse(Error::Code::Unsupported,
            StoreTexts::tr(
                "The document was made by a newer version of Switchyard (document version %1; this program knows %2).")
                .arg(found)
                .arg(version));
    if (found < 1)
        return refuse(
            Error::Code::Corrupt, StoreTexts::tr("The document is damaged: it has no version."));
    if (header[writeVersionAt] == 2 || header[writeVersionAt + 1] == 2)
        return refuse(Error::Code::Unsupported,
            StoreTexts::tr(
                "Another program switched the document to write-ahead logging. Switch it back with: sqlite3 FILE \"PRAGMA journal_mode=DELETE\""));
    if (header[writeVersionAt] != 1 || header[writeVersionAt + 1] != 1
        || number(header, encodingAt) != 1)
        return refuse(Error::Code::Corrupt,
            StoreTexts::tr("The document is damaged: its header is not a document's."));
    const quint16 pageSizeCode = qFromBigEndian<quint16>(header.data() + pageSizeAt);
    const qint64 pageSize = pageSizeCode == 1 ? 65536 : pageSizeCode;
    if (pageSize < 512 || (pageSize & (pageSize - 1)) != 0)
        return refuse(Error::Code::Corrupt,
            StoreTexts::tr("The document is damaged: its header is not a document's."));
    const bool isCountValid = number(header, changeCounterAt) == number(header, validForAt);
    if (fileSize < pageSize
        || (isCountValid && fileSize < qint64(number(header, pageCountAt)) * pageSize))
        return refuse(Error::Code::Corrupt, truncated);
    return found;
}
