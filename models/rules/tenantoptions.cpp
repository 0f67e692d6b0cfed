// SPDX-License-Identifier: Apache-2.0
#include "models/rules/tenantoptions.h"

#include "models/base/text.h"
#include "models/rules/optionsahead.h"

#include <algorithm>

bool isTenantIdKey(QStringView key)
{
    static constexpr char16_t wanted[] = u"tenantid";
    const auto isSame = [](QChar a, char16_t b) {
        const auto unit = a.unicode();
        return (unit >= u'A' && unit <= u'Z' ? unit + (u'a' - u'A') : unit) == b;
    };
    return key.size() == 8 && std::equal(key.begin(), key.end(), wanted, isSame);
}

void TenantOptions::build(const Topology &topology)
{
    std::vector<ApplicationId> points;
    for (quint32 id = 0; id < topology.applications().idBound(); ++id) {
        if (topology.facts(ApplicationId(id)).type == ApplicationType::CapturePoint)
            points.emplace_back(id);
    }
    forEachWithOptions(topology, points, [&](ApplicationId id) { remember(topology, id); });
}

void TenantOptions::remember(const Topology &topology, ApplicationId application)
{
    QStringList keys;
    const auto *found = topology.applications().find(application);
    if (found && found->type.id() == ApplicationType::CapturePoint) {
        for (const auto &section : found->options) {
            for (const auto &option : section.options) {
                if (!isTenantIdKey(option.key))
                    continue;
                const auto value = trimmedText(option.value);
                if (value.isEmpty())
                    continue;
                keys.append(value.toString());
                if (const auto number = WholeNumber::fromText(value))
                    keys.append(keyOf(number->digits()));
            }
        }
        std::sort(keys.begin(), keys.end());
        keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    }

    if (keys.isEmpty() && !m_keys.contains(application))
        return;
    for (const auto &key : m_keys.take(application)) {
        const auto place = m_applications.find(key);
        const auto at = std::lower_bound(place->cbegin(), place->cend(), application);
        place->erase(at);
        if (place->isEmpty())
            m_applications.erase(place);
    }
    for (const auto &key : keys) {
        auto &applications = m_applications[key];
        applications.insert(
            std::lower_bound(applications.cbegin(), applications.cend(), application), application);
    }
    if (!keys.isEmpty())
        m_keys.insert(application, std::move(keys));
}
