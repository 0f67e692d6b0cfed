// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDir>
#include <QTemporaryDir>

/// A folder of its own for a test's documents: in memory where the system has that, because
/// hundreds of durable commits on a disk that others use too would take minutes.
class TestFolder final
{
public:
    TestFolder()
        : m_folder((QFileInfo(QStringLiteral("/dev/shm")).isWritable() ? QStringLiteral("/dev/shm")
                                                                       : QDir::tempPath())
            + QStringLiteral("/switchyard-test-XXXXXX"))
    {
    }
    QString path() const { return m_folder.path(); }
    QString filePath(const QString &name) const { return path() + u'/' + name; }
    QStringList files() const
    {
        return QDir(path()).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    }

private:
    QTemporaryDir m_folder;
};
