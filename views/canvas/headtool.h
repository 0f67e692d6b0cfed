// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/canvas/canvastool.h"
#include "views/canvas/gestureanswer.h"

class CanvasView;

/// A tenant's head: a click selects the tenant, a drag along the heads moves its lane, a drag onto
/// a server assigns the tenant to it.
class HeadTool final : public CanvasTool
{
public:
    HeadTool(CanvasView &canvas, TenantId tenant, QPointF at);
    void move(QPointF at, Qt::KeyboardModifiers modifiers) override;
    void release(QPointF at, Qt::KeyboardModifiers modifiers) override;
    Qt::CursorShape cursor() const override { return Qt::ClosedHandCursor; }
    /// Along the heads only along them: they lie beyond the upper edge.
    Qt::Orientations scrollsAtEdge() const override;

private:
    void moveLane(QPointF at);
    void assign(QPointF at);

    CanvasView &m_canvas;
    TenantId m_tenant;
    QPointF m_start;
    bool m_isDragged = false;
    std::optional<ApplicationId> m_server;
    int m_before = -2;  // Lane before which it would stand; -2: none yet.
    GestureAnswer m_answer;
};
