// SPDX-License-Identifier: Apache-2.0
#include "views/canvas/porttool.h"

#include "views/canvas/canvasview.h"

PortTool::PortTool(CanvasView &canvas, ApplicationId application, int lane)
    : m_canvas(canvas)
    , m_application(application)
    , m_lane(lane)
{
}

bool PortTool::isStillThere(QPointF at) const
{
    const auto hit = m_canvas.hitAt(at);
    return hit.part == Hit::Part::Port && hit.application() == m_application && hit.lane == m_lane;
}

void PortTool::move(QPointF at, Qt::KeyboardModifiers)
{
    // Sliding off takes the press back.
    m_canvas.highlights().hoveredLane = isStillThere(at) ? m_lane : -1;
    m_canvas.refresh();
}

void PortTool::release(QPointF at, Qt::KeyboardModifiers)
{
    if (!isStillThere(at))
        return;
    const auto tenant = m_canvas.scene().lanes().tenant(m_lane);
    m_canvas.select(m_application, {});
    m_canvas.setCursorPlace(m_application, m_lane);
    m_canvas.take(toggleAnswer(m_canvas.document(), m_application, tenant), at);
}
