// SPDX-License-Identifier: Apache-2.0
#include "models/plan/comparison.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Comparison)
};

}  // namespace

Comparison compare(const Topology &from, const Topology &to, Matching matching)
{
    return {differences(from, to, matching), Planner(from, to, matching).summary(),
        from.settings() != to.settings()};
}

QString planTotals(const PlanSummary &plan)
{
    QStringList parts;
    const auto add = [&](int count, const QString &one, const QString &several) {
        if (count > 0)
            parts.append(count == 1 ? one : several.arg(count));
    };
    add(plan.restarts, Texts::tr("1 restart"), Texts::tr("%1 restarts"));
    add(plan.starts, Texts::tr("1 start"), Texts::tr("%1 starts"));
    add(plan.stops, Texts::tr("1 stop"), Texts::tr("%1 stops"));
    add(plan.immediate, Texts::tr("1 takes effect at once"), Texts::tr("%1 take effect at once"));
    add(plan.notStated, Texts::tr("1 not stated"), Texts::tr("%1 not stated"));
    add(plan.tenantsInterrupted, Texts::tr("1 tenant interrupted"),
        Texts::tr("%1 tenants interrupted"));
    return parts.join(u" · "_s);
}
