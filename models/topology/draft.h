// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/result.h"
#include "models/topology/topology.h"

// Objects as text formats and edit lines give them: references are names, and only the fields that
// were given are there. Readers make drafts and know nothing of the document; merging drafts
// resolves the names and makes one step.

struct SwitchName
{
    QString tenant;
    QString name;
    bool operator==(const SwitchName &) const = default;
};

struct ConnectionDraft
{
    QString application;
    Connection connection {ApplicationId(0), {}, {}, {}, {}, {}, {}};  ///< Its target isn't used.
    bool operator==(const ConnectionDraft &) const = default;
};

/// As Value, with names for ids. A reference (parent, tenant, switching office, host, backup) is a
/// QString, tenants are QStringList. std::monostate: given as null or empty, so the field is
/// cleared.
using DraftValue = std::variant<std::monostate, bool, qint64, QString, ObjectState, Redundancy,
    Component, ApplicationType, QStringList, QList<ConnectionDraft>, QList<SwitchName>, QList<Port>,
    Options, Extra>;

struct Draft
{
    Kind kind = Kind::Application;
    QString name;
    QList<std::pair<Field, DraftValue>> fields;  ///< Those given, each once, but for the name.
    QString where;          ///< Place in the input, such as "applications[3]", for problems.
    qsizetype offset = -1;  ///< Of its text in the input; below 0 where there is none.

    const DraftValue *find(Field field) const;
    /// Null if it isn't given.
    const ApplicationType *type() const;
    /// A name that the field gives; empty for none.
    QString nameIn(Field field) const;
};

/// What one input holds.
struct TopologyDraft
{
    QList<Draft> objects;  ///< In the order of the input.
    std::optional<Environment> environment;
    std::optional<SocialMessagingTenants> socialMessagingTenants;
    Extra settingsExtra;
    Extra extra;  ///< Keys of the top level that are no collection of ours.
};

/// Both in one: of an object that both give, the fields of the second count.
TopologyDraft combined(TopologyDraft first, TopologyDraft second);

/// Something in an input that was taken otherwise than it stands, or couldn't be resolved. No
/// reason to refuse it.
struct Problem
{
    QString where;
    QString message;
    bool operator==(const Problem &) const = default;
};

enum class Missing {
    Keep,    ///< What the input lacks stays.
    Remove,  ///< Objects and fields that the input lacks go (import --replace).
};

struct Merge
{
    Step step;
    QList<Problem> problems;  ///< Environment's fields that differ, references that became
                              ///< placeholders, and so on.
    int added = 0;            ///< Objects.
    int modified = 0;
    int removed = 0;
};

/// The step that brings the drafts into the topology: an object of a kind and name (a switch:
/// tenant, office and name; an application: name and type, or name alone if the draft has no type)
/// is updated, the first with the first where several are alike; others are added. Names that
/// nothing defines become placeholders. Fields fixed once created that differ are problems and
/// stay. A name means its first bearer in the drafts, else (unless the topology is to be replaced)
/// its first bearer in the topology. Errors: a tenant of another name with DBID 1; a new
/// application or office without type, a new switch without tenant or office.
[[nodiscard]] Result<Merge> mergeDrafts(
    const Topology &topology, const TopologyDraft &drafts, Missing missing);

/// The topology that the drafts alone make.
[[nodiscard]] Result<Topology> topologyFromDrafts(
    const TopologyDraft &drafts, QList<Problem> *problems = nullptr);

/// One object of an edit line: "add", and "set" of one field. Names mean the first bearer in the
/// topology, with the new object as its last one.
[[nodiscard]] Result<Step> addDraft(const Topology &topology, const Draft &draft);
[[nodiscard]] Result<Step> setDraftField(
    const Topology &topology, ObjectId object, Field field, const DraftValue &value);
