// SPDX-License-Identifier: Apache-2.0
#include "app/cli/revisioncommand.h"

#include "app/cli/report.h"
#include "models/base/text.h"
#include "models/document/document.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(RevisionCommand)
};

}  // namespace

ExitCode run(const RevisionSaveOptions &options, Streams &streams)
{
    const auto document = Document::open(options.document, options.author);
    if (!document)
        return report(streams, options.document, document.error(), During::Reading);
    reportNotice(streams, (*document)->notice());
    const auto revision = (*document)->saveRevision(
        options.comment, options.isDeployed ? Store::Deployed::Yes : Store::Deployed::No);
    if (!revision)
        return report(streams, options.document, revision.error(), During::Writing);
    streams.out.line((options.isDeployed ? Texts::tr("Revision %1, deployed: the new baseline.")
                                         : Texts::tr("Revision %1."))
                         .arg(revision->number));
    return ExitCode::Done;
}

// One line each, in columns that scripts can cut at tabs.
ExitCode run(const RevisionListOptions &options, Streams &streams)
{
    const auto store = Store::open(options.document, Store::Access::ReadOnly);
    if (!store)
        return report(streams, options.document, store.error(), During::Reading);
    reportNotice(streams, (*store)->notice());
    auto revisions = (*store)->revisions();
    if (!revisions)
        return report(streams, options.document, revisions.error(), During::Reading);
    std::sort(revisions->begin(), revisions->end(),
        [](const auto &a, const auto &b) { return a.number > b.number; });
    for (const auto &revision : *revisions) {
        const QStringList columns {QString::number(revision.number),
            revision.time.toString(Qt::ISODate), visibleText(revision.author),
            revision.isDeployed ? Texts::tr("deployed") : u"-"_s, visibleText(revision.comment)};
        streams.out.line(columns.join(u'\t'));
    }
    return ExitCode::Done;
}
