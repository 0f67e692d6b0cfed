// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/result.h"
#include "models/topology/objects.h"

class Document;
struct Head;
class QWidget;
class Selection;

/// Who shows what goes along before a tenant is removed that others refer to; the main window is
/// one.
class RemovalGuard
{
public:
    virtual ~RemovalGuard() = default;
    /// Comes back to removeObjectsAtOnce() if people agree.
    virtual void showCascade(const QList<ObjectId> &objects) = 0;
};

/// Who shows the ways to bring a tenant in; the main window is one.
class OnboardingDesk
{
public:
    virtual ~OnboardingDesk() = default;
    /// The name may be empty: then people are asked for it.
    virtual void showOnboarding(const QString &tenant) = 0;
};

// What several panels and menus offer in the same words. Each is one undoable step; errors and what
// was done are told by a notice from the widget's place.

/// "Removed SMS_1 and 3 references." with Undo behind it, instead of a question before. Only for a
/// tenant that something refers to the nearest guard among the widget and its parents is asked.
void removeObjects(Document &document, const QList<ObjectId> &objects, const QWidget *from);
void removeObjectsAtOnce(Document &document, const QList<ObjectId> &objects, const QWidget *from);
/// For people who have seen what goes along while the document was in this state: a Conflict if it
/// has changed since, and nothing is told.
[[nodiscard]] Result<void> removeObjectsAsSeen(
    Document &document, const QList<ObjectId> &objects, const Head &seen, const QWidget *from);
/// The copy is selected.
void duplicateObject(
    Document &document, Selection &selection, ObjectId object, const QWidget *from);
/// Environment and placeholders can't be removed.
bool canRemove(const Document &document, ObjectId object);
/// Asks the nearest desk among the widget and its parents to onboard a tenant: the first one among
/// the objects, or one that people name.
void onboardTenant(const Document &document, const QList<ObjectId> &objects, const QWidget *from);
