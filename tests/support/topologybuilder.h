// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/topology.h"

#include <deque>
#include <initializer_list>

/// Sketches of objects as tests write them: references are names. A record's other fields are set
/// on "record" itself.
///
///     TopologyBuilder b;
///     b.tenant("Acme").dbid(101);
///     b.application("SMS_1", "istransportserver").tenants({"Acme"}).connect("UCS_1", "default");
///     const Topology topology = b.build();  // UCS_1 is a placeholder
template <class T, class Self>
struct Sketch
{
    T record;

    typename T::IdType id() const { return record.id; }
    Self &dbid(qint64 value)
    {
        record.dbid = value;
        return self();
    }
    Self &disabled()
    {
        record.state = ObjectState::Disabled;
        return self();
    }
    Self &extra(QAnyStringView key, QAnyStringView json)
    {
        record.extra.append({key.toString(), json.toString()});
        return self();
    }

protected:
    Self &self() { return static_cast<Self &>(*this); }
};

struct TenantSketch : Sketch<Tenant, TenantSketch>
{
    QString parentName;

    TenantSketch &parent(QAnyStringView name);
};

struct OfficeSketch : Sketch<SwitchingOffice, OfficeSketch>
{
};

struct SwitchSketch : Sketch<Switch, SwitchSketch>
{
    QString tenantName;
    QString officeName;
};

struct HostSketch : Sketch<Host, HostSketch>
{
    HostSketch &address(QAnyStringView ip);
};

struct ApplicationSketch : Sketch<Application, ApplicationSketch>
{
    QStringList tenantNames;
    QList<std::pair<QString, QString>> connectionNames;  ///< Target and port.
    QList<std::pair<QString, QString>> switchNames;      ///< Tenant and switch.
    QString hostName;
    QString backupName;

    ApplicationSketch &tenant(QAnyStringView name);
    ApplicationSketch &tenants(std::initializer_list<QAnyStringView> names);
    ApplicationSketch &connect(QAnyStringView target, QAnyStringView port = u"");
    ApplicationSketch &host(QAnyStringView name);
    ApplicationSketch &port(QAnyStringView id, std::optional<qint64> number = {});
    ApplicationSketch &backup(QAnyStringView name);
    ApplicationSketch &redundancy(Redundancy value);
    ApplicationSketch &link(QAnyStringView tenant, QAnyStringView switchName);
    ApplicationSketch &release(QAnyStringView text);
    /// An Interaction Server under type tserver.
    ApplicationSketch &interactionComponent();
    ApplicationSketch &loadBalanced();
    ApplicationSketch &section(QAnyStringView name);
    ApplicationSketch &option(QAnyStringView section, QAnyStringView key, QAnyStringView value);
    ApplicationSketch &annex(QAnyStringView section, QAnyStringView key, QAnyStringView value);
};

/// Builds topologies in few lines. Ids are given in the order of the calls (tenants from 1, all
/// others from 0). Names mean the first bearer, whether it comes before or after; what nothing
/// defines becomes a placeholder, after all others.
class TopologyBuilder final
{
public:
    TenantSketch &tenant(QAnyStringView name);
    OfficeSketch &office(QAnyStringView name, QAnyStringView type = u"multimediaswitch");
    SwitchSketch &switchOf(QAnyStringView tenant, QAnyStringView name, QAnyStringView office);
    HostSketch &host(QAnyStringView name);
    ApplicationSketch &application(QAnyStringView name, QAnyStringView type);

    /// A switch of this tenant in an office "Multimedia" or "Voice", which is made if it isn't
    /// there.
    SwitchSketch &multimediaSwitch(QAnyStringView tenant, QAnyStringView name);
    SwitchSketch &voiceSwitch(QAnyStringView tenant, QAnyStringView name);

    Settings settings;
    Extra extra;

    Topology build() const;

private:
    SwitchSketch &switchIn(
        QAnyStringView tenant, QAnyStringView name, QAnyStringView office, QAnyStringView type);

    std::deque<TenantSketch> m_tenants;  // Deques, so that a sketch stays where it is.
    std::deque<OfficeSketch> m_offices;
    std::deque<SwitchSketch> m_switches;
    std::deque<HostSketch> m_hosts;
    std::deque<ApplicationSketch> m_applications;
};

/// Every object of a kind has a name; these look it up and must find it.
TenantId tenantNamed(const Topology &topology, QAnyStringView name);
HostId hostNamed(const Topology &topology, QAnyStringView name);
SwitchingOfficeId officeNamed(const Topology &topology, QAnyStringView name);
ApplicationId applicationNamed(const Topology &topology, QAnyStringView name);
SwitchId switchNamed(const Topology &topology, QAnyStringView tenant, QAnyStringView name);
