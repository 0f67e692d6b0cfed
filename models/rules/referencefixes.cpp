// SPDX-License-Identifier: Apache-2.0
#include "models/rules/fixes.h"
#include "models/rules/phrases.h"

namespace {

bool isSameSwitchGroup(const Topology &topology, SwitchId a, SwitchId b)
{
    const auto &left = topology.switchAt(a);
    const auto &right = topology.switchAt(b);
    return left.tenant == right.tenant && left.office == right.office;
}

}  // namespace

void renameDuplicates(const Topology &topology, const Finding &finding, FixList &fixes)
{
    const auto object = finding.object;
    StepComposer composer(topology);
    QStringList names;
    for (const auto id : topology.bearers(object.kind, topology.name(object))) {
        const ObjectId other(object.kind, id);
        if (other == object || topology.isPlaceholder(other)
            || (object.kind == Kind::Switch
                && !isSameSwitchGroup(topology, object.switchId(), other.switchId())))
            continue;
        names.append(nextFreeName(composer.topology(), object.kind, topology.name(other)));
        composer.set(other, Field::Name, names.constLast());
    }
    if (!names.isEmpty())
        fixes.add(composer,
            names.size() == 1 ? Rules::tr("Rename the second one to %1").arg(quoted(names.first()))
                              : Rules::tr("Rename all but the first one, to %1 and so on")
                                    .arg(quoted(names.first())));
}

void clearDuplicateDbids(const Topology &topology, const Finding &finding, FixList &fixes)
{
    StepComposer composer(topology);
    for (const auto &other : finding.related) {
        // Environment's is always 1.
        const auto object =
            other.object == ObjectId(Topology::environment) ? finding.object : other.object;
        composer.set(object, Field::Dbid, {});
    }
    fixes.add(
        composer, Rules::tr("Clear the DBID of all but %1").arg(nameOf(topology, finding.object)));
}

void definePlaceholder(const Topology &topology, const Finding &finding, FixList &fixes)
{
    const auto title = Rules::tr("Define %1").arg(nameOf(topology, finding.object));
    if (finding.object.kind == Kind::Tenant) {
        Tenant tenant;
        tenant.name = topology.name(finding.object);
        fixes.add(addObject(topology, tenant), title);
    } else if (finding.object.kind == Kind::Host) {
        Host host;
        host.name = topology.name(finding.object);
        fixes.add(addObject(topology, host), title);
    }
    // The others need a type or an office, which nobody can guess.
}

void enableDisabled(const Topology &topology, const Finding &finding, FixList &fixes)
{
    const auto disabled = finding.related.constFirst().object;
    fixes.add(setField(topology, disabled, Field::State, ObjectState::Enabled),
        Rules::tr("Enable %1").arg(nameOf(topology, disabled)));
    fixes.add(setField(topology, finding.object, Field::State, ObjectState::Disabled),
        Rules::tr("Disable %1").arg(nameOf(topology, finding.object)));
}
