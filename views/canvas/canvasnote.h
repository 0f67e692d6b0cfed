// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/canvas/highlightpainter.h"

class CanvasView;
class Document;

/// The whole story of what is under the pointer, for a tool tip: who it is, whom it serves, where
/// it runs, what is wrong with it, what its change asks for.
PointerNote storyOf(const CanvasView &canvas, const Hit &hit);
PointerNote storyOf(const Document &document, ObjectId object);
/// "SMS_1, SMS Server, serves Acme and Globex, restart pending", "Acme, tenant, 5 servers, 1 error"
/// (of all its lane): for those who don't see it.
QString spokenName(const Document &document, ObjectId object);
