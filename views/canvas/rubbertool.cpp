// SPDX-License-Identifier: Apache-2.0
#include "views/canvas/rubbertool.h"

#include "views/canvas/canvasview.h"

#include <QApplication>

RubberTool::RubberTool(CanvasView &canvas, QPointF at)
    : m_canvas(canvas)
    , m_start(canvas.view().toScene(at))
{
}

QList<ObjectId> RubberTool::caught(QPointF at) const
{
    return objectsIn(m_canvas.scene(), QRectF(m_start, m_canvas.view().toScene(at)).normalized());
}

void RubberTool::move(QPointF at, Qt::KeyboardModifiers)
{
    const auto from = m_canvas.view().toView(m_start);
    m_isDragged |= (at - from).manhattanLength() >= QApplication::startDragDistance();
    if (!m_isDragged)
        return;
    m_canvas.highlights().rubberBand = QRectF(from, at).normalized();
    m_canvas.highlights().selected = caught(at);
    m_canvas.refresh();
}

void RubberTool::release(QPointF at, Qt::KeyboardModifiers modifiers)
{
    QList<ObjectId> objects;
    if (modifiers & (Qt::ControlModifier | Qt::ShiftModifier))
        objects = m_canvas.selection().objects();
    if (m_isDragged) {
        for (const auto object : caught(at)) {
            if (!objects.contains(object))
                objects.append(object);
        }
    }
    m_canvas.select(objects);
    if (!m_isDragged)
        m_canvas.setCursorPlace({}, m_canvas.hitAt(at).lane);
}
