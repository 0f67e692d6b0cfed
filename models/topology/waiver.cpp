// SPDX-License-Identifier: Apache-2.0
#include "models/topology/waiver.h"

#include <algorithm>
#include <tuple>

bool operator<(const Subject &a, const Subject &b)
{
    return std::tie(a.kind, a.object, a.name) < std::tie(b.kind, b.object, b.name);
}

bool operator<(const WaiverKey &a, const WaiverKey &b)
{
    const auto head = [](const WaiverKey &key) { return std::tie(key.rule, key.object); };
    if (head(a) != head(b))
        return head(a) < head(b);
    if (a.tenants != b.tenants)
        return std::lexicographical_compare(
            a.tenants.begin(), a.tenants.end(), b.tenants.begin(), b.tenants.end());
    return std::lexicographical_compare(
        a.related.begin(), a.related.end(), b.related.begin(), b.related.end());
}
