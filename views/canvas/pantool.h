// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/canvas/canvastool.h"

class CanvasView;

/// Drags the picture under the view.
class PanTool final : public CanvasTool
{
public:
    PanTool(CanvasView &canvas, QPointF at);
    void move(QPointF at, Qt::KeyboardModifiers modifiers) override;
    void release(QPointF at, Qt::KeyboardModifiers modifiers) override;
    Qt::CursorShape cursor() const override { return Qt::ClosedHandCursor; }
    Qt::Orientations scrollsAtEdge() const override { return {}; }

private:
    CanvasView &m_canvas;
    QPointF m_last;
};
