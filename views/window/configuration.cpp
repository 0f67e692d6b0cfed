// SPDX-License-Identifier: Apache-2.0
#include "views/window/configuration.h"

#include "models/exchange/inputs.h"
#include "models/exchange/mutagenwriter.h"
#include "models/exchange/topologyjsonwriter.h"

#include <QCoreApplication>

namespace {

struct ConfigurationTexts
{
    Q_DECLARE_TR_FUNCTIONS(Configuration)
};

QStringList textsOf(const QList<Problem> &problems)
{
    QStringList texts;
    for (const auto &problem : problems)
        texts.append(problemText(problem));
    return texts;
}

Configuration mutagenFile(const ConfigurationSource &source, const ExportStamp &stamp)
{
    const auto changes = MutagenChanges::between(source.baseline, source.topology, Matching::ById);
    const auto written = writeMutagen(source.topology, changes,
        source.form == ConfigurationForm::MutagenChanges ? MutagenExtent::OnlyChanges
                                                         : MutagenExtent::Everything,
        stamp);
    auto warnings = textsOf(written.warnings);
    if (written.objects == 0)
        warnings.append(ConfigurationTexts::tr("Nothing has changed that mutagen could import."));
    if (written.secrets > 0)
        warnings.append(
            ConfigurationTexts::tr("The file holds passwords and their like in clear text, since "
                                   "mutagen would set whatever stood there instead: %1.")
                .arg(written.secrets));
    return {written.bytes, warnings, changes.steps, written.secrets > 0,
        topologyChecksum(source.topology)};
}

}  // namespace

Configuration makeConfiguration(const ConfigurationSource &source)
{
    const auto stamp = stampFor(source.findings, QCoreApplication::applicationVersion());
    if (source.form != ConfigurationForm::Topology)
        return mutagenFile(source, stamp);
    const auto written = writeTopology(source.topology, stamp);
    return {written.bytes, textsOf(written.warnings), {}, false, topologyChecksum(source.topology)};
}
