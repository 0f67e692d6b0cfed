// SPDX-License-Identifier: Apache-2.0
#include "app/cli/exportsource.h"

#include "app/cli/input.h"
#include "models/base/text.h"
#include "models/document/document.h"

#include <QCoreApplication>

#include <memory>

using namespace Qt::StringLiterals;

namespace {

struct ExportSourceTexts
{
    Q_DECLARE_TR_FUNCTIONS(ExportSource)
};

ExitCode keep(Document &document, qint64 state, const ExportOptions &options, Streams &streams)
{
    const auto revision = document.saveExported(options.revision, state);
    if (!revision)
        return report(streams, options.file, revision.error(), During::Writing);
    const auto pending = document.planner().plan().pending;
    streams.err.line(pending.isEmpty()
            ? ExportSourceTexts::tr("Revision %1.").arg(revision->number)
            : ExportSourceTexts::tr("Revision %1. Restarts pending: %2")
                  .arg(QString::number(revision->number), visibleText(pending.join(u", "_s))));
    return ExitCode::Done;
}

/// Opened for writing, so that what is exported is what the revision keeps.
tl::expected<ExportSource, ExitCode> openDocument(const ExportOptions &options, Streams &streams)
{
    if (options.file == u"-"_s || !leadsToDocument(options.file)) {
        streams.err.line(
            ExportSourceTexts::tr("Only a document keeps revisions: --revision goes with one."));
        return tl::unexpected(ExitCode::Usage);
    }
    auto opened = openDocument(options.file, options.author, streams);
    if (!opened)
        return tl::unexpected(opened.error());
    const std::shared_ptr<Document> document = std::move(*opened);
    const auto state = document->head().step;
    return ExportSource {document->topology(), document->baseline(),
        [document, state, options, &streams] { return keep(*document, state, options, streams); }};
}

}  // namespace

tl::expected<ExportSource, ExitCode> readExportSource(
    const ExportOptions &options, Streams &streams)
{
    if (!options.revision.isNull())
        return openDocument(options, streams);
    // Only mutagen asks for a document's baseline, which takes longer to read.
    const bool asksForBaseline = options.format == ExportOptions::Format::Mutagen
        && options.file != u"-"_s && leadsToDocument(options.file);
    if (asksForBaseline) {
        auto content = readDocument(options.file, streams);
        if (!content)
            return tl::unexpected(content.error());
        return ExportSource {std::move(content->topology), std::move(content->baseline), {}};
    }
    auto topology = readTopology(options.file, streams);
    if (!topology)
        return tl::unexpected(topology.error());
    return ExportSource {std::move(*topology), {}, {}};
}
