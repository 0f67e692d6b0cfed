// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/plan/manualstep.h"
#include "models/plan/planner.h"

// What is done in the night of the change, step by step: contract/restart.md. A value without a
// form; models/report writes it down.

/// One line of the plan, ready to be done and ticked off.
struct RunbookStep
{
    QString application;
    Action action = Action::Restart;
    QString what;         ///< "SMS Server 8.1.400.04 on host-1"
    QStringList reasons;  ///< "Tenants: +Acme"; secret values are hidden.
    QString source;       ///< Where the need is stated, or the site's answer; empty for starts and
                          ///< stops.
    QString way;          ///< How, where that isn't plain: a switchover, a decision.
    QString check;        ///< How to see that it is done.
    std::optional<Interruption> interruption;  ///< Restarts only.
    bool isBackup = false;
    QStringList interrupted;  ///< Tenants, sorted.
    QStringList bystanders;   ///< Those of them for whom nothing changes.
    QStringList after;        ///< Those it connects to that start or restart, too.
    QString wayBack;
};

struct RunbookWave
{
    int number = 1;
    QList<RunbookStep> steps;
};

/// One line of the way back as a whole.
struct BackOutStep
{
    QString application;
    Action action = Action::Restart;
    std::optional<int> wave;  ///< Counted on the way back.
    QStringList reasons;
};

struct Runbook
{
    PlanSummary summary;
    QList<RunbookStep> undecided;  ///< Not stated: to be decided before.
    QStringList pending;           ///< Restarts of earlier exports that nobody has confirmed.
    QList<ManualStep> manual;      ///< What an import can't do, in order.
    QList<RunbookWave> waves;      ///< Restarts and starts, in the plan's order.
    QList<RunbookStep> immediate;
    QList<RunbookStep> stops;
    QStringList interrupted;    ///< Tenants that some step interrupts, sorted.
    QStringList webApiServers;  ///< Their clients must send the tenant parameter. Sorted.
    QList<BackOutStep> backOut;
};

/// "plan" leads from the baseline to the working copy, "wayBack" the other way (a plan of the two
/// with their places changed).
Runbook runbookOf(const RestartPlan &plan, const RestartPlan &wayBack, const Topology &baseline,
    const Topology &working, const QList<ManualStep> &manual = {});
