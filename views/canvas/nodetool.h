// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/canvas/canvastool.h"
#include "views/canvas/gestureanswer.h"

class CanvasView;

/// A click selects a server or switch. Dragged to another lane, a card moves to that lane's tenant,
/// with Ctrl it serves both; dragged up and down, a bus moves to another row.
class NodeTool final : public CanvasTool
{
public:
    NodeTool(CanvasView &canvas, const Hit &hit, QPointF at);
    void move(QPointF at, Qt::KeyboardModifiers modifiers) override;
    void release(QPointF at, Qt::KeyboardModifiers modifiers) override;
    Qt::CursorShape cursor() const override { return Qt::ArrowCursor; }

private:
    void moveCard(QPointF at, Qt::KeyboardModifiers modifiers);
    void moveBus(QPointF at);

    CanvasView &m_canvas;
    ObjectId m_object;
    QPointF m_start;  // In scene units.
    int m_lane;       // Where it is now; -1: in the side lane.
    bool m_isBus = false;
    bool m_isDragged = false;
    int m_target = -1;  // Lane of a card, row of a bus.
    bool m_isAdding = false;
    GestureAnswer m_answer;
};
