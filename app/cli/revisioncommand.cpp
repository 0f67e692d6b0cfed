// SPDX-License-Identifier: Apache-2.0
#include "app/cli/revisioncommand.h"

#include "app/cli/input.h"
#include "app/cli/report.h"
#include "app/cli/revisiontext.h"
#include "models/document/document.h"
#include "models/document/revisions.h"
#include "models/exchange/diffjson.h"
#include "models/exchange/difftext.h"
#include "models/exchange/topologyjsonwriter.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

struct RevisionCommandTexts
{
    Q_DECLARE_TR_FUNCTIONS(RevisionCommand)
};

/// A revision that isn't there is an input that is missing.
ExitCode refused(Streams &streams, const QString &path, const Error &error, During during)
{
    return report(
        streams, path, error, error.code == Error::Code::NotFound ? During::Reading : during);
}

/// The revision and what it holds; or, for none, the working copy.
Result<Topology> contentOf(Store &store, int number, const Store::Content &now)
{
    if (number == 0)
        return now.topology;
    const auto revision = findRevision(store, number);
    return revision ? topologyOf(store, *revision, now.topology, now.head.step)
                    : tl::unexpected(revision.error());
}

}  // namespace

ExitCode run(const RevisionSaveOptions &options, Streams &streams)
{
    const auto document = openDocument(options.document, options.author, streams);
    if (!document)
        return document.error();
    const auto revision = (*document)->saveRevision(
        options.comment, options.isDeployed ? Store::Deployed::Yes : Store::Deployed::No);
    if (!revision)
        return report(streams, options.document, revision.error(), During::Writing);
    streams.out.line(
        (options.isDeployed ? RevisionCommandTexts::tr("Revision %1, deployed: the new baseline.")
                            : RevisionCommandTexts::tr("Revision %1."))
            .arg(revision->number));
    return ExitCode::Done;
}

ExitCode run(const RevisionListOptions &options, Streams &streams)
{
    const auto store = openStore(options.document, streams);
    if (!store)
        return store.error();
    const auto revisions = (*store)->revisions();
    if (!revisions)
        return report(streams, options.document, revisions.error(), During::Reading);
    if (options.format == ResultFormat::Json)
        streams.out.write(QByteArrayView(revisionsJson(*revisions)));
    else
        streams.out.write(revisionsText(*revisions));
    return ExitCode::Done;
}

ExitCode run(const RevisionShowOptions &options, Streams &streams)
{
    using Format = RevisionShowOptions::Format;
    const auto store = openStore(options.document, streams);
    if (!store)
        return store.error();
    const auto failed = [&](const Error &error) {
        return report(streams, options.document, error, During::Reading);
    };
    const auto now = (*store)->loadWorking();
    if (!now)
        return failed(now.error());
    const auto revision = findRevision(**store, options.revision);
    if (!revision)
        return failed(revision.error());
    const auto content = contentOf(**store, options.revision, *now);
    if (!content)
        return failed(content.error());
    if (options.format == Format::Topology) {
        const auto written = writeTopology(*content);
        reportProblems(streams, written.warnings);
        streams.out.write(QByteArrayView(written.bytes));
        return ExitCode::Done;
    }
    const auto other = contentOf(**store, options.other, *now);
    if (!other)
        return failed(other.error());
    const auto changes = differences(*content, *other, Matching::ById);
    if (options.format == Format::Json) {
        streams.out.write(QByteArrayView(revisionJson(*revision, changes)));
        return ExitCode::Done;
    }
    streams.out.write(revisionText(*revision));
    streams.out.line(options.other == 0
            ? RevisionCommandTexts::tr("Changes from it to the working copy:")
            : RevisionCommandTexts::tr("Changes from it to revision %1:").arg(options.other));
    streams.out.write(diffText(changes));
    return ExitCode::Done;
}

ExitCode run(const RevisionRestoreOptions &options, Streams &streams)
{
    const auto document = openDocument(options.document, options.author, streams);
    if (!document)
        return document.error();
    const auto before = (*document)->head().step;
    const auto restored = (*document)->restoreRevision(options.revision);
    if (!restored)
        return refused(streams, options.document, restored.error(), During::Writing);
    streams.out.line(*restored == before
            ? RevisionCommandTexts::tr("The working copy is as revision %1 already.")
                  .arg(options.revision)
            : RevisionCommandTexts::tr("Restored revision %1 as one step; undo takes it back.")
                  .arg(options.revision));
    return ExitCode::Done;
}

ExitCode run(const RevisionDeployedOptions &options, Streams &streams)
{
    const auto document = openDocument(options.document, options.author, streams);
    if (!document)
        return document.error();
    const auto declared = (*document)->declareDeployed(options.revision);
    if (!declared)
        return refused(streams, options.document, declared.error(), During::Writing);
    streams.out.line(RevisionCommandTexts::tr("Revision %1 is deployed: the new baseline.")
                         .arg(options.revision));
    return ExitCode::Done;
}
