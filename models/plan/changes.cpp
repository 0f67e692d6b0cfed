// SPDX-License-Identifier: Apache-2.0
#include "models/plan/changes.h"

#include <algorithm>

namespace {

template <class T>
void compareTables(const Topology &from, const Topology &to, QList<Change> &changes)
{
    const auto &before = from.table<T>();
    const auto &after = to.table<T>();
    for (quint32 i = 0; i < std::max(before.idBound(), after.idBound()); ++i) {
        const typename T::IdType id(i);
        if (Table<T>::isShared(before, after, id))
            continue;
        const auto *old = before.find(id);
        const auto *now = after.find(id);
        const bool wasDefined = old && !old->isPlaceholder;
        const bool isDefined = now && !now->isPlaceholder;
        if (!wasDefined && isDefined)
            changes.append(Change::added(id));
        else if (wasDefined && !isDefined)
            changes.append(Change::removed(id));
        if (!old || !now || wasDefined != isDefined || *old == *now)
            continue;
        for (const auto field : fieldsOf(T::kind)) {
            if (fieldValue(*old, field) != fieldValue(*now, field))
                changes.append(Change::of(id, field));
        }
    }
}

}  // namespace

Change Change::reversed() const
{
    auto change = *this;
    if (kind == Kind::Added)
        change.kind = Kind::Removed;
    else if (kind == Kind::Removed)
        change.kind = Kind::Added;
    return change;
}

size_t qHash(const Change &change, size_t seed)
{
    const auto field = change.field ? int(*change.field) : -1;
    return qHashMulti(seed, int(change.subject), int(change.kind), change.object, field);
}

QList<Change> changesBetween(const Topology &from, const Topology &to)
{
    QList<Change> changes;
    if (from.settings() != to.settings())
        changes.append(Change::ofSettings());
    if (from.extra() != to.extra())
        changes.append(Change::ofDocumentExtra());
    compareTables<Tenant>(from, to, changes);
    compareTables<SwitchingOffice>(from, to, changes);
    compareTables<Switch>(from, to, changes);
    compareTables<Host>(from, to, changes);
    compareTables<Application>(from, to, changes);
    std::sort(changes.begin(), changes.end());
    return changes;
}

bool isCounted(Field field)
{
    return field != Field::Dbid && field != Field::Component && field != Field::LoadBalanced;
}
