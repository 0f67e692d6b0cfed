// SPDX-License-Identifier: Apache-2.0
#include "models/rules/tenantnumbers.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace {

constexpr QLatin1String endpointsPrefix("endpoints:");

}  // namespace

bool isDbidAmong(
    const Topology &topology, const QList<TenantId> &tenants, const WholeNumber &number)
{
    bool isRepresentable = false;
    const qint64 wanted = number.digits().toLongLong(&isRepresentable);
    return isRepresentable && wanted > 0
        && std::any_of(tenants.begin(), tenants.end(),
            [&](TenantId tenant) { return topology.tenant(tenant).dbid == wanted; });
}

bool lacksEndpoints(const Topology &topology, const Application &server, TenantId tenant)
{
    const auto dbid = topology.tenant(tenant).dbid;
    if (server.options.isEmpty() || dbid <= 0)
        return false;
    // Without a text of its own: asked for every tenant of every Chat Server.
    std::array<char, 32> wanted;
    auto *digits = std::copy(endpointsPrefix.begin(), endpointsPrefix.end(), wanted.begin());
    const auto *end = std::to_chars(digits, wanted.end(), dbid).ptr;
    const QLatin1String name(wanted.data(), end - wanted.data());
    return std::none_of(
        server.options.begin(), server.options.end(), [&](const OptionSection &section) {
            return section.name.size() == name.size() && section.name == name;
        });
}

bool isStrayEndpoints(
    const Topology &topology, const QList<TenantId> &tenants, const QString &section)
{
    if (!section.startsWith(endpointsPrefix))
        return false;
    const auto number = WholeNumber::fromText(QStringView(section).mid(endpointsPrefix.size()));
    return number && !isDbidAmong(topology, tenants, *number);
}

bool isInboundRoute(const OptionSection &section, const Option &option)
{
    // The key first: its length alone tells nearly all apart.
    return option.key == QLatin1String("inbound-route")
        && section.name.startsWith(QLatin1String("channel-")) && !option.value.isEmpty();
}

bool isStrayRoute(const Topology &topology, const QList<TenantId> &tenants, const QString &route)
{
    const auto parts = QStringView(route).split(u',');
    return std::any_of(parts.begin(), parts.end(), [&](QStringView part) {
        const auto colon = part.indexOf(u':');
        const auto number = WholeNumber::fromText(trimmedText(colon < 0 ? part : part.left(colon)));
        return !number || !isDbidAmong(topology, tenants, *number);
    });
}
