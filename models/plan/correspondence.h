// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/plan/difference.h"

#include <QHash>

#include <array>
#include <vector>

/// Tells which object, and which reference, of a baseline is which of a working copy.
///
/// Objects are the same only where both sides define them. References also name what nobody
/// defines, so they have an answer of their own: keys. Two references of a kind mean the same if
/// their keys are equal.
///
/// By id, a placeholder that one side alone has stands for the object of its name that the other
/// side alone has: one that went with its last reference and came back with the next is not
/// another.
class Correspondence final
{
public:
    Correspondence(const Topology &baseline, const Topology &working, Matching matching);

    /// The same object on the other side, if both define it. An application of another type is
    /// another one.
    template <class IdType>
    std::optional<IdType> inWorking(IdType inBaseline) const
    {
        return partner(ObjectId(inBaseline).kind, inBaseline, m_toWorking);
    }
    template <class IdType>
    std::optional<IdType> inBaseline(IdType inWorking) const
    {
        return partner(ObjectId(inWorking).kind, inWorking, m_toBaseline);
    }

    quint32 baselineKey(ObjectId reference) const
    {
        return m_isById ? reference.id : m_baselineKeys[size_t(reference.kind)][reference.id];
    }
    quint32 workingKey(ObjectId reference) const
    {
        if (!m_isById)
            return m_workingKeys[size_t(reference.kind)][reference.id];
        return m_aliases.isEmpty() ? reference.id : m_aliases.value(reference, reference.id);
    }
    bool isSame(ObjectId before, ObjectId after) const
    {
        return baselineKey(before) == workingKey(after);
    }
    /// Keys are ids, so that lists of equal ids are equal.
    bool isPlain() const { return m_isById && m_aliases.isEmpty(); }

    /// Whether an edit that was applied to the working copy may have changed which references are
    /// the same.
    bool isChangedBy(const Edit &edit) const;

private:
    static constexpr quint32 none = 0xFFFFFFFF;
    using Numbers = std::array<std::vector<quint32>, kindCount>;

    template <class IdType>
    std::optional<IdType> partner(Kind kind, IdType id, const Numbers &partners) const
    {
        if (m_isById)
            return isDefinedOnBoth(id) ? std::optional(id) : std::nullopt;
        const quint32 found = partners[size_t(kind)][id.value()];
        return found == none ? std::nullopt : std::optional(IdType(found));
    }
    bool isDefinedOnBoth(ObjectId object) const;

    void findAliases();
    template <class T, class Key>
    void findAliases(Key key);
    bool mayHaveAlias(ObjectId object) const;

    void nameReferences();
    void matchObjects();
    template <class T, class BaselineKey, class WorkingKey>
    void match(BaselineKey baselineKey, WorkingKey workingKey);

    const Topology &m_baseline;
    const Topology &m_working;
    bool m_isById;
    // By id: placeholders and their like of the working copy alone, to those of the baseline alone.
    QHash<ObjectId, quint32> m_aliases;
    QHash<ObjectId, quint32> m_aliased;  // The other way round.
    // By name: by id, the keys of references and the partners of objects.
    Numbers m_baselineKeys;
    Numbers m_workingKeys;
    Numbers m_toWorking;
    Numbers m_toBaseline;
};
