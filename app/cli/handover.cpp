// SPDX-License-Identifier: Apache-2.0
#include "app/cli/exportcommand.h"
#include "app/cli/report.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <cerrno>
#include <cstring>
#include <unistd.h>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

QString word(ExportOptions::Format format)
{
    switch (format) {
    case ExportOptions::Format::Svg:
        return u"svg"_s;
    case ExportOptions::Format::Png:
        return u"png"_s;
    case ExportOptions::Format::Pdf:
        return u"pdf"_s;
    case ExportOptions::Format::Topology:
        break;
    }
    return u"topology"_s;
}

/// The path, so that it can't be taken for an option.
QString noOption(const QString &path)
{
    return path.size() > 1 && path.startsWith(u'-') ? u"./"_s + path : path;
}

}  // namespace

ExitCode exportPicture(const ExportOptions &options, Streams &streams)
{
    const auto program = QFileInfo(u"/proc/self/exe"_s).canonicalPath() + u"/switchyard-picture"_s;
    std::vector<QByteArray> words;
    for (const auto &each : {program, u"export"_s, u"--format"_s, word(options.format),
             u"--output"_s, noOption(options.output), u"--"_s, options.file})
        words.push_back(each.toUtf8());
    std::vector<char *> arguments;
    for (auto &each : words)
        arguments.push_back(each.data());
    arguments.push_back(nullptr);
    ::execv(arguments.front(), arguments.data());
    const auto reason = QString::fromLocal8Bit(std::strerror(errno));
    return report(streams, program,
        {Error::Code::Io,
            QCoreApplication::translate("PictureHandover", "Pictures can't be made: %1")
                .arg(reason),
            {}},
        During::Writing);
}
