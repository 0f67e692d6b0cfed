// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/exitcode.h"
#include "app/cli/streams.h"
#include "models/report/topologyreport.h"
#include "models/store/store.h"

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

/// Now, by this version; with the revision that the document stands at, if it does.
Letterhead letterheadFor(const QString &subject, const std::optional<RevisionInfo> &revision = {});
/// The last part of a path; "-" is standard input.
QString shownFile(const QString &file);
