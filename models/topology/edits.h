// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/result.h"
#include "models/topology/topology.h"

// Every edit that people can make, checked against the topology it will be applied to. Each gives a
// step; a step without edits means that nothing would change. A placeholder that loses its last
// reference goes in the same step. Errors: NotFound for an object that is not there, InvalidInput
// for what domain.md forbids.

[[nodiscard]] Result<Step> assignTenant(
    const Topology &topology, ApplicationId application, TenantId tenant);
[[nodiscard]] Result<Step> unassignTenant(
    const Topology &topology, ApplicationId application, TenantId tenant);
/// Adds the connection; one with the same target and port is replaced.
[[nodiscard]] Result<Step> connectTo(
    const Topology &topology, ApplicationId application, const Connection &connection);
/// Without a port: all connections to that target.
[[nodiscard]] Result<Step> disconnectFrom(const Topology &topology, ApplicationId application,
    ApplicationId target, const std::optional<QString> &port);
[[nodiscard]] Result<Step> linkSwitch(
    const Topology &topology, ApplicationId application, SwitchId linkedSwitch);
[[nodiscard]] Result<Step> unlinkSwitch(
    const Topology &topology, ApplicationId application, SwitchId linkedSwitch);

/// Takes any field; none gives the field its default, lists replace. Lists are brought into order.
/// Refused: what is fixed once created, another name, state or parent for Environment, a
/// placeholder's fields but its name. An object that takes a placeholder's name takes over its
/// references.
[[nodiscard]] Result<Step> setField(
    const Topology &topology, ObjectId object, Field field, Value value);

/// A new object with this record's fields; its id is given here (nextId). One that bears a
/// placeholder's name (a switch: tenant and name) takes the placeholder's id and references.
/// Application and office need a type (an application's may be of an unknown token), a switch its
/// tenant and office.
[[nodiscard]] Result<Step> addObject(const Topology &topology, Record record);
/// The id under which the first object that a step of addObject adds will be found.
ObjectId addedObject(const Step &step);
/// A copy under the next free name ("SMS_2" for "SMS_1"), with the same references; not the backup,
/// not the DBID.
[[nodiscard]] Result<Step> duplicateObject(const Topology &topology, ObjectId object);

/// Removes the object and clears every reference to it, as domain.md says: a tenant's switches go
/// with it, its children move to its parent; an office takes its switches. Environment and
/// placeholders can't be removed.
[[nodiscard]] Result<Step> removeObject(const Topology &topology, ObjectId object);
/// Removes several objects in one step.
[[nodiscard]] Result<Step> removeObjects(const Topology &topology, const QList<ObjectId> &objects);

[[nodiscard]] Step setSettings(const Topology &topology, Settings settings);
/// Makes a waiver, or gives the one of this key another reason, owner or expiry. Refused without a
/// reason.
[[nodiscard]] Result<Step> setWaiver(const Topology &topology, Waiver waiver);
/// NotFound if there is none.
[[nodiscard]] Result<Step> withdrawWaiver(const Topology &topology, const WaiverKey &key);
/// Moves objects in the picture, in one step; those that stand there already are left out. Tenants
/// and applications only.
[[nodiscard]] Result<Step> setPlaces(
    const Topology &topology, const QHash<ObjectId, std::optional<qint64>> &places);
/// Records what the site knows, or another answer on this type and field. Refused without evidence.
[[nodiscard]] Result<Step> recordAnswer(const Topology &topology, SiteAnswer answer);
/// NotFound if there is none.
[[nodiscard]] Result<Step> withdrawAnswer(
    const Topology &topology, const QString &type, const QString &field);
/// From now on these restarts wait to be done, as exported in this revision (from 1).
[[nodiscard]] Result<Step> awaitRestarts(
    const Topology &topology, const QList<ApplicationId> &applications, qint64 revision);
/// They are done. NotFound for one that nothing is pending for.
[[nodiscard]] Result<Step> confirmRestarts(
    const Topology &topology, const QList<ApplicationId> &applications);
[[nodiscard]] Step setExtra(const Topology &topology, Extra extra);

/// The first name of the form "SMS_2", "SMS_3" … after "SMS_1" that no object of the kind bears.
QString nextFreeName(const Topology &topology, Kind kind, const QString &name);

/// Adds to a step the removal of placeholders that nothing refers to once the step is applied.
void dropUnreferencedPlaceholders(const Topology &before, Step &step);
