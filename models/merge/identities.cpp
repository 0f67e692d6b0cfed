// SPDX-License-Identifier: Apache-2.0
#include "models/merge/identities.h"

#include "models/merge/mapreferences.h"

#include <QVarLengthArray>

namespace {

constexpr std::array versions {Version::Ours, Version::Theirs, Version::Base};

struct IdentityKey
{
    QString name;
    QString type;
    quint32 tenant = Identities::none;
    quint32 office = Identities::none;
    bool operator==(const IdentityKey &) const = default;
};
size_t qHash(const IdentityKey &key, size_t seed)
{
    return qHashMulti(seed, key.name, key.type, key.tenant, key.office);
}

quint32 tenantKey(const Identities &all, Version version, const auto &object)
{
    if constexpr (std::is_same_v<std::decay_t<decltype(object)>, Switch>)
        return all.key(version, object.tenant);
    else
        return Identities::none;
}

}  // namespace

Identities::Identities(const Topology &base, const Topology &ours, const Topology &theirs)
    : m_topologies {&base, &ours, &theirs}
{
    const auto byName = [](Version, const auto &object) { return IdentityKey {object.name, {}}; };
    identify<Tenant>(byName);
    identify<SwitchingOffice>(byName);
    identify<Host>(byName);
    identify<Switch>([this](Version version, const Switch &object) {
        return IdentityKey {object.name, {}, key(version, object.tenant),
            object.office ? key(version, *object.office) : none};
    });
    identify<Application>([](Version, const Application &application) {
        return IdentityKey {application.name, application.type.token()};
    });
}

template <class T, class KeyOf>
void Identities::identify(KeyOf keyOf)
{
    struct Alike
    {
        QVarLengthArray<quint32, 1> identities;
        std::array<int, versionCount> next {};
    };
    QHash<IdentityKey, Alike> known;
    auto &identities = m_identities[size_t(T::kind)];
    known.reserve(topology(Version::Ours).table<T>().size());
    for (const auto version : versions) {
        const auto &table = topology(version).table<T>();
        auto &identityOf = m_identityOf[size_t(version)][size_t(T::kind)];
        identityOf.assign(table.idBound(), none);
        for (const T &object : table) {
            if (object.isPlaceholder)
                continue;
            auto &alike = known[keyOf(version, object)];
            const int occurrence = alike.next[size_t(version)]++;
            if (occurrence == alike.identities.size()) {
                alike.identities.append(quint32(identities.size()));
                identities.push_back({{}, occurrence, none});
            }
            const auto identity = alike.identities[occurrence];
            identities[identity].ids[size_t(version)] = object.id.value();
            identityOf[object.id.value()] = identity;
        }
    }
    nameReferences<T>();
}

template <class T>
void Identities::nameReferences()
{
    auto &references = m_references[size_t(T::kind)];
    auto &identities = m_identities[size_t(T::kind)];
    QHash<std::pair<quint32, QString>, quint32> byName;
    byName.reserve(topology(Version::Ours).table<T>().size());
    std::vector<quint32> ofIdentity(identities.size(), none);
    const auto add = [&](Reference reference) {
        references.push_back(std::move(reference));
        return quint32(references.size() - 1);
    };
    for (const auto version : versions) {
        const auto &table = topology(version).table<T>();
        auto &keys = m_keys[size_t(version)][size_t(T::kind)];
        keys.assign(table.idBound(), none);
        auto &isBorne = m_defined[size_t(version)][size_t(T::kind)];
        for (const T &object : table) {
            const auto tenant = tenantKey(*this, version, object);
            auto name = byName.constFind({tenant, object.name});
            if (name == byName.constEnd())
                name = byName.insert({tenant, object.name}, add({object.name, tenant, none}));
            auto &key = keys[object.id.value()];
            key = *name;
            if (object.isPlaceholder)
                continue;
            const auto identity = m_identityOf[size_t(version)][size_t(T::kind)][object.id.value()];
            identities[identity].name = *name;
            isBorne.resize(references.size());
            if (object.name.isEmpty() || isBorne[*name]) {
                if (ofIdentity[identity] == none)
                    ofIdentity[identity] = add({object.name, tenant, identity});
                key = ofIdentity[identity];
            }
            isBorne.resize(references.size());
            isBorne[*name] = true;
            isBorne[key] = true;
        }
    }
}

template <class T>
std::optional<T> Identities::keyed(Version version, quint32 identity) const
{
    const auto id = of(T::kind)[identity].in(version);
    if (!id)
        return std::nullopt;
    T object = topology(version).table<T>().at(typename T::IdType(*id));
    object.id = typename T::IdType(identity);
    mapReferences(object, [&]<class Id>(Id reference) { return Id(key(version, reference)); });
    return object;
}

template std::optional<Tenant> Identities::keyed(Version, quint32) const;
template std::optional<SwitchingOffice> Identities::keyed(Version, quint32) const;
template std::optional<Switch> Identities::keyed(Version, quint32) const;
template std::optional<Host> Identities::keyed(Version, quint32) const;
template std::optional<Application> Identities::keyed(Version, quint32) const;
