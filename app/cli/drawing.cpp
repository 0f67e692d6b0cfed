// SPDX-License-Identifier: Apache-2.0
#include "app/cli/exportcommand.h"
#include "app/cli/input.h"
#include "app/cli/outputfile.h"
#include "models/base/clock.h"
#include "views/canvas/picturefile.h"

#include <QFileInfo>
#include <QGuiApplication>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

PictureFormat pictureFormat(ExportOptions::Format format)
{
    switch (format) {
    case ExportOptions::Format::Png:
        return PictureFormat::Png;
    case ExportOptions::Format::Pdf:
        return PictureFormat::Pdf;
    case ExportOptions::Format::Svg:
    case ExportOptions::Format::Topology:
        break;
    }
    return PictureFormat::Svg;
}

tl::expected<PictureSource, ExitCode> readSource(const QString &file, Streams &streams)
{
    const auto today = SystemClock().now().date();
    if (file != u"-"_s && leadsToDocument(file)) {
        auto content = readDocument(file, streams);
        if (!content)
            return tl::unexpected(content.error());
        return PictureSource {std::move(content->topology), std::move(content->baseline), today};
    }
    auto topology = readTopology(file, streams);
    if (!topology)
        return tl::unexpected(topology.error());
    return PictureSource {*topology, *topology, today};
}

/// What a platform without display complains of is no matter of the picture.
void dropMessage(QtMsgType type, const QMessageLogContext &, const QString &message)
{
    if (type == QtFatalMsg)
        std::fprintf(stderr, "%s\n", qPrintable(message));
}

}  // namespace

ExitCode exportPicture(const ExportOptions &options, Streams &streams)
{
    const auto source = readSource(options.file, streams);
    if (!source)
        return source.error();
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qunsetenv("QT_QPA_PLATFORMTHEME");
    qInstallMessageHandler(dropMessage);
    int count = 1;
    char name[] = "switchyard-picture";
    char *arguments[] = {name, nullptr};
    const QGuiApplication application(count, arguments);

    Picture::Style style;
    style.title = options.file == u"-"_s ? QGuiApplication::translate("PictureExport", "Topology")
                                         : QFileInfo(options.file).fileName();
    // The one font that is there wherever the program is.
    style.font = QFont(u"DejaVu Sans"_s);
    const auto file = writePicture(*source, pictureFormat(options.format), style);
    if (!file)
        return report(streams, options.output, file.error(), During::Writing);
    reportNotice(streams, file->note);
    return writeResult(streams, options.output, file->bytes);
}
