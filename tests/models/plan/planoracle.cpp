// SPDX-License-Identifier: Apache-2.0
#include "tests/models/plan/planoracle.h"

#include "models/topology/release.h"
#include "tests/models/plan/comparisonoracle.h"

using namespace Qt::StringLiterals;
using namespace oracle;

namespace {

struct Row
{
    QString name;
    QString type;
    ApplicationId id {0};
    Action action = Action::Start;
    int wave = 0;
    QString interruption;
    QStringList interrupted;
    QStringList bystanders;
    Comparison::Reasons reasons;
    bool isBackup = false;
};

bool isStarted(const Row &row)
{
    return row.action == Action::Start || row.action == Action::Restart;
}

QString lineOf(const Row &row)
{
    QStringList words {QString::number(row.wave), actionToken(row.action), row.name, row.type,
        row.interruption, row.interrupted.join(u',') + u';' + row.bystanders.join(u',')};
    for (const auto &[field, change] : row.reasons)
        words.append(field + u": "_s + change);
    return words.join(u" | "_s);
}

/// The working copy's waves, from the sentences: who is one unit, who reaches whom, one more than
/// the highest.
void planWaves(const Topology &working, std::vector<Row> &rows)
{
    std::vector<Row *> started;
    for (auto &row : rows) {
        if (isStarted(row))
            started.push_back(&row);
    }
    const size_t count = started.size();
    std::vector<size_t> unit(count);
    for (size_t i = 0; i < count; ++i)
        unit[i] = i;
    const auto join = [&](size_t a, size_t b) {
        const auto from = unit[a];
        for (auto &u : unit)
            u = u == from ? unit[b] : u;
    };
    const auto backsUp = [&](size_t a, size_t b) {
        return working.application(started[a]->id).backup == started[b]->id;
    };
    const auto connects = [&](size_t a, size_t b) {
        const auto &list = working.application(started[a]->id).connections;
        return std::any_of(list.begin(), list.end(),
            [&](const Connection &c) { return c.target == started[b]->id; });
    };
    for (size_t a = 0; a < count; ++a) {
        for (size_t b = 0; b < count; ++b) {
            if (backsUp(a, b))
                join(a, b);
        }
    }
    std::vector<std::vector<bool>> reaches(count, std::vector<bool>(count));
    for (size_t a = 0; a < count; ++a) {
        for (size_t b = 0; b < count; ++b)
            reaches[a][b] = unit[a] == unit[b] || connects(a, b);
    }
    for (size_t k = 0; k < count; ++k) {
        for (size_t a = 0; a < count; ++a) {
            for (size_t b = 0; b < count; ++b)
                reaches[a][b] = reaches[a][b] || (reaches[a][k] && reaches[k][b]);
        }
    }
    for (size_t a = 0; a < count; ++a) {
        for (size_t b = 0; b < count; ++b) {
            if (reaches[a][b] && reaches[b][a])
                join(a, b);
        }
    }
    for (auto *row : started)
        row->wave = 1;
    for (bool isSettled = false; !isSettled;) {
        isSettled = true;
        for (size_t a = 0; a < count; ++a) {
            for (size_t b = 0; b < count; ++b) {
                const int least = unit[a] == unit[b] ? started[b]->wave
                    : connects(a, b)                 ? started[b]->wave + 1
                                                     : 1;
                if (started[a]->wave < least) {
                    started[a]->wave = least;
                    isSettled = false;
                }
            }
        }
    }
}

std::optional<Action> actionOf(const Comparison &c, const Application &before,
    const Application &after, bool isListOther, const Comparison::Reasons &own)
{
    const bool isInteractionServer = after.type.token() == u"interactionserver"_s
        || (after.type.token() == u"tserver"_s && after.component == Component::InteractionServer);
    const bool isSocial = after.type.token() == u"socialms"_s;
    bool isChannelOther = false;
    const auto old = table(before.options, false);
    const auto now = table(after.options, false);
    for (const auto &section : old.keys() + now.keys()) {
        for (const auto &key : {u"inbound-route"_s, u"driver-classname"_s}) {
            isChannelOther |= section.startsWith(u"channel-"_s)
                && old[section].toObject()[key].toString()
                    != now[section].toObject()[key].toString();
        }
    }
    if (isListOther && (after.type.token() == u"istransportserver"_s || isSocial))
        return Action::Restart;
    if (isListOther && isInteractionServer && isReleaseBelow(after.release, 8, 1, 2))
        return Action::Restart;
    if (isSocial && isChannelOther)
        return Action::Restart;
    auto others = own;
    others.erase(u"tenants"_s);
    if (!others.empty())
        return Action::NotStated;
    if (isListOther && isInteractionServer && isReleaseFrom(after.release, 8, 1, 2))
        return Action::Immediate;
    if (isListOther || !own.empty())
        return Action::NotStated;
    Q_UNUSED(c);
    return std::nullopt;
}

QStringList sortedNames(const Members &members)
{
    QStringList names;
    for (const auto &[meaning, name] : members)
        names.append(name.toString());
    std::sort(names.begin(), names.end(), textLess);
    return names;
}

}  // namespace

PlanOracle::PlanOracle(const Topology &baseline, const Topology &working, Matching matching)
{
    const Comparison c(baseline, working, matching);
    std::vector<Row> rows;
    std::set<QString> interruptedTenants;
    const auto add = [&](Row row, const Application &application) -> Row & {
        row.name = application.name;
        row.type = application.type.token();
        row.id = application.id;
        return rows.emplace_back(row);
    };

    for (const auto &before : baseline.applications()) {
        if (!before.isPlaceholder && !c.partner<Application>(baseline, before.id)) {
            auto &row = add({}, before);
            row.action = Action::Stop;
            row.isBackup = !Comparison::primaries(baseline, before.id).empty();
        }
    }
    for (const auto &after : working.applications()) {
        if (after.isPlaceholder)
            continue;
        const auto partner = c.partner<Application>(working, after.id);
        const bool isBackup = !Comparison::primaries(working, after.id).empty();
        if (!partner) {
            add({}, after).isBackup = isBackup;
            continue;
        }
        const auto &before = baseline.application(*partner);
        const auto own = c.ownReasons(before, after);
        const auto oldList = c.effectiveTenants(baseline, *partner);
        const auto newList = c.effectiveTenants(working, after.id);
        Comparison::Reasons list;
        Comparison::addMembers(list, u"tenants"_s, oldList, newList);
        const auto action = actionOf(c, before, after, !list.empty(), own);
        if (!action)
            continue;
        auto &row = add({}, after);
        row.action = *action;
        row.isBackup = isBackup;
        row.reasons = own;
        if (!list.empty())
            row.reasons[u"tenants"_s] = list[u"tenants"_s];
        if (*action != Action::Restart)
            continue;
        const auto *backup = after.backup && *after.backup != after.id
            ? &working.application(*after.backup)
            : nullptr;
        const bool isStandby =
            after.redundancy == Redundancy::Warm || after.redundancy == Redundancy::Hot;
        row.interruption = isBackup ? u"none"_s
            : backup && !backup->isPlaceholder && backup->state == ObjectState::Enabled && isStandby
            ? u"switchover"_s
            : u"outage"_s;
        if (isBackup)
            continue;
        Members all = oldList;
        Members kept;
        for (const auto &[meaning, name] : newList) {
            if (oldList.count(meaning))
                kept[meaning] = name;
            all[meaning] = name;
        }
        if (matching == Matching::ById) {
            for (auto &[meaning, name] :
                all) {  // A tenant that is still there goes by its present name.
                const TenantId id(meaning.mid(1).toUInt());
                if (!newList.count(meaning) && working.contains(id))
                    name = working.tenant(id).name;
            }
        }
        row.interrupted = sortedNames(all);
        row.bystanders = sortedNames(kept);
        for (const auto &[meaning, name] : all)
            interruptedTenants.insert(meaning);
    }
    planWaves(working, rows);

    std::stable_sort(rows.begin(), rows.end(), [](const Row &a, const Row &b) {
        const auto wave = [](const Row &row) { return isStarted(row) ? row.wave : 1'000'000; };
        if (wave(a) != wave(b))
            return wave(a) < wave(b);
        if (a.isBackup != b.isBackup)
            return a.isBackup;
        if (a.name != b.name)
            return textLess(a.name, b.name);
        if (a.action != b.action)
            return actionToken(a.action) < actionToken(b.action);
        return a.type != b.type ? textLess(a.type, b.type) : a.id < b.id;
    });
    for (const auto &row : rows)
        plan.append(lineOf(row));

    const auto compare = [&]<class T>(const Table<T> &before, const Table<T> &after) {
        for (const auto &object : before) {
            if (!object.isPlaceholder && !c.partner<T>(baseline, object.id))
                differences.append(u"removed %1 %2"_s.arg(kindToken(T::kind), object.name));
        }
        for (const auto &object : after) {
            if (object.isPlaceholder)
                continue;
            const auto partner = c.partner<T>(working, object.id);
            if (!partner) {
                differences.append(u"added %1 %2"_s.arg(kindToken(T::kind), object.name));
                continue;
            }
            const auto reasons = c.ownReasons(before.at(*partner), object);
            if (reasons.empty())
                continue;
            auto line = u"modified %1 %2"_s.arg(kindToken(T::kind), object.name);
            for (const auto &[field, change] : reasons)
                line += u" | "_s + field + u": "_s + change;
            differences.append(line);
        }
    };
    compare(baseline.tenants(), working.tenants());
    compare(baseline.offices(), working.offices());
    compare(baseline.switches(), working.switches());
    compare(baseline.hosts(), working.hosts());
    compare(baseline.applications(), working.applications());
    differences.sort();

    PlanSummary totals;
    for (const auto &row : rows) {
        totals.restarts += row.action == Action::Restart;
        totals.starts += row.action == Action::Start;
        totals.stops += row.action == Action::Stop;
        totals.immediate += row.action == Action::Immediate;
        totals.notStated += row.action == Action::NotStated;
    }
    totals.tenantsInterrupted = int(interruptedTenants.size());
    totals.changes = int(differences.size());
    summary = comparable(totals);
}

namespace {

Comparison::Reasons comparableReasons(const QList<Reason> &reasons)
{
    Comparison::Reasons lines;
    for (const auto &reason : reasons) {
        QStringList entries;
        for (const auto &json : reason.added)
            entries.append(u"+"_s + compact(parsed(json)));
        for (const auto &json : reason.removed)
            entries.append(u"-"_s + compact(parsed(json)));
        entries.sort();
        lines[reason.field] = reason.isSetLike
            ? entries.join(u' ')
            : compact(parsed(reason.before)) + u" > "_s + compact(parsed(reason.after));
    }
    return lines;
}

}  // namespace

QStringList comparable(const RestartPlan &plan)
{
    QStringList lines;
    for (const auto &instance : plan.instances) {
        Row row {instance.name, instance.type, instance.application, instance.action,
            instance.wave.value_or(0),
            instance.interruption ? QString(interruptionToken(*instance.interruption)) : QString(),
            instance.tenantsInterrupted, instance.bystanders, comparableReasons(instance.reasons),
            instance.isBackup};
        lines.append(lineOf(row));
    }
    return lines;
}

QStringList comparable(const QList<ObjectDifference> &differences)
{
    constexpr const char *changes[] = {"added", "removed", "modified"};
    QStringList lines;
    for (const auto &difference : differences) {
        auto line = u"%1 %2 %3"_s.arg(QLatin1String(changes[size_t(difference.change)]),
            kindToken(difference.kind), difference.name);
        for (const auto &[field, change] : comparableReasons(difference.reasons))
            line += u" | "_s + field + u": "_s + change;
        lines.append(line);
    }
    lines.sort();
    return lines;
}

QString comparable(const PlanSummary &s)
{
    return u"%1 restarts, %2 starts, %3 stops, %4 immediate, %5 not stated, %6 tenants, %7 changes"_s
        .arg(s.restarts)
        .arg(s.starts)
        .arg(s.stops)
        .arg(s.immediate)
        .arg(s.notStated)
        .arg(s.tenantsInterrupted)
        .arg(s.changes);
}
