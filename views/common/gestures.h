// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/objects.h"

class Document;
class QWidget;
class Selection;

// What several panels and menus offer in the same words. Each is one undoable step; errors and what
// was done are told by a notice from the widget's place.

/// "Removed SMS_1 and 3 references." with Undo behind it, instead of a question before.
void removeObjects(Document &document, const QList<ObjectId> &objects, const QWidget *from);
/// The copy is selected.
void duplicateObject(
    Document &document, Selection &selection, ObjectId object, const QWidget *from);
/// Environment and placeholders can't be removed.
bool canRemove(const Document &document, ObjectId object);
