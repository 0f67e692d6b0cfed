// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/exitcode.h"
#include "app/cli/streams.h"
#include "models/report/topologyreport.h"

/// What a report or a picture is made of.
struct ReportInput
{
    Letterhead letterhead;
    Topology topology;
    std::optional<Topology> baseline;  ///< Of a document.
    QDate today;

    ReportSource source() const
    {
        return {letterhead, topology, baseline ? &*baseline : nullptr, today};
    }
};
/// FILE of the command line. What is wrong with it has been said when an exit code comes back.
tl::expected<ReportInput, ExitCode> readReportInput(const QString &file, Streams &streams);

/// Now, by this version.
Letterhead letterheadFor(const QString &subject);
/// The last part of a path; "-" is standard input.
QString shownFile(const QString &file);
