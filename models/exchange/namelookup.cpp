// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/namelookup.h"

#include <QCoreApplication>

#include <algorithm>
#include <vector>

namespace {

struct NameLookupTexts
{
    Q_DECLARE_TR_FUNCTIONS(NameLookup)
};

// Suggestions are a courtesy: they must not make a stream of wrong names slow.
constexpr int mostNamesCompared = 20000;
constexpr qsizetype longestName = 64;

/// How many letters are to be changed, added or left out to get from one text to the other; "limit"
/// if that many or more.
qsizetype distance(QStringView a, QStringView b, qsizetype limit)
{
    if (std::abs(a.size() - b.size()) >= limit)
        return limit;
    std::vector<qsizetype> row(size_t(b.size()) + 1);
    for (size_t i = 0; i < row.size(); ++i)
        row[i] = qsizetype(i);
    for (qsizetype i = 0; i < a.size(); ++i) {
        auto diagonal = row[0];
        row[0] = i + 1;
        auto best = row[0];
        for (size_t j = 1; j < row.size(); ++j) {
            const auto above = row[j];
            const bool isSame = a[i].toCaseFolded() == b[qsizetype(j) - 1].toCaseFolded();
            row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (isSame ? 0 : 1)});
            diagonal = above;
            best = std::min(best, row[j]);
        }
        if (best >= limit)
            return limit;
    }
    return row.back();
}

template <class T>
QStringList definedNames(const Table<T> &table)
{
    QStringList names;
    if (table.size() > mostNamesCompared)
        return names;
    for (const auto &object : table) {
        if (!object.isPlaceholder)
            names.append(object.name);
    }
    return names;
}

QStringList definedNames(const Topology &topology, Kind kind)
{
    switch (kind) {
    case Kind::Tenant:
        return definedNames(topology.tenants());
    case Kind::SwitchingOffice:
        return definedNames(topology.offices());
    case Kind::Switch:
        return definedNames(topology.switches());
    case Kind::Host:
        return definedNames(topology.hosts());
    case Kind::Application:
        break;
    }
    return definedNames(topology.applications());
}

tl::unexpected<Error> notFound(const QString &message, const QString &nearest)
{
    const auto hint =
        nearest.isEmpty() ? QString() : u' ' + NameLookupTexts::tr("Is %1 meant?").arg(nearest);
    return failure(Error::Code::NotFound, message + hint);
}

tl::unexpected<Error> onlyReferred(Kind kind, const QString &name)
{
    return failure(Error::Code::NotFound,
        NameLookupTexts::tr("The %1 %2 is only referred to. Define it first.")
            .arg(kindLabel(kind).toLower(), name));
}

}  // namespace

Result<ObjectId> findObject(
    const Topology &topology, Kind kind, const QString &name, Defined defined)
{
    const auto bearers = topology.bearers(kind, name);
    for (const auto id : bearers) {
        const ObjectId object(kind, id);
        if (defined == Defined::OrReferred || !topology.isPlaceholder(object))
            return object;
    }
    if (!bearers.isEmpty())
        return onlyReferred(kind, name);
    return notFound(
        NameLookupTexts::tr("There is no %1 named %2.").arg(kindLabel(kind).toLower(), name),
        nearestName(name, definedNames(topology, kind)));
}

Result<SwitchId> findSwitch(
    const Topology &topology, const QString &tenant, const QString &name, Defined defined)
{
    // A placeholder may have switches.
    const auto owner = findObject(topology, Kind::Tenant, tenant, Defined::OrReferred);
    if (!owner)
        return tl::unexpected(owner.error());
    QStringList names;
    bool isReferred = false;
    for (const auto id : topology.switchesOf(owner->tenant())) {
        const auto &object = topology.switchAt(id);
        const bool isMeant = object.name == name;
        if (isMeant && (defined == Defined::OrReferred || !object.isPlaceholder))
            return id;
        isReferred = isReferred || isMeant;
        names.append(object.name);
    }
    if (isReferred)
        return onlyReferred(Kind::Switch, name);
    return notFound(NameLookupTexts::tr("The tenant %1 has no switch named %2.").arg(tenant, name),
        nearestName(name, names));
}

QString nearestName(const QString &text, const QStringList &names)
{
    if (text.size() > longestName)
        return {};
    // A third of the letters may differ.
    auto least = std::max(qsizetype(2), text.size() / 3 + 1);
    QString nearest;
    for (const auto &name : names) {
        const auto found = distance(text, name, least);
        if (found < least) {
            least = found;
            nearest = name;
        }
    }
    return nearest;
}
