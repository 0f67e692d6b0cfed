// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QRectF>

class QPainter;
class ScenePainter;
struct ViewTransform;

// The heads that stay in sight: tenants above their lanes, groups at the left of their bands. Sizes
// of heads are pixels, whatever the zoom.

/// What a head is besides its name.
struct HeadState
{
    int current = -1;  ///< Lane or band that is selected.
    int hovered = -1;
    bool canFold = true;  ///< Bands have a triangle to be folded by.
};

/// Names and counts of the lanes in the rectangle; view.origin.x() is seen at its left edge.
void paintLaneHeads(QPainter &painter, ScenePainter &scene, const ViewTransform &view,
    const QRectF &area, const HeadState &state);
/// view.origin.y() is seen at the rectangle's upper edge.
void paintBandHeads(QPainter &painter, ScenePainter &scene, const ViewTransform &view,
    const QRectF &area, const HeadState &state);
