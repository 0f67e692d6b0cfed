// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/canvas/metrics.h"

#include <QRectF>

#include <algorithm>
#include <cmath>

/// The nearest whole pixel. Halves go the same way on both sides of zero: what was painted before
/// and scrolled fits what is painted beside it.
inline double toPixel(double at)
{
    return std::floor(at + 0.5);
}

/// Which part of the scene is seen, and how large. Rows shrink less than lanes: far away, a scene
/// of many lanes stays readable as a texture.
struct ViewTransform
{
    double zoom = 1;
    QPointF origin;  ///< What is seen at the view's upper left corner, in scene units.

    double rowZoom() const { return std::max(zoom, Metrics::leastRowZoom); }
    QPointF toView(QPointF at) const
    {
        return {(at.x() - origin.x()) * zoom, (at.y() - origin.y()) * rowZoom()};
    }
    QPointF toScene(QPointF at) const
    {
        return {at.x() / zoom + origin.x(), at.y() / rowZoom() + origin.y()};
    }
    QRectF toView(const QRectF &rect) const
    {
        return {toView(rect.topLeft()), toView(rect.bottomRight())};
    }
    QRectF toScene(const QRectF &rect) const
    {
        return {toScene(rect.topLeft()), toScene(rect.bottomRight())};
    }

    bool operator==(const ViewTransform &) const = default;
};
