// SPDX-License-Identifier: Apache-2.0
#include "tests/support/randomsteps.h"

#include "models/topology/apply.h"
#include "models/topology/edits.h"

#include <iterator>

using namespace Qt::StringLiterals;

RandomSteps::RandomSteps(quint32 seed)
    : m_random(seed)
{
}

int RandomSteps::below(int bound)
{
    return int(m_random() % quint32(bound));
}

template <class T>
T RandomSteps::oneOf(std::initializer_list<T> choices)
{
    return *std::next(choices.begin(), below(int(choices.size())));
}

template <class T>
std::optional<typename T::IdType> RandomSteps::any(const Topology &topology)
{
    const auto &table = topology.table<T>();
    if (table.size() == 0)
        return std::nullopt;
    return std::next(table.begin(), below(table.size()))->id;
}

std::optional<ObjectId> RandomSteps::anyObject(const Topology &topology)
{
    const auto pick = [&]<class T>(std::type_identity<T>) -> std::optional<ObjectId> {
        const auto id = any<T>(topology);
        return id ? std::optional<ObjectId>(*id) : std::nullopt;
    };
    switch (below(8)) {
    case 0:
        return pick(std::type_identity<Tenant>());
    case 1:
        return pick(std::type_identity<SwitchingOffice>());
    case 2:
        return pick(std::type_identity<Switch>());
    case 3:
        return pick(std::type_identity<Host>());
    default:
        return pick(std::type_identity<Application>());
    }
}

QString RandomSteps::name(QLatin1String prefix)
{
    if (oneIn(40))
        return oneOf<QString>({u""_s, u"  "_s, u"\u2003"_s, u"ﬁ"_s, u"😀"_s, QString(256, u'x')});
    return prefix + QString::number(below(9));
}

Options RandomSteps::options()
{
    Options sections;
    for (int i = below(3); i > 0; --i) {
        OptionSection section;
        section.name = oneOf<QString>({u"endpoints:101"_s, u"endpoints:7"_s, u"channel-a"_s,
            u"settings"_s, u"endpoint-x"_s, u"switchyard"_s});
        for (int k = below(3); k > 0; --k)
            section.options.append(
                {oneOf<QString>({u"TenantId"_s, u"tenantid"_s, u"inbound-route"_s,
                     u"driver-classname"_s, u"component"_s, u"x"_s}),
                    oneOf<QString>(
                        {u"101"_s, u"T1"_s, u" 7 "_s, u""_s, u"102:a,7:b"_s, u"Environment"_s})});
        sections.append(section);
    }
    return sections;
}

Record RandomSteps::newRecord(const Topology &topology)
{
    switch (below(8)) {
    case 0: {
        Tenant tenant;
        tenant.name = name("T"_L1);
        tenant.dbid = oneIn(3) ? 0 : 100 + below(8);
        tenant.parent = any<Tenant>(topology);
        return tenant;
    }
    case 1: {
        SwitchingOffice office;
        office.name = name("O"_L1);
        office.type =
            oneOf<QString>({u"multimediaswitch"_s, u"multimediaswitch"_s, u"avayatsapi"_s});
        return office;
    }
    case 2: {
        Switch object;
        object.name = name("S"_L1);
        object.tenant = *any<Tenant>(topology);
        object.office = any<SwitchingOffice>(topology);
        return object;
    }
    case 3: {
        Host host;
        host.name = name("H"_L1);
        host.ipAddress = oneOf<QString>({u""_s, u"10.0.0.1"_s, u"10.0.0.2"_s});
        return host;
    }
    default:
        break;
    }
    Application application;
    application.name = name("A"_L1);
    application.type = ApplicationType::fromToken(oneOf<QString>(
        {u"interactionserver"_s, u"interactionserver"_s, u"contactserver"_s, u"chatserver"_s,
            u"istransportserver"_s, u"webapiserver"_s, u"socialms"_s, u"emailserver"_s,
            u"trainingserver"_s, u"tserver"_s, u"tserver"_s, u"haproxy"_s, u"capturepoint"_s,
            u"statserver"_s, u"scs"_s, u"classificationserver"_s, u"nosuchserver"_s}));
    if (application.type.id() == ApplicationType::TServer && oneIn(2))
        application.component = Component::InteractionServer;
    application.release = oneOf<QString>(
        {u""_s, u"7.1.0"_s, u"8.1.1"_s, u"8.1.200.01"_s, u"8.1.400.12"_s, u"8.5.0"_s, u"odd"_s});
    application.state = oneIn(6) ? ObjectState::Disabled : ObjectState::Enabled;
    for (int i = below(3); i > 0; --i)
        application.tenants.append(*any<Tenant>(topology));
    application.host = any<Host>(topology);
    for (int i = below(3); i > 0; --i)
        application.ports.append({oneOf<QString>({u""_s, u"default"_s, u"admin"_s}),
            oneOf<std::optional<qint64>>({std::nullopt, 4420, 4421, 0}), {}});
    application.options = options();
    return application;
}

Result<Step> RandomSteps::setAnyField(const Topology &topology)
{
    const auto object = anyObject(topology);
    if (!object)
        return Step {};
    const auto fields = fieldsOf(object->kind);
    const Field field = fields[size_t(below(int(fields.size())))];
    const auto optionalId = [&]<class Id>(std::optional<Id> id) {
        return id && !oneIn(4) ? Value(*id) : Value();
    };
    switch (field) {
    case Field::Name:
        return setField(topology, *object, field,
            name(QLatin1String(object->kind == Kind::Tenant ? "T"
                    : object->kind == Kind::SwitchingOffice ? "O"
                    : object->kind == Kind::Switch          ? "S"
                    : object->kind == Kind::Host            ? "H"
                                                            : "A")));
    case Field::Dbid:
        return setField(topology, *object, field, qint64(oneOf<int>({0, 7, 101, 102})));
    case Field::State:
        return setField(
            topology, *object, field, oneIn(3) ? ObjectState::Disabled : ObjectState::Enabled);
    case Field::Parent:
        return setField(topology, *object, field, optionalId(any<Tenant>(topology)));
    case Field::Host:
        return setField(topology, *object, field, optionalId(any<Host>(topology)));
    case Field::Backup:
        return setField(topology, *object, field, optionalId(any<Application>(topology)));
    case Field::Redundancy:
        return setField(topology, *object, field, Redundancy(below(4)));
    case Field::Component:
        return setField(topology, *object, field, Component(below(2)));
    case Field::LoadBalanced:
    case Field::AutoRestart:
        return setField(topology, *object, field, oneIn(2));
    case Field::StartupTimeout:
    case Field::ShutdownTimeout:
    case Field::LcaPort:
        return setField(topology, *object, field, oneIn(3) ? Value() : Value(qint64(below(3))));
    case Field::Release:
        return setField(topology, *object, field,
            oneOf<QString>({u""_s, u"7.1.0"_s, u"8.1.1"_s, u"8.1.200.01"_s, u"8.1.400.12"_s}));
    case Field::Options:
    case Field::Annex:
        return setField(topology, *object, field, Value(std::in_place_type<Options>, options()));
    case Field::Extra:
        return setField(
            topology, *object, field, oneIn(2) ? Extra {} : Extra {{u"folder"_s, u"{\"a\":1}"_s}});
    case Field::Tenants: {
        QList<TenantId> tenants;
        for (int i = below(4); i > 0; --i)
            tenants.append(*any<Tenant>(topology));
        return setField(topology, *object, field, tenants);
    }
    case Field::Connections:
    case Field::Switches:
    case Field::Ports:
    case Field::Type:
    case Field::Tenant:
    case Field::SwitchingOffice:
        return Step {};
    default:
        return setField(topology, *object, field,
            oneOf<QString>({u""_s, u"10.0.0.1"_s, u"10.0.0.2"_s, u"text"_s}));
    }
}

Result<Step> RandomSteps::referToPlaceholder(const Topology &topology)
{
    const auto application = any<Application>(topology);
    if (!application || topology.application(*application).isPlaceholder)
        return Step {};
    const auto found = [&](Kind kind, const QString &wanted) {
        return !topology.bearers(kind, wanted).isEmpty();
    };
    Step step;
    if (oneIn(2)) {
        Tenant tenant;
        tenant.id = TenantId(topology.nextId(Kind::Tenant));
        tenant.name = name("T"_L1);
        tenant.isPlaceholder = true;
        if (tenant.name.isEmpty() || found(Kind::Tenant, tenant.name))
            return Step {};
        step.edits = {
            AddObject {std::make_shared<Record>(tenant)}, Assign {*application, tenant.id}};
    } else {
        Application target;
        target.id = ApplicationId(topology.nextId(Kind::Application));
        target.name = name("A"_L1);
        target.isPlaceholder = true;
        if (target.name.isEmpty() || found(Kind::Application, target.name))
            return Step {};
        step.edits = {AddObject {std::make_shared<Record>(target)},
            Connect {*application, {target.id, u"default"_s, {}, {}, {}, {}, {}}}};
    }
    return step;
}

Result<Step> RandomSteps::answerOrWithdraw(const Topology &topology)
{
    SiteAnswer answer;
    answer.type = topology.application(*any<Application>(topology)).type.token();
    answer.field =
        fieldName(oneOf({Field::Tenants, Field::Options, Field::Release, Field::Connections}));
    answer.effect = SiteAnswer::Effect(below(2));
    answer.evidence = u"Tried"_s;
    answer.date = QDate(2026, 1, 1 + below(3));
    return oneIn(3) ? withdrawAnswer(topology, answer.type, answer.field)
                    : recordAnswer(topology, answer);
}

Step RandomSteps::next(const Topology &topology)
{
    const auto application = any<Application>(topology);
    const auto tenant = any<Tenant>(topology);
    const int kind = application ? below(20) : 0;
    const auto step = [&]() -> Result<Step> {
        switch (kind) {
        case 0:
        case 1:
        case 2:
            return addObject(topology, newRecord(topology));
        case 3:
        case 4:
        case 5:
        case 6:
            return assignTenant(topology, *application, *tenant);
        case 7:
        case 8:
            return unassignTenant(topology, *application, *tenant);
        case 9:
        case 10:
            return connectTo(topology, *application,
                {*any<Application>(topology), oneOf<QString>({u""_s, u"default"_s, u"admin"_s}), {},
                    {}, {}, {}, {}});
        case 11:
            return disconnectFrom(topology, *application, *any<Application>(topology), {});
        case 12: {
            const auto linked = any<Switch>(topology);
            return linked ? linkSwitch(topology, *application, *linked) : Step {};
        }
        case 13: {
            const auto linked = any<Switch>(topology);
            return linked ? unlinkSwitch(topology, *application, *linked) : Step {};
        }
        case 14:
            return referToPlaceholder(topology);
        case 15: {
            const auto object = anyObject(topology);
            if (!object || topology.objectCount(object->kind) < 3)
                return Step {};
            return oneIn(3) ? duplicateObject(topology, *object) : removeObject(topology, *object);
        }
        case 16: {
            auto settings = topology.settings();
            settings.environment = Environment(below(2));
            settings.socialMessagingTenants = SocialMessagingTenants(below(3));
            if (oneIn(3))
                return setSettings(topology, settings);
            if (oneIn(2))
                return oneIn(2) ? answerOrWithdraw(topology)
                    : oneIn(2)  ? confirmRestarts(topology, {*application})
                                : awaitRestarts(topology, {*application}, 1 + below(3));
            return setPlaces(topology,
                {{*application, below(5)},
                    {*tenant, oneIn(3) ? std::nullopt : std::optional<qint64>(below(5))}});
        }
        default:
            return setAnyField(topology);
        }
    }();
    return step ? *step : Step {};
}

Topology asInFiles(Topology topology)
{
    const auto answers = topology.siteAnswers();
    for (const auto &answer : answers)
        ::apply(topology, SetSiteAnswer {answer, std::nullopt});
    const auto pending = topology.pendingRestarts();
    for (auto at = pending.cbegin(); at != pending.cend(); ++at)
        ::apply(topology, SetPending {at.key(), at.value(), std::nullopt});
    const auto places = topology.places();
    for (auto at = places.cbegin(); at != places.cend(); ++at)
        ::apply(topology, SetPlace {at.key(), at.value(), std::nullopt});
    return topology;
}

Topology randomTopology(quint32 seed, int steps)
{
    Topology topology;
    RandomSteps random(seed);
    for (int i = 0; i < steps; ++i)
        ::apply(topology, random.next(topology));
    return asInFiles(topology);
}
