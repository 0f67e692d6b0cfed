// SPDX-License-Identifier: Apache-2.0
#include "views/window/stepeffectview.h"

#include "views/common/elideddelegate.h"
#include "views/common/objecttext.h"

#include <QHeaderView>
#include <QIcon>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

QString rowText(const StepEffect::RowChange &change)
{
    const auto name = nameText(change.application);
    if (!change.after)
        return StepEffectView::tr("%1 leaves the plan").arg(name);
    const auto action = markWord(markOf(change.after->action));
    if (change.after->action != Action::Restart)
        return StepEffectView::tr("%1: %2").arg(name, action);
    if (change.interrupted.isEmpty())
        return StepEffectView::tr("%1: %2, interrupts nobody").arg(name, action);
    QStringList tenants;
    for (const auto &tenant : change.interrupted)
        tenants.append(change.bystanders.contains(tenant)
                ? StepEffectView::tr("%1 (bystander)").arg(nameText(tenant))
                : nameText(tenant));
    return StepEffectView::tr("%1: %2, interrupts %3").arg(name, action, shortList(tenants));
}

QString planText(const PlanSummary &before, const PlanSummary &after)
{
    const auto restarts =
        counted(after.restarts, StepEffectView::tr("1 restart"), StepEffectView::tr("%1 restarts"));
    const auto tenants = counted(after.tenantsInterrupted,
        StepEffectView::tr("1 tenant interrupted"), StepEffectView::tr("%1 tenants interrupted"));
    return StepEffectView::tr("Restart plan: %1 (now %2), %3 (now %4)")
        .arg(restarts)
        .arg(before.restarts)
        .arg(tenants)
        .arg(before.tenantsInterrupted);
}

}  // namespace

QString changeText(const ObjectDifference &difference)
{
    const auto object =
        StepEffectView::tr("%1 %2").arg(kindLabel(difference.kind), nameText(difference.name));
    switch (difference.change) {
    case ObjectDifference::Change::Added:
        return StepEffectView::tr("%1 is added").arg(object);
    case ObjectDifference::Change::Removed:
        return StepEffectView::tr("%1 is removed").arg(object);
    case ObjectDifference::Change::Modified:
        break;
    }
    QStringList reasons;
    for (const auto &reason : difference.reasons)
        reasons.append(plainText(reasonText(reason)));
    return StepEffectView::tr("%1: %2").arg(nameText(difference.name), reasons.join(u"; "_s));
}

StepEffectView::StepEffectView(QWidget *parent)
    : QTreeWidget(parent)
{
    setObjectName(u"stepEffectView"_s);
    setAccessibleName(tr("What it does"));
    setHeaderHidden(true);
    setColumnCount(1);
    setRootIsDecorated(false);
    setIndentation(14);
    setIconSize({14, 14});
    setUniformRowHeights(true);
    setExpandsOnDoubleClick(false);
    setItemDelegate(new ElidedDelegate(this));
}

void StepEffectView::add(const StepEffect &effect)
{
    auto sorted = effect.changes;
    std::stable_partition(sorted.begin(), sorted.end(), [](const ObjectDifference &change) {
        return change.change != ObjectDifference::Change::Modified;
    });
    QList<Line> changes;
    for (const auto &change : std::as_const(sorted))
        changes.append({changeText(change), markOf(change.change)});
    add(tr("Changes (%1)").arg(changes.size()), changes);

    const auto findings = [](const QList<StepEffect::Said> &all) {
        QList<Line> lines;
        for (const auto &said : all)
            lines.append({plainText(said.message), markOf(said.finding)});
        return lines;
    };
    add(tr("Solves (%1)").arg(effect.solved.size()), findings(effect.solved));
    add(tr("Creates (%1)").arg(effect.created.size()), findings(effect.created));

    QList<Line> rows;
    for (const auto &row : effect.rows)
        rows.append(
            {rowText(row), row.after ? std::optional(markOf(row.after->action)) : std::nullopt});
    if (rows.isEmpty())
        rows.append({tr("The restart plan stays as it is"), {}});
    add(planText(effect.planBefore, effect.planAfter), rows);
}

void StepEffectView::addGroup(
    const QString &heading, const QStringList &lines, std::optional<Mark> mark)
{
    QList<Line> marked;
    for (const auto &line : lines)
        marked.append({line, mark});
    add(heading, marked);
}

void StepEffectView::add(const QString &heading, const QList<Line> &lines)
{
    if (lines.isEmpty())
        return;
    // More than anybody would go through here.
    constexpr qsizetype listed = 200;
    auto *group = new QTreeWidgetItem(this, {heading});
    auto bold = font();
    bold.setBold(true);
    group->setFont(0, bold);
    for (const auto &line : lines.mid(0, listed)) {
        auto *item = new QTreeWidgetItem(group, {line.text});
        if (line.mark)
            item->setIcon(0, markIcon(*line.mark));
    }
    if (lines.size() > listed)
        new QTreeWidgetItem(group, {tr("and %1 more").arg(lines.size() - listed)});
    group->setExpanded(true);
}
