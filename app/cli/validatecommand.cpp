// SPDX-License-Identifier: Apache-2.0
#include "app/cli/validatecommand.h"

#include "app/cli/input.h"
#include "models/base/clock.h"
#include "models/exchange/findingsjson.h"
#include "models/exchange/findingsjunit.h"
#include "models/exchange/findingssarif.h"
#include "models/exchange/findingstext.h"
#include "models/rules/validator.h"

#include <QUrl>

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

/// What pipelines show as the place of the findings.
QString uriOf(const QString &file)
{
    if (file == u"-")
        return QStringLiteral("stdin");
    return QString::fromLatin1(QUrl::toPercentEncoding(file, "/:"));
}

QByteArray formatted(
    const CheckedInput &input, const QList<Finding> &findings, const ValidateOptions &options)
{
    const auto &topology = input.topology;
    switch (options.format) {
    case ValidateOptions::Format::Json:
        return findingsJson(topology, findings);
    case ValidateOptions::Format::Sarif:
        return findingsSarif(topology, findings,
            {uriOf(options.file), [&](ObjectId object) { return input.lines.lineOf(object); }},
            QStringLiteral(SWITCHYARD_VERSION));
    case ValidateOptions::Format::Junit:
        return findingsJunit(topology, findings,
            [&](const Finding &finding) { return isAtLeast(finding.severity, options.failOn); });
    case ValidateOptions::Format::Text:
        break;
    }
    return findingsText(topology, findings).toUtf8();
}

}  // namespace

ExitCode run(const ValidateOptions &options, Streams &streams)
{
    auto read = readChecked(options.file, streams);
    if (!read)
        return read.error();
    // Never freed: the process ends next, and taking a large topology apart, object by object,
    // would be a tenth of its time.
    static auto &input = *new CheckedInput(std::move(*read));
    const auto findings = checkAll(input.topology, SystemClock().now().date());
    const auto output = formatted(input, findings, options);
    if (input.confirmation.valid()) {
        if (const auto confirmed = input.confirmation.get(); !confirmed)
            return report(streams, options.file, confirmed.error(), During::Reading);
    }
    streams.out.write(QByteArrayView(output));
    const bool fails = std::any_of(findings.begin(), findings.end(), [&](const Finding &finding) {
        return !finding.isWaived && isAtLeast(finding.severity, options.failOn);
    });
    return fails ? ExitCode::Findings : ExitCode::Done;
}
