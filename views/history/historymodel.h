// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/document/document.h"

#include <QAbstractTableModel>

/// The document's journal, newest first. Older entries are read when somebody scrolls to them; new
/// ones come on top.
class HistoryModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { StepColumn, WhatColumn, WhoColumn, WhenColumn, RevisionColumn, ColumnCount };
    enum Role { IsUndoneRole = Qt::UserRole, IsTravelRole };

    HistoryModel(Document &document, QObject *parent);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

    /// The row must exist.
    const JournalEntry &entry(int row) const { return m_entries.at(row); }
    /// An edit that was taken back, and not done again since.
    bool isUndone(const JournalEntry &entry) const;
    /// It is undone, and no other edit came since that would have put an end to redoing it.
    bool isRedoable(const JournalEntry &entry) const;
    /// A revision keeps the state after it.
    bool hasRevision(const JournalEntry &entry) const { return m_revisions.contains(entry.number); }
    /// What people may look for it by: what, who, and the revisions that keep it.
    QString searchText(const JournalEntry &entry) const;
    /// Authors of the steps that undoing back to before this edit takes back, in order. Empty if it
    /// is undone, or no edit.
    QStringList authorsBackTo(const JournalEntry &entry) const;
    /// Of all that was read so far.
    const QStringList &authors() const { return m_authors; }

Q_SIGNALS:
    void authorsChanged();

private:
    void follow();
    void take(const JournalEntry &entry);
    void readRevisions();
    QString text(const JournalEntry &entry, int column) const;
    QString title(const JournalEntry &entry) const;

    Document &m_document;
    QList<JournalEntry> m_entries;
    QHash<qint64, qint64> m_travels;                 // For each edit the latest undo or redo of it.
    QHash<qint64, StepKind> m_travelKinds;           // Their kinds.
    QHash<qint64, QList<RevisionInfo>> m_revisions;  // By the step that they keep.
    QStringList m_authors;                           // In the order in which they were met.
    bool m_hasAll = false;
};
