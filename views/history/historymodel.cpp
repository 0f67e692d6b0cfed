// SPDX-License-Identifier: Apache-2.0
#include "views/history/historymodel.h"

#include "views/common/objecttext.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace {

constexpr int pageSize = 200;

}  // namespace

HistoryModel::HistoryModel(Document &document, QObject *parent)
    : QAbstractTableModel(parent)
    , m_document(document)
{
    connect(&document, &Document::historyChanged, this, &HistoryModel::follow);
    readRevisions();
}

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

int HistoryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

bool HistoryModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_hasAll;
}

void HistoryModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    const auto before = m_entries.isEmpty() ? 0 : m_entries.constLast().number;
    const auto page = m_document.journal(before, pageSize);
    // A file that is busy now may answer later: it is asked again when somebody scrolls.
    if (!page)
        return;
    m_hasAll = page->size() < pageSize;
    if (page->isEmpty())
        return;
    const int first = int(m_entries.size());
    beginInsertRows({}, first, first + int(page->size()) - 1);
    for (const auto &entry : *page) {
        m_entries.append(entry);
        take(entry);
    }
    endInsertRows();
}

void HistoryModel::follow()
{
    readRevisions();
    const auto known = m_entries.isEmpty() ? 0 : m_entries.constFirst().number;
    QList<JournalEntry> fresh;
    for (qint64 before = 0; m_document.head().step > known;) {
        const auto page = m_document.journal(before, pageSize);
        if (!page || page->isEmpty())
            break;
        for (const auto &entry : *page) {
            if (entry.number > known)
                fresh.append(entry);
        }
        before = page->constLast().number;
        if (before <= known + 1)
            break;
    }
    if (!fresh.isEmpty()) {
        beginInsertRows({}, 0, int(fresh.size()) - 1);
        m_entries = fresh + m_entries;
        for (const auto &entry : std::as_const(fresh))
            take(entry);
        endInsertRows();
    }
    if (!m_entries.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void HistoryModel::take(const JournalEntry &entry)
{
    if (!m_authors.contains(entry.author)) {
        m_authors.append(entry.author);
        Q_EMIT authorsChanged();
    }
    if (entry.kind == StepKind::Edit || m_travels.value(entry.target) > entry.number)
        return;
    m_travels.insert(entry.target, entry.number);
    m_travelKinds.insert(entry.target, entry.kind);
}

void HistoryModel::readRevisions()
{
    const auto revisions = m_document.revisions();
    if (!revisions)
        return;
    m_revisions.clear();
    for (const auto &revision : *revisions)
        m_revisions[revision.step].append(revision);
}

bool HistoryModel::isUndone(const JournalEntry &entry) const
{
    return entry.kind == StepKind::Edit
        && m_travelKinds.value(entry.number, StepKind::Edit) == StepKind::Undo;
}

bool HistoryModel::isRedoable(const JournalEntry &entry) const
{
    const auto isEdit = [](const JournalEntry &other) { return other.kind == StepKind::Edit; };
    const auto latest = std::find_if(m_entries.cbegin(), m_entries.cend(), isEdit);
    return isUndone(entry) && latest != m_entries.cend()
        && m_travels.value(entry.number) > latest->number;
}

QString HistoryModel::searchText(const JournalEntry &entry) const
{
    return title(entry) + u' ' + plainText(entry.author) + u' ' + text(entry, RevisionColumn);
}

QStringList HistoryModel::authorsBackTo(const JournalEntry &entry) const
{
    if (entry.kind != StepKind::Edit || isUndone(entry))
        return {};
    QStringList authors;
    for (const auto &other : m_entries) {
        if (other.number < entry.number)
            break;
        if (other.kind == StepKind::Edit && !isUndone(other))
            authors.append(other.author);
    }
    return authors;
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &entry = m_entries.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(entry, index.column());
    case Qt::ToolTipRole:
        return index.column() == WhenColumn
            ? toolTipText(QLocale().toString(entry.time.toLocalTime(), QLocale::LongFormat))
            : QString();
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::AlignVCenter | (index.column() == StepColumn ? Qt::AlignRight : Qt::AlignLeft));
    case IsUndoneRole:
        return isUndone(entry);
    case IsTravelRole:
        return entry.kind != StepKind::Edit;
    default:
        return {};
    }
}

QString HistoryModel::text(const JournalEntry &entry, int column) const
{
    switch (column) {
    case StepColumn:
        return QLocale().toString(entry.number);
    case WhatColumn:
        return title(entry);
    case WhoColumn:
        return plainText(entry.author);
    case WhenColumn: {
        const auto time = entry.time.toLocalTime();
        const bool isToday = time.date() == QDate::currentDate();
        return isToday ? tr("today %1").arg(QLocale().toString(time.time(), QLocale::ShortFormat))
                       : QLocale().toString(time, QLocale::ShortFormat);
    }
    case RevisionColumn: {
        QStringList texts;
        for (const auto &revision : m_revisions.value(entry.number)) {
            const auto name =
                (revision.isDeployed ? tr("Revision %1, deployed") : tr("Revision %1"))
                    .arg(revision.number);
            texts.append(revision.comment.isEmpty()
                    ? name
                    : u"%1: %2"_s.arg(name, plainText(revision.comment)));
        }
        return texts.join(u" · ");
    }
    }
    return {};
}

QString HistoryModel::title(const JournalEntry &entry) const
{
    const auto title = plainText(entry.title);
    switch (entry.kind) {
    case StepKind::Undo:
        return tr("Undo: %1").arg(title);
    case StepKind::Redo:
        return tr("Redo: %1").arg(title);
    case StepKind::Edit:
        break;
    }
    return isUndone(entry) ? tr("%1 (undone)").arg(title) : title;
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::AlignVCenter | (section == StepColumn ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case StepColumn:
        return tr("Step");
    case WhatColumn:
        return tr("What");
    case WhoColumn:
        return tr("Who");
    case WhenColumn:
        return tr("When");
    case RevisionColumn:
        return tr("Revision");
    }
    return {};
}
