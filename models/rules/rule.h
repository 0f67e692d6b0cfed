// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/rules/aspects.h"
#include "models/rules/catalogue.h"
#include "models/rules/sourcepages.h"

#include <QCoreApplication>

#include <array>
#include <functional>
#include <span>

// How a rule is written: one entry in the table of its family's file. The entry says which objects
// are looked at one by one (the rule's unit), what a look may read, and how; validator.h does the
// rest. A rule that would have to read the records of all applications gets a sweep.

class FixList;
class Report;
class RuleContext;

/// Finds ways out of a finding (fixes.h).
using FindFixes = void (*)(const Topology &, const Finding &, FixList &);

/// Translates texts of rules: Rules::tr("…").
struct Rules
{
    Q_DECLARE_TR_FUNCTIONS(Rules)
};

/// A set of kinds of object.
enum class Units : quint8 {
    None = 0,
    Tenants = 1 << int(Kind::Tenant),
    Hosts = 1 << int(Kind::Host),
    Applications = 1 << int(Kind::Application),
    AllKinds = (1 << kindCount) - 1,
};
constexpr bool contains(Units units, Kind kind)
{
    return (int(units) & (1 << int(kind))) != 0;
}

/// What a check reads, so that an edit finds the units that it reaches. "own" is of the unit
/// itself, the rest of other objects. That an object is defined or not is always read.
struct Reads
{
    Aspects own {};
    Aspects targets {};    ///< Applications that the unit connects to.
    Aspects primaries {};  ///< Applications that name the unit as their backup.
    Aspects tenants {};    ///< Tenants on the unit's list.
    Aspects host {};       ///< The unit's host.
    Aspects switches {};   ///< Switches that the unit is linked to.
    Aspects
        members {};  ///< Applications that have the unit (a tenant), or that stand on it (a host).
};

/// Sets of objects that bear one value: a unit that no object is.
enum class Group : quint8 {
    None,
    Name,     ///< Defined objects of a kind and name; switches also of a tenant and office.
    Dbid,     ///< Objects of a kind and known DBID.
    Address,  ///< Hosts of an IP address.
};

/// A text that no rule can do without: an entry that leaves it out, or empty, does not compile.
class RequiredText final
{
public:
    consteval RequiredText(const char *text)  // NOLINT: a text is one.
        : m_text(*text ? text : throw "A text is missing.")
    {
    }
    operator const char *() const { return m_text; }  // NOLINT: it is one.

private:
    const char *m_text;
};

struct Rule
{
    using Predicate = bool (*)(const Topology::Facts &);
    using Suspect = std::function<void(ObjectId)>;

    // Texts; those for people are marked with QT_TRANSLATE_NOOP("Rules", …).
    RequiredText id;
    Severity severity = Severity::Error;
    Field field = Field::Name;
    RequiredText title;
    RequiredText explanation;       ///< Why it matters; can be read alone.
    RequiredText remedy;            ///< What to do.
    const char *reading = nullptr;  ///< How we read the source where it is undecided.
    const SourcePage &page;         ///< No rule without a source: a reference must be given.
    RequiredText topic;
    bool isInference = false;
    QString (*message)(const Topology &, const Finding &) = nullptr;

    // The unit, and what is asked of it. Pure: no order of checks is promised.
    Units units = Units::Applications;
    bool isForPlaceholders = false;  ///< Then for nothing else.
    Predicate applies =
        nullptr;  ///< Applications: by type, component and being a backup. Null: all.
    /// Applications: not worth a call without. A filter only: saves time.
    Topology::Facts::Trait needs {};
    Reads reads {};
    Predicate targetCounts = nullptr;  ///< Which targets can matter at all. Null: all.
    Predicate memberCounts = nullptr;  ///< Which members can. Null: all.
    Group group = Group::None;

    /// For a check of everything: calls suspect() for every unit where anything may be found, told
    /// without a look at their records. Null: each unit has to be checked.
    void (*sweep)(const RuleContext &, const Suspect &suspect) = nullptr;

    // One of the three.
    void (*checkApplication)(const RuleContext &, const Application &, Report &) = nullptr;
    void (*checkObject)(const RuleContext &, ObjectId, Report &) = nullptr;
    /// Two or more members, by id.
    void (*checkGroup)(const RuleContext &, Kind, std::span<const quint32>, Report &) = nullptr;

    /// Ways out, the one that people want most often first.
    std::array<FindFixes, 3> fixes {};
};

/// For sweeps.
inline void suspectAll(const QList<ApplicationId> &applications, const Rule::Suspect &suspect)
{
    for (const auto id : applications)
        suspect(id);
}

/// Collects what checks find. Whoever calls a check says for which rule it is.
class Report final
{
public:
    void begin(RuleId rule, Severity severity)
    {
        m_rule = rule;
        m_severity = severity;
    }
    void add(ObjectId object, QList<TenantId> tenants = {}, QList<Subject> related = {})
    {
        add(m_severity, object, std::move(tenants), std::move(related));
    }
    void add(Severity severity, ObjectId object, QList<TenantId> tenants = {},
        QList<Subject> related = {})
    {
        m_findings.push_back({m_rule, severity, object, std::move(tenants), std::move(related)});
    }

    std::vector<Finding> &findings() { return m_findings; }

private:
    RuleId m_rule {};
    Severity m_severity = Severity::Error;
    std::vector<Finding> m_findings;
};
