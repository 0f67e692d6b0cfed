// SPDX-License-Identifier: Apache-2.0
#include "models/onboarding/newtenant.h"

#include "models/base/text.h"
#include "models/topology/stepcomposer.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace {

struct NewTenantTexts
{
    Q_DECLARE_TR_FUNCTIONS(Onboarding)
};

/// The first defined tenant of this name.
std::optional<TenantId> definedTenant(const Topology &topology, const QString &name)
{
    for (const auto bearer : topology.bearers(Kind::Tenant, name)) {
        if (!topology.tenant(TenantId(bearer)).isPlaceholder)
            return TenantId(bearer);
    }
    return std::nullopt;
}

QString firstWord(const QString &name)
{
    return trimmedText(name).toString().section(u' ', 0, 0);
}

bool hasMultimediaSwitch(const Topology &topology, TenantId tenant)
{
    const auto &switches = topology.switchesOf(tenant);
    return std::any_of(
        switches.begin(), switches.end(), [&](SwitchId id) { return topology.isMultimedia(id); });
}

/// A multimedia switch to model others on: in the office that has most of them, the first by name.
const Switch *modelSwitch(const Topology &topology)
{
    std::map<SwitchingOfficeId, std::pair<int, const Switch *>> offices;
    for (const auto &candidate : topology.switches()) {
        if (!topology.isMultimedia(candidate.id))
            continue;
        auto &[count, first] = offices[*candidate.office];
        ++count;
        if (!first || textLess(candidate.name, first->name))
            first = &candidate;
    }
    const auto most = std::max_element(offices.begin(), offices.end(),
        [](const auto &a, const auto &b) { return a.second.first < b.second.first; });
    return most == offices.end() ? nullptr : most->second.second;
}

}  // namespace

Result<NewTenant> newTenant(const Topology &topology, const QString &name)
{
    if (isBlank(name))
        return failure(Error::Code::InvalidInput, NewTenantTexts::tr("The tenant needs a name."));
    if (name == topology.tenant(Topology::environment).name)
        return failure(Error::Code::InvalidInput,
            NewTenantTexts::tr(
                "Environment is the service provider, and no tenant to be onboarded."));

    NewTenant result;
    StepComposer composer(topology);
    if (const auto found = definedTenant(topology, name)) {
        result.tenant = *found;
    } else {
        Tenant tenant;
        tenant.name = name;
        tenant.parent = Topology::environment;
        const auto added = composer.addObject(tenant);
        if (added)
            result.tenant = added->tenant();
        result.isNew = true;
    }
    if (const auto *model = modelSwitch(topology);
        model && !hasMultimediaSwitch(composer.topology(), result.tenant)) {
        Switch added;
        added.name = nameForTenant(model->name, topology.tenant(model->tenant).name, name);
        added.tenant = result.tenant;
        added.office = model->office;
        result.newSwitch = added.name;
        composer.addObject(added);
    }
    auto step = composer.take({});
    if (!step)
        return tl::unexpected(step.error());
    result.step = *std::move(step);
    return result;
}

QString nameForTenant(const QString &name, const QString &from, const QString &to)
{
    auto renamed = name;
    if (!isBlank(from) && name.contains(from))
        return renamed.replace(from, to);
    const auto word = firstWord(from);
    return word.isEmpty() ? name : renamed.replace(word, firstWord(to));
}
