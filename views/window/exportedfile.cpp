// SPDX-License-Identifier: Apache-2.0
#include "views/window/exportedfile.h"

#include "models/store/store.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSaveFile>

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ExportedFile)
};

}  // namespace

Result<void> writeExportedFile(const QString &path, const QByteArray &bytes)
{
    const QFileInfo target(path);
    if (target.exists() && !target.isFile())
        return failure(
            Error::Code::Io, Text::tr("This is no regular file, and stays as it is."), path);
    if (target.exists() && Store::looksLikeDocument(path))
        return failure(
            Error::Code::Io, Text::tr("This is a document, which an export would destroy."), path);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return failure(Error::Code::Io,
            Text::tr("The file can't be written: %1").arg(file.errorString()), path);
    return {};
}
