// SPDX-License-Identifier: Apache-2.0
#include "models/store/exportedfile.h"

#include "models/store/store.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSaveFile>

namespace {

struct ExportedFileTexts
{
    Q_DECLARE_TR_FUNCTIONS(ExportedFile)
};

tl::unexpected<Error> unwritten(const QSaveFile &file)
{
    return failure(Error::Code::Io,
        ExportedFileTexts::tr("The file can't be written: %1").arg(file.errorString()),
        file.fileName());
}

}  // namespace

ExportedFile::ExportedFile(std::unique_ptr<QSaveFile> file)
    : m_file(std::move(file))
{
}

ExportedFile::ExportedFile(ExportedFile &&) noexcept = default;
ExportedFile &ExportedFile::operator=(ExportedFile &&) noexcept = default;
ExportedFile::~ExportedFile() = default;

Result<ExportedFile> ExportedFile::write(const QString &path, QByteArrayView bytes, Readers readers)
{
    const QFileInfo target(path);
    if (target.exists() && !target.isFile())
        return failure(Error::Code::Io,
            ExportedFileTexts::tr("This is no regular file, and stays as it is."), path);
    if (target.exists() && Store::looksLikeDocument(path))
        return failure(Error::Code::Io,
            ExportedFileTexts::tr("This is a document, which an export would destroy."), path);
    auto file = std::make_unique<QSaveFile>(path);
    const bool isPrivate = readers == Readers::OwnerAlone && !target.exists();
    if (!file->open(QIODevice::WriteOnly)
        || (isPrivate && !file->setPermissions(QFile::ReadOwner | QFile::WriteOwner))
        || file->write(bytes.data(), bytes.size()) != bytes.size() || !file->flush())
        return unwritten(*file);
    return ExportedFile(std::move(file));
}

Result<void> ExportedFile::commit()
{
    if (!m_file->commit())
        return unwritten(*m_file);
    return {};
}

Result<void> writeExportedFile(const QString &path, QByteArrayView bytes)
{
    return ExportedFile::write(path, bytes).and_then([](ExportedFile file) {
        return file.commit();
    });
}
