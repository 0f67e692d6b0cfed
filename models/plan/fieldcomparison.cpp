// SPDX-License-Identifier: Apache-2.0
#include "models/plan/fieldcomparison.h"

#include "models/base/jsontext.h"
#include "models/base/text.h"
#include "models/plan/fieldjson.h"
#include "models/plan/merge.h"
#include "models/plan/optionsdifference.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

/// A member of a set with what tells it from others.
template <class Entry>
struct Keyed
{
    quint32 key;
    const Entry *entry;
};

/// The list by key, each key once.
template <class Id, class KeyOf>
std::vector<Keyed<Id>> keyed(const QList<Id> &ids, KeyOf keyOf)
{
    std::vector<Keyed<Id>> entries;
    entries.reserve(size_t(ids.size()));
    for (const auto &id : ids)
        entries.push_back({keyOf(id), &id});
    std::stable_sort(
        entries.begin(), entries.end(), [](const auto &a, const auto &b) { return a.key < b.key; });
    const auto isRepeated = [](const auto &a, const auto &b) { return a.key == b.key; };
    entries.erase(std::unique(entries.begin(), entries.end(), isRepeated), entries.end());
    return entries;
}

const auto compareIds = [](const auto &a, const auto &b) { return a <=> b; };
const auto compareEntries = [](const auto &a, const auto &b) { return a.key <=> b.key; };

/// The texts in the order of the names that they are made of.
template <class Names>
QStringList sortedTexts(std::vector<std::pair<Names, QString>> texts)
{
    std::stable_sort(texts.begin(), texts.end(), [](const auto &a, const auto &b) {
        if (const auto order = compareText(a.first.first, b.first.first); order != 0)
            return order < 0;
        const auto order = compareText(a.first.second, b.first.second);
        return order != 0 ? order < 0 : textLess(a.second, b.second);
    });
    QStringList list;
    for (auto &[names, text] : texts)
        list.append(std::move(text));
    return list;
}

using NamePair = std::pair<QString, QString>;

QStringList tenantTexts(const Topology &topology, const QList<TenantId> &ids)
{
    std::vector<std::pair<NamePair, QString>> texts;
    for (const auto id : ids)
        texts.push_back({{topology.tenant(id).name, {}}, jsonString(topology.tenant(id).name)});
    return sortedTexts(std::move(texts));
}

QStringList connectionTexts(
    const Topology &topology, const std::vector<const Connection *> &connections)
{
    std::vector<std::pair<NamePair, QString>> texts;
    for (const auto *connection : connections)
        texts.push_back({{topology.application(connection->target).name, connection->port},
            connectionJson(topology, *connection)});
    return sortedTexts(std::move(texts));
}

QStringList switchTexts(const Topology &topology, const std::vector<const SwitchId *> &ids)
{
    std::vector<std::pair<NamePair, QString>> texts;
    for (const auto *id : ids) {
        const auto &object = topology.switchAt(*id);
        texts.push_back(
            {{topology.tenant(object.tenant).name, object.name}, switchJson(topology, *id)});
    }
    return sortedTexts(std::move(texts));
}

bool isNeverCompared(Field field)
{
    return field == Field::Dbid || field == Field::Component || field == Field::LoadBalanced;
}

bool isSameButForTarget(const Connection &a, const Connection &b)
{
    return a.port == b.port && a.protocol == b.protocol && a.localTimeout == b.localTimeout
        && a.remoteTimeout == b.remoteTimeout && a.traceMode == b.traceMode
        && isSameExtra(a.extra, b.extra);
}

}  // namespace

/// Whether a first look shows that no field differs, an application's tenants aside.
template <class T>
bool FieldComparison::isAlike(const T &before, const T &after) const
{
    return m_same.isPlain() && (&before == &after || before == after);
}

template <>
bool FieldComparison::isAlike(const Application &before, const Application &after) const
{
    // Inside a document most are the very same record; between files most are alike in all fields.
    if (m_same.isPlain() && &before == &after)
        return true;
    const auto isSameReference = [this](const auto &b, const auto &a) {
        return b.has_value() == a.has_value() && (!b || m_same.isSame(*b, *a));
    };
    return before.state == after.state && before.redundancy == after.redundancy
        && before.autoRestart == after.autoRestart && before.name == after.name
        && before.release == after.release && isSameReference(before.host, after.host)
        && isSameReference(before.backup, after.backup) && before.ports == after.ports
        && isSameInOrder(before.connections, after.connections)
        && isSameInOrder(before.switches, after.switches)
        && before.templateName == after.templateName
        && before.workingDirectory == after.workingDirectory
        && before.commandLine == after.commandLine && before.arguments == after.arguments
        && before.startupTimeout == after.startupTimeout
        && before.shutdownTimeout == after.shutdownTimeout && before.options == after.options
        && before.annex == after.annex && before.extra == after.extra;
}

template <class T>
bool FieldComparison::differs(const T &before, const T &after) const
{
    if (isAlike(before, after))
        return false;
    const auto fields = fieldsOf(T::kind);
    return std::any_of(fields.begin(), fields.end(),
        [&](Field field) { return field != Field::Tenants && !isSame(field, before, after); });
}

template <class T>
QList<Reason> FieldComparison::reasons(const T &before, const T &after) const
{
    QList<Reason> reasons;
    if (isAlike(before, after))
        return reasons;
    for (const Field field : fieldsOf(T::kind)) {
        if (field == Field::Extra)
            appendExtra(reasons, before.extra, after.extra);
        else if (field != Field::Tenants && !isSame(field, before, after))
            reasons.append(reason(field, before, after));
    }
    sortReasons(reasons);
    return reasons;
}

template <class T>
bool FieldComparison::isSame(Field field, const T &before, const T &after) const
{
    if (isNeverCompared(field))
        return true;
    if (field == Field::Extra)
        return isSameExtra(before.extra, after.extra);
    if constexpr (std::is_same_v<T, Application>) {
        switch (field) {
        case Field::Connections:
            return compareConnections(before.connections, after.connections).isEmpty();
        case Field::Switches:
            return compareSwitches(before.switches, after.switches).isEmpty();
        case Field::Ports:
            return isSamePorts(before.ports, after.ports);
        case Field::Options:
            return OptionsDifference::ofOptions(before.options, after.options).isEmpty();
        case Field::Annex:
            return OptionsDifference::ofAnnex(before.annex, after.annex).isEmpty();
        default:
            break;
        }
    }
    return isSameValue(fieldValue(before, field), fieldValue(after, field));
}

bool FieldComparison::isSameValue(const Value &before, const Value &after) const
{
    if (before.index() != after.index())
        return false;
    return std::visit(
        [&]<class V>(const V &value) {
            if constexpr (std::is_constructible_v<ObjectId, V>)
                return m_same.isSame(value, std::get<V>(after));
            else
                return value == std::get<V>(after);
        },
        before);
}

template <class T>
Reason FieldComparison::reason(Field field, const T &before, const T &after) const
{
    Reason reason;
    reason.field = fieldName(field);
    reason.isSetLike = isSetLike(field);
    if constexpr (std::is_same_v<T, Application>) {
        if (field == Field::Connections) {
            const auto members = compareConnections(before.connections, after.connections);
            reason.added = connectionTexts(m_working, members.added);
            reason.removed = connectionTexts(m_baseline, members.removed);
            return reason;
        }
        if (field == Field::Switches) {
            const auto members = compareSwitches(before.switches, after.switches);
            reason.added = switchTexts(m_working, members.added);
            reason.removed = switchTexts(m_baseline, members.removed);
            return reason;
        }
        if (field == Field::Options || field == Field::Annex) {
            const auto difference = field == Field::Options
                ? OptionsDifference::ofOptions(before.options, after.options)
                : OptionsDifference::ofAnnex(before.annex, after.annex);
            reason.before = optionsJson(difference.before);
            reason.after = optionsJson(difference.after);
            return reason;
        }
    }
    reason.before = valueJson(m_baseline, fieldValue(before, field));
    reason.after = valueJson(m_working, fieldValue(after, field));
    return reason;
}

void FieldComparison::appendExtra(QList<Reason> &reasons, const Extra &before, const Extra &after)
{
    const auto compareKeys = [](const ExtraField &a, const ExtraField &b) {
        return compareText(a.key, b.key);
    };
    mergeSorted(before, after, compareKeys, [&](const ExtraField *b, const ExtraField *a) {
        const ExtraField nothing {b ? b->key : a->key, u"null"_s};
        const auto &old = b && !isNothing(*b) ? *b : nothing;
        const auto &now = a && !isNothing(*a) ? *a : nothing;
        if (!isSameExtra({old}, {now}))
            reasons.append({old.key, false, {}, {}, old.json, now.json});
    });
}

/// Most lists that are the same are so entry by entry.
template <class Id>
bool FieldComparison::isSameInOrder(const QList<Id> &before, const QList<Id> &after) const
{
    return std::equal(before.begin(), before.end(), after.begin(), after.end(),
        [this](Id b, Id a) { return m_same.isSame(b, a); });
}

bool FieldComparison::isSameInOrder(
    const QList<Connection> &before, const QList<Connection> &after) const
{
    return std::equal(before.begin(), before.end(), after.begin(), after.end(),
        [this](const Connection &b, const Connection &a) {
            return m_same.isSame(b.target, a.target) && isSameButForTarget(b, a);
        });
}

bool FieldComparison::tenantsDiffer(
    const QList<TenantId> &before, const QList<TenantId> &after) const
{
    if (m_same.isPlain())
        return before != after;
    if (isSameInOrder(before, after))
        return false;
    const auto difference = compareTenants(before, after);
    return !difference.added.isEmpty() || !difference.removed.isEmpty();
}

Reason FieldComparison::tenantsReason(
    const QList<TenantId> &before, const QList<TenantId> &after) const
{
    const auto difference = compareTenants(before, after);
    Reason reason;
    reason.field = fieldName(Field::Tenants);
    reason.isSetLike = true;
    reason.added = tenantTexts(m_working, difference.added);
    reason.removed = tenantTexts(m_baseline, difference.removed);
    return reason;
}

FieldComparison::Tenants FieldComparison::compareTenants(
    const QList<TenantId> &before, const QList<TenantId> &after) const
{
    Tenants tenants;
    const auto sort = [&](const TenantId *b, const TenantId *a) {
        if (!a)
            tenants.removed.append(*b);
        else
            (b ? tenants.kept : tenants.added).append(*a);
    };
    if (m_same.isPlain()) {
        mergeSorted(before, after, compareIds, sort);
        return tenants;
    }
    mergeSorted(keyed(before, [this](TenantId id) { return m_same.baselineKey(id); }),
        keyed(after, [this](TenantId id) { return m_same.workingKey(id); }), compareEntries,
        [&](const Keyed<TenantId> *b, const Keyed<TenantId> *a) {
            sort(b ? b->entry : nullptr, a ? a->entry : nullptr);
        });
    return tenants;
}

FieldComparison::Members<SwitchId> FieldComparison::compareSwitches(
    const QList<SwitchId> &before, const QList<SwitchId> &after) const
{
    Members<SwitchId> members;
    if (isSameInOrder(before, after))
        return members;
    mergeSorted(keyed(before, [this](SwitchId id) { return m_same.baselineKey(id); }),
        keyed(after, [this](SwitchId id) { return m_same.workingKey(id); }), compareEntries,
        [&](const Keyed<SwitchId> *b, const Keyed<SwitchId> *a) {
            if (!b)
                members.added.push_back(a->entry);
            else if (!a)
                members.removed.push_back(b->entry);
        });
    return members;
}

FieldComparison::Members<Connection> FieldComparison::compareConnections(
    const QList<Connection> &before, const QList<Connection> &after) const
{
    Members<Connection> members;
    if (isSameInOrder(before, after))
        return members;
    // Of connections with the same target and port the first one counts, as in a file.
    const auto keyedConnections = [](const QList<Connection> &connections, auto keyOf) {
        std::vector<Keyed<Connection>> entries;
        for (const auto &connection : connections)
            entries.push_back({keyOf(connection.target), &connection});
        const auto less = [](const auto &a, const auto &b) {
            return a.key != b.key ? a.key < b.key : textLess(a.entry->port, b.entry->port);
        };
        std::stable_sort(entries.begin(), entries.end(), less);
        const auto isRepeated = [&](const auto &a, const auto &b) { return !less(a, b); };
        entries.erase(std::unique(entries.begin(), entries.end(), isRepeated), entries.end());
        return entries;
    };
    const auto compare = [](const Keyed<Connection> &a, const Keyed<Connection> &b) {
        return a.key != b.key ? a.key <=> b.key : compareText(a.entry->port, b.entry->port);
    };
    mergeSorted(
        keyedConnections(before, [this](ApplicationId id) { return m_same.baselineKey(id); }),
        keyedConnections(after, [this](ApplicationId id) { return m_same.workingKey(id); }),
        compare, [&](const Keyed<Connection> *b, const Keyed<Connection> *a) {
            if (b && a && isSameButForTarget(*b->entry, *a->entry))
                return;
            if (a)
                members.added.push_back(a->entry);
            if (b)
                members.removed.push_back(b->entry);
        });
    return members;
}

void sortReasons(QList<Reason> &reasons)
{
    std::sort(reasons.begin(), reasons.end(),
        [](const Reason &a, const Reason &b) { return textLess(a.field, b.field); });
}

#define INSTANTIATE(T)                                                                             \
    template bool FieldComparison::differs(const T &, const T &) const;                            \
    template QList<Reason> FieldComparison::reasons(const T &, const T &) const;
INSTANTIATE(Tenant)
INSTANTIATE(SwitchingOffice)
INSTANTIATE(Switch)
INSTANTIATE(Host)
INSTANTIATE(Application)
#undef INSTANTIATE
