// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPointF>
#include <Qt>

/// One gesture with the pointer, from the press to the release. The canvas has one at a time.
class CanvasTool
{
public:
    CanvasTool() = default;
    CanvasTool(const CanvasTool &) = delete;
    CanvasTool &operator=(const CanvasTool &) = delete;
    virtual ~CanvasTool() = default;

    /// Pixels of the view; likewise below.
    virtual void move(QPointF at, Qt::KeyboardModifiers modifiers) = 0;
    virtual void release(QPointF at, Qt::KeyboardModifiers modifiers) = 0;
    virtual Qt::CursorShape cursor() const { return Qt::ArrowCursor; }
    /// Where a drag near the edge of the view scrolls it to.
    virtual Qt::Orientations scrollsAtEdge() const { return Qt::Horizontal | Qt::Vertical; }
};
