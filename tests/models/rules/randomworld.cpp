// SPDX-License-Identifier: Apache-2.0
#include "tests/models/rules/randomworld.h"

#include "models/topology/apply.h"
#include "models/topology/edits.h"
#include "tests/support/topologybuilder.h"

#include <iterator>

using namespace Qt::StringLiterals;

namespace {

constexpr char tenantWords[] = "T1 T2 T3 T4 Environment Undefined 7";
constexpr char applicationWords[] = "A1 A2 A3 A4 A5 A6 A7 A8 Undefined";
constexpr char typeWords[] =
    "interactionserver interactionserver contactserver chatserver classificationserver "
    "istransportserver webapiserver socialms emailserver trainingserver cobrowsingserver tserver "
    "tserver tserver haproxy capturepoint capturepoint statserver nosuchserver scs chatserver "
    "contactserver emailserver emailserver socialms webapiserver interactionserver capturepoint "
    "capturepoint";
constexpr char releaseWords[] =
    "_ 7.1.0 7.2 7.2.0 7.2.0.1 8.1.1 8.1.201.07 8.1.02 8.1.+2 08.01.201 8.1.2x 7.1.9999 "
    "8.1.3 8.1.400.12 8.5.0 8.5.1";
constexpr char portWords[] = "_ default admin default";

}  // namespace

RandomWorld::RandomWorld(quint32 seed)
    : m_random(seed)
    , m_steps(seed + 1)
{
}

QString RandomWorld::oneOf(const char *words)
{
    const auto all = QString::fromUtf8(words).split(u' ');
    const auto word = all[below(int(all.size()))];
    return word == u"_" ? QString() : word;
}

Topology RandomWorld::topology()
{
    TopologyBuilder b;
    if (oneIn(3))
        b.settings.environment = Environment::SingleTenant;
    b.settings.socialMessagingTenants = SocialMessagingTenants(below(3));
    for (int i = below(5); i > 0; --i) {
        auto &tenant = b.tenant(oneIn(12) ? u" "_s : oneOf("T1 T2 T3 T4 7 Environment T1 T2"));
        if (oneIn(3))
            tenant.parent(oneOf(tenantWords));
        if (oneIn(2))
            tenant.dbid(oneIn(2) ? 7 : 101 + below(3));
        if (oneIn(5))
            tenant.disabled();
    }
    for (int i = below(4); i > 0; --i)
        b.office(oneOf("O1 O2 O3"), oneIn(3) ? u"avayatsapi"_s : u"multimediaswitch"_s)
            .dbid(below(3));
    for (int i = below(6); i > 0; --i) {
        auto &object =
            b.switchOf(oneOf(tenantWords), oneOf("S1 S2 S3"), oneOf("O1 O2 O3 Undefined"));
        object.dbid(below(4));
        if (oneIn(6))
            object.disabled();
    }
    for (int i = below(4); i > 0; --i) {
        auto &host = b.host(oneOf("H1 H2 H3")).address(oneOf("_ 10.0.0.1 10.0.0.2"));
        if (oneIn(4))
            host.disabled();
        host.dbid(below(3));
    }
    // Of few types in some worlds, so that servers of one type meet more often than by chance.
    auto types = QByteArray(typeWords);
    if (oneIn(8))
        types = oneIn(2) ? "interactionserver emailserver emailserver classificationserver"
                         : "webapiserver chatserver chatserver scs";
    else if (oneIn(3))
        types =
            QStringList {oneOf(typeWords), oneOf(typeWords), oneOf(typeWords)}.join(u' ').toUtf8();
    for (int i = below(10); i > 0; --i) {
        auto &application =
            b.application(oneIn(25) ? QString(250 + below(10), u'n') : oneOf(applicationWords),
                oneOf(types.constData()));
        if (application.record.type.id() == ApplicationType::TServer && oneIn(2))
            application.interactionComponent();
        application.release(oneOf(releaseWords));
        if (oneIn(5))
            application.disabled();
        for (int k = below(4); k > 0; --k)
            application.tenant(oneOf(tenantWords));
        for (int k = below(4); k > 0; --k)
            application.connect(oneOf(applicationWords), oneOf(portWords));
        for (int k = oneIn(3) ? 1 + below(3) : 0; k > 0; --k)
            application.link(oneOf(tenantWords), oneOf("S1 S2 S3 Undefined"));
        if (oneIn(2))
            application.host(oneOf("H1 H2 H3 Undefined"));
        for (int k = below(3); k > 0; --k)
            application.port(oneOf(portWords), oneIn(6) ? 0 : oneIn(6) ? 65536 : 4420 + below(2));
        if (oneIn(4))
            application.backup(oneOf(applicationWords));
        application.redundancy(Redundancy(below(4)));
        if (oneIn(4))
            application.loadBalanced();
        for (int k = below(3); k > 0; --k)
            application.section(oneOf("endpoint endpoints:7 endpoints:007 endpoints:101 "
                                      "endpoints:x endpoints: Endpoint settings"));
        if (oneIn(2))
            application.option(oneOf("settings a/b"), oneOf("TenantId tenantid TENANTID TenantIds"),
                oneIn(4) ? u" 007 "_s
                         : oneOf("_ 7 101 T1 T3 Undefined Environment 1 99999999999999999999"));
        if (oneIn(3))
            application.option(oneOf("channel-a channel- Channel-a"),
                oneOf("inbound-route inbound-route Inbound-route"),
                oneOf("7:x 7 007:x,101:y 7:x, 101 102:x x:7 _ 103"));
        application.dbid(below(12));
    }
    return b.build();
}

template <class T>
std::optional<typename T::IdType> RandomWorld::any(const Topology &topology)
{
    const auto &table = topology.table<T>();
    return table.size() == 0 ? std::nullopt
                             : std::optional(std::next(table.begin(), below(table.size()))->id);
}

/// One object, or every one, gets the value that another one of its kind has: groups grow, come,
/// go and swap members; who takes a placeholder's name takes over its references.
template <class T>
Step RandomWorld::alike(const Topology &topology, std::initializer_list<Field> fields)
{
    const auto model = any<T>(topology);
    if (!model)
        return {};
    const auto field = *std::next(fields.begin(), below(int(fields.size())));
    const auto value = fieldValue(topology.table<T>().at(*model), field);
    const auto only = oneIn(5) ? std::nullopt : any<T>(topology);
    Step whole;
    Topology scratch = topology;
    for (const auto &object : topology.table<T>()) {
        if ((only && object.id != *only) || !scratch.contains(object.id))
            continue;
        if (const auto step = setField(scratch, object.id, field, value)) {
            apply(scratch, *step);
            whole.edits += step->edits;
        }
    }
    return whole;
}

/// What RandomSteps leaves out: ports, DBIDs and releases of all kinds, definitions of placeholders
/// of all kinds, and backups of few applications, so that circles and shared ones are common.
Step RandomWorld::single(const Topology &topology)
{
    const auto application = any<Application>(topology);
    const auto taken = [](Result<Step> step) { return step ? *std::move(step) : Step {}; };
    switch (application ? below(17) : 16) {
    case 0:
        return taken(setField(topology, *application, Field::Ports,
            QList<Port> {{oneOf(portWords), 4420 + below(2), {}}, {oneOf(portWords), 4420, {}}}));
    case 1:
        return taken(setField(topology, *application, Field::Release, oneOf(releaseWords)));
    case 2:
        return taken(setField(topology, *application, Field::Backup,
            oneIn(4) ? Value() : Value(*any<Application>(topology))));
    case 3: {
        if (oneIn(3))
            return taken(setField(topology, *application, Field::Options,
                Options {{oneOf("channel-a endpoints:7 endpoints:101"),
                    {{u"inbound-route"_s, oneOf("7:x 101:y 7,101 103 _")}}}}));
        const auto section = oneIn(3) ? u"endpoint"_s : u"settings"_s;
        return taken(setField(topology, *application, Field::Options,
            Options {
                {section, {{u"TenantId"_s, oneOf("_ 7 101 102 007 T1 T2 T3 T4 T5 Undefined")}}}}));
    }
    case 4:
    case 5: {
        // Whatever is a placeholder comes to be defined.
        for (const auto &tenant : topology.tenants()) {
            if (tenant.isPlaceholder && oneIn(2)) {
                Tenant added;
                added.name = tenant.name;
                added.dbid = oneIn(2) ? 7 : 102;
                added.parent = any<Tenant>(topology);
                added.state = oneIn(2) ? ObjectState::Disabled : ObjectState::Enabled;
                return taken(addObject(topology, added));
            }
        }
        for (const auto &office : topology.offices()) {
            if (office.isPlaceholder) {
                SwitchingOffice added;
                added.name = office.name;
                added.type = oneIn(3) ? u"avayatsapi"_s : u"multimediaswitch"_s;
                return taken(addObject(topology, added));
            }
        }
        for (const auto &object : topology.switches()) {
            if (object.isPlaceholder && topology.offices().size() > 0) {
                Switch added;
                added.name = object.name;
                added.tenant = object.tenant;
                added.office = any<SwitchingOffice>(topology);
                return taken(addObject(topology, added));
            }
        }
        for (const auto &host : topology.hosts()) {
            if (host.isPlaceholder) {
                Host added;
                added.name = host.name;
                added.ipAddress = u"10.0.0.1"_s;
                added.state = ObjectState::Disabled;
                return taken(addObject(topology, added));
            }
        }
        for (const auto &named : topology.applications()) {
            if (named.isPlaceholder) {
                Application added;
                added.name = named.name;
                added.type = ApplicationType::fromToken(oneOf(typeWords));
                added.tenants = {*any<Tenant>(topology)};
                added.backup = any<Application>(topology);
                added.ports = {{u"admin"_s, 4420, {}}};
                return taken(addObject(topology, added));
            }
        }
        return {};
    }
    case 6: {
        const auto tenant = *any<Tenant>(topology);
        return taken(setField(
            topology, tenant, Field::Parent, oneIn(4) ? Value() : Value(*any<Tenant>(topology))));
    }
    case 7:
        if (const auto linked = any<Switch>(topology)) {
            const auto step = oneIn(2)
                ? linkSwitch(topology, *application, *linked)
                : setField(topology, *linked, Field::Name, oneOf("S1 S2 S3"));
            return taken(step);
        }
        return {};
    case 8: {
        QList<ObjectId> gone {*application};
        if (const auto tenant = any<Tenant>(topology); oneIn(2))
            gone.append(*tenant);
        if (const auto office = any<SwitchingOffice>(topology); office && oneIn(3))
            gone.append(*office);
        return oneIn(3) ? taken(removeObjects(topology, gone)) : Step {};
    }
    case 9:
    case 10:
        return alike<Application>(topology, {Field::Name, Field::Dbid, Field::State});
    case 11:
        return alike<Tenant>(topology, {Field::Name, Field::Dbid, Field::State});
    case 12:
        return oneIn(2) ? alike<Switch>(topology, {Field::Name, Field::Dbid, Field::State})
                        : alike<SwitchingOffice>(topology, {Field::Name, Field::Dbid});
    case 13:
        return alike<Host>(topology, {Field::Name, Field::Dbid, Field::State, Field::IpAddress});
    default:
        return m_steps.next(topology);
    }
}

Step RandomWorld::step(const Topology &topology)
{
    Step whole;
    Topology scratch = topology;
    for (int i = oneIn(3) ? 1 + below(5) : 1; i > 0; --i) {
        const auto one = single(scratch);
        apply(scratch, one);
        whole.edits += one.edits;
    }
    return whole;
}
