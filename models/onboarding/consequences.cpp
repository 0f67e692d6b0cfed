// SPDX-License-Identifier: Apache-2.0
#include "models/onboarding/consequences.h"

#include "models/base/text.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace {

struct ConsequencesTexts
{
    Q_DECLARE_TR_FUNCTIONS(Consequences)
};

constexpr qsizetype maxNamed = 12;

std::map<ApplicationId, PlanRow> restartsOf(const Planner &planner)
{
    std::map<ApplicationId, PlanRow> rows;
    for (const auto id : planner.rows()) {
        if (const auto *row = planner.row(id); row->action == Action::Restart)
            rows.emplace(id, *row);
    }
    return rows;
}

/// A row's tenant is named by its id in the working copy, or by that in the baseline.
QStringList tenantNames(
    const Topology &working, const Topology &baseline, const QList<TenantId> &tenants)
{
    QStringList names;
    for (const auto tenant : tenants) {
        const auto *found = working.tenants().find(tenant);
        names.append(found ? found->name : baseline.tenant(tenant).name);
    }
    std::stable_sort(names.begin(), names.end(), textLess);
    return names;
}

QStringList messages(const Topology &topology, QList<Finding> findings)
{
    sortFindings(topology, findings);
    QStringList texts;
    for (const auto &finding : findings)
        texts.append(message(topology, finding));
    return texts;
}

QString restartText(const Consequences::Restart &restart)
{
    if (restart.interrupted.isEmpty())
        return ConsequencesTexts::tr("%1 restarts and interrupts nobody.").arg(restart.application);
    if (restart.bystanders.isEmpty())
        return ConsequencesTexts::tr("%1 restarts and interrupts %2.")
            .arg(restart.application, listedNames(restart.interrupted));
    return ConsequencesTexts::tr("%1 restarts and interrupts %2; for %3 nothing changes.")
        .arg(
            restart.application, listedNames(restart.interrupted), listedNames(restart.bystanders));
}

}  // namespace

Consequences consequencesOf(Trial &trial, const Step &step)
{
    Consequences result;
    const auto before = trial.topology();
    const auto restartsBefore = restartsOf(trial.planner());
    result.planBefore = trial.planner().summary();
    trial.tryOut(step, [&](const FindingsTrial &findings) {
        const auto &after = trial.topology();
        for (const auto &[id, row] : restartsOf(trial.planner())) {
            const auto was = restartsBefore.find(id);
            if (was == restartsBefore.end() || was->second != row)
                result.restarts.append({after.application(id).name,
                    tenantNames(after, trial.baseline(), row.interrupted),
                    tenantNames(after, trial.baseline(), row.bystanders)});
        }
        std::stable_sort(result.restarts.begin(), result.restarts.end(),
            [](const auto &a, const auto &b) { return textLess(a.application, b.application); });
        result.created = messages(after, findings.added);
        result.counts = summaryOf(findings.added);
        result.solved = messages(before, findings.removed);
        result.plan = trial.planner().summary();
    });
    return result;
}

QStringList consequencesText(const Consequences &consequences)
{
    QStringList lines;
    for (const auto &restart : consequences.restarts)
        lines.append(restartText(restart));
    for (const auto &said : consequences.created)
        lines.append(ConsequencesTexts::tr("New finding: %1").arg(said));
    for (const auto &said : consequences.solved)
        lines.append(ConsequencesTexts::tr("Solved: %1").arg(said));
    return lines;
}

QString listedNames(const QStringList &names)
{
    if (names.size() <= 1)
        return names.join(QString());
    const bool isLong = names.size() > maxNamed;
    const auto last =
        isLong ? ConsequencesTexts::tr("%1 more").arg(names.size() - maxNamed) : names.last();
    return ConsequencesTexts::tr("%1 and %2")
        .arg(names.first(isLong ? maxNamed : names.size() - 1).join(QLatin1String(", ")), last);
}
