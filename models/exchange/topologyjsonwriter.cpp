// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/topologyjsonwriter.h"

#include "models/base/text.h"
#include "models/exchange/jsonwriter.h"
#include "models/rules/catalogue.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QSet>

#include <algorithm>
#include <array>

namespace {

using Layout = JsonWriter::Layout;

class TopologyJsonWriter
{
    Q_DECLARE_TR_FUNCTIONS(TopologyJsonWriter)

public:
    explicit TopologyJsonWriter(const Topology &topology)
        : m_topology(topology)
    {
        findFirstBearers(topology.tenants());
        findFirstBearers(topology.offices());
        findFirstBearers(topology.switches());
        findFirstBearers(topology.hosts());
        findFirstBearers(topology.applications());
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
            addStamp(bytes, *stamp);
        return {std::move(bytes), std::move(m_warnings)};
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
        std::vector<const T *> objects;
        for (const auto &object : m_topology.table<T>()) {
            if (!object.isPlaceholder && canBeWritten(object))
                objects.push_back(&object);
        }
        // Stable: the first one of a name stays the first.
        std::stable_sort(objects.begin(), objects.end(), [this](const T *a, const T *b) {
            if constexpr (std::is_same_v<T, Switch>) {
                const auto order = compareText(tenantName(a->tenant), tenantName(b->tenant));
                if (order != 0)
                    return order < 0;
            }
            return textLess(a->name, b->name);
        });
        m_json.key(QByteArrayView(key));
        m_json.beginArray(Layout::Lines);
        for (const auto *object : objects)
            write(*object);
        m_json.endArray();
    }

    bool canBeWritten(const auto &) { return true; }
    bool canBeWritten(const Switch &object)
    {
        const bool isOwned = !tenantName(object.tenant).isEmpty();
        if (isOwned && object.office && !m_topology.office(*object.office).name.isEmpty())
            return true;
        m_warnings.append({object.name,
            tr("It is left out: a file can't name the %1 of the switch, which has no name.")
                .arg(fieldLabel(isOwned ? Field::SwitchingOffice : Field::Tenant).toLower())});
        return false;
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
            text("parent", referred(tenant.id, *tenant.parent));
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
        text("tenant", referred(object.id, object.tenant));
        text("switchingOffice", object.office ? referred(object.id, *object.office) : QString());
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
            text("host", referred(application.id, *application.host));
        writePorts(application.ports);
        if (application.redundancy != Redundancy::None)
            text("redundancy", redundancyToken(application.redundancy));
        if (application.backup)
            text("backup", referred(application.id, *application.backup));
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
        if (application.tenants.isEmpty())
            return;
        QStringList names;
        for (const auto tenant : application.tenants)
            names.append(referred(application.id, tenant));
        std::sort(names.begin(), names.end(),
            [](const QString &a, const QString &b) { return textLess(a, b); });
        names.erase(std::unique(names.begin(), names.end()), names.end());
        names.removeAll(QString());
        if (names.isEmpty())
            return;
        m_json.key("tenants");
        m_json.beginArray(Layout::Inline);
        for (const auto &name : std::as_const(names))
            m_json.value(name);
        m_json.endArray();
    }

    void writeConnections(const Application &application)
    {
        if (application.connections.isEmpty())
            return;
        std::vector<std::pair<QString, const Connection *>> connections;
        for (const auto &connection : application.connections)
            connections.emplace_back(referred(application.id, connection.target), &connection);
        std::stable_sort(connections.begin(), connections.end(), [](const auto &a, const auto &b) {
            const auto order = compareText(a.first, b.first);
            return order != 0 ? order < 0 : textLess(a.second->port, b.second->port);
        });
        // Targets that share a name are one in the file.
        const auto isRepeated = [](const auto &a, const auto &b) {
            return a.first == b.first && a.second->port == b.second->port;
        };
        connections.erase(
            std::unique(connections.begin(), connections.end(), isRepeated), connections.end());
        std::erase_if(
            connections, [](const auto &connection) { return connection.first.isEmpty(); });
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
        if (application.switches.isEmpty())
            return;
        std::vector<std::pair<QString, QString>> names;
        for (const auto id : application.switches) {
            const auto &name = referred(application.id, id);
            names.emplace_back(tenantName(m_topology.switchAt(id).tenant), name);
        }
        std::sort(names.begin(), names.end(), [](const auto &a, const auto &b) {
            const auto order = compareText(a.first, b.first);
            return order != 0 ? order < 0 : textLess(a.second, b.second);
        });
        names.erase(std::unique(names.begin(), names.end()), names.end());
        std::erase_if(
            names, [](const auto &name) { return name.first.isEmpty() || name.second.isEmpty(); });
        if (names.empty())
            return;
        m_json.key("switches");
        m_json.beginArray(Layout::Lines);
        for (const auto &[tenant, name] : names) {
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

    const QString &tenantName(TenantId id) const { return m_topology.tenant(id).name; }

    /// Finds the objects that their names mean: the first bearers.
    template <class T>
    void findFirstBearers(const Table<T> &table)
    {
        auto &isMeant = m_isMeant[size_t(T::kind)];
        isMeant.resize(table.idBound());
        QSet<std::pair<quint32, QStringView>> seen;
        seen.reserve(table.size());
        for (const auto &object : table) {
            quint32 scope = 0;
            bool isReachable = !object.name.isEmpty();
            if constexpr (std::is_same_v<T, Switch>) {
                scope = object.tenant.value();
                isReachable = isReachable && this->isMeant(object.tenant);
            }
            const std::pair<quint32, QStringView> key(scope, object.name);
            isMeant[object.id.value()] = isReachable && !seen.contains(key);
            seen.insert(key);
        }
    }
    bool isMeant(ObjectId object) const { return m_isMeant[size_t(object.kind)][object.id]; }

    /// The name that stands for the object in a reference.
    const QString &referred(ObjectId referrer, ObjectId object)
    {
        if (!isMeant(object))
            warn(referrer, object);
        return m_topology.name(object);
    }
    void warn(ObjectId referrer, ObjectId object)
    {
        const auto &name = m_topology.name(object);
        const auto where = m_topology.name(referrer);
        const auto kind = kindLabel(object.kind).toLower();
        m_warnings.append({where,
            name.isEmpty()
                ? tr("It refers to the %1 without a name, which a file can't say.").arg(kind)
                : tr(
                    "It refers to the %1 %2 that is not the first of this name. In the file the name "
                    "means the first.")
                      .arg(kind, name)});
    }

    void addStamp(QByteArray &bytes, const ExportStamp &stamp)
    {
        const auto checksum = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
        JsonWriter json;
        json.beginObject();
        json.key("product");
        json.value(stamp.product);
        json.key("rules");
        json.value(stamp.rules);
        json.key("errors");
        json.value(stamp.errors);
        json.key("warnings");
        json.value(stamp.warnings);
        json.key("advice");
        json.value(stamp.advice);
        json.key("waived");
        json.value(stamp.waived);
        json.key("allowedErrors");
        json.value(stamp.allowedErrors);
        json.key("checksum");
        json.value(QLatin1String("sha256:" + checksum));
        json.endObject();
        bytes.insert(bytes.size() - 3, ",\n  \"stamp\": " + json.bytes());
    }

    const Topology &m_topology;
    std::array<std::vector<bool>, kindCount>
        m_isMeant;  // By kind and id: whether the object's name means it.
    JsonWriter m_json;
    QList<Problem> m_warnings;
};

}  // namespace

ExportStamp stampFor(const FindingsSummary &findings, const QString &version)
{
    return {.product = QLatin1String("Switchyard ") + version,
        .rules = ruleCount(),
        .errors = findings.errors,
        .warnings = findings.warnings,
        .advice = findings.advice,
        .waived = findings.waived,
        .allowedErrors = findings.errors};
}

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
