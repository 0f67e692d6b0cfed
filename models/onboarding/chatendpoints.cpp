// SPDX-License-Identifier: Apache-2.0
#include "models/onboarding/chatendpoints.h"

#include <algorithm>

namespace {

constexpr QLatin1String prefix("endpoints:");

bool isEndpoints(const OptionSection &section)
{
    return section.name.startsWith(prefix);
}

/// The keys of a section that is there are those that this site uses.
OptionSection endpointsLike(const Options &options, qint64 dbid)
{
    OptionSection section;
    section.name = prefix + QString::number(dbid);
    const auto model = std::find_if(options.begin(), options.end(), isEndpoints);
    if (model != options.end())
        section.options = model->options;
    return section;
}

}  // namespace

Options withEndpoints(Options options, qint64 dbid)
{
    const auto section = endpointsLike(options, dbid);
    const bool isThere = std::any_of(options.begin(), options.end(),
        [&](const OptionSection &other) { return other.name == section.name; });
    if (dbid > 0 && !options.isEmpty() && !isThere)
        options.append(section);
    return options;
}

Options withEndpointsOnly(Options options, qint64 dbid)
{
    const auto section = endpointsLike(options, dbid);
    const bool isNeeded = dbid > 0 && !options.isEmpty();
    options.removeIf(isEndpoints);
    if (isNeeded)
        options.append(section);
    return options;
}
