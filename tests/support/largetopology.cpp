// SPDX-License-Identifier: Apache-2.0
#include "tests/support/largetopology.h"

#include "models/topology/normalise.h"

using namespace Qt::StringLiterals;

namespace {

struct Role
{
    const char *name;
    ApplicationType::Id type;
    bool isShared;
    QList<int> connections;  // Roles of the same tenant that it connects to.
};

// Three exclusive servers with one tenant each, nine shared ones with three each: 30 assignments.
// 24 connections among them, 12 to the message server and one to Solution Control Server: 37.
const QList<Role> &roles()
{
    static const QList<Role> all = {
        {"Ixn", ApplicationType::InteractionServer, true, {1, 5, 7}},
        {"UCS", ApplicationType::ContactServer, true, {7}},
        {"Chat", ApplicationType::ChatServer, true, {0, 1}},
        {"SMS", ApplicationType::SmsServer, true, {0, 1}},
        {"WebAPI", ApplicationType::WebApiServer, true, {0, 1, 7}},
        {"Class", ApplicationType::ClassificationServer, true, {1}},
        {"Social", ApplicationType::SocialMessagingServer, true, {0, 1}},
        {"Stat", ApplicationType::StatServer, true, {0}},
        {"Capture", ApplicationType::CapturePoint, true, {0}},
        {"Email", ApplicationType::EmailServer, false, {0, 1, 5}},
        {"Training", ApplicationType::TrainingServer, false, {1, 5}},
        {"Cobrowse", ApplicationType::CoBrowsingServer, false, {0, 1, 2}},
    };
    return all;
}
constexpr int rolesPerTenant = 12;
constexpr int hubs = 2;  // The message server and Solution Control Server come first.

Connection connectionTo(int index)
{
    return {ApplicationId(quint32(index)), u"default"_s, {}, {}, {}, {}, {}};
}

Options optionsOf(ApplicationType::Id type, int tenant, const QList<qint64> &dbids)
{
    Options options {{u"log"_s,
                         {{u"all"_s, u"/var/log/genesys/tenant-%1.log"_s.arg(tenant)},
                             {u"verbose"_s, u"standard"_s}}},
        {u"settings"_s,
            {{u"media-timeout"_s, QString::number(60 + tenant % 7)},
                {u"number-of-threads"_s, u"4"_s}, {u"queue"_s, u"inbound"_s}}}};
    if (type == ApplicationType::ChatServer) {
        for (const qint64 dbid : dbids)
            options.append({u"endpoints:%1"_s.arg(dbid), {}});
    } else if (type == ApplicationType::CapturePoint) {
        options.append({u"endpoint"_s, {}});
    }
    normalise(options);
    return options;
}

}  // namespace

Topology LargeTopology::working(int tenants)
{
    Topology::Parts parts;
    parts.settings.socialMessagingTenants = SocialMessagingTenants::Allow;
    parts.tenants.insert(Topology::environmentTenant());
    const auto dbidOf = [](int tenant) { return qint64(100 + tenant); };
    for (int t = 0; t < tenants; ++t) {
        Tenant tenant;
        tenant.id = TenantId(quint32(t + 1));
        tenant.dbid = dbidOf(t);
        tenant.name = u"Tenant %1"_s.arg(t);
        tenant.parent = Topology::environment;
        parts.tenants.insert(tenant);

        SwitchingOffice office;
        office.id = SwitchingOfficeId(quint32(t));
        office.dbid = dbidOf(t);
        office.name = u"Office %1"_s.arg(t);
        office.type = u"multimediaswitch"_s;
        parts.offices.insert(office);

        Switch object;
        object.id = SwitchId(quint32(t));
        object.dbid = dbidOf(t);
        object.name = u"MM_%1"_s.arg(t);
        object.tenant = tenant.id;
        object.office = office.id;
        parts.switches.insert(object);

        for (int h = 2 * t; h < 2 * t + 2; ++h) {
            Host host;
            host.id = HostId(quint32(h));
            host.dbid = 100 + h;
            host.name = u"host-%1"_s.arg(h);
            host.ipAddress = u"10.%1.%2.%3"_s.arg(h / 62500).arg(h / 250 % 250).arg(h % 250);
            host.lcaPort = 4999;
            host.osType = u"linux"_s;
            parts.hosts.insert(host);
        }
    }

    const auto hub = [&](quint32 id, const QString &name, ApplicationType::Id type) {
        Application application;
        application.id = ApplicationId(id);
        application.dbid = 99 + id;
        application.name = name;
        application.type = type;
        application.release = u"8.5.100.10"_s;
        application.ports = {{u"default"_s, 5000 + id, {}}};
        parts.applications.insert(application);
    };
    hub(0, u"MessageServer"_s,
        ApplicationType(ApplicationType::fromToken(u"messageserver"_s)).id());
    hub(1, u"SCS"_s, ApplicationType::SolutionControlServer);

    for (int t = 0; t < tenants; ++t) {
        for (int r = 0; r < rolesPerTenant; ++r) {
            const auto &role = roles()[r];
            const int index = hubs + t * rolesPerTenant + r;
            Application application;
            application.id = ApplicationId(quint32(index));
            application.dbid = 1000 + index;
            application.name = u"%1_%2"_s.arg(QLatin1String(role.name)).arg(t);
            application.type = role.type;
            application.release = t % 5 == 0 ? u"8.1.101.03"_s : u"8.1.400.12"_s;
            const bool isInError = role.type == ApplicationType::EmailServer && t % 8 == 0;
            const int count = std::min(tenants, role.isShared ? 3 : isInError ? 2 : 1);
            QList<qint64> dbids;
            for (int i = 0; i < count; ++i) {
                application.tenants.append(TenantId(quint32((t + i) % tenants + 1)));
                dbids.append(dbidOf((t + i) % tenants));
            }
            normalise(application.tenants);
            for (const int target : role.connections)
                application.connections.append(connectionTo(hubs + t * rolesPerTenant + target));
            application.connections.append(connectionTo(0));
            if (role.type == ApplicationType::WebApiServer) {
                application.connections.append(connectionTo(1));
                application.isLoadBalanced = true;
            }
            normalise(application.connections);
            application.host = HostId(quint32(2 * t + r % 2));
            application.ports = {{u"default"_s, 4000 + r, {}}};
            application.templateName = u"%1_814"_s.arg(QLatin1String(role.name));
            application.workingDirectory = u"/opt/genesys/%1"_s.arg(QLatin1String(role.name));
            application.commandLine = u"./run.sh"_s;
            application.autoRestart = true;
            application.startupTimeout = 90;
            application.shutdownTimeout = 90;
            application.options = optionsOf(role.type, t, dbids);
            parts.applications.insert(application);
        }
    }
    return std::move(*Topology::fromParts(std::move(parts)));
}

Topology LargeTopology::baseline(const Topology &working)
{
    Topology::Parts parts {working.tenants(), working.offices(), working.switches(),
        working.hosts(), working.applications(), working.settings(), working.extra(), {}, {}, {},
        {}, {}};
    for (quint32 id = hubs; id < working.applications().idBound(); id += 100) {
        auto &application = parts.applications.edit(ApplicationId(id));
        if (application.tenants.size() > 1)
            application.tenants.removeLast();
        else
            application.release = u"8.1.300.05"_s;
    }
    return std::move(*Topology::fromParts(std::move(parts)));
}
