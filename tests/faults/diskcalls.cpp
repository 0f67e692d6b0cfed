// SPDX-License-Identifier: Apache-2.0
#include "tests/faults/diskcalls.h"

#include <QDir>
#include <QFile>

#include <cerrno>
#include <dlfcn.h>
#include <fcntl.h>
#include <map>
#include <optional>
#include <stdarg.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace DiskCalls;

namespace {

/// The system's own function.
template <class Function>
Function system(const char *name)
{
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

struct State
{
    QByteArray folder;
    Fault fault = Fault::None;
    int number = 0;
    int count = 0;
    bool isRecording = false;
    std::vector<Operation> operations;
    std::map<ino_t, int> files;
    int lastFile = 0;
};
State &state()
{
    static State s;
    return s;
}

QByteArray pathOf(int file)
{
    char path[4096];
    const auto link = QByteArray("/proc/self/fd/") + QByteArray::number(file);
    const auto size = ::readlink(link.constData(), path, sizeof path);
    return size > 0 ? QByteArray(path, size) : QByteArray();
}

bool isWatched(const QByteArray &path)
{
    const auto &folder = state().folder;
    return !folder.isEmpty() && path.startsWith(folder)
        && (path.size() == folder.size() || path[folder.size()] == '/');
}

QByteArray nameOf(const QByteArray &path)
{
    return path.mid(path.lastIndexOf('/') + 1);
}

enum class Verdict { Go, Tear, Fail };

/// Counts a call, and says what becomes of it; errno is set for a failure. "needsRoom": a full disk
/// refuses it.
Verdict judge(bool needsRoom)
{
    auto &s = state();
    if (s.fault == Fault::None)
        return Verdict::Go;
    ++s.count;
    const bool isIt = s.count == s.number;
    const bool isPast = s.count > s.number;
    switch (s.fault) {
    case Fault::None:
        break;
    case Fault::Crash:
        if (isIt)
            ::_exit(crashExitCode);
        break;
    case Fault::TornCrash:
        if (isIt)
            return Verdict::Tear;
        break;
    case Fault::NoSpace:
        if ((isIt || isPast) && needsRoom) {
            errno = ENOSPC;
            return Verdict::Fail;
        }
        break;
    case Fault::IoError:
    case Fault::LastingIoError:
        if (isIt || (isPast && s.fault == Fault::LastingIoError)) {
            errno = EIO;
            return Verdict::Fail;
        }
        break;
    }
    return Verdict::Go;
}

int fileNumber(int file)
{
    struct stat status = {};
    ::fstat(file, &status);
    const auto known = state().files.find(status.st_ino);
    return known == state().files.end() ? 0 : known->second;
}

void note(Operation operation)
{
    if (state().isRecording)
        state().operations.push_back(std::move(operation));
}

/// A call without a result of its own: judged, made, noted.
template <class Call>
int make(bool isOurs, bool needsRoom, Call call, const std::optional<Operation> &operation)
{
    if (!isOurs)
        return call();
    const auto verdict = judge(needsRoom);
    if (verdict == Verdict::Fail)
        return -1;
    const int result = call();
    if (verdict == Verdict::Tear)
        ::_exit(crashExitCode);
    if (result == 0 && operation)
        note(*operation);
    return result;
}

ssize_t writeAt(int file, const void *data, size_t size, off_t offset)
{
    static const auto real = system<ssize_t (*)(int, const void *, size_t, off_t)>("pwrite64");
    if (!isWatched(pathOf(file)))
        return real(file, data, size, offset);
    const auto verdict = judge(true);
    if (verdict == Verdict::Fail)
        return -1;
    if (verdict == Verdict::Tear) {
        constexpr size_t sector = 512;
        [[maybe_unused]] const auto torn =
            real(file, data, size <= sector ? size / 2 : size / 2 / sector * sector, offset);
        ::_exit(crashExitCode);
    }
    const auto written = real(file, data, size, offset);
    if (written > 0)
        note({Operation::Write, fileNumber(file), {}, {}, offset,
            QByteArray(static_cast<const char *>(data), written)});
    return written;
}

int synced(int file, const char *name)
{
    const auto real = system<int (*)(int)>(name);
    const auto path = pathOf(file);
    struct stat status = {};
    ::fstat(file, &status);
    return make(
        isWatched(path), false, [&] { return real(file); },
        Operation {S_ISDIR(status.st_mode) ? Operation::SyncFolder : Operation::SyncFile,
            fileNumber(file)});
}

int opened(const char *path, int flags, mode_t mode)
{
    static const auto real = system<int (*)(const char *, int, ...)>("open64");
    const bool creates = (flags & O_CREAT) != 0 && isWatched(path) && ::access(path, F_OK) != 0;
    if (creates && judge(true) == Verdict::Fail)
        return -1;
    const int file = real(path, flags, mode);
    if (creates && file >= 0 && state().isRecording) {
        struct stat status = {};
        ::fstat(file, &status);
        state().files[status.st_ino] = ++state().lastFile;
        note({Operation::Create, state().lastFile, nameOf(path)});
    }
    return file;
}

}  // namespace

extern "C" {

ssize_t pwrite64(int file, const void *data, size_t size, off64_t offset)
{
    return writeAt(file, data, size, offset);
}

ssize_t pwrite(int file, const void *data, size_t size, off_t offset)
{
    return writeAt(file, data, size, offset);
}

int ftruncate64(int file, off64_t size) noexcept
{
    static const auto real = system<int (*)(int, off64_t)>("ftruncate64");
    return make(
        isWatched(pathOf(file)), false, [&] { return real(file, size); },
        Operation {Operation::Truncate, fileNumber(file), {}, {}, size});
}

int unlink(const char *path) noexcept
{
    static const auto real = system<int (*)(const char *)>("unlink");
    return make(
        isWatched(path), false, [&] { return real(path); },
        Operation {Operation::Unlink, 0, nameOf(path)});
}

int rename(const char *from, const char *to) noexcept
{
    static const auto real = system<int (*)(const char *, const char *)>("rename");
    return make(
        isWatched(to), false, [&] { return real(from, to); },
        Operation {Operation::Rename, 0, nameOf(from), nameOf(to)});
}

int renameat2(
    int fromFolder, const char *from, int toFolder, const char *to, unsigned flags) noexcept
{
    static const auto real =
        system<int (*)(int, const char *, int, const char *, unsigned)>("renameat2");
    return make(
        isWatched(to), false, [&] { return real(fromFolder, from, toFolder, to, flags); },
        Operation {(flags & RENAME_EXCHANGE) != 0 ? Operation::Exchange : Operation::Rename, 0,
            nameOf(from), nameOf(to)});
}

int fsync(int file)
{
    return synced(file, "fsync");
}

int fdatasync(int file)
{
    return synced(file, "fdatasync");
}

int open64(const char *path, int flags, ...)
{
    va_list arguments;
    va_start(arguments, flags);
    const auto mode = (flags & O_CREAT) != 0 ? mode_t(va_arg(arguments, int)) : mode_t(0);
    va_end(arguments);
    return opened(path, flags, mode);
}

int open(const char *path, int flags, ...)
{
    va_list arguments;
    va_start(arguments, flags);
    const auto mode = (flags & O_CREAT) != 0 ? mode_t(va_arg(arguments, int)) : mode_t(0);
    va_end(arguments);
    return opened(path, flags, mode);
}

}  // extern "C"

void DiskCalls::arm(const QByteArray &folder, Fault fault, int number)
{
    state() = {};
    state().folder = folder;
    state().fault = fault;
    state().number = number;
}

int DiskCalls::disarm()
{
    state().fault = Fault::None;
    state().folder.clear();
    return state().count;
}

void DiskCalls::record(const QByteArray &folder)
{
    auto &s = state();
    s = {};
    for (const auto &name : QDir(QFile::decodeName(folder)).entryList(QDir::Files | QDir::Hidden)) {
        const auto path = folder + '/' + QFile::encodeName(name);
        struct stat status = {};
        ::stat(path.constData(), &status);
        s.files[status.st_ino] = ++s.lastFile;
        s.operations.push_back({Operation::Create, s.lastFile, QFile::encodeName(name)});
        QFile file(QFile::decodeName(path));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("%s", path.constData());
        s.operations.push_back({Operation::Write, s.lastFile, {}, {}, 0, file.readAll()});
        s.operations.push_back({Operation::SyncFile, s.lastFile});
    }
    s.operations.push_back({Operation::SyncFolder});
    s.folder = folder;
    s.isRecording = true;
}

void DiskCalls::acknowledge()
{
    note({Operation::Acknowledge});
}

std::vector<Operation> DiskCalls::stopRecording()
{
    auto &s = state();
    s.isRecording = false;
    s.folder.clear();
    return std::move(s.operations);
}
