// SPDX-License-Identifier: Apache-2.0
#include "tests/support/topologybuilder.h"

#include "models/topology/normalise.h"

#include <algorithm>
#include <map>

namespace {

/// Ids by name, the first bearer each; a name that nobody bears makes a placeholder.
template <class T>
class Names
{
public:
    explicit Names(Table<T> &table)
        : m_table(table)
    {
        for (const auto &object : table)
            m_ids.try_emplace(object.name, object.id);
    }
    typename T::IdType operator()(const QString &name)
    {
        const auto [place, isNew] = m_ids.try_emplace(name, typename T::IdType(m_table.idBound()));
        if (isNew) {
            T placeholder;
            placeholder.id = place->second;
            placeholder.isPlaceholder = true;
            placeholder.name = name;
            m_table.insert(placeholder);
        }
        return place->second;
    }

private:
    Table<T> &m_table;
    std::map<QString, typename T::IdType> m_ids;
};

template <class T>
void require(const std::optional<T> &found, QAnyStringView name)
{
    if (!found)
        qFatal(
            "The topology of the test has no object of this name: %s", qPrintable(name.toString()));
}

void addOption(Options &options, QAnyStringView section, const std::optional<Option> &option)
{
    const auto name = section.toString();
    auto place = std::find_if(
        options.begin(), options.end(), [&](const OptionSection &s) { return s.name == name; });
    if (place == options.end())
        place = options.insert(options.end(), {name, {}});
    if (option)
        place->options.append(*option);
}

}  // namespace

TenantSketch &TenantSketch::parent(QAnyStringView name)
{
    parentName = name.toString();
    return *this;
}

HostSketch &HostSketch::address(QAnyStringView ip)
{
    record.ipAddress = ip.toString();
    return *this;
}

ApplicationSketch &ApplicationSketch::tenant(QAnyStringView name)
{
    tenantNames.append(name.toString());
    return *this;
}

ApplicationSketch &ApplicationSketch::tenants(std::initializer_list<QAnyStringView> names)
{
    for (const auto name : names)
        tenantNames.append(name.toString());
    return *this;
}

ApplicationSketch &ApplicationSketch::connect(QAnyStringView target, QAnyStringView port)
{
    connectionNames.append({target.toString(), port.toString()});
    return *this;
}

ApplicationSketch &ApplicationSketch::host(QAnyStringView name)
{
    hostName = name.toString();
    return *this;
}

ApplicationSketch &ApplicationSketch::port(QAnyStringView id, std::optional<qint64> number)
{
    record.ports.append({id.toString(), number, {}});
    return *this;
}

ApplicationSketch &ApplicationSketch::backup(QAnyStringView name)
{
    backupName = name.toString();
    return *this;
}

ApplicationSketch &ApplicationSketch::redundancy(Redundancy value)
{
    record.redundancy = value;
    return *this;
}

ApplicationSketch &ApplicationSketch::link(QAnyStringView tenant, QAnyStringView switchName)
{
    switchNames.append({tenant.toString(), switchName.toString()});
    return *this;
}

ApplicationSketch &ApplicationSketch::release(QAnyStringView text)
{
    record.release = text.toString();
    return *this;
}

ApplicationSketch &ApplicationSketch::interactionComponent()
{
    record.component = Component::InteractionServer;
    return *this;
}

ApplicationSketch &ApplicationSketch::loadBalanced()
{
    record.isLoadBalanced = true;
    return *this;
}

ApplicationSketch &ApplicationSketch::section(QAnyStringView name)
{
    addOption(record.options, name, {});
    return *this;
}

ApplicationSketch &ApplicationSketch::option(
    QAnyStringView section, QAnyStringView key, QAnyStringView value)
{
    addOption(record.options, section, Option {key.toString(), value.toString()});
    return *this;
}

ApplicationSketch &ApplicationSketch::annex(
    QAnyStringView section, QAnyStringView key, QAnyStringView value)
{
    addOption(record.annex, section, Option {key.toString(), value.toString()});
    return *this;
}

TenantSketch &TopologyBuilder::tenant(QAnyStringView name)
{
    auto &sketch = m_tenants.emplace_back();
    sketch.record.id = TenantId(quint32(m_tenants.size()));
    sketch.record.name = name.toString();
    return sketch;
}

OfficeSketch &TopologyBuilder::office(QAnyStringView name, QAnyStringView type)
{
    auto &sketch = m_offices.emplace_back();
    sketch.record.id = SwitchingOfficeId(quint32(m_offices.size() - 1));
    sketch.record.name = name.toString();
    sketch.record.type = type.toString();
    return sketch;
}

SwitchSketch &TopologyBuilder::switchOf(
    QAnyStringView tenant, QAnyStringView name, QAnyStringView office)
{
    auto &sketch = m_switches.emplace_back();
    sketch.record.id = SwitchId(quint32(m_switches.size() - 1));
    sketch.record.name = name.toString();
    sketch.tenantName = tenant.toString();
    sketch.officeName = office.toString();
    return sketch;
}

HostSketch &TopologyBuilder::host(QAnyStringView name)
{
    auto &sketch = m_hosts.emplace_back();
    sketch.record.id = HostId(quint32(m_hosts.size() - 1));
    sketch.record.name = name.toString();
    return sketch;
}

ApplicationSketch &TopologyBuilder::application(QAnyStringView name, QAnyStringView type)
{
    auto &sketch = m_applications.emplace_back();
    sketch.record.id = ApplicationId(quint32(m_applications.size() - 1));
    sketch.record.name = name.toString();
    sketch.record.type = ApplicationType::fromToken(type.toString());
    return sketch;
}

SwitchSketch &TopologyBuilder::switchIn(
    QAnyStringView tenant, QAnyStringView name, QAnyStringView officeName, QAnyStringView type)
{
    const auto wanted = officeName.toString();
    const bool isThere = std::any_of(m_offices.begin(), m_offices.end(),
        [&](const OfficeSketch &sketch) { return sketch.record.name == wanted; });
    if (!isThere)
        office(officeName, type);
    return switchOf(tenant, name, officeName);
}

SwitchSketch &TopologyBuilder::multimediaSwitch(QAnyStringView tenant, QAnyStringView name)
{
    return switchIn(tenant, name, u"Multimedia", u"multimediaswitch");
}

SwitchSketch &TopologyBuilder::voiceSwitch(QAnyStringView tenant, QAnyStringView name)
{
    return switchIn(tenant, name, u"Voice", u"avayaipoffice");
}

Topology TopologyBuilder::build() const
{
    Topology::Parts parts;
    parts.tenants = Topology().tenants();
    for (const auto &sketch : m_tenants)
        parts.tenants.insert(sketch.record);
    for (const auto &sketch : m_offices)
        parts.offices.insert(sketch.record);
    for (const auto &sketch : m_switches)
        parts.switches.insert(sketch.record);
    for (const auto &sketch : m_hosts)
        parts.hosts.insert(sketch.record);
    for (const auto &sketch : m_applications)
        parts.applications.insert(sketch.record);

    Names tenantIds(parts.tenants);
    Names officeIds(parts.offices);
    Names hostIds(parts.hosts);
    Names applicationIds(parts.applications);
    for (const auto &sketch : m_tenants) {
        if (!sketch.parentName.isEmpty())
            parts.tenants.edit(sketch.record.id).parent = tenantIds(sketch.parentName);
    }
    for (const auto &sketch : m_switches) {
        auto &record = parts.switches.edit(sketch.record.id);
        record.tenant = tenantIds(sketch.tenantName);
        record.office = officeIds(sketch.officeName);
    }

    std::map<std::pair<TenantId, QString>, SwitchId> switchIds;
    for (const auto &object : parts.switches)
        switchIds.try_emplace({object.tenant, object.name}, object.id);
    const auto switchId = [&](const QString &tenant, const QString &name) {
        const auto owner = tenantIds(tenant);
        const auto [place, isNew] =
            switchIds.try_emplace({owner, name}, SwitchId(parts.switches.idBound()));
        if (isNew) {
            Switch placeholder;
            placeholder.id = place->second;
            placeholder.isPlaceholder = true;
            placeholder.name = name;
            placeholder.tenant = owner;
            parts.switches.insert(placeholder);
        }
        return place->second;
    };
    for (const auto &sketch : m_applications) {
        // Names first: a new placeholder moves the records.
        auto record = parts.applications.at(sketch.record.id);
        for (const auto &name : sketch.tenantNames)
            record.tenants.append(tenantIds(name));
        for (const auto &[target, port] : sketch.connectionNames)
            record.connections.append({applicationIds(target), port, {}, {}, {}, {}, {}});
        for (const auto &[tenant, name] : sketch.switchNames)
            record.switches.append(switchId(tenant, name));
        if (!sketch.hostName.isEmpty())
            record.host = hostIds(sketch.hostName);
        if (!sketch.backupName.isEmpty())
            record.backup = applicationIds(sketch.backupName);
        normalise(record.tenants);
        normalise(record.connections);
        normalise(record.switches);
        normalise(record.ports);
        normalise(record.options);
        normalise(record.annex);
        normalise(record.extra);
        parts.applications.edit(sketch.record.id) = record;
    }
    parts.settings = settings;
    parts.extra = extra;
    auto topology = Topology::fromParts(std::move(parts));
    if (!topology)
        qFatal("The topology of the test does not hold: %s", qPrintable(topology.error().text()));
    return *std::move(topology);
}

TenantId tenantNamed(const Topology &topology, QAnyStringView name)
{
    const auto found = topology.findTenant(name.toString());
    require(found, name);
    return *found;
}

HostId hostNamed(const Topology &topology, QAnyStringView name)
{
    const auto found = topology.findHost(name.toString());
    require(found, name);
    return *found;
}

SwitchingOfficeId officeNamed(const Topology &topology, QAnyStringView name)
{
    const auto found = topology.findOffice(name.toString());
    require(found, name);
    return *found;
}

ApplicationId applicationNamed(const Topology &topology, QAnyStringView name)
{
    const auto found = topology.findApplication(name.toString());
    require(found, name);
    return *found;
}

SwitchId switchNamed(const Topology &topology, QAnyStringView tenant, QAnyStringView name)
{
    const auto found = topology.findSwitch(tenantNamed(topology, tenant), name.toString());
    require(found, name);
    return *found;
}
