// SPDX-License-Identifier: Apache-2.0
#include "app/cli/exportcommand.h"

#include "app/cli/mutagenexport.h"
#include "app/cli/outputfile.h"
#include "app/cli/reportinput.h"
#include "models/base/clock.h"
#include "models/base/text.h"
#include "models/exchange/topologyjsonwriter.h"
#include "models/report/markdownwriter.h"
#include "models/rules/catalogue.h"
#include "models/rules/validator.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

struct ExportCommandTexts
{
    Q_DECLARE_TR_FUNCTIONS(ExportCommand)
};

ExitCode refuse(const Topology &topology, const QList<Finding> &findings, Streams &streams)
{
    streams.err.line(ExportCommandTexts::tr(
        "Not exported: these errors stand. Repair them, or allow them with --allow-errors."));
    for (const auto &finding : findings) {
        if (finding.severity == Severity::Error && !finding.isWaived)
            streams.err.line(
                u"  %1: %2"_s.arg(ruleName(finding.rule), visibleText(message(topology, finding))));
    }
    return ExitCode::Findings;
}

ExitCode exportMarkdown(const ExportOptions &options, Streams &streams)
{
    const auto input = readReportInput(options.file, streams);
    if (!input)
        return input.error();
    return writeResult(streams, options.output, markdownOf(reportOutline(input->source())));
}

}  // namespace

ExitCode run(const ExportOptions &options, Streams &streams)
{
    using Format = ExportOptions::Format;
    if (options.format == Format::Markdown)
        return exportMarkdown(options, streams);
    if (options.format != Format::Topology && options.format != Format::Mutagen)
        return exportDrawn(options, streams);
    const auto source = readExportSource(options, streams);
    if (!source)
        return source.error();
    const auto findings = checkAll(source->topology, SystemClock().now().date());
    const auto stamp = stampFor(summaryOf(findings), QStringLiteral(SWITCHYARD_VERSION));
    if (stamp.errors > 0 && !options.allowsErrors)
        return refuse(source->topology, findings, streams);
    if (options.format == Format::Mutagen)
        return exportMutagen(*source, stamp, options, streams);
    const auto written = writeTopology(source->topology, stamp);
    reportProblems(streams, written.warnings);
    return writeResult(streams, options.output, written.bytes, ExportedFile::Readers::AsUsual,
        source->keepRevision);
}
