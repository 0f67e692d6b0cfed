// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/canvas/accessibleitem.h"

// What stands in the picture, as assistive technologies see it.

/// A server or a switch. A server's children are its ports, one for each lane.
class AccessibleObject final : public AccessibleItem
{
public:
    using AccessibleItem::AccessibleItem;

    QAccessible::Role role() const override { return QAccessible::ListItem; }

protected:
    bool exists() const override;
    AccessibleKey parentKey() const override;
    int countChildren() const override;
    AccessibleKey childKey(int index) const override;
    int indexOf(const AccessibleKey &key) const override;
    QString name() const override;
    void addTo(QAccessible::State &state) const override;
    QRectF area() const override;
    QList<Command> commands() const override;

private:
    ObjectId shown() const { return *key().object; }
};

/// Where a server serves a tenant or may serve it: to be ticked. Seen from its server or, where it
/// serves, from the lane.
class AccessiblePort final : public AccessibleItem
{
public:
    using AccessibleItem::AccessibleItem;

    QAccessible::Role role() const override { return QAccessible::CheckBox; }

protected:
    bool exists() const override;
    AccessibleKey parentKey() const override;
    QString name() const override;
    QString description() const override;
    void addTo(QAccessible::State &state) const override;
    QRectF area() const override;
    QList<Command> commands() const override;

private:
    ApplicationId application() const { return key().object->application(); }
    TenantId tenant() const { return *key().tenant; }
};
