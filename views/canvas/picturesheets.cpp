// SPDX-License-Identifier: Apache-2.0
#include "views/canvas/picturesheets.h"

#include <QCoreApplication>
#include <QPagedPaintDevice>
#include <QPainter>

#include <algorithm>

namespace {

struct PictureSheetsTexts
{
    Q_DECLARE_TR_FUNCTIONS(PictureSheets)
};

constexpr double leastZoom = 0.6;  // On one sheet; below it names on paper are hard to read.
constexpr double usualZoom = 0.75;

/// Cuts a stretch into pieces no longer than the room, at the last of the places that fits. Places
/// are sorted.
std::vector<std::pair<double, double>> pieces(
    double begin, double end, double room, const std::vector<double> &places)
{
    std::vector<std::pair<double, double>> pieces;
    double from = begin;
    while (end - from > room) {
        auto place = std::upper_bound(places.begin(), places.end(), from + room);
        const bool isAny = place != places.begin() && *std::prev(place) > from;
        const double to = isAny ? *std::prev(place) : from + room;
        pieces.emplace_back(from, to);
        from = to;
    }
    pieces.emplace_back(from, end);
    return pieces;
}

std::vector<double> lanePlaces(const Scene &scene)
{
    std::vector<double> places {0};
    for (int lane = 0; lane < scene.lanes().count(); ++lane)
        places.push_back(scene.lanes().left(lane));
    return places;
}

std::vector<double> rowPlaces(const Scene &scene)
{
    std::vector<double> places;
    for (const auto &band : scene.bands()) {
        places.push_back(band.top);
        if (band.isFolded)
            continue;
        // Above a row, in the gap.
        for (int row = 1; row < band.buses.count(); ++row)
            places.push_back(band.busTop(row) - 6);
        for (int slot = band.buses.count() > 0 ? 0 : 1; slot < band.slotCount; ++slot)
            places.push_back(band.cardTop(slot) - 4);
    }
    return places;
}

}  // namespace

QList<PictureSheet> sheetsFor(const Picture &picture, const QRectF &part, QSizeF paper)
{
    const auto room = picture.room(paper);
    const double fitting =
        std::min({1.0, room.width() / part.width(), room.height() / part.height()});
    if (fitting >= leastZoom)
        return {{part, fitting, 1, 1}};
    const auto columns =
        pieces(part.left(), part.right(), room.width() / usualZoom, lanePlaces(picture.scene()));
    const auto rows =
        pieces(part.top(), part.bottom(), room.height() / usualZoom, rowPlaces(picture.scene()));
    QList<PictureSheet> sheets;
    const int count = int(columns.size() * rows.size());
    for (const auto &[top, bottom] : rows) {
        for (const auto &[left, right] : columns)
            sheets.append({QRectF(QPointF(left, top), QPointF(right, bottom)), usualZoom,
                int(sheets.size()) + 1, count});
    }
    return sheets;
}

PictureSheet sheetFor(const Picture &picture, PictureSheet sheet, QSizeF paper)
{
    const auto room = picture.room(paper);
    // Rows shrink less than lanes, so that there is no formula.
    while ((Picture::place(sheet).width() > room.width()
               || Picture::place(sheet).height() > room.height())
        && sheet.zoom > Metrics::leastZoom)
        sheet.zoom *= 0.98;
    return sheet;
}

QSizeF paperSize(const QPagedPaintDevice &device)
{
    return QSizeF(device.width(), device.height()) * pixelsPerInch / device.logicalDpiX();
}

Result<void> paintSheets(
    QPagedPaintDevice &device, Picture &picture, const QList<PictureSheet> &sheets)
{
    const auto paper = paperSize(device);
    QPainter painter;
    if (!painter.begin(&device))
        return failure(
            Error::Code::Io, PictureSheetsTexts::tr("The printer, or its file, can't be used."));
    const double scale = device.logicalDpiX() / double(pixelsPerInch);
    painter.scale(scale, scale);
    for (const auto &sheet : sheets) {
        if (&sheet != &sheets.first())
            device.newPage();
        picture.paint(painter, sheet, paper);
    }
    return {};
}
