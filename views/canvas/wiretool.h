// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/canvas/canvastool.h"
#include "views/canvas/gestureanswer.h"

class CanvasView;

/// A connection, drawn from a server's handle to the server that it connects to.
class WireTool final : public CanvasTool
{
public:
    WireTool(CanvasView &canvas, ApplicationId client);
    void move(QPointF at, Qt::KeyboardModifiers modifiers) override;
    void release(QPointF at, Qt::KeyboardModifiers modifiers) override;
    Qt::CursorShape cursor() const override { return Qt::CrossCursor; }

private:
    CanvasView &m_canvas;
    ApplicationId m_client;
    std::optional<ApplicationId> m_server;
    GestureAnswer m_answer;
};
