// SPDX-License-Identifier: Apache-2.0
#include "views/history/revisionsmodel.h"

#include "views/common/mark.h"
#include "views/common/objecttext.h"

#include <QIcon>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

QString problemsText(const std::optional<FindingsSummary> &findings)
{
    if (!findings)
        return RevisionsModel::tr("not known");
    QStringList parts;
    const auto add = [&](int count, const QString &one, const QString &several) {
        if (count > 0)
            parts.append(counted(count, one, several));
    };
    add(findings->errors, RevisionsModel::tr("1 error"), RevisionsModel::tr("%1 errors"));
    add(findings->warnings, RevisionsModel::tr("1 warning"), RevisionsModel::tr("%1 warnings"));
    add(findings->advice, RevisionsModel::tr("1 advice"), RevisionsModel::tr("%1 advice"));
    add(findings->waived, RevisionsModel::tr("1 waived"), RevisionsModel::tr("%1 waived"));
    return parts.isEmpty() ? RevisionsModel::tr("no problems") : parts.join(u" · "_s);
}

QString detailText(const RevisionInfo &revision)
{
    QStringList lines {QLocale().toString(revision.time.toLocalTime(), QLocale::LongFormat),
        RevisionsModel::tr("The state after step %1").arg(QLocale().toString(revision.step))};
    if (revision.deployedAt.isValid())
        lines.append(
            RevisionsModel::tr("Declared deployed by %1, %2")
                .arg(revision.deployedBy,
                    QLocale().toString(revision.deployedAt.toLocalTime(), QLocale::LongFormat)));
    if (!revision.checksum.isEmpty())
        lines.append(RevisionsModel::tr("Checksum %1").arg(revision.checksum));
    return toolTipText(lines.join(u'\n'));
}

}  // namespace

QString revisionName(const RevisionInfo &revision)
{
    const auto text = revision.isBaseline ? RevisionsModel::tr("Revision %1, what runs now")
        : revision.isDeployed             ? RevisionsModel::tr("Revision %1, deployed once")
                                          : RevisionsModel::tr("Revision %1");
    return text.arg(revision.number);
}

RevisionsModel::RevisionsModel(Document &document, QObject *parent)
    : QAbstractTableModel(parent)
    , m_document(document)
{
    connect(&document, &Document::historyChanged, this, &RevisionsModel::read);
    connect(&document, &Document::baselineChanged, this, &RevisionsModel::read);
    read();
}

void RevisionsModel::read()
{
    auto revisions = m_document.revisions();
    // A file that is busy now answers after the next change.
    if (!revisions)
        return;
    std::reverse(revisions->begin(), revisions->end());
    // Revisions never go.
    const int fresh = int(revisions->size() - m_revisions.size());
    if (fresh > 0) {
        beginInsertRows({}, 0, fresh - 1);
        m_revisions = std::move(*revisions);
        endInsertRows();
    } else {
        m_revisions = std::move(*revisions);
    }
    if (rowCount() > fresh)
        Q_EMIT dataChanged(index(fresh, 0), index(rowCount() - 1, ColumnCount - 1));
}

int RevisionsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_revisions.size());
}

int RevisionsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

const RevisionInfo *RevisionsModel::revision(const QModelIndex &index) const
{
    return index.isValid() ? &m_revisions.at(index.row()) : nullptr;
}

const RevisionInfo *RevisionsModel::revision(int number) const
{
    const auto found = std::find_if(m_revisions.cbegin(), m_revisions.cend(),
        [number](const RevisionInfo &revision) { return revision.number == number; });
    return found == m_revisions.cend() ? nullptr : &*found;
}

QVariant RevisionsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &revision = m_revisions.at(index.row());
    if (role == Qt::ToolTipRole)
        return detailText(revision);
    if (role == Qt::DecorationRole && index.column() == ProblemsColumn && revision.findings) {
        const auto mark = markOf(*revision.findings);
        return mark ? markIcon(*mark) : QVariant();
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case NumberColumn:
        return revisionName(revision);
    case CommentColumn:
        return plainText(revision.comment);
    case WhoColumn:
        return plainText(revision.author);
    case WhenColumn:
        return QLocale().toString(revision.time.toLocalTime(), QLocale::ShortFormat);
    case ProblemsColumn:
        return problemsText(revision.findings);
    }
    return {};
}

QVariant RevisionsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NumberColumn:
        return tr("Revision");
    case CommentColumn:
        return tr("Comment");
    case WhoColumn:
        return tr("Who");
    case WhenColumn:
        return tr("When");
    case ProblemsColumn:
        return tr("Problems");
    }
    return {};
}
