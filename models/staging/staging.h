// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/plan/changes.h"
#include "models/plan/planner.h"
#include "models/staging/limits.h"
#include "models/staging/stagefinding.h"

#include <functional>

/// One step of the way from the baseline to the working copy.
struct Deployment
{
    int window = 0;           ///< Which of the limits' windows; without windows: its own place.
    QList<Change> changes;    ///< What it adds to the deployments before it.
    RestartPlan plan;         ///< From the stage before it to the one it makes.
    QStringList interrupted;  ///< Tenants by name, sorted, each once.
    /// What is found once it is done and wasn't in the baseline. No error among them that the
    /// working copy hasn't.
    QList<StageFinding> findings;
};

/// A limit that is in the way of every split: one that some unit of changes can't keep to by
/// itself; else one without which there would be a split; else one of several that it takes.
struct Obstacle
{
    enum class Limit : quint8 {
        Apart,        ///< Tenants that are to be kept apart.
        Interrupted,  ///< Whom the windows may interrupt.
        Windows,      ///< How many there are.
        SplitOff,     ///< What is to be split off.
        Findings,     ///< Stages would have errors that neither end has.
    };
    Limit limit = Limit::Windows;
    QList<ApplicationId> servers;  ///< Whose restarts meet the limit; by the working copy's ids.
    QList<TenantId> tenants;       ///< Whom they interrupt.
    QString text;                  ///< One sentence with names; translated.
};

/// Pending changes split into deployments.
struct Staging
{
    /// In order; the last one's stage equals the working copy. Empty if nothing is pending, or if
    /// no split that keeps to the limits was found.
    QList<Deployment> deployments;
    QList<Obstacle> obstacles;  ///< If none was found: why.
    int restarts = 0;           ///< Over all deployments.
    int interruptions = 0;      ///< Sum of the tenants that each deployment interrupts.
    PlanSummary atOnce;         ///< If all were deployed together.
    /// No split that keeps to the limits has fewer restarts, nor with as many fewer interruptions;
    /// or, without deployments, there is none. If not proven, there may be one that the search,
    /// whose work is bounded, didn't meet.
    bool isProven = false;
    bool isCancelled = false;  ///< Then there is nothing else.
};

/// Splits what is pending into deployments that keep to the limits, with the fewest restarts, then
/// the fewest interruptions, then the fewest deployments. No stage has an error that neither the
/// baseline nor the working copy has (a waived one is none).
///
/// The changes of one server, and of those that it is backed up with, stay together: then nothing
/// restarts more often than if all were deployed at once. (By the letter of the plan a server whose
/// release is lowered along with its tenants could do with less, tenants first. It isn't tried.) Up
/// to a dozen such units the best split of all is found; with more of them a good one, and
/// whether it is known to be the best is said. The work is bounded; "isCancelled" is asked now and
/// then, from this thread.
Staging splitIntoDeployments(const Topology &baseline, const Topology &working,
    const DeploymentLimits &limits, QDate today = {},
    const std::function<bool()> &isCancelled = {});

/// The topology after the first "count" deployments of a split of these two, with the working
/// copy's waivers and site answers.
Topology stageAfter(
    const Topology &baseline, const Topology &working, const Staging &staging, int count);
