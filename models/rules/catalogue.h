// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/rules/finding.h"

#include <span>

/// Where a rule comes from.
struct Source
{
    QString document;  ///< "eServices Multitenancy and Load Balancing Guide 8.1.4"
    QString page;      ///< "Configuration"
    QString topic;     ///< The paragraph's subject in our own words.
    QString address;   ///< https://…
};

/// A rule as people see it; texts are translated, our own words.
struct RuleInfo
{
    QLatin1String id;   ///< "tenant-exclusive"
    Severity severity;  ///< Where a setting or a count decides: the usual one.
    QString title;
    QString explanation;  ///< Why it matters.
    QString remedy;       ///< What to do.
    QString reading;      ///< How we read the source where it is undecided; empty if it is clear.
    bool isInference;     ///< Ours, drawn from the source, not its statement.
    Source source;
    Field
        field;  ///< The field at fault of the finding's object: where a click on the finding leads.
};

int ruleCount();
RuleInfo ruleInfo(RuleId rule);
QLatin1String ruleName(RuleId rule);
std::optional<RuleId> ruleFromName(QStringView id);
Field fieldAtFault(RuleId rule);
