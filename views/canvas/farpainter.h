// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QRectF>

class QPainter;
class ScenePainter;
struct ViewTransform;

/// The picture from far away, where a lane is a few pixels wide or less: servers are strokes, those
/// that nothing tells apart are drawn together, and what is wrong stands out.
void paintFar(
    QPainter &painter, ScenePainter &scene, const ViewTransform &view, const QRectF &area);
