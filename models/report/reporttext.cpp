// SPDX-License-Identifier: Apache-2.0
#include "models/report/reporttext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

struct ReportTexts
{
    Q_DECLARE_TR_FUNCTIONS(ReportText)
};

}  // namespace

QList<Outline::Line> coverLines(const Letterhead &letterhead)
{
    QList<Outline::Line> lines {{ReportTexts::tr("Document"), letterhead.subject}};
    if (letterhead.revision > 0) {
        const auto number = QString::number(letterhead.revision);
        lines.append({ReportTexts::tr("Revision"),
            letterhead.comment.isEmpty() ? number : number + u", "_s + letterhead.comment});
    }
    if (letterhead.since > 0)
        lines.append({ReportTexts::tr("Changes"),
            ReportTexts::tr("since revision %1").arg(letterhead.since)});
    lines.append({ReportTexts::tr("Made"),
        ReportTexts::tr("%1 UTC, by %2")
            .arg(letterhead.made.toString(u"yyyy-MM-dd HH:mm"_s), letterhead.product)});
    return lines;
}

QString listed(const QStringList &names, qsizetype most)
{
    if (names.size() <= most)
        return names.join(u", "_s);
    return ReportTexts::tr("%1 and %2 more")
        .arg(names.first(most).join(u", "_s), QString::number(names.size() - most));
}

QString interruptionText(std::optional<Interruption> interruption, bool isBackup,
    const QStringList &interrupted, const QStringList &bystanders)
{
    if (!interruption)
        return {};
    if (interrupted.isEmpty())
        return isBackup ? ReportTexts::tr("Nobody: it is a backup") : ReportTexts::tr("Nobody");
    const QSet<QString> unchanged(bystanders.begin(), bystanders.end());
    QStringList names;
    for (const auto &name : interrupted)
        names.append(unchanged.contains(name) ? ReportTexts::tr("%1 (bystander)").arg(name) : name);
    const auto how = *interruption == Interruption::Switchover
        ? ReportTexts::tr("Switchover for %1")
        : ReportTexts::tr("Outage for %1");
    return how.arg(listed(names));
}

QString stepTitle(Action action, const QString &application)
{
    const bool isDeed =
        action == Action::Restart || action == Action::Start || action == Action::Stop;
    return (isDeed ? u"%1 %2"_s : u"%1: %2"_s).arg(actionLabel(action), application);
}
