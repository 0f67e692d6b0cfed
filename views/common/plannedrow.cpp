// SPDX-License-Identifier: Apache-2.0
#include "views/common/plannedrow.h"

#include <QCoreApplication>

QString plannedSentence(const Document &document, ApplicationId application)
{
    return actionSentence(document.planner().instance(application),
        document.topology().application(application).release);
}

QString pendingSentence(qint64 revision)
{
    return QCoreApplication::translate(
        "PlannedRow", "Exported in revision %1, restart not confirmed.")
        .arg(revision);
}
