// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/plan/difference.h"

/// Something that has to be done by hand beside an import with mutagen, which only creates, updates
/// and skips: it deletes nothing, a field that is missing means unchanged to it, and it refuses a
/// file as a whole if an object that it has to create lacks what it asks for.
struct ManualStep
{
    enum class Kind {
        Create,  ///< A new object lacks what mutagen asks for.
        Remove,
        Rename,
        Clear,  ///< A field that holds nothing any more.
        Set,    ///< A field that mutagen has no key for, or can't read.
        Link,   ///< A switch whose DBID isn't known.
    };
    enum class Order { BeforeImport, AfterImport };

    QString object;  ///< "Application SMS_1"; the old name if it is renamed.
    QString text;    ///< What to do: a sentence, translated.
    QString reason;  ///< Why mutagen can't: likewise.
    Kind kind = Kind::Set;
    Order order = Order::AfterImport;
    std::optional<ObjectId> id = {};  ///< In the working copy; in the baseline if it is removed.
    QString field = {};  ///< The topology format's name, or an unknown key; empty for the object.
};

/// What mutagen's import can't make of the changes, in the order in which to do it: objects are
/// made after what they refer to, and removed before it. Values of fields that look secret aren't
/// shown.
QList<ManualStep> manualSteps(const Topology &baseline, const Topology &working, Matching matching);
