// SPDX-License-Identifier: Apache-2.0
#include "models/rules/catalogue.h"

#include "models/rules/rulelist.h"

#include <algorithm>

int ruleCount()
{
    return int(RuleList::all().rules().size());
}

RuleInfo ruleInfo(RuleId id)
{
    const auto &rule = RuleList::all().rule(id);
    return {QLatin1String(rule.id), rule.severity, Rules::tr(rule.title),
        Rules::tr(rule.explanation), Rules::tr(rule.remedy),
        rule.reading ? Rules::tr(rule.reading) : QString(), rule.isInference,
        {QString::fromUtf8(rule.page.document), QString::fromUtf8(rule.page.page),
            Rules::tr(rule.topic), QString::fromUtf8(rule.page.address)},
        rule.field};
}

QLatin1String ruleName(RuleId id)
{
    return QLatin1String(RuleList::all().rule(id).id);
}

std::optional<RuleId> ruleFromName(QStringView id)
{
    const auto rules = RuleList::all().rules();
    const auto place =
        std::lower_bound(rules.begin(), rules.end(), id, [](const Rule *rule, QStringView name) {
            return name.compare(QLatin1String(rule->id)) > 0;
        });
    if (place == rules.end() || id != QLatin1String((*place)->id))
        return std::nullopt;
    return RuleId(quint8(place - rules.begin()));
}

Field fieldAtFault(RuleId id)
{
    return RuleList::all().rule(id).field;
}

QString message(const Topology &topology, const Finding &finding)
{
    return RuleList::all().rule(finding.rule).message(topology, finding);
}
