// SPDX-License-Identifier: Apache-2.0
#include "views/canvas/canvaskeys.h"

#include "views/canvas/canvascommands.h"
#include "views/canvas/canvasview.h"
#include "views/canvas/walk.h"

#include <QKeyEvent>

namespace {

constexpr double zoomStep = 1.25;

Place placeOf(const CanvasView &canvas)
{
    const auto &scene = canvas.scene();
    Place place {canvas.cursor(), canvas.cursorLane()};
    // Chosen elsewhere, or by a click: it is at its first port.
    if (place.object && place.lane < 0) {
        if (place.object->kind == Kind::Application)
            place.lane = scene.node(place.object->application()).first;
        else if (place.object->kind == Kind::Switch)
            place.lane =
                scene.lanes().of(scene.topology().switchAt(place.object->switchId()).tenant);
    }
    return place;
}

void walk(CanvasView &canvas, Way way, Qt::KeyboardModifiers modifiers)
{
    auto from = placeOf(canvas);
    if (!from.object && from.lane < 0 && way != Way::First && way != Way::Last) {
        // Into the picture: to the first lane that is seen.
        from.lane = std::max(0, canvas.scene().lanes().nearest(canvas.seen().left()));
    }
    const auto to = walked(canvas.scene(), from, way);
    if (to.object && to.object != canvas.selection().current()) {
        auto objects = canvas.selection().objects();
        if (modifiers & Qt::ShiftModifier) {
            objects.removeOne(*to.object);
            objects.append(*to.object);
        } else {
            objects = {*to.object};
        }
        canvas.select(objects);
    } else if (!to.object && to.lane >= 0 && to.lane < canvas.scene().lanes().count()) {
        const auto tenant = canvas.scene().lanes().tenant(to.lane);
        canvas.select(QList<ObjectId> {tenant});
        canvas.reveal(tenant);
    }
    canvas.setCursorPlace(to.object, to.lane);
    auto area = to.object ? canvas.scene().rect(*to.object) : QRectF();
    if (to.lane >= 0 && !area.isEmpty()) {
        // Of a long bus the part at the port.
        const auto &lanes = canvas.scene().lanes();
        area.setLeft(lanes.left(to.lane));
        area.setRight(lanes.left(to.lane + 1));
    }
    canvas.ensureVisible(area);
    tellPort(canvas);
}

std::optional<Way> wayOf(int key)
{
    switch (key) {
    case Qt::Key_Left:
        return Way::Left;
    case Qt::Key_Right:
        return Way::Right;
    case Qt::Key_Up:
        return Way::Up;
    case Qt::Key_Down:
        return Way::Down;
    case Qt::Key_Home:
        return Way::First;
    case Qt::Key_End:
        return Way::Last;
    default:
        return std::nullopt;
    }
}

}  // namespace

bool pressCanvasKey(CanvasView &canvas, const QKeyEvent &event)
{
    const auto modifiers = event.modifiers() & ~Qt::KeypadModifier;
    if (const auto way = wayOf(event.key())) {
        if (modifiers & Qt::AltModifier)
            return canvas.selection().current()
                && moveAlong(canvas, *canvas.selection().current(), *way);
        if (modifiers & Qt::ControlModifier) {
            const double step = 80;
            canvas.scrollBy({*way == Way::Left ? -step
                    : *way == Way::Right       ? step
                                               : 0,
                *way == Way::Up         ? -step
                    : *way == Way::Down ? step
                                        : 0});
            return true;
        }
        walk(canvas, *way, modifiers);
        return true;
    }
    if (event.matches(QKeySequence::Copy)) {
        copyServers(canvas);
        return true;
    }
    if (event.matches(QKeySequence::Paste)) {
        pasteServers(canvas, canvas.cursorLane());
        return true;
    }
    if (event.matches(QKeySequence::SelectAll)) {
        canvas.select(objectsIn(canvas.scene(), canvas.scene().bounds()));
        return true;
    }
    if (modifiers == Qt::ControlModifier && event.key() == Qt::Key_0) {
        canvas.setZoom(1);
        return true;
    }
    if (modifiers & Qt::ControlModifier)
        return false;
    switch (event.key()) {
    case Qt::Key_Space:
        return togglePort(canvas);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (endWire(canvas))
            return true;
        if (const auto current = canvas.selection().current()) {
            canvas.selection().reveal(*current);
            return true;
        }
        return false;
    case Qt::Key_Escape:
        if (cancelWire(canvas))
            return true;
        canvas.selection().clear();
        canvas.setCursorPlace({}, -1);
        return true;
    case Qt::Key_Delete:
        return removeSelected(canvas);
    case Qt::Key_C:
        if (!endWire(canvas))
            beginWire(canvas);
        return true;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        canvas.setZoom(canvas.zoom() * zoomStep);
        return true;
    case Qt::Key_Minus:
        canvas.setZoom(canvas.zoom() / zoomStep);
        return true;
    case Qt::Key_0:
        canvas.fitAll();
        return true;
    case Qt::Key_F:
        canvas.fitSelection();
        return true;
    default:
        return false;
    }
}
