// SPDX-License-Identifier: Apache-2.0
#include "models/plan/planner.h"

#include "models/base/text.h"
#include "models/plan/rowstates.h"
#include "models/plan/waves.h"

#include <algorithm>

class Planner::Private
{
public:
    Private(const Topology &baseline, const Topology &working, Matching matching)
        : baseline(baseline)
        , working(working)
        , matching(matching)
        , states(std::make_unique<RowStates>(baseline, working, matching))
    {
    }

    PlanDelta compareAnew();
    PlannedInstance instanceOf(const PlanRow &row) const;
    void planWaves(QList<PlannedInstance> &instances) const;

    const Topology &baseline;
    const Topology &working;
    Matching matching;
    std::unique_ptr<RowStates> states;
};

namespace {

void appendApplications(const RowSet &rows, QList<ApplicationId> &applications)
{
    for (const auto &row : rows.rows())
        applications.append(row.application);
}

bool isStarted(Action action)
{
    return action == Action::Restart || action == Action::Start;
}

/// restart.md's order. What it leaves open goes by type, then by the order of the document.
bool comesBefore(const PlannedInstance &a, const PlannedInstance &b)
{
    if (a.wave != b.wave)
        return a.wave && (!b.wave || *a.wave < *b.wave);
    if (a.isBackup != b.isBackup)
        return a.isBackup;
    if (const auto order = compareText(a.name, b.name); order != 0)
        return order < 0;
    if (a.action != b.action)
        return actionToken(a.action) < actionToken(b.action);
    const auto order = compareText(a.type, b.type);
    return order != 0 ? order < 0 : a.application < b.application;
}

}  // namespace

/// Every row may be another one: all that have one before or after are told.
PlanDelta Planner::Private::compareAnew()
{
    QList<ApplicationId> applications;
    appendApplications(states->rows(), applications);
    appendApplications(states->stops(), applications);
    states = std::make_unique<RowStates>(baseline, working, matching);
    appendApplications(states->rows(), applications);
    appendApplications(states->stops(), applications);
    std::sort(applications.begin(), applications.end());
    applications.erase(std::unique(applications.begin(), applications.end()), applications.end());
    return {applications};
}

PlannedInstance Planner::Private::instanceOf(const PlanRow &row) const
{
    const auto &side = row.action == Action::Stop ? baseline : working;
    const auto &application = side.application(row.application);
    PlannedInstance instance;
    instance.name = application.name;
    instance.type = application.type.token();
    instance.action = row.action;
    instance.application = row.application;
    instance.isBackup = side.isBackup(row.application);
    if (row.action == Action::Restart) {
        instance.interruption = row.interruption;
        auto names = states->tenantNames(row);
        instance.tenantsInterrupted = std::move(names.interrupted);
        instance.bystanders = std::move(names.bystanders);
    }
    if (row.action != Action::Start && row.action != Action::Stop)
        instance.reasons = states->reasons(row.application);
    if (row.isAnswered) {
        for (const auto &reason : std::as_const(instance.reasons)) {
            const auto *answer = working.findAnswer(instance.type, reason.field);
            const bool isCause = answer
                && (answer->effect == SiteAnswer::Effect::Restart)
                    == (instance.action == Action::Restart);
            if (isCause)
                instance.answers.append(*answer);
        }
    }
    return instance;
}

void Planner::Private::planWaves(QList<PlannedInstance> &instances) const
{
    std::vector<PlannedInstance *> started;
    std::vector<ApplicationId> applications;
    for (auto &instance : instances) {
        if (isStarted(instance.action)) {
            started.push_back(&instance);
            applications.push_back(instance.application);
        }
    }
    const auto waves = wavesOf(working, applications);
    std::vector<int> waveOf(working.applications().idBound(), 0);
    for (size_t i = 0; i < started.size(); ++i) {
        started[i]->wave = waves[i];
        waveOf[applications[i].value()] = waves[i];
    }
    for (auto *instance : started) {
        for (const auto &connection : working.application(instance->application).connections) {
            const auto wave = waveOf[connection.target.value()];
            if (wave > 0 && wave < *instance->wave)
                instance->after.append(working.application(connection.target).name);
        }
        std::sort(instance->after.begin(), instance->after.end(), textLess);
        instance->after.erase(
            std::unique(instance->after.begin(), instance->after.end()), instance->after.end());
    }
}

Planner::Planner(const Topology &baseline, const Topology &working, Matching matching)
    : d(std::make_unique<Private>(baseline, working, matching))
{
}

Planner::~Planner() = default;
Planner::Planner(Planner &&other) noexcept = default;
Planner &Planner::operator=(Planner &&other) noexcept = default;

PlanDelta Planner::update(const Delta &delta)
{
    Q_ASSERT(d->matching == Matching::ById);
    auto changed = d->states->isBeyondUpdate(delta) ? d->compareAnew() : d->states->update(delta);
    for (const auto &edit : delta) {
        const auto *pending = std::get_if<SetPending>(&edit);
        if (pending && !changed.applications.contains(pending->application))
            changed.applications.append(pending->application);
    }
    return changed;
}

QStringList Planner::openFields(ApplicationId application) const
{
    return d->states->openFields(application);
}

PlanSummary Planner::summary() const
{
    return d->states->summary();
}

const PlanRow *Planner::row(ApplicationId application) const
{
    const auto *row = d->states->rows().find(application);
    return row ? row : d->states->stops().find(application);
}

QList<ApplicationId> Planner::rows() const
{
    QList<ApplicationId> applications;
    appendApplications(d->states->rows(), applications);
    for (const auto &row : d->states->stops().rows()) {
        if (!d->states->rows().find(row.application))
            applications.append(row.application);
    }
    return applications;
}

std::optional<ObjectDifference::Change> Planner::change(ObjectId object) const
{
    return d->states->change(object);
}

QList<Reason> Planner::reasons(ApplicationId application) const
{
    return d->states->reasons(application);
}

PlannedInstance Planner::instance(ApplicationId application) const
{
    return d->instanceOf(*row(application));
}

RestartPlan Planner::plan() const
{
    RestartPlan plan;
    plan.summary = summary();
    for (const auto &row : d->states->rows().rows())
        plan.instances.append(d->instanceOf(row));
    for (const auto &row : d->states->stops().rows())
        plan.instances.append(d->instanceOf(row));
    d->planWaves(plan.instances);
    std::sort(plan.instances.begin(), plan.instances.end(), comesBefore);
    const auto &pending = d->working.pendingRestarts();
    for (auto at = pending.cbegin(); at != pending.cend(); ++at) {
        if (const auto *application = d->working.applications().find(at.key()))
            plan.pending.append(application->name);
    }
    std::sort(plan.pending.begin(), plan.pending.end(), textLess);
    return plan;
}
