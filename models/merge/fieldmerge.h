// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/merge/conflictlog.h"
#include "models/merge/identities.h"
#include "models/merge/versions.h"

/// Merges what belongs to one object, or to the document, field by field and key by key.
class FieldMerge final
{
public:
    FieldMerge(const Identities &identities, ConflictLog &log)
        : m_identities(identities)
        , m_log(log)
    {
    }

    /// Ours and theirs must be there. Without a base, one that has nothing but what makes it the
    /// object that it is.
    template <class T>
    T object(const Versions<T> &versions) const;
    /// Whether the only side that has the object has not changed it since base, but for references
    /// to what that side removed.
    template <class T>
    bool isUntouched(const Versions<T> &versions) const;
    /// The names of the fields that differ.
    template <class T>
    QStringList changedFields(const T &before, const T &after) const;

    Settings settings() const;
    /// Of the document.
    Extra extra() const;

    /// Where an object's conflicts are.
    template <class T>
    ConflictPlace place(const T &keyed, ConflictPlace::What what) const;

private:
    template <class T>
    void field(Field field, const Versions<T> &versions, const T &base, T &result) const;
    void lists(
        const Versions<Application> &versions, const Application &base, Application &result) const;
    std::optional<MergeSide> notLost(
        std::optional<ObjectId> reference, bool oursHasNone, bool theirsHasNone) const;
    QList<Port> ports(const Versions<Application> &versions, const Application &base) const;
    Options options(Field field, const ConflictPlace &place, const Options &base,
        const Options &ours, const Options &theirs) const;
    Extra extra(const ConflictPlace &place, const QStringList &parents, const Extra &base,
        const Extra &ours, const Extra &theirs) const;
    QString connectionText(Version version, ApplicationId identity, const Connection *keyed) const;
    const QString &nameOf(ObjectId key) const { return m_identities.reference(key).name; }
    const Topology &topology(Version version) const { return m_identities.topology(version); }

    const Identities &m_identities;
    ConflictLog &m_log;
};
