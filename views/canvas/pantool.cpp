// SPDX-License-Identifier: Apache-2.0
#include "views/canvas/pantool.h"

#include "views/canvas/canvasview.h"

PanTool::PanTool(CanvasView &canvas, QPointF at)
    : m_canvas(canvas)
    , m_last(at)
{
}

void PanTool::move(QPointF at, Qt::KeyboardModifiers)
{
    m_canvas.scrollBy(m_last - at);
    m_last = at;
}

void PanTool::release(QPointF at, Qt::KeyboardModifiers modifiers)
{
    move(at, modifiers);
}
