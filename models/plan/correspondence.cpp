// SPDX-License-Identifier: Apache-2.0
#include "models/plan/correspondence.h"

namespace {

/// Numbers for texts, or for pairs of numbers: equal numbers for equal ones.
template <class Text>
class Interner
{
public:
    quint32 operator()(const Text &text)
    {
        const auto found = m_numbers.constFind(text);
        return found != m_numbers.constEnd() ? *found
                                             : *m_numbers.insert(text, quint32(m_numbers.size()));
    }
    void reserve(qsizetype count) { m_numbers.reserve(count); }

private:
    QHash<Text, quint32> m_numbers;
};

constexpr quint64 joined(quint32 first, quint32 second)
{
    return (quint64(first) << 32) | second;
}

}  // namespace

Correspondence::Correspondence(const Topology &baseline, const Topology &working, Matching matching)
    : m_baseline(baseline)
    , m_working(working)
    , m_isById(matching == Matching::ById)
{
    if (m_isById) {
        findAliases();
    } else {
        nameReferences();
        matchObjects();
    }
}

bool Correspondence::isDefinedOnBoth(ObjectId object) const
{
    const auto isDefined = [object]<class T>(const Table<T> &before, const Table<T> &after) {
        const auto *a = before.find(typename T::IdType(object.id));
        const auto *b = after.find(typename T::IdType(object.id));
        return a && b && !a->isPlaceholder && !b->isPlaceholder;
    };
    switch (object.kind) {
    case Kind::Tenant:
        return isDefined(m_baseline.tenants(), m_working.tenants());
    case Kind::SwitchingOffice:
        return isDefined(m_baseline.offices(), m_working.offices());
    case Kind::Switch:
        return isDefined(m_baseline.switches(), m_working.switches());
    case Kind::Host:
        return isDefined(m_baseline.hosts(), m_working.hosts());
    case Kind::Application:
        break;
    }
    const auto id = object.application();
    if (id.value() >= m_baseline.applications().idBound()
        || id.value() >= m_working.applications().idBound())
        return false;
    const auto &before = m_baseline.facts(id);
    const auto &after = m_working.facts(id);
    return before.isDefined && after.isDefined && before.type == after.type
        && (before.type != ApplicationType::Unlisted
            || m_baseline.application(id).type == m_working.application(id).type);
}

void Correspondence::findAliases()
{
    const auto name = [](const Topology &, const auto &object) { return object.name; };
    findAliases<Tenant>(name);
    findAliases<SwitchingOffice>(name);
    findAliases<Host>(name);
    findAliases<Application>(name);
    findAliases<Switch>([this](const Topology &side, const Switch &object) {
        const auto tenant =
            &side == &m_working ? workingKey(object.tenant) : baselineKey(object.tenant);
        return std::pair(tenant, object.name);
    });
}

template <class T, class Key>
void Correspondence::findAliases(Key key)
{
    const auto &before = m_baseline.table<T>();
    const auto &after = m_working.table<T>();
    using Ids = QList<typename T::IdType>;
    Ids workingOnly;
    for (quint32 i = 0; i < after.idBound(); ++i) {
        const typename T::IdType id(i);
        if (after.contains(id) && !before.contains(id))
            workingOnly.append(id);
    }
    if (workingOnly.isEmpty())
        return;

    struct Bearers
    {
        Ids defined;
        Ids placeholders;
    };
    QHash<std::decay_t<decltype(key(m_baseline, *before.begin()))>, Bearers> baselineOnly;
    for (quint32 i = before.idBound();
         i-- > 0;) {  // Backwards: the first ones are taken from the end.
        const typename T::IdType id(i);
        if (const auto *object = before.find(id); object && !after.contains(id)) {
            auto &bearers = baselineOnly[key(m_baseline, *object)];
            (object->isPlaceholder ? bearers.placeholders : bearers.defined).append(id);
        }
    }
    if (baselineOnly.isEmpty())
        return;
    for (const auto id : workingOnly) {
        const auto &object = after.at(id);
        const auto bearers = baselineOnly.find(key(m_working, object));
        if (bearers == baselineOnly.end())
            continue;
        auto &ids = bearers->placeholders.isEmpty() && object.isPlaceholder ? bearers->defined
                                                                            : bearers->placeholders;
        if (ids.isEmpty())
            continue;
        const auto other = ids.takeLast();
        m_aliases.insert(id, other.value());
        m_aliased.insert(other, id.value());
    }
}

bool Correspondence::isChangedBy(const Edit &edit) const
{
    if (const auto *add = std::get_if<AddObject>(&edit))
        return mayHaveAlias(objectId(*add->record));
    if (const auto *remove = std::get_if<RemoveObject>(&edit))
        return mayHaveAlias(objectId(*remove->record));
    if (const auto *replace = std::get_if<ReplaceObject>(&edit))
        return mayHaveAlias(objectId(*replace->before));
    if (const auto *set = std::get_if<SetField>(&edit))
        return (set->field == Field::Name || set->field == Field::Tenant)
            && mayHaveAlias(set->object);
    return false;
}

bool Correspondence::mayHaveAlias(ObjectId object) const
{
    if (m_aliases.contains(object) || m_aliased.contains(object))
        return true;
    const bool isBefore = m_baseline.contains(object);
    const bool isAfter = m_working.contains(object);
    if (isBefore == isAfter)
        return false;
    const auto &own = isBefore ? m_baseline : m_working;
    const auto &other = isBefore ? m_working : m_baseline;
    const auto isAlias = [&](ObjectId candidate) {
        return !own.contains(candidate) && own.name(object) == other.name(candidate)
            && (own.isPlaceholder(object) || other.isPlaceholder(candidate));
    };
    if (object.kind == Kind::Switch) {
        // By way of the tenant: ten thousand tenants may each have a switch of one name. A tenant
        // that has an alias itself makes its switches change with it.
        const auto tenant = own.switchAt(object.switchId()).tenant;
        ObjectId otherTenant = tenant;
        if (const auto &aliases = isBefore ? m_aliased : m_aliases; aliases.contains(tenant))
            otherTenant.id = aliases.value(tenant);
        if (!other.contains(otherTenant))
            return false;
        const auto &switches = other.switchesOf(otherTenant.tenant());
        return std::any_of(switches.begin(), switches.end(), isAlias);
    }
    bool found = false;
    other.names(object.kind).candidates(own.name(object), [&](quint32 id) {
        found = found || isAlias(ObjectId(object.kind, id));
    });
    return found;
}

void Correspondence::nameReferences()
{
    Interner<QStringView> numberOf;
    numberOf.reserve(m_baseline.applications().size() + m_working.applications().size());
    const auto byName = [&]<class T>(const Table<T> &objects, std::vector<quint32> &keys) {
        keys.assign(objects.idBound(), none);
        for (const auto &object : objects)
            keys[object.id.value()] = numberOf(object.name);
    };
    const auto nameAll = [&](const Topology &side, Numbers &keys) {
        byName(side.tenants(), keys[size_t(Kind::Tenant)]);
        byName(side.offices(), keys[size_t(Kind::SwitchingOffice)]);
        byName(side.hosts(), keys[size_t(Kind::Host)]);
        byName(side.applications(), keys[size_t(Kind::Application)]);
    };
    nameAll(m_baseline, m_baselineKeys);
    nameAll(m_working, m_workingKeys);

    Interner<quint64> numberOfPair;
    const auto nameSwitches = [&](const Topology &side, Numbers &keys) {
        auto &switchKeys = keys[size_t(Kind::Switch)];
        switchKeys.assign(side.switches().idBound(), none);
        for (const auto &object : side.switches()) {
            const auto tenant = keys[size_t(Kind::Tenant)][object.tenant.value()];
            switchKeys[object.id.value()] = numberOfPair(joined(tenant, numberOf(object.name)));
        }
    };
    nameSwitches(m_baseline, m_baselineKeys);
    nameSwitches(m_working, m_workingKeys);
}

void Correspondence::matchObjects()
{
    const auto before = [this](const auto &object) { return quint64(baselineKey(object.id)); };
    const auto after = [this](const auto &object) { return quint64(workingKey(object.id)); };
    match<Tenant>(before, after);
    match<SwitchingOffice>(before, after);
    match<Host>(before, after);
    // A switch that is defined has an office.
    match<Switch>(
        [&](const Switch &o) { return joined(baselineKey(o.id), baselineKey(*o.office)); },
        [&](const Switch &o) { return joined(workingKey(o.id), workingKey(*o.office)); });
    Interner<QString> typeNumber;
    match<Application>(
        [&](const Application &a) { return joined(baselineKey(a.id), typeNumber(a.type.token())); },
        [&](const Application &a) { return joined(workingKey(a.id), typeNumber(a.type.token())); });
}

template <class T, class BaselineKey, class WorkingKey>
void Correspondence::match(BaselineKey baselineKeyOf, WorkingKey workingKeyOf)
{
    const auto &before = m_baseline.table<T>();
    const auto &after = m_working.table<T>();
    auto &toWorking = m_toWorking[size_t(T::kind)];
    auto &toBaseline = m_toBaseline[size_t(T::kind)];
    toWorking.assign(before.idBound(), none);
    toBaseline.assign(after.idBound(), none);

    // Of each key the first that has no partner yet, and for each object the next one of its key.
    QHash<quint64, quint32> first;
    first.reserve(before.size());
    std::vector<quint32> next(before.idBound(), none);
    for (quint32 i = before.idBound(); i-- > 0;) {
        const auto *object = before.find(typename T::IdType(i));
        if (!object || object->isPlaceholder)
            continue;
        const auto key = baselineKeyOf(*object);
        const auto head = first.find(key);
        if (head == first.end())
            first.insert(key, i);
        else
            next[i] = std::exchange(*head, i);
    }
    for (const auto &object : after) {
        if (object.isPlaceholder)
            continue;
        const auto found = first.find(workingKeyOf(object));
        if (found == first.end() || *found == none)
            continue;
        toBaseline[object.id.value()] = *found;
        toWorking[*found] = object.id.value();
        *found = next[*found];
    }
}
