// SPDX-License-Identifier: Apache-2.0
#include "models/topology/topologychange.h"

#include "models/topology/stepbuilder.h"

TopologyChange::TopologyChange(const Topology &before)
    : settings(before.settings())
    , extra(before.extra())
    , m_before(before)
{
    std::apply(
        [&](auto &...objects) {
            const auto begin = [&]<class T>(
                                   Changes<T> &o) { o.firstAdded = before.nextId(T::kind); };
            (begin(objects), ...);
        },
        m_changes);
}

Step TopologyChange::toStep() const
{
    StepBuilder builder(m_before);
    // The kinds stand in an order in which each refers to itself and those before it only, switches
    // to tenants and offices, applications to all.
    std::apply(
        [&](const auto &...objects) {
            const auto add = [&](const auto &o) {
                for (const auto &record : o.added)
                    builder.add(record);
            };
            (add(objects), ...);
        },
        m_changes);
    builder.finishAdding();
    std::apply(
        [&](const auto &...objects) {
            const auto change = [&]<class T>(const Changes<T> &o) {
                for (const auto &record : o.changed)
                    builder.change(m_before.table<T>().at(record.id), record);
            };
            (change(objects), ...);
        },
        m_changes);
    builder.remove(changes<Application>().removed);
    builder.remove(changes<Switch>().removed);
    builder.remove(changes<SwitchingOffice>().removed);
    builder.remove(changes<Host>().removed);
    builder.remove(changes<Tenant>().removed);
    if (settings != m_before.settings())
        builder.edits.append(SetSettings {m_before.settings(), settings});
    if (extra != m_before.extra())
        builder.edits.append(SetExtra {m_before.extra(), extra});
    return {{}, std::move(builder.edits)};
}

template <class T>
void TopologyChange::takeOver(Table<T> &table)
{
    auto &objects = changes<T>();
    table.reserve(objects.firstAdded + objects.added.size());
    for (auto &record : objects.changed)
        table.edit(record.id) = std::move(record);
    for (auto &record : objects.added)
        table.insert(std::move(record));
}

Result<Topology> TopologyChange::toTopology()
{
    Topology::Parts parts;
    parts.tenants = m_before.tenants();
    takeOver(parts.tenants);
    takeOver(parts.offices);
    takeOver(parts.switches);
    takeOver(parts.hosts);
    takeOver(parts.applications);
    parts.settings = settings;
    parts.extra = extra;
    return Topology::fromParts(std::move(parts));
}
