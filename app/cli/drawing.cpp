// SPDX-License-Identifier: Apache-2.0
#include "app/cli/exportcommand.h"
#include "app/cli/outputfile.h"
#include "app/cli/plancommand.h"
#include "app/cli/reportinput.h"
#include "models/report/htmlwriter.h"
#include "views/canvas/picturefile.h"
#include "views/canvas/reportpictures.h"
#include "views/report/pdfwriter.h"

#include <QGuiApplication>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

/// What a platform without display complains of is no matter of the picture.
void dropMessage(QtMsgType type, const QMessageLogContext &, const QString &message)
{
    if (type == QtFatalMsg)
        std::fprintf(stderr, "%s\n", qPrintable(message));
}

/// Fonts without a display.
class Fonts final
{
public:
    Fonts()
        : m_application(m_count, m_arguments)
    {
    }
    /// The one font that is there wherever the program is.
    static QFont font() { return QFont(u"DejaVu Sans"_s); }

private:
    static bool prepare()
    {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        qunsetenv("QT_QPA_PLATFORMTHEME");
        qInstallMessageHandler(dropMessage);
        return true;
    }

    const bool m_isPrepared = prepare();  // Before the application.
    int m_count = 1;
    char m_name[19] = "switchyard-picture";
    char *m_arguments[2] = {m_name, nullptr};
    QGuiApplication m_application;
};

Result<PictureFile> draw(const ReportInput &input, ExportOptions::Format format)
{
    Picture::Style style;
    style.title = input.letterhead.subject;
    style.font = Fonts::font();
    const PictureSource picture {
        input.topology, input.baseline.value_or(input.topology), input.today};
    if (format == ExportOptions::Format::Svg || format == ExportOptions::Format::Png)
        return writePicture(picture,
            format == ExportOptions::Format::Svg ? PictureFormat::Svg : PictureFormat::Png, style);
    const bool isPdf = format == ExportOptions::Format::Pdf;
    const auto pictures =
        reportPictures(picture, style, isPdf ? ReportForm::Pages : ReportForm::Screen);
    if (!pictures)
        return tl::unexpected(pictures.error());
    auto source = input.source();
    source.pictures = *pictures;
    const auto outline = reportOutline(source);
    const auto bytes = isPdf ? pdfOf(outline, Fonts::font()) : htmlOf(outline);
    return bytes.map([](const QByteArray &content) { return PictureFile {content, {}}; });
}

}  // namespace

ExitCode exportDrawn(const ExportOptions &options, Streams &streams)
{
    const auto input = readReportInput(options.file, streams);
    if (!input)
        return input.error();
    const Fonts fonts;
    const auto file = draw(*input, options.format);
    if (!file)
        return report(streams, options.output, file.error(), During::Writing);
    reportNotice(streams, file->note);
    return writeResult(streams, options.output, file->bytes);
}

ExitCode planDrawn(const PlanOptions &options, Streams &streams)
{
    const Fonts fonts;
    return writePlan(
        options, [](const Outline &outline) { return pdfOf(outline, Fonts::font()); }, streams);
}
