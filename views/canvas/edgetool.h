// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/canvas/canvastool.h"
#include "views/canvas/gestureanswer.h"

class CanvasView;

/// The end of a bus or card, pulled over other lanes: outwards it assigns their tenants, inwards it
/// takes them away.
class EdgeTool final : public CanvasTool
{
public:
    EdgeTool(CanvasView &canvas, ApplicationId application, bool isLeft);
    void move(QPointF at, Qt::KeyboardModifiers modifiers) override;
    void release(QPointF at, Qt::KeyboardModifiers modifiers) override;
    Qt::CursorShape cursor() const override { return Qt::SizeHorCursor; }

private:
    GestureAnswer answerFor(int lane) const;

    CanvasView &m_canvas;
    ApplicationId m_application;
    bool m_isLeft;
    int m_lane;
    GestureAnswer m_answer;
};
