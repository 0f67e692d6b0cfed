// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/plan/changes.h"
#include "models/plan/correspondence.h"

/// What people read of the changes between two topologies, which must outlive it. Secret values are
/// hidden.
class ChangeTexts final
{
public:
    ChangeTexts(const Topology &from, const Topology &to);

    /// Whose change it is: "SMS_1", or "Settings of the document".
    QString subject(const Change &change) const;
    /// "Tenants: +Acme −Globex", "Release: 8.1.4 → 8.1.5", "New: SMS Server". Quickest where the
    /// changes of one object are asked for one after the other.
    QString difference(const Change &change);
    /// What a step that takes it back is called: "Revert Tenants of SMS_1".
    QString revertTitle(const Change &change) const;

private:
    const Topology &sideOf(ObjectId object) const;
    const QList<Reason> &reasons(ObjectId object);
    QString fieldDifference(ObjectId object, Field field);
    QString settingsDifference() const;

    const Topology &m_from;
    const Topology &m_to;
    Correspondence m_same;
    std::optional<ObjectId> m_object;  // Whose reasons are known.
    QList<Reason> m_reasons;
};
