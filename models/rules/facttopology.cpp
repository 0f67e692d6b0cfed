// SPDX-License-Identifier: Apache-2.0
#include "models/rules/facttopology.h"

#include "models/topology/normalise.h"
#include "models/topology/references.h"

#include <algorithm>

namespace {

void append(Options &to, const Options &more)
{
    for (const auto &section : more) {
        const auto own = std::find_if(to.begin(), to.end(),
            [&](const OptionSection &other) { return other.name == section.name; });
        if (own == to.end())
            to.append(section);
        else
            own->options += section.options;
    }
}

/// Lists grow; of all else the first value counts.
void append(Value &to, const Value &more)
{
    std::visit(
        [&]<class T>(T &list) {
            const auto *other = std::get_if<T>(&more);
            if constexpr (std::is_same_v<T, Options>) {
                if (other)
                    append(list, *other);
            } else if constexpr (
                std::is_same_v<T,
                    QList<
                        TenantId>> || std::is_same_v<T, QList<SwitchId>> || std::is_same_v<T, QList<Connection>> || std::is_same_v<T, QList<Port>>) {
                if (other)
                    list += *other;
            }
        },
        to);
    normalise(to);
}

/// Calls visit(ObjectId) for what a value refers to.
template <class Visit>
void forEachReference(const Value &value, Visit visit)
{
    std::visit(
        [&]<class T>(const T &held) {
            if constexpr (std::is_constructible_v<ObjectId, T>) {
                visit(ObjectId(held));
            } else if constexpr (std::is_same_v<T,
                                     QList<TenantId>> || std::is_same_v<T, QList<SwitchId>>) {
                for (const auto id : held)
                    visit(ObjectId(id));
            } else if constexpr (std::is_same_v<T, QList<Connection>>) {
                for (const auto &connection : held)
                    visit(ObjectId(connection.target));
            }
        },
        value);
}

/// Behind whatever people write, and in the order of ids.
QString nameWithoutMeaning(quint32 number)
{
    const char32_t last = 0x10fffd;
    return QString::fromUcs4(&last, 1) + QString::number(number).rightJustified(8, u'0');
}

template <class T>
Record placeholder(quint32 id)
{
    T object;
    object.id = typename T::IdType(id);
    object.isPlaceholder = true;
    object.name = nameWithoutMeaning(id);
    return object;
}

Record placeholder(Kind kind, quint32 id)
{
    switch (kind) {
    case Kind::Tenant:
        return placeholder<Tenant>(id);
    case Kind::SwitchingOffice:
        return placeholder<SwitchingOffice>(id);
    case Kind::Switch:
        return placeholder<Switch>(id);
    case Kind::Host:
        return placeholder<Host>(id);
    case Kind::Application:
        break;
    }
    return placeholder<Application>(id);
}

/// The parts of a topology of these records. Switches whose tenant or office nobody knows are of
/// one that nothing defines.
Topology::Parts partsOf(std::vector<Record> records, TenantId noTenant, SwitchingOfficeId noOffice)
{
    Topology::Parts parts;
    bool needsTenant = false;
    bool needsOffice = false;
    for (auto &record : records) {
        normalise(record);
        if (auto *tenant = std::get_if<Tenant>(&record)) {
            parts.tenants.insert(tenant->id == Topology::environment ? Topology::environmentTenant()
                                                                     : std::move(*tenant));
        } else if (auto *office = std::get_if<SwitchingOffice>(&record)) {
            parts.offices.insert(std::move(*office));
        } else if (auto *object = std::get_if<Switch>(&record)) {
            if (!object->isPlaceholder && !object->office)
                object->office = noOffice;
            needsTenant |= object->tenant == noTenant;
            needsOffice |= object->office == noOffice;
            parts.switches.insert(std::move(*object));
        } else if (auto *host = std::get_if<Host>(&record)) {
            parts.hosts.insert(std::move(*host));
        } else if (auto *application = std::get_if<Application>(&record)) {
            parts.applications.insert(std::move(*application));
        }
    }
    if (needsTenant)
        parts.tenants.insert(std::get<Tenant>(placeholder<Tenant>(noTenant.value())));
    if (needsOffice)
        parts.offices.insert(
            std::get<SwitchingOffice>(placeholder<SwitchingOffice>(noOffice.value())));
    return parts;
}

}  // namespace

QList<Fact> merged(const QList<Fact> &facts)
{
    QList<Fact> whole;
    whole.reserve(facts.size());
    QHash<std::pair<ObjectId, int>, qsizetype> places;
    for (const auto &fact : facts) {
        const auto key = std::pair(fact.object, fact.field ? int(*fact.field) : -1);
        const auto known = fact.field ? places.constFind(key) : places.constEnd();
        if (known != places.constEnd()) {
            append(whole[*known].value, fact.value);
            continue;
        }
        places.insert(key, whole.size());
        whole.append(fact);
    }
    return whole;
}

FactTopology::FactTopology(const QList<Fact> &facts)
{
    const auto all = merged(facts);
    m_objects.push_back(Topology::environment);
    for (const auto &fact : all) {
        m_objects.push_back(fact.object);
        forEachReference(fact.value, [&](ObjectId object) { m_objects.push_back(object); });
    }
    std::sort(m_objects.begin(), m_objects.end());
    m_objects.erase(std::unique(m_objects.begin(), m_objects.end()), m_objects.end());
    const auto begin = [&](int kind) {
        return size_t(std::lower_bound(m_objects.begin(), m_objects.end(), ObjectId(Kind(kind), 0))
            - m_objects.begin());
    };
    for (int kind = 0; kind < kindCount; ++kind)
        m_begins[size_t(kind)] = begin(kind);
    const TenantId noTenant(quint32(begin(int(Kind::SwitchingOffice))));
    const SwitchingOfficeId noOffice(quint32(begin(int(Kind::Switch)) - noTenant.value()));

    std::vector<Record> records;
    records.reserve(m_objects.size());
    for (const auto object : m_objects) {
        const auto known = *find(object);
        records.push_back(placeholder(known.kind, known.id));
        if (auto *unplaced = std::get_if<Switch>(&records.back()))
            unplaced->tenant = noTenant;
    }
    for (const auto &fact : all)
        take(fact, records);
    for (const auto &fact : all) {
        if (!fact.field && !fact.isSetting() && fact.value == Value(false))
            std::visit([](auto &object) { object.isPlaceholder = true; },
                records[m_begins[size_t(fact.object.kind)] + find(fact.object)->id]);
    }

    auto parts = partsOf(std::move(records), noTenant, noOffice);
    for (const auto &fact : all) {
        if (const auto *environment = std::get_if<Environment>(&fact.setting))
            parts.settings.environment = *environment;
        else if (const auto *tenants = std::get_if<SocialMessagingTenants>(&fact.setting))
            parts.settings.socialMessagingTenants = *tenants;
    }
    if (auto topology = Topology::fromParts(std::move(parts)))
        m_topology = *std::move(topology);
    else
        Q_ASSERT_X(false, "FactTopology", qPrintable(topology.error().message));
}

void FactTopology::take(const Fact &fact, std::vector<Record> &records) const
{
    if (fact.isSetting())
        return;
    std::visit(
        [&](auto &object) {
            object.isPlaceholder = false;
            if (fact.field)
                setFieldValue(object, *fact.field, translated(fact.value));
        },
        records[m_begins[size_t(fact.object.kind)] + find(fact.object)->id]);
}

std::optional<ObjectId> FactTopology::find(ObjectId object) const
{
    const auto place = std::lower_bound(m_objects.begin(), m_objects.end(), object);
    if (place == m_objects.end() || *place != object)
        return std::nullopt;
    return ObjectId(
        object.kind, quint32(size_t(place - m_objects.begin()) - m_begins[size_t(object.kind)]));
}

template <class Id>
Id FactTopology::idOf(Id id) const
{
    return Id(find(id)->id);
}

Value FactTopology::translated(const Value &value) const
{
    return std::visit(
        [&]<class T>(T held) -> Value {
            if constexpr (std::is_constructible_v<ObjectId, T>) {
                return idOf(held);
            } else if constexpr (std::is_same_v<T,
                                     QList<TenantId>> || std::is_same_v<T, QList<SwitchId>>) {
                for (auto &id : held)
                    id = idOf(id);
            } else if constexpr (std::is_same_v<T, QList<Connection>>) {
                for (auto &connection : held)
                    connection.target = idOf(connection.target);
            }
            return held;
        },
        value);
}

std::optional<Finding> FactTopology::translated(const Finding &finding) const
{
    auto translation = finding;
    const auto object = find(finding.object);
    if (!object)
        return std::nullopt;
    translation.object = *object;
    for (auto &tenant : translation.tenants) {
        const auto here = find(tenant);
        if (!here)
            return std::nullopt;
        tenant = here->tenant();
    }
    for (auto &subject : translation.related) {
        if (subject.kind != Subject::Kind::Object)
            continue;
        const auto here = find(subject.object);
        if (!here)
            return std::nullopt;
        subject.object = *here;
    }
    translation.isWaived = false;
    return translation;
}
