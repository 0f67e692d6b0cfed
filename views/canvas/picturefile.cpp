// SPDX-License-Identifier: Apache-2.0
#include "views/canvas/picturefile.h"

#include "views/canvas/picturesheets.h"
#include "views/common/objecttext.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QImage>
#include <QLocale>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>

#include <cmath>

using namespace Qt::StringLiterals;

namespace {

struct PictureFileTexts
{
    Q_DECLARE_TR_FUNCTIONS(PictureFile)
};

Error tooLarge()
{
    return {Error::Code::Io,
        PictureFileTexts::tr("This picture is too large for the format, or for the memory."), {}};
}

QString shrunkNote(double zoom)
{
    return PictureFileTexts::tr(
        "The picture was shrunk to %1 %, because it is too large for the format; "
        "PDF has it whole.")
        .arg(QLocale().toString(zoom * 100, 'g', 3));
}

// --- SVG ---

/// In square pixels: some 2,500 tenants with all their servers, 200 MB. Hardly anything shows more.
constexpr double mostDetailed = 1.5e9;
/// Servers are strokes without names: an overview.
constexpr double overviewZoom = 0.09;

Result<PictureFile> writeSvg(Picture &picture, PictureSheet sheet)
{
    PictureFile file;
    const auto place = Picture::place(sheet);
    if (place.width() * place.height() > mostDetailed) {
        sheet.zoom = std::min(sheet.zoom, overviewZoom);
        file.note = shrunkNote(sheet.zoom);
    }
    const auto size = picture.size(sheet);
    QBuffer buffer(&file.bytes);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(pixelsPerInch);
    generator.setSize(size.toSize());
    generator.setViewBox(QRectF({}, size));
    // The generator writes it as it is, markup and all.
    generator.setTitle(plainText(picture.title()).toHtmlEscaped());
    generator.setDescription(picture.counts());
    QPainter painter;
    if (!painter.begin(&generator))
        return tl::unexpected(tooLarge());
    picture.paint(painter, sheet, size);
    painter.end();
    return file;
}

// --- PNG ---

/// What other programs can be expected to open, and our own memory to hold.
constexpr double mostPixelsASide = 16'000;
constexpr double mostPixels = 100e6;
/// Up to so many, a picture is sharp on screens of twice the resolution too; Qt's own programs read
/// no more than 128 MB.
constexpr double mostSharpPixels = 32e6;

bool fits(QSizeF size, double pixels)
{
    return size.width() <= mostPixelsASide && size.height() <= mostPixelsASide
        && size.width() * size.height() <= pixels;
}

Result<PictureFile> writePng(Picture &picture, PictureSheet sheet)
{
    PictureFile file;
    const double wanted = sheet.zoom;
    while (!fits(picture.size(sheet), mostPixels) && sheet.zoom > Metrics::leastZoom)
        sheet.zoom *= 0.98;  // Rows shrink less than lanes, so that there is no formula.
    const auto size = picture.size(sheet);
    if (!fits(size, mostPixels))
        return tl::unexpected(tooLarge());
    if (sheet.zoom < wanted)
        file.note = shrunkNote(sheet.zoom);
    const int ratio = fits(size * 2, mostSharpPixels) ? 2 : 1;
    QImage image(size.toSize() * ratio, QImage::Format_RGB32);
    if (image.isNull())
        return tl::unexpected(tooLarge());
    image.setDevicePixelRatio(ratio);
    QPainter painter(&image);
    picture.paint(painter, sheet, size);
    painter.end();
    QBuffer buffer(&file.bytes);
    buffer.open(QIODevice::WriteOnly);
    if (!image.save(&buffer, "png"))
        return tl::unexpected(tooLarge());
    return file;
}

// --- PDF ---

/// A0: up to there, a page has the size of its picture.
constexpr double longSide = 4494;
constexpr double shortSide = 3179;

bool isPoster(QSizeF size)
{
    return std::max(size.width(), size.height()) <= longSide
        && std::min(size.width(), size.height()) <= shortSide;
}

Result<PictureFile> writePdf(Picture &picture, const PictureSheet &sheet)
{
    PictureFile file;
    QBuffer buffer(&file.bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(picture.title());
    writer.setCreator(u"Switchyard"_s);
    writer.setResolution(10 * pixelsPerInch);
    writer.setPageMargins({});
    const auto size = picture.size(sheet);
    QList<PictureSheet> sheets {sheet};
    if (isPoster(size)) {
        writer.setPageSize(
            QPageSize(size / pixelsPerInch, QPageSize::Inch, {}, QPageSize::ExactMatch));
    } else {
        writer.setPageSize(QPageSize(QPageSize::A3));
        writer.setPageOrientation(QPageLayout::Landscape);
        sheets = sheetsFor(picture, sheet.part, paperSize(writer));
    }
    const auto painted = paintSheets(writer, picture, sheets);
    return painted.map([&] { return std::move(file); });
}

}  // namespace

std::optional<PictureFormat> pictureFormat(const QString &path)
{
    const auto ending = QFileInfo(path).suffix().toLower();
    if (ending == "svg"_L1)
        return PictureFormat::Svg;
    if (ending == "png"_L1)
        return PictureFormat::Png;
    if (ending == "pdf"_L1)
        return PictureFormat::Pdf;
    return {};
}

Result<PictureFile> writePicture(Picture &picture, PictureFormat format, const PictureSheet &sheet)
{
    switch (format) {
    case PictureFormat::Svg:
        return writeSvg(picture, sheet);
    case PictureFormat::Png:
        return writePng(picture, sheet);
    case PictureFormat::Pdf:
        break;
    }
    return writePdf(picture, sheet);
}

Result<PictureFile> writePicture(
    const PictureSource &source, PictureFormat format, const Picture::Style &style)
{
    return withPicture(source, style, [&](Picture &picture) {
        return writePicture(picture, format, {picture.scene().bounds()});
    });
}
