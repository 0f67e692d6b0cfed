// SPDX-License-Identifier: Apache-2.0
#include "views/common/plannedrow.h"

QString plannedSentence(const Document &document, ApplicationId application)
{
    return actionSentence(document.planner().instance(application),
        document.topology().application(application).release);
}
