// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/exitcode.h"
#include "app/cli/streams.h"
#include "models/base/result.h"

#include <functional>

struct Outline;

/// Shows what the changes since the baseline ask for, or writes the runbook for it.
struct PlanOptions
{
    enum class Format { Text, Json, Markdown, Html, Pdf };
    enum class FailOn { Never, Restart, NotStated };

    QString base;  ///< Alone: a document, whose own baseline counts.
    QString work;
    Format format = Format::Text;
    QString output = QStringLiteral("-");
    FailOn failOn = FailOn::Never;
    int since = 0;     ///< A revision of the document in place of its baseline; 0 for none.
    QStringList done;  ///< Applications whose pending restarts are done.
    QString author;
};
ExitCode run(const PlanOptions &options, Streams &streams);
/// The part that needs fonts. Each program has its own: one that draws, and one that hands over to
/// it.
ExitCode planDrawn(const PlanOptions &options, Streams &streams);
/// What is common to all formats; "draw" makes a PDF.
using Draw = std::function<Result<QByteArray>(const Outline &)>;
ExitCode writePlan(const PlanOptions &options, const Draw &draw, Streams &streams);
