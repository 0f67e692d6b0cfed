// SPDX-License-Identifier: Apache-2.0
#include "views/window/deploymentsplit.h"

#include "models/plan/takeover.h"
#include "views/common/mark.h"
#include "views/common/objecttext.h"
#include "views/window/stepeffectview.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

struct DeploymentSplitTexts
{
    Q_DECLARE_TR_FUNCTIONS(DeploymentSplit)
};

QStringList namesOf(const QStringList &names)
{
    QStringList shown;
    for (const auto &name : names)
        shown.append(nameText(name));
    return shown;
}

}  // namespace

DeploymentSplit splitDeployments(const Topology &baseline, const Topology &working,
    const DeploymentLimits &limits, QDate today, const std::function<bool()> &isCancelled)
{
    DeploymentSplit split {
        baseline, working, splitIntoDeployments(baseline, working, limits, today, isCancelled), {}};
    auto before = split.stage(0);
    for (int i = 0; i < split.staging.deployments.size(); ++i) {
        auto after = split.stage(i + 1);
        split.changes.append(differences(before, after, Matching::ById));
        before = std::move(after);
    }
    return split;
}

Result<Step> keepOnly(const Topology &topology, const DeploymentSplit &split, int count)
{
    QList<Change> later;
    for (const auto &deployment : split.staging.deployments.mid(count)) {
        for (const auto &change : deployment.changes)
            later.append(change.reversed());
    }
    auto back = takeOver(topology, split.baseline, later);
    if (!back)
        return tl::unexpected(back.error());
    back->step.title = count == 1
        ? DeploymentSplitTexts::tr("Keep only the first of %1 deployments")
              .arg(split.staging.deployments.size())
        : DeploymentSplitTexts::tr("Keep only the first %1 of %2 deployments")
              .arg(count)
              .arg(split.staging.deployments.size());
    return back->step;
}

QString splitHeadline(const DeploymentSplit &split)
{
    const auto &staging = split.staging;
    return QStringList {
        counted(staging.deployments.size(), DeploymentSplitTexts::tr("1 deployment"),
            DeploymentSplitTexts::tr("%1 deployments")),
        counted(staging.restarts, DeploymentSplitTexts::tr("1 restart"),
            DeploymentSplitTexts::tr("%1 restarts")),
        counted(staging.interruptions, DeploymentSplitTexts::tr("1 interruption"),
            DeploymentSplitTexts::tr("%1 interruptions"))}
        .join(u" · ");
}

QString splitVerdict(const DeploymentSplit &split)
{
    const auto &staging = split.staging;
    const auto atOnce =
        DeploymentSplitTexts::tr("All at once: %1, %2.")
            .arg(counted(staging.atOnce.restarts, DeploymentSplitTexts::tr("1 restart"),
                     DeploymentSplitTexts::tr("%1 restarts")),
                counted(staging.atOnce.tenantsInterrupted,
                    DeploymentSplitTexts::tr("1 tenant interrupted"),
                    DeploymentSplitTexts::tr("%1 tenants interrupted")));
    return atOnce + u' '
        + (staging.isProven ? DeploymentSplitTexts::tr(
               "No split that keeps to these limits has fewer restarts or interruptions.")
                            : DeploymentSplitTexts::tr(
                                "A good split; whether there is a better one is not known."));
}

QString deploymentText(const DeploymentSplit &split, int index)
{
    const auto &deployment = split.staging.deployments.at(index);
    const auto head =
        DeploymentSplitTexts::tr("Deployment %1: %2")
            .arg(index + 1)
            .arg(counted(deployment.plan.summary.restarts, DeploymentSplitTexts::tr("1 restart"),
                DeploymentSplitTexts::tr("%1 restarts")));
    return deployment.interrupted.isEmpty()
        ? DeploymentSplitTexts::tr("%1, interrupts nobody").arg(head)
        : DeploymentSplitTexts::tr("%1, interrupts %2")
              .arg(head, shortList(namesOf(deployment.interrupted)));
}

QString splitText(const DeploymentSplit &split)
{
    QStringList lines {splitHeadline(split), splitVerdict(split)};
    for (int i = 0; i < split.staging.deployments.size(); ++i) {
        lines.append({QString(), deploymentText(split, i)});
        for (const auto &change : split.changes.at(i))
            lines.append(u"  "_s + changeText(change));
        for (const auto &instance : split.staging.deployments.at(i).plan.instances)
            lines.append(u"  "_s
                + DeploymentSplitTexts::tr("%1: %2").arg(
                    nameText(instance.name), markLabel(markOf(instance.action))));
        for (const auto &finding : split.staging.deployments.at(i).findings)
            lines.append(u"  "_s + markLabel(markOf(finding.finding)) + u": "_s
                + plainText(finding.message));
    }
    return lines.join(u'\n') + u'\n';
}
