// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/document/document.h"
#include "models/plan/changes.h"

class QWidget;

/// Takes changes of the working copy back, as one undoable step: in them it has the base's side
/// then. They are some of changesBetween(base, working copy). What was done, what that left
/// without its references, and errors are told by a notice from the widget's place.
void revertChanges(
    Document &document, const Topology &base, const QList<Change> &changes, const QWidget *from);
