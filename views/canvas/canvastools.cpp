// SPDX-License-Identifier: Apache-2.0
#include "views/canvas/canvastools.h"

#include "views/canvas/canvasview.h"
#include "views/canvas/edgetool.h"
#include "views/canvas/headtool.h"
#include "views/canvas/nodetool.h"
#include "views/canvas/pantool.h"
#include "views/canvas/porttool.h"
#include "views/canvas/rubbertool.h"
#include "views/canvas/wiretool.h"

std::unique_ptr<CanvasTool> makeTool(CanvasView &canvas, const Hit &hit, QPointF at,
    Qt::MouseButton button, Qt::KeyboardModifiers modifiers)
{
    if (button == Qt::MiddleButton || (button == Qt::LeftButton && (modifiers & Qt::AltModifier)))
        return std::make_unique<PanTool>(canvas, at);
    if (button != Qt::LeftButton)
        return nullptr;
    switch (hit.part) {
    case Hit::Part::Port:
        return std::make_unique<PortTool>(canvas, *hit.application(), hit.lane);
    case Hit::Part::Handle:
        return std::make_unique<WireTool>(canvas, *hit.application());
    case Hit::Part::LeftEdge:
    case Hit::Part::RightEdge:
        return std::make_unique<EdgeTool>(
            canvas, *hit.application(), hit.part == Hit::Part::LeftEdge);
    case Hit::Part::Node:
    case Hit::Part::Switch:
        return std::make_unique<NodeTool>(canvas, hit, at);
    case Hit::Part::Stack:
    case Hit::Part::Nothing:
        break;
    }
    return std::make_unique<RubberTool>(canvas, at);
}

std::unique_ptr<CanvasTool> makeHeadTool(CanvasView &canvas, TenantId tenant, QPointF at)
{
    return std::make_unique<HeadTool>(canvas, tenant, at);
}

Qt::CursorShape cursorFor(const Hit &hit)
{
    switch (hit.part) {
    case Hit::Part::Port:
    case Hit::Part::Stack:
        return Qt::PointingHandCursor;
    case Hit::Part::Handle:
        return Qt::CrossCursor;
    case Hit::Part::LeftEdge:
    case Hit::Part::RightEdge:
        return Qt::SizeHorCursor;
    case Hit::Part::Node:
    case Hit::Part::Switch:
    case Hit::Part::Nothing:
        break;
    }
    return Qt::ArrowCursor;
}
