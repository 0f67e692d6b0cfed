// SPDX-License-Identifier: Apache-2.0
#include "models/plan/fieldjson.h"

#include "models/base/jsontext.h"
#include "models/base/text.h"
#include "models/plan/jsonvalue.h"
#include "models/plan/merge.h"

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

/// A JSON object, member by member.
class ObjectText
{
public:
    void add(QStringView key, const QString &json)
    {
        m_json += m_json.isEmpty() ? u'{' : u',';
        appendJsonString(m_json, key);
        m_json += u':';
        m_json += json;
    }
    void addText(QStringView key, const QString &text)
    {
        if (!text.isEmpty())
            add(key, jsonString(text));
    }
    void addNumber(QStringView key, std::optional<qint64> number)
    {
        if (number)
            add(key, QString::number(*number));
    }
    void addExtra(const Extra &extra)
    {
        for (const auto &field : extra) {
            if (!isNothing(field))
                add(field.key, field.json);
        }
    }
    QString text() const { return m_json.isEmpty() ? u"{}"_s : m_json + u'}'; }

private:
    QString m_json;
};

template <class List, class ToJson>
QString arrayJson(const List &list, ToJson toJson)
{
    QString json(u'[');
    for (const auto &item : list) {
        if (json.size() > 1)
            json += u',';
        json += toJson(item);
    }
    return json + u']';
}

QString nameJson(const QString &name)
{
    return name.isEmpty() ? u"null"_s : jsonString(name);
}

QString portJson(const Port &port)
{
    ObjectText json;
    json.addText(u"id", port.id);
    json.addNumber(u"port", port.number);
    json.addExtra(port.extra);
    return json.text();
}

struct ValueWriter
{
    const Topology &topology;

    QString operator()(std::monostate) const { return u"null"_s; }
    QString operator()(bool value) const { return value ? u"true"_s : u"false"_s; }
    QString operator()(qint64 value) const { return QString::number(value); }
    QString operator()(const QString &value) const { return nameJson(value); }
    QString operator()(ObjectState value) const { return jsonString(QString(stateToken(value))); }
    QString operator()(Redundancy value) const
    {
        return jsonString(QString(redundancyToken(value)));
    }
    QString operator()(Component value) const { return nameJson(QString(componentToken(value))); }
    QString operator()(const ApplicationType &value) const { return nameJson(value.token()); }
    QString operator()(TenantId id) const { return nameJson(topology.tenant(id).name); }
    QString operator()(SwitchingOfficeId id) const { return nameJson(topology.office(id).name); }
    QString operator()(HostId id) const { return nameJson(topology.host(id).name); }
    QString operator()(ApplicationId id) const { return nameJson(topology.application(id).name); }
    QString operator()(const QList<TenantId> &ids) const
    {
        return arrayJson(ids, [this](TenantId id) { return jsonString(topology.tenant(id).name); });
    }
    QString operator()(const QList<Connection> &connections) const
    {
        return arrayJson(
            connections, [this](const Connection &c) { return connectionJson(topology, c); });
    }
    QString operator()(const QList<SwitchId> &ids) const
    {
        return arrayJson(ids, [this](SwitchId id) { return switchJson(topology, id); });
    }
    QString operator()(const QList<Port> &ports) const { return portsJson(ports); }
    QString operator()(const Options &options) const { return optionsJson(options); }
    QString operator()(const Extra &extra) const
    {
        ObjectText json;
        json.addExtra(extra);
        return json.text();
    }
};

/// The ports as texts that are equal for equal ports, in an order that doesn't depend on the
/// list's.
std::vector<QString> canonicalPorts(const QList<Port> &ports)
{
    std::vector<QString> texts;
    for (const auto &port : ports)
        texts.push_back(canonicalJson(portJson(port)));
    std::sort(texts.begin(), texts.end());
    return texts;
}

}  // namespace

QString valueJson(const Topology &topology, const Value &value)
{
    return std::visit(ValueWriter {topology}, value);
}

QString connectionJson(const Topology &topology, const Connection &connection)
{
    ObjectText json;
    json.add(u"application", jsonString(topology.application(connection.target).name));
    json.addText(u"port", connection.port);
    json.addText(u"protocol", connection.protocol);
    json.addNumber(u"localTimeout", connection.localTimeout);
    json.addNumber(u"remoteTimeout", connection.remoteTimeout);
    json.addText(u"traceMode", connection.traceMode);
    json.addExtra(connection.extra);
    return json.text();
}

QString switchJson(const Topology &topology, SwitchId id)
{
    const auto &object = topology.switchAt(id);
    ObjectText json;
    json.add(u"tenant", jsonString(topology.tenant(object.tenant).name));
    json.add(u"name", jsonString(object.name));
    return json.text();
}

QString portsJson(const QList<Port> &ports)
{
    struct Entry
    {
        const Port *port;
        QString json;
    };
    std::vector<Entry> entries;
    for (const auto &port : ports)
        entries.push_back({&port, portJson(port)});
    std::sort(entries.begin(), entries.end(), [](const Entry &a, const Entry &b) {
        if (const auto order = compareText(a.port->id, b.port->id); order != 0)
            return order < 0;
        return a.port->number != b.port->number ? a.port->number < b.port->number
                                                : textLess(a.json, b.json);
    });
    return arrayJson(entries, [](const Entry &entry) { return entry.json; });
}

QString optionsJson(const Options &options)
{
    ObjectText json;
    for (const auto &section : options) {
        ObjectText keys;
        for (const auto &option : section.options)
            keys.add(option.key, jsonString(option.value));
        json.add(section.name, keys.text());
    }
    return json.text();
}

bool isNothing(const ExtraField &field)
{
    return field.json == "null"_L1 || field.json == "\"\""_L1;
}

bool isSameExtra(const Extra &before, const Extra &after)
{
    if (before == after)
        return true;
    bool isSame = true;
    const auto compareKeys = [](const ExtraField &a, const ExtraField &b) {
        return compareText(a.key, b.key);
    };
    mergeSorted(before, after, compareKeys, [&](const ExtraField *b, const ExtraField *a) {
        if (b && isNothing(*b))
            b = nullptr;
        if (a && isNothing(*a))
            a = nullptr;
        isSame = isSame && (b && a ? isSameJson(b->json, a->json) : b == a);
    });
    return isSame;
}

bool isSamePorts(const QList<Port> &before, const QList<Port> &after)
{
    return before == after
        || (before.size() == after.size() && canonicalPorts(before) == canonicalPorts(after));
}
