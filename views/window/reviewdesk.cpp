// SPDX-License-Identifier: Apache-2.0
#include "views/window/reviewdesk.h"

#include "models/store/exportedfile.h"
#include "views/common/objecttext.h"
#include "views/common/prompts.h"
#include "views/review/exportstep.h"
#include "views/review/reviewpage.h"
#include "views/window/configuration.h"
#include "views/window/longwork.h"
#include "views/window/paper.h"

#include <QApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace {

/// The file is written before anything is kept, and stands under its name only after: so neither
/// is there without the other, short of a disk that fills up in between.
Result<ExportOutcome> keepExported(Document &document, const ExportWish &wish, qint64 state,
    const QString &path, const Configuration &configuration)
{
    auto file = ExportedFile::write(path, configuration.bytes,
        configuration.holdsSecrets ? ExportedFile::Readers::OwnerAlone
                                   : ExportedFile::Readers::AsUsual);
    if (!file)
        return tl::unexpected(file.error());
    const auto revision = document.saveExported(wish.comment, state, configuration.checksum);
    if (!revision)
        return tl::unexpected(revision.error());
    if (const auto done = file->commit(); !done)
        return tl::unexpected(done.error());
    return ExportOutcome {*revision, path, configuration.warnings, configuration.manual};
}

Letterhead letterheadOf(Document &document)
{
    Letterhead letterhead {QFileInfo(document.path()).fileName(),
        u"Switchyard "_s + QCoreApplication::applicationVersion(), QDateTime::currentDateTimeUtc()};
    const auto revisions = document.revisions();
    if (revisions && !revisions->isEmpty() && revisions->constLast().step == document.head().step) {
        letterhead.revision = revisions->constLast().number;
        letterhead.comment = revisions->constLast().comment;
    }
    return letterhead;
}

}  // namespace

ReviewDesk::ReviewDesk(Prompts &prompts, QObject *parent)
    : QObject(parent)
    , m_prompts(prompts)
{
}

void ReviewDesk::serve(Document &document, ReviewPage &page)
{
    auto &step = page.exportStep();
    connect(&step, &ExportStep::exportRequested, this,
        [this, &document, &page](
            const ExportWish &wish) { exportConfiguration(document, page, wish); });
    connect(&step, &ExportStep::paperRequested, this,
        [this, &document, &page](const PaperWish &wish) { savePaper(document, page, wish); });
    connect(&step, &ExportStep::cancelRequested, this, [this, &step] {
        ++m_ticket;
        step.setIdle();
    });
}

void ReviewDesk::exportConfiguration(Document &document, ReviewPage &page, const ExportWish &wish)
{
    const auto name = QFileInfo(document.path()).completeBaseName();
    const bool isTopology = wish.form == ConfigurationForm::Topology;
    const auto path = m_prompts.saveFile(tr("Export"),
        name + (isTopology ? u".topology.json"_s : u".mutagen.json"_s),
        isTopology ? tr("Topology files (*.json);;All files (*)")
                   : tr("Files for mutagen (*.json);;All files (*)"));
    const auto findings = document.validator().summary();
    // It may have changed while somebody chose a name.
    if (path.isEmpty() || (findings.errors > 0 && !wish.allowsErrors))
        return;
    page.exportStep().setBusy(tr("Exporting …"));
    const auto state = document.head().step;
    startLongWork<Configuration>(
        &page,
        [source = ConfigurationSource {document.topology(), document.baseline(), findings,
             wish.form}] { return makeConfiguration(source); },
        [this, &document, &page, wish, path, state, ticket = ++m_ticket](
            const Configuration &configuration) {
            if (ticket != m_ticket)
                return;
            auto &step = page.exportStep();
            step.setIdle();
            const auto outcome = keepExported(document, wish, state, path, configuration);
            if (!outcome) {
                step.showFailure(outcome.error().text());
                return;
            }
            step.showOutcome(*outcome);
            Q_EMIT told(tr("Exported revision %1 to %2.")
                            .arg(QString::number(outcome->revision.number),
                                plainText(QFileInfo(path).fileName())));
        });
}

void ReviewDesk::savePaper(Document &document, ReviewPage &page, const PaperWish &wish)
{
    const bool isReport = wish.kind == PaperKind::Report;
    const auto ending = paperEnding(wish.form);
    const auto path = m_prompts.saveFile(isReport ? tr("Save Report") : tr("Save Runbook"),
        QFileInfo(document.path()).completeBaseName() + (isReport ? u".report"_s : u".runbook"_s)
            + ending,
        tr("%1 files (*%2);;All files (*)").arg(ending.mid(1).toUpper(), ending));
    if (path.isEmpty())
        return;
    page.exportStep().setBusy(isReport ? tr("Writing the report …") : tr("Writing the runbook …"));
    startLongWork<Result<QByteArray>>(
        &page,
        [source = PaperSource {wish, letterheadOf(document), document.topology(),
             document.baseline(), document.today(), QApplication::font()}] {
            return makePaper(source);
        },
        [this, &page, path, ticket = ++m_ticket](const Result<QByteArray> &bytes) {
            if (ticket != m_ticket)
                return;
            auto &step = page.exportStep();
            step.setIdle();
            const auto written = bytes.and_then(
                [&](const QByteArray &made) { return writeExportedFile(path, made); });
            if (written)
                Q_EMIT told(tr("Saved %1.").arg(plainText(QFileInfo(path).fileName())));
            else
                step.showFailure(written.error().text());
        });
}
