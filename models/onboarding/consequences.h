// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/onboarding/trial.h"

/// What a step leads to beside the objects that it changes, in names and sentences: they hold when
/// the topologies have changed.
struct Consequences
{
    struct Restart
    {
        QString application;
        QStringList interrupted;  ///< Tenants; sorted, likewise below.
        QStringList bystanders;   ///< Those of them for whom nothing changes.
    };

    QList<Restart> restarts;  ///< Rows of the plan that come, or that interrupt others than before;
                              ///< by name.
    QStringList created;      ///< What findings say that come, in the contract's order.
    QStringList solved;       ///< Likewise of those that go.
    FindingsSummary counts;   ///< Of created.
    PlanSummary planBefore;   ///< As it is without the step …
    PlanSummary plan;         ///< … and then.

    /// Nothing restarts, comes or goes because of the step.
    bool isEmpty() const { return restarts.isEmpty() && created.isEmpty() && solved.isEmpty(); }
};

/// Tried out; nothing of it stays.
Consequences consequencesOf(Trial &trial, const Step &step);

/// A sentence each, for window and command line.
QStringList consequencesText(const Consequences &consequences);

/// "A, B and C"; long lists are shortened: "A, B and 12 more".
QString listedNames(const QStringList &names);
