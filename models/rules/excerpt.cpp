// SPDX-License-Identifier: Apache-2.0
#include "models/rules/excerpt.h"

#include "models/rules/rulelist.h"
#include "models/topology/references.h"

#include <QSet>

#include <algorithm>

namespace {

/// Of those that might be meant a few are enough: any one makes the finding.
constexpr int enough = 2;

/// Collects objects, each once.
class Excerpt final
{
public:
    explicit Excerpt(const Topology &whole)
        : topology(whole)
    {
    }

    void add(ObjectId object)
    {
        if (!m_known.contains(object)) {
            m_known.insert(object);
            m_objects.append(object);
        }
    }
    void addNamed(const Finding &finding);
    void addNeighbours(const Finding &finding);
    void addEverything();

    bool contains(ObjectId object) const { return m_known.contains(object); }
    const QList<ObjectId> &objects() const { return m_objects; }

private:
    void addBearers(const Finding &finding);
    void addCustomers();
    void addOfType(const QString &token);
    void addReferences(ObjectId object);

    const Topology &topology;
    QSet<ObjectId> m_known;
    QList<ObjectId> m_objects;
};

void Excerpt::addNamed(const Finding &finding)
{
    add(finding.object);
    for (const auto tenant : finding.tenants)
        add(tenant);
    for (const auto &subject : finding.related) {
        if (subject.kind == Subject::Kind::Object)
            add(subject.object);
    }
}

/// Who has a name in common with the object; the finding names only one of them.
void Excerpt::addBearers(const Finding &finding)
{
    const auto object = finding.object;
    const auto isAlike = [&](ObjectId other) {
        if (object.kind != Kind::Switch)
            return true;
        const auto &a = topology.switchAt(object.switchId());
        const auto &b = topology.switchAt(other.switchId());
        return a.tenant == b.tenant && a.office == b.office;
    };
    int found = 0;
    for (const auto id : topology.bearers(object.kind, topology.name(object))) {
        const ObjectId other(object.kind, id);
        if (other == object || topology.isPlaceholder(other) || !isAlike(other))
            continue;
        add(other);
        if (++found == enough)
            return;
    }
}

void Excerpt::addCustomers()
{
    int found = 0;
    for (const auto &tenant : topology.tenants()) {
        if (tenant.id == Topology::environment || tenant.isPlaceholder
            || tenant.state != ObjectState::Enabled)
            continue;
        add(tenant.id);
        if (++found == enough)
            return;
    }
}

void Excerpt::addOfType(const QString &token)
{
    const auto type = ApplicationType::fromToken(token);
    int found = 0;
    for (quint32 id = 0; id < topology.applications().idBound(); ++id) {
        const ApplicationId application(id);
        const auto &facts = topology.facts(application);
        if (!facts.isDefined || facts.type != type.id() || facts.isBackup || !facts.hasTenants())
            continue;
        add(application);
        add(facts.firstTenant);
        if (++found == enough)
            return;
    }
}

/// Whoever is no application brings what it refers to along: a switch its office, a tenant all
/// tenants above it.
void Excerpt::addReferences(ObjectId object)
{
    forEachReference(topology.record(object), [&](ObjectId other) {
        const bool isNew = !contains(other);
        add(other);
        if (isNew && other.kind != Kind::Application)
            addReferences(other);
    });
}

void Excerpt::addNeighbours(const Finding &finding)
{
    if (RuleList::all().rule(finding.rule).group == Group::Name)
        addBearers(finding);
    for (const auto &subject : finding.related) {
        if (subject.kind == Subject::Kind::Type)
            addOfType(subject.name);
    }
    const auto named = m_objects;
    for (const auto object : named) {
        addReferences(object);
        if (object.kind == Kind::Application) {
            const auto &primaries = topology.primariesOf(object.application());
            for (qsizetype i = 0; i < std::min<qsizetype>(primaries.size(), enough); ++i)
                add(primaries[i]);
        }
    }
    addCustomers();
}

void Excerpt::addEverything()
{
    const auto addTable = [this](const auto &table) {
        for (const auto &object : table)
            add(object.id);
    };
    addTable(topology.tenants());
    addTable(topology.offices());
    addTable(topology.switches());
    addTable(topology.hosts());
    addTable(topology.applications());
}

/// Cuts an object into facts.
class Cutter final
{
public:
    Cutter(const Excerpt &cut, const Finding &about)
        : excerpt(cut)
        , finding(about)
    {
    }

    QList<Fact> facts;

    template <class T>
    void add(const T &object)
    {
        // Environment is as it is in every topology.
        if (ObjectId(object.id) == ObjectId(Topology::environment))
            return;
        facts.append({object.id, std::nullopt, !object.isPlaceholder});
        const T blank;
        for (const auto field : fieldsOf(T::kind)) {
            if (object.isPlaceholder && !(T::kind == Kind::Switch && field == Field::Tenant))
                continue;
            // Without a fact a name is any name, a tenant any tenant.
            auto value = fieldValue(object, field);
            if (field != Field::Extra
                && (field == Field::Name || field == Field::Tenant
                    || value != fieldValue(blank, field)))
                add(object.id, field, value);
        }
    }

private:
    bool isNamed(ObjectId object) const
    {
        if (object.kind == Kind::Tenant)
            return std::binary_search(
                finding.tenants.begin(), finding.tenants.end(), object.tenant());
        return std::any_of(finding.related.begin(), finding.related.end(),
            [&](const Subject &subject) { return subject == Subject::of(object); });
    }
    template <class Id>
    bool isWithin(Id id) const
    {
        return excerpt.contains(id);
    }
    bool isWithin(const Connection &connection) const
    {
        return excerpt.contains(connection.target);
    }
    template <class T>
    void addMembers(ObjectId object, Field field, const QList<T> &members)
    {
        QList<T> named;
        for (const auto &member : members) {
            if constexpr (std::is_same_v<T, Port>) {
                facts.append({object, field, QList<T> {member}});
            } else {
                if (!isWithin(member))
                    continue;
                if constexpr (std::is_same_v<T, TenantId>) {
                    if (object == finding.object && isNamed(member)) {
                        named.append(member);
                        continue;
                    }
                }
                facts.append({object, field, QList<T> {member}});
            }
        }
        if (!named.isEmpty())
            facts.append({object, field, named});
    }
    void addMembers(ObjectId object, Field field, const Options &sections)
    {
        for (const auto &section : sections) {
            facts.append({object, field, Options {{section.name, {}}}});
            for (const auto &option : section.options)
                facts.append({object, field, Options {{section.name, {option}}}});
        }
    }
    void add(ObjectId object, Field field, const Value &value)
    {
        std::visit(
            [&]<class T>(const T &held) {
                if constexpr (std::is_constructible_v<ObjectId, T>) {
                    if (isWithin(held))
                        facts.append({object, field, held});
                } else if constexpr (
                    std::is_same_v<T,
                        QList<
                            TenantId>> || std::is_same_v<T, QList<SwitchId>> || std::is_same_v<T, QList<Connection>> || std::is_same_v<T, QList<Port>> || std::is_same_v<T, Options>) {
                    addMembers(object, field, held);
                } else {
                    facts.append({object, field, held});
                }
            },
            value);
    }

    const Excerpt &excerpt;
    const Finding &finding;
};

}  // namespace

QList<Fact> factsWithin(const Topology &topology, const Finding &finding, Surroundings surroundings)
{
    Excerpt excerpt(topology);
    excerpt.addNamed(finding);
    if (surroundings == Surroundings::Neighbours)
        excerpt.addNeighbours(finding);
    else if (surroundings == Surroundings::Everything)
        excerpt.addEverything();

    Cutter cutter(excerpt, finding);
    const auto &settings = topology.settings();
    if (settings.environment != Environment())
        cutter.facts.append({.setting = settings.environment});
    if (settings.socialMessagingTenants != Settings().socialMessagingTenants)
        cutter.facts.append({.setting = settings.socialMessagingTenants});
    const auto addObject = [&](ObjectId object) {
        std::visit([&](const auto &record) { cutter.add(record); }, topology.record(object));
    };
    for (const auto object : excerpt.objects()) {
        if (object != finding.object)
            addObject(object);
    }
    addObject(finding.object);
    return cutter.facts;
}
