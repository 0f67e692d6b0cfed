// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/report/reporttext.h"
#include "models/rules/finding.h"

/// What a report is about. All that it refers to must outlive the making of the outline.
struct ReportSource
{
    Letterhead letterhead;
    const Topology &topology;
    const Topology *baseline = nullptr;  ///< Null: nothing to compare with, so no plan.
    QDate today;                         ///< Which waivers still count.
    QList<QByteArray> pictures = {};     ///< SVG; none where the report has no picture.
};

/// The whole report: readiness, picture, assignments, findings, waivers, readings, changes, plan.
/// Lists of large topologies are cut, and say so; restarts never are. Errors are no reason to
/// refuse one.
Outline reportOutline(const ReportSource &source);
