// SPDX-License-Identifier: Apache-2.0
#include "models/topology/edits.h"

#include "models/base/text.h"
#include "models/topology/cascade.h"
#include "models/topology/normalise.h"
#include "models/topology/references.h"
#include "models/topology/refusal.h"

#include <QCoreApplication>

#include <algorithm>

namespace {

struct EditsTexts
{
    Q_DECLARE_TR_FUNCTIONS(Edits)
};

/// The first reference of the record that does not resolve.
std::optional<ObjectId> unresolved(const Topology &topology, const Record &record)
{
    std::optional<ObjectId> missing;
    forEachReference(record, [&](ObjectId object) {
        if (!missing && !topology.contains(object))
            missing = object;
    });
    return missing;
}

/// The placeholder of this kind and name (a switch: of this tenant), if there is one.
std::optional<ObjectId> placeholderNamed(const Topology &topology, const Record &record)
{
    const auto object = objectId(record);
    const auto name = std::visit([](const auto &o) { return o.name; }, record);
    if (const auto *asked = std::get_if<Switch>(&record)) {
        for (const auto id : topology.switchesOf(asked->tenant)) {
            const auto &found = topology.switchAt(id);
            if (found.isPlaceholder && found.name == name && id != asked->id)
                return id;
        }
        return std::nullopt;
    }
    for (const auto id : topology.bearers(object.kind, name)) {
        const ObjectId bearer(object.kind, id);
        if (topology.isPlaceholder(bearer) && (bearer != object))
            return bearer;
    }
    return std::nullopt;
}

/// Points every reference to "from" at "to", an object of the same kind.
void repoint(Cascade &cascade, ObjectId from, ObjectId to)
{
    const auto before = cascade.topology();
    switch (from.kind) {
    case Kind::Tenant:
        for (const auto id : before.applicationsOf(from.tenant())) {
            cascade.add(Unassign {id, from.tenant()});
            if (!cascade.topology().application(id).tenants.contains(to.tenant()))
                cascade.add(Assign {id, to.tenant()});
        }
        for (const auto id : before.switchesOf(from.tenant()))
            cascade.setField(id, Field::Tenant, to.tenant());
        for (const auto id : before.childrenOf(from.tenant()))
            cascade.setField(id, Field::Parent, to.tenant());
        break;
    case Kind::SwitchingOffice:
        for (const auto id : before.switchesIn(from.office()))
            cascade.setField(id, Field::SwitchingOffice, to.office());
        break;
    case Kind::Switch:
        for (const auto id : before.applicationsLinkedTo(from.switchId())) {
            cascade.add(Unlink {id, from.switchId()});
            if (!cascade.topology().application(id).switches.contains(to.switchId()))
                cascade.add(Link {id, to.switchId()});
        }
        break;
    case Kind::Host:
        for (const auto id : before.applicationsOn(from.host()))
            cascade.setField(id, Field::Host, to.host());
        break;
    case Kind::Application:
        for (const auto id : before.clientsOf(from.application())) {
            for (auto connection : before.application(id).connections) {
                if (connection.target != from.application())
                    continue;
                cascade.add(Disconnect {id, connection});
                connection.target = to.application();
                const auto &now = cascade.topology().application(id).connections;
                if (std::none_of(now.begin(), now.end(),
                        [&](const auto &c) { return c.isSameAs(connection); }))
                    cascade.add(Connect {id, connection});
            }
        }
        for (const auto id : before.primariesOf(from.application()))
            cascade.setField(id, Field::Backup, to.application());
        break;
    }
}

Result<Step> rename(const Topology &topology, ObjectId object, Value value)
{
    auto renamed = topology.record(object);
    std::visit([&](auto &o) { setFieldValue(o, Field::Name, value); }, renamed);
    const auto before = fieldValue(topology.record(object), Field::Name);
    const auto placeholder = placeholderNamed(topology, renamed);
    if (!placeholder || topology.isPlaceholder(object))
        return Step {{}, {SetField {object, Field::Name, before, std::move(value)}}};

    Cascade cascade(topology);
    cascade.setField(object, Field::Name, value);
    const auto title = stepTitle(topology, {{}, {SetField {object, Field::Name, before, value}}});
    repoint(cascade, *placeholder, object);
    cascade.add(RemoveObject {std::make_shared<Record>(cascade.topology().record(*placeholder))});
    return cascade.take(title);
}

/// The edits that turn one list into the other; set-like fields only.
QList<Edit> memberEdits(ApplicationId id, const Value &before, const Value &after)
{
    QList<Edit> gone;
    QList<Edit> come;
    const auto compare = [&]<class T>(
                             const QList<T> &old, const QList<T> &now, auto leave, auto enter) {
        for (const auto &member : old) {
            if (!now.contains(member))
                gone.append(leave(member));
        }
        for (const auto &member : now) {
            if (!old.contains(member))
                come.append(enter(member));
        }
    };
    if (const auto *tenants = std::get_if<QList<TenantId>>(&after)) {
        compare(
            std::get<QList<TenantId>>(before), *tenants,
            [&](TenantId t) {
                return Unassign {id, t};
            },
            [&](TenantId t) {
                return Assign {id, t};
            });
    } else if (const auto *connections = std::get_if<QList<Connection>>(&after)) {
        compare(
            std::get<QList<Connection>>(before), *connections,
            [&](const Connection &c) {
                return Disconnect {id, c};
            },
            [&](const Connection &c) {
                return Connect {id, c};
            });
    } else {
        compare(
            std::get<QList<SwitchId>>(before), std::get<QList<SwitchId>>(after),
            [&](SwitchId s) {
                return Unlink {id, s};
            },
            [&](SwitchId s) {
                return Link {id, s};
            });
    }
    return gone + come;
}

/// A value of the field's type, in order; none for a value of another type.
std::optional<Value> fittingValue(const Record &record, Field field, Value value)
{
    normalise(value);
    auto cleared = record;
    std::visit(
        [&](auto &object) {
            if (field != Field::Tenant && field != Field::SwitchingOffice)
                setFieldValue(object, field, Value());
        },
        cleared);
    const auto none = fieldValue(cleared, field);
    if (value == Value(qint64(0)) && field == Field::Dbid)
        return none;
    if (std::holds_alternative<std::monostate>(value))
        return none;
    const auto fits = [&](auto expected) {
        return std::holds_alternative<decltype(expected)>(value);
    };
    switch (field) {
    case Field::Dbid:
    case Field::LcaPort:
    case Field::StartupTimeout:
    case Field::ShutdownTimeout:
        return fits(qint64()) ? std::optional(value) : std::nullopt;
    case Field::Parent:
    case Field::Tenant:
        return fits(TenantId(0)) ? std::optional(value) : std::nullopt;
    case Field::SwitchingOffice:
        return fits(SwitchingOfficeId(0)) ? std::optional(value) : std::nullopt;
    case Field::Host:
        return fits(HostId(0)) ? std::optional(value) : std::nullopt;
    case Field::Backup:
        return fits(ApplicationId(0)) ? std::optional(value) : std::nullopt;
    case Field::AutoRestart:
    case Field::LoadBalanced:
        return fits(bool()) ? std::optional(value) : std::nullopt;
    case Field::Type:
        return fits(QString()) || fits(ApplicationType()) ? std::optional(value) : std::nullopt;
    case Field::State:
    case Field::Redundancy:
    case Field::Component:
    case Field::Tenants:
    case Field::Connections:
    case Field::Switches:
    case Field::Ports:
    case Field::Options:
    case Field::Annex:
    case Field::Extra:
        return none.index() == value.index() ? std::optional(value) : std::nullopt;
    default:
        return fits(QString()) ? std::optional(value) : std::nullopt;
    }
}

}  // namespace

Result<Step> setField(const Topology &topology, ObjectId object, Field field, Value value)
{
    if (!topology.contains(object))
        return notFound(object);
    Q_ASSERT(hasField(object.kind, field));
    const auto record = topology.record(object);
    auto after = fittingValue(record, field, std::move(value));
    if (!after)
        return refused(EditsTexts::tr("This is no value for the field %1.").arg(fieldLabel(field)));
    const auto before = fieldValue(record, field);
    if (before == *after)
        return Step {};
    if (const auto why = objection(topology, object, field, *after); !why.isEmpty())
        return refused(why);
    if (field == Field::Name)
        return rename(topology, object, std::move(*after));

    auto changed = record;
    std::visit([&](auto &o) { setFieldValue(o, field, *after); }, changed);
    if (const auto missing = unresolved(topology, changed))
        return notFound(*missing);
    Step step;
    if (isSetLike(field)) {
        step.edits = memberEdits(object.application(), before, *after);
        step.title =
            EditsTexts::tr("Set %1 of %2").arg(fieldLabel(field).toLower(), topology.name(object));
    } else {
        step.edits.append(SetField {object, field, before, std::move(*after)});
    }
    dropUnreferencedPlaceholders(topology, step);
    return step;
}

Result<Step> addObject(const Topology &topology, Record record)
{
    std::visit([](auto &object) { object.isPlaceholder = false; }, record);
    normalise(record);
    const auto kind = objectId(record).kind;
    if (const auto missing = unresolved(topology, record))
        return notFound(*missing);
    if (const auto *application = std::get_if<Application>(&record)) {
        if (application->type.token().isEmpty())
            return refused(EditsTexts::tr("An application needs a type."));
        if (application->component != Component::None
            && application->type.id() != ApplicationType::TServer)
            return refused(EditsTexts::tr("Only an application of type tserver has a component."));
    }
    if (const auto *office = std::get_if<SwitchingOffice>(&record);
        office && office->type.isEmpty())
        return refused(EditsTexts::tr("A switching office needs a type."));
    if (const auto *object = std::get_if<Switch>(&record); object && !object->office)
        return refused(EditsTexts::tr("A switch needs a switching office."));
    if (const auto *tenant = std::get_if<Tenant>(&record); tenant && tenant->dbid == 1)
        return refused(EditsTexts::tr("DBID 1 belongs to Environment."));

    std::visit(
        [&](auto &object) {
            object.id = typename std::decay_t<decltype(object)>::IdType(topology.nextId(kind));
        },
        record);
    const auto placeholder = placeholderNamed(topology, record);
    if (!placeholder)
        return Step {{}, {AddObject {std::make_shared<Record>(std::move(record))}}};
    std::visit(
        [&](auto &object) {
            object.id = typename std::decay_t<decltype(object)>::IdType(placeholder->id);
        },
        record);
    Step step {{},
        {ReplaceObject {std::make_shared<Record>(topology.record(*placeholder)),
            std::make_shared<Record>(std::move(record))}}};
    return step;
}

ObjectId addedObject(const Step &step)
{
    for (const auto &edit : step.edits) {
        if (const auto *add = std::get_if<AddObject>(&edit))
            return objectId(*add->record);
        if (const auto *define = std::get_if<ReplaceObject>(&edit))
            return objectId(*define->after);
    }
    Q_UNREACHABLE();
    return Topology::environment;
}

QString nextFreeName(const Topology &topology, Kind kind, const QString &name)
{
    qsizetype end = name.size();
    while (end > 0 && name[end - 1] >= u'0' && name[end - 1] <= u'9' && name.size() - end < 9)
        --end;
    const bool isNumbered = end < name.size() && end > 0;
    const QString stem = isNumbered ? name.left(end) : name + u'_';
    for (qint64 number = isNumbered ? QStringView(name).mid(end).toLongLong() + 1 : 2;; ++number) {
        QString candidate = stem + QString::number(number);
        if (topology.bearers(kind, candidate).isEmpty())
            return candidate;
    }
}

Result<Step> duplicateObject(const Topology &topology, ObjectId object)
{
    if (!topology.contains(object))
        return notFound(object);
    if (topology.isPlaceholder(object))
        return refused(objection(topology, object, Field::State, {}));
    auto copy = topology.record(object);
    std::visit(
        [&](auto &o) {
            o.name = nextFreeName(topology, object.kind, o.name);
            o.dbid = 0;
        },
        copy);
    if (auto *application = std::get_if<Application>(&copy)) {
        application->backup.reset();
        application->redundancy = Redundancy::None;
    }
    auto step = addObject(topology, std::move(copy));
    if (step)
        step->title = EditsTexts::tr("Duplicate %1").arg(topology.name(object));
    return step;
}

Step setSettings(const Topology &topology, Settings settings)
{
    if (settings == topology.settings())
        return {};
    return {{}, {SetSettings {topology.settings(), std::move(settings)}}};
}

Step setExtra(const Topology &topology, Extra extra)
{
    if (extra == topology.extra())
        return {};
    return {{}, {SetExtra {topology.extra(), std::move(extra)}}};
}

Result<Step> setWaiver(const Topology &topology, Waiver waiver)
{
    if (isBlank(waiver.reason))
        return refused(EditsTexts::tr("A waiver needs a reason."));
    const auto *found = topology.findWaiver(waiver.key);
    const auto before = found ? std::optional(*found) : std::nullopt;
    if (before == waiver)
        return Step {};
    return Step {{}, {SetWaiver {before, std::move(waiver)}}};
}

Result<Step> setPlaces(
    const Topology &topology, const QHash<ObjectId, std::optional<qint64>> &places)
{
    Step step;
    for (auto at = places.cbegin(); at != places.cend(); ++at) {
        const auto object = at.key();
        if (!topology.contains(object)
            || (object.kind != Kind::Tenant && object.kind != Kind::Application))
            return failure(
                Error::Code::NotFound, EditsTexts::tr("There is no such tenant or server."));
        if (const auto before = topology.place(object); before != at.value())
            step.edits.append(SetPlace {object, before, at.value()});
    }
    // A hash has no order, a journal should: the same gesture gives the same step.
    std::sort(step.edits.begin(), step.edits.end(), [](const Edit &a, const Edit &b) {
        return std::get<SetPlace>(a).object < std::get<SetPlace>(b).object;
    });
    return step;
}

Result<Step> withdrawWaiver(const Topology &topology, const WaiverKey &key)
{
    const auto *found = topology.findWaiver(key);
    if (!found)
        return failure(Error::Code::NotFound, EditsTexts::tr("There is no such waiver."));
    return Step {{}, {SetWaiver {*found, std::nullopt}}};
}

Result<Step> recordAnswer(const Topology &topology, SiteAnswer answer)
{
    if (answer.type.isEmpty() || answer.field.isEmpty())
        return refused(EditsTexts::tr("An answer needs a type of application and a field."));
    if (isBlank(answer.evidence))
        return refused(EditsTexts::tr("An answer needs its evidence."));
    const auto *found = topology.findAnswer(answer.type, answer.field);
    const auto before = found ? std::optional(*found) : std::nullopt;
    if (before == answer)
        return Step {};
    return Step {{}, {SetSiteAnswer {before, std::move(answer)}}};
}

Result<Step> withdrawAnswer(const Topology &topology, const QString &type, const QString &field)
{
    const auto *found = topology.findAnswer(type, field);
    if (!found)
        return failure(Error::Code::NotFound,
            EditsTexts::tr("There is no answer on %1 of %2.").arg(field, type));
    return Step {{}, {SetSiteAnswer {*found, std::nullopt}}};
}

Result<Step> awaitRestarts(
    const Topology &topology, const QList<ApplicationId> &applications, qint64 revision)
{
    Step step;
    for (const auto id : applications) {
        if (!topology.contains(id))
            return failure(Error::Code::NotFound, EditsTexts::tr("There is no such application."));
        const auto before = topology.pendingRestart(id);
        if (before != revision)
            step.edits.append(SetPending {id, before, revision});
    }
    return step;
}

Result<Step> confirmRestarts(const Topology &topology, const QList<ApplicationId> &applications)
{
    Step step;
    for (const auto id : applications) {
        const auto before = topology.pendingRestart(id);
        if (!before)
            return failure(Error::Code::NotFound,
                topology.contains(id)
                    ? EditsTexts::tr("No restart of %1 is pending.").arg(topology.name(id))
                    : EditsTexts::tr("There is no such application."));
        step.edits.append(SetPending {id, before, std::nullopt});
    }
    if (step.edits.size() > 1)
        step.title = EditsTexts::tr("Confirm %1 restarts").arg(step.edits.size());
    return step;
}
