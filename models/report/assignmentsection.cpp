// SPDX-License-Identifier: Apache-2.0
#include "models/base/text.h"
#include "models/report/reportsections.h"

#include <QCoreApplication>
#include <QMap>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(AssignmentSection)
};

constexpr qsizetype mostColumns = 7;  // Of tenants; more are too narrow for A4.
constexpr qsizetype mostServers = 400;
constexpr size_t fewServers = 100;  // Where there are more than that.

struct Server
{
    QString type;
    const Application *application;
};

std::vector<Server> serversOf(const Topology &topology)
{
    std::vector<Server> servers;
    for (const auto &application : topology.applications()) {
        if (!application.isPlaceholder)
            servers.push_back({application.type.displayName(), &application});
    }
    std::sort(servers.begin(), servers.end(), [](const Server &a, const Server &b) {
        const auto byType = compareText(a.type, b.type);
        return byType != 0 ? byType < 0 : textLess(a.application->name, b.application->name);
    });
    return servers;
}

/// All that are defined; Environment only if a server is assigned to it.
QList<TenantId> tenantsOf(const Topology &topology)
{
    QList<TenantId> tenants;
    for (const auto &tenant : topology.tenants()) {
        const bool isShown = tenant.id == Topology::environment
            ? !topology.applicationsOf(tenant.id).isEmpty()
            : !tenant.isPlaceholder;
        if (isShown)
            tenants.append(tenant.id);
    }
    return tenants;
}

QStringList namesOf(const Topology &topology, const QList<TenantId> &tenants)
{
    QStringList names;
    for (const auto tenant : tenants)
        names.append(topology.tenant(tenant).name);
    std::sort(names.begin(), names.end(), textLess);
    return names;
}

Outline::Table typeTable(const std::vector<Server> &servers)
{
    struct Count
    {
        int instances = 0;
        int shared = 0;
        QSet<TenantId> tenants;
    };
    QMap<QString, Count> counts;
    for (const auto &server : servers) {
        auto &count = counts[server.type];
        const auto &tenants = server.application->tenants;
        ++count.instances;
        count.shared += int(tenants.size() > 1);
        count.tenants.unite(QSet<TenantId>(tenants.begin(), tenants.end()));
    }
    Outline::Table table {{Texts::tr("Type"), Texts::tr("Instances"),
                              Texts::tr("With several tenants"), Texts::tr("Tenants served")},
        {5, 2, 2, 2}, {}};
    for (auto count = counts.cbegin(); count != counts.cend(); ++count)
        table.rows.append({count.key(), QString::number(count->instances),
            QString::number(count->shared), QString::number(count->tenants.size())});
    return table;
}

Outline::Table matrix(
    const Topology &topology, const std::vector<Server> &servers, const QList<TenantId> &tenants)
{
    Outline::Table table {{Texts::tr("Server"), Texts::tr("Type")}, {8, 8}, {}};
    for (const auto tenant : tenants) {
        table.head.append(topology.tenant(tenant).name);
        table.widths.append(6);
    }
    for (const auto &server : servers) {
        QStringList row {server.application->name, server.type};
        for (const auto tenant : tenants)
            row.append(server.application->tenants.contains(tenant) ? u"●"_s : QString());
        table.rows.append(row);
    }
    return table;
}

Outline::Table serverTable(const Topology &topology, const std::vector<Server> &servers)
{
    Outline::Table table {
        {Texts::tr("Server"), Texts::tr("Type"), Texts::tr("Tenants")}, {4, 4, 9}, {}};
    for (const auto &server : servers) {
        const auto names = namesOf(topology, server.application->tenants);
        table.rows.append({server.application->name, server.type,
            names.isEmpty() ? Texts::tr("(none)") : listed(names)});
    }
    return table;
}

}  // namespace

Parts assignmentParts(const Topology &topology)
{
    Parts parts {Outline::Heading {Texts::tr("Assignments")}};
    auto servers = serversOf(topology);
    if (servers.empty()) {
        parts.append(Outline::Paragraph {Texts::tr("There are no applications.")});
        return parts;
    }
    parts.append(typeTable(servers));
    parts.append(Outline::Heading {Texts::tr("By server"), 2});
    qsizetype more = 0;
    if (qsizetype(servers.size()) > mostServers) {
        parts.append(Outline::Paragraph {
            Texts::tr("Too many for one list: these are the ones with the most tenants.")});
        std::stable_sort(servers.begin(), servers.end(), [](const Server &a, const Server &b) {
            return a.application->tenants.size() > b.application->tenants.size();
        });
        more = qsizetype(servers.size() - fewServers);
        servers.erase(servers.begin() + fewServers, servers.end());
    }
    const auto tenants = tenantsOf(topology);
    if (!tenants.isEmpty() && tenants.size() <= mostColumns)
        parts.append(matrix(topology, servers, tenants));
    else
        parts.append(serverTable(topology, servers));
    appendMore(parts, more);
    return parts;
}
