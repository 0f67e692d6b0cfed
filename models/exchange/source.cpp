// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/source.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace {

struct SourceTexts
{
    Q_DECLARE_TR_FUNCTIONS(Source)
};

constexpr qint64 chunk = qint64(1) << 20;

}  // namespace

Result<InputSource> readSource(QIODevice &device, const QString &name)
{
    InputSource source {name, {}};
    // Files tell their size; pipes don't.
    if (!device.isSequential())
        source.bytes.reserve(std::min(device.size(), largestSource));
    for (;;) {
        const auto size = source.bytes.size();
        if (size > largestSource)
            return failure(
                Error::Code::InvalidInput, SourceTexts::tr("The file is larger than 1 GiB."), name);
        source.bytes.resize(size + chunk);
        const auto count = device.read(source.bytes.data() + size, chunk);
        source.bytes.resize(size + std::max(count, qint64(0)));
        if (count < 0)
            return failure(Error::Code::Io,
                SourceTexts::tr("It can't be read: %1").arg(device.errorString()), name);
        if (count == 0)
            return source;
    }
}

Result<InputSource> readSourceFile(const QString &path)
{
    QFile file;
    if (path == u"-") {
        const auto name = SourceTexts::tr("standard input");
        if (!file.open(stdin, QIODevice::ReadOnly))
            return failure(Error::Code::Io,
                SourceTexts::tr("It can't be read: %1").arg(file.errorString()), name);
        return readSource(file, name);
    }
    file.setFileName(path);
    if (!file.exists())
        return failure(Error::Code::NotFound, SourceTexts::tr("There is no such file."), path);
    if (QFileInfo(path).isDir())
        return failure(Error::Code::Io, SourceTexts::tr("This is a folder, not a file."), path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(
            Error::Code::Io, SourceTexts::tr("It can't be read: %1").arg(file.errorString()), path);
    return readSource(file, path);
}
