// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/exchange/jsonwriter.h"
#include "models/exchange/writtenobjects.h"
#include "models/plan/mutagenchanges.h"

#include <set>

/// What the objects of one file for mutagen share while they are written.
struct MutagenOutput
{
    explicit MutagenOutput(const Topology &written)
        : topology(written)
        , objects(written)
        , links(written)
    {
    }

    /// The name that stands for the object in a reference.
    const QString &refer(ObjectId referrer, ObjectId object)
    {
        note(object);
        return objects.referred(referrer, object);
    }
    /// Remembers it if nothing defines it. What refers to it unchanged was accepted before.
    void note(ObjectId object)
    {
        if (isChanged && topology.isPlaceholder(object))
            placeholders.insert(object);
    }
    template <class Id>
    void note(const QList<Id> &references)
    {
        for (const auto id : references)
            note(ObjectId(id));
    }
    void warn(const QString &where, const QString &message) { warnings.append({where, message}); }

    const Topology &topology;
    WrittenObjects objects;
    LinkDbids links;
    JsonWriter json;
    QList<Problem> warnings;
    std::set<ObjectId> placeholders;
    bool isChanged = false;  ///< The object that is being written.
    int secrets = 0;
};
