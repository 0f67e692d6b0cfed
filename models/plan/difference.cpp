// SPDX-License-Identifier: Apache-2.0
#include "models/plan/difference.h"

#include "models/base/text.h"
#include "models/plan/correspondence.h"
#include "models/plan/fieldcomparison.h"

#include <algorithm>

namespace {

/// All differences of one kind, as they come.
template <class T>
void compareTables(const Topology &baseline, const Topology &working, const Correspondence &same,
    QList<ObjectDifference> &differences)
{
    using Change = ObjectDifference::Change;
    const FieldComparison comparison(baseline, working, same);
    for (const auto &before : baseline.table<T>()) {
        if (!before.isPlaceholder && !same.inWorking(before.id))
            differences.append(
                {Change::Removed, ObjectId(before.id), {}, before.name, T::kind, {}});
    }
    for (const auto &after : working.table<T>()) {
        if (after.isPlaceholder)
            continue;
        const auto partner = same.inBaseline(after.id);
        if (!partner) {
            differences.append({Change::Added, {}, ObjectId(after.id), after.name, T::kind, {}});
            continue;
        }
        const auto &before = baseline.table<T>().at(*partner);
        auto reasons = comparison.reasons(before, after);
        if constexpr (std::is_same_v<T, Application>) {
            if (comparison.tenantsDiffer(before.tenants, after.tenants)) {
                reasons.append(comparison.tenantsReason(before.tenants, after.tenants));
                sortReasons(reasons);
            }
        }
        if (!reasons.isEmpty())
            differences.append({Change::Modified, ObjectId(before.id), ObjectId(after.id),
                after.name, T::kind, std::move(reasons)});
    }
}

}  // namespace

QList<ObjectDifference> differences(
    const Topology &baseline, const Topology &working, Matching matching)
{
    const Correspondence same(baseline, working, matching);
    QList<ObjectDifference> all;
    compareTables<Tenant>(baseline, working, same, all);
    compareTables<SwitchingOffice>(baseline, working, same, all);
    compareTables<Switch>(baseline, working, same, all);
    compareTables<Host>(baseline, working, same, all);
    compareTables<Application>(baseline, working, same, all);
    std::stable_sort(
        all.begin(), all.end(), [](const ObjectDifference &a, const ObjectDifference &b) {
            return a.kind != b.kind ? kindToken(a.kind) < kindToken(b.kind)
                                    : textLess(a.name, b.name);
        });
    return all;
}

const Reason *findReason(const QList<Reason> &reasons, Field field)
{
    const auto found = std::find_if(reasons.begin(), reasons.end(),
        [field](const Reason &reason) { return reason.field == fieldName(field); });
    return found == reasons.end() ? nullptr : &*found;
}
