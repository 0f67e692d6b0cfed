// SPDX-License-Identifier: Apache-2.0
#include "tests/models/store/randomtopology.h"

#include "models/topology/normalise.h"

#include <limits>

using namespace Qt::StringLiterals;

QString RandomTopology::text()
{
    static const QString texts[] = {u""_s, u"default"_s, u"Acme"_s, u"  "_s,
        u"It's \"quoted\" \\ and / more"_s, u"a\nb\tc\r"_s,
        QString(u"nul\0inside"_s.replace(u'i', QChar(0))), u"\uFEFFmarked"_s, u"größe ÄÖ"_s,
        u"名前"_s, u"😀 astral 𝒳"_s, u"ﬁ\uFFFD\uFFFF"_s, u"\u0080\u07FF\u0800"_s, QString(300, u'x'),
        u"\u2028\u2029"_s, u"%1 %s ${NAME}"_s};
    auto text = texts[below(std::size(texts))];
    return oneIn(2) ? text : text + QString::number(below(50));
}

qint64 RandomTopology::number()
{
    static constexpr qint64 numbers[] = {0, 1, -1, 4999, 65536, std::numeric_limits<qint64>::max(),
        std::numeric_limits<qint64>::min(), (qint64(1) << 53) + 1};
    return numbers[below(std::size(numbers))];
}

std::optional<qint64> RandomTopology::optionalNumber()
{
    return oneIn(3) ? std::nullopt : std::optional(number());
}

template <class IdType>
std::optional<IdType> RandomTopology::optionalId(quint32 count)
{
    return oneIn(3) || count == 0 ? std::nullopt : std::optional(IdType(below(count)));
}

Extra RandomTopology::extra()
{
    static const QString values[] = {u"null"_s, u"1.50e+10"_s, u"123456789012345678901234567890"_s,
        u"\"\\ud83d\\ude00\""_s, u"{\"b\":1,\"a\":[true,{}]}"_s, u"\"größe\""_s, u"[]"_s};
    Extra extra;
    for (quint32 i = below(4) / 2; i > 0; --i)
        extra.append({text(), values[below(std::size(values))]});
    normalise(extra);
    return extra;
}

Options RandomTopology::options()
{
    Options sections;
    for (quint32 i = below(4); i > 0; --i) {
        OptionSection section {text(), {}};
        for (quint32 k = below(4); k > 0; --k)
            section.options.append({text(), text()});
        sections.append(std::move(section));
    }
    normalise(sections);
    return sections;
}

QList<Port> RandomTopology::ports()
{
    QList<Port> ports;
    for (quint32 i = below(4); i > 0; --i)
        ports.append({text(), optionalNumber(), extra()});
    normalise(ports);
    return ports;
}

Connection RandomTopology::connection(quint32 count)
{
    return {ApplicationId(below(count)), text(), text(), optionalNumber(), optionalNumber(), text(),
        extra()};
}

template <class T>
void RandomTopology::fillCommon(T &object, quint32 id)
{
    object.id = typename T::IdType(id);
    object.state = oneIn(3) ? ObjectState::Disabled : ObjectState::Enabled;
    object.dbid = oneIn(3) ? 0 : std::abs(number() / 2);
    object.name = text();
    object.extra = extra();
}

Record RandomTopology::record(Kind kind, quint32 id, quint32 count)
{
    Record record;
    switch (kind) {
    case Kind::Tenant: {
        Tenant tenant;
        fillCommon(tenant, id);
        tenant.parent = optionalId<TenantId>(count);
        record = tenant;
        break;
    }
    case Kind::SwitchingOffice: {
        SwitchingOffice office;
        fillCommon(office, id);
        office.type = text();
        record = office;
        break;
    }
    case Kind::Switch: {
        Switch object;
        fillCommon(object, id);
        object.tenant = TenantId(below(count));
        object.office = optionalId<SwitchingOfficeId>(count);
        object.isPlaceholder = !object.office;
        record = object;
        break;
    }
    case Kind::Host: {
        Host host;
        fillCommon(host, id);
        host.ipAddress = text();
        host.lcaPort = optionalNumber();
        host.osType = text();
        record = host;
        break;
    }
    case Kind::Application: {
        Application a;
        fillCommon(a, id);
        a.isPlaceholder = oneIn(9);
        a.redundancy = Redundancy(below(4));
        a.component = Component(below(2));
        a.isLoadBalanced = oneIn(2);
        if (!oneIn(3))
            a.autoRestart = oneIn(2);
        a.type = oneIn(2) ? ApplicationType(ApplicationType::SmsServer)
                          : ApplicationType::fromToken(text());
        a.release = text();
        for (quint32 i = below(5); i > 0; --i)
            a.tenants.append(TenantId(below(count)));
        for (quint32 i = below(5); i > 0; --i)
            a.connections.append(connection(count));
        for (quint32 i = below(4); i > 0; --i)
            a.switches.append(SwitchId(below(count)));
        a.host = optionalId<HostId>(count);
        a.backup = optionalId<ApplicationId>(count);
        a.ports = ports();
        a.templateName = text();
        a.workingDirectory = text();
        a.commandLine = text();
        a.arguments = text();
        a.startupTimeout = optionalNumber();
        a.shutdownTimeout = optionalNumber();
        a.options = options();
        a.annex = options();
        record = a;
        break;
    }
    }
    normalise(record);
    return record;
}

Topology RandomTopology::topology()
{
    const quint32 count = 2 + below(12);
    Topology::Parts parts;
    parts.tenants.insert(Topology().tenant(Topology::environment));
    parts.tenants.edit(Topology::environment).extra = extra();
    const quint32 gap = below(3);  // Ids that were given once and are free now.
    for (quint32 i = 0; i < count; ++i) {
        if (i > 0)
            parts.tenants.insert(std::get<Tenant>(record(Kind::Tenant, i, count)));
        parts.offices.insert(std::get<SwitchingOffice>(record(Kind::SwitchingOffice, i, count)));
        parts.switches.insert(std::get<Switch>(record(Kind::Switch, i, count)));
        parts.hosts.insert(std::get<Host>(record(Kind::Host, i, count)));
        parts.applications.insert(std::get<Application>(record(Kind::Application, i, count)));
    }
    parts.hosts.insert(std::get<Host>(record(Kind::Host, count + gap, count)));
    parts.settings.environment = Environment(below(2));
    parts.settings.socialMessagingTenants = SocialMessagingTenants(below(3));
    parts.settings.extra = extra();
    parts.extra = extra();
    parts.nextIds = {count + gap, count, count + 7, 0, count};
    auto topology = Topology::fromParts(std::move(parts));
    Q_ASSERT(topology);
    return *std::move(topology);
}
