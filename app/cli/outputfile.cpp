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

/// Nothing if it may be written.
std::optional<Error> refusal(const QString &path)
{
    const QFileInfo target(path);
    if (target.exists() && !target.isFile())
        return Error {
            Error::Code::Io, Texts::tr("This is no regular file, and stays as it is."), path};
    if (target.exists() && Store::looksLikeDocument(path))
        return Error {
            Error::Code::Io, Texts::tr("This is a document, which an export would destroy."), path};
    return std::nullopt;
}

ExitCode writeFile(Streams &streams, const QString &path, QByteArrayView content, Readers readers,
    const Together &together)
{
    const auto failed = [&](const Error &error) {
        return report(streams, path, error, During::Writing);
    };
    if (const auto refused = refusal(path))
        return failed(*refused);
    QSaveFile file(path);
    const auto broken = [&] {
        return failed({Error::Code::Io,
            Texts::tr("The file can't be written: %1").arg(file.errorString()), path});
    };
    const bool isPrivate = readers == Readers::OwnerAlone && !QFileInfo::exists(path);
    if (!file.open(QIODevice::WriteOnly)
        || (isPrivate && !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
        || file.write(content.data(), content.size()) != content.size() || !file.flush())
        return broken();
    if (together) {
        if (const auto done = together(); done != ExitCode::Done)
            return done;
    }
    return file.commit() ? ExitCode::Done : broken();
}

}  // namespace

ExitCode writeResult(Streams &streams, const QString &target, QByteArrayView content,
    Readers readers, const Together &together)
{
    if (target != u"-"_s)
        return writeFile(streams, target, content, readers, together);
    if (together) {
        if (const auto done = together(); done != ExitCode::Done)
            return done;
    }
    streams.out.write(content);
    return ExitCode::Done;
}
