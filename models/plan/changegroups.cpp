// SPDX-License-Identifier: Apache-2.0
#include "models/plan/changegroups.h"

#include <map>

namespace {

class Grouping
{
public:
    explicit Grouping(const Planner &planner)
        : m_planner(planner)
    {
    }

    void add(std::optional<ObjectId> subject, const Change &change)
    {
        auto &group = subject ? m_groups[*subject] : m_nobodys;
        group.append({change, isOfRestart(change)});
    }
    QList<ChangeGroup> take()
    {
        QList<ChangeGroup> groups;
        for (auto &[subject, changes] : m_groups)
            groups.append({subject, std::move(changes)});
        if (!m_nobodys.isEmpty())
            groups.append({std::nullopt, std::move(m_nobodys)});
        return groups;
    }

private:
    bool isOfRestart(const Change &change) const
    {
        if (change.subject != Change::Subject::Object || change.object.kind != Kind::Application)
            return false;
        const auto *row = m_planner.row(change.object.application());
        return row && row->action == Action::Restart;
    }

    const Planner &m_planner;
    std::map<ObjectId, QList<ReviewedChange>> m_groups;
    QList<ReviewedChange> m_nobodys;
};

QList<TenantId> tenantsOf(const Topology &side, ApplicationId application)
{
    const auto *found = side.applications().find(application);
    return found ? found->tenants : QList<TenantId>();
}

/// Those of two sorted lists: in one alone, or in any.
enum class Which { OneAlone, Any };
QList<TenantId> merged(const QList<TenantId> &before, const QList<TenantId> &after, Which which)
{
    QList<TenantId> result;
    if (which == Which::OneAlone)
        std::set_symmetric_difference(
            before.begin(), before.end(), after.begin(), after.end(), std::back_inserter(result));
    else
        std::set_union(
            before.begin(), before.end(), after.begin(), after.end(), std::back_inserter(result));
    return result;
}

}  // namespace

QList<ChangeGroup> changesByTenant(const Topology &baseline, const Topology &working,
    const Planner &planner, const QList<Change> &changes)
{
    Grouping grouping(planner);
    for (const auto &change : changes) {
        if (change.subject != Change::Subject::Object) {
            grouping.add(std::nullopt, change);
            continue;
        }
        const auto object = change.object;
        QList<TenantId> tenants;
        if (object.kind == Kind::Tenant) {
            tenants = {object.tenant()};
        } else if (object.kind == Kind::Switch) {
            const auto &side = working.contains(object) ? working : baseline;
            tenants = {side.switchAt(object.switchId()).tenant};
        } else if (object.kind == Kind::Application) {
            const auto before = tenantsOf(baseline, object.application());
            const auto after = tenantsOf(working, object.application());
            const bool isOfTenants = change.field == Field::Tenants;
            tenants = merged(before, after, isOfTenants ? Which::OneAlone : Which::Any);
            if (!isOfTenants && tenants.size() > 1)
                tenants.clear();
        }
        for (const auto tenant : tenants)
            grouping.add(tenant, change);
        if (tenants.isEmpty())
            grouping.add(std::nullopt, change);
    }
    return grouping.take();
}

QList<ChangeGroup> changesByServer(const Planner &planner, const QList<Change> &changes)
{
    Grouping grouping(planner);
    for (const auto &change : changes) {
        const bool isOfServer =
            change.subject == Change::Subject::Object && change.object.kind == Kind::Application;
        grouping.add(isOfServer ? std::optional(change.object) : std::nullopt, change);
    }
    return grouping.take();
}
