// SPDX-License-Identifier: Apache-2.0
#include "models/topology/cascade.h"
#include "models/topology/edits.h"
#include "models/topology/refusal.h"

#include <QCoreApplication>

namespace {

struct RemovalTexts
{
    Q_DECLARE_TR_FUNCTIONS(Removal)
};

}  // namespace

Result<Step> removeObject(const Topology &topology, ObjectId object)
{
    return removeObjects(topology, {object});
}

Result<Step> removeObjects(const Topology &topology, const QList<ObjectId> &objects)
{
    Cascade cascade(topology);
    const auto drop = [&](ObjectId object) {
        cascade.add(RemoveObject {std::make_shared<Record>(cascade.topology().record(object))});
    };
    const auto removeSwitch = [&](SwitchId id) {
        const auto linked = cascade.topology().applicationsLinkedTo(id);
        for (const auto application : linked)
            cascade.add(Unlink {application, id});
        drop(id);
    };
    const auto removeTenant = [&](TenantId id) {
        const auto before = cascade.topology();
        for (const auto application : before.applicationsOf(id))
            cascade.add(Unassign {application, id});
        for (const auto owned : before.switchesOf(id))
            removeSwitch(owned);
        const auto parent = before.tenant(id).parent;
        for (const auto child : before.childrenOf(id)) {
            // A tenant that is its own parent's parent leaves its children without one.
            const bool isUsable = parent && *parent != id && *parent != child;
            cascade.setField(child, Field::Parent, isUsable ? Value(*parent) : Value());
        }
        drop(id);
    };
    const auto removeOffice = [&](SwitchingOfficeId id) {
        const auto owned = cascade.topology().switchesIn(id);
        for (const auto member : owned)
            removeSwitch(member);
        drop(id);
    };
    const auto removeHost = [&](HostId id) {
        const auto applications = cascade.topology().applicationsOn(id);
        for (const auto application : applications)
            cascade.setField(application, Field::Host, Value());
        drop(id);
    };
    const auto removeApplication = [&](ApplicationId id) {
        const auto before = cascade.topology();
        for (const auto client : before.clientsOf(id)) {
            for (const auto &connection : before.application(client).connections) {
                if (connection.target == id)
                    cascade.add(Disconnect {client, connection});
            }
        }
        for (const auto primary : before.primariesOf(id))
            cascade.setField(primary, Field::Backup, Value());
        drop(id);
    };

    for (const auto object : objects) {
        if (!topology.contains(object))
            return notFound(object);
        if (object == ObjectId(Topology::environment))
            return refused(
                RemovalTexts::tr("Environment is the service provider and can't be removed."));
        if (topology.isPlaceholder(object))
            return refused(RemovalTexts::tr(
                "%1 is only referred to. It goes when nothing refers to it any more.")
                               .arg(topology.name(object)));
    }
    for (const auto object : objects) {
        if (!cascade.topology().contains(object))
            continue;  // Gone with another one: a switch with its tenant, or named twice.
        switch (object.kind) {
        case Kind::Tenant:
            removeTenant(object.tenant());
            break;
        case Kind::SwitchingOffice:
            removeOffice(object.office());
            break;
        case Kind::Switch:
            removeSwitch(object.switchId());
            break;
        case Kind::Host:
            removeHost(object.host());
            break;
        case Kind::Application:
            removeApplication(object.application());
            break;
        }
    }
    Step step = cascade.take(objects.size() == 1
            ? RemovalTexts::tr("Remove %1").arg(topology.name(objects.constFirst()))
            : RemovalTexts::tr("Remove %n objects", nullptr, int(objects.size())));
    dropUnreferencedPlaceholders(topology, step);
    return step;
}
