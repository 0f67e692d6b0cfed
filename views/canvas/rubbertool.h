// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/canvas/canvastool.h"
#include "views/common/selection.h"

class CanvasView;

/// A frame drawn over the ground selects what it meets; a click on the ground selects nothing. With
/// Ctrl or Shift it adds.
class RubberTool final : public CanvasTool
{
public:
    RubberTool(CanvasView &canvas, QPointF at);
    void move(QPointF at, Qt::KeyboardModifiers modifiers) override;
    void release(QPointF at, Qt::KeyboardModifiers modifiers) override;

private:
    QList<ObjectId> caught(QPointF at) const;

    CanvasView &m_canvas;
    QPointF m_start;  // In scene units: the view may scroll meanwhile.
    bool m_isDragged = false;
};
