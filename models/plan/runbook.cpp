// SPDX-License-Identifier: Apache-2.0
#include "models/plan/runbook.h"

#include "models/base/text.h"
#include "models/plan/steptext.h"

#include <algorithm>

namespace {

QStringList reasonTexts(const QList<Reason> &reasons)
{
    QStringList texts;
    for (const auto &reason : reasons)
        texts.append(reasonText(reason));
    return texts;
}

void sortNames(QStringList &names)
{
    std::sort(names.begin(), names.end(), textLess);
    names.erase(std::unique(names.begin(), names.end()), names.end());
}

/// Those of the plan's waves that an application connects to.
QStringList plannedTargets(
    const Topology &working, const Application &application, const QSet<ApplicationId> &inWaves)
{
    QStringList names;
    for (const auto &connection : application.connections) {
        if (connection.target != application.id && inWaves.contains(connection.target))
            names.append(working.application(connection.target).name);
    }
    sortNames(names);
    return names;
}

QStringList webApiServers(const Topology &topology)
{
    QStringList names;
    for (const auto &application : topology.applications()) {
        if (!application.isPlaceholder && application.type == ApplicationType::WebApiServer)
            names.append(application.name);
    }
    sortNames(names);
    return names;
}

RunbookStep stepOf(const PlannedInstance &instance, const Topology &topology)
{
    const auto &application = topology.application(instance.application);
    const StepTexts texts(topology, application, instance);
    RunbookStep step;
    step.application = shownName(instance);
    step.action = instance.action;
    step.what = texts.what();
    step.reasons = reasonTexts(instance.reasons);
    step.source = actionSource(instance);
    step.way = texts.way();
    step.check = texts.check();
    step.interruption = instance.interruption;
    step.isBackup = instance.isBackup;
    step.interrupted = instance.tenantsInterrupted;
    step.bystanders = instance.bystanders;
    step.after = instance.after;
    step.wayBack = texts.wayBack();
    return step;
}

/// What the plan restarts anyhow needs no step of its own.
QStringList pendingBeside(const RestartPlan &plan, const Topology &working)
{
    auto pending = working.pendingRestarts();
    for (const auto &instance : plan.instances) {
        if (instance.action == Action::Restart)
            pending.remove(instance.application);
    }
    QStringList names;
    for (auto at = pending.cbegin(); at != pending.cend(); ++at) {
        if (const auto *application = working.applications().find(at.key()))
            names.append(application->name);
    }
    sortNames(names);
    return names;
}

}  // namespace

Runbook runbookOf(const RestartPlan &plan, const RestartPlan &wayBack, const Topology &baseline,
    const Topology &working, const QList<ManualStep> &manual)
{
    Runbook runbook;
    runbook.summary = plan.summary;
    runbook.pending = pendingBeside(plan, working);
    runbook.manual = manual;
    runbook.webApiServers = webApiServers(working);
    QSet<ApplicationId> inWaves;
    for (const auto &instance : plan.instances) {
        if (instance.wave)
            inWaves.insert(instance.application);
    }
    for (const auto &instance : plan.instances) {
        const bool isGone = instance.action == Action::Stop;
        auto step = stepOf(instance, isGone ? baseline : working);
        runbook.interrupted += step.interrupted;
        if (instance.wave) {
            if (runbook.waves.isEmpty() || runbook.waves.last().number != *instance.wave)
                runbook.waves.append(RunbookWave {*instance.wave, {}});
            runbook.waves.last().steps.append(std::move(step));
        } else if (isGone) {
            runbook.stops.append(std::move(step));
        } else if (instance.action == Action::Immediate) {
            runbook.immediate.append(std::move(step));
        } else {
            step.after =
                plannedTargets(working, working.application(instance.application), inWaves);
            runbook.undecided.append(std::move(step));
        }
    }
    sortNames(runbook.interrupted);
    for (const auto &instance : wayBack.instances)
        runbook.backOut.append(
            {shownName(instance), instance.action, instance.wave, reasonTexts(instance.reasons)});
    return runbook;
}
