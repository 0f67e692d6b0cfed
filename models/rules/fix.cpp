// SPDX-License-Identifier: Apache-2.0
#include "models/rules/fix.h"

#include "models/rules/fixes.h"
#include "models/rules/rulelist.h"

void FixList::add(StepComposer &composer, const QString &title)
{
    add(composer.take(title), title);
}

void FixList::add(Result<Step> step, const QString &title)
{
    if (!step || step->isEmpty() || isFull())
        return;
    step->title = title;
    m_fixes.append({*std::move(step), m_way, m_place++});
}

void FixList::beginWay(int way)
{
    m_way = way;
    m_place = 0;
}

QList<Fix> fixesFor(const Topology &topology, const Finding &finding)
{
    FixList fixes;
    int way = 0;
    for (const auto find : RuleList::all().rule(finding.rule).fixes) {
        fixes.beginWay(way++);
        if (find)
            find(topology, finding, fixes);
    }
    return fixes.take();
}

bool hasFixes(RuleId rule)
{
    return RuleList::all().rule(rule).fixes[0] != nullptr;
}
