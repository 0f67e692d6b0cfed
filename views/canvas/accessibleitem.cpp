// SPDX-License-Identifier: Apache-2.0
#include "views/canvas/accessibleitem.h"

#include "views/canvas/canvasaccessible.h"
#include "views/canvas/canvascommands.h"
#include "views/canvas/canvasview.h"

#include <QPointer>
#include <QWindow>

using namespace Qt::StringLiterals;

bool AccessibleItem::isValid() const
{
    return m_root.canvas() && exists();
}

CanvasView &AccessibleItem::canvas() const
{
    return *m_root.canvas();
}

QWindow *AccessibleItem::window() const
{
    return m_root.window();
}

// --- The tree ---

QAccessibleInterface *AccessibleItem::parent() const
{
    if (!isValid())
        return nullptr;
    const auto key = parentKey();
    if (key == m_key)
        return &m_root;
    return m_root.item(key);
}

int AccessibleItem::childCount() const
{
    return isValid() ? countChildren() : 0;
}

QAccessibleInterface *AccessibleItem::child(int index) const
{
    return index >= 0 && index < childCount() ? m_root.item(childKey(index)) : nullptr;
}

int AccessibleItem::indexOfChild(const QAccessibleInterface *child) const
{
    const auto *item = dynamic_cast<const AccessibleItem *>(child);
    return item && isValid() && item->isValid() ? indexOf(item->key()) : -1;
}

QAccessibleInterface *AccessibleItem::childAt(int x, int y) const
{
    // The root finds the innermost one; this answers for those who ask step by step.
    auto *found = m_root.childAt(x, y);
    for (auto *each = found; each && each != &m_root; each = each->parent()) {
        if (each->parent() == this)
            return each;
    }
    return nullptr;
}

// --- What it is ---

QRectF AccessibleItem::room() const
{
    const auto *viewport = canvas().viewport();
    return QRectF(canvas().rect().translated(-viewport->pos()));
}

QRect AccessibleItem::rect() const
{
    if (!isValid())
        return {};
    const auto at = area().toAlignedRect();
    return {canvas().viewport()->mapToGlobal(at.topLeft()), at.size()};
}

QAccessible::State AccessibleItem::state() const
{
    QAccessible::State state;
    if (!isValid()) {
        state.invalid = true;
        return state;
    }
    const auto at = area();
    state.focusable = true;
    state.focused = canvas().hasFocus() && m_root.focusKey() == m_key;
    state.invisible = at.isEmpty() || !canvas().isVisible();
    state.offscreen = !at.intersects(room());
    addTo(state);
    return state;
}

QString AccessibleItem::text(QAccessible::Text text) const
{
    if (!isValid())
        return {};
    switch (text) {
    case QAccessible::Name:
        return name();
    case QAccessible::Description:
        return description();
    default:
        return {};
    }
}

void *AccessibleItem::interface_cast(QAccessible::InterfaceType type)
{
    return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this)
                                                : nullptr;
}

// --- What it does ---

QStringList AccessibleItem::actionNames() const
{
    QStringList names;
    if (!isValid())
        return names;
    for (const auto &command : commands())
        names.append(command.name);
    return names;
}

QString AccessibleItem::localizedActionName(const QString &name) const
{
    if (isValid()) {
        for (const auto &command : commands()) {
            if (command.name == name && !command.text.isEmpty())
                return command.text;
        }
    }
    return QAccessibleActionInterface::localizedActionName(name);
}

void AccessibleItem::doAction(const QString &name)
{
    if (!isValid())
        return;
    for (const auto &command : commands()) {
        if (command.name == name) {
            command.run();
            return;
        }
    }
}

QStringList AccessibleItem::keyBindingsForAction(const QString &name) const
{
    if (isValid()) {
        for (const auto &command : commands()) {
            if (command.name == name && !command.key.isEmpty())
                return {command.key};
        }
    }
    return {};
}

AccessibleItem::Command AccessibleItem::press(std::function<void()> run) const
{
    return {pressAction(), {}, {}, std::move(run)};
}

AccessibleItem::Command AccessibleItem::move(
    const QString &name, const QString &text, ObjectId object, Way way) const
{
    static const QHash<Way, QString> keys {{Way::Left, u"Left"_s}, {Way::Right, u"Right"_s},
        {Way::Up, u"Up"_s}, {Way::Down, u"Down"_s}};
    return {name, text, u"Alt+"_s + keys.value(way), [&canvas = canvas(), object, way] {
                canvas.select(object, {});
                moveAlong(canvas, object, way);
            }};
}

AccessibleItem::Command AccessibleItem::focus(std::optional<ObjectId> object, int lane) const
{
    return {setFocusAction(), {}, {}, [&canvas = canvas(), object, lane, this] {
                canvas.ensureVisible(canvas.view().toScene(area()));
                canvas.activateWindow();
                canvas.setFocus();
                canvas.setCursorPlace(object, lane);
            }};
}

AccessibleItem::Command AccessibleItem::menu(const Hit &hit) const
{
    // Later: who asked waits for the answer, and a menu takes its time.
    return {showMenuAction(), {}, u"Menu"_s, [canvas = QPointer(&canvas()), hit, this] {
                const auto at = area().center().toPoint();
                QMetaObject::invokeMethod(
                    canvas,
                    [canvas, hit, at] {
                        Q_EMIT canvas->menuWanted(hit, canvas->viewport()->mapToGlobal(at));
                    },
                    Qt::QueuedConnection);
            }};
}
