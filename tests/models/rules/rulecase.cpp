// SPDX-License-Identifier: Apache-2.0
#include "tests/models/rules/rulecase.h"

std::vector<RuleCase> ruleCases()
{
    std::vector<RuleCase> all;
    for (const auto &family :
        {tenantCases(), interactionServerCases(), capturePointCases(), nameCases(),
            referenceCases(), backupCases(), switchCases(), hostCases(), connectionCases(),
            chatCases(), contactServerCases(), loadBalancingCases(), socialMessagingCases()})
        all.insert(all.end(), family.begin(), family.end());
    return all;
}
