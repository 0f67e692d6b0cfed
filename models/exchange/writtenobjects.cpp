// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/writtenobjects.h"

#include "models/base/text.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace {

struct WrittenObjectsTexts
{
    Q_DECLARE_TR_FUNCTIONS(WrittenObjects)
};

}  // namespace

WrittenObjects::WrittenObjects(const Topology &topology)
    : m_topology(topology)
{
    findFirstBearers(topology.tenants());
    findFirstBearers(topology.offices());
    findFirstBearers(topology.switches());
    findFirstBearers(topology.hosts());
    findFirstBearers(topology.applications());
}

/// Finds the objects that their names mean: the first bearers.
template <class T>
void WrittenObjects::findFirstBearers(const Table<T> &table)
{
    auto &isMeant = m_isMeant[size_t(T::kind)];
    isMeant.resize(table.idBound());
    QSet<std::pair<quint32, QStringView>> seen;
    seen.reserve(table.size());
    for (const auto &object : table) {
        quint32 scope = 0;
        bool isReachable = !object.name.isEmpty();
        if constexpr (std::is_same_v<T, Switch>) {
            scope = object.tenant.value();
            isReachable = isReachable && this->isMeant(object.tenant);
        }
        const std::pair<quint32, QStringView> key(scope, object.name);
        isMeant[object.id.value()] = isReachable && !seen.contains(key);
        seen.insert(key);
    }
}

template <class T>
std::vector<const T *> WrittenObjects::sorted()
{
    std::vector<const T *> objects;
    for (const auto &object : m_topology.table<T>()) {
        bool isWritten = !object.isPlaceholder;
        if constexpr (std::is_same_v<T, Switch>)
            isWritten = isWritten && canBeWritten(object);
        if (isWritten)
            objects.push_back(&object);
    }
    // Stable: the first one of a name stays the first.
    std::stable_sort(objects.begin(), objects.end(), [this](const T *a, const T *b) {
        if constexpr (std::is_same_v<T, Switch>) {
            const auto order = compareText(tenantName(a->tenant), tenantName(b->tenant));
            if (order != 0)
                return order < 0;
        }
        return textLess(a->name, b->name);
    });
    return objects;
}

template std::vector<const Tenant *> WrittenObjects::sorted();
template std::vector<const SwitchingOffice *> WrittenObjects::sorted();
template std::vector<const Switch *> WrittenObjects::sorted();
template std::vector<const Host *> WrittenObjects::sorted();
template std::vector<const Application *> WrittenObjects::sorted();

bool WrittenObjects::canBeWritten(const Switch &object)
{
    const bool isOwned = !tenantName(object.tenant).isEmpty();
    if (isOwned && object.office && !m_topology.office(*object.office).name.isEmpty())
        return true;
    m_warnings.append({object.name,
        WrittenObjectsTexts::tr(
            "It is left out: a file can't name the %1 of the switch, which has no name.")
            .arg(fieldLabel(isOwned ? Field::SwitchingOffice : Field::Tenant).toLower())});
    return false;
}

const QString &WrittenObjects::referred(ObjectId referrer, ObjectId object)
{
    if (!isMeant(object))
        warn(referrer, object);
    return m_topology.name(object);
}

void WrittenObjects::warn(ObjectId referrer, ObjectId object)
{
    const auto &name = m_topology.name(object);
    const auto where = m_topology.name(referrer);
    const auto kind = kindLabel(object.kind).toLower();
    m_warnings.append({where,
        name.isEmpty()
            ? WrittenObjectsTexts::tr("It refers to the %1 without a name, which a file can't say.")
                  .arg(kind)
            : WrittenObjectsTexts::tr(
                "It refers to the %1 %2 that is not the first of this name. In the file the name "
                "means the first.")
                  .arg(kind, name)});
}

QStringList WrittenObjects::tenants(const Application &application)
{
    QStringList names;
    for (const auto tenant : application.tenants)
        names.append(referred(application.id, tenant));
    std::sort(names.begin(), names.end(),
        [](const QString &a, const QString &b) { return textLess(a, b); });
    names.erase(std::unique(names.begin(), names.end()), names.end());
    names.removeAll(QString());
    return names;
}

std::vector<WrittenObjects::NamedConnection> WrittenObjects::connections(
    const Application &application)
{
    std::vector<NamedConnection> connections;
    for (const auto &connection : application.connections)
        connections.emplace_back(referred(application.id, connection.target), &connection);
    std::stable_sort(connections.begin(), connections.end(), [](const auto &a, const auto &b) {
        const auto order = compareText(a.first, b.first);
        return order != 0 ? order < 0 : textLess(a.second->port, b.second->port);
    });
    // Targets that share a name are one in the file.
    const auto isRepeated = [](const auto &a, const auto &b) {
        return a.first == b.first && a.second->port == b.second->port;
    };
    connections.erase(
        std::unique(connections.begin(), connections.end(), isRepeated), connections.end());
    std::erase_if(connections, [](const auto &connection) { return connection.first.isEmpty(); });
    return connections;
}

QList<SwitchName> WrittenObjects::switches(const Application &application)
{
    QList<SwitchName> names;
    for (const auto id : application.switches)
        names.append({tenantName(m_topology.switchAt(id).tenant), referred(application.id, id)});
    std::sort(names.begin(), names.end(), [](const SwitchName &a, const SwitchName &b) {
        const auto order = compareText(a.tenant, b.tenant);
        return order != 0 ? order < 0 : textLess(a.name, b.name);
    });
    names.erase(std::unique(names.begin(), names.end()), names.end());
    names.removeIf(
        [](const SwitchName &name) { return name.tenant.isEmpty() || name.name.isEmpty(); });
    return names;
}
