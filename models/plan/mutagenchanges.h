// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/plan/manualstep.h"
#include "models/topology/fields.h"

#include <bitset>

using FieldSet = std::bitset<32>;  ///< By a field's number.

/// An object that mutagen's import creates or updates.
struct TravellingObject
{
    ObjectId object;  ///< Of the working copy.
    bool isNew = false;
    FieldSet fields;   ///< What is to be written besides what names the object; all of a new one.
    QStringList keys;  ///< Likewise, of those that are kept unread (Field::Extra).
};

/// The changes from a baseline to a working copy, told apart: what travels in a file for mutagen,
/// and what is left to do by hand. A new object that lacks something doesn't travel: it would keep
/// mutagen from reading all others.
struct MutagenChanges
{
    QList<TravellingObject> objects;  ///< As differences() sorts them.
    QStringList collections;          ///< Keys of the topology's own extra, new or changed; none
                                      ///< inside a document, whose baseline has them from it.
    QList<ManualStep> steps;          ///< As manualSteps() gives them.

    static MutagenChanges between(
        const Topology &baseline, const Topology &working, Matching matching);
};

/// The keys that mutagen asks for before it creates the object, and that ours would lack.
QStringList missingForCreation(const Topology &topology, ObjectId object);
/// The numbers under which mutagen names linked switches. The topology must outlive it.
class LinkDbids final
{
public:
    explicit LinkDbids(const Topology &topology);
    /// Nothing if it isn't known, or means another switch. A placeholder "switch #7" stands for the
    /// DBID 7.
    std::optional<qint64> find(SwitchId id) const;
    /// Whether all of the application's links are known: they travel together or not at all, since
    /// those that a file lacks would be cut.
    bool knowsAll(const Application &application) const;

private:
    const Topology &m_topology;
    QHash<qint64, SwitchId> m_switches;
};

/// mutagen can't read a port without id or number.
bool hasReadablePorts(const Application &application);
