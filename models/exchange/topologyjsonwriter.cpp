// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/topologyjsonwriter.h"

#include "models/exchange/jsonwriter.h"
#include "models/exchange/writtenobjects.h"

#include <QCryptographicHash>

namespace {

using Layout = JsonWriter::Layout;

class TopologyJsonWriter
{
public:
    explicit TopologyJsonWriter(const Topology &topology)
        : m_topology(topology)
        , m_objects(topology)
    {
    }

    WrittenTopology write(const std::optional<ExportStamp> &stamp)
    {
        m_json.beginObject(Layout::Lines);
        m_json.key("format");
        m_json.value(QLatin1String("switchyard-topology"));
        m_json.key("version");
        m_json.value(1);
        writeSettings();
        writeCollection<Tenant>("tenants");
        writeCollection<SwitchingOffice>("switchingOffices");
        writeCollection<Switch>("switches");
        writeCollection<Host>("hosts");
        writeCollection<Application>("applications");
        write(m_topology.extra());
        m_json.endObject();
        auto bytes = m_json.bytes() + '\n';
        if (stamp)
            bytes.insert(bytes.size() - 3, ",\n  \"stamp\": " + stampJson(*stamp, bytes));
        return {std::move(bytes), m_objects.takeWarnings()};
    }

private:
    void writeSettings()
    {
        const auto &settings = m_topology.settings();
        m_json.key("settings");
        m_json.beginObject(Layout::Lines);
        text("environment", environmentToken(settings.environment));
        text("socialMessagingTenants", socialMessagingToken(settings.socialMessagingTenants));
        write(settings.extra);
        m_json.endObject();
    }

    void write(const Extra &extra)
    {
        for (const auto &[key, json] : extra) {
            m_json.key(QStringView(key));
            m_json.raw(json);
        }
    }

    template <class T>
    void writeCollection(const char *key)
    {
        m_json.key(QByteArrayView(key));
        m_json.beginArray(Layout::Lines);
        for (const auto *object : m_objects.sorted<T>())
            write(*object);
        m_json.endArray();
    }

    template <class T>
    void begin(const T &object)
    {
        m_json.beginObject(Layout::Lines);
        if (object.dbid != 0)
            number("dbid", object.dbid);
        m_json.key("name");
        m_json.value(object.name);
    }
    template <class T>
    void end(const T &object)
    {
        write(object.extra);
        m_json.endObject();
    }

    void write(const Tenant &tenant)
    {
        begin(tenant);
        text("state", stateToken(tenant.state));
        if (tenant.parent)
            text("parent", m_objects.referred(tenant.id, *tenant.parent));
        end(tenant);
    }

    void write(const SwitchingOffice &office)
    {
        begin(office);
        text("type", office.type);
        text("state", stateToken(office.state));
        end(office);
    }

    void write(const Switch &object)
    {
        begin(object);
        text("tenant", m_objects.referred(object.id, object.tenant));
        text("switchingOffice",
            object.office ? m_objects.referred(object.id, *object.office) : QString());
        text("state", stateToken(object.state));
        end(object);
    }

    void write(const Host &host)
    {
        begin(host);
        text("ipAddress", host.ipAddress);
        number("lcaPort", host.lcaPort);
        text("osType", host.osType);
        text("state", stateToken(host.state));
        end(host);
    }

    void write(const Application &application)
    {
        begin(application);
        text("type", application.type.token());
        text("component", componentToken(application.component));
        text("release", application.release);
        text("state", stateToken(application.state));
        if (application.isLoadBalanced)
            flag("loadBalanced", true);
        writeTenants(application);
        writeConnections(application);
        if (application.host)
            text("host", m_objects.referred(application.id, *application.host));
        writePorts(application.ports);
        if (application.redundancy != Redundancy::None)
            text("redundancy", redundancyToken(application.redundancy));
        if (application.backup)
            text("backup", m_objects.referred(application.id, *application.backup));
        writeSwitches(application);
        text("template", application.templateName);
        text("workingDirectory", application.workingDirectory);
        text("commandLine", application.commandLine);
        text("arguments", application.arguments);
        if (application.autoRestart)
            flag("autoRestart", *application.autoRestart);
        number("startupTimeout", application.startupTimeout);
        number("shutdownTimeout", application.shutdownTimeout);
        write("options", application.options);
        write("annex", application.annex);
        end(application);
    }

    void writeTenants(const Application &application)
    {
        const auto names = m_objects.tenants(application);
        if (names.isEmpty())
            return;
        m_json.key("tenants");
        m_json.beginArray(Layout::Inline);
        for (const auto &name : names)
            m_json.value(name);
        m_json.endArray();
    }

    void writeConnections(const Application &application)
    {
        const auto connections = m_objects.connections(application);
        if (connections.empty())
            return;
        m_json.key("connections");
        m_json.beginArray(Layout::Lines);
        for (const auto &[target, connection] : connections) {
            m_json.beginObject();
            text("application", target);
            text("port", connection->port);
            text("protocol", connection->protocol);
            number("localTimeout", connection->localTimeout);
            number("remoteTimeout", connection->remoteTimeout);
            text("traceMode", connection->traceMode);
            write(connection->extra);
            m_json.endObject();
        }
        m_json.endArray();
    }

    void writePorts(const QList<Port> &ports)
    {
        if (ports.isEmpty())
            return;
        m_json.key("ports");
        m_json.beginArray(Layout::Lines);
        for (const auto &port : ports) {
            m_json.beginObject();
            text("id", port.id);
            number("port", port.number);
            write(port.extra);
            m_json.endObject();
        }
        m_json.endArray();
    }

    void writeSwitches(const Application &application)
    {
        const auto switches = m_objects.switches(application);
        if (switches.isEmpty())
            return;
        m_json.key("switches");
        m_json.beginArray(Layout::Lines);
        for (const auto &[tenant, name] : switches) {
            m_json.beginObject();
            m_json.key("tenant");
            m_json.value(tenant);
            m_json.key("name");
            m_json.value(name);
            m_json.endObject();
        }
        m_json.endArray();
    }

    void write(const char *key, const Options &options)
    {
        if (options.isEmpty())
            return;
        m_json.key(QByteArrayView(key));
        m_json.beginObject(Layout::Lines);
        for (const auto &section : options) {
            m_json.key(QStringView(section.name));
            m_json.beginObject(Layout::Lines);
            for (const auto &option : section.options) {
                m_json.key(QStringView(option.key));
                m_json.value(option.value);
            }
            m_json.endObject();
        }
        m_json.endObject();
    }

    // Missing values are not written.
    void text(const char *key, QStringView value)
    {
        if (value.isEmpty())
            return;
        m_json.key(QByteArrayView(key));
        m_json.value(value);
    }
    void text(const char *key, QLatin1String value)
    {
        if (value.isEmpty())
            return;
        m_json.key(QByteArrayView(key));
        m_json.value(value);
    }
    void number(const char *key, std::optional<qint64> value)
    {
        if (!value)
            return;
        m_json.key(QByteArrayView(key));
        m_json.value(*value);
    }
    void flag(const char *key, bool value)
    {
        m_json.key(QByteArrayView(key));
        m_json.value(value);
    }

    const Topology &m_topology;
    WrittenObjects m_objects;
    JsonWriter m_json;
};

}  // namespace

WrittenTopology writeTopology(const Topology &topology, const std::optional<ExportStamp> &stamp)
{
    return TopologyJsonWriter(topology).write(stamp);
}

QString topologyChecksum(const Topology &topology)
{
    const auto bytes = writeTopology(topology).bytes;
    return QLatin1String(
        "sha256:" + QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}
