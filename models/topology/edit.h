// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/fields.h"
#include "models/topology/siteanswer.h"
#include "models/topology/waiver.h"

#include <memory>

// An edit is a value: what changes, before and after. All work is in applying it (apply.h); what it
// removes lives in it. Edits are made by the functions of edits.h and mergedrafts.h, which check
// them.

/// Shared, because edits are copied into steps, journals and signals. Never null, never changed.
using RecordPointer = std::shared_ptr<const Record>;

/// The id must be free; the references inside the record must exist.
struct AddObject
{
    RecordPointer record;
};
/// Nothing may refer to the object any more; its own references go with it.
struct RemoveObject
{
    RecordPointer record;
};
/// Makes a placeholder a defined object under the same id, or takes that back. Both are of one kind
/// and id.
struct ReplaceObject
{
    RecordPointer before;
    RecordPointer after;
};
/// One field that is not set-like (fields.h).
struct SetField
{
    ObjectId object;
    Field field;
    Value before;
    Value after;
};
struct Assign
{
    ApplicationId application;
    TenantId tenant;
};
struct Unassign
{
    ApplicationId application;
    TenantId tenant;
};
struct Connect
{
    ApplicationId application;
    Connection connection;
};
struct Disconnect
{
    ApplicationId application;
    Connection connection;
};
struct Link
{
    ApplicationId application;
    SwitchId linkedSwitch;
};
struct Unlink
{
    ApplicationId application;
    SwitchId linkedSwitch;
};
struct SetSettings
{
    Settings before;
    Settings after;
};
/// The keys of the document that belong to no object: collections such as persons, scripts, DNs.
struct SetExtra
{
    Extra before;
    Extra after;
};

/// One waiver is made, changed, or taken back; both are of one key.
struct SetWaiver
{
    std::optional<Waiver> before;
    std::optional<Waiver> after;

    const WaiverKey &key() const { return after ? after->key : before->key; }
};

/// Where a tenant's lane or a server's bus stands in the picture (places.h); none is by default.
struct SetPlace
{
    ObjectId object;
    std::optional<qint64> before;
    std::optional<qint64> after;
};

/// One site answer is recorded, changed, or withdrawn; both are of one type and field.
struct SetSiteAnswer
{
    std::optional<SiteAnswer> before;
    std::optional<SiteAnswer> after;

    const SiteAnswer &either() const { return after ? *after : *before; }
};

/// The revision whose export a restart waits for; none: nothing is pending.
struct SetPending
{
    ApplicationId application;
    std::optional<qint64> before;
    std::optional<qint64> after;
};

/// The order stands in documents: only append.
using Edit = std::variant<AddObject, RemoveObject, ReplaceObject, SetField, Assign, Unassign,
    Connect, Disconnect, Link, Unlink, SetSettings, SetExtra, SetWaiver, SetPlace, SetSiteAnswer,
    SetPending>;

/// What takes this edit back.
Edit inverse(const Edit &edit);

/// What one gesture does: applied, undone and redone as one.
struct Step
{
    QString title;  ///< Imperative, such as "Import site.json"; empty: stepTitle() makes it from
                    ///< the edits.
    QList<Edit> edits;  ///< In order.

    /// A step without edits changes nothing, and is not recorded.
    bool isEmpty() const { return edits.isEmpty(); }
};

/// The edits that take the step back, in order.
Step inverse(const Step &step);

/// What has been applied, in order. The topology that goes with it is already the one after.
using Delta = QList<Edit>;

class Topology;
/// The step's title, such as "Assign Acme to SMS_1", in terms of the topology before (or after) the
/// step.
QString stepTitle(const Topology &topology, const Step &step);
