// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/plan/planner.h"

// Results as lines that a reader can check by eye.

/// `release: "8.1.3" > "8.1.4"`, `tenants: +"Acme" -"Globex"`.
QString lineOf(const Reason &reason);
/// `+ tenant Acme`, `~ application SMS_1; release: …; tenants: …`.
QStringList linesOf(const QList<ObjectDifference> &differences);
/// `1 restart SMS_1 outage of Acme, Globex by Globex; tenants: +"Acme"`, `- stop Chat_1`.
QStringList linesOf(const RestartPlan &plan);
/// `2 restarts, 1 start, 0 stops, 0 immediate, 0 not stated, 3 tenants, 4 changes`.
QString lineOf(const PlanSummary &summary);
