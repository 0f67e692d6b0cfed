// SPDX-License-Identifier: Apache-2.0
#include "models/onboarding/removal.h"

#include "models/base/text.h"
#include "models/topology/apply.h"

#include <QCoreApplication>

#include <algorithm>

namespace {

struct RemovalTexts
{
    Q_DECLARE_TR_FUNCTIONS(Removal)
};

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

template <class T, class Name>
QStringList texts(const QList<T> &list, Name name)
{
    QStringList names;
    for (const auto &entry : list)
        names.append(name(entry));
    return names;
}

}  // namespace

bool Removal::isEmpty() const
{
    return tenants.isEmpty() && switches.isEmpty() && losing.isEmpty() && unlinked.isEmpty()
        && children.isEmpty() && consequences.isEmpty();
}

Removal removalOf(const Topology &before, const Topology &baseline, const Step &step)
{
    Removal removal;
    auto after = before;
    ::apply(after, step);
    takeObjects(before, after, removal);
    Trial trial(before, baseline);
    removal.consequences = consequencesOf(trial, step);
    return removal;
}

QStringList removalText(const Removal &removal)
{
    QStringList lines;
    const auto add = [&](const QStringList &names, const QString &one, const QString &several) {
        if (names.size() == 1)
            lines.append(one.arg(names.constFirst()));
        else if (!names.isEmpty())
            lines.append(several.arg(names.size()).arg(listedNames(names)));
    };
    add(removal.tenants, RemovalTexts::tr("The tenant %1 goes."),
        RemovalTexts::tr("%1 tenants go: %2."));
    add(texts(removal.switches,
            [](const auto &owned) {
                return RemovalTexts::tr("%1 of %2").arg(owned.name, owned.tenant);
            }),
        RemovalTexts::tr("The switch %1 goes with it."),
        RemovalTexts::tr("%1 switches go with it: %2."));
    add(removal.losing, RemovalTexts::tr("%1 loses a tenant from its list."),
        RemovalTexts::tr("%1 applications lose a tenant from their lists: %2."));
    add(removal.withoutTenant, RemovalTexts::tr("%1 is left without a tenant."),
        RemovalTexts::tr("%1 applications are left without a tenant: %2."));
    add(removal.unlinked, RemovalTexts::tr("%1 loses a linked switch."),
        RemovalTexts::tr("%1 applications lose a linked switch: %2."));
    add(texts(removal.children,
            [](const auto &child) {
                return child.parent.isEmpty()
                    ? RemovalTexts::tr("%1 (no parent)").arg(child.tenant)
                    : RemovalTexts::tr("%1 (%2)").arg(child.tenant, child.parent);
            }),
        RemovalTexts::tr("A tenant below it gets another parent: %1."),
        RemovalTexts::tr("%1 tenants below it get another parent: %2."));
    return lines + consequencesText(removal.consequences);
}
