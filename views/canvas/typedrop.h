// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/canvas/hit.h"

class CanvasView;
class QMimeData;

// A type of server on its way from the palette to a lane.

std::unique_ptr<QMimeData> mimeOf(const ApplicationType &type);
/// None if something else is dragged.
std::optional<ApplicationType> draggedType(const QMimeData &data);
/// What dropping it here would do.
void showTypeDrop(CanvasView &canvas, const ApplicationType &type, const Hit &hit, QPointF at);
/// Makes a server of the type for a lane's tenant (-1: for none), and selects it.
void createServer(CanvasView &canvas, const ApplicationType &type, int lane);
