// SPDX-License-Identifier: Apache-2.0
#include "models/merge/neededobjects.h"

#include "models/base/jsontext.h"
#include "models/base/text.h"
#include "models/merge/mapreferences.h"

#include <algorithm>

namespace {

QString namesJson(QStringList names)
{
    std::sort(names.begin(), names.end(), textLess);
    names.removeDuplicates();
    QStringList texts;
    for (const auto &name : std::as_const(names))
        texts.append(jsonString(name));
    return QLatin1Char('[') + texts.join(QLatin1Char(',')) + QLatin1Char(']');
}

}  // namespace

bool NeededObjects::keepOrClear()
{
    m_removed.clear();
    m_borne.clear();
    m_objects.forEachTable([this](const auto &objects) { findRemoved(objects); });
    if (m_removed.isEmpty())
        return false;
    m_objects.forEachTable([this](const auto &objects) { findReferrers(objects); });
    bool isAnyKept = false;
    for (const auto &alike : std::as_const(m_removed)) {
        for (const auto &removed : alike) {
            if (removed.referrers.isEmpty())
                continue;
            if (!removed.isDecided && keep(removed)) {
                isAnyKept = true;
                continue;
            }
            m_decided.insert(removed.identity);
            clear(removed);
        }
    }
    return isAnyKept;
}

template <class T>
void NeededObjects::findRemoved(const std::vector<Versions<T>> &objects)
{
    for (quint32 i = 0; i < objects.size(); ++i) {
        const auto &versions = objects[i];
        const auto &identity = m_identities.of(T::kind)[i];
        const ObjectId name(T::kind, identity.name);
        if (versions.merged) {
            m_borne.insert(name);
        } else if (versions.base && versions.ours.has_value() != versions.theirs.has_value()) {
            const auto keeper = versions.ours ? MergeSide::Ours : MergeSide::Theirs;
            const ObjectId object(T::kind, i);
            const bool isDecided = m_decided.contains(object) || !m_fields.isUntouched(versions);
            m_removed[name].append(
                {object, *identity.in(Version::Base), otherSide(keeper), isDecided});
        }
    }
}

/// The reference by the name of what it means.
ObjectId NeededObjects::byName(ObjectId reference) const
{
    const auto identity = m_identities.reference(reference).identity;
    return identity == Identities::none
        ? reference
        : ObjectId(reference.kind, m_identities.of(reference.kind)[identity].name);
}

/// What was removed and is still meant by the reference; null if there is no such thing.
NeededObjects::Removed *NeededObjects::meant(ObjectId reference)
{
    const auto name = byName(reference);
    const auto found = m_borne.contains(name) ? m_removed.end() : m_removed.find(name);
    if (found == m_removed.end())
        return nullptr;
    const auto identity = m_identities.reference(reference).identity;
    const auto isBefore = [identity](const Removed &a, const Removed &b) {
        const bool isMeant = a.identity.id == identity;
        return isMeant != (b.identity.id == identity) ? isMeant : a.inBase < b.inBase;
    };
    return &*std::min_element(found->begin(), found->end(), isBefore);
}

template <class T>
void NeededObjects::findReferrers(const std::vector<Versions<T>> &objects)
{
    for (const auto &versions : objects) {
        if (!versions.merged)
            continue;
        forEachReference(*versions.merged, [&](ObjectId reference) {
            auto *removed = meant(reference);
            if (!removed)
                return;
            // The remover may refer to what it doesn't define: then so may the merged one.
            bool isAlsoRemovers = false;
            if (const auto &version = versions.of(removed->remover))
                forEachReference(*version, [&](ObjectId other) {
                    isAlsoRemovers = isAlsoRemovers || byName(other) == byName(reference);
                });
            if (isAlsoRemovers)
                return;
            removed->referrers.append(versions.merged->id);
            removed->references.append(reference);
            removed->names.append(versions.merged->name);
        });
    }
}

/// Asks whether to; true if it is kept.
bool NeededObjects::keep(const Removed &removed)
{
    const auto keeper = otherSide(removed.remover);
    bool isKept = false;
    m_objects.forEachTable([&]<class T>(std::vector<Versions<T>> &objects) {
        if (T::kind != removed.identity.kind)
            return;
        auto &versions = objects[removed.identity.id];
        const auto needed = namesJson(removed.names);
        const auto none = QStringLiteral("null");
        const bool isOurs = keeper == MergeSide::Ours;
        const auto choice = m_log.add(m_fields.place(*versions.base, ConflictPlace::What::Need),
            QStringLiteral("[]"), isOurs ? needed : none, isOurs ? none : needed);
        isKept = choice == keeper;
        if (isKept)
            versions.merged = versions.of(keeper);
    });
    return isKept;
}

void NeededObjects::clear(const Removed &removed)
{
    for (qsizetype i = 0; i < removed.referrers.size(); ++i) {
        const auto referrer = removed.referrers[i];
        m_objects.forEachTable([&]<class T>(std::vector<Versions<T>> &objects) {
            if (T::kind == referrer.kind)
                dropReference(*objects[referrer.id].merged, removed.references[i]);
        });
    }
}
