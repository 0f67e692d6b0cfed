// SPDX-License-Identifier: Apache-2.0
#include "app/cli/checkcommand.h"

#include "app/cli/input.h"
#include "app/cli/report.h"
#include "models/base/text.h"
#include "models/store/store.h"

#include <QCoreApplication>

ExitCode run(const CheckOptions &options, Streams &streams)
{
    const auto store = openStore(options.document, streams);
    if (!store)
        return store.error();
    const auto problems = (*store)->checkIntegrity();
    if (!problems)
        return report(streams, options.document, problems.error(), During::Reading);
    for (const auto &problem : *problems)
        streams.err.line(visibleText(problem));
    if (!problems->isEmpty())
        return ExitCode::Input;
    streams.out.line(QCoreApplication::translate("CheckCommand", "%1: no damage found.")
                         .arg(visibleText(options.document)));
    return ExitCode::Done;
}
