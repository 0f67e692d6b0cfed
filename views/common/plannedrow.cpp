// SPDX-License-Identifier: Apache-2.0
#include "views/common/plannedrow.h"

#include "models/base/text.h"

#include <algorithm>

PlannedInstance plannedRow(const Document &document, ApplicationId application)
{
    const auto &planner = document.planner();
    const auto &topology = document.topology();
    const auto &row = *planner.row(application);
    const auto &record = topology.application(application);
    PlannedInstance instance {record.name, record.type.token(), row.action, {}, {}, {}, {},
        planner.reasons(application), application, topology.isBackup(application), {}};
    if (row.action == Action::Restart)
        instance.interruption = row.interruption;
    const auto names = [&](const QList<TenantId> &tenants) {
        QStringList list;
        // A tenant that is gone is known to the baseline only.
        for (const auto id : tenants)
            list.append(topology.tenants().contains(id) ? topology.tenant(id).name
                                                        : document.baseline().tenant(id).name);
        std::sort(list.begin(), list.end(), textLess);
        return list;
    };
    instance.tenantsInterrupted = names(row.interrupted);
    instance.bystanders = names(row.bystanders);
    return instance;
}

QString plannedSentence(const Document &document, ApplicationId application)
{
    return actionSentence(
        plannedRow(document, application), document.topology().application(application).release);
}
