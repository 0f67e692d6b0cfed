// SPDX-License-Identifier: Apache-2.0
#include "models/rules/fixes.h"
#include "models/rules/phrases.h"

#include <algorithm>

namespace {

const QLatin1String endpoints("endpoints:");

}  // namespace

void addEndpointSections(const Topology &topology, const Finding &finding, FixList &fixes)
{
    const auto &server = topology.application(finding.object.application());
    OptionSection section;
    section.name = endpoints + QString::number(topology.tenant(finding.tenants.constFirst()).dbid);
    // The keys of a section that is there already are those that this site uses.
    const auto model = std::find_if(server.options.begin(), server.options.end(),
        [](const OptionSection &other) { return other.name.startsWith(endpoints); });
    if (model != server.options.end())
        section.options = model->options;
    const auto title = section.options.isEmpty()
        ? Rules::tr("Add an empty section %1 to %2")
        : Rules::tr("Add a section %1 to %2, like the one of another tenant");
    fixes.add(setField(topology, server.id, Field::Options, server.options + Options {section}),
        title.arg(section.name, nameOf(topology, server.id)));
}

void removeEndpointSection(const Topology &topology, const Finding &finding, FixList &fixes)
{
    const auto &server = topology.application(finding.object.application());
    const auto &name = finding.related.constFirst().name;
    auto options = server.options;
    options.removeIf([&](const OptionSection &section) { return section.name == name; });
    fixes.add(setField(topology, server.id, Field::Options, options),
        Rules::tr("Remove the section %1 from %2").arg(quoted(name), nameOf(topology, server.id)));
}
