// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/draft.h"

#include <array>
#include <vector>

/// The objects of a topology as a file holds them whose references are names: which ones, in which
/// order, and what stands for a reference. Placeholders are no objects; what refers to them keeps
/// their names. The topology must outlive it.
class WrittenObjects final
{
public:
    explicit WrittenObjects(const Topology &topology);

    /// Sorted by name (switches by tenant and name), those of one name in the order of the
    /// document. A switch whose tenant or office has no name is left out, with a warning.
    template <class T>
    std::vector<const T *> sorted();

    /// The name that stands for the object in a reference; a warning if it means another one.
    const QString &referred(ObjectId referrer, ObjectId object);
    const QString &tenantName(TenantId id) const { return m_topology.tenant(id).name; }

    // Sorted, each once, those without a name left out.
    QStringList tenants(const Application &application);
    using NamedConnection = std::pair<QString, const Connection *>;  ///< Its target's name.
    std::vector<NamedConnection> connections(const Application &application);
    QList<SwitchName> switches(const Application &application);

    /// What the file can't carry.
    QList<Problem> takeWarnings() { return std::exchange(m_warnings, {}); }

private:
    template <class T>
    void findFirstBearers(const Table<T> &table);
    bool isMeant(ObjectId object) const { return m_isMeant[size_t(object.kind)][object.id]; }
    bool canBeWritten(const Switch &object);
    void warn(ObjectId referrer, ObjectId object);

    const Topology &m_topology;
    std::array<std::vector<bool>, kindCount>
        m_isMeant;  // By kind and id: whether the object's name means it.
    QList<Problem> m_warnings;
};
