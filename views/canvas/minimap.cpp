// SPDX-License-Identifier: Apache-2.0
#include "views/canvas/minimap.h"

#include "views/canvas/canvasview.h"

#include <QMouseEvent>
#include <QPainter>

#include <chrono>

using namespace std::chrono_literals;

namespace {

constexpr QSize mostSize(190, 96);
constexpr int distance = 10;  // From the canvas's corner.

}  // namespace

Minimap::Minimap(CanvasView &canvas)
    : QWidget(canvas.viewport())
    , m_canvas(canvas)
{
    setObjectName(QStringLiteral("canvasMinimap"));
    setAccessibleName(tr("Map of the topology"));
    setToolTip(tr("Map of the whole: click or drag to go there"));
    setCursor(Qt::PointingHandCursor);
    m_rendering.setSingleShot(true);
    m_rendering.setInterval(120ms);
    connect(&m_rendering, &QTimer::timeout, this, &Minimap::render);
    connect(&canvas, &CanvasView::pictureChanged, this, [this] { m_rendering.start(); });
    connect(&canvas, &CanvasView::viewChanged, this, &Minimap::follow);
    m_rendering.start();
}

void Minimap::render()
{
    const auto bounds = m_canvas.scene().bounds();
    if (bounds.isEmpty())
        return;
    // Painted in its own proportions, then squeezed into the map.
    ViewTransform whole;
    whole.zoom = std::min(mostSize.width() / bounds.width(), 0.09);
    const QSize size(std::max(1, qRound(bounds.width() * whole.zoom)),
        std::max(1, qRound(bounds.height() * whole.rowZoom())));
    QPixmap picture(size);
    QPainter painter(&picture);
    m_canvas.painter().paint(painter, whole, QRectF({0, 0}, QSizeF(size)));
    painter.end();
    const auto fitted =
        QSize(std::max(60, size.width()), std::clamp(size.height(), 24, mostSize.height()));
    const double ratio = devicePixelRatioF();
    m_picture = picture.scaled(
        (QSizeF(fitted) * ratio).toSize(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    m_picture.setDevicePixelRatio(ratio);
    resize(fitted + QSize(2, 2));
    place();
    follow();
    update();
}

void Minimap::place()
{
    const auto room = m_canvas.viewport()->size();
    move(room.width() - width() - distance, room.height() - height() - distance);
}

void Minimap::follow()
{
    const auto seen = m_canvas.seen();
    setVisible(!m_picture.isNull() && !seen.contains(m_canvas.scene().bounds())
        && m_canvas.viewport()->width() > 5 * width()
        && m_canvas.viewport()->height() > 5 * height());
    update();
}

QRectF Minimap::frame() const
{
    const auto bounds = m_canvas.scene().bounds();
    const auto seen = m_canvas.seen() & bounds;
    const double x = (width() - 2) / bounds.width();
    const double y = (height() - 2) / bounds.height();
    QRectF frame(1 + seen.left() * x, 1 + seen.top() * y, seen.width() * x, seen.height() * y);
    // So small a part still has to be found.
    if (frame.width() < 4)
        frame.adjust(-2, 0, 2, 0);
    if (frame.height() < 4)
        frame.adjust(0, -2, 0, 2);
    return frame;
}

void Minimap::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto &colours = m_canvas.painter().colours();
    painter.fillRect(rect(), colours.ground);
    painter.drawPixmap(1, 1, m_picture);
    painter.setPen(colours.cardEdge);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
    auto veil = colours.accent;
    veil.setAlphaF(0.12F);
    painter.fillRect(frame(), veil);
    painter.setPen(QPen(colours.accent, 1.5));
    painter.drawRect(frame());
}

void Minimap::goTo(QPointF at)
{
    const auto bounds = m_canvas.scene().bounds();
    const QPointF centre(at.x() / width() * bounds.width(), at.y() / height() * bounds.height());
    const auto seen = m_canvas.seen();
    m_canvas.scrollTo(centre - QPointF(seen.width() / 2, seen.height() / 2));
}

void Minimap::mousePressEvent(QMouseEvent *event)
{
    goTo(event->position());
}

void Minimap::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() & Qt::LeftButton)
        goTo(event->position());
}
