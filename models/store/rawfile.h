// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/result.h"

#include <QByteArray>

#include <chrono>
#include <cstddef>
#include <memory>
#include <vector>

struct sqlite3_file;

/// The bytes of a file that may be a document, before or beside a connection to it.
///
/// POSIX drops all locks that a process has on a file when the process closes any descriptor of it,
/// so a plain open, read and close of a document that is open here would let other processes write
/// into our transaction. SQLite's own file layer keeps a list of this process's open files by
/// device and inode and puts such a close off; that list is process-wide because the locks are. So
/// the bytes are read through that layer, whether there is a connection or not.
class RawFile final
{
public:
    /// NotFound, or Io; NotOurs for what is no regular file (a pipe would wait for ever).
    static Result<std::unique_ptr<RawFile>> open(const QString &path);
    ~RawFile();
    RawFile(const RawFile &) = delete;
    RawFile &operator=(const RawFile &) = delete;

    qint64 size() const;
    /// Up to "count" bytes from "offset"; fewer at the end of the file or if reading fails.
    QByteArray read(qint64 offset, qsizetype count) const;

    /// Holds off writers' commits until unlock() or the end of this object. False if another
    /// process is committing all the while.
    bool lockShared(std::chrono::milliseconds patience);
    void unlock();
    /// True if some process is writing: then a journal beside the file is in use. Io if it can't be
    /// told.
    Result<bool> isReserved() const;

private:
    RawFile() = default;

    std::vector<std::max_align_t>
        m_memory;  // The layer's file object; its size is known to the layer alone.
    sqlite3_file *m_file = nullptr;
    const char *m_name = nullptr;
    QString m_path;
};

/// Where SQLite keeps the rollback journal of a file, be the file there or not.
QString journalPath(const QString &path);
