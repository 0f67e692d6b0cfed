// SPDX-License-Identifier: Apache-2.0
#include "models/topology/draftmerger.h"

#include "models/topology/normalise.h"

#include <QCoreApplication>

#include <algorithm>

namespace {

struct DraftMergerTexts
{
    Q_DECLARE_TR_FUNCTIONS(Drafts)
};

}  // namespace

void DraftMerger::problem(const Draft &draft, Field field, const QString &message)
{
    const auto where =
        draft.where.isEmpty() ? QString() : draft.where + QLatin1Char('.') + fieldName(field);
    m_merge.problems.append({where, message});
}

DraftMerger::Bearers DraftMerger::bearers(Kind kind, const QString &name) const
{
    Bearers found;
    for (const auto id : m_topology.bearers(kind, name)) {
        if (!m_topology.isPlaceholder(ObjectId(kind, id)))
            found.defined.push_back(id);
        else if (!found.placeholder)
            found.placeholder = id;
    }
    return found;
}

const DraftMerger::Bearers &DraftMerger::knownBearers(Kind kind, const QString &name)
{
    auto &all = m_bearers[size_t(kind)];
    const auto known = all.constFind(name);
    return known != all.constEnd() ? *known : *all.insert(name, bearers(kind, name));
}

DraftMerger::Bearers DraftMerger::switchBearers(TenantId tenant, const QString &name)
{
    if (!m_topology.contains(tenant))
        return {};
    auto known = m_switchesOf.find(tenant.value());
    if (known == m_switchesOf.end()) {
        known = m_switchesOf.insert(tenant.value(), {});
        for (const auto id : m_topology.switchesOf(tenant)) {
            const auto &object = m_topology.switchAt(id);
            auto &place = (*known)[object.name];
            if (!object.isPlaceholder)
                place.defined.push_back(id.value());
            else if (!place.placeholder)
                place.placeholder = id.value();
        }
    }
    return known->value(name);
}

/// The object of the topology that the draft is about: the first one alike that no draft is about
/// yet.
template <class T>
DraftMerger::Target DraftMerger::target(
    const Draft &draft, const Bearers &bearers, const QString &key, auto isLike)
{
    const auto isFree = [&](quint32 id) { return !isUsed(ObjectId(T::kind, id)); };
    if (m_purpose != Purpose::Add && !bearers.defined.empty()) {
        auto &next = m_nextBearers[size_t(T::kind)][key];
        for (; next < bearers.defined.size(); ++next) {
            const auto id = bearers.defined[next];
            if (isFree(id) && isLike(m_topology.table<T>().at(typename T::IdType(id)))) {
                use(ObjectId(T::kind, id));
                return {&draft, id, Target::Role::Updates};
            }
        }
    }
    if (bearers.placeholder && isFree(*bearers.placeholder)) {
        use(ObjectId(T::kind, *bearers.placeholder));
        return {&draft, *bearers.placeholder, Target::Role::Defines};
    }
    return {&draft, m_change.allot<T>().value(), Target::Role::Adds};
}

template <class T>
void DraftMerger::placeAll(const TopologyDraft &drafts)
{
    constexpr auto kind = size_t(T::kind);
    static const Bearers none;
    auto &ids = m_ids[kind];
    ids.reserve(std::count_if(drafts.objects.begin(), drafts.objects.end(),
        [](const Draft &draft) { return draft.kind == T::kind; }));
    for (const auto &draft : drafts.objects) {
        if (draft.kind != T::kind)
            continue;
        const auto *known = &none;
        QString key;
        const auto *type = draft.type();
        if (m_topology.objectCount(T::kind) > 0) {
            known = &knownBearers(T::kind, draft.name);
            key = draft.name;
            if (type)
                key += QChar(0) + type->token();
        }
        const auto placed = target<T>(draft, *known, key, [&](const T &object) {
            if constexpr (std::is_same_v<T, Application>)
                return !type || object.type == *type;
            else
                return object.name == draft.name;
        });
        m_targets[kind].push_back(placed);
        const auto count = ids.size();
        auto &first = ids[draft.name];
        if (ids.size() > count)
            first = placed.id;
    }
}

Result<void> DraftMerger::placeSwitches(const TopologyDraft &drafts)
{
    for (const auto &draft : drafts.objects) {
        if (draft.kind != Kind::Switch)
            continue;
        const auto tenantName = draft.nameIn(Field::Tenant);
        if (tenantName.isEmpty())
            return failure(Error::Code::InvalidInput,
                DraftMergerTexts::tr("The switch %1 needs a tenant.").arg(draft.name), draft.where);
        const auto tenant = named<Tenant>(tenantName, draft, Field::Tenant);
        const auto officeName = draft.nameIn(Field::SwitchingOffice);
        std::optional<SwitchingOfficeId> office;
        if (!officeName.isEmpty())
            office = named<SwitchingOffice>(officeName, draft, Field::SwitchingOffice);

        auto key = QString::number(tenant.value()) + QChar(0) + draft.name;
        if (office)
            key += QChar(0) + QString::number(office->value());
        const auto placed = target<Switch>(draft, switchBearers(tenant, draft.name), key,
            [&](const Switch &object) { return !office || object.office == office; });
        targets(Kind::Switch).push_back(placed);
        const SwitchKey name(tenant.value(), draft.name);
        if (!m_switchIds.contains(name))
            m_switchIds.insert(name, placed.id);
    }
    return {};
}

template <class T>
typename T::IdType DraftMerger::placeholder(T record, const Draft &draft, Field field)
{
    using IdType = typename T::IdType;
    const auto id = m_change.allot<T>();
    record.id = id;
    record.isPlaceholder = true;
    problem(draft, field,
        DraftMergerTexts::tr("There is no %1 named %2; it is kept as a placeholder.")
            .arg(kindLabel(T::kind).toLower(), record.name));
    m_change.set(std::move(record));
    return IdType(id);
}

template <class T>
typename T::IdType DraftMerger::named(const QString &name, const Draft &draft, Field field)
{
    constexpr auto kind = size_t(T::kind);
    using IdType = typename T::IdType;
    const auto drafted = m_ids[kind].constFind(name);
    const bool isDrafted = drafted != m_ids[kind].constEnd();
    if (isDrafted && m_purpose != Purpose::Add)
        return IdType(*drafted);
    std::optional<quint32> found;
    if (m_purpose == Purpose::Replace) {
        found = bearers(T::kind, name).placeholder;
        if (std::is_same_v<T, Tenant> && name == m_topology.tenant(Topology::environment).name)
            found = Topology::environment.value();
    } else if (const auto all = m_topology.bearers(T::kind, name); !all.isEmpty()) {
        found = all.constFirst();
    }
    if (!found && isDrafted)
        return IdType(*drafted);
    if (!found) {
        T record;
        record.name = name;
        found = placeholder(std::move(record), draft, field).value();
    } else {
        use(ObjectId(T::kind, *found));
    }
    m_ids[kind].insert(name, *found);
    return IdType(*found);
}

SwitchId DraftMerger::switchNamed(const SwitchName &name, const Draft &draft, Field field)
{
    const auto tenant = named<Tenant>(name.tenant, draft, field);
    const SwitchKey key(tenant.value(), name.name);
    const auto drafted = m_switchIds.constFind(key);
    const bool isDrafted = drafted != m_switchIds.constEnd();
    if (isDrafted && m_purpose != Purpose::Add)
        return SwitchId(*drafted);
    const auto bearers = switchBearers(tenant, name.name);
    std::optional<quint32> found = bearers.placeholder;
    if (m_purpose != Purpose::Replace && !bearers.defined.empty())
        found = found ? std::min(*found, bearers.defined.front()) : bearers.defined.front();
    if (!found && isDrafted)
        return SwitchId(*drafted);
    if (!found) {
        Switch record;
        record.name = name.name;
        record.tenant = tenant;
        found = placeholder(std::move(record), draft, field).value();
    } else {
        use(SwitchId(*found));
    }
    m_switchIds.insert(key, *found);
    return SwitchId(*found);
}

Value DraftMerger::resolve(const Draft &draft, Field field, const DraftValue &value)
{
    if (const auto *text = std::get_if<QString>(&value)) {
        if (text->isEmpty())
            return {};
        switch (field) {
        case Field::Parent:
        case Field::Tenant:
            return named<Tenant>(*text, draft, field);
        case Field::SwitchingOffice:
            return named<SwitchingOffice>(*text, draft, field);
        case Field::Host:
            return named<Host>(*text, draft, field);
        case Field::Backup:
            return named<Application>(*text, draft, field);
        default:
            return *text;
        }
    }
    if (const auto *names = std::get_if<QStringList>(&value)) {
        QList<TenantId> tenants;
        for (const auto &name : *names) {
            if (!name.isEmpty())
                tenants.append(named<Tenant>(name, draft, field));
        }
        return tenants;
    }
    if (const auto *drafts = std::get_if<QList<ConnectionDraft>>(&value)) {
        QList<Connection> connections;
        for (const auto &given : *drafts) {
            if (given.application.isEmpty())
                continue;
            auto connection = given.connection;
            connection.target = named<Application>(given.application, draft, field);
            connections.append(std::move(connection));
        }
        return connections;
    }
    if (const auto *names = std::get_if<QList<SwitchName>>(&value)) {
        QList<SwitchId> switches;
        for (const auto &name : *names) {
            if (!name.tenant.isEmpty() && !name.name.isEmpty())
                switches.append(switchNamed(name, draft, field));
        }
        return switches;
    }
    return std::visit(
        [](const auto &plain) -> Value {
            using Plain = std::decay_t<decltype(plain)>;
            if constexpr (
                std::is_same_v<Plain,
                    QStringList> || std::is_same_v<Plain, QList<ConnectionDraft>> || std::is_same_v<Plain, QList<SwitchName>>)
                return {};
            else
                return Value(std::in_place_type<Plain>, plain);
        },
        value);
}

template <class T>
Result<void> DraftMerger::fill(T &record, const Target &target)
{
    const auto &draft = *target.draft;
    for (const auto &[field, given] : draft.fields) {
        const auto value = resolve(draft, field, given);
        if (field == Field::Extra) {
            record.extra = mergedExtra(record.extra, std::get<Extra>(value));
        } else if (target.role == Target::Role::Updates && isFixedOnceCreated(T::kind, field)) {
            // A switch and an application are found by these fields, so they can't differ.
            if (fieldValue(m_topology.table<T>().at(record.id), field) != value)
                problem(draft, field,
                    DraftMergerTexts::tr(
                        "The %1 of a %2 is fixed once it is created; %3 keeps its own.")
                        .arg(
                            fieldLabel(field).toLower(), kindLabel(T::kind).toLower(), draft.name));
        } else {
            setFieldValue(record, field, value);
        }
    }
    return check(record, target);
}

Result<void> DraftMerger::check(const Tenant &tenant, const Target &target) const
{
    const auto &environment = m_topology.tenant(Topology::environment).name;
    if (tenant.dbid == 1 && tenant.name != environment)
        return failure(Error::Code::InvalidInput,
            DraftMergerTexts::tr("%1 can't have DBID 1; it belongs to Environment.")
                .arg(tenant.name),
            target.draft->where);
    return {};
}

Result<void> DraftMerger::check(const SwitchingOffice &office, const Target &target) const
{
    if (office.type.isEmpty())
        return failure(Error::Code::InvalidInput,
            DraftMergerTexts::tr("The switching office %1 needs a type.").arg(office.name),
            target.draft->where);
    return {};
}

Result<void> DraftMerger::check(Application &application, const Target &target)
{
    if (application.type.token().isEmpty())
        return failure(Error::Code::InvalidInput,
            DraftMergerTexts::tr("The application %1 needs a type.").arg(application.name),
            target.draft->where);
    if (application.component != Component::None
        && application.type.id() != ApplicationType::TServer) {
        problem(*target.draft, Field::Component,
            DraftMergerTexts::tr(
                "Only an application of type tserver has a component; it counts as none."));
        application.component = Component::None;
    }
    return {};
}

/// Environment is as it always is; what a draft says otherwise is told.
void DraftMerger::tellEnvironment(const Draft &draft)
{
    for (const auto &[field, value] : draft.fields) {
        if (field == Field::Dbid && value != DraftValue() && value != DraftValue(qint64(1)))
            problem(draft, field,
                DraftMergerTexts::tr("The DBID of Environment is 1, whatever the input says."));
        else if (field == Field::State && value == DraftValue(ObjectState::Disabled))
            problem(draft, field, DraftMergerTexts::tr("Environment is always enabled."));
        else if (field == Field::Parent && value != DraftValue() && value != DraftValue(QString()))
            problem(draft, field, DraftMergerTexts::tr("Environment has no parent tenant."));
    }
}

template <class T>
Result<void> DraftMerger::makeRecords()
{
    using IdType = typename T::IdType;
    for (const auto &target : targets(T::kind)) {
        const IdType id(target.id);
        const bool isUpdate = target.role == Target::Role::Updates;
        const T *before = isUpdate ? &m_topology.table<T>().at(id) : nullptr;
        T record;
        if (before && m_purpose == Purpose::Merge)
            record = *before;
        record.id = id;
        record.name = target.draft->name;
        if constexpr (std::is_same_v<T, Application> || std::is_same_v<T, SwitchingOffice>) {
            if (before)
                record.type = before->type;
        }
        if constexpr (std::is_same_v<T, Switch>) {
            const auto officeName = target.draft->nameIn(Field::SwitchingOffice);
            if (before) {
                record.tenant = before->tenant;
                record.office = before->office;
            } else if (officeName.isEmpty()) {
                return failure(Error::Code::InvalidInput,
                    DraftMergerTexts::tr("The switch %1 needs a switching office.")
                        .arg(record.name),
                    target.draft->where);
            }
        }
        bool isEnvironment = false;
        if constexpr (std::is_same_v<T, Tenant>) {
            isEnvironment = id == Topology::environment;
            if (isEnvironment) {
                tellEnvironment(*target.draft);
                record = *before;
                const auto *given = target.draft->find(Field::Extra);
                record.extra = mergedExtra(m_purpose == Purpose::Merge ? before->extra : Extra(),
                    given ? std::get<Extra>(*given) : Extra());
            }
        }
        if (!isEnvironment) {
            if (auto filled = fill(record, target); !filled)
                return filled;
        }
        Record whole(std::move(record));
        normalise(whole);
        record = std::get<T>(std::move(whole));
        if (!before)
            ++m_merge.added;
        else if (record == *before)
            continue;
        else
            ++m_merge.modified;
        m_change.set(std::move(record));
    }
    return {};
}

template <class T>
void DraftMerger::removeOthers(const Table<T> &table)
{
    for (const auto &object : table) {
        if (isUsed(object.id) || ObjectId(object.id) == ObjectId(Topology::environment))
            continue;
        m_change.remove<T>(object.id);
        m_merge.removed += !object.isPlaceholder;
    }
}

Result<void> DraftMerger::merge(const TopologyDraft &drafts)
{
    placeAll<Tenant>(drafts);
    placeAll<SwitchingOffice>(drafts);
    placeAll<Host>(drafts);
    placeAll<Application>(drafts);
    if (auto placed = placeSwitches(drafts); !placed)
        return placed;
    if (auto made = makeRecords<Tenant>(); !made)
        return made;
    if (auto made = makeRecords<SwitchingOffice>(); !made)
        return made;
    if (auto made = makeRecords<Switch>(); !made)
        return made;
    if (auto made = makeRecords<Host>(); !made)
        return made;
    if (auto made = makeRecords<Application>(); !made)
        return made;

    const bool isReplacing = m_purpose == Purpose::Replace;
    if (isReplacing) {
        m_change.settings = {};
        m_change.extra = {};
        removeOthers(m_topology.tenants());
        removeOthers(m_topology.offices());
        removeOthers(m_topology.switches());
        removeOthers(m_topology.hosts());
        removeOthers(m_topology.applications());
        const auto &environment = m_topology.tenant(Topology::environment);
        if (!isUsed(environment.id) && !environment.extra.isEmpty())
            m_change.set(Topology::environmentTenant());
    }
    auto &settings = m_change.settings;
    settings.environment = drafts.environment.value_or(settings.environment);
    settings.socialMessagingTenants =
        drafts.socialMessagingTenants.value_or(settings.socialMessagingTenants);
    settings.extra = mergedExtra(settings.extra, drafts.settingsExtra);
    m_change.extra = mergedExtra(m_change.extra, drafts.extra);
    return {};
}
