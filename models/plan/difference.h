// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/topology.h"

/// How objects of two topologies are told to be the same.
enum class Matching {
    ById,    ///< Two states of one document: a renamed object stays the same.
    ByName,  ///< Two files: kind and name; switches by tenant, office and name; applications by
             ///< name and type.
};

/// One field that differs, ready to be shown or written: values as compact JSON text in the
/// topology format's form, with names for references. Set-like fields (tenants, connections,
/// switches) have added and removed, others before and after ("null" for none). The strings are
/// sorted by code point of their names.
struct Reason
{
    QString field;  ///< The topology format's field name, or an unknown key.
    bool isSetLike = false;
    QStringList added;
    QStringList removed;
    QString before;
    QString after;
    bool operator==(const Reason &) const = default;
};

/// The one of this field; null if there is none.
const Reason *findReason(const QList<Reason> &reasons, Field field);

struct ObjectDifference
{
    enum class Change { Added, Removed, Modified };

    Change change = Change::Modified;
    std::optional<ObjectId> before;  ///< In the baseline; none if added.
    std::optional<ObjectId> after;   ///< In the working copy; none if removed.
    QString name;                    ///< That of the working copy, or of the baseline if removed.
    Kind kind = Kind::Application;
    QList<Reason> reasons;  ///< Sorted by field; empty unless modified.
};

/// What changed between two topologies, sorted by kind's token and name; contract/cli.md's diff.
/// Settings and extra keys of the document are no objects.
QList<ObjectDifference> differences(
    const Topology &baseline, const Topology &working, Matching matching);
/// "Tenants: +Acme −Globex", "Release: 8.1.4 → 8.1.5": one reason as a short translated text;
/// values of options whose key looks like a secret are hidden.
QString reasonText(const Reason &reason);
/// Password, secret, token, key and their like.
bool looksSecret(QStringView optionKey);
