// SPDX-License-Identifier: Apache-2.0
#include "models/rules/fixes.h"
#include "models/rules/phrases.h"

void unlinkOrAssign(const Topology &topology, const Finding &finding, FixList &fixes)
{
    const auto id = finding.object.application();
    const auto linked = finding.related.constFirst().object.switchId();
    const auto tenant = finding.tenants.constFirst();
    // A second tenant would be the next error.
    if (topology.application(id).tenants.isEmpty())
        fixes.add(assignTenant(topology, id, tenant),
            Rules::tr("Assign %1 to %2").arg(nameOf(topology, tenant), nameOf(topology, id)));
    fixes.add(unlinkSwitch(topology, id, linked),
        Rules::tr("Unlink %1 from %2").arg(nameOf(topology, linked), nameOf(topology, id)));
    if (topology.application(id).tenants.size() == 1
        && topology.application(id).switches.size() == 1)
        fixes.add(setField(topology, id, Field::Tenants, QList<TenantId> {tenant}),
            Rules::tr("Assign %1 to %2 in place of %3")
                .arg(nameOf(topology, tenant), nameOf(topology, id),
                    nameOf(topology, topology.application(id).tenants.constFirst())));
}

void keepOneSwitch(const Topology &topology, const Finding &finding, FixList &fixes)
{
    for (const auto &kept : relatedByName(topology, finding))
        fixes.add(setField(topology, finding.object, Field::Switches,
                      QList<SwitchId> {kept.object.switchId()}),
            Rules::tr("Leave %1 linked to %2 only")
                .arg(nameOf(topology, finding.object), nameOf(topology, kept.object)));
}

void unlinkAllSwitches(const Topology &topology, const Finding &finding, FixList &fixes)
{
    fixes.add(setField(topology, finding.object, Field::Switches, {}),
        Rules::tr("Unlink all switches from %1").arg(nameOf(topology, finding.object)));
}
