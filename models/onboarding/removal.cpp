// SPDX-License-Identifier: Apache-2.0
#include "models/onboarding/removal.h"

#include "models/base/text.h"
#include "models/onboarding/trial.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Removal)
};

constexpr qsizetype maxNamed = 12;

template <class T>
void sortBy(QList<T> &list, QString T::*name)
{
    std::stable_sort(list.begin(), list.end(),
        [&](const T &a, const T &b) { return textLess(a.*name, b.*name); });
}

void sortTexts(QStringList &texts)
{
    std::stable_sort(texts.begin(), texts.end(), textLess);
}

template <class Name>
QStringList namesOf(const QList<TenantId> &tenants, Name name)
{
    QStringList names;
    for (const auto tenant : tenants)
        names.append(name(tenant));
    sortTexts(names);
    return names;
}

template <class T>
bool hasAll(const QList<T> &members, const QList<T> &wanted)
{
    return std::includes(members.begin(), members.end(), wanted.begin(), wanted.end());
}

void takeObjects(const Topology &before, const Topology &after, Removal &removal)
{
    for (const auto &tenant : before.tenants()) {
        const auto *now = after.tenants().find(tenant.id);
        if (!now && !tenant.isPlaceholder)
            removal.tenants.append(tenant.name);
        if (now && now->parent != tenant.parent)
            removal.children.append(
                {tenant.name, now->parent ? after.tenant(*now->parent).name : QString()});
    }
    for (const auto &owned : before.switches()) {
        if (!after.contains(owned.id))
            removal.switches.append({before.tenant(owned.tenant).name, owned.name});
    }
    for (const auto &application : before.applications()) {
        const auto *now = after.applications().find(application.id);
        if (!now)
            continue;
        if (!hasAll(now->tenants, application.tenants)) {
            removal.losing.append(now->name);
            if (now->tenants.isEmpty())
                removal.withoutTenant.append(now->name);
        }
        if (!hasAll(now->switches, application.switches))
            removal.unlinked.append(now->name);
    }
    sortTexts(removal.tenants);
    sortBy(removal.children, &Removal::Child::tenant);
    sortBy(removal.switches, &Removal::Owned::name);
    sortBy(removal.switches, &Removal::Owned::tenant);
    sortTexts(removal.losing);
    sortTexts(removal.withoutTenant);
    sortTexts(removal.unlinked);
}

std::map<ApplicationId, PlanRow> restartsOf(const Planner &planner)
{
    std::map<ApplicationId, PlanRow> rows;
    for (const auto id : planner.rows()) {
        if (const auto *row = planner.row(id); row->action == Action::Restart)
            rows.emplace(id, *row);
    }
    return rows;
}

/// "A, B and C", "A, B and 12 more".
QString listed(const QStringList &names)
{
    if (names.size() <= 1)
        return names.join(QString());
    const bool isLong = names.size() > maxNamed;
    const auto last = isLong ? Texts::tr("%1 more").arg(names.size() - maxNamed) : names.last();
    return Texts::tr("%1 and %2")
        .arg(names.first(isLong ? maxNamed : names.size() - 1).join(QLatin1String(", ")), last);
}

template <class T, class Name>
QStringList texts(const QList<T> &list, Name name)
{
    QStringList names;
    for (const auto &entry : list)
        names.append(name(entry));
    return names;
}

QString restartText(const Removal::Restart &restart)
{
    if (restart.interrupted.isEmpty())
        return Texts::tr("%1 restarts and interrupts nobody.").arg(restart.application);
    if (restart.bystanders.isEmpty())
        return Texts::tr("%1 restarts and interrupts %2.")
            .arg(restart.application, listed(restart.interrupted));
    return Texts::tr("%1 restarts and interrupts %2; for %3 nothing changes.")
        .arg(restart.application, listed(restart.interrupted), listed(restart.bystanders));
}

}  // namespace

bool Removal::isEmpty() const
{
    return tenants.isEmpty() && switches.isEmpty() && losing.isEmpty() && unlinked.isEmpty()
        && children.isEmpty() && restarts.isEmpty() && created.isEmpty() && solved.isEmpty();
}

Removal removalOf(const Topology &before, const Topology &baseline, const Step &step)
{
    Removal removal;
    Trial trial(before, baseline);
    const auto restartsBefore = restartsOf(trial.planner());
    trial.tryOut(step, [&](const FindingsTrial &findings) {
        const auto &after = trial.topology();
        takeObjects(before, after, removal);

        // A row's tenant is named by its id in the working copy, or by that in the baseline.
        const auto nameOf = [&](TenantId tenant) {
            const auto *found = after.tenants().find(tenant);
            return found ? found->name : baseline.tenant(tenant).name;
        };
        for (const auto &[id, row] : restartsOf(trial.planner())) {
            const auto was = restartsBefore.find(id);
            if (was == restartsBefore.end() || was->second != row)
                removal.restarts.append({after.application(id).name,
                    namesOf(row.interrupted, nameOf), namesOf(row.bystanders, nameOf)});
        }
        sortBy(removal.restarts, &Removal::Restart::application);

        const auto say = [](const Topology &topology, QList<Finding> said) {
            sortFindings(topology, said);
            return texts(said, [&](const Finding &f) { return message(topology, f); });
        };
        removal.created = say(after, findings.added);
        removal.solved = say(before, findings.removed);
    });
    return removal;
}

QStringList removalText(const Removal &removal)
{
    QStringList lines;
    const auto add = [&](const QStringList &names, const QString &one, const QString &several) {
        if (names.size() == 1)
            lines.append(one.arg(names.constFirst()));
        else if (!names.isEmpty())
            lines.append(several.arg(names.size()).arg(listed(names)));
    };
    add(removal.tenants, Texts::tr("The tenant %1 goes."), Texts::tr("%1 tenants go: %2."));
    add(texts(removal.switches,
            [](const auto &owned) { return Texts::tr("%1 of %2").arg(owned.name, owned.tenant); }),
        Texts::tr("The switch %1 goes with it."), Texts::tr("%1 switches go with it: %2."));
    add(removal.losing, Texts::tr("%1 loses a tenant from its list."),
        Texts::tr("%1 applications lose a tenant from their lists: %2."));
    add(removal.withoutTenant, Texts::tr("%1 is left without a tenant."),
        Texts::tr("%1 applications are left without a tenant: %2."));
    add(removal.unlinked, Texts::tr("%1 loses a linked switch."),
        Texts::tr("%1 applications lose a linked switch: %2."));
    add(texts(removal.children,
            [](const auto &child) {
                return child.parent.isEmpty()
                    ? Texts::tr("%1 (no parent)").arg(child.tenant)
                    : Texts::tr("%1 (%2)").arg(child.tenant, child.parent);
            }),
        Texts::tr("A tenant below it gets another parent: %1."),
        Texts::tr("%1 tenants below it get another parent: %2."));
    for (const auto &restart : removal.restarts)
        lines.append(restartText(restart));
    for (const auto &said : removal.created)
        lines.append(Texts::tr("New finding: %1").arg(said));
    for (const auto &said : removal.solved)
        lines.append(Texts::tr("Solved: %1").arg(said));
    return lines;
}
