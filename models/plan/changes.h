// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/plan/difference.h"

/// One thing that two states of a document differ in, and that can be taken alone (takeover.h): an
/// object that came or went, one field of an object that both have, the document's settings, its
/// own extra keys.
struct Change
{
    enum class Subject : quint8 { Settings, DocumentExtra, Object };
    using Kind = ObjectDifference::Change;

    Subject subject = Subject::Object;
    Kind kind = Kind::Modified;
    ObjectId object = Topology::environment;  ///< Of Subject::Object.
    std::optional<Field> field;  ///< Of a modified object. Extra is one, whatever its keys.

    static Change ofSettings() { return {Subject::Settings, Kind::Modified, none, {}}; }
    static Change ofDocumentExtra() { return {Subject::DocumentExtra, Kind::Modified, none, {}}; }
    static Change added(ObjectId object) { return {Subject::Object, Kind::Added, object, {}}; }
    static Change removed(ObjectId object) { return {Subject::Object, Kind::Removed, object, {}}; }
    static Change of(ObjectId object, Field field)
    {
        return {Subject::Object, Kind::Modified, object, field};
    }

    /// The change the other way round.
    Change reversed() const;

    auto operator<=>(const Change &) const = default;

private:
    static constexpr ObjectId none = Topology::environment;
};

size_t qHash(const Change &change, size_t seed = 0);

/// What makes "to" of "from", told by id: everything that both hold, waivers and places apart.
/// Sorted.
///
/// That is more than people count as a difference (difference.h): DBIDs and the administrator's own
/// statements are here too, because who restores a state wants them. Placeholders come and go with
/// the references to them and are no changes; one that became a defined object was added, one of
/// another name was modified. Costs as many comparisons as there are objects; those that both share
/// cost nothing.
QList<Change> changesBetween(const Topology &from, const Topology &to);

/// Whether people count a change of this field as one (contract/restart.md): not DBID, component
/// and load balanced.
bool isCounted(Field field);
