// SPDX-License-Identifier: Apache-2.0
#include "app/cli/upgradecommand.h"

#include "app/cli/report.h"
#include "models/store/upgrade.h"

#include <QCoreApplication>

namespace {

struct UpgradeCommandTexts
{
    Q_DECLARE_TR_FUNCTIONS(UpgradeCommand)
};

}  // namespace

ExitCode run(const UpgradeOptions &options, Streams &streams)
{
    const auto upgrade = upgradeDocument(options.document);
    if (!upgrade) {
        // What was read well is not changed because a backup, or the upgrade, can't be written.
        const auto code = upgrade.error().code;
        const bool isOutput = code == Error::Code::Conflict || code == Error::Code::Io
            || code == Error::Code::ReadOnly || code == Error::Code::DiskFull;
        return report(streams, options.document, upgrade.error(),
            isOutput ? During::Writing : During::Reading);
    }
    if (upgrade->backup.isEmpty())
        streams.out.line(UpgradeCommandTexts::tr("Nothing to do: the document is of version %1.")
                             .arg(upgrade->versionAfter));
    else
        streams.out.line(
            UpgradeCommandTexts::tr("Upgraded from version %1 to %2. The document as it was: %3")
                .arg(upgrade->versionBefore)
                .arg(upgrade->versionAfter)
                .arg(upgrade->backup));
    return ExitCode::Done;
}
