// SPDX-License-Identifier: Apache-2.0
#include "models/topology/stepbuilder.h"

#include "models/base/text.h"
#include "models/topology/normalise.h"

#include <algorithm>
#include <set>

namespace {

RecordPointer shared(Record record)
{
    return std::make_shared<const Record>(std::move(record));
}

/// Walks two lists that are sorted alike, and tells what only one of them has.
template <class T, class Less>
void compareSorted(const QList<T> &before, const QList<T> &after, Less less, auto gone, auto come)
{
    auto old = before.begin();
    auto now = after.begin();
    while (old != before.end() || now != after.end()) {
        if (now == after.end() || (old != before.end() && less(*old, *now))) {
            gone(*old++);
        } else if (old == before.end() || less(*now, *old)) {
            come(*now++);
        } else {
            if (!(*old == *now)) {
                gone(*old);
                come(*now);
            }
            ++old;
            ++now;
        }
    }
}

}  // namespace

void StepBuilder::add(Tenant tenant)
{
    defer(tenant, Field::Parent, tenant.parent);
    edits.append(AddObject {shared(std::move(tenant))});
}

void StepBuilder::add(SwitchingOffice office)
{
    edits.append(AddObject {shared(std::move(office))});
}

void StepBuilder::add(Switch object)
{
    edits.append(AddObject {shared(std::move(object))});
}

void StepBuilder::add(Host host)
{
    edits.append(AddObject {shared(std::move(host))});
}

void StepBuilder::add(Application application)
{
    // Those that are added later can't be referred to yet.
    application.connections.removeIf([&](const Connection &connection) {
        if (connection.target < application.id
            || m_before.applications().contains(connection.target))
            return false;
        m_deferred.append(Connect {application.id, connection});
        return true;
    });
    defer(application, Field::Backup, application.backup);
    edits.append(AddObject {shared(std::move(application))});
}

template <class T, class Id>
void StepBuilder::defer(const T &object, Field field, std::optional<Id> &reference)
{
    if (!reference || m_before.contains(ObjectId(*reference)) || *reference < object.id)
        return;
    m_deferred.append(SetField {object.id, field, {}, *reference});
    reference.reset();
}

void StepBuilder::finishAdding()
{
    edits.append(std::exchange(m_deferred, {}));
}

template <class T>
void StepBuilder::change(const T &before, const T &after)
{
    if (before == after)
        return;
    if (before.isPlaceholder != after.isPlaceholder) {
        edits.append(ReplaceObject {shared(before), shared(after)});
        return;
    }
    for (const auto field : fieldsOf(T::kind)) {
        if (isSetLike(field))
            continue;
        auto old = fieldValue(before, field);
        auto now = fieldValue(after, field);
        if (old != now)
            edits.append(SetField {before.id, field, std::move(old), std::move(now)});
    }
    if constexpr (std::is_same_v<T, Application>)
        changeMembers(before, after);
}

template void StepBuilder::change(const Tenant &before, const Tenant &after);
template void StepBuilder::change(const SwitchingOffice &before, const SwitchingOffice &after);
template void StepBuilder::change(const Switch &before, const Switch &after);
template void StepBuilder::change(const Host &before, const Host &after);
template void StepBuilder::change(const Application &before, const Application &after);

void StepBuilder::changeMembers(const Application &before, const Application &after)
{
    const auto id = before.id;
    QList<Edit> come;
    compareSorted(
        before.tenants, after.tenants, std::less<TenantId>(),
        [&](TenantId tenant) {
            edits.append(Unassign {id, tenant});
        },
        [&](TenantId tenant) {
            come.append(Assign {id, tenant});
        });
    compareSorted(
        before.connections, after.connections, connectionLess,
        [&](const Connection &connection) {
            edits.append(Disconnect {id, connection});
        },
        [&](const Connection &connection) {
            come.append(Connect {id, connection});
        });
    compareSorted(
        before.switches, after.switches, std::less<SwitchId>(),
        [&](SwitchId linked) {
            edits.append(Unlink {id, linked});
        },
        [&](SwitchId linked) {
            come.append(Link {id, linked});
        });
    edits.append(come);
}

void StepBuilder::remove(const std::vector<ApplicationId> &applications)
{
    const std::set<ApplicationId> removed(applications.begin(), applications.end());
    std::vector<Application> stripped;
    for (const auto id : applications) {
        auto application = m_before.application(id);
        application.connections.removeIf([&](const Connection &connection) {
            const bool isStripped = removed.contains(connection.target);
            if (isStripped)
                edits.append(Disconnect {id, connection});
            return isStripped;
        });
        if (application.backup && removed.contains(*application.backup)) {
            edits.append(SetField {id, Field::Backup, *application.backup, {}});
            application.backup.reset();
        }
        stripped.push_back(std::move(application));
    }
    for (auto &application : stripped)
        edits.append(RemoveObject {shared(std::move(application))});
}

void StepBuilder::remove(const std::vector<TenantId> &tenants)
{
    const std::set<TenantId> removed(tenants.begin(), tenants.end());
    std::vector<Tenant> stripped;
    for (const auto id : tenants) {
        auto tenant = m_before.tenant(id);
        if (tenant.parent && removed.contains(*tenant.parent)) {
            edits.append(SetField {id, Field::Parent, *tenant.parent, {}});
            tenant.parent.reset();
        }
        stripped.push_back(std::move(tenant));
    }
    for (auto &tenant : stripped)
        edits.append(RemoveObject {shared(std::move(tenant))});
}

template <class T>
void StepBuilder::removeAll(const std::vector<typename T::IdType> &ids)
{
    for (const auto id : ids)
        edits.append(RemoveObject {shared(m_before.table<T>().at(id))});
}

void StepBuilder::remove(const std::vector<SwitchId> &switches)
{
    removeAll<Switch>(switches);
}

void StepBuilder::remove(const std::vector<SwitchingOfficeId> &offices)
{
    removeAll<SwitchingOffice>(offices);
}

void StepBuilder::remove(const std::vector<HostId> &hosts)
{
    removeAll<Host>(hosts);
}
