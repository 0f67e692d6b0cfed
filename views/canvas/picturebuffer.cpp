// SPDX-License-Identifier: Apache-2.0
#include "views/canvas/picturebuffer.h"

#include "views/canvas/scenepainter.h"

#include <QPainter>

#include <cmath>

void PictureBuffer::resize(QSize size, double ratio)
{
    if (size == m_size && ratio == m_pixmap.devicePixelRatioF())
        return;
    m_size = size;
    m_pixmap = QPixmap((QSizeF(size) * ratio).toSize());
    m_pixmap.setDevicePixelRatio(ratio);
    spoil();
}

void PictureBuffer::spoil(const QRect &area)
{
    m_spoilt += area & QRect({0, 0}, m_size);
    // Many small parts cost more than one large one.
    if (m_spoilt.rectCount() > 16)
        m_spoilt = m_spoilt.boundingRect();
}

void PictureBuffer::scroll(const ViewTransform &view)
{
    const double ratio = m_pixmap.devicePixelRatioF();
    const QPointF shift((m_view.origin.x() - view.origin.x()) * view.zoom,
        (m_view.origin.y() - view.origin.y()) * view.rowZoom());
    const QPointF device = shift * ratio;
    const QPoint whole(qRound(device.x()), qRound(device.y()));
    const bool isWhole =
        std::abs(device.x() - whole.x()) < 0.01 && std::abs(device.y() - whole.y()) < 0.01;
    const auto moved = shift.toPoint();
    if (view.zoom != m_view.zoom || !isWhole || std::abs(moved.x()) >= m_size.width()
        || std::abs(moved.y()) >= m_size.height()) {
        spoil();
        return;
    }
    if (moved.isNull())
        return;
    m_pixmap.scroll(whole.x(), whole.y(), m_pixmap.rect());
    const QRect all({0, 0}, m_size);
    m_spoilt = (m_spoilt.translated(moved) & all) + QRegion(all).subtracted(all.translated(moved));
}

const QPixmap &PictureBuffer::updated(ScenePainter &scene, const ViewTransform &view)
{
    if (!(view == m_view)) {
        scroll(view);
        m_view = view;
    }
    if (!m_spoilt.isEmpty()) {
        QPainter painter(&m_pixmap);
        for (const auto &part : m_spoilt)
            scene.paint(painter, view, QRectF(part));
        m_spoilt = {};
    }
    return m_pixmap;
}
