// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/exitcode.h"
#include "app/cli/resultformat.h"
#include "app/cli/streams.h"

/// Shows what the changes since the baseline ask for.
struct PlanOptions
{
    enum class FailOn { Never, Restart, NotStated };

    QString base;  ///< Alone: a document, whose own baseline counts.
    QString work;
    ResultFormat format = ResultFormat::Text;
    QString output = QStringLiteral("-");
    FailOn failOn = FailOn::Never;
    int since = 0;     ///< A revision of the document in place of its baseline; 0 for none.
    QStringList done;  ///< Applications whose pending restarts are done.
    QString author;
};
ExitCode run(const PlanOptions &options, Streams &streams);
