// SPDX-License-Identifier: Apache-2.0
#include "models/topology/normalise.h"

#include "models/base/text.h"

#include <algorithm>

namespace {

template <class T, class Less>
void sortOnce(QList<T> &list, Less less)
{
    if (std::adjacent_find(
            list.cbegin(), list.cend(), [&](const T &a, const T &b) { return !less(a, b); })
        == list.cend())
        return;  // Most lists come in order; then they stay shared.
    std::stable_sort(list.begin(), list.end(), less);
    const auto isRepeated = [&](const T &a, const T &b) { return !less(a, b); };
    list.erase(std::unique(list.begin(), list.end(), isRepeated), list.end());
}

}  // namespace

bool connectionLess(const Connection &a, const Connection &b)
{
    return a.target != b.target ? a.target < b.target : textLess(a.port, b.port);
}

void normalise(QList<TenantId> &tenants)
{
    sortOnce(tenants, std::less<TenantId>());
}

void normalise(QList<SwitchId> &switches)
{
    sortOnce(switches, std::less<SwitchId>());
}

void normalise(QList<Connection> &connections)
{
    sortOnce(connections, connectionLess);
}

void normalise(QList<Port> &ports)
{
    std::stable_sort(ports.begin(), ports.end(), [](const Port &a, const Port &b) {
        const auto order = compareText(a.id, b.id);
        return order != 0 ? order < 0 : a.number < b.number;
    });
}

void normalise(Options &options)
{
    // Repeated names can only come from code: readers refuse them. The last one counts, as in a
    // configuration file.
    std::reverse(options.begin(), options.end());
    sortOnce(options,
        [](const OptionSection &a, const OptionSection &b) { return textLess(a.name, b.name); });
    for (auto &section : options) {
        std::reverse(section.options.begin(), section.options.end());
        sortOnce(section.options,
            [](const Option &a, const Option &b) { return textLess(a.key, b.key); });
    }
}

void normalise(Extra &extra)
{
    sortOnce(
        extra, [](const ExtraField &a, const ExtraField &b) { return textLess(a.key, b.key); });
}

void normalise(Record &record)
{
    std::visit([](auto &object) { normalise(object.extra); }, record);
    if (auto *application = std::get_if<Application>(&record)) {
        normalise(application->tenants);
        normalise(application->switches);
        normalise(application->connections);
        normalise(application->ports);
        normalise(application->options);
        normalise(application->annex);
    }
}

void normalise(Value &value)
{
    if (const auto *text = std::get_if<QString>(&value); text && text->isEmpty())
        value = std::monostate();
    else if (auto *tenants = std::get_if<QList<TenantId>>(&value))
        normalise(*tenants);
    else if (auto *switches = std::get_if<QList<SwitchId>>(&value))
        normalise(*switches);
    else if (auto *connections = std::get_if<QList<Connection>>(&value))
        normalise(*connections);
    else if (auto *ports = std::get_if<QList<Port>>(&value))
        normalise(*ports);
    else if (auto *options = std::get_if<Options>(&value))
        normalise(*options);
    else if (auto *extra = std::get_if<Extra>(&value))
        normalise(*extra);
}

Extra mergedExtra(const Extra &before, const Extra &given)
{
    // normalise() keeps the first one of a key.
    Extra merged = given + before;
    normalise(merged);
    return merged;
}
