// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/merge/fieldmerge.h"
#include "models/topology/topologychange.h"

#include <QSet>

/// Gives what was merged its ids, which are those of ours as far as can be, and makes of it a
/// change of ours.
///
/// The order of ids is the order of the document, and of those that share a name the first one is
/// meant by it. So an object that theirs puts before others of its name gets a new id, and so do
/// those behind it.
class ResultIds final
{
public:
    ResultIds(const Identities &identities, const FieldMerge &fields, ConflictLog &log,
        const VersionTables &objects, TopologyChange &change);

    /// Sets all objects in the change.
    void write();

private:
    using Group = std::vector<quint32>;  // Identities that share a written name.

    template <class T>
    void number(const std::vector<Versions<T>> &objects);
    template <class T>
    Group ordered(const std::vector<Versions<T>> &objects, const Group &group);
    template <class T>
    void giveIds(const Group &group);
    template <class T>
    void writeObjects(const std::vector<Versions<T>> &objects);
    template <class T>
    void removeOthers();

    template <class Id>
    Id resolved(Id key);
    template <class T>
    quint32 placeholder(quint32 key);

    const Topology &ours() const { return m_identities.topology(Version::Ours); }

    const Identities &m_identities;
    const FieldMerge &m_fields;
    ConflictLog &m_log;
    const VersionTables &m_objects;
    TopologyChange &m_change;
    std::array<std::vector<quint32>, kindCount> m_ids;        // By identity.
    std::array<QSet<quint32>, kindCount> m_used;              // Ids.
    std::array<QHash<quint32, quint32>, kindCount> m_byName;  // First bearers and placeholders by
                                                              // key; but for switches.
    QHash<std::pair<quint32, QString>, quint32> m_switches;   // By tenant's id and name.
    std::array<QHash<quint32, quint32>, kindCount> m_placeholders;  // Of ours, by key.
};
