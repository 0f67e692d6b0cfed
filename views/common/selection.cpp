// SPDX-License-Identifier: Apache-2.0
#include "views/common/selection.h"

std::optional<ObjectId> Selection::current() const
{
    return m_objects.isEmpty() ? std::nullopt : std::optional(m_objects.constLast());
}

void Selection::select(const QList<ObjectId> &objects, std::optional<Field> field)
{
    if (objects == m_objects && field == m_field)
        return;
    if (m_isHeld) {
        m_wasRefused = true;
        return;
    }
    m_objects = objects;
    m_field = field;
    Q_EMIT changed();
}

void Selection::release()
{
    m_isHeld = false;
    if (std::exchange(m_wasRefused, false))
        Q_EMIT changed();
}

void Selection::reveal(ObjectId object, std::optional<Field> field)
{
    select(object, field);
    Q_EMIT revealed(object, field);
}
