// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/canvas/accessibleitem.h"

// What the things of the picture stand in, as assistive technologies see it.

/// A tenant's lane. Its children are what stands in it and the ports of buses that serve it, from
/// top to bottom.
class AccessibleLane final : public AccessibleItem
{
public:
    using AccessibleItem::AccessibleItem;

    QAccessible::Role role() const override { return QAccessible::Grouping; }

protected:
    bool exists() const override;
    int countChildren() const override;
    AccessibleKey childKey(int index) const override;
    int indexOf(const AccessibleKey &key) const override;
    QString name() const override;
    void addTo(QAccessible::State &state) const override;
    QRectF area() const override;
    QList<Command> commands() const override;

private:
    TenantId tenant() const { return key().object->tenant(); }
    int lane() const;
    AccessibleKey keyOf(ObjectId object) const;
};

/// A group of servers. Its children are its buses; its cards are their lanes' children.
class AccessibleBand final : public AccessibleItem
{
public:
    using AccessibleItem::AccessibleItem;

    QAccessible::Role role() const override { return QAccessible::Grouping; }

protected:
    bool exists() const override { return number() >= 0; }
    int countChildren() const override;
    AccessibleKey childKey(int index) const override;
    int indexOf(const AccessibleKey &key) const override;
    QString name() const override;
    void addTo(QAccessible::State &state) const override;
    QRectF area() const override;
    QList<Command> commands() const override;

private:
    int number() const;
};

/// The side lane. Its children are all that stands in it, those in stacks too.
class AccessibleSide final : public AccessibleItem
{
public:
    using AccessibleItem::AccessibleItem;

    QAccessible::Role role() const override { return QAccessible::Grouping; }

protected:
    bool exists() const override;
    int countChildren() const override;
    AccessibleKey childKey(int index) const override;
    int indexOf(const AccessibleKey &key) const override;
    QString name() const override;
    void addTo(QAccessible::State &) const override { }
    QRectF area() const override;
    QList<Command> commands() const override;
};
