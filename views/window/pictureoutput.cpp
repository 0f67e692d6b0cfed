// SPDX-License-Identifier: Apache-2.0
#include "views/window/pictureoutput.h"

#include "models/document/document.h"
#include "models/store/exportedfile.h"
#include "views/canvas/canvasview.h"
#include "views/canvas/picturefile.h"
#include "views/canvas/picturesheets.h"
#include "views/common/objecttext.h"
#include "views/common/prompts.h"
#include "views/window/longwork.h"

#include <QFileInfo>
#include <QPrinter>

using namespace Qt::StringLiterals;

namespace {

Picture::Style styleOf(const CanvasView &canvas)
{
    return {QFileInfo(canvas.document().path()).fileName(), {}, canvas.font(),
        canvas.painter().overlay()};
}

PictureSource sourceOf(const CanvasView &canvas)
{
    const auto &document = canvas.document();
    return {document.topology(), document.baseline(), QDateTime::currentDateTimeUtc().date(),
        canvas.scene().grouping()};
}

PictureSheet visibleSheet(const CanvasView &canvas)
{
    return {canvas.seen() & canvas.scene().bounds(), canvas.zoom()};
}

/// Those that were asked for.
QList<PictureSheet> wantedSheets(const QList<PictureSheet> &sheets, const QPrinter &printer)
{
    if (printer.printRange() != QPrinter::PageRange || printer.fromPage() <= 0)
        return sheets;
    return sheets.mid(printer.fromPage() - 1, printer.toPage() - printer.fromPage() + 1);
}

}  // namespace

PictureOutput::PictureOutput(Prompts &prompts, QWidget *window)
    : QObject(window)
    , m_prompts(prompts)
    , m_window(window)
{
}

void PictureOutput::write(const CanvasView &canvas, Part part)
{
    const auto name = QFileInfo(canvas.document().path()).completeBaseName();
    const auto path = m_prompts.saveFile(
        tr("Export Picture"), name + u".svg"_s, tr("Pictures (*.svg *.png *.pdf);;All files (*)"));
    if (path.isEmpty())
        return;
    const auto format = pictureFormat(path);
    if (!format) {
        Q_EMIT failed({Error::Code::Unsupported, tr("A picture's name ends in .svg, .png or .pdf."),
            QFileInfo(path).fileName()});
        return;
    }
    std::optional<Result<PictureFile>> file;
    if (part == Part::Visible) {
        Picture picture(canvas.scene(), canvas.painter().facts(), styleOf(canvas));
        file = writePicture(picture, *format, visibleSheet(canvas));
    } else {
        file = doLongWork<Result<PictureFile>>(tr("Painting the picture …"), m_window,
            [source = sourceOf(canvas), style = styleOf(canvas), format = *format] {
                return writePicture(source, format, style);
            });
    }
    if (!file)
        return;
    const auto written = file->and_then(
        [&](const PictureFile &made) { return writeExportedFile(path, made.bytes); });
    if (!written) {
        Q_EMIT failed(written.error());
        return;
    }
    const auto done = tr("Exported %1.").arg(plainText(QFileInfo(path).fileName()));
    Q_EMIT told((*file)->note.isEmpty() ? done : done + u' ' + (*file)->note);
}

void PictureOutput::print(const CanvasView &canvas, Part part)
{
    const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setDocName(QFileInfo(canvas.document().path()).fileName());
    printer->setPageOrientation(QPageLayout::Landscape);
    if (!m_prompts.choosePrinter(*printer))
        return;
    auto style = styleOf(canvas);
    style.date = QLocale().toString(QDate::currentDate(), QLocale::ShortFormat);
    std::optional<Result<void>> printed;
    if (part == Part::Visible) {
        Picture picture(canvas.scene(), canvas.painter().facts(), style);
        const auto sheet = sheetFor(picture, visibleSheet(canvas), paperSize(*printer));
        printed = paintSheets(*printer, picture, {sheet});
    } else {
        // The printer stays until its thread is done, even if nobody waits for it.
        printed = doLongWork<Result<void>>(
            tr("Printing the picture …"), m_window, [source = sourceOf(canvas), style, printer] {
                return withPicture(source, style, [&](Picture &picture) {
                    const auto sheets =
                        sheetsFor(picture, picture.scene().bounds(), paperSize(*printer));
                    return paintSheets(*printer, picture, wantedSheets(sheets, *printer));
                });
            });
    }
    if (!printed)
        return;
    if (*printed)
        Q_EMIT told(tr("Printed %1.").arg(plainText(printer->docName())));
    else
        Q_EMIT failed(printed->error());
}
