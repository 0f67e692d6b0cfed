// SPDX-License-Identifier: Apache-2.0
#include "app/cli/mutagenexport.h"

#include "app/cli/outputfile.h"
#include "models/base/text.h"
#include "models/exchange/mutagenwriter.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

struct MutagenExportTexts
{
    Q_DECLARE_TR_FUNCTIONS(MutagenExport)
};

void reportSteps(const QList<ManualStep> &steps, ManualStep::Order order, const QString &heading,
    Streams &streams)
{
    bool isFirst = true;
    for (const auto &step : steps) {
        if (step.order != order)
            continue;
        if (std::exchange(isFirst, false))
            streams.err.line(heading);
        streams.err.line(visibleText(u"  %1 %2"_s.arg(step.text, step.reason)));
    }
}

}  // namespace

ExitCode exportMutagen(const ExportSource &source, const ExportStamp &stamp,
    const ExportOptions &options, Streams &streams)
{
    if (options.isOnlyChanges && !source.baseline) {
        streams.err.line(MutagenExportTexts::tr(
            "Only a document has a baseline; of a file nothing tells what changed."));
        return ExitCode::Usage;
    }
    const auto changes = source.baseline
        ? MutagenChanges::between(*source.baseline, source.topology, Matching::ById)
        : MutagenChanges::between(Topology(), source.topology, Matching::ByName);
    const auto written = writeMutagen(source.topology, changes,
        options.isOnlyChanges ? MutagenExtent::OnlyChanges : MutagenExtent::Everything, stamp);
    reportProblems(streams, written.warnings);
    reportSteps(changes.steps, ManualStep::Order::BeforeImport,
        source.baseline ? MutagenExportTexts::tr("By hand, before the import:")
                        : MutagenExportTexts::tr(
                            "By hand, before the import, for what production doesn't have yet:"),
        streams);
    reportSteps(changes.steps, ManualStep::Order::AfterImport,
        MutagenExportTexts::tr("By hand, after the import:"), streams);
    if (written.objects == 0)
        streams.err.line(MutagenExportTexts::tr("Nothing has changed that mutagen could import."));
    if (written.secrets > 0)
        streams.err.line(
            MutagenExportTexts::tr("The file holds passwords and their like in clear text, since "
                                   "mutagen would set whatever stood there instead: %1.")
                .arg(written.secrets));
    return writeResult(streams, options.output, written.bytes,
        written.secrets > 0 ? ExportedFile::Readers::OwnerAlone : ExportedFile::Readers::AsUsual,
        source.keepRevision);
}
