// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/rules/finding.h"
#include "models/topology/topology.h"

/// One statement about a topology. Objects of which no fact speaks, but that a fact refers to, are
/// placeholders; a field of which no fact speaks has its default, and its object a name of its own.
struct Fact
{
    /// Nothing but a setting of the document, where it has one.
    using Setting = std::variant<std::monostate, Environment, SocialMessagingTenants>;

    ObjectId object {Topology::environment};
    /// None: that the object is defined (the value is true), or that nothing defines it (false).
    std::optional<Field> field {};
    Value value {};  ///< Of a list only the members that matter.
    Setting setting {};

    bool isSetting() const { return !std::holds_alternative<std::monostate>(setting); }
    bool operator==(const Fact &) const = default;
};

/// The smallest set of facts that together make a finding that stands in this topology: in a
/// topology of these facts alone (facttopology.h) its rule finds it, and with any one fewer it
/// doesn't. Those of the finding's object come first; empty if the finding doesn't stand.
///
/// Costs some milliseconds at most for what a finding usually is about. Where it is about hundreds
/// of objects the search ends early, and the set may be larger than it has to be.
QList<Fact> factsOf(const Topology &topology, const Finding &finding);

/// The fact without the name of its object: "type is E-mail Server", "tenants are Acme, Globex".
QString factText(const Topology &topology, const Fact &fact);
