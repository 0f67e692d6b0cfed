// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/plan/difference.h"

#include <memory>

// contract/restart.md: what a change of one application asks for.

enum class Action : quint8 { Restart, NotStated, Immediate, Start, Stop };
enum class Interruption : quint8 { None, Switchover, Outage };

/// One application instance of the plan.
struct PlanRow
{
    Action action = Action::Restart;
    Interruption interruption = Interruption::None;  ///< Only meaningful for restarts.
    ApplicationId application {0};  ///< In the working copy; of a stop: in the baseline.
    QList<TenantId> interrupted;    ///< Tenants on the effective list before or after; those of one
                                    ///< side only by that side's id.
    QList<TenantId> bystanders;     ///< On it before and after.
    bool isAnswered = false;        ///< The site's answers say so, not the sources.
    bool operator==(const PlanRow &) const = default;
};

struct PlanSummary
{
    int restarts = 0;
    int starts = 0;
    int stops = 0;
    int immediate = 0;
    int notStated = 0;
    int tenantsInterrupted = 0;  ///< Each tenant once.
    int changes =
        0;  ///< Objects of any kind that were added, removed or modified since the baseline.
    bool operator==(const PlanSummary &) const = default;
};

/// Rows that came, went or changed, or whose reasons may have, and restarts that are pending now or
/// no longer: applications of the working copy, or of the baseline for stops. Each once.
struct PlanDelta
{
    QList<ApplicationId> applications;
    bool isEmpty() const { return applications.isEmpty(); }
};

/// One row of a finished plan, with all that people and the JSON result need.
struct PlannedInstance
{
    QString name;
    QString type;  ///< Token.
    Action action = Action::Restart;
    std::optional<int> wave;
    std::optional<Interruption> interruption;  ///< Restarts only.
    QStringList tenantsInterrupted;            ///< Names, sorted.
    QStringList bystanders;
    QList<Reason> reasons;
    ApplicationId application {0};  ///< In the working copy; of a stop: in the baseline.
    bool isBackup = false;
    QList<SiteAnswer> answers;  ///< Where the sources say nothing: those that the action stands on.
    QStringList after;  ///< Names of planned instances of earlier waves that it connects to.
    bool operator==(const PlannedInstance &) const = default;
};

struct RestartPlan
{
    QList<PlannedInstance> instances;  ///< In restart.md's order.
    PlanSummary summary;
    QStringList pending;  ///< Names of restarts that were exported and not confirmed, sorted.
};

/// Compares the working copy with the baseline, and keeps up with the edits of the working copy.
/// Row states and totals are always there; waves and reasons are made when plan() is asked. Both
/// topologies must outlive the planner.
class Planner final
{
public:
    Planner(const Topology &baseline, const Topology &working, Matching matching);
    ~Planner();
    Planner(Planner &&other) noexcept;
    Planner &operator=(Planner &&other) noexcept;

    /// After the delta was applied to the working copy (Matching::ById only). Costs what the edits
    /// can reach.
    PlanDelta update(const Delta &delta);

    PlanSummary summary() const;
    /// Null for an application that needs nothing. Stops are asked for by their id in the baseline.
    const PlanRow *row(ApplicationId application) const;
    /// Applications that have a row, in no particular order.
    QList<ApplicationId> rows() const;
    /// Whether an object differs from the baseline, was added or removed.
    std::optional<ObjectDifference::Change> change(ObjectId object) const;
    QList<Reason> reasons(ApplicationId application) const;
    /// The fields that differ and that neither the sources nor the site tell of: what an answer is
    /// wanted for. Of an application of the working copy; empty unless its row is not stated.
    QStringList openFields(ApplicationId application) const;

    /// One row of the plan as people read it, without wave. It must have one.
    PlannedInstance instance(ApplicationId application) const;
    RestartPlan plan() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// "restart", "not-stated", "immediate", "start", "stop".
QLatin1String actionToken(Action action);
QLatin1String interruptionToken(Interruption interruption);
/// "↻ Restart", "? Not stated", "⚡ Immediate", "+ Start", "– Stop"; interaction.md's vocabulary,
/// translated.
QString actionLabel(Action action);
/// Its name, or that it has none.
QString shownName(const PlannedInstance &instance);
/// The sentence that goes with a row: "Restart SMS_1: its tenant list changes (+Acme)."
QString actionSentence(const PlannedInstance &instance, const QString &release);
/// "3 restarts · 1 not stated · 4 tenants interrupted"; what is nought is left out. Empty if the
/// plan is.
QString planTotals(const PlanSummary &summary);
/// Where the need for the action is stated: document, page, topic; empty for starts and stops.
QString actionSource(const PlannedInstance &instance);
