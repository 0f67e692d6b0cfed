// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/plan/planner.h"
#include "models/report/outline.h"

#include <QDateTime>

// What report and runbook say alike.

/// What stands on the cover.
struct Letterhead
{
    QString subject;       ///< "harbour.switchyard"; "a.json → b.json"
    QString product;       ///< "Switchyard 0.1.0"
    QDateTime made;        ///< UTC
    int revision = 0;      ///< Of the document; 0: what stands now.
    QString comment = {};  ///< The revision's.
    int since = 0;         ///< The revision that changes are counted from; 0: the baseline.
};
/// Document, revision, when and by what it was made.
QList<Outline::Line> coverLines(const Letterhead &letterhead);

/// "Acme, Globex"; of many the first ones, and how many more there are.
QString listed(const QStringList &names, qsizetype most = 40);
/// "Switchover for Acme, Globex (bystander)"; empty for what interrupts nobody by its nature.
QString interruptionText(std::optional<Interruption> interruption, bool isBackup,
    const QStringList &interrupted, const QStringList &bystanders);
/// "↻ Restart SMS_1", "? Not stated: UCS_1"
QString stepTitle(Action action, const QString &application);
