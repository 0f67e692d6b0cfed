// SPDX-License-Identifier: Apache-2.0
#include "app/cli/exportcommand.h"
#include "app/cli/plancommand.h"
#include "app/cli/report.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstring>
#include <unistd.h>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

/// The same command line, by the program that draws. Nothing has been read from standard input yet.
ExitCode handOver(Streams &streams)
{
    const auto program = QFileInfo(u"/proc/self/exe"_s).canonicalPath() + u"/switchyard-picture"_s;
    QFile commandLine(u"/proc/self/cmdline"_s);
    (void)commandLine.open(QIODevice::ReadOnly);
    auto words = commandLine.readAll().split('\0');
    words.removeLast();  // Each word ends with it.
    if (!words.isEmpty())
        words.first() = QFile::encodeName(program);
    std::vector<char *> arguments;
    for (auto &each : words)
        arguments.push_back(each.data());
    arguments.push_back(nullptr);
    ::execv(arguments.front(), arguments.data());
    const auto reason = QString::fromLocal8Bit(std::strerror(errno));
    return report(streams, program,
        {Error::Code::Io,
            QCoreApplication::translate("Handover", "Nothing can be drawn: %1").arg(reason), {}},
        During::Writing);
}

}  // namespace

ExitCode exportDrawn(const ExportOptions &, Streams &streams)
{
    return handOver(streams);
}

ExitCode planDrawn(const PlanOptions &, Streams &streams)
{
    return handOver(streams);
}
