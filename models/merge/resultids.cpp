// SPDX-License-Identifier: Apache-2.0
#include "models/merge/resultids.h"

#include "models/base/jsontext.h"
#include "models/merge/mapreferences.h"

#include <algorithm>

namespace {

template <class Id>
struct ObjectOf;
template <>
struct ObjectOf<TenantId>
{
    using Type = Tenant;
};
template <>
struct ObjectOf<SwitchingOfficeId>
{
    using Type = SwitchingOffice;
};
template <>
struct ObjectOf<HostId>
{
    using Type = Host;
};
template <>
struct ObjectOf<SwitchId>
{
    using Type = Switch;
};
template <>
struct ObjectOf<ApplicationId>
{
    using Type = Application;
};

constexpr auto none = Identities::none;

/// First, then what it lacks of second.
std::vector<quint32> united(std::vector<quint32> first, const std::vector<quint32> &second)
{
    const auto count = first.size();
    for (const auto entry : second) {
        const auto end = first.begin() + std::ptrdiff_t(count);
        if (std::find(first.begin(), end, entry) == end)
            first.push_back(entry);
    }
    return first;
}

}  // namespace

ResultIds::ResultIds(const Identities &identities, const FieldMerge &fields, ConflictLog &log,
    const VersionTables &objects, TopologyChange &change)
    : m_identities(identities)
    , m_fields(fields)
    , m_log(log)
    , m_objects(objects)
    , m_change(change)
{
}

void ResultIds::write()
{
    const auto forEachKind = [this](auto visit) {
        visit(m_objects.of<Tenant>());
        visit(m_objects.of<SwitchingOffice>());
        visit(m_objects.of<Host>());
        visit(m_objects.of<Switch>());
        visit(m_objects.of<Application>());
    };
    forEachKind([this](const auto &objects) { number(objects); });
    forEachKind([this](const auto &objects) { writeObjects(objects); });
    forEachKind([this]<class T>(const std::vector<Versions<T>> &) { removeOthers<T>(); });
}

template <class T>
void ResultIds::number(const std::vector<Versions<T>> &objects)
{
    constexpr auto kind = size_t(T::kind);
    for (const T &object : ours().table<T>()) {
        if (object.isPlaceholder)
            m_placeholders[kind].insert(
                m_identities.key(Version::Ours, object.id), object.id.value());
    }
    m_ids[kind].assign(objects.size(), none);
    QHash<std::pair<QString, QString>, size_t> groupOf;
    std::vector<Group> groups;
    groupOf.reserve(qsizetype(objects.size()));
    for (quint32 i = 0; i < objects.size(); ++i) {
        if (!objects[i].merged)
            continue;
        std::pair<QString, QString> name {objects[i].merged->name, {}};
        if constexpr (std::is_same_v<T, Switch>)
            name.second = m_identities.reference(objects[i].merged->tenant).name;
        const auto known = groupOf.constFind(name);
        if (known != groupOf.constEnd()) {
            groups[*known].push_back(i);
        } else {
            groupOf.insert(name, groups.size());
            groups.push_back({i});
        }
    }
    for (const auto &group : groups)
        giveIds<T>(group.size() > 1 ? ordered(objects, group) : group);
}

/// The group in the order that the side has that changed it.
template <class T>
ResultIds::Group ResultIds::ordered(const std::vector<Versions<T>> &objects, const Group &group)
{
    const auto orderIn = [&](Version version) {
        Group order;
        for (const auto identity : group) {
            if (m_identities.of(T::kind)[identity].in(version))
                order.push_back(identity);
        }
        std::sort(order.begin(), order.end(), [&](quint32 a, quint32 b) {
            const auto &all = m_identities.of(T::kind);
            return *all[a].in(version) < *all[b].in(version);
        });
        return order;
    };
    const auto base = orderIn(Version::Base);
    const auto ours = orderIn(Version::Ours);
    const auto theirs = orderIn(Version::Theirs);
    const auto oursFirst = united(ours, theirs);
    const auto theirsFirst = united(theirs, ours);
    if (oursFirst == theirsFirst || theirs == base)
        return oursFirst;
    if (ours == base)
        return theirsFirst;
    const auto text = [&](const Group &order) {
        QStringList texts;
        for (const auto identity : order) {
            const auto like =
                m_fields.place(*objects[identity].merged, ConflictPlace::What::Order).like;
            texts.append(jsonString(like.isEmpty() ? QString() : like.last()));
        }
        return QLatin1Char('[') + texts.join(QLatin1Char(',')) + QLatin1Char(']');
    };
    auto place = m_fields.place(*objects[group.front()].merged, ConflictPlace::What::Order);
    place.occurrence = 0;
    place.like = place.like.mid(0, place.like.size() - 1);  // They share a switch's tenant.
    const auto choice = m_log.add(place, text(base), text(oursFirst), text(theirsFirst));
    return choice == MergeSide::Ours ? oursFirst : theirsFirst;
}

template <class T>
void ResultIds::giveIds(const Group &group)
{
    constexpr auto kind = size_t(T::kind);
    std::optional<quint32> last;
    for (const auto identity : group) {
        const auto &known = m_identities.of(T::kind)[identity];
        auto id = known.in(Version::Ours);
        if (!id && !last) {
            const auto placeholder = m_placeholders[kind].constFind(known.name);
            if (placeholder != m_placeholders[kind].constEnd())
                id = *placeholder;
        }
        if (!id || (last && *id < *last))
            id = m_change.allot<T>().value();
        last = id;
        m_ids[kind][identity] = *id;
        m_used[kind].insert(*id);
        if (!m_byName[kind].contains(known.name))
            m_byName[kind].insert(known.name, *id);
    }
    if constexpr (std::is_same_v<T, Switch>) {
        for (const auto identity : group) {
            const auto &object = *m_objects.of<Switch>()[identity].merged;
            const std::pair key(resolved(object.tenant).value(), object.name);
            const auto id = m_ids[kind][identity];
            const auto first = m_switches.constFind(key);
            if (first == m_switches.constEnd() || *first > id)
                m_switches.insert(key, id);
        }
    }
}

template <class T>
void ResultIds::writeObjects(const std::vector<Versions<T>> &objects)
{
    for (quint32 i = 0; i < objects.size(); ++i) {
        if (!objects[i].merged)
            continue;
        auto object = *objects[i].merged;
        object.id = typename T::IdType(m_ids[size_t(T::kind)][i]);
        mapReferences(object, [this](auto key) { return resolved(key); });
        const auto *old = ours().table<T>().find(object.id);
        if (!old || !(*old == object))
            m_change.set(std::move(object));
    }
}

/// The id of what a reference means now.
template <class Id>
Id ResultIds::resolved(Id key)
{
    using T = typename ObjectOf<Id>::Type;
    constexpr auto kind = size_t(T::kind);
    const auto &reference = m_identities.reference(key);
    if (reference.identity != none && m_ids[kind][reference.identity] != none)
        return Id(m_ids[kind][reference.identity]);
    const quint32 byName = reference.identity == none
        ? key.value()
        : m_identities.of(T::kind)[reference.identity].name;
    if constexpr (std::is_same_v<T, Switch>) {
        const std::pair name(resolved(TenantId(reference.tenant)).value(), reference.name);
        const auto known = m_switches.constFind(name);
        return Id(known != m_switches.constEnd()
                ? *known
                : *m_switches.insert(name, placeholder<T>(byName)));
    } else {
        const auto known = m_byName[kind].constFind(byName);
        return Id(known != m_byName[kind].constEnd()
                ? *known
                : *m_byName[kind].insert(byName, placeholder<T>(byName)));
    }
}

/// Ours has it already, or it is new.
template <class T>
quint32 ResultIds::placeholder(quint32 key)
{
    constexpr auto kind = size_t(T::kind);
    const auto &reference = m_identities.reference(ObjectId(T::kind, key));
    T record;
    const auto known = m_placeholders[kind].constFind(key);
    const bool isOurs = known != m_placeholders[kind].constEnd() && !m_used[kind].contains(*known);
    record.id = isOurs ? typename T::IdType(*known) : m_change.allot<T>();
    record.isPlaceholder = true;
    record.name = reference.name;
    if constexpr (std::is_same_v<T, Switch>)
        record.tenant = resolved(TenantId(reference.tenant));
    m_used[kind].insert(record.id.value());
    const auto id = record.id.value();
    m_change.set(std::move(record));
    return id;
}

template <class T>
void ResultIds::removeOthers()
{
    for (const T &object : ours().table<T>()) {
        if (!m_used[size_t(T::kind)].contains(object.id.value()))
            m_change.remove<T>(object.id);
    }
}
