// SPDX-License-Identifier: Apache-2.0
#include "models/topology/nameindex.h"

#include "models/base/text.h"

#include <QHash>

#include <algorithm>

namespace {

bool isUnusual(QStringView name)
{
    return name.isEmpty() || name.size() > 255 || isWhiteSpace(name.front().unicode());
}

}  // namespace

quint32 NameIndex::hash(QStringView name)
{
    // Qt's random seed: a file can't aim at one slot.
    // Both halves: alone, the lower one of "Tenant 0" to "Tenant 9999" gives 900 collisions.
    const quint64 hash = qHash(name, QHashSeed::globalSeed());
    return quint32(hash ^ (hash >> 32));
}

void NameIndex::insert(QStringView name, quint32 id)
{
    m_index.insert(hash(name), id);
    if (isUnusual(name))
        m_unusual.insert(std::lower_bound(m_unusual.begin(), m_unusual.end(), id), id);
}

void NameIndex::remove(QStringView name, quint32 id)
{
    m_index.remove(hash(name), id);
    if (isUnusual(name))
        m_unusual.erase(std::lower_bound(m_unusual.begin(), m_unusual.end(), id));
}
