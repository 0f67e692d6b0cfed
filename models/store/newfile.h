// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/result.h"

/// A file that is made under a hidden name beside the one it will become, so that nobody ever sees
/// it half written. Goes away unless placed.
class NewFile final
{
public:
    enum class Overwrite { No, Yes };

    /// Empty, with these permissions (less the process's mask). Conflict if an orphaned journal
    /// lies where the target's would.
    static Result<NewFile> beside(const QString &target, unsigned permissions = 0666);
    ~NewFile();
    NewFile(NewFile &&other) noexcept;
    NewFile &operator=(NewFile &&) = delete;

    const QString &path() const { return m_path; }
    /// Makes it durable and gives it its name, all or nothing; Conflict if that name is taken and
    /// must not be. Nobody in this process may have it open.
    Result<void> place(Overwrite overwrite);

private:
    NewFile(QString path, QString target)
        : m_path(std::move(path))
        , m_target(std::move(target))
    {
    }

    QString m_path;  // Empty once placed.
    QString m_target;
};

/// What errno says when a file could not be written.
Error writeError(int error, const QString &path);
/// Makes the names in the file's folder durable.
Result<void> syncFolderOf(const QString &path);
