// SPDX-License-Identifier: Apache-2.0
#include "models/merge/fieldmerge.h"

#include "models/base/jsontext.h"
#include "models/base/text.h"
#include "models/merge/mapreferences.h"
#include "models/merge/threeway.h"
#include "models/plan/fieldjson.h"
#include "models/plan/merge.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

const QString nothing = u"null"_s;

/// The object with what tells it from others, and nothing else.
template <class T>
T bare(const T &like)
{
    T object;
    object.id = like.id;
    object.name = like.name;
    if constexpr (std::is_same_v<T, Switch>) {
        object.tenant = like.tenant;
        object.office = like.office;
    } else if constexpr (std::is_same_v<T, Application>) {
        object.type = like.type;
    }
    return object;
}

/// What a field that holds one reference refers to.
std::optional<ObjectId> referenceIn(const Value &value)
{
    return std::visit(
        [](const auto &v) -> std::optional<ObjectId> {
            if constexpr (std::is_constructible_v<ObjectId, decltype(v)>)
                return ObjectId(v);
            else
                return std::nullopt;
        },
        value);
}

bool isNone(const Value &value)
{
    return std::holds_alternative<std::monostate>(value);
}

const auto byId = [](const auto &a, const auto &b) { return a <=> b; };
const auto byKey = [](const auto &a, const auto &b) { return compareText(a.key, b.key); };

/// Members come and go: what is in one list of three and not in another was changed by one side
/// alone.
const auto cannotBe = [](const auto *, const auto *, const auto *) { return MergeSide::Ours; };

bool haveUniqueIds(const QList<Port> &ports)
{
    return std::adjacent_find(ports.begin(), ports.end(), [](const Port &a, const Port &b) {
        return a.id == b.id;
    }) == ports.end();
}

}  // namespace

template <class T>
ConflictPlace FieldMerge::place(const T &keyed, ConflictPlace::What what) const
{
    ConflictPlace place;
    place.what = what;
    place.kind = T::kind;
    place.name = keyed.name;
    place.occurrence = m_identities.of(T::kind)[keyed.id.value()].occurrence;
    if constexpr (std::is_same_v<T, Application>)
        place.like = QStringList {keyed.type.token()};
    else if constexpr (std::is_same_v<T, Switch>)
        place.like =
            QStringList {nameOf(keyed.tenant), keyed.office ? nameOf(*keyed.office) : QString()};
    return place;
}

template <class T>
bool FieldMerge::isUntouched(const Versions<T> &versions) const
{
    const auto keeper = versions.ours ? Version::Ours : Version::Theirs;
    const auto &kept = versions.ours ? *versions.ours : *versions.theirs;
    if (kept == *versions.base)
        return true;
    auto before = *versions.base;
    forEachReference(*versions.base, [&](ObjectId reference) {
        if (m_identities.isLost(keeper, reference))
            dropReference(before, reference);
    });
    return kept == before;
}

template <class T>
T FieldMerge::object(const Versions<T> &versions) const
{
    const auto base = versions.base ? *versions.base : bare(*versions.ours);
    auto result = *versions.ours;
    if (*versions.theirs == base || *versions.theirs == *versions.ours)
        return result;
    if (*versions.ours == base)
        return *versions.theirs;
    for (const auto field : fieldsOf(T::kind)) {
        if (!isSetLike(field))
            this->field(field, versions, base, result);
    }
    if constexpr (std::is_same_v<T, Application>)
        lists(versions, base, result);
    result.extra = extra(place(result, ConflictPlace::What::Field), {}, base.extra,
        versions.ours->extra, versions.theirs->extra);
    return result;
}

template <class T>
void FieldMerge::field(Field field, const Versions<T> &versions, const T &base, T &result) const
{
    static constexpr std::array apart {Field::Ports, Field::Options, Field::Annex, Field::Extra};
    if (std::find(apart.begin(), apart.end(), field) != apart.end())
        return;
    const auto identity = result.id.value();
    const auto text = [&](Version version) {
        const auto id = m_identities.of(T::kind)[identity].in(version);
        if (!id)
            return nothing;
        const auto &side = topology(version);
        return valueJson(side, fieldValue(side.table<T>().at(typename T::IdType(*id)), field));
    };
    const auto before = fieldValue(base, field);
    const auto ours = fieldValue(*versions.ours, field);
    const auto theirs = fieldValue(*versions.theirs, field);
    setFieldValue(result, field, merged(before, ours, theirs, [&] {
        if (const auto side = notLost(referenceIn(before), isNone(ours), isNone(theirs)))
            return *side;
        auto where = place(result, ConflictPlace::What::Field);
        where.field = fieldName(field);
        return m_log.add(where, text(Version::Base), text(Version::Ours), text(Version::Theirs));
    }));
}

/// The side that changed a reference which the other lost only because it removed what is meant.
std::optional<MergeSide> FieldMerge::notLost(
    std::optional<ObjectId> reference, bool oursHasNone, bool theirsHasNone) const
{
    if (reference && theirsHasNone && m_identities.isLost(Version::Theirs, *reference))
        return MergeSide::Ours;
    if (reference && oursHasNone && m_identities.isLost(Version::Ours, *reference))
        return MergeSide::Theirs;
    return std::nullopt;
}

void FieldMerge::lists(
    const Versions<Application> &versions, const Application &base, Application &result) const
{
    const auto &ours = *versions.ours;
    const auto &theirs = *versions.theirs;
    const auto where = place(result, ConflictPlace::What::Field);
    result.tenants = mergedLists(base.tenants, ours.tenants, theirs.tenants, byId, cannotBe);
    result.switches = mergedLists(base.switches, ours.switches, theirs.switches, byId, cannotBe);
    const auto compare = [](const Connection &a, const Connection &b) {
        return a.target != b.target ? a.target <=> b.target : compareText(a.port, b.port);
    };
    result.connections = mergedLists(base.connections, ours.connections, theirs.connections,
        compare, [&](const Connection *b, const Connection *o, const Connection *t) {
            const auto *any = o ? o : t;
            if (const auto side = notLost(any->target, !o, !t))
                return *side;
            auto connection = where;
            connection.field = fieldName(Field::Connections);
            connection.key = QStringList {nameOf(any->target), any->port};
            return m_log.add(connection, connectionText(Version::Base, result.id, b),
                connectionText(Version::Ours, result.id, o),
                connectionText(Version::Theirs, result.id, t));
        });
    result.ports = ports(versions, base);
    result.options = options(Field::Options, where, base.options, ours.options, theirs.options);
    result.annex = options(Field::Annex, where, base.annex, ours.annex, theirs.annex);
}

/// Null where that version lacks it.
QString FieldMerge::connectionText(
    Version version, ApplicationId identity, const Connection *keyed) const
{
    if (!keyed)
        return nothing;
    const auto id = m_identities.of(Kind::Application)[identity.value()].in(version);
    const auto &connections = topology(version).application(ApplicationId(*id)).connections;
    const auto found =
        std::find_if(connections.begin(), connections.end(), [&](const Connection &connection) {
            return m_identities.key(version, connection.target) == keyed->target.value()
                && connection.port == keyed->port;
        });
    return connectionJson(topology(version), *found);
}

QList<Port> FieldMerge::ports(const Versions<Application> &versions, const Application &base) const
{
    const auto &ours = versions.ours->ports;
    const auto &theirs = versions.theirs->ports;
    auto where = place(*versions.ours, ConflictPlace::What::Field);
    where.field = fieldName(Field::Ports);
    if (haveUniqueIds(base.ports) && haveUniqueIds(ours) && haveUniqueIds(theirs)) {
        const auto text = [](const Port *port) { return port ? portsJson({*port}) : nothing; };
        return mergedLists(
            base.ports, ours, theirs,
            [](const Port &a, const Port &b) { return compareText(a.id, b.id); },
            [&](const Port *b, const Port *o, const Port *t) {
                where.key = QStringList {(o ? o : t)->id};
                return m_log.add(where, text(b), text(o), text(t));
            });
    }
    return merged(base.ports, ours, theirs, [&] {
        return m_log.add(where, portsJson(base.ports), portsJson(ours), portsJson(theirs));
    });
}

Options FieldMerge::options(Field field, const ConflictPlace &place, const Options &base,
    const Options &ours, const Options &theirs) const
{
    if (theirs == base || theirs == ours)
        return ours;
    if (ours == base)
        return theirs;
    QStringList names;
    for (const auto *side : {&base, &ours, &theirs}) {
        for (const auto &section : *side)
            names.append(section.name);
    }
    std::sort(names.begin(), names.end(), textLess);
    names.removeDuplicates();

    Options result;
    for (const auto &name : std::as_const(names)) {
        const auto sectionOf = [&](const Options &options) {
            const auto found = std::find_if(options.begin(), options.end(),
                [&](const OptionSection &section) { return section.name == name; });
            return found != options.end() ? &*found : nullptr;
        };
        const auto optionsOf = [](const OptionSection *section) {
            return section ? section->options : QList<Option>();
        };
        const auto *b = sectionOf(base);
        const auto *o = sectionOf(ours);
        const auto *t = sectionOf(theirs);
        const auto text = [](const Option *option) {
            return option ? jsonString(option->value) : nothing;
        };
        OptionSection section {name, {}};
        section.options = mergedLists(optionsOf(b), optionsOf(o), optionsOf(t), byKey,
            [&](const Option *inBase, const Option *inOurs, const Option *inTheirs) {
                auto where = place;
                where.field = fieldName(field);
                where.key = QStringList {name, (inOurs ? inOurs : inTheirs)->key};
                return m_log.add(where, text(inBase), text(inOurs), text(inTheirs));
            });
        // One that is empty differs from one that is missing; of two answers no third can differ.
        const bool isKept =
            merged(b != nullptr, o != nullptr, t != nullptr, [] { return MergeSide::Ours; });
        if (isKept || !section.options.isEmpty())
            result.append(section);
    }
    return result;
}

Extra FieldMerge::extra(const ConflictPlace &place, const QStringList &parents, const Extra &base,
    const Extra &ours, const Extra &theirs) const
{
    const auto text = [](const ExtraField *field) { return field ? field->json : nothing; };
    return mergedLists(base, ours, theirs, byKey,
        [&](const ExtraField *b, const ExtraField *o, const ExtraField *t) {
            auto where = place;
            auto path = parents;
            path.append((o ? o : t)->key);
            where.field = path.takeFirst();
            where.key = path;
            return m_log.add(where, text(b), text(o), text(t));
        });
}

Extra FieldMerge::extra() const
{
    return extra({}, {}, topology(Version::Base).extra(), topology(Version::Ours).extra(),
        topology(Version::Theirs).extra());
}

Settings FieldMerge::settings() const
{
    const auto &base = topology(Version::Base).settings();
    const auto &ours = topology(Version::Ours).settings();
    const auto &theirs = topology(Version::Theirs).settings();
    const auto field = u"settings"_s;
    const auto pick = [&](const char *key, auto member, auto token) {
        return merged(base.*member, ours.*member, theirs.*member, [&] {
            ConflictPlace where;
            where.field = field;
            where.key = QStringList {QLatin1String(key)};
            const auto text = [&](const Settings &settings) {
                return jsonString(QString(token(settings.*member)));
            };
            return m_log.add(where, text(base), text(ours), text(theirs));
        });
    };
    Settings settings;
    settings.environment = pick("environment", &Settings::environment, environmentToken);
    settings.socialMessagingTenants =
        pick("socialMessagingTenants", &Settings::socialMessagingTenants, socialMessagingToken);
    settings.extra = extra({}, {field}, base.extra, ours.extra, theirs.extra);
    return settings;
}

template <class T>
QStringList FieldMerge::changedFields(const T &before, const T &after) const
{
    QStringList names;
    for (const auto field : fieldsOf(T::kind)) {
        if (field != Field::Extra && fieldValue(before, field) != fieldValue(after, field))
            names.append(fieldName(field));
    }
    mergeSorted(before.extra, after.extra, byKey, [&](const ExtraField *b, const ExtraField *a) {
        if (!b || !a || *b != *a)
            names.append((b ? b : a)->key);
    });
    return names;
}

#define INSTANTIATE(T)                                                                             \
    template ConflictPlace FieldMerge::place(const T &, ConflictPlace::What) const;                \
    template T FieldMerge::object(const Versions<T> &) const;                                      \
    template bool FieldMerge::isUntouched(const Versions<T> &) const;                              \
    template QStringList FieldMerge::changedFields(const T &, const T &) const;
INSTANTIATE(Tenant)
INSTANTIATE(SwitchingOffice)
INSTANTIATE(Switch)
INSTANTIATE(Host)
INSTANTIATE(Application)
#undef INSTANTIATE
