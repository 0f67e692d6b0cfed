// SPDX-License-Identifier: Apache-2.0
#include "app/cli/validatecommand.h"

#include "app/cli/input.h"
#include "models/base/clock.h"
#include "models/exchange/findingsjson.h"
#include "models/exchange/findingstext.h"
#include "models/rules/validator.h"

#include <algorithm>

namespace {

bool isAtLeast(Severity severity, ValidateOptions::FailOn threshold)
{
    switch (threshold) {
    case ValidateOptions::FailOn::Error:
        return severity == Severity::Error;
    case ValidateOptions::FailOn::Warning:
        return severity != Severity::Advice;
    case ValidateOptions::FailOn::Advice:
        return true;
    case ValidateOptions::FailOn::Never:
        break;
    }
    return false;
}

}  // namespace

ExitCode run(const ValidateOptions &options, Streams &streams)
{
    const auto topology = readTopology(options.file, streams);
    if (!topology)
        return topology.error();
    const auto findings = checkAll(*topology, SystemClock().now().date());
    if (options.format == ResultFormat::Json)
        streams.out.write(QByteArrayView(findingsJson(*topology, findings)));
    else
        streams.out.write(findingsText(*topology, findings));
    const bool fails = std::any_of(findings.begin(), findings.end(), [&](const Finding &finding) {
        return !finding.isWaived && isAtLeast(finding.severity, options.failOn);
    });
    return fails ? ExitCode::Findings : ExitCode::Done;
}
