// SPDX-License-Identifier: Apache-2.0
#include "models/rules/rulelist.h"

#include "models/rules/families.h"

#include <algorithm>
#include <cstring>

namespace {

/// An application of a type as the predicates of rules see it.
Topology::Facts factsOf(ApplicationType::Id type, Sharing sharing, bool hasComponent, bool isBackup)
{
    Topology::Facts facts;
    facts.type = type;
    facts.sharing = sharing;
    facts.isDefined = true;
    facts.isEnabled = true;
    facts.isBackup = isBackup;
    facts.isEServices = hasComponent || (sharing != Sharing::None && sharing != Sharing::TServer);
    facts.isInteractionServer = hasComponent || type == ApplicationType::InteractionServer;
    return facts;
}

}  // namespace

const RuleList &RuleList::all()
{
    static const RuleList list;
    return list;
}

RuleList::RuleList()
{
    for (const auto family :
        {tenantRules(), interactionServerRules(), capturePointRules(), nameRules(),
            referenceRules(), backupRules(), switchRules(), hostRules(), connectionRules(),
            chatRules(), contactServerRules(), loadBalancingRules(), socialMessagingRules()}) {
        for (const auto &rule : family)
            m_rules.push_back(&rule);
    }
    std::sort(m_rules.begin(), m_rules.end(),
        [](const Rule *a, const Rule *b) { return std::strcmp(a->id, b->id) < 0; });
    Q_ASSERT(m_rules.size() <= 64);

    for (size_t i = 0; i < m_rules.size(); ++i) {
        const auto &rule = *m_rules[i];
        const auto bit = RuleMask(1) << i;
        m_ofGroup[size_t(rule.group)] |= bit;
        if (rule.group != Group::None)
            continue;
        for (size_t kind = 0; kind < kindCount; ++kind) {
            if (contains(rule.units, Kind(kind)))
                m_ofKind[kind] |= bit;
        }
        for (size_t traits = 0; traits < m_withTraits.size(); ++traits) {
            if ((traits & rule.needs) == rule.needs)
                m_withTraits[traits] |= bit;
        }
        if (rule.sweep)
            m_swept |= bit;
        note(m_own, rule.reads.own | Aspect::Existence, bit);
        note(m_targets, rule.reads.targets, bit);
        note(m_primaries, rule.reads.primaries, bit);
        note(m_tenants, rule.reads.tenants, bit);
        note(m_host, rule.reads.host, bit);
        note(m_switches, rule.reads.switches, bit);
        note(m_members, rule.reads.members, bit);
        // What is counted by its type comes to have one when it is defined.
        if (rule.targetCounts)
            note(m_targets, Aspect::Existence, bit);
        if (rule.memberCounts)
            note(m_members, Aspect::Existence, bit);
        noteType(rule, bit, ApplicationType::Unlisted, Sharing::None);
        for (const auto &type : ApplicationType::all())
            noteType(rule, bit, type.id(), type.sharing());
    }
}

void RuleList::note(ByAspect &table, Aspects aspects, RuleMask rule)
{
    for (auto bits = aspects.bits(); bits != 0; bits &= bits - 1)
        table[size_t(std::countr_zero(bits))] |= rule;
}

void RuleList::noteType(const Rule &rule, RuleMask bit, ApplicationType::Id type, Sharing sharing)
{
    const bool isOfApplications =
        contains(rule.units, Kind::Application) && !rule.isForPlaceholders;
    for (const bool hasComponent : {false, true}) {
        if (hasComponent && type != ApplicationType::TServer)
            continue;
        for (const bool isBackup : {false, true}) {
            const auto facts = factsOf(type, sharing, hasComponent, isBackup);
            if (isOfApplications && (!rule.applies || rule.applies(facts)))
                m_ofApplication[variant(facts)] |= bit;
            if (!rule.targetCounts || rule.targetCounts(facts))
                m_countingTarget[typeIndex(type)] |= bit;
            if (!rule.memberCounts || rule.memberCounts(facts))
                m_countingMember[typeIndex(type)] |= bit;
        }
    }
    // What a predicate asks for is read: rules need not say so again.
    const auto noteRead = [&](ByAspect &table, Rule::Predicate predicate) {
        if (!predicate)
            return;
        const auto holds = [&](bool hasComponent, bool isBackup) {
            return predicate(factsOf(type, sharing, hasComponent, isBackup));
        };
        const bool canHaveComponent = type == ApplicationType::TServer;
        if (holds(false, false) != holds(false, true)
            || (canHaveComponent && holds(true, false) != holds(true, true)))
            note(table, Aspect::Primaries, bit);
        if (canHaveComponent
            && (holds(false, false) != holds(true, false)
                || holds(false, true) != holds(true, true)))
            note(table, Field::Component, bit);
    };
    noteRead(m_own, rule.applies);
    noteRead(m_targets, rule.targetCounts);
    noteRead(m_members, rule.memberCounts);
}
