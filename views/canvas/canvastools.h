// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/canvas/canvastool.h"
#include "views/canvas/hit.h"

#include <memory>

class CanvasView;

/// The gesture that begins with this press; none for a press that means nothing.
std::unique_ptr<CanvasTool> makeTool(CanvasView &canvas, const Hit &hit, QPointF at,
    Qt::MouseButton button, Qt::KeyboardModifiers modifiers);
/// Of a tenant's head that is dragged: along the heads it moves the lane, onto a server it assigns
/// the tenant.
std::unique_ptr<CanvasTool> makeHeadTool(CanvasView &canvas, TenantId tenant, QPointF at);

/// What the pointer looks like over it.
Qt::CursorShape cursorFor(const Hit &hit);
