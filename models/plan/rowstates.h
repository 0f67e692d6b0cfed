// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/plan/changeset.h"
#include "models/plan/fieldcomparison.h"
#include "models/plan/reach.h"
#include "models/plan/rowset.h"
#include "models/plan/tenantsources.h"

/// What each object's change is, and what that of an application asks for: everything of a plan
/// that is kept up to date. Both topologies must outlive it.
class RowStates final
{
public:
    RowStates(const Topology &baseline, const Topology &working, Matching matching);
    RowStates(const RowStates &) = delete;
    RowStates &operator=(const RowStates &) = delete;

    /// Whether only a comparison from scratch can tell what these edits change.
    bool isBeyondUpdate(const Delta &delta) const;
    PlanDelta update(const Delta &delta);

    const Correspondence &same() const { return m_same; }
    const RowSet &rows() const { return m_rows; }
    /// By id in the baseline.
    const RowSet &stops() const { return m_stops; }
    std::optional<ObjectDifference::Change> change(ObjectId object) const;
    PlanSummary summary() const;
    /// Of an application of the working copy.
    QList<Reason> reasons(ApplicationId application) const;
    /// Of these the fields that neither the sources nor the site's answers tell of, if its row is
    /// not stated.
    QStringList openFields(ApplicationId application) const;

    struct TenantNames
    {
        QStringList interrupted;
        QStringList bystanders;
    };
    /// Of a row that restarts; sorted.
    TenantNames tenantNames(const PlanRow &row) const;

private:
    // What an application's own fields are like, beside those of its partner in the baseline.
    enum Own : quint8 { SameFields = 0, OtherTenants = 1, OtherFields = 2, OtherChannels = 4 };

    template <class T>
    void compareTables();
    void compareApplications();
    template <class T>
    void refreshObject(typename T::IdType id);

    void refreshObject(ObjectId object);
    void refreshWorking(ApplicationId after, quint8 why);
    void refreshRemoval(ApplicationId before);
    void refreshOwn(const Application &before, const Application &after, quint8 why);

    std::optional<PlanRow> rowOf(ApplicationId before, ApplicationId after) const;
    std::optional<Action> statedAction(ApplicationId before, ApplicationId after) const;
    Action answeredAction(ApplicationId before, ApplicationId after) const;
    bool isStated(const Reason &reason, ApplicationId before, ApplicationId after) const;
    bool takesTenantsAtOnce(ApplicationId after) const;
    Interruption interruptionOf(ApplicationId after) const;
    bool isEffectiveListOther(ApplicationId before, ApplicationId after) const;
    void setRow(RowSet &rows, ApplicationId application, std::optional<PlanRow> row);
    void count(const PlanRow &row, int by);
    void countTenant(quint32 key, int by);

    const Topology &m_baseline;
    const Topology &m_working;
    const bool m_isById;
    const Correspondence m_same;
    const FieldComparison m_comparison;
    TenantSources m_before;
    TenantSources m_after;

    RowSet m_rows;
    RowSet m_stops;
    ChangeSet m_changes;               // Of the working copy's objects.
    ChangeSet m_removals;              // Of the baseline's.
    std::vector<quint8> m_own;         // Own flags by id in the working copy.
    std::array<int, 5> m_actions {};   // Rows by action.
    std::vector<int> m_interruptions;  // Restarts that interrupt a tenant, by its key.
    int m_tenantsInterrupted = 0;

    Reach m_reach;  // Empty between updates.
};
