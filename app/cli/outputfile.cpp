// SPDX-License-Identifier: Apache-2.0
#include "app/cli/outputfile.h"

#include "models/store/store.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(OutputFile)
};

Result<void> writeFile(const QString &path, QByteArrayView content, Readers readers)
{
    const QFileInfo target(path);
    if (target.exists() && !target.isFile())
        return failure(
            Error::Code::Io, Texts::tr("This is no regular file, and stays as it is."), path);
    if (target.exists() && Store::looksLikeDocument(path))
        return failure(
            Error::Code::Io, Texts::tr("This is a document, which an export would destroy."), path);
    QSaveFile file(path);
    const bool isPrivate = readers == Readers::OwnerAlone && !target.exists();
    if (!file.open(QIODevice::WriteOnly)
        || (isPrivate && !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
        || file.write(content.data(), content.size()) != content.size() || !file.commit())
        return failure(Error::Code::Io,
            Texts::tr("The file can't be written: %1").arg(file.errorString()), path);
    return {};
}

}  // namespace

ExitCode writeResult(
    Streams &streams, const QString &target, QByteArrayView content, Readers readers)
{
    if (target == u"-"_s) {
        streams.out.write(content);
        return ExitCode::Done;
    }
    const auto written = writeFile(target, content, readers);
    return written ? ExitCode::Done : report(streams, target, written.error(), During::Writing);
}
