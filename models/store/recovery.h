// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/result.h"

#include <QTemporaryDir>

#include <chrono>
#include <memory>

class RawFile;

/// True if a writer of this file came to a sudden end: its journal still lies there, and nobody is
/// writing. The file must be locked (RawFile::lockShared). Corrupt if the journal is none that
/// Switchyard leaves.
Result<bool> hasHotJournal(const RawFile &file, const QString &path);

/// The file after its last writer's unfinished transaction was taken back.
struct Recovery
{
    QString path;  ///< The file to open: the one that was asked for, or a mended copy.
    std::unique_ptr<QTemporaryDir>
        copy;        ///< Holds the mended copy, where the file itself can't be written.
    QString notice;  ///< For people.
};
/// Takes back what an interrupted writer left half done, in the file itself or, where that can't be
/// written, in a copy.
Result<Recovery> recover(const QString &path, std::chrono::milliseconds patience);

/// Why the file can't be written, for people; empty if it can.
QString readOnlyReason(const QString &path);
