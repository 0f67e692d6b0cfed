// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/canvas/hit.h"
#include "views/canvas/walk.h"

#include <QAccessible>

#include <functional>

class CanvasAccessible;
class CanvasView;

/// Which thing of the picture an assistive technology asks for. Stays the same however the picture
/// changes.
struct AccessibleKey
{
    enum class Kind : quint8 {
        Lane,     ///< Of "object", a tenant.
        Band,     ///< By its key.
        Side,     ///< The side lane.
        Object,   ///< A server or switch.
        Port,     ///< Of "object", at the tenant's lane: told by the tenant.
        LanePort  ///< The same seen from the lane: told by the server.
    };

    Kind kind;
    std::optional<ObjectId> object;
    std::optional<TenantId> tenant;
    QString band;

    static AccessibleKey lane(TenantId tenant) { return {Kind::Lane, tenant, {}, {}}; }
    static AccessibleKey ofBand(const QString &key) { return {Kind::Band, {}, {}, key}; }
    static AccessibleKey side() { return {Kind::Side, {}, {}, {}}; }
    static AccessibleKey of(ObjectId object) { return {Kind::Object, object, {}, {}}; }
    static AccessibleKey port(ApplicationId application, TenantId tenant)
    {
        return {Kind::Port, application, tenant, {}};
    }
    static AccessibleKey lanePort(ApplicationId application, TenantId tenant)
    {
        return {Kind::LanePort, application, tenant, {}};
    }

    std::strong_ordering operator<=>(const AccessibleKey &) const = default;
};

/// One thing of the picture as assistive technologies see it. Knows nothing but its key: what it
/// says is asked for at that moment.
///
/// Made by the root when first asked for, and owned by QAccessible until the root goes. What stands
/// nowhere any more is invalid; undo may bring it back.
class AccessibleItem : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    AccessibleItem(CanvasAccessible &root, AccessibleKey key)
        : m_root(root)
        , m_key(std::move(key))
    {
    }

    const AccessibleKey &key() const { return m_key; }

    bool isValid() const final;
    QObject *object() const final { return nullptr; }
    QWindow *window() const final;
    QAccessibleInterface *parent() const final;
    QAccessibleInterface *child(int index) const final;
    int childCount() const final;
    int indexOfChild(const QAccessibleInterface *child) const final;
    QAccessibleInterface *childAt(int x, int y) const final;
    QRect rect() const final;
    QAccessible::Role role() const override = 0;
    QAccessible::State state() const final;
    QString text(QAccessible::Text text) const final;
    void setText(QAccessible::Text, const QString &) final { }
    void *interface_cast(QAccessible::InterfaceType type) final;

    QStringList actionNames() const final;
    QString localizedActionName(const QString &name) const final;
    void doAction(const QString &name) final;
    QStringList keyBindingsForAction(const QString &name) const final;

protected:
    /// A thing that can be done to it.
    struct Command
    {
        QString name;  ///< For programs; never translated.
        QString text;  ///< Empty: Qt has one.
        QString key;   ///< Does the same in the canvas; may be empty.
        std::function<void()> run;
    };

    // Asked only while there is a canvas and exists() says so, but for exists().
    CanvasView &canvas() const;
    virtual bool exists() const = 0;
    virtual AccessibleKey parentKey() const { return m_key; }  ///< Itself: the root.
    virtual int countChildren() const { return 0; }
    virtual AccessibleKey childKey(int) const { return m_key; }
    virtual int indexOf(const AccessibleKey &) const { return -1; }
    virtual QString name() const = 0;
    virtual QString description() const { return {}; }
    virtual void addTo(QAccessible::State &state) const = 0;
    /// Pixels of the view; empty if it is folded away.
    virtual QRectF area() const = 0;
    virtual QList<Command> commands() const = 0;

    /// Of the whole canvas, lane heads included, in pixels of the view.
    QRectF room() const;
    Command press(std::function<void()> run) const;
    /// Selects it first, as the keyboard would have it.
    Command move(const QString &name, const QString &text, ObjectId object, Way way) const;
    Command focus(std::optional<ObjectId> object, int lane) const;
    /// Of what such a hit has; in its middle.
    Command menu(const Hit &hit) const;

private:
    CanvasAccessible &m_root;
    AccessibleKey m_key;
};
