// SPDX-License-Identifier: Apache-2.0
#include "views/common/gestures.h"

#include "models/document/document.h"
#include "models/topology/edits.h"
#include "views/common/notices.h"
#include "views/common/objecttext.h"
#include "views/common/selection.h"

#include <QCoreApplication>
#include <QPointer>
#include <QWidget>

#include <algorithm>

namespace {

struct GesturesTexts
{
    Q_DECLARE_TR_FUNCTIONS(Gestures)
};

/// What a removal took besides the objects themselves: other objects (a tenant's switches), and
/// references.
QString removalText(const Topology &before, const QList<ObjectId> &objects, const Step &step)
{
    qsizetype others = -objects.size();
    qsizetype references = 0;
    for (const auto &edit : step.edits) {
        if (const auto *removed = std::get_if<RemoveObject>(&edit))
            others += std::visit(
                [](const auto &object) { return object.isPlaceholder ? 0 : 1; }, *removed->record);
        else
            ++references;
    }
    QStringList names;
    for (const auto object : objects)
        names.append(objectLabel(before, object));
    QStringList parts {shortList(names, 3)};
    if (others > 0)
        parts.append(others == 1 ? GesturesTexts::tr("1 object of its own")
                                 : GesturesTexts::tr("%1 objects of its own").arg(others));
    if (references > 0)
        parts.append(references == 1 ? GesturesTexts::tr("1 reference")
                                     : GesturesTexts::tr("%1 references").arg(references));
    if (parts.size() == 1)
        return GesturesTexts::tr("Removed %1.").arg(parts.constFirst());
    const auto last = parts.takeLast();
    return GesturesTexts::tr("Removed %1 and %2.").arg(parts.join(QLatin1String(", ")), last);
}

/// A tenant is among them, and other edits than their own removal.
bool hasCascade(const Topology &topology, const QList<ObjectId> &objects)
{
    if (std::none_of(objects.cbegin(), objects.cend(),
            [](ObjectId object) { return object.kind == Kind::Tenant; }))
        return false;
    const auto step = removeObjects(topology, objects);
    return step && step->edits.size() > objects.size();
}

/// Among the widget and its parents.
template <class Interface>
Interface *nearest(const QWidget *from)
{
    for (auto *widget = const_cast<QWidget *>(from); widget; widget = widget->parentWidget()) {
        if (auto *found = dynamic_cast<Interface *>(widget))
            return found;
    }
    return nullptr;
}

/// Tells what was done, with Undo behind it.
Result<void> remove(Document &document, const QList<ObjectId> &objects,
    const std::optional<Head> &seen, const QWidget *from)
{
    QString text;
    const auto state = document.apply([&](const Topology &topology) -> Result<Step> {
        if (seen && document.head() != *seen)
            return failure(Error::Code::Conflict,
                GesturesTexts::tr(
                    "The document has changed meanwhile. What goes along is worked out anew: look at it again."));
        const auto step = removeObjects(topology, objects);
        if (step)
            text = removalText(topology, objects, *step);
        return step;
    });
    if (!state)
        return tl::unexpected(state.error());
    if (text.isEmpty())
        return {};
    // Undo takes back the latest step, whoever made it: the link is good only as long as that is
    // this one.
    const auto undo = [document = QPointer(&document), state = *state] {
        if (document && document->head().undoTop == state) [[maybe_unused]]
            const auto undone = document->undo();
    };
    postNotice(from, {text, {}, GesturesTexts::tr("Undo"), undo});
    return {};
}

}  // namespace

bool canRemove(const Document &document, ObjectId object)
{
    const auto &topology = document.topology();
    return !document.isReadOnly() && topology.contains(object) && !topology.isPlaceholder(object)
        && object != ObjectId(Topology::environment);
}

void removeObjects(Document &document, const QList<ObjectId> &objects, const QWidget *from)
{
    auto *guard = hasCascade(document.topology(), objects) ? nearest<RemovalGuard>(from) : nullptr;
    if (guard)
        guard->showCascade(objects);
    else
        removeObjectsAtOnce(document, objects, from);
}

void removeObjectsAtOnce(Document &document, const QList<ObjectId> &objects, const QWidget *from)
{
    succeeded(remove(document, objects, {}, from), from);
}

Result<void> removeObjectsAsSeen(
    Document &document, const QList<ObjectId> &objects, const Head &seen, const QWidget *from)
{
    return remove(document, objects, seen, from);
}

void duplicateObject(Document &document, Selection &selection, ObjectId object, const QWidget *from)
{
    std::optional<ObjectId> copy;
    const auto state = document.apply([&](const Topology &topology) {
        const auto step = duplicateObject(topology, object);
        if (step)
            copy = addedObject(*step);
        return step;
    });
    if (succeeded(state, from) && copy)
        selection.select(*copy);
}

void onboardTenant(const Document &document, const QList<ObjectId> &objects, const QWidget *from)
{
    auto *desk = nearest<OnboardingDesk>(from);
    const auto tenant = std::find_if(objects.cbegin(), objects.cend(), [&](ObjectId object) {
        return object.kind == Kind::Tenant && object != ObjectId(Topology::environment)
            && document.topology().contains(object);
    });
    if (desk)
        desk->showOnboarding(
            tenant == objects.cend() ? QString() : document.topology().name(*tenant));
}
