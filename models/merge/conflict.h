// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/fields.h"

#include <QHash>
#include <QStringList>

#include <optional>

enum class MergeSide : quint8 { Ours, Theirs };
constexpr MergeSide otherSide(MergeSide side)
{
    return side == MergeSide::Ours ? MergeSide::Theirs : MergeSide::Ours;
}

/// What a conflict is about; names, no ids, so that a choice outlives the topologies.
struct ConflictPlace
{
    enum class What : quint8 {
        Field,    ///< A field, or one key of it, has another new value on each side.
        Removal,  ///< One side changed the object, the other removed it.
        Need,     ///< One side removed the object, the other has a new reference to it.
        Order,    ///< Objects that share a name: which comes first, and is meant by it.
    };

    What what = What::Field;
    std::optional<Kind> kind;  ///< None: the document itself, its settings and unknown keys.
    QString name;
    QStringList like;    ///< What else tells the object: an application's type; a switch's tenant
                         ///< and office.
    int occurrence = 0;  ///< Which of those that are alike so far, from 0.
    QString field;       ///< As the topology format calls it, or an unknown key. Field only.
    QStringList key;     ///< Section and key of an option, target and port of a connection, id of a
                         ///< port. Empty for a whole field.

    bool operator==(const ConflictPlace &) const = default;
};
size_t qHash(const ConflictPlace &place, size_t seed = 0);

/// What the two sides can't agree on. Values are compact JSON text in the topology format's form,
/// "null" for none:
/// Field: the values. Removal: the names of the fields that were changed; null where it was
/// removed. Need: the names of those that refer to it; null where it was removed. Order: types (of
/// switches: offices) in order.
struct Conflict
{
    ConflictPlace place;
    QString base;
    QString ours;
    QString theirs;
    MergeSide choice = MergeSide::Ours;  ///< What the merged topology has.

    bool operator==(const Conflict &) const = default;
};

/// Which side counts where both can't.
struct MergeChoices
{
    MergeSide otherwise = MergeSide::Ours;  ///< For all that "each" doesn't name.
    QHash<ConflictPlace, MergeSide> each;

    MergeSide at(const ConflictPlace &place) const { return each.value(place, otherwise); }
};

/// "application SMS_1"; "Settings" for the document.
QString conflictObjectText(const ConflictPlace &place);
/// One line: "application SMS_1: ours Release: 8.1.4 → 8.1.5; theirs Release: 8.1.4 → 8.1.6".
/// Values of options whose key looks like a secret are hidden.
QString conflictText(const Conflict &conflict);
/// What one side did there, alone: "Release: 8.1.4 → 8.1.5", "removed".
QString conflictSideText(const Conflict &conflict, MergeSide side);

// For a table: the object, what of it is in conflict, and what stands there in each version.

/// "Release", "Options: log/verbose", "The object itself".
QString conflictWhatText(const ConflictPlace &place);
/// "8.1.4", "(none)", "removed"; without a side, that of base (empty where base has nothing to
/// say). Secrets are hidden, structures are their JSON.
QString conflictValueText(const Conflict &conflict, std::optional<MergeSide> side);
