// SPDX-License-Identifier: Apache-2.0
#pragma once

class CanvasView;
class QKeyEvent;

/// What a key does in the canvas; false if it means nothing there.
///
/// Arrows walk lanes and ports, Home and End go to the ends of a lane, Space toggles the port,
/// Enter opens the inspector, Del removes, + - 0 zoom, F fits the selection, Alt with arrows moves
/// the lane or row, C begins and ends a connection, Shift with arrows selects on, Ctrl+C and Ctrl+V
/// copy and paste.
bool pressCanvasKey(CanvasView &canvas, const QKeyEvent &event);
