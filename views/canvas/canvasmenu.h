// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/canvas/hit.h"

class CanvasView;
class QMenu;

/// Fills the menu of what is there: all that the pointer's gestures do, and folding, for those who
/// have only a keyboard.
void fillCanvasMenu(QMenu &menu, CanvasView &canvas, const Hit &hit);
