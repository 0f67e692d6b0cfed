// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/edit.h"
#include "views/canvas/accessibleitem.h"

#include <QAccessibleWidget>
#include <QPointer>

#include <map>

/// Lets assistive technologies see into every canvas. Calls after the first change nothing.
void installCanvasAccessible();

/// The picture as assistive technologies see it: lanes, the side lane, bands, and in them what
/// stands there, all to be selected, ticked, opened and connected without a pointer.
///
/// Things are made when somebody asks for them; whoever asks for none pays for none. Says what
/// becomes of those that were asked for.
class CanvasAccessible final : public QAccessibleWidget
{
public:
    explicit CanvasAccessible(CanvasView &canvas);
    ~CanvasAccessible() override;

    /// Null while it is being destroyed.
    CanvasView *canvas() const { return m_canvas; }
    AccessibleItem *item(const AccessibleKey &key);
    /// Where the keyboard is.
    std::optional<AccessibleKey> focusKey() const;

    int childCount() const override;
    QAccessibleInterface *child(int index) const override;
    int indexOfChild(const QAccessibleInterface *child) const override;
    QAccessibleInterface *childAt(int x, int y) const override;
    QAccessibleInterface *focusChild() const override;
    QAccessible::State state() const override;

private:
    class Follower;
    AccessibleKey childKey(int index) const;
    AccessibleItem *made(const AccessibleKey &key) const;
    void tellFocus();
    void tellSelection();
    void tellChanged(const Delta &delta);
    void tellName(ObjectId object);
    /// Of all its ports that were asked for.
    void tellPorts(ApplicationId application, TenantId tenant);

    QPointer<CanvasView> m_canvas;
    std::map<AccessibleKey, QAccessible::Id> m_items;
    std::unique_ptr<QObject> m_follower;
    QList<ObjectId> m_selected;  // As it was last told.
};
