// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include <vector>

/// The calls by which this process changes a folder: seen, recorded, or made to fail. Files
/// elsewhere are left alone.
///
/// The program that links this defines pwrite, ftruncate, unlink, rename, fsync and their kin
/// itself; SQLite's table of system calls and the store's own calls lead here.
namespace DiskCalls {

enum class Fault {
    None,
    Crash,           ///< The process ends before the call.
    TornCrash,       ///< The process ends after half of the call.
    NoSpace,         ///< This call and all later ones that need room fail with ENOSPC.
    IoError,         ///< This call fails with EIO.
    LastingIoError,  ///< This call and all later ones fail with EIO.
};
inline constexpr int crashExitCode = 99;

/// From now on calls that change files in this folder are counted; the one of this number (from 1)
/// fails, and so do later ones where the fault says so.
void arm(const QByteArray &folder, Fault fault, int number);
/// No more faults. How many calls were counted.
int disarm();

/// One change of the folder. Files are told apart by numbers of our own, because the system gives
/// inodes again.
struct Operation
{
    enum Kind {
        Create,
        Write,
        Truncate,
        SyncFile,
        SyncFolder,
        Unlink,
        Rename,
        Exchange,
        Acknowledge
    };
    Kind kind;
    int file = 0;          ///< Create, Write, Truncate, SyncFile
    QByteArray name {};    ///< Create, Unlink, Rename (from), Exchange
    QByteArray target {};  ///< Rename (to), Exchange
    qint64 offset = 0;     ///< Write; Truncate: the size
    QByteArray data {};    ///< Write
};

/// From now on what changes in this folder is written down. "Create" operations for the files there
/// come first.
void record(const QByteArray &folder);
/// Marks that the program was told: it is done.
void acknowledge();
std::vector<Operation> stopRecording();

}  // namespace DiskCalls
