// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/rules/rule.h"

/// A set of rules: bit n is RuleId(n).
using RuleMask = quint64;

/// All rules, sorted by id, and tables of which of them may matter: by unit, by type of
/// application, and by what an edit changed. Made once; never changes.
class RuleList final
{
public:
    static const RuleList &all();

    std::span<const Rule *const> rules() const { return m_rules; }
    const Rule &rule(RuleId id) const { return *m_rules[size_t(id)]; }

    // --- What can be found about a unit ---
    RuleMask ofKind(Kind kind) const { return m_ofKind[size_t(kind)]; }
    /// For an application of this type, component and place in a pair.
    RuleMask ofApplication(const Topology::Facts &facts) const
    {
        return m_ofApplication[variant(facts)];
    }
    /// For one of these Topology::Facts::Trait.
    RuleMask withTraits(quint8 traits) const { return m_withTraits[traits]; }
    /// Those that find by a sweep which units are worth a check.
    RuleMask swept() const { return m_swept; }
    RuleMask ofGroup(Group group) const { return m_ofGroup[size_t(group)]; }

    // --- What reads these aspects of an object ---
    RuleMask readingOwn(Kind kind, Aspects aspects) const
    {
        return lookUp(m_own, aspects) & ofKind(kind);
    }
    RuleMask readingTargets(Aspects aspects) const { return lookUp(m_targets, aspects); }
    RuleMask readingPrimaries(Aspects aspects) const { return lookUp(m_primaries, aspects); }
    RuleMask readingTenants(Aspects aspects) const { return lookUp(m_tenants, aspects); }
    RuleMask readingHost(Aspects aspects) const { return lookUp(m_host, aspects); }
    RuleMask readingSwitches(Aspects aspects) const { return lookUp(m_switches, aspects); }
    RuleMask readingMembers(Kind kind, Aspects aspects) const
    {
        return lookUp(m_members, aspects) & ofKind(kind);
    }
    /// For which an application of this type can matter as a target, as a member; whatever its
    /// component and place.
    RuleMask countingTarget(ApplicationType::Id type) const
    {
        return m_countingTarget[typeIndex(type)];
    }
    RuleMask countingMember(ApplicationType::Id type) const
    {
        return m_countingMember[typeIndex(type)];
    }

private:
    RuleList();
    static constexpr size_t typeCount = 256;
    static constexpr size_t typeIndex(ApplicationType::Id type)
    {
        return size_t(type + 1) % typeCount;
    }
    static constexpr size_t variant(const Topology::Facts &facts)
    {
        const bool hasComponent =
            facts.isInteractionServer && facts.type == ApplicationType::TServer;
        return typeIndex(facts.type) * 4 + (hasComponent ? 2 : 0) + (facts.isBackup ? 1 : 0);
    }

    using ByAspect = std::array<RuleMask, 64>;
    static RuleMask lookUp(const ByAspect &table, Aspects aspects)
    {
        RuleMask mask = 0;
        for (auto bits = aspects.bits(); bits != 0; bits &= bits - 1)
            mask |= table[size_t(std::countr_zero(bits))];
        return mask;
    }
    static void note(ByAspect &table, Aspects aspects, RuleMask rule);
    void noteType(const Rule &rule, RuleMask bit, ApplicationType::Id type, Sharing sharing);

    std::vector<const Rule *> m_rules;
    std::array<RuleMask, kindCount> m_ofKind {};
    std::array<RuleMask, typeCount * 4> m_ofApplication {};
    std::array<RuleMask, 256> m_withTraits {};
    RuleMask m_swept = 0;
    std::array<RuleMask, 4> m_ofGroup {};
    ByAspect m_own {};
    ByAspect m_targets {};
    ByAspect m_primaries {};
    ByAspect m_tenants {};
    ByAspect m_host {};
    ByAspect m_switches {};
    ByAspect m_members {};
    std::array<RuleMask, typeCount> m_countingTarget {};
    std::array<RuleMask, typeCount> m_countingMember {};
};
