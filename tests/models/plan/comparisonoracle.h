// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/text.h"
#include "models/plan/difference.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <functional>
#include <map>
#include <set>

/// Who is who in two topologies, and what differs, by the contract's sentences: part of the oracle
/// of plans (planoracle.h). Objects are JSON objects in the topology format here.
namespace oracle {

using namespace Qt::StringLiterals;

using Words = std::function<QString(ObjectId)>;

inline QString compact(const QJsonValue &value)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray {value}).toJson(QJsonDocument::Compact));
}

inline QJsonValue parsed(const QString &json)
{
    return QJsonDocument::fromJson(u"[%1]"_s.arg(json).toUtf8()).array().first();
}

inline bool isNone(const QJsonValue &value)
{
    return value.isNull() || value.isUndefined() || value == QJsonValue(QString());
}

/// Null for none, so that missing, null and empty text are one value.
inline QJsonValue orNull(const QJsonValue &value)
{
    return isNone(value) ? QJsonValue() : value;
}

inline void setSome(QJsonObject &object, const QString &key, const QJsonValue &value)
{
    if (!isNone(value))
        object.insert(key, value);
}

inline QJsonValue number(std::optional<qint64> value)
{
    return value ? QJsonValue(*value) : QJsonValue();
}

inline void setExtra(QJsonObject &object, const Extra &extra)
{
    for (const auto &field : extra)
        setSome(object, field.key, parsed(field.json));
}

template <class Id>
inline QJsonValue word(const std::optional<Id> &id, const Words &words)
{
    return id ? QJsonValue(words(ObjectId(*id))) : QJsonValue();
}

inline QJsonObject table(const Options &options, bool isAnnex)
{
    QJsonObject sections;
    for (const auto &section : options) {
        QJsonObject keys;
        bool isOurs = false;
        for (const auto &option : section.options) {
            if (isAnnex && section.name == u"switchyard"_s
                && (option.key == u"component"_s || option.key == u"load-balanced"_s))
                isOurs = true;
            else
                keys.insert(option.key, option.value);
        }
        if (!isOurs || !keys.isEmpty())
            sections.insert(section.name, keys);
    }
    return sections;
}

// One object in the topology format. "words" says how a reference is written: by name, or by what
// it means.
inline QJsonObject fields(const Tenant &o, const Words &words)
{
    return {{u"name"_s, o.name}, {u"state"_s, QString(stateToken(o.state))},
        {u"parent"_s, word(o.parent, words)}};
}
inline QJsonObject fields(const SwitchingOffice &o, const Words &)
{
    return {{u"name"_s, o.name}, {u"state"_s, QString(stateToken(o.state))}, {u"type"_s, o.type}};
}
inline QJsonObject fields(const Switch &o, const Words &words)
{
    return {{u"name"_s, o.name}, {u"state"_s, QString(stateToken(o.state))},
        {u"tenant"_s, words(o.tenant)}, {u"switchingOffice"_s, word(o.office, words)}};
}
inline QJsonObject fields(const Host &o, const Words &)
{
    return {{u"name"_s, o.name}, {u"state"_s, QString(stateToken(o.state))},
        {u"ipAddress"_s, o.ipAddress}, {u"lcaPort"_s, number(o.lcaPort)}, {u"osType"_s, o.osType}};
}
inline QJsonObject fields(const Application &o, const Words &words)
{
    QList<Port> ports = o.ports;
    std::stable_sort(ports.begin(), ports.end(), [](const Port &a, const Port &b) {
        return a.id != b.id ? textLess(a.id, b.id) : a.number < b.number;
    });
    QJsonArray portList;
    for (const auto &port : ports) {
        QJsonObject object;
        setSome(object, u"id"_s, port.id);
        setSome(object, u"port"_s, number(port.number));
        setExtra(object, port.extra);
        portList.append(object);
    }
    return {{u"name"_s, o.name}, {u"release"_s, o.release},
        {u"state"_s, QString(stateToken(o.state))},
        {u"redundancy"_s, QString(redundancyToken(o.redundancy))}, {u"host"_s, word(o.host, words)},
        {u"backup"_s, word(o.backup, words)}, {u"ports"_s, portList},
        {u"template"_s, o.templateName}, {u"workingDirectory"_s, o.workingDirectory},
        {u"commandLine"_s, o.commandLine}, {u"arguments"_s, o.arguments},
        {u"autoRestart"_s, o.autoRestart ? QJsonValue(*o.autoRestart) : QJsonValue()},
        {u"startupTimeout"_s, number(o.startupTimeout)},
        {u"shutdownTimeout"_s, number(o.shutdownTimeout)}};
}

/// Everything that is compared as a set: what an entry means, with how it is shown.
using Members = std::map<QString, QJsonValue>;

class Comparison
{
public:
    Comparison(const Topology &baseline, const Topology &working, Matching matching)
        : m_baseline(baseline)
        , m_working(working)
        , m_isById(matching == Matching::ById)
    {
        if (m_isById)
            pairPlaceholders();
    }

    // --- Who is who ---
    bool isOn(const Topology &side, ObjectId object) const
    {
        return side.contains(object) && !side.isPlaceholder(object);
    }

    template <class T>
    QString kindAndName(const Topology &side, const T &object) const
    {
        if constexpr (std::is_same_v<T, Switch>)
            return compact(QJsonArray {
                side.tenant(object.tenant).name, side.office(*object.office).name, object.name});
        else if constexpr (std::is_same_v<T, Application>)
            return compact(QJsonArray {object.name, object.type.token()});
        else
            return object.name;
    }
    /// The object of the other side that this one is; the first with the first.
    template <class T>
    std::optional<typename T::IdType> partner(const Topology &side, typename T::IdType id) const
    {
        const auto &other = &side == &m_baseline ? m_working : m_baseline;
        const auto &object = side.table<T>().at(id);
        if (m_isById) {
            if (!isOn(other, id))
                return std::nullopt;
            if constexpr (std::is_same_v<T, Application>) {
                if (other.application(id).type != object.type)
                    return std::nullopt;
            }
            return id;
        }
        const auto key = kindAndName(side, object);
        int place = 0;
        for (const auto &candidate : side.table<T>())
            place += !candidate.isPlaceholder && candidate.id < id
                && kindAndName(side, candidate) == key;
        for (const auto &candidate : other.table<T>()) {
            if (!candidate.isPlaceholder && kindAndName(other, candidate) == key && place-- == 0)
                return candidate.id;
        }
        return std::nullopt;
    }
    /// What a reference means, in the same words on both sides.
    QString meaning(const Topology &side, ObjectId object) const
    {
        if (m_isById) {
            const auto found = &side == &m_working ? m_pairs.find(object) : m_pairs.end();
            return u"#%1"_s.arg(found == m_pairs.end() ? object.id : found->second);
        }
        return shown(side, object);
    }
    static QString shown(const Topology &side, ObjectId object)
    {
        if (object.kind != Kind::Switch)
            return side.name(object);
        return compact(
            QJsonObject {{u"tenant"_s, side.tenant(side.switchAt(object.switchId()).tenant).name},
                {u"name"_s, side.name(object)}});
    }

    // --- Effective lists ---
    static std::set<ApplicationId> primaries(const Topology &side, ApplicationId backup)
    {
        std::set<ApplicationId> all;
        for (const auto &application : side.applications()) {
            if (application.backup == backup && application.id != backup)
                all.insert(application.id);
        }
        return all;
    }
    static bool isInCircle(const Topology &side, ApplicationId id)
    {
        std::optional<ApplicationId> next = id;
        for (int i = 0; i <= side.applications().size(); ++i) {
            const auto current = *next;
            next = side.application(current).backup;
            if (!next || *next == current)
                return false;
            if (*next == id)
                return true;
        }
        return false;
    }
    static ApplicationId listOwner(const Topology &side, ApplicationId id)
    {
        if (isInCircle(side, id))
            return id;
        std::optional<ApplicationId> first;
        for (const auto primary : primaries(side, id)) {
            if (!first || textLess(side.application(primary).name, side.application(*first).name))
                first = primary;
        }
        return first ? listOwner(side, *first) : id;
    }

    Members tenants(const Topology &side, const QList<TenantId> &list) const
    {
        Members members;
        for (const auto id : list)
            members.insert({meaning(side, id), side.tenant(id).name});
        return members;
    }
    Members effectiveTenants(const Topology &side, ApplicationId id) const
    {
        return tenants(side, side.application(listOwner(side, id)).tenants);
    }
    Members connections(const Topology &side, const Application &application) const
    {
        Members members;
        std::set<QString> seen;
        for (const auto &connection : application.connections) {
            const auto target = meaning(side, connection.target);
            if (!seen.insert(compact(QJsonArray {target, connection.port})).second)
                continue;
            QJsonObject rest;
            setSome(rest, u"port"_s, connection.port);
            setSome(rest, u"protocol"_s, connection.protocol);
            setSome(rest, u"localTimeout"_s, number(connection.localTimeout));
            setSome(rest, u"remoteTimeout"_s, number(connection.remoteTimeout));
            setSome(rest, u"traceMode"_s, connection.traceMode);
            setExtra(rest, connection.extra);
            auto object = rest;
            object.insert(u"application"_s, shown(side, connection.target));
            members.insert({compact(QJsonArray {target, rest}), object});
        }
        return members;
    }
    Members switches(const Topology &side, const Application &application) const
    {
        Members members;
        for (const auto id : application.switches)
            members.insert({meaning(side, id), parsed(shown(side, id)).toArray().first()});
        return members;
    }

    // --- Reasons, as lines by field ---
    using Reasons = std::map<QString, QString>;

    static void addMembers(
        Reasons &reasons, const QString &field, const Members &before, const Members &after)
    {
        QStringList entries;
        for (const auto &[meaning, value] : after) {
            if (!before.count(meaning))
                entries.append(u"+"_s + compact(value));
        }
        for (const auto &[meaning, value] : before) {
            if (!after.count(meaning))
                entries.append(u"-"_s + compact(value));
        }
        entries.sort();
        if (!entries.isEmpty())
            reasons[field] = entries.join(u' ');
    }
    static void addValues(
        Reasons &reasons, const QString &field, const QJsonValue &before, const QJsonValue &after)
    {
        reasons[field] = compact(orNull(before)) + u" > "_s + compact(orNull(after));
    }
    static void addTables(
        Reasons &reasons, const QString &field, const QJsonObject &before, const QJsonObject &after)
    {
        QJsonObject gone;
        QJsonObject come;
        for (const auto &name : before.keys() + after.keys()) {
            if (!before.contains(name)) {
                come[name] = after[name];
            } else if (!after.contains(name)) {
                gone[name] = before[name];
            } else {
                const auto old = before[name].toObject();
                const auto now = after[name].toObject();
                QJsonObject oldKeys;
                QJsonObject nowKeys;
                for (const auto &key : old.keys() + now.keys()) {
                    if (orNull(old[key]) == orNull(now[key]))
                        continue;
                    if (old.contains(key))
                        oldKeys[key] = old[key];
                    if (now.contains(key))
                        nowKeys[key] = now[key];
                }
                if (!oldKeys.isEmpty() || !nowKeys.isEmpty()) {
                    gone[name] = oldKeys;
                    come[name] = nowKeys;
                }
            }
        }
        if (gone.isEmpty() && come.isEmpty())
            return;
        reasons[field] = compact(gone) + u" > "_s + compact(come);
    }
    template <class T>
    Reasons ownReasons(const T &before, const T &after) const
    {
        Reasons reasons;
        const auto meanings = [this](const Topology &side) -> Words {
            return [this, &side](ObjectId id) { return meaning(side, id); };
        };
        const auto names = [](const Topology &side) -> Words {
            return [&side](ObjectId id) { return side.name(id); };
        };
        const auto meant =
            std::pair(fields(before, meanings(m_baseline)), fields(after, meanings(m_working)));
        const auto named =
            std::pair(fields(before, names(m_baseline)), fields(after, names(m_working)));
        for (const auto &field : meant.first.keys()) {
            if (orNull(meant.first[field]) != orNull(meant.second[field]))
                addValues(reasons, field, named.first[field], named.second[field]);
        }
        QJsonObject oldExtra;
        QJsonObject nowExtra;
        setExtra(oldExtra, before.extra);
        setExtra(nowExtra, after.extra);
        for (const auto &key : oldExtra.keys() + nowExtra.keys()) {
            if (oldExtra[key] != nowExtra[key])
                addValues(reasons, key, oldExtra[key], nowExtra[key]);
        }
        if constexpr (std::is_same_v<T, Application>) {
            addMembers(reasons, u"connections"_s, connections(m_baseline, before),
                connections(m_working, after));
            addMembers(
                reasons, u"switches"_s, switches(m_baseline, before), switches(m_working, after));
            addMembers(reasons, u"tenants"_s, tenants(m_baseline, before.tenants),
                tenants(m_working, after.tenants));
            addTables(
                reasons, u"options"_s, table(before.options, false), table(after.options, false));
            addTables(reasons, u"annex"_s, table(before.annex, true), table(after.annex, true));
        }
        return reasons;
    }

    const Topology &m_baseline;
    const Topology &m_working;
    const bool m_isById;

private:
    void pairPlaceholders()
    {
        for (const Kind kind :
            {Kind::Tenant, Kind::SwitchingOffice, Kind::Host, Kind::Application, Kind::Switch}) {
            std::set<quint32> taken;
            for (quint32 id = 0; id < m_working.nextId(kind); ++id) {
                const ObjectId object(kind, id);
                if (!m_working.contains(object) || m_baseline.contains(object))
                    continue;
                for (const bool wantsPlaceholder : {true, false}) {
                    for (quint32 other = 0;
                         other < m_baseline.nextId(kind) && !m_pairs.count(object); ++other) {
                        const ObjectId candidate(kind, other);
                        if (!m_baseline.contains(candidate) || m_working.contains(candidate)
                            || taken.count(other)
                            || m_baseline.isPlaceholder(candidate) != wantsPlaceholder
                            || (!wantsPlaceholder && !m_working.isPlaceholder(object))
                            || m_baseline.name(candidate) != m_working.name(object))
                            continue;
                        if (kind == Kind::Switch
                            && meaning(m_baseline, m_baseline.switchAt(candidate.switchId()).tenant)
                                != meaning(m_working, m_working.switchAt(object.switchId()).tenant))
                            continue;
                        m_pairs[object] = other;
                        taken.insert(other);
                    }
                }
            }
        }
    }
    std::map<ObjectId, quint32> m_pairs;
};

}  // namespace oracle
