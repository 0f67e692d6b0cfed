// SPDX-License-Identifier: Apache-2.0
#include "views/canvas/accessibleservers.h"

#include "views/canvas/canvascommands.h"
#include "views/canvas/canvasnote.h"
#include "views/canvas/canvasview.h"
#include "views/common/gestures.h"
#include "views/common/objecttext.h"
#include "views/common/verdict.h"

using namespace Qt::StringLiterals;

// --- Servers and switches ---

bool AccessibleObject::exists() const
{
    return canvas().document().topology().contains(shown());
}

AccessibleKey AccessibleObject::parentKey() const
{
    const auto &scene = canvas().scene();
    if (shown().kind == Kind::Switch)
        return AccessibleKey::lane(scene.topology().switchAt(shown().switchId()).tenant);
    const auto &node = scene.node(shown().application());
    switch (node.shape) {
    case Scene::Shape::Bus:
        return AccessibleKey::ofBand(scene.bands()[size_t(node.band)].key);
    case Scene::Shape::Card:
        return AccessibleKey::lane(scene.lanes().tenant(node.first));
    case Scene::Shape::Side:
    case Scene::Shape::Absent:
        break;
    }
    return AccessibleKey::side();
}

int AccessibleObject::countChildren() const
{
    return shown().kind == Kind::Application ? canvas().scene().lanes().count() : 0;
}

AccessibleKey AccessibleObject::childKey(int index) const
{
    return AccessibleKey::port(shown().application(), canvas().scene().lanes().tenant(index));
}

int AccessibleObject::indexOf(const AccessibleKey &key) const
{
    return key.kind == AccessibleKey::Kind::Port && key.object == shown()
        ? canvas().scene().lanes().of(*key.tenant)
        : -1;
}

QString AccessibleObject::name() const
{
    return spokenName(canvas().document(), shown());
}

void AccessibleObject::addTo(QAccessible::State &state) const
{
    state.selectable = true;
    state.selected = canvas().selection().objects().contains(shown());
}

QRectF AccessibleObject::area() const
{
    const auto rect = canvas().scene().rect(shown());
    return rect.isEmpty() ? QRectF() : canvas().view().toView(rect);
}

QList<AccessibleItem::Command> AccessibleObject::commands() const
{
    auto &view = canvas();
    const auto object = shown();
    Hit hit;
    hit.part = object.kind == Kind::Switch ? Hit::Part::Switch : Hit::Part::Node;
    hit.object = object;
    QList<Command> commands {press([&view, object] { view.select(object, {}); }), focus(object, -1),
        {u"Open"_s, CanvasView::tr("Open in the inspector"), u"Enter"_s,
            [&view, object] { view.selection().reveal(object); }},
        menu(hit)};
    if (object.kind == Kind::Application)
        commands.append({u"Connect"_s,
            view.highlights().wireClient ? CanvasView::tr("Connect to this server")
                                         : CanvasView::tr("Connect to another server"),
            u"C"_s, [&view, object] {
                view.setFocus();
                view.setCursorPlace(object, view.cursorLane());
                if (!endWire(view))
                    beginWire(view);
            }});
    if (object.kind == Kind::Application
        && view.scene().node(object.application()).shape == Scene::Shape::Bus) {
        commands.append(move(u"MoveUp"_s, CanvasView::tr("Move a row up"), object, Way::Up));
        commands.append(move(u"MoveDown"_s, CanvasView::tr("Move a row down"), object, Way::Down));
    }
    if (canRemove(view.document(), object))
        commands.append({u"Remove"_s, CanvasView::tr("Remove"), u"Del"_s,
            [&view, object] { removeObjects(view.document(), {object}, &view); }});
    return commands;
}

// --- Ports ---

bool AccessiblePort::exists() const
{
    const auto &topology = canvas().document().topology();
    if (!topology.contains(*key().object) || canvas().scene().lanes().of(tenant()) < 0)
        return false;
    return key().kind == AccessibleKey::Kind::Port
        || topology.application(application()).tenants.contains(tenant());
}

AccessibleKey AccessiblePort::parentKey() const
{
    return key().kind == AccessibleKey::Kind::Port ? AccessibleKey::of(*key().object)
                                                   : AccessibleKey::lane(tenant());
}

QString AccessiblePort::name() const
{
    const auto &topology = canvas().document().topology();
    return key().kind == AccessibleKey::Kind::Port ? objectLabel(topology, tenant())
                                                   : objectDescription(topology, *key().object);
}

QString AccessiblePort::description() const
{
    return toggleSentence(canvas().document(), application(), tenant());
}

void AccessiblePort::addTo(QAccessible::State &state) const
{
    state.checkable = true;
    state.checked =
        canvas().document().topology().application(application()).tenants.contains(tenant());
}

QRectF AccessiblePort::area() const
{
    const auto &scene = canvas().scene();
    if (scene.rect(*key().object).isEmpty())
        return {};
    const auto at = canvas().view().toView(scene.port(application(), scene.lanes().of(tenant())));
    const double radius = std::max(1.0, Metrics::portRadius * canvas().zoom());
    return {at.x() - radius, at.y() - radius, 2 * radius, 2 * radius};
}

QList<AccessibleItem::Command> AccessiblePort::commands() const
{
    auto &view = canvas();
    const auto server = application();
    const auto run = [&view, server, lane = tenant(), at = area().center()] {
        view.take(toggleAnswer(view.document(), server, lane), at);
    };
    return {{toggleAction(), {}, u"Space"_s, run}, press(run),
        focus(*key().object, view.scene().lanes().of(tenant()))};
}
