// SPDX-License-Identifier: Apache-2.0
#include "app/cli/importcommand.h"

#include "app/cli/importer.h"
#include "app/cli/input.h"

#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace {

struct ImportCommandTexts
{
    Q_DECLARE_TR_FUNCTIONS(ImportCommand)
};

InputFormat inputFormat(ImportOptions::Format format)
{
    switch (format) {
    case ImportOptions::Format::Topology:
        return InputFormat::Topology;
    case ImportOptions::Format::Mutagen:
        return InputFormat::Mutagen;
    case ImportOptions::Format::Auto:
        break;
    }
    return InputFormat::Auto;
}

/// Every source; each that can't be read is told.
tl::expected<QList<InputSource>, ExitCode> readSources(
    const ImportOptions &options, Streams &streams)
{
    QList<InputSource> sources;
    auto code = ExitCode::Done;
    for (const auto &name : options.sources) {
        if (name != u"-"_s && leadsToDocument(name)) {
            code = report(streams, name,
                {Error::Code::InvalidInput,
                    ImportCommandTexts::tr(
                        "This is a document; only files of other formats can be imported."),
                    {}},
                During::Reading);
            continue;
        }
        auto source = readSourceFile(name);
        if (!source)
            code = report(streams, name, source.error(), During::Reading);
        else if (isDocument(source->bytes))
            return tl::unexpected(refuseDocumentFromStandardInput(streams));
        else
            sources.append(std::move(*source));
    }
    if (code != ExitCode::Done) {
        // What is malformed in the others is worth knowing too.
        reportProblems(streams, readInputs(sources, inputFormat(options.format)).errors);
        return tl::unexpected(code);
    }
    return sources;
}

void tell(const ImportOptions &options, const ImportOutcome &outcome, Streams &streams)
{
    const int cost = outcome.restartsAfter - outcome.restartsBefore;
    const auto sign = cost > 0 ? u"+"_s : QString();
    streams.out.line(ImportCommandTexts::tr(
        "%1 added, %2 changed, %3 removed. Restarts: %4 (%5%6). Problems: %7.")
                         .arg(outcome.added)
                         .arg(outcome.modified)
                         .arg(outcome.removed)
                         .arg(outcome.restartsAfter)
                         .arg(sign)
                         .arg(cost)
                         .arg(outcome.problems));
    if (options.isDryRun)
        streams.out.line(ImportCommandTexts::tr("Dry run: nothing was written."));
}

}  // namespace

ExitCode run(const ImportOptions &options, Streams &streams)
{
    const auto sources = readSources(options, streams);
    if (!sources)
        return sources.error();

    std::unique_ptr<Document> document;
    const bool isThere = QFileInfo::exists(options.document);
    if (isThere) {
        auto opened = Document::open(options.document, options.author,
            options.isDryRun ? Store::Access::ReadOnly : Store::Access::ReadWrite);
        if (!opened)
            return report(streams, options.document, opened.error(), During::Reading);
        document = std::move(*opened);
        reportNotice(streams, document->notice());
    }
    auto read = readInputs(
        *sources, inputFormat(options.format), document ? &document->topology() : nullptr);
    reportProblems(streams, read);
    if (read.isMalformed())
        return ExitCode::Input;

    Importer importer(options, std::move(read));
    if (!document) {
        // Whatever is wrong with the input shows before a file is made.
        const auto outcome = importer.intoNothing();
        if (!outcome)
            return report(streams, {}, outcome.error(), During::Reading);
        if (options.isDryRun) {
            reportProblems(streams, importer.problems());
            tell(options, *outcome, streams);
            return ExitCode::Done;
        }
        auto created = Document::create(options.document, options.author);
        if (!created)
            return report(streams, options.document, created.error(), During::Writing);
        document = std::move(*created);
    }
    const auto outcome = importer.into(*document);
    if (!outcome) {
        document.reset();
        if (!isThere)
            Store::discard(options.document);
        return report(streams, {}, outcome.error(), During::Writing);
    }
    reportProblems(streams, importer.problems());
    tell(options, *outcome, streams);
    return ExitCode::Done;
}
