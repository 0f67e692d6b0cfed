// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/canvas/walk.h"

class CanvasView;

// What menu and keyboard do in the canvas; the same as the pointer's gestures do.

/// Assigns or unassigns at the keyboard's place. False if there is no port.
bool togglePort(CanvasView &canvas);
/// Says what toggling there would do, at the port.
void tellPort(CanvasView &canvas);
/// Moves a tenant's lane left or right, a bus up or down.
bool moveAlong(CanvasView &canvas, ObjectId object, Way way);
bool removeSelected(CanvasView &canvas);
/// Brings the lanes of tenants that share servers together, in one step.
void arrangeLanes(CanvasView &canvas);

void copyServers(const CanvasView &canvas);
/// Copies of what was copied, for the lane's tenant; as they were for -1.
void pasteServers(CanvasView &canvas, int lane);
bool canPasteServers(const CanvasView &canvas);

/// A connection by keyboard: begun at one server, ended at another.
void beginWire(CanvasView &canvas);
/// False if none was begun.
bool endWire(CanvasView &canvas);
bool cancelWire(CanvasView &canvas);
