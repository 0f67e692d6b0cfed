// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/document/document.h"
#include "views/navigator/placement.h"

/// What is wrong or pending at an object, or at all objects below a heading.
struct NavigatorBadges
{
    int errors = 0;
    int warnings = 0;
    int restarts = 0;  ///< That the plan asks for, but those that are pending.
    int pending = 0;   ///< Restarts that were exported and not confirmed.
    bool operator==(const NavigatorBadges &) const = default;
};
Q_DECLARE_METATYPE(NavigatorBadges)

/// Badges of all objects, summed up by heading, kept up object by object.
///
/// Knows only objects that have badges. The document must outlive it.
class BadgeCounts final
{
public:
    explicit BadgeCounts(const Document &document);

    NavigatorBadges of(ObjectId object) const;
    NavigatorBadges below(const NavigatorGroup &group) const { return m_sums.value(group); }

    void countAll(NavigatorGrouping grouping);
    /// After anything about the object changed, even its existence. Gives the headings whose sums
    /// are others now.
    QList<NavigatorGroup> recount(ObjectId object);
    /// The objects that findings came to or left.
    QSet<ObjectId> objectsOf(const FindingsDelta &delta);

private:
    struct Counted
    {
        NavigatorGroup group;
        NavigatorBadges badges;
    };

    const Document &m_document;
    NavigatorGrouping m_grouping = NavigatorGrouping::Tenant;
    QHash<NavigatorGroup, NavigatorBadges> m_sums;
    QHash<ObjectId, Counted> m_counted;     // Where each object's badges were added.
    QHash<FindingId, ObjectId> m_findings;  // A finding that is gone can't be asked.
};
