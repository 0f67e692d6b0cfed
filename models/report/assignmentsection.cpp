// SPDX-License-Identifier: Apache-2.0
#include "models/base/text.h"
#include "models/report/reportsections.h"

#include <QCoreApplication>
#include <QMap>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

struct AssignmentSectionTexts
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

bool isEnvironmentAlone(const Server &server)
{
    return server.application->tenants == QList<TenantId> {Topology::environment};
}

/// Undefined ones too; Environment only if a server has it beside others.
QList<TenantId> columnsOf(const Topology &topology, const std::vector<Server> &servers)
{
    QList<TenantId> tenants;
    for (const auto &tenant : topology.tenants()) {
        const bool isShown = tenant.id != Topology::environment
            || std::any_of(servers.begin(), servers.end(), [](const Server &server) {
                   const auto &own = server.application->tenants;
                   return own.size() > 1 && own.contains(Topology::environment);
               });
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
    Outline::Table table {
        {AssignmentSectionTexts::tr("Type"), AssignmentSectionTexts::tr("Instances"),
            AssignmentSectionTexts::tr("With several tenants"),
            AssignmentSectionTexts::tr("Tenants served")},
        {5, 2, 2, 2}, {}};
    for (auto count = counts.cbegin(); count != counts.cend(); ++count)
        table.rows.append({count.key(), QString::number(count->instances),
            QString::number(count->shared), QString::number(count->tenants.size())});
    return table;
}

/// Takes the servers out that a predicate says, and names them.
template <class Predicate>
QString takeNames(std::vector<Server> &servers, Predicate isTaken)
{
    QStringList names;
    for (const auto &server : servers) {
        if (isTaken(server))
            names.append(server.application->name);
    }
    std::erase_if(servers, isTaken);
    return listed(names, names.size());
}

/// Servers of no tenant that has a column would be empty rows: they are named above it.
void appendMatrix(Parts &parts, const Topology &topology, std::vector<Server> servers,
    const QList<TenantId> &tenants)
{
    Outline::Facts facts;
    if (const auto names = takeNames(servers, isEnvironmentAlone); !names.isEmpty())
        facts.lines.append({AssignmentSectionTexts::tr("In Environment alone"), names});
    const auto hasNone = [](const Server &server) { return server.application->tenants.isEmpty(); };
    if (const auto names = takeNames(servers, hasNone); !names.isEmpty())
        facts.lines.append({AssignmentSectionTexts::tr("Without a tenant"), names});
    if (!facts.lines.isEmpty())
        parts.append(facts);

    Outline::Table table {
        {AssignmentSectionTexts::tr("Server"), AssignmentSectionTexts::tr("Type")}, {10, 9}, {}};
    for (const auto tenant : tenants) {
        table.head.append(topology.tenant(tenant).name);
        table.widths.append(5);
    }
    for (const auto &server : servers) {
        QStringList row {server.application->name, server.type};
        for (const auto tenant : tenants)
            row.append(server.application->tenants.contains(tenant) ? u"●"_s : QString());
        table.rows.append(row);
    }
    parts.append(table);
}

Outline::Table serverTable(const Topology &topology, const std::vector<Server> &servers)
{
    Outline::Table table {{AssignmentSectionTexts::tr("Server"), AssignmentSectionTexts::tr("Type"),
                              AssignmentSectionTexts::tr("Tenants")},
        {4, 4, 9}, {}};
    for (const auto &server : servers) {
        const auto names = namesOf(topology, server.application->tenants);
        table.rows.append({server.application->name, server.type,
            names.isEmpty() ? AssignmentSectionTexts::tr("(none)") : listed(names)});
    }
    return table;
}

}  // namespace

Parts assignmentParts(const Topology &topology)
{
    Parts parts {Outline::Heading {AssignmentSectionTexts::tr("Assignments")}};
    auto servers = serversOf(topology);
    if (servers.empty()) {
        parts.append(Outline::Paragraph {AssignmentSectionTexts::tr("There are no applications.")});
        return parts;
    }
    parts.append(typeTable(servers));
    parts.append(Outline::Heading {AssignmentSectionTexts::tr("By server"), 2});
    qsizetype more = 0;
    if (qsizetype(servers.size()) > mostServers) {
        parts.append(Outline::Paragraph {AssignmentSectionTexts::tr(
            "Too many for one list: these are the ones with the most tenants.")});
        std::stable_sort(servers.begin(), servers.end(), [](const Server &a, const Server &b) {
            return a.application->tenants.size() > b.application->tenants.size();
        });
        more = qsizetype(servers.size() - fewServers);
        servers.erase(servers.begin() + fewServers, servers.end());
    }
    const auto tenants = columnsOf(topology, servers);
    if (!tenants.isEmpty() && tenants.size() <= mostColumns)
        appendMatrix(parts, topology, servers, tenants);
    else
        parts.append(serverTable(topology, servers));
    appendMore(parts, more);
    return parts;
}
