// SPDX-License-Identifier: Apache-2.0
#include "app/cli/rulescommand.h"

#include "app/cli/report.h"
#include "models/base/text.h"
#include "models/exchange/rulesjson.h"
#include "models/exchange/rulestext.h"

#include <QCoreApplication>

ExitCode run(const RulesOptions &options, Streams &streams)
{
    if (options.format == ResultFormat::Json)
        streams.out.write(QByteArrayView(rulesJson()));
    else
        streams.out.write(rulesText());
    return ExitCode::Done;
}

ExitCode run(const ExplainOptions &options, Streams &streams)
{
    const auto rule = ruleFromName(options.rule);
    if (!rule) {
        streams.err.line(QCoreApplication::translate(
            "RulesCommand", "There is no rule %1. See: switchyard-cli rules")
                             .arg(visibleText(options.rule)));
        return ExitCode::Usage;
    }
    streams.out.write(explanationText(*rule));
    return ExitCode::Done;
}
