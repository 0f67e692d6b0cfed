// SPDX-License-Identifier: Apache-2.0
#include "models/store/lockholder.h"

#include <QCoreApplication>
#include <QFile>

#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

/// Files of /proc have no size; they are read to their end.
QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}  // namespace

QString lockHolder(const QString &path)
{
    struct stat status = {};
    if (::stat(QFile::encodeName(path).constData(), &status) != 0)
        return {};
    // "1: POSIX  ADVISORY  WRITE 4711 08:01:131 1073741824 1073742335"; a waiting process has "->"
    // after the number.
    const auto device = QByteArray::number(major(status.st_dev), 16).rightJustified(2, '0') + ':'
        + QByteArray::number(minor(status.st_dev), 16).rightJustified(2, '0') + ':'
        + QByteArray::number(qulonglong(status.st_ino));
    QByteArray holder;
    for (const auto &line : contentOf(u"/proc/locks"_s).split('\n')) {
        const auto words = line.simplified().split(' ');
        if (words.size() < 8 || words[1] == "->" || words[5] != device
            || words[4].toLongLong() == ::getpid())
            continue;
        // A writer is who is waited for; a reader only if there is no writer.
        if (holder.isEmpty() || words[3] == "WRITE")
            holder = words[4];
    }
    if (holder.isEmpty() || holder.toLongLong() <= 0)
        return {};
    const auto name =
        QString::fromUtf8(contentOf(u"/proc/%1/comm"_s.arg(QLatin1String(holder)))).trimmed();
    if (name.isEmpty())
        return QCoreApplication::translate("Store", "process %1").arg(QLatin1String(holder));
    return QCoreApplication::translate("Store", "%1, process %2").arg(name, QLatin1String(holder));
}
