// SPDX-License-Identifier: Apache-2.0
#include "views/review/findingsmodel.h"

#include "models/rules/waivers.h"
#include "views/common/mark.h"
#include "views/common/objecttext.h"
#include "views/review/findingpicks.h"

#include <QIcon>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace {

QString waiverText(const Topology &topology, const Finding &finding)
{
    const auto *waiver = topology.findWaiver(waiverKey(finding));
    if (!waiver)
        return {};
    QStringList parts {plainText(waiver->reason)};
    if (!waiver->owner.isEmpty())
        parts.append(plainText(waiver->owner));
    if (waiver->expiry.isValid())
        parts.append(FindingsModel::tr("until %1")
                         .arg(QLocale().toString(waiver->expiry, QLocale::ShortFormat)));
    return parts.join(u", "_s);
}

}  // namespace

void FindingsModel::show(const Document &document)
{
    const auto &topology = document.topology();
    size_t at = 0;
    for (const auto severity : {std::optional(Severity::Error), std::optional(Severity::Warning),
             std::optional(Severity::Advice), std::optional<Severity>()}) {
        const auto pick = pickFindings(topology, document.validator(), severity);
        QList<StandingRow> rows;
        for (const auto &finding : pick.shown)
            rows.append({finding, plainText(message(topology, finding)),
                severity ? QString() : waiverText(topology, finding)});
        const bool isThere = at < groups().size() && groups()[at]->heading.severity == severity;
        if (rows.isEmpty()) {
            if (isThere)
                removeGroup(*groups()[at]);
            continue;
        }
        if (isThere)
            changeGroup(*groups()[at], pick.count, rows);
        else
            insertGroup(int(at), {severity, pick.count}, {rows.cbegin(), rows.cend()});
        ++at;
    }
}

void FindingsModel::changeGroup(Group &group, int count, const QList<StandingRow> &wanted)
{
    // There are few: what both begin and end with stays, what is between is made anew.
    const auto &rows = group.rows;
    const auto size = qsizetype(rows.size());
    const auto shorter = std::min(size, wanted.size());
    qsizetype head = 0;
    while (head < shorter && rows[size_t(head)] == wanted.at(head))
        ++head;
    qsizetype tail = 0;
    while (tail < shorter - head
        && rows[size_t(size - 1 - tail)] == wanted.at(wanted.size() - 1 - tail))
        ++tail;
    const auto heading = indexOf(group);
    if (size - tail > head) {
        beginRemoveRows(heading, int(head), int(size - tail - 1));
        group.rows.erase(group.rows.begin() + head, group.rows.begin() + (size - tail));
        endRemoveRows();
    }
    if (wanted.size() - tail > head) {
        beginInsertRows(heading, int(head), int(wanted.size() - tail - 1));
        group.rows.insert(group.rows.begin() + head, wanted.cbegin() + head, wanted.cend() - tail);
        endInsertRows();
    }
    if (std::exchange(group.heading.count, count) != count)
        Q_EMIT dataChanged(heading, heading);
}

int FindingsModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant FindingsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !checkIndex(index))
        return {};
    const auto *shown = row(index);
    if (!shown) {
        const auto &[severity, count] = heading(index);
        if (role == Qt::DecorationRole)
            return severity ? markIcon(markOf(*severity)) : markIcon(Mark::Waived);
        if (role != Qt::DisplayRole)
            return {};
        const auto more = count - rowCount(index);
        const auto text = !severity ? tr("%1 waived").arg(count)
            : *severity == Severity::Error
            ? counted(count, tr("1 error blocks the export"), tr("%1 errors block the export"))
            : *severity == Severity::Warning ? counted(count, tr("1 warning"), tr("%1 warnings"))
                                             : tr("%1 advice").arg(count);
        return more > 0
            ? tr("%1; the first %2, Problems has them all").arg(text).arg(rowCount(index))
            : text;
    }
    if (role == Qt::DisplayRole)
        return shown->waiver.isEmpty() ? shown->message
                                       : tr("%1 Waived: %2").arg(shown->message, shown->waiver);
    if (role == Qt::ToolTipRole)
        return toolTipText(shown->message);
    return {};
}
