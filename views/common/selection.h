// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/fields.h"

#include <QObject>

/// What is selected in the whole window. Panels share one Selection, and know nothing of each
/// other: select in any panel, all others follow.
class Selection final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// In the order of selecting; the last one is current.
    const QList<ObjectId> &objects() const { return m_objects; }
    std::optional<ObjectId> current() const;
    /// The field to look at, if any: that of a finding, or that of a table's column.
    std::optional<Field> field() const { return m_field; }

    /// Does nothing if the selection is just that already.
    void select(const QList<ObjectId> &objects, std::optional<Field> field = {});
    void select(ObjectId object, std::optional<Field> field = {})
    {
        select(QList<ObjectId> {object}, field);
    }
    void clear() { select(QList<ObjectId> {}); }
    /// Until released nothing can be selected: while rows change, a list's cursor slips to a
    /// neighbour of what went away, and nobody chose that.
    void hold() { m_isHeld = true; }
    /// Tells panels that tried in the meantime to follow again.
    void release();
    /// Shows the object where it is edited: the inspector takes the focus, at the field if there is
    /// one.
    void reveal(ObjectId object, std::optional<Field> field = {});

Q_SIGNALS:
    void changed();
    void revealed(ObjectId object, std::optional<Field> field);

private:
    QList<ObjectId> m_objects;
    std::optional<Field> m_field;
    bool m_isHeld = false;
    bool m_wasRefused = false;
};
