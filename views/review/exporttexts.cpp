// SPDX-License-Identifier: Apache-2.0
#include "views/review/exporttexts.h"

#include "models/document/document.h"
#include "views/common/objecttext.h"

#include <QCoreApplication>

namespace {

struct ExportWords
{
    Q_DECLARE_TR_FUNCTIONS(ExportTexts)
};

int nextRevision(Document &document)
{
    const auto revisions = document.revisions();
    return revisions && !revisions->isEmpty() ? revisions->constLast().number + 1 : 1;
}

QString errorsText(const Document &document)
{
    return counted(document.validator().summary().errors, ExportWords::tr("1 error"),
        ExportWords::tr("%1 errors"));
}

QString restartsText(const Document &document)
{
    const auto restarts = document.planner().summary().restarts;
    return restarts == 0
        ? ExportWords::tr("no restart")
        : counted(restarts, ExportWords::tr("1 restart"), ExportWords::tr("%1 restarts"));
}

}  // namespace

QString exportTitle(Document &document, bool allowsErrors)
{
    const auto number = nextRevision(document);
    return allowsErrors
        ? ExportWords::tr("Export revision %1 with %2, %3")
              .arg(QString::number(number), errorsText(document), restartsText(document))
        : ExportWords::tr("Export revision %1, %2")
              .arg(QString::number(number), restartsText(document));
}

QString exportState(Document &document)
{
    if (document.isReadOnly())
        return ExportWords::tr("Not here: read-only");
    if (document.validator().summary().errors > 0)
        return ExportWords::tr("Refused: %1").arg(errorsText(document));
    return ExportWords::tr("Revision %1, %2")
        .arg(QString::number(nextRevision(document)), restartsText(document));
}
