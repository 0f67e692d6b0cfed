// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/result.h"

#include <memory>

class QSaveFile;

/// A file that is exported: whole or not at all, never over a document or what is no regular file.
/// Written, it stands under its name only once it is committed; one that isn't goes.
class ExportedFile final
{
public:
    /// Who may read a new file.
    enum class Readers { AsUsual, OwnerAlone };

    static Result<ExportedFile> write(
        const QString &path, QByteArrayView bytes, Readers readers = Readers::AsUsual);
    ExportedFile(ExportedFile &&) noexcept;
    ExportedFile &operator=(ExportedFile &&) noexcept;
    ~ExportedFile();

    [[nodiscard]] Result<void> commit();

private:
    explicit ExportedFile(std::unique_ptr<QSaveFile> file);

    std::unique_ptr<QSaveFile> m_file;
};

/// Writes and commits.
[[nodiscard]] Result<void> writeExportedFile(const QString &path, QByteArrayView bytes);
