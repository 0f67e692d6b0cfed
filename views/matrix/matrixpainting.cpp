// SPDX-License-Identifier: Apache-2.0
#include "views/matrix/matrixpainting.h"

#include "views/matrix/assignmentsmodel.h"

#include <QIcon>
#include <QPainter>
#include <QPainterPath>
#include <QPixmapCache>

using namespace Qt::StringLiterals;

namespace {

constexpr int dotSize = 14;  // Pixels, as all below.
constexpr int ringSize = 12;
constexpr int smallMark = 11;

QColor mixed(const QColor &a, const QColor &b, float share)
{
    return QColor::fromRgbF(a.redF() + (b.redF() - a.redF()) * share,
        a.greenF() + (b.greenF() - a.greenF()) * share,
        a.blueF() + (b.blueF() - a.blueF()) * share);
}

/// A tile that repeats without a seam, made once for a colour and a pixel ratio.
QPixmap hatchTile(const QColor &colour, qreal ratio)
{
    constexpr int size = 8;
    const auto key = u"hatch %1 %2"_s.arg(colour.name()).arg(ratio);
    QPixmap tile;
    if (QPixmapCache::find(key, &tile))
        return tile;
    tile = QPixmap(qRound(size * ratio), qRound(size * ratio));
    tile.setDevicePixelRatio(ratio);
    tile.fill(Qt::transparent);
    QPainter painter(&tile);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 1));
    for (const int shift : {-size, 0, size})
        painter.drawLine(QPointF(shift - 1, size + 1), QPointF(shift + size + 1, -1));
    painter.end();
    QPixmapCache::insert(key, tile);
    return tile;
}

QRect centred(const QRect &rect, int size)
{
    QRect place(0, 0, size, size);
    place.moveCenter(rect.center());
    return place;
}

}  // namespace

QColor headingBackground(const QPalette &palette)
{
    return mixed(palette.color(QPalette::Window), palette.color(QPalette::WindowText), 0.06F);
}

void paintFold(QPainter *painter, const QRect &rect, const QPalette &palette, bool isFolded)
{
    const QRectF place(rect);
    QPolygonF triangle;
    if (isFolded)
        triangle << place.topLeft() + QPointF(2, 0) << place.bottomLeft() + QPointF(2, 0)
                 << QPointF(place.right() - 1, place.center().y());
    else
        triangle << place.topLeft() + QPointF(0, 2) << place.topRight() + QPointF(0, 2)
                 << QPointF(place.center().x(), place.bottom() - 1);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(toneColour(palette, Tone::Muted));
    painter->drawPolygon(triangle);
    painter->restore();
}

void paintMark(QPainter *painter, const QRect &rect, Mark mark)
{
    painter->drawPixmap(
        rect.topLeft(), markIcon(mark).pixmap(rect.size(), painter->device()->devicePixelRatio()));
}

void paintHatch(QPainter *painter, const QRect &rect, const QPalette &palette)
{
    const auto colour = mixed(palette.color(QPalette::Base), palette.color(QPalette::Text), 0.2F);
    // The origin is the viewport's, so that hatching of neighbours runs on.
    painter->drawTiledPixmap(rect, hatchTile(colour, painter->device()->devicePixelRatio()),
        QPoint(rect.x() % 8, rect.y() % 8));
}

void paintCell(QPainter *painter, const QRect &rect, const QPalette &palette,
    const MatrixCell &cell, std::optional<Mark> cost)
{
    const bool isForbidden = cell.toggle == Verdict::Forbidden;
    if (!cell.isAssigned && isForbidden)
        paintHatch(painter, rect, palette);
    painter->setRenderHint(QPainter::Antialiasing);
    const auto dot = centred(rect, dotSize);
    if (cell.isAssigned) {
        const auto tone = cell.fault ? markTone(markOf(*cell.fault)) : Tone::Accent;
        painter->setPen(Qt::NoPen);
        painter->setBrush(toneColour(palette, tone));
        painter->drawEllipse(dot);
        if (cell.fault)
            paintMark(painter,
                QRect(dot.right() + 4, rect.center().y() - smallMark / 2, smallMark, smallMark),
                markOf(*cell.fault));
    } else if (!isForbidden) {
        const bool isConditional = cell.toggle == Verdict::Conditional;
        const auto quiet =
            mixed(palette.color(QPalette::Base), palette.color(QPalette::Text), 0.5F);
        painter->setPen(QPen(isConditional ? toneColour(palette, Tone::Warning) : quiet, 1.3));
        painter->setBrush(Qt::NoBrush);
        painter->drawEllipse(QRectF(centred(rect, ringSize)).adjusted(0.5, 0.5, -0.5, -0.5));
        if (isConditional)
            paintMark(painter,
                QRect(dot.right() + 4, rect.center().y() - smallMark / 2, smallMark, smallMark),
                Mark::Warning);
    }
    if (!cell.isChanged)
        return;
    // A corner, as spreadsheets have it, and beside the dot what the change costs.
    QPainterPath corner;
    corner.moveTo(rect.right() - 8, rect.top());
    corner.lineTo(rect.right() + 1, rect.top());
    corner.lineTo(rect.right() + 1, rect.top() + 9);
    corner.closeSubpath();
    painter->fillPath(corner, toneColour(palette, Tone::Changed));
    if (cost)
        paintMark(painter,
            QRect(dot.left() - 5 - smallMark, rect.center().y() - smallMark / 2, smallMark,
                smallMark),
            *cost);
}

QRect toggleArea(const QRect &cell)
{
    constexpr int air = 9;
    return centred(cell, dotSize + 2 * air).intersected(cell);
}
