// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/objects.h"

#include <QDate>

/// What a finding names besides its object: an object, or one of the things that have no id.
struct Subject
{
    /// They stand in documents: do not renumber.
    enum class Kind : quint8 { Object = 0, Type = 1, Option = 2, OptionSection = 3 };

    Kind kind = Kind::Object;
    ObjectId object {TenantId(0)};  ///< Only for Kind::Object.
    QString name;  ///< Type: its token; Option: "section/key"; OptionSection: its name. Empty for
                   ///< objects.

    static Subject of(ObjectId id) { return {Kind::Object, id, {}}; }
    static Subject type(QString token) { return {Kind::Type, TenantId(0), std::move(token)}; }
    static Subject option(const QString &section, const QString &key)
    {
        return {Kind::Option, TenantId(0), section + u'/' + key};
    }
    static Subject optionSection(QString section)
    {
        return {Kind::OptionSection, TenantId(0), std::move(section)};
    }

    bool operator==(const Subject &) const = default;
};
/// Any order that is always the same.
bool operator<(const Subject &a, const Subject &b);

/// What a waiver accepts: all findings of this rule, object, tenants and related subjects. Objects
/// are meant by id, whatever they come to be called.
struct WaiverKey
{
    QString rule;  ///< Its id, such as "tenant-exclusive".
    ObjectId object {TenantId(0)};
    QList<TenantId> tenants;  ///< Sorted by id.
    QList<Subject> related;   ///< Sorted.

    bool operator==(const WaiverKey &) const = default;
};
bool operator<(const WaiverKey &a, const WaiverKey &b);

/// Accepts findings, for a reason (contract/rules.md). Kept with the topology, because it is made
/// and undone as everything else is; no part of what is exported.
struct Waiver
{
    WaiverKey key;
    QString reason;  ///< Never blank.
    QString owner;   ///< Who answers for it; may be empty.
    QDate expiry;    ///< It counts through this day (UTC); invalid: without end.
    QString about;   ///< What the finding said when it was waived, for those who read it later.

    bool operator==(const Waiver &) const = default;
};
