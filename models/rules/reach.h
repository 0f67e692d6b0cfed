// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/rules/marks.h"
#include "models/rules/rulecontext.h"

/// Finds which units an edit reaches: through the object it changes, through those that refer to
/// that object, and at both ends of references that came or went. The topology is the one after the
/// edits; what only held before them is in the edits themselves, so that nothing is missed.
class Reach final
{
public:
    Reach(const RuleContext &context, Marks &marks);

    /// Edits that have been applied and that the context has followed.
    void add(const Delta &delta, const RuleContext::Consequences &consequences);

private:
    void add(const Edit &edit);
    void add(const SetField &edit);
    /// The object came, went, or became what it is; all its references with it.
    void add(const Record &record);
    void touch(ObjectId object, Aspects aspects);
    void touchApplication(ApplicationId application, Aspects aspects);
    void touchEverywhere(Aspects aspects);

    // Ends of references.
    void relate(ApplicationId application, TenantId tenant);
    void relate(ApplicationId application, HostId host);
    void refer(ObjectId referred);

    template <class Id>
    void mark(const QList<Id> &objects, RuleMask rules)
    {
        if (rules == 0)
            return;
        for (const auto id : objects)
            m_marks.add(id, rules);
    }
    RuleMask countingMember(ApplicationId application) const;
    RuleMask countingTarget(ApplicationId application) const;
    void regroup(ObjectId object, Field field, const Value &value);
    void markDbid(Kind kind, qint64 dbid);
    void markAddress(const QString &address);

    const RuleContext &m_context;
    const Topology &m_topology;
    const RuleList &m_rules;
    Marks &m_marks;
    bool m_areTypesKept = true;  // No application came, went or became another in these edits.
};
