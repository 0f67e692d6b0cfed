// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/canvas/canvastool.h"
#include "views/canvas/gestureanswer.h"

class CanvasView;

/// A click on a port assigns the lane's tenant, or takes it away.
class PortTool final : public CanvasTool
{
public:
    PortTool(CanvasView &canvas, ApplicationId application, int lane);
    void move(QPointF at, Qt::KeyboardModifiers modifiers) override;
    void release(QPointF at, Qt::KeyboardModifiers modifiers) override;

private:
    bool isStillThere(QPointF at) const;

    CanvasView &m_canvas;
    ApplicationId m_application;
    int m_lane;
};
